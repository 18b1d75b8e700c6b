"""The numbers that Word generates are known, and stay out of the text."""

import pytest

from extractors.document import Document, Paragraph
from extractors.readers.docx.counting import formatted
from tests.extractors.readers.word import document, p, tbl, tc, tr


def level(index: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(identity: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def num(identity: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(text: str, instance: int = 1, at: int | None = 0, style: str = "") -> str:
    indent = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    return p(text, properties=f'{style}<w:numPr>{indent}<w:numId w:val="{instance}"/></w:numPr>')


def numbers(read: Document) -> list[str]:
    return [block.number for block in read.blocks if isinstance(block, Paragraph)]


OUTLINE = abstract(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "decimal", "%1.%2", "<w:isLgl/>"),
    level(2, "lowerLetter", "%3)"),
)


def test_levels_count_on_and_start_again_under_each_number_above() -> None:
    places = [0, 1, 2, 2, 1, 2, 0, 1]
    read = document("".join(item("甲", at=at) for at in places), numbering=OUTLINE + num(1, 0))
    assert numbers(read) == ["一、", "1.1", "a)", "b)", "1.2", "a)", "二、", "2.1"]
    assert all(block.text == "甲" for block in read.blocks if isinstance(block, Paragraph))


def test_lists_of_one_kind_count_together_unless_one_starts_over() -> None:
    over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = item("甲", 1) + item("乙", 2) + item("丙", 3) + item("丁", 3) + item("戊", 1)
    read = document(body, numbering=OUTLINE + num(1, 0) + num(2, 0) + num(3, 0, over))
    assert numbers(read) == ["一、", "二、", "一、", "二、", "三、"]


def test_a_level_may_be_told_not_to_start_again() -> None:
    lasting = abstract(
        0, level(0, "decimal", "%1."), level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>')
    )
    body = "".join(item("甲", at=at) for at in (0, 1, 1, 0, 1))
    assert numbers(document(body, numbering=lasting + num(1, 0))) == ["1.", "(1)", "(2)", "2.", "(3)"]


def test_an_instance_may_bring_levels_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1-")}</w:lvlOverride>'
    assert numbers(document(item("甲") + item("乙"), numbering=OUTLINE + num(1, 0, own))) == ["I-", "II-"]


STYLED = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/>'
    '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/>'
    '<w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
)


def test_a_style_can_number_its_paragraphs() -> None:
    heading = '<w:pStyle w:val="1"/>'
    off = '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("甲", properties=heading) + p("乙", properties='<w:pStyle w:val="2"/>') + p("丙", properties=off)
    body += tbl(tr(tc(p("丁", properties=heading)))) + p("戊", properties=heading)
    read = document(body, styles=STYLED, numbering=OUTLINE + num(1, 0))
    assert numbers(read) == ["一、", "1.1", "", "三、"]


def test_a_level_is_found_by_the_style_that_it_names() -> None:
    linked = abstract(0, level(0, "decimal", "%1"), level(1, "decimal", "%1-%2", '<w:pStyle w:val="2"/>'))
    styles = STYLED.replace('<w:ilvl w:val="1"/>', '<w:numId w:val="1"/>')
    body = p("甲", properties='<w:pStyle w:val="1"/>') + p("乙", properties='<w:pStyle w:val="2"/>')
    assert numbers(document(body, styles=styles, numbering=linked + num(1, 0))) == ["1", "1-1"]


def test_a_bullet_in_a_symbol_font_is_the_glyph_that_is_seen() -> None:
    bullet = level(
        0, "bullet", "\uf0a8", '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    )
    assert numbers(document(item("国有"), numbering=abstract(0, bullet) + num(1, 0))) == ["□"]


@pytest.mark.parametrize(
    "numbering", ["", num(1, 7), OUTLINE, abstract(0) + num(1, 0), '<w:num w:numId="1"/>']
)
def test_a_number_that_nothing_defines_is_no_number(numbering: str) -> None:
    assert numbers(document(item("甲"), numbering=numbering)) == [""]
    assert numbers(document(item("甲"))) == [""]


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 11, "十一"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1005, "一千零五"),
        ("chineseCountingThousand", 12_000, "一万二千"),
        ("chineseCountingThousand", 100_300, "十万零三百"),
        ("chineseLegalSimplified", 15, "壹拾伍"),
        ("japaneseCounting", 9, "九"),
        ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 12, "亥"),
        ("ideographTraditional", 11, "11"),
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 3, "⒊"),
        ("ideographEnclosedCircle", 2, "㊁"),
        ("decimalFullWidth", 10, "１０"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 26, "z"),
        ("lowerRoman", 14, "xiv"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("ordinal", 12, "12th"),
        ("ordinal", 22, "22nd"),
        ("somethingNew", 5, "5"),
        ("upperRoman", 10**9, "1000000000"),
    ],
)
def test_a_number_is_written_in_the_lists_format(form: str, value: int, shown: str) -> None:
    assert formatted(value, form) == shown
