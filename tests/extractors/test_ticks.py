from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractors.ticks import canonical, other_text, read_choice


class Box(NamedTuple):
    value: str
    label: str
    aliases: tuple[str, ...] = ()


def boxes(words: str) -> tuple[Box, ...]:
    return tuple(Box(word, word) for word in words.split())


OWNERSHIP = boxes("国有 民营 三资 其他")
YES_NO = boxes("是 否")
CLOUD = boxes("公有云 私有云 混合云 其他")
MODE = boxes("自建 合作共建")
INDUSTRIES = (*boxes("钢铁 石化 建材 工程机械 汽车 风电/光伏"), Box("其他", "其他（请注明）"))
DOMAINS = (*boxes("智能生产管控 安全生产 工艺及能耗管理"), Box("其他", "其他（请注明）"))
TECHNOLOGIES = (*boxes("5G 大数据 人工智能"), Box("工业AR/VR技术", "工业AR/VR技术", ("AR/VR",)))
CATEGORY = (
    Box("跨行业跨领域", "跨行业跨领域工业互联网平台", ("双跨",)),
    Box("区域", "区域工业互联网平台"),
    Box("行业", "行业工业互联网平台"),
)


def said(text: str, options: Sequence[Box]) -> tuple[str, str]:
    """The options ticked, and those that can't be read."""
    choice = read_choice(text, options)
    assert set(choice.ticked) | set(choice.blank) | set(choice.unreadable) == {
        mark.option for mark in choice.marks
    }
    return " ".join(choice.ticked), " ".join(choice.unreadable)


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("□国有 ☑民营 □三资 □其他", "民营"),
        ("□国有 □民营 □三资 □其他\n（事业单位、科研院所等）", ""),
        ("☐国有 ☑民营", "民营"),
        ("❑国有 ✅民营", "民营"),
        ("○国有 ●民营", "民营"),
        ("○国有 ◉民营", "民营"),
        ("□国有 ■民营 □三资 □其他", "民营"),
        ("☒国有 □民营", "国有"),  # Word's own tick
        ("□国有 ⊠民营", "民营"),
        ("☑\ufe0f国有 □民营", "国有"),
        ("☑ 国有　　□ 民营", "国有"),
        ("□国 有\n☑民 营", "民营"),
        ("□国有□民营☑三资", "三资"),
        ("□国有、☑民营、□三资", "民营"),
        ("□国有；□民营；☑三资", "三资"),
        ("□1.国有 ☑2.民营", "民营"),
        ("□①国有 ☑②民营", "民营"),
        ("企业性质：☑国有 □民营", "国有"),
        ("☑民营", "民营"),
        ("☑国有控股 □民营", "国有"),
        ("☑民营企业 □国有企业", "民营"),
        ("口国有 √民营", "民营"),
        ("☑国有 ☑民营 □三资", "国有 民营"),
    ],
)
def test_a_box_before_an_option_ticks_it(text: str, ticked: str) -> None:
    assert said(text, OWNERSHIP) == (ticked, "")


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("国有□ 民营☑", "民营"),
        ("国有 □ 民营 ☑", "民营"),
        ("国有☑民营□", "国有"),
        ("国有□\n民营☑\n三资□", "民营"),
        ("国有：□ 民营：☑", "民营"),
        ("1、国有□  2、民营☑", "民营"),
        ("国有企业□ 民营企业☑", "民营"),
        ("国有□ 民营□", ""),
        ("国有 ☑", "国有"),
    ],
)
def test_a_box_behind_an_option_ticks_it(text: str, ticked: str) -> None:
    assert said(text, OWNERSHIP) == (ticked, "")


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("√国有 □民营 □三资", "国有"),
        ("□√国有 □民营", "国有"),
        ("√□国有 □民营", "国有"),
        ("□国有√ □民营", "国有"),
        ("□国有 √□民营", "民营"),
        ("□国有 □√民营", "民营"),
        ("□国有 □民营√", "民营"),
        ("□国有 □民营 √", "民营"),
        ("□ 国有 √□ 民营", "民营"),
        ("☑√国有 □民营", "国有"),
        ("□国有 √民营 □三资", "民营"),
        ("□国有 √ 民营 □三资", "民营"),  # in the place of the box that is gone
        ("√国有 民营 三资", "国有"),
        ("国有 √民营 三资", "民营"),
        ("国有√", "国有"),
        ("国有 民营√ 三资 其他", "民营"),
        ("国有√、民营√", "国有 民营"),
        ("√国有 √民营 三资", "国有 民营"),
        ("①国有 ②民营✔", "民营"),
        ("国有企业√ 民营企业", "国有"),
        ("□国有控股√ □民营", "国有"),
    ],
)
def test_a_bare_tick_counts_with_a_box_and_without(text: str, ticked: str) -> None:
    assert said(text, OWNERSHIP) == (ticked, "")


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("[x]国有 [ ]民营", "国有"),
        ("[ ] 国有 [√] 民营", "民营"),
        ("（√）国有 （ ）民营 （ ）其他（  ）", "国有"),
        ("( )国有 (√)民营", "民营"),
        ("国有（√） 民营（ ）", "国有"),
        ("【√】国有【 】民营", "国有"),
        ("〔√〕国有 〔　〕民营", "国有"),
        ("民营（√）", "民营"),
        ("□国有 (√)民营 □三资", "民营"),
        ("□国有（√） □民营", "国有"),
        ("□国有 ☑民营 □其他（　　）", "民营"),
    ],
)
def test_brackets_are_boxes(text: str, ticked: str) -> None:
    assert said(text, OWNERSHIP) == (ticked, "")


