"""The notice as HTML: all of it, in context, marked, and never anything else."""

from html import unescape
from html.parser import HTMLParser

import pytest

from extractors.text import squeeze
from notices import load
from ui.widgets.clauses import in_context, into_view, whole
from ui.worker import NOTICE

TEXT = load(NOTICE).text


class Words(HTMLParser):
    """The text of a page, and that of its marks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.all, self.marked, self._inside = "", [""], False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's own
        self._inside = self._inside or tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._inside = False
            self.marked.append("")

    def handle_data(self, data: str) -> None:
        self.all += data
        if self._inside:
            self.marked[-1] += data


def test_every_word_of_the_notice_is_there() -> None:
    told = squeeze(Words(whole(TEXT)).all)
    assert told == squeeze("".join(each.text for each in TEXT.clauses))


@pytest.mark.parametrize("clause", [each.key for each in TEXT.clauses if each.text][::9])
def test_the_words_of_any_clause_are_marked(clause: str) -> None:
    quote = TEXT.clause(clause).lines[-1]
    marked = [each for each in Words(whole(TEXT, cited=clause, quote=quote)).marked if each]
    assert [squeeze(each) for each in marked] == [squeeze(quote)]


def test_a_clause_stands_under_its_heading_and_between_its_neighbours() -> None:
    page = in_context(TEXT, "四、有关要求/2", ["于2022年11月25日前", "一式三份"])
    words = Words(page)
    assert words.marked[:2] == ["于2022年11月25日前", "一式三份"]
    assert words.all.startswith("四、有关要求")
    assert "做好平台申报指导工作" in words.all


@pytest.mark.parametrize("clause", ["九、没有", "<script>alert(1)</script>", ""])
@pytest.mark.parametrize("quote", ["", "<script>alert(1)</script>", "'\"><img src=x>", "[[["])
def test_what_the_notice_does_not_have_is_neither_marked_nor_shown(clause: str, quote: str) -> None:
    page = whole(TEXT, cited=clause, quote=quote)
    assert "<mark>" not in page
    assert squeeze(Words(page).all) == squeeze(unescape(Words(whole(TEXT)).all))
    assert "alert" not in page + into_view(clause, quote, beside=True)
    assert "<script>" not in in_context(TEXT, clause, [quote])
