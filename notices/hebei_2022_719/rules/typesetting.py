"""What of a filing's looks the rules on format (FMT) are about: its narratives and its headings, as they are set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, Literal, NamedTuple

from extractors.appearance import Face, Pitch, Setting
from extractors.contents import Contents
from extractors.form import Evidence, Form, FormSpec
from extractors.text import key, narrow, squeeze, strip_number

__all__ = [
    "BODY_SIZE",
    "SIZE_OFF",
    "Family",
    "Heading",
    "Passage",
    "face_in_words",
    "file_of",
    "headings",
    "is_of",
    "is_text",
    "narratives",
    "pitch_in_words",
]

Family = Literal["宋体", "黑体", "楷体"]
BODY_SIZE: Final = 14.0  # points, 4号
SIZE_OFF = 0.3  # points: a page's own measures, and those of other programs, are not to the half point

# Fonts by the names that Word, WPS, macOS and PDF files give them, without blanks and hyphens, in lower case.
_FAMILIES: Final[Mapping[Family, tuple[re.Pattern[str], frozenset[str]]]] = {
    "宋体": (
        re.compile("^(?!.*(?:仿|小标|粗|中)宋?).*宋体|书宋"),
        frozenset({"simsun", "nsimsun", "simsunextb", "songti", "songtisc", "stsong", "stsonglight", "fzshusong",
                   "fzshusongz01", "fzssk", "sourcehanserifsc", "sourcehanserifcn", "notoserifcjksc", "notoserifsc"}),
    ),
    "黑体": (
        re.compile("黑体"),
        frozenset({"simhei", "heiti", "heitisc", "stheiti", "stheitisc", "fzhei", "fzhtk", "fzheib01", "sourcehansanssc",
                   "sourcehansanscn", "notosanscjksc", "notosanssc"}),
    ),
    "楷体": (
        re.compile("楷"),
        frozenset({"kaiti", "simkai", "kaitigb2312", "kaitisc", "stkaiti", "fzkai", "fzktk", "fzkaiz03"}),
    ),
}  # fmt: skip
_UNSAID: Final = re.compile(r"[\s_@-]|,(?:bold|italic|regular)+$", re.IGNORECASE)
_SIZES: Final[Mapping[float, str]] = {
    42: "初号", 36: "小初", 26: "一号", 24: "小一", 22: "二号", 18: "小二", 16: "三号", 15: "小三", 14: "四号", 12: "小四",
    10.5: "五号", 9: "小五", 7.5: "六号", 6.5: "小六",
}  # fmt: skip
_MARKS: Final = re.compile("[，。；？！,;]")
_HEADING = 30  # characters of a line without a mark that is taken for a heading rather than for text
_LONGEST_HEADING = _LONGEST_LABEL = 60
_ENOUGH = 20  # characters of a line that is looked for inside a paragraph, behind its label
_UNHEADED: Final = frozenset({"cover", "instructions", "contents"})
_FIRST, _SECOND = (
    re.compile(r"[一二三四五六七八九十]{1,3}[、.]"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)"),
)


class Passage(NamedTuple):
    """A paragraph of a narrative as it is set."""

    path: str  # of the field
    setting: Setting


class Heading(NamedTuple):
    """A heading, and the levels that it may be taken for."""

    setting: Setting
    levels: tuple[int, ...]

    @property
    def face(self) -> Face:
        return max(self.setting.faces, key=lambda each: each[1])[0]

    def evidence(self, file: str) -> Evidence:
        place = f"段落 {self.setting.ordinal}" if self.setting.ordinal else ""
        return Evidence(file, place, self.setting.text.strip())


def file_of(form: Form) -> str:
    """The file that the form was read from, as evidence names it."""
    return next((one.file for _, answer in form for one in answer.evidence), "")


def is_of(family: Family, font: str) -> bool:
    """Whether the font is a 宋体, 黑体 or 楷体, whoever made it; 仿宋 and 小标宋 are none."""
    pattern, names = _FAMILIES[family]
    name = _UNSAID.sub("", font).casefold()
    return name in names or pattern.search(name) is not None


def is_text(face: Face) -> bool:
    """Whether it is what 填报说明 五 asks of text: 4号宋体."""
    return is_of("宋体", face.font) and abs(face.size - BODY_SIZE) <= SIZE_OFF


def face_in_words(face: Face) -> str:
    """`小四仿宋`."""
    size = _SIZES.get(face.size, f"{face.size:g}磅")
    return f"{size}{face.font or '（未写明字体）'}"


def pitch_in_words(pitch: Pitch) -> str:
    """`固定值28磅`."""
    value = f"{round(pitch.value, 2):g}"
    return {
        "exact": f"固定值{value}磅",
        "measured": f"{value}磅",
        "least": f"最小值{value}磅",
        "multiple": f"{value}倍行距",
    }[pitch.rule]


def narratives(form: Form) -> tuple[Passage, ...]:
    """The paragraphs of the narratives, in cells or not; their headings and the rows of tables in them aside."""
    assert form.appearance is not None
    lines = _lines(form)
    left = dict(lines)
    found, rest = [], []
    for setting in form.appearance.paragraphs:
        if setting.level or setting.entry:
            continue
        path = lines.get(text := setting.text.strip())
        if path is None:
            rest.append(setting)
        else:
            left.pop(text, None)
            found.append(Passage(path, setting))
    if left:
        found += _otherwise_written(left, rest)
    return tuple(each for each in found if not _heads(each.setting.text))


def _otherwise_written(lines: Mapping[str, str], settings: list[Setting]) -> Iterator[Passage]:
    """Lines that stand otherwise in a paragraph: with other blanks, beside a line break, behind their label."""
    squeezed = {squeeze(line): path for line, path in lines.items()}
    for setting in settings:
        pieces = [squeeze(piece) for piece in setting.text.split("\n")]
        path = next((squeezed[each] for each in pieces if each in squeezed), None)
        if path is None and len(setting.text) >= _ENOUGH:
            whole = pieces[0] if len(pieces) == 1 else ""
            path = next(
                (path for line, path in squeezed.items() if len(line) >= _ENOUGH and line in whole), None
            )
        if path is not None:
            yield Passage(path, setting)


def _lines(form: Form) -> dict[str, str]:
    """The paragraphs of the narratives with their fields' paths. A part's stand for those of the whole."""
    printed = _printed(form.spec.printed)
    lines: dict[str, str] = {}
    for field, answer in form:
        if field.kind != "longtext" or answer.state != "filled":
            continue
        for line in answer.raw.split("\n"):
            text = line.strip()
            if "\t" in text or not text or (len(text) <= _LONGEST_LABEL and narrow(squeeze(text)) in printed):
                continue
            lines[text] = field.path
    return lines


@cache
def _printed(lines: tuple[str, ...]) -> frozenset[str]:
    return frozenset(squeeze(narrow(line)) for line in lines)


def _heads(text: str) -> bool:
    return len(text) <= _HEADING and _MARKS.search(text) is None


def headings(form: Form, *, body: Face | None) -> Iterator[Heading]:
    """First and second headings: by their style; as the form's own section headings; typed by number, set apart.

    `body` is how most of the narratives are set: what a line must differ from to be set apart. A section's name
    that stands as text somewhere, and set apart elsewhere, is a heading there alone.
    """
    own, others = _sections(form.spec)
    lines = [(each, key(each.text)) for each in _may_head(form)]
    apart = {name for each, name in lines if each.level or _apart(each, body)}
    for setting, name in lines:
        numbered = _level_of_number(setting.text)
        if name in others:
            continue
        if setting.level:
            yield Heading(setting, tuple(sorted({setting.level, numbered or setting.level})))
        elif name in own:
            named = any(face.font for face, _ in setting.faces)  # else whether it is set apart cannot be told
            if _apart(setting, body) or (name not in apart and named):
                yield Heading(setting, (own[name],))
        elif numbered and _apart(setting, body):
            yield Heading(setting, (numbered,))


def _may_head(form: Form) -> Iterator[Setting]:
    """Short lines outside of tables and contents; with a heading's style, those of the first two levels."""
    assert form.appearance is not None
    first, last = _listed(form.contents)
    for setting in form.appearance.paragraphs:
        if len(setting.text) > _LONGEST_HEADING or setting.entry or first <= setting.ordinal <= last:
            continue
        plain = not setting.level and setting.ordinal and not _MARKS.search(setting.text)
        if setting.level in (1, 2) or plain:
            yield setting


