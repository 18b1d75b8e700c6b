"""Do the cover and the form say the same (CON)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.form import Form
from extractors.rules import Context, Violation, rule
from extractors.text import nfkc, squeeze

_INSTRUCTIONS = "附件1/填报说明/一"
_AS_ASKED = "申报单位应按照填写要求和实际情况，如实填报申报书相关内容。"
_QUOTES = dict.fromkeys(map(ord, '“”„‟「」『』＂"'), '"')
_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0x2500], "-")
_SEAL = re.compile(
    r"\((?:盖章|公章|签章|章)\)|[。.;；,，、]+$"
)  # what the cover prints behind the name, and a full stop
_OURSELVES = re.compile(r"(?:本|我|申报)(?:单位|公司|企业|院|校|所)|同申报单位")


def _compared(written: str) -> str:
    """A name as names are compared: no widths, blanks, cases; the seal's mark taken away."""
    plain = squeeze(nfkc(written)).translate(_QUOTES).translate(_DASHES).casefold()
    return _SEAL.sub("", plain)


@rule(
    "CON001",
    severity="error",
    title="封面与表内的平台名称不一致",
    clause=_INSTRUCTIONS,
    quote=_AS_ASKED,
    needs=("cover.platform_name", "platform.name"),
    message="封面的平台名称是“{cover}”，表内写的是“{inside}”{at}。",
    fix="请核对平台全称，把封面和表内改成一致。",
)
def platform_names_that_differ(form: Form, _: Context) -> Iterator[Violation]:
    """封面上的平台名称与平台基础信息中的不是同一个名称。

    ## 为什么

    填报说明一：“申报单位应按照填写要求和实际情况，如实填报申报书相关内容。”同一份申报书只申报一个平台，名称只有一个。
    空格、全角半角和引号样式不同的，不算不一致；多一个或少一个字就算。

    ## 反例

    ```yaml
    platform.name: 砺云工业互联网服务平台
    ```

    ## 正例

    ```yaml
    cover.platform_name: 砺云 工业互联网平台
    ```
    """
    yield from _unlike(form, "cover.platform_name", "platform.name")


@rule(
    "CON002",
    severity="error",
    title="封面与表内的单位名称不一致",
    clause=_INSTRUCTIONS,
    quote=_AS_ASKED,
    needs=("cover.applicant", "applicant.name"),
    message="封面的申报单位是“{cover}”，表内的单位名称是“{inside}”{at}。",
    fix="请按营业执照上的全称，把封面和表内改成一致。",
)
def applicant_names_that_differ(form: Form, _: Context) -> Iterator[Violation]:
    """封面上的申报单位与申报单位基本信息中的单位名称不是同一个名称。

    ## 为什么

    填报说明一：“申报单位应按照填写要求和实际情况，如实填报申报书相关内容。”申报单位以营业执照上的全称为准，各处应一致。
    名称后的“（盖章）”不计。

    ## 反例

    ```yaml
    cover.applicant: 河北砺云智联科技集团有限公司
    ```

    ## 正例

    ```yaml
    cover.applicant: 河北砺云智联科技有限公司（盖章）
    ```
    """
    yield from _unlike(form, "cover.applicant", "applicant.name")


@rule(
    "CON003",
    severity="error",
    title="封面与表内的平台类别不一致",
    clause=_INSTRUCTIONS,
    quote=_AS_ASKED,
    needs=("cover.platform_category", "platform.category"),
    message="封面的平台类型是“{cover}”，表内勾选的是“{inside}”{at}。",
    fix="请核对申报类别，把封面和表内改成一致。",
)
def categories_that_differ(form: Form, _: Context) -> Iterator[Violation]:
    """封面上的平台类型与表内勾选的平台类别不同。

    ## 为什么

    填报说明一：“申报单位应按照填写要求和实际情况，如实填报申报书相关内容。”名额和必填指标都按类别定，类别只能有一个。
    “双跨”与“跨行业跨领域”是一个意思。

    ## 反例

    ```yaml
    cover.platform_category: 区域
    ```

    ## 正例

    ```yaml
    cover.platform_category: 双跨平台
    ```
    """
    yield from _unlike(form, "cover.platform_category", "platform.category")


def _unlike(form: Form, cover: str, inside: str) -> Iterator[Violation]:
    outer, inner = form.value(cover), form.value(inside)
    if _compared(outer) != _compared(inner):
        yield Violation((inside,), {"cover": outer, "inside": inner}, evidence=form[cover].evidence)


@rule(
    "CON004",
    severity="warning",
    title="建设主体不是申报单位",
    clause="二、申报要求/（一）申报条件/2",
    quote="申报单位应是申报平台的建设运营主体及产权拥有者。",
    needs=("platform.builder", "applicant.name"),
    message="建设主体写的是“{builder}”{at}，申报单位是“{applicant}”。",
    fix="请核对建设主体；由其他单位建设的，请说明与申报单位的关系和平台的产权归属。",
)
def builders_other_than_the_applicant(form: Form, _: Context) -> Iterator[Violation]:
    """平台的建设主体不是申报单位。

    ## 为什么

    申报条件第2条：“申报单位应是申报平台的建设运营主体及产权拥有者。”几家合建、其中有申报单位的，符合要求。

    ## 反例

    ```yaml
    platform.builder: 燕北重工装备有限公司
    ```

    ## 正例

    ```yaml
    platform.builder: 河北砺云智联科技有限公司、燕北重工装备有限公司
    ```
    """
    builder, applicant = form.value("platform.builder"), form.value("applicant.name")
    compared = _compared(builder)
    if _compared(applicant) not in compared and not _OURSELVES.search(compared):
        yield Violation(
            ("platform.builder",),
            {"builder": builder, "applicant": applicant},
            evidence=form["applicant.name"].evidence,
        )
