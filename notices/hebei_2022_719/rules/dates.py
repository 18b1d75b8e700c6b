"""Do the dates keep the notice's term, and make sense (DAT)."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from extractors.form import Form
from extractors.rules import Context, Unjudged, Violation, rule, unusable
from notices.hebei_2022_719.facts import DEADLINE, ISSUED
from notices.hebei_2022_719.rules.phrases import printed_line


class _Span(NamedTuple):
    """The days that a date can mean at the precision it is written with."""

    first: date
    last: date


def _span(written: str) -> _Span:
    """`2022-11` is any day of that month."""
    year, month, day = (*(int(part) for part in written.split("-")), 0, 0)[:3]
    last_month = month or 12
    return _Span(
        date(year, month or 1, day or 1),
        date(year, last_month, day or calendar.monthrange(year, last_month)[1]),
    )


def _shown(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@rule(
    "DAT001",
    severity="error",
    title="填报日期不在申报期内",
    clause=DEADLINE.clause,
    quote=DEADLINE.quote,
    message="“{title}”写的是“{written}”{at}，已过报送截止日期 {deadline}。",
    fix="请核对“{title}”；确实逾期的，请先与推荐单位联系。",
)
def filings_out_of_term(form: Form, context: Context) -> Iterator[Violation | Unjudged]:
    """填报日期晚于报送截止日期，或早于通知日期。

    ## 为什么

    有关要求第2条：“请各市局、雄安新区改发局于2022年11月25日前将推荐平台汇总表和平台申报书（一式三份）盖章后邮寄我厅，电子版发联系人邮箱。”
    11月25日当天不算晚。早于通知印发的 2022年11月7日，只作提醒。没有写填报日期的，按检查当天看是否已过截止日期，也只作提醒。

    ## 反例

    ```yaml
    cover.filed_on: 2022年11月26日
    ```

    ```yaml
    cover.filed_on: 2022年11月6日
    ```

    ## 正例

    ```yaml
    cover.filed_on: 2022年11月25日
    ```

    ```yaml
    cover.filed_on: 2022年11月
    ```
    """
    values = {"deadline": _shown(DEADLINE.value)}
    if (
        form["cover.filed_on"].state in ("blank", "none", "absent")
        and "cover.filed_on" not in context.claimed
    ):
        if context.today > DEADLINE.value:
            yield Violation(
                ("cover.filed_on",),
                {**values, "today": _shown(context.today)},
                status="review",
                severity="warning",
                message="没有写明填报日期{at}；按今天（{today}）看，已过报送截止日期 {deadline}。",
                fix="请填写填报日期，并与推荐单位确认是否还能报送。",
            )
    elif lacking := unusable(form, context, "cover.filed_on"):
        yield Unjudged(lacking)
    elif (filed := _span(form.value("cover.filed_on"))).first > DEADLINE.value:
        yield Violation(("cover.filed_on",), values)
    elif filed.last < ISSUED.value:
        yield Violation(
            ("cover.filed_on",),
            {"issued": _shown(ISSUED.value)},
            severity="warning",
            message="“{title}”写的是“{written}”{at}，早于通知印发的 {issued}。",
            fix="请核对“{title}”。",
            clause=ISSUED.clause,
            quote=ISSUED.quote,
        )


@rule(
    "DAT002",
    severity="error",
    title="日期不合情理",
    clause="附件1/填报说明/一",
    quote="申报单位应按照填写要求和实际情况，如实填报申报书相关内容。",
    claims=True,
    message="“{title}”写的是“{written}”{at}，没有这个日期。",
    fix="请把“{title}”改成实际日期。",
)
def dates_that_make_no_sense(form: Form, context: Context) -> Iterator[Violation]:
    """日期不存在，成立时间晚于填报，或承诺日期晚于截止日期。

    ## 为什么

    填报说明一：“申报单位应按照填写要求和实际情况，如实填报申报书相关内容。”单位要先成立才能申报；真实性承诺随申报书一起报送，
    不会晚于 2022年11月25日。承诺日期晚于填报日期几天是常有的，不算错。

    ## 反例

    ```yaml
    applicant.founded_on: 2015年2月30日
    ```

    ```yaml
    applicant.founded_on: 2023年3月
    ```

    ```yaml
    applicant.pledge_date: 2022年12月1日
    ```

    ## 正例

    ```yaml
    applicant.founded_on: "2022"
    ```

    ```yaml
    cover.filed_on: 2022年11月18日
    applicant.pledge_date: 2022年11月21日
    ```
    """
    for field, answer in form:
        if answer.problem == "no-such-date" and field.path not in context.claimed:
            yield Violation((field.path,), clause=field.clause, quote=printed_line(field))
    yield from _founded_too_late(form, context)
    yield from _pledged_too_late(form, context)


def _founded_too_late(form: Form, context: Context) -> Iterator[Violation]:
    if unusable(form, context, "applicant.founded_on"):
        return
    filing_is_dated = not unusable(form, context, "cover.filed_on")
    filed = _span(form.value("cover.filed_on")).last if filing_is_dated else context.today
    if _span(form.value("applicant.founded_on")).first >= filed:
        yield Violation(
            ("applicant.founded_on",),
            {"filed": _shown(filed), "which": "填报日期" if filing_is_dated else "今天"},
            message="“{title}”写的是“{written}”{at}，不早于{which}（{filed}）。",
            fix="请按营业执照核对“{title}”。",
            evidence=form["cover.filed_on"].evidence if filing_is_dated else (),
        )


def _pledged_too_late(form: Form, context: Context) -> Iterator[Violation]:
    path = "applicant.pledge_date"
    if not unusable(form, context, path) and _span(form.value(path)).first > DEADLINE.value:
        yield Violation(
            (path,),
            {"deadline": _shown(DEADLINE.value)},
            message="“{title}”写的是“{written}”{at}，晚于报送截止日期 {deadline}。",
            fix="请核对“{title}”。",
            clause=DEADLINE.clause,
            quote=DEADLINE.quote,
        )
