"""The table of contents (FMT005)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.contents import Entry
from extractors.form import Evidence, Form
from extractors.rules import Context, Violation, rule
from extractors.text import key, squeeze
from notices.hebei_2022_719.rules.typesetting import file_of

_DEPTH = 3
_MATERIALS = 3  # of the attachments: with fewer lines their contents are not told one by one


@rule(
    "FMT005",
    severity="warning",
    title="目录没有、不到三级或没有列出证明材料",
    clause="附件1/填报说明/六",
    quote="申报书中需根据实际情况添加目录（粒度应至少达到三级，并包括证明材料细分目录等内容）。",
    message="{problem}。",
    fix="请在填报说明之后插入自动目录，显示三级标题，并把附件1至附件12等证明材料逐项列入目录。",
)
def contents_missing_or_too_coarse(form: Form, _: Context) -> Iterator[Violation]:
    """没有目录，目录不到三级，或者目录里没有逐项列出证明材料。

    ## 为什么

    填报说明六：“申报书中需根据实际情况添加目录（粒度应至少达到三级，并包括证明材料细分目录等内容）。”
    自动生成的目录和自己打的目录都算。级数看目录样式、编号的层次或缩进，证明材料的各行不算在级数里。

    ## 反例

    ```yaml
    contents: null
    ```

    ```yaml
    contents: [申报单位基本信息, 申报平台信息, （一）平台基础信息, （八）相关证明材料, 附件1：企业法人营业执照, 附件2：企业征信情况报告, 附件3：审计报告]
    ```

    ```yaml
    contents: [申报单位基本信息, 申报平台信息, （二）平台基础能力介绍, 1.平台整体技术架构, （八）相关证明材料]
    ```

    ## 正例

    ```yaml
    contents: [申报单位基本信息, 申报平台信息, （二）平台基础能力介绍, 1.平台整体技术架构, （八）相关证明材料, 附件1：企业法人营业执照, 附件2：企业征信情况报告, 附件3：审计报告]
    ```
    """
    contents = form.contents
    if contents is None:
        yield Violation((), {"problem": "没有找到目录"})
        return
    first = contents.entries[0].text if contents.entries else "目录"
    evidence = (Evidence(file_of(form), contents.location, first),)
    if not contents.entries:
        yield Violation((), {"problem": "目录是空的，没有更新"}, evidence=evidence)
        return
    materials = _materials(form, contents.entries)
    depth = contents.depth(each for each in contents.entries if each not in materials)
    problems = []
    if depth < _DEPTH:
        problems.append(f"目录只有{'一二'[max(depth, 1) - 1]}级，要求至少三级")
    if len(materials) < _MATERIALS:
        problems.append("目录里没有逐项列出证明材料")
    if problems:
        yield Violation((), {"problem": "；".join(problems)}, evidence=evidence)


def _materials(form: Form, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The lines that name an attachment: by its number, or by its title."""
    fields = (each for each in form.spec.fields if each.kind == "attachments")
    titles = {key(option.label) for field in fields for option in field.options}
    return tuple(
        each
        for each in entries
        if squeeze(each.text).startswith(("附件", "附录")) or any(key(each.text) in title for title in titles)
    )