@pytest.mark.parametrize(
    ("text", "unreadable"),
    [
        ("国有☑民营", "国有 民营"),
        ("国有 √ 民营 三资", "国有 民营"),
        ("国有√民营√三资", "国有 民营 三资"),
        ("□国有√□民营", "国有 民营"),
        ("□国有 √ □民营", "国有 民营"),
        ("国有□ √ 民营", "国有 民营"),
        ("□国有 ☑\n民营", "国有 民营"),
        ("☑ 国有□ 民营□ 三资□ 其他", "国有"),
        ("股份制☑ 国有□ 民营□", "国有"),
        ("\ufffd国有 □民营", "国有"),
        ("□国有 \ufffc民营", "民营"),
        ("\uf0fe国有 □民营", "国有"),
        ("×国有 □民营", "国有"),
        ("□×国有 □民营", "国有"),
        ("□国有 V民营", "民营"),
        ("□☑民营", "民营"),
        ("□国有 民营 □三资", "民营"),  # its box is gone, and nothing else is ticked
        ("■国有 ■民营 ■三资 ■其他", "国有 民营 三资 其他"),  # bullets, or all of them
        ("国有 民营", "国有 民营"),
        ("打√□国有 □民营", "国有"),
        ("民营，与国有企业合作", "民营"),
    ],
)
def test_in_doubt_an_option_is_unreadable(text: str, unreadable: str) -> None:
    assert said(text, OWNERSHIP) == ("", unreadable)


@pytest.mark.parametrize(
    ("text", "ticked", "unreadable"),
    [
        ("☒国有 ☑民营 □三资", "民营", "国有"),
        ("✗国有 √民营", "民营", "国有"),
        ("[x]国有 [√]民营", "民营", "国有"),
    ],
)
def test_a_cross_beside_a_tick_may_be_a_crossing_out(text: str, ticked: str, unreadable: str) -> None:
    assert said(text, OWNERSHIP) == (ticked, unreadable)


@pytest.mark.parametrize(
    "text", ["请打√ □国有 □民营", "（请在□内打√）□国有 □民营", "□国有 □民营 ☑股份制", "非国有", ""]
)
def test_a_tick_on_something_else_ticks_no_option(text: str) -> None:
    assert said(text, OWNERSHIP) == ("", "")


@pytest.mark.parametrize(
    ("text", "ticked", "unreadable"),
    [
        ("□是 ☑否", "否", ""),
        ("是☑ 否□", "是", ""),
        ("是☑否□", "是", ""),
        ("☑是□否", "是", ""),
        ("规划☑是□否", "是", ""),
        ("1.平台是否具有专门的发展规划：□是 ☑否", "否", ""),
        ("是否：☑是 □否", "是", ""),
        ("√是", "是", ""),
        ("□是√ □否", "是", ""),
        ("□是 √□否", "否", ""),
        ("是（√） 否（ ）", "是", ""),
        ("是", "是", ""),
        ("是。", "是", ""),
        ("是，独立公司", "是", ""),
        ("否（筹备中）", "否", ""),
        ("是/否√", "否", ""),
        ("是 否", "", ""),
        ("（是/否）", "", ""),
        ("不是", "", ""),
        ("是√□否", "", "是 否"),
        ("□是√□否", "", "是 否"),
        ("是☑否", "", "是 否"),
        ("是 √ 否", "", "是 否"),
    ],
)
def test_yes_or_no(text: str, ticked: str, unreadable: str) -> None:
    assert said(text, YES_NO) == (ticked, unreadable)


