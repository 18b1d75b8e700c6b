"""The electronic and the signed copy of an application: do they say the same, is the signed one sealed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extractors.agreement import Agreement, agree, apart
from extractors.form import Answer, Evidence, Field, Form
from extractors.rules import Context, Unjudged, Violation, rule
from extractors.text import nfkc, squeeze
from notices.hebei_2022_719.rules.stamps import cover_page, is_grey, pledge_page, pledge_seals, scanned_copy

_SURE = 0.9  # of recognition
_HAND_WRITTEN: Final = frozenset({"date"})  # kinds that people fill in by hand when they sign


@rule(
    "CON006",
    severity="error",
    title="电子版与签章版申报书不一致",
    clause="附件1/填报说明/二",
    quote="申请单位必须确保纸质材料和电子文档的一致性。",
    message="“{title}”在“{file}”里写的是“{here}”{at}，在“{other}”里是“{there}”{place}。",
    fix="请核对哪一份是对的，改正另一份；改了电子版的，请重新打印、签字、盖章、扫描。",
)
def copies_that_differ(form: Form, _: Context) -> Iterator[Violation | Unjudged]:
    """电子版申报书与签字盖章后的扫描版，同一栏写的不一样。

    ## 为什么

    填报说明二：“申请单位必须确保纸质材料和电子文档的一致性。”材料里同时有电子版和扫描版时，逐栏核对。
    标点、空格和全角半角不同的不算。扫描版是从图片上认出来的：认得不清楚的不算不一致，可能是认错的请人工核对。
    签字时手写的日期、推荐单位填写的内容，电子版里没有的不算。

    ## 反例

    ```yaml
    scan: {platform.indicators.connected_devices: "16200"}
    ```

    ```yaml
    scan: {applicant.ownership: ☑国有 □民营 □三资 □其他}
    ```

    ## 正例

    ```yaml
    scan: {applicant.registered_capital: 5，000.00}
    ```

    ```yaml
    cover.recommender: ""
    scan: {cover.recommender: 石家庄市工业和信息化局}
    ```
    """
    if not form.copies:
        yield Unjudged((), "材料里只有一份申报书，没有另一份可以核对")
        return
    for field, here in form:
        if field.kind == "attachments" or _is_told_in_parts(form, field):
            continue
        for copy in form.copies:
            there = copy[field.path]
            found = _compared(field, here, there, read=_is_read(copy))
            if found != "same" and not _is_the_forms(form, here, there):
                yield _violation(form, copy, field, found)
                break


def _is_told_in_parts(form: Form, field: Field) -> bool:
    """A whole whose parts are fields too: one difference is one finding."""
    parts = form.spec.parts[field.path]
    return bool(parts) and all(form.filled(part.path) for part in parts)


def _is_read(form: Form) -> bool:
    """Whether a form was recognised from pictures."""
    return any(each.method == "ocr" for answer in form.answers.values() for each in answer.evidence)


def _compared(field: Field, here: Answer, there: Answer, *, read: bool) -> Agreement:
    if here.state == there.state == "filled":
        return agree(field, here, there)
    gone = ("blank", "none")
    if here.state == "filled" and there.state in gone:
        return "same" if read else "differ"  # a picture's line is overlooked easily
    if there.state == "filled" and here.state in gone:
        if field.required.by == "recommended" or field.kind in _HAND_WRITTEN:
            return "same"
        sure = min((each.confidence for each in there.evidence), default=1.0)
        return ("unsure" if sure >= _SURE else "same") if read else "differ"
    return "same"


def _is_the_forms(form: Form, here: Answer, there: Answer) -> bool:
    """Whether all that the copy has more are the form's own words, read together with the answer."""
    one, other = (squeeze(nfkc(answer.raw)) for answer in (here, there))
    before, found, behind = other.partition(one) if one else ("", "", other)
    printed = squeeze(nfkc("".join(form.spec.printed)))
    return bool(found or not one) and bool(before + behind) and before in printed and behind in printed


