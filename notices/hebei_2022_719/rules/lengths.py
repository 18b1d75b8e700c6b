"""How long the narratives may be (LEN)."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.form import Field, Form
from extractors.rules import Context, Violation, rule
from extractors.text import count_characters, key


@rule(
    "LEN001",
    severity="error",
    title="文字超过限定的字数",
    clause="附件1/申报单位基本信息",
    quote="（限1500字）",
    message="“{title}”有 {count} 字{at}，限 {limit} 字，超出 {over} 字。",
    fix="请把“{title}”压缩到 {limit} 字以内（按 Word 的“字数”统计）。",
)
def narratives_over_the_limit(form: Form, _: Context) -> Iterator[Violation]:
    """企业简介、应用案例和效果超过 1500 字，或下一步发展计划超过 1000 字。

    ## 为什么

    表中注明“（限1500字）”“（限1000字）”。字数按 Word 的“字数”统计：一个汉字或全角标点算一字，一串英文字母或数字算一字；
    申报书原有的标题和提示语不算。

    ## 反例

    ```yaml
    next_plan: {repeat: 持续完善平台功能。, times: 112}
    ```

    ## 正例

    ```yaml
    next_plan: {repeat: 持续完善平台功能。, times: 111}
    ```
    """
    for field, answer in form:
        if field.limit is None or answer.state != "filled":
            continue
        count = count_characters(_own_words(form, field, answer.raw))
        if count > field.limit:
            yield Violation(
                (field.path,),
                {"count": count, "limit": field.limit, "over": count - field.limit},
                clause=field.clause,
                quote=f"（限{field.limit}字）",
            )


def _own_words(form: Form, field: Field, text: str) -> str:
    """The text without the headings that the form prints inside the field."""
    halves = [each for each in form.spec.fields if each.path.startswith(f"{field.path}_")]
    headings = {key(label) for half in halves for label in half.labels}
    lines = []
    for line in text.split("\n"):
        heading, colon, rest = line.replace("：", ":").partition(":")
        if key(line) in headings:
            continue
        lines.append(rest if colon and key(heading) in headings else line.lstrip("：: "))  # left of a heading
    return "\n".join(lines)