DECAYED = "(钢铁   (石化  (建材  (工程机械\n(汽车   (风电/光伏\n(其他（请注明）      "


def test_boxes_decayed_to_brackets_are_unreadable() -> None:
    choice = read_choice(DECAYED, INDUSTRIES)
    assert choice.unreadable == tuple(each.value for each in INDUSTRIES)
    assert choice.style == "boxes"


@pytest.mark.parametrize("tick", ["√", "☑", "(√", "☒"])
def test_decayed_boxes_beside_a_tick_are_blank(tick: str) -> None:
    choice = read_choice(DECAYED.replace("(建材", f"{tick}建材"), INDUSTRIES)
    assert (choice.ticked, choice.unreadable) == (("建材",), ())
    assert len(choice.blank) == 6


def test_one_decayed_box_in_a_blank_group_is_unreadable() -> None:
    text = "□跨行业跨领域工业互联网平台    \n□区域工业互联网平台   \n(行业工业互联网平台"
    assert said(text, CATEGORY) == ("", "行业")
    assert said(text.replace("□区域", "☑区域"), CATEGORY) == ("区域", "")


@pytest.mark.parametrize(
    ("text", "options", "ticked"),
    [
        ("双跨", CATEGORY, "跨行业跨领域"),
        ("跨行业跨领域", CATEGORY, "跨行业跨领域"),
        ("区域级", CATEGORY, "区域"),
        ("行业型工业互联网平台", CATEGORY, "行业"),
        ("行业（特色型）", CATEGORY, "行业"),
        ("民营企业", OWNERSHIP, "民营"),
        ("民营，成立于2018年", OWNERSHIP, "民营"),
        ("其他：事业单位", OWNERSHIP, "其他"),
        ("国有、民营", OWNERSHIP, "国有 民营"),
        ("混合云架构", CLOUD, "混合云"),
        ("钢铁、石化、氢能", INDUSTRIES, "钢铁 石化"),
        ("风电／光伏，汽车", INDUSTRIES, "汽车 风电/光伏"),
        ("安全生产、工艺及能耗管理", DOMAINS, "安全生产 工艺及能耗管理"),
        ("5g、大数据", TECHNOLOGIES, "5G 大数据"),
    ],
)
def test_a_choice_may_be_written_in_words(text: str, options: Sequence[Box], ticked: str) -> None:
    assert said(text, options) == (ticked, "")
    assert read_choice(text, options).style == "written"


@pytest.mark.parametrize(
    ("text", "options", "style"),
    [
        ("国有 民营 三资 其他", OWNERSHIP, "unmarked"),
        ("国有、民营、三资、其他", OWNERSHIP, "unmarked"),
        ("自建/合作共建", MODE, "unmarked"),
        ("自建与合作共建相结合", MODE, "none"),
        ("我公司是国有企业", OWNERSHIP, "none"),
        ("跨行业", CATEGORY, "none"),
        ("", OWNERSHIP, "none"),
        ("□国有", OWNERSHIP, "boxes"),
        ("[x]国有", OWNERSHIP, "brackets"),
        ("国有√", OWNERSHIP, "ticks"),
    ],
)
def test_the_style_says_how_the_choice_is_made(text: str, options: Sequence[Box], style: str) -> None:
    choice = read_choice(text, options)
    assert choice.style == style
    assert choice.ticked == (() if style in {"unmarked", "none"} or text[0] == "□" else ("国有",))


@pytest.mark.parametrize(
    ("text", "options", "ticked"),
    [
        ("☑新能源汽车 □汽车", INDUSTRIES, ""),
        ("□钢铁 ☑风电／光伏 □汽车", INDUSTRIES, "风电/光伏"),
        ("☑跨行业跨领域工业互联网平台 □行业工业互联网平台", CATEGORY, "跨行业跨领域"),
        ("□安全生产管理 ☑工艺及能\n耗管理", DOMAINS, "工艺及能耗管理"),
        ("☑其他（请注明）：安全生产培训 □安全生产", DOMAINS, "其他"),
        ("☑其他（请注明）：氢能装备____\n（跨行业跨领域平台须不少于2个大类行业）", INDUSTRIES, "其他"),
        ("(5G   □大数据   ☑人工智能   □工业AR/VR技术", TECHNOLOGIES, "人工智能"),
        ("☑5G ☑工业ＡＲ/ＶＲ技术 □大数据", TECHNOLOGIES, "5G 工业AR/VR技术"),
        ("平台建设基于：□公有云 □私有云 ☑混合云 □其他______架构", CLOUD, "混合云"),
    ],
)
def test_an_option_is_itself_and_not_part_of_a_longer_word(
    text: str, options: Sequence[Box], ticked: str
) -> None:
    assert said(text, options) == (ticked, "")