@cache
def _sections(spec: FormSpec) -> tuple[Mapping[str, int], frozenset[str]]:
    """The headings that the form prints over its parts, with their levels; and its titles, which are none."""
    own = {
        key(label): 2 if each.number else 1
        for each in spec.sections
        if each.key not in _UNHEADED and (each.number or not each.parent)
        for label in (each.heading, *each.aliases)
    }
    titles = (each for each in spec.sections if each.key in _UNHEADED)
    return own, frozenset(key(label) for each in titles for label in (each.heading, *each.aliases))


def _listed(contents: Contents | None) -> tuple[int, int]:
    """First and last ordinal of a typed table of contents; its lines look like the headings that they name."""
    if contents is None or contents.generated:
        return 0, -1
    first = int(contents.location.rpartition(" ")[2])
    return first, first + len(contents.entries) + 1


def _level_of_number(text: str) -> int:
    number = squeeze(narrow(strip_number(text)[0]))
    return 1 if _FIRST.fullmatch(number) else 2 if _SECOND.fullmatch(number) else 0


def _apart(setting: Setting, body: Face | None) -> bool:
    """Whether a line is set otherwise than the text, and otherwise than text has to be."""
    if body is None:
        return False
    return all(
        face.bold or ((face.font, face.size) != (body.font, body.size) and not _may_be_text(face))
        for face, _ in setting.faces
    )


def _may_be_text(face: Face) -> bool:
    return is_text(face) if face.font else abs(face.size - BODY_SIZE) <= SIZE_OFF
