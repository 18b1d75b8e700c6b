"""One page's drawing into a `Page`: runs, ruled lines, boxes to tick, seals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from extractors.document import Box, Notice
from extractors.layout.lettering import Char, runs_of
from extractors.page import Page, Rule, Run, Seal
from extractors.readers.docx.symbols import without_font
from extractors.readers.lost_fonts import with_boxes
from extractors.readers.ofd.drawing import Drawing, Tally
from extractors.readers.ofd.drawn_boxes import drawn_boxes
from extractors.readers.ofd.geometry import IDENTITY, POINTS, Area, Matrix, area
from extractors.readers.ofd.outline import Leaf
from extractors.readers.ofd.package import child
from extractors.readers.ofd.ruled import rules_of
from extractors.readers.ofd.text import Letter
from extractors.readers.struck import parted, through_words

__all__ = ["drawing_of", "is_picture", "page_of"]

_THIN = 3.0  # points: a picture that thin is a line
_FEW = 40  # letters that a scanner's software or a stamp may have put on a picture
_LARGE, _SOME = 0.55, 0.08  # shares of the page that a picture takes
_OUTLINED = 150  # figures on a page without text: its letters were turned into outlines
_BROKEN = 0.3  # share of characters without sense from which on a page is not to be believed
_AGAIN = 0.15  # of a run's height: the same words drawn again that close are bold print
_SAME = 6.0  # points by which the two places given for one seal may differ
_OFFICIAL = 28.0  # millimetres: companies' seals measure 38 to 45, persons' 18 to 22
_NOT_READ = frozenset({"Watermark", "Link"})


def drawing_of(leaf: Leaf, tally: Tally, *, upright: bool = True) -> tuple[Drawing, list[Seal]]:
    """What is on the page, and the seals put on it; one whose text lies on its side is turned `upright`."""
    drawing, seals = _drawn(leaf, tally, 0)
    turns = drawing.turns if upright else 0
    return _drawn(leaf, tally, turns) if turns else (drawing, seals)


def _drawn(leaf: Leaf, tally: Tally, turns: int) -> tuple[Drawing, list[Seal]]:
    sheet = leaf.sheet
    to_page = IDENTITY.moved(-sheet.x, -sheet.y)
    width, height = sheet.width, sheet.height
    for _ in range(turns):
        to_page = to_page.before(Matrix(0, -1, 1, 0, 0, width))
        width, height = height, width
    drawing = Drawing(width * POINTS, height * POINTS, leaf.resources, tally)
    for content in leaf.contents:
        drawing.content(content, to_page)
    places = [stamp.place for stamp in leaf.stamps]
    for note in leaf.notes:
        places += _noted(note, drawing, to_page)
    return drawing, list(_seals(places, to_page, leaf.number))


def _noted(note: _Element, drawing: Drawing, to_page: Matrix) -> Iterator[Area]:
    """Draw an annotation that is shown; gives its place where it is a stamp."""
    appearance = child(note, "Appearance")
    place = area(appearance.get("Boundary")) if appearance is not None else None
    kind = note.get("Type", "")
    if appearance is None or note.get("Visible", "true").lower() == "false" or kind in _NOT_READ:
        return
    origin = place or Area(0, 0, 0, 0)
    drawing.block(appearance, IDENTITY.moved(origin.x, origin.y).before(to_page), None, 0)
    if kind == "Stamp" and place is not None:
        yield place


def page_of(leaf: Leaf, drawing: Drawing, seals: Iterable[Seal]) -> Page:
    rules = [*rules_of(drawing.shapes), *_thin_pictures(drawing)]
    seen, unseen = _letters(drawing)
    boxes = drawn_boxes(drawing.shapes, rules, seen)
    seen = [char for index, char in enumerate(seen) if index not in boxes.marks]
    runs = list(_once(runs_of(seen)))
    struck: list[Char] = []
    lines = through_words(rules, runs)
    if lines:
        seen, struck = parted(seen, lines)
        runs = list(_once(runs_of(seen)))
    written = [*runs, *(run._replace(hidden=True) for part in (unseen, struck) for run in runs_of(part))]
    return Page(
        leaf.number,
        drawing.width,
        drawing.height,
        (*written, *boxes.runs),
        tuple(rule for rule in boxes.rules if rule not in lines),
        tuple(seals),
        tuple(_notices(leaf, drawing, written)),
    )


def _letters(drawing: Drawing) -> tuple[list[Char], list[Char]]:
    """The letters that are seen, and those that are not; what stands aslant is neither."""
    seen: list[Char] = []
    unseen: list[Char] = []
    level = [inked for inked in drawing.letters if not inked.letter.slanted]
    texts = with_boxes([inked.letter.text for inked in level])
    for inked, text, is_unseen in zip(level, texts, drawing.unseen(level), strict=True):
        (unseen if is_unseen else seen).append(_char(inked.letter, without_font(text)))
    return seen, unseen


def _char(letter: Letter, text: str) -> Char:
    return (
        text,
        letter.x0 * POINTS,
        letter.top * POINTS,
        letter.x1 * POINTS,
        letter.bottom * POINTS,
    )


def _once(runs: Iterable[Run]) -> Iterator[Run]:
    """Without the runs that are drawn again over themselves."""
    places: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for run in runs:
        near = _AGAIN * (run.bottom - run.top)
        drawn = places[run.text]
        if any(abs(x - run.x0) < near and abs(y - run.top) < near for x, y in drawn[-20:]):
            continue
        drawn.append((run.x0, run.top))
        yield run


def _thin_pictures(drawing: Drawing) -> Iterator[Rule]:
    """Lines that a maker put as pictures one pixel high or wide."""
    for picture in drawing.pictures:
        x0, top, x1, bottom = picture.box
        across, down = x1 - x0, bottom - top
        if min(across, down) <= _THIN < max(across, down) / 4:
            if across > down:
                yield Rule(x0, (top + bottom) / 2, x1, (top + bottom) / 2)
            else:
                yield Rule((x0 + x1) / 2, top, (x0 + x1) / 2, bottom)


def _seals(places: Iterable[Area], to_page: Matrix, number: int) -> Iterator[Seal]:
    """Each seal once: a signature's is often an annotation, too."""
    found: list[Box] = []
    for x, y, width, height in places:
        x0, top, x1, bottom = (each * POINTS for each in to_page.box(x, y, x + width, y + height))
        box = (x0, top, x1, bottom)
        if not any(max(abs(a - b) for a, b in zip(box, other, strict=True)) < _SAME for other in found):
            found.append(box)
            yield Seal(number, box, min(width, height) >= _OFFICIAL)