def _violation(form: Form, copy: Form, field: Field, found: Agreement) -> Violation:
    here, there = form[field.path], copy[field.path]
    one, other = apart(_shown(here), _shown(there))
    place = there.evidence[0] if there.evidence else None
    return Violation(
        (field.path,),
        {
            "here": one or "（没有填写）",
            "there": other or "（没有填写）",
            "file": _file(form, here),
            "other": _file(copy, there),
            "place": _place(place),
        },
        status="fail" if found == "differ" else "review",
        evidence=there.evidence,
    )


def _shown(answer: Answer) -> str:
    """Choices as the options ticked; anything else as it is written."""
    value = answer.value
    if isinstance(value, bool):
        return "是" if value else "否"
    if answer.ticked:
        return "、".join(answer.ticked)
    return " ".join(answer.raw.split()) or ("" if value is None else str(value))


def _file(form: Form, answer: Answer) -> str:
    if answer.evidence:
        return answer.evidence[0].file
    return form.attached.file if form.attached is not None else "申报书"


def _place(evidence: Evidence | None) -> str:
    if evidence is None or not (evidence.page or evidence.location):
        return ""
    page = f"第{evidence.page}页" if evidence.page else evidence.location
    return f"（{page}）"


@rule(
    "SEAL001",
    severity="error",
    title="签章版申报书上没有公章或签章",
    clause="附件1/填报说明/八",
    quote="申报材料需加盖申报单位公章和骑缝章",
    parts=3,
    message="“{file}”第{page}页{where}没有找到申报单位的公章。",
    fix="请在{where}加盖申报单位公章后重新扫描（彩色）；已经盖了但颜色太浅的，可不理会本条。",
)
def seals_missing(form: Form, _: Context) -> Iterator[Violation | Unjudged]:
    """签字盖章后的扫描版，封面或真实性承诺处没有公章。

    ## 为什么

    填报说明八：“申报材料需加盖申报单位公章和骑缝章。”封面的“申报单位（盖章）”和真实性承诺的“单位公章”两处都要盖。
    公章按红色和形状在扫描件或照片上找；电子版没有页面图像，不判断。推荐单位的公章由推荐单位盖，不在此列。
    法定代表人的签字机器看不出来，只在盖了方形名章时能够确认，否则请人工核对。

    ## 反例

    ```yaml
    seals: [承诺, 名章]
    ```

    ```yaml
    seals: [封面, 名章]
    ```

    ## 正例

    ```yaml
    seals: [封面, 承诺, 名章]
    ```
    """
    scanned = scanned_copy(form)
    if scanned is None:
        yield from (_NO_PICTURES, _NO_PICTURES, _NO_PICTURES)
        return
    cover = cover_page(scanned)
    if not any(seal.page == cover for seal in scanned.seals):
        grey = is_grey(scanned, cover)
        yield _GREY if grey else _unsealed(scanned, cover, "封面“申报单位（盖章）”处")
    yield from _pledge(scanned)


_NO_PICTURES: Final = Unjudged(
    ("cover.applicant",), "申报书是文字版，没有可以查看公章的页面图像（扫描件或照片）"
)
_GREY: Final = Unjudged(("cover.applicant",), "扫描件是黑白的，看不出红色公章，请对照原件核对")
_BY_HAND: Final = Unjudged(("cover.applicant",), "法定代表人的签字要人工核对")


def _pledge(scanned: Form) -> Iterator[Violation | Unjudged]:
    page = pledge_page(scanned)
    if page is None:
        yield Unjudged(("cover.applicant",), "扫描件里没有找到真实性承诺一栏")
        yield _BY_HAND
        return
    own = pledge_seals(scanned)
    if not own and is_grey(scanned, page):
        yield from (_GREY, _BY_HAND)
        return
    if not any(seal.round for seal in own):
        missing = _unsealed(scanned, page, "真实性承诺“单位公章”处")
        yield missing._replace(status="review" if own else "fail")  # a square one is a person's, mostly
    if all(seal.round for seal in own):
        yield _BY_HAND


def _unsealed(scanned: Form, page: int | None, where: str) -> Violation:
    file = scanned.attached.file if scanned.attached is not None else "申报书"
    return Violation(
        ("cover.applicant",),
        {"file": file, "page": page, "where": where},
        evidence=scanned["cover.applicant"].evidence[:1],
    )
