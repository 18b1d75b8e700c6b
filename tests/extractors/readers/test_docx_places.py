"""A place leads back to what stands there, and only to that."""

from collections.abc import Iterator

import pytest

from extractors.document import Block, Paragraph, Table, TextBox
from extractors.readers.docx.symbols import is_symbol_font, translation
from tests.extractors.readers.word import box, document, p, sdt, tbl, tc, tr

Place = tuple[tuple[str, int, int, int], ...]
RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
BODY = (
    p("一", mark="<w:del/>")
    + p("二", box(p("框"), tbl(tr("格")), p("框二")))
    + tbl(
        tr(tc("甲", properties=RESTART), tc("乙", tbl(tr("内", "内二")), "乙二")),
        tr(tc("甲二", tbl(tr("内三")), properties=CONTINUE), sdt(tc(sdt(p("丙")), "丙二"))),
    )
    + sdt(p("三") + tbl(tr("丁")))
    + p()
    + tbl(tr("戊"))
)


def places(blocks: tuple[Block, ...], above: Place = ()) -> Iterator[tuple[Place, str]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield (*above, ("p", block.ordinal, 0, 0)), block.text
        elif isinstance(block, TextBox):
            yield from places(block.blocks, (*above, ("box", block.ordinal, 0, 0)))
        else:
            for cell in block.cells:
                yield from places(cell.blocks, (*above, ("t", block.ordinal, cell.row, cell.column)))


def test_no_two_paragraphs_have_one_place() -> None:
    found = list(places(document(BODY).blocks))
    assert len({place for place, _ in found}) == len(found)
    assert [text for _, text in found if text] == [
        *(
            "一二",
            "框",
            "格",
            "框二",
            "甲",
            "甲二",
            "内三",
            "乙",
            "内",
            "内二",
            "乙二",
            "丙",
            "丙二",
            "三",
            "丁",
            "戊",
        )
    ]


def test_indices_rise_in_reading_order() -> None:
    read = document(BODY)
    for kind in (Paragraph, Table):
        indices = [block.ordinal for block in read.blocks if isinstance(block, kind)]
        assert indices == sorted(set(indices))


@pytest.mark.parametrize("font", ["Wingdings", "Wingdings 2", "Webdings", "Symbol", "Zapf Dingbats"])
def test_a_chart_has_a_glyph_for_each_byte_from_the_blank_on(font: str) -> None:
    chart = translation(font, "all")
    assert is_symbol_font(font)
    assert set(chart) == {*range(0x20, 0x100), *range(0xF020, 0xF100)}
    assert {len(glyph) for glyph in chart.values()} == {1}
    assert chart[0x20] == " "
    assert not any(0xE000 <= ord(glyph) <= 0xF8FF for glyph in chart.values())
