"""The attachments themselves: are they there, of the right years, with their QR codes (ATT)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from extractors.form import Attached, AttachmentSpec, Form, Part
from extractors.rules import Context, Unjudged, Violation, rule

_LIST: Final = "附件1/申报平台信息/（八）"
_FIELD: Final = ("attachments",)
_NOT_READ: Final = Unjudged(_FIELD, "没有读取附件")


def _short(spec: AttachmentSpec) -> str:
    """`附件3（近两年年度审计报告）`: a long title is cut at its first bracket or comma."""
    title = spec.title
    for mark in "（、，":
        title = title.partition(mark)[0] or title
    return f"附件{spec.number}（{title}）"


def _printed(spec: AttachmentSpec) -> str:
    return spec.title.rstrip("。")


@rule(
    "ATT001",
    severity="error",
    title="附件没有交齐",
    clause=_LIST,
    quote="材料清单（作为附件放后）",
    message="没有找到{attachment}。",
    fix="请把{attachment}装订在申报书之后，或作为单独的文件一并提交，并在文件名或标题里写明附件号。",
)
def attachments_missing(form: Form, _: Context) -> Iterator[Violation | Unjudged]:
    """附件1至附件12中有一项没有找到。

    ## 为什么

    申报书（八）列出“材料清单（作为附件放后）”，附件1至附件12都要提交；附件12是其他有助于说明情况的材料，缺了只是提示。
    附件按文件内容、标题和文件名识别，可以各是一个文件，也可以和申报书合订在一个文件里；只列出附件名称的清单不是附件。
    有读不出内容、也看不出是哪个附件的文件时，请人工核对。整份材料没有任何附件时（例如只交了申报书一个文件），只提示一次。

    ## 反例

    ```yaml
    attached: {5: null}
    ```

    ```yaml
    attached: {3: null, unknown: [扫描件0001.jpg]}
    ```

    ```yaml
    attached: null
    ```

    ## 正例

    ```yaml
    attached: {5: {files: [附件5-设备清单/一车间.xlsx, 附件5-设备清单/二车间.xlsx]}}
    ```
    """
    attached = form.attached
    if attached is None:
        yield _NOT_READ
        return
    if not attached.parts:
        yield _no_attachments_at_all(attached)
        return
    for spec in form.spec.attachments:
        if not attached.of(spec.number):
            yield Violation(
                _FIELD,
                {"attachment": _short(spec), **_unread(attached)},
                status="review" if attached.unknown else "fail",
                severity="info" if spec.optional else None,
                message=_UNSURE if attached.unknown else "",
                quote=_printed(spec),
            )


_UNSURE: Final = "没有找到{attachment}；{unread}没有读出内容，不知道是不是它。"


def _unread(attached: Attached) -> dict[str, str]:
    names = "".join(f"“{name}”" for name in attached.unknown[:3])
    more = f"等 {len(attached.unknown)} 个文件" if len(attached.unknown) > 3 else ""
    return {"unread": names + more}


def _no_attachments_at_all(attached: Attached) -> Violation:
    unread = f"，另有 {len(attached.unknown)} 个文件没有读出内容" if attached.unknown else ""
    return Violation(
        _FIELD,
        {"unread": unread},
        status="review",
        message="材料里没有找到任何附件（附件1至附件12）{unread}。",
        fix="如果附件另外提交，请人工核对是否齐全；否则请把附件与申报书放在同一个文件夹里再检查一次。",
    )


@rule(
    "ATT002",
    severity="warning",
    title="近两年的审计报告不全",
    clause=_LIST,
    quote="近两年年度审计报告（附有二维码）、近两年项目专项审计报告（附有二维码）",
    message="附件{number}里没有找到{years}年度的审计报告。",
    fix="请补上缺少年度的审计报告；已经附上的，请在标题或文件名里写明年度。",
)
def audit_reports_missing(form: Form, _: Context) -> Iterator[Violation | Unjudged]:
    """附件3里缺少近两年（2020、2021年）中某一年的审计报告。

    ## 为什么

    附件3是“近两年年度审计报告（附有二维码）、近两年项目专项审计报告（附有二维码）”。2022年11月申报，近两年是2020年和2021年。
    年度看报告的标题、审计意见中的会计期间和文件名，报表里的上年数不算。有审计报告读不出年度时，请人工核对。

    ## 反例

    ```yaml
    attached: {3: {years: [2021]}}
    ```

    ```yaml
    attached: {3: {years: [2018, 2019]}}
    ```

    ## 正例

    ```yaml
    attached: {3: {files: [附件3/2020年审计报告.pdf, 附件3/2021年审计报告.pdf], years: [2020, 2021]}}
    ```
    """
    spec = next(each for each in form.spec.attachments if each.reports)
    parts = form.attached.of(spec.number) if form.attached is not None else ()
    if not parts:
        yield Unjudged(_FIELD, f"没有找到附件{spec.number}")
        return
    told = {year for part in parts for year in part.years}
    missing = [year for year in spec.years if year not in told]
    if missing:
        silent = any(not part.years and (part.report or not part.readable) for part in parts)
        yield Violation(
            _FIELD,
            {"number": spec.number, "years": "、".join(map(str, missing))},
            status="review" if silent else "fail",
            message="附件{number}里没有读出{years}年度的审计报告，有的报告没有读出年度。" if silent else "",
            evidence=tuple(part.evidence for part in parts),
        )


@rule(
    "ATT003",
    severity="warning",
    title="审计报告没有二维码，或企业清单不是2021年度的",
    clause=_LIST,
    quote="近两年年度审计报告（附有二维码）、近两年项目专项审计报告（附有二维码）",
    parts=2,
    message="审计报告“{name}”的页面上没有找到二维码。",
    fix="请提交从注册会计师行业统一监管平台赋码、带有二维码的审计报告；二维码模糊或被遮住的，请重新扫描。",
)
def codes_or_year_missing(form: Form, _: Context) -> Iterator[Violation | Unjudged]:
    """附件3的审计报告上没有二维码，或附件9的企业清单不是2021年度的。

    ## 为什么

    附件3要求“近两年年度审计报告（附有二维码）、近两年项目专项审计报告（附有二维码）”，附件9是“2021年度实际服务企业上云上平台清单”。
    二维码在审计报告的各页上查找，合同和发票上的不算。清单的年度看标题和文件名，没有写的看表中的时间。

    ## 反例

    ```yaml
    attached: {3: {codes: false}}
    ```

    ```yaml
    attached: {9: {years: [2020]}}
    ```

    ## 正例

    ```yaml
    attached: {9: {years: [2020, 2021, 2022]}}
    ```
    """
    attached = form.attached
    if attached is None:
        yield from (_NOT_READ, _NOT_READ)
        return
    reports = next(each for each in form.spec.attachments if each.reports)
    yield from _without_codes(
        attached, [part for part in attached.of(reports.number) if part.report], reports
    )
    listed = next(each for each in form.spec.attachments if each.years and each.columns)
    yield from _of_other_years(attached.of(listed.number), listed)


def _without_codes(
    attached: Attached, reports: Iterable[Part], spec: AttachmentSpec
) -> Iterator[Violation | Unjudged]:
    looked_at = [part for part in reports if part.file in attached.looked_at]
    if not looked_at:
        yield Unjudged(_FIELD, f"附件{spec.number}里没有可以查找二维码的审计报告")
    for part in looked_at:
        codes = [each for each in attached.codes or () if each.file == part.file]
        if not any(_inside(each.page, part) for each in codes):
            yield Violation(_FIELD, {"name": part.name}, evidence=(part.evidence,))


def _inside(page: int | None, part: Part) -> bool:
    return page is None or part.pages is None or part.pages[0] <= page <= part.pages[1]


def _of_other_years(parts: Iterable[Part], spec: AttachmentSpec) -> Iterator[Violation | Unjudged]:
    dated = [part for part in parts if part.years]
    told = sorted({year for part in dated for year in part.years})
    if not told:
        yield Unjudged(_FIELD, f"附件{spec.number}里没有写明年度的清单")
    elif not set(spec.years) & set(told):
        yield Violation(
            _FIELD,
            {
                "number": spec.number,
                "told": "、".join(map(str, told)),
                "asked": "、".join(map(str, spec.years)),
            },
            message="附件{number}要求的是{asked}年度的清单，现在的清单是{told}年的。",
            fix="请换成{asked}年度实际服务企业的清单，并在标题里写明年度。",
            quote=_printed(spec),
            evidence=tuple(part.evidence for part in dated),
        )