FORMS = {
    "boxes before": ("□{} ", "☑{} "),
    "boxes behind": ("{}□ ", "{}■ "),
    "loose boxes": ("☐ {} ", "☒ {} "),
    "rings, unspaced": ("○{}", "●{}"),
    "lines": ("{} □\n", "{} √□\n"),
    "ticked box": ("□{} ", "□{}√ "),
    "tick in the box": ("□{}  ", "□√{}  "),
    "brackets": ("（ ）{}；", "（√）{}；"),
    "square": ("[ ] {} ", "[x] {} "),
    "bare ticks": ("{}\n", "√{}\n"),
}


@given(st.sampled_from(sorted(FORMS)), st.sets(st.sampled_from(INDUSTRIES), min_size=1, max_size=6))
def test_whatever_is_ticked_in_any_form_is_read_back(form: str, chosen: set[Box]) -> None:
    blank, ticked = FORMS[form]
    text = "".join((ticked if each in chosen else blank).format(each.label) for each in INDUSTRIES)
    choice = read_choice(text, INDUSTRIES)
    assert choice.ticked == tuple(each.value for each in INDUSTRIES if each in chosen)
    assert choice.unreadable == ()


@given(st.text("□☑√×☒(（ ）)国有民营、 \n：Vx[]■", max_size=40))
def test_no_tick_is_read_where_there_is_none(text: str) -> None:
    unticked = "".join(char for char in text if char not in "☑√☒■Vx")
    choice = read_choice("□三资 □其他 " + unticked, OWNERSHIP)
    assert choice.ticked == ()


@given(st.text("□☑√ 国有民营\n（）", max_size=30))
@example("√民营√民营")
def test_spans_lead_back_to_the_text(text: str) -> None:
    for mark in read_choice(text, OWNERSHIP).marks:
        assert mark.option in "".join(text[slice(*mark.span)].split())
        once = text.count(mark.option) == 1  # an option written twice has boxes in both its places
        assert all(mark.span[0] <= start < end <= mark.span[1] for start, end in mark.boxes) or not once


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("☐国有 ☒民营", "□国有 ☑民营"),
        ("○国有 ●民营", "□国有 ☑民营"),
        ("□√国有 □民营", "□☑国有 □民营"),
        ("[x]国有 [ ]民营", "☑国有 □民营"),
        ("（√）国有 （ ）民营", "（☑）国有 （ ）民营"),
        ("√国有 民营", "☑国有 民营"),
        ("\ufffd国有 □民营", "\ufffd国有 □民营"),
        ("国有√民营", "国有√民营"),
        ("请打√：□国有 ☑民营", "请打√：□国有 ☑民营"),
    ],
)
def test_a_quote_writes_a_box_in_one_way(text: str, quote: str) -> None:
    assert canonical(text, OWNERSHIP) == quote


def test_without_options_only_boxes_are_rewritten() -> None:
    assert canonical("☐是 ☒否 ✓合格 ● 要点 ■A") == "□是 ☑否 ✓合格 ● 要点 ☑A"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("☑其他（请注明）：氢能装备____", "氢能装备"),
        ("☑其他（请注明）氢能、储能", "氢能、储能"),
        ("☑其他（请注明：氢能装备）", "氢能装备"),
        ("☑其他（氢能装备）", "氢能装备"),
        ("□其他（请注明）      ", ""),
        ("□其他______", ""),
        ("其他：氢能", "氢能"),
        ("其他☑：氢能 钢铁□", "氢能"),
        ("□钢铁 ☑其他 氢能装备，储能 □汽车", "氢能装备，储能"),
        ("☑其他：氢能\n（须不少于2个大类行业）", "氢能"),
        ("☑其他：钢铁贸易 □钢铁", "钢铁贸易"),
        ("□钢铁", ""),
        ("", ""),
    ],
)
def test_the_words_behind_an_option_are_read(text: str, words: str) -> None:
    assert other_text(text, INDUSTRIES[-1], INDUSTRIES) == words


def test_words_may_stand_on_the_line_below() -> None:
    text = "□自建  \n☑合作共建  \n请注明合作企业名称：某某公司"
    assert other_text(text, MODE[1], MODE) == ""
    assert other_text(text, MODE[1], MODE, below=True) == "请注明合作企业名称：某某公司"
    assert other_text("☑合作共建\n□自建 机房", MODE[1], MODE, below=True) == ""