def _notices(leaf: Leaf, drawing: Drawing, runs: Iterable[Run]) -> Iterator[Notice]:
    where = f"第 {leaf.number} 页"
    if leaf.missing:
        yield Notice("missing-page", f"{where}的内容在文件中缺失，没有读取，请重新导出。", where)
    if any(inked.letter.slanted and inked.letter.text.strip() for inked in drawing.letters):
        yield Notice("watermark", f"{where}斜排的文字按水印处理，没有读取。", where)
    if _is_broken("".join(run.text for run in runs if not run.hidden)):
        yield Notice(
            "broken-text",
            f"{where}的文字在文件中没有编码，读出的内容不可靠，请改用 PDF 或扫描件提交。",
            where,
        )
    words = "".join(run.text for run in runs if run.hidden)
    if words:
        yield Notice("hidden-text", f"{where}有看不见的文字，没有采用：“{words[:40]}”。", where)


def _is_broken(words: str) -> bool:
    """Whether too many characters are none: the file gives glyphs and does not say what they mean."""
    none = sum(not each.isprintable() or each in "\ufffd¤" for each in words)
    return none > _BROKEN * len(words)


def is_picture(page: Page, drawing: Drawing) -> bool:
    """Whether a person sees more on the page than its text says: pictures of paper, letters as outlines."""
    letters = sum(len(run.text) for run in page.runs if not run.hidden)
    if letters >= _FEW:
        return False
    covered = 0.0
    for picture in drawing.pictures:
        x0, top, x1, bottom = picture.box
        across = min(x1, page.width) - max(x0, 0)
        down = min(bottom, page.height) - max(top, 0)
        covered += max(across, 0) * max(down, 0)
    share = covered / (page.width * page.height)
    return share > (_LARGE if letters else _SOME) or (not letters and len(drawing.shapes) >= _OUTLINED)
