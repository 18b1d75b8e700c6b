"""Paper, fonts, line distance and headings (FMT); the table of contents is in `contents`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

from extractors.appearance import Face, Paper, Pitch
from extractors.form import Evidence, Form
from extractors.rules import Context, Unjudged, Violation, rule
from extractors.text import squeeze
from notices.hebei_2022_719.rules.typesetting import (
    BODY_SIZE,
    SIZE_OFF,
    Family,
    Heading,
    Passage,
    face_in_words,
    file_of,
    headings,
    is_of,
    is_text,
    narratives,
    pitch_in_words,
)

T = TypeVar("T")

_CLAUSE: Final = "附件1/填报说明/五"
_A4: Final = (595.3, 841.9)  # points
_PAPER_OFF = 6.0  # points, 2 mm: programs round the millimetres of A4
_HEADING: Final = 16.0  # points, 3号
_LINE: Final = 29.0  # points
_LINE_OFF, _MEASURED_OFF = 0.25, 0.75  # points
_LEAST = 0.9  # of the characters: a quoted line or a formula is no fault
_ENOUGH = 100  # characters of narratives to judge by
_MILLIMETRES = 25.4 / 72
_NO_FORMATS = "这种文件（PDF、扫描件、图片等）读不出字体和版式"
_NO_TEXT = "没有找到足够的正文"
_NO_FONT = "文件没有写明正文的字体"
_EXCERPT = 16  # characters


@rule(
    "FMT001",
    severity="warning",
    title="纸张不是A4",
    clause=_CLAUSE,
    quote="请用A4幅面编辑",
    message="文件中有纸张不是 A4（210×297 毫米）：{papers}。",
    fix="请在“页面设置”中把全部各节的纸张改为 A4，横向、纵向都可以。",
)
def papers_other_than_a4(form: Form, _: Context) -> Iterator[Violation | Unjudged]:
    """文件中有一节或一页的纸张不是 A4。

    ## 为什么

    填报说明五：“请用A4幅面编辑”。横放的 A4 也是 A4；相差不到 2 毫米的不算。

    ## 反例

    ```yaml
    appearance: {papers: [[595.3, 841.9], [841.9, 1190.6]]}
    ```

    ## 正例

    ```yaml
    appearance: {papers: [[595.3, 841.9], [841.9, 595.3]]}
    ```
    """
    papers = () if form.appearance is None else form.appearance.papers
    if not papers:
        yield Unjudged((), "文件没有写明纸张大小" if form.appearance else _NO_FORMATS)
        return
    others = Counter(_millimetres(each) for each in papers if not _is_a4(each))
    if others:
        told = (f"{size} 毫米" + (f"（{count} 处）" if count > 1 else "") for size, count in others.items())
        yield Violation((), {"papers": "、".join(told)})


def _is_a4(paper: Paper) -> bool:
    lying = sorted((paper.width, paper.height))
    return all(abs(side - wanted) <= _PAPER_OFF for side, wanted in zip(lying, _A4, strict=True))


def _millimetres(paper: Paper) -> str:
    return f"{paper.width * _MILLIMETRES:.0f}×{paper.height * _MILLIMETRES:.0f}"


@rule(
    "FMT002",
    severity="warning",
    title="正文不是4号宋体",
    clause=_CLAUSE,
    quote="正文字体为4号宋体",
    message="正文约 {percent}% 的字不是4号宋体，多为{face}，如“{title}”中的“{excerpt}”。",
    fix="请选中正文，把中文字体设为宋体、字号设为四号（14 磅）。",
)
def body_other_than_14_point_song(form: Form, _: Context) -> Iterator[Violation | Unjudged]:
    """正文（各项文字介绍）不是4号（14 磅）宋体。

    ## 为什么

    填报说明五：“正文字体为4号宋体”。只看各项文字介绍里的中文，封面、表头、目录、数字表格和标题不算；九成以上的字符合就不提醒。
    宋体包括 SimSun、新宋体和其他字库的宋体（华文宋体、方正书宋、思源宋体等，打印出来同是宋体）；仿宋、小标宋不是宋体。
    字体按样式、主题和直接设置的最后结果判断：只改了西文字体的，中文字体并没有改。文件没有写明字体的，只看字号。扫描件没有字体信息，不判断。

    ## 反例

    ```yaml
    appearance: {font: 仿宋, size: 14}
    ```

    ```yaml
    appearance: {font: 宋体, size: 12}
    ```

    ## 正例

    ```yaml
    appearance: {font: SimSun, size: 14}
    ```
    """
    if form.appearance is None:
        yield Unjudged((), _NO_FORMATS)
        return
    told = [(each, face, count) for each in narratives(form) for face, count in each.setting.faces]
    amiss = _amiss(told, [each for each in told if _is_surely_no_text(each[1])])
    if amiss is None:
        yield Unjudged((), _NO_TEXT)
    elif amiss.share > 1 - _LEAST:
        face = _most((each._replace(bold=False), count) for each, count in amiss.kinds.items())
        yield Violation((), {"face": face_in_words(face), **amiss.said(form)}, evidence=amiss.places(form))
    elif not any(face.font for _, face, _ in told):
        yield Unjudged((), _NO_FONT)


def _is_surely_no_text(face: Face) -> bool:
    """Of a font that the file does not name (a PDF printed where it was missing), the size alone tells."""
    return not is_text(face) if face.font else face.size > 0 and abs(face.size - BODY_SIZE) > SIZE_OFF


_Told: TypeAlias = tuple[Passage, T, int]  # a kind of setting, and how many characters have it
_SHOWN = 3  # places that a finding shows


class _Amiss(NamedTuple, Generic[T]):
    """What of the narratives is set otherwise than it should be."""

    share: float  # of the characters
    kinds: Counter[T]
    wrong: list[_Told[T]]

    def said(self, form: Form) -> dict[str, Any]:
        first = self.wrong[0][0]
        text = squeeze(first.setting.text)
        return {
            "percent": round(100 * self.share),
            "title": form.spec.by_path[first.path].title,
            "excerpt": text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…",
        }

    def places(self, form: Form) -> tuple[Evidence, ...]:
        """Where the fields stand that have most of it."""
        by_path = Counter[str]()
        for passage, _, count in self.wrong:
            by_path[passage.path] += count
        worst = [path for path, _ in by_path.most_common(_SHOWN)]
        return tuple(each for path in worst for each in form[path].evidence)


def _amiss(told: list[_Told[T]], wrong: list[_Told[T]]) -> _Amiss[T] | None:
    """How much is wrong; None where there is too little text to say."""
    total = sum(count for *_, count in told)
    if total < _ENOUGH:
        return None
    kinds = Counter[T]()
    for _, kind, count in wrong:
        kinds[kind] += count
    return _Amiss(kinds.total() / total, kinds, wrong)


def _most(counts: Iterable[tuple[T, int]]) -> T:
    kinds = Counter[T]()
    for kind, count in counts:
        kinds[kind] += count
    return kinds.most_common(1)[0][0]


@rule(
    "FMT003",
    severity="warning",
    title="正文行距不是29磅",
    clause=_CLAUSE,
    quote="行距29磅",
    message="正文约 {percent}% 的字行距不是固定值29磅，多为{pitch}，如“{title}”中的“{excerpt}”。",
    fix="请选中正文，在“段落”中把行距设为“固定值”、29 磅。",
)
def lines_not_29_points_apart(form: Form, _: Context) -> Iterator[Violation | Unjudged]:
    """正文（各项文字介绍）的行距不是29磅。

    ## 为什么

    填报说明五：“行距29磅”。在 Word 里是行距“固定值”29 磅；“最小值”会随字号变大，“1.5倍行距”等随字体而变，都不是29磅。
    只看各项文字介绍，按字数算九成以上符合就不提醒。

    ## 反例

    ```yaml
    appearance: {pitch: [multiple, 1.5]}
    ```

    ```yaml
    appearance: {pitch: [least, 29]}
    ```

    ## 正例

    ```yaml
    appearance: {pitch: [exact, 29]}
    ```
    """
    if form.appearance is None:
        yield Unjudged((), _NO_FORMATS)
        return
    told = [
        (each, each.setting.pitch, each.setting.characters) for each in narratives(form) if each.setting.pitch
    ]
    amiss = _amiss(told, [each for each in told if not _is_29_points(each[1])])
    if amiss is None:
        yield Unjudged((), _NO_TEXT)
    elif amiss.share > 1 - _LEAST:
        pitch = pitch_in_words(_most(amiss.kinds.items()))
        yield Violation((), {"pitch": pitch, **amiss.said(form)}, evidence=amiss.places(form))


def _is_29_points(pitch: Pitch) -> bool:
    off = {"exact": _LINE_OFF, "measured": _MEASURED_OFF}.get(pitch.rule)
    return off is not None and abs(pitch.value - _LINE) <= off


_LONG = 40  # characters of a paragraph that is text rather than a heading or a cell of a table
_HEADINGS: Final[Mapping[int, Family]] = {1: "黑体", 2: "楷体"}
_NAMES: Final[Mapping[int, str]] = {1: "一级标题", 2: "二级标题"}


@rule(
    "FMT004",
    severity="warning",
    title="标题的字体字号不对",
    clause=_CLAUSE,
    quote="一级标题3号黑体，二级标题3号楷体。",
    message="{level}应是3号{family}，有 {count} 处不是：{told}。",
    fix="请把{level}设为三号（16 磅）{family}；用标题样式的，改样式一次即可。",
)
def headings_set_otherwise(form: Form, _: Context) -> Iterator[Violation | Unjudged]:
    """一级标题不是3号（16 磅）黑体，或二级标题不是3号楷体。

    ## 为什么

    填报说明五：“一级标题3号黑体，二级标题3号楷体。”看三种标题：用了“标题1”“标题2”样式（或大纲级别）的；表外印着的各部分名称
    （“申报单位基本信息”“申报平台信息”是一级，“（一）平台基础信息”等是二级）；正文中写着“一、”“（一）”、又和正文字体不同的短行。
    编号与样式级别不一致的，符合其中一级就行。封面、填报说明和目录的标题不看。

    ## 反例

    ```yaml
    appearance: {headings: [[申报平台信息, 1, 宋体, 16], [（一）平台基础信息, 2, 楷体, 16]]}
    ```

    ```yaml
    appearance: {headings: [[申报平台信息, 1, 黑体, 16], [（一）平台基础信息, 2, 楷体, 14]]}
    ```

    ## 正例

    ```yaml
    appearance: {headings: [[申报平台信息, 1, SimHei, 16], [（一）平台基础信息, 2, 楷体_GB2312, 16]]}
    ```
    """
    if form.appearance is None:
        yield Unjudged((), _NO_FORMATS)
        return
    long = (each for each in form.appearance.paragraphs if each.characters >= _LONG)
    faces = [face for each in long for face in each.faces]
    found = list(headings(form, body=_most(faces) if faces else None))
    wrong_of = {
        level: [each for each in found if each.levels[0] == level and not _is_set_well(each)]
        for level in _HEADINGS
    }
    if not found:
        yield Unjudged((), "没有找到标题")
    elif not any(each.face.font for each in found) and not any(wrong_of.values()):
        yield Unjudged((), "文件没有写明标题的字体")
    for level, family in _HEADINGS.items():
        if wrong := wrong_of[level]:
            shown = (
                f"“{squeeze(each.setting.text)[:_EXCERPT]}”是{face_in_words(each.face)}"
                for each in wrong[:_SHOWN]
            )
            yield Violation(
                (),
                {
                    "level": _NAMES[level],
                    "family": family,
                    "count": len(wrong),
                    "told": "，".join(shown) + (" 等" if len(wrong) > _SHOWN else ""),
                },
                evidence=tuple(each.evidence(file_of(form)) for each in wrong[:_SHOWN]),
            )


def _is_set_well(heading: Heading) -> bool:
    """Of a font that the file does not name, the size alone tells."""
    face = heading.face
    fits = not face.font or any(is_of(_HEADINGS[level], face.font) for level in heading.levels)
    return fits and abs(face.size - _HEADING) <= SIZE_OFF
