# ruff: noqa: RUF001 - full-width letters are what is tested
import pytest

from extractors.text import count_characters, fold, is_blank, is_nothing, key, narrow, squeeze, strip_number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("  某某公司 ", "某某公司"),
        ("某 某　公 司", "某某公司"),
        ("基于 5G 技术", "基于 5G 技术"),
        ("ＡＢＣ１２３（北京）", "ABC123(北京)"),
        ("　　第一段  \n　　第二段", "第一段\n第二段"),
        ("设备\t12\n机床\t3", "设备\t12\n机床\t3"),
        ("第一行\r\n第二行\x0b第三行", "第一行\n第二行\n第三行"),
        ("零\u200b宽\ufeff字\u00ad符", "零宽字符"),
        ("二〇 二二", "二〇二二"),
        ("\n\n", ""),
    ],
)
def test_a_value_is_folded(written: str, value: str) -> None:
    assert fold(written) == value


def test_folding_twice_changes_nothing() -> None:
    once = fold("　某 某（ＡＢ）\n  二 段\t三 ")
    assert fold(once) == once


def test_narrowing_keeps_every_character_in_its_place() -> None:
    written = "１，２００（台／套）－３％　￥"
    assert narrow(written) == "1,200(台/套)-3% ¥"
    assert len(narrow(written)) == len(written)


def test_squeezing_takes_all_white_space() -> None:
    assert squeeze(" 邮 \u3000箱\n\t\u200b") == "邮箱"


@pytest.mark.parametrize(
    ("written", "number", "rest"),
    [
        ("（一）平台基础信息", "（一）", "平台基础信息"),
        ("(4)接入设备数量：", "(4)", "接入设备数量："),
        ("（ 12 ） 从业人员", "（ 12 ）", "从业人员"),
        ("6．平台安全防护能力", "6．", "平台安全防护能力"),
        ("3.IaaS层能力", "3.", "IaaS层能力"),
        ("2.5G应用", "2.", "5G应用"),
        ("1、2019年", "1、", "2019年"),
        ("1.1 概述", "1.1", "概述"),
        ("第三、其他", "第三、", "其他"),
        ("第一部分 概况", "第一部分", "概况"),
        ("十二、总结", "十二、", "总结"),
        ("① 国有", "①", "国有"),
        ("3支撑经济或行业运行分析", "3", "支撑经济或行业运行分析"),
        ("2“双链”及“双碳”支撑能力", "2", "“双链”及“双碳”支撑能力"),
        ("2019年平台相关的研发投入", "", "2019年平台相关的研发投入"),
        ("2019、2020、2021年", "", "2019、2020、2021年"),
        ("1.5亿元", "", "1.5亿元"),
        ("3个以上", "", "3个以上"),
        ("5G", "", "5G"),
        ("(5G", "", "(5G"),
        ("三资", "", "三资"),
        ("统一平台", "", "统一平台"),
        ("", "", ""),
    ],
)
def test_a_list_number_is_parted_from_what_it_numbers(written: str, number: str, rest: str) -> None:
    assert strip_number(written) == (number, rest)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("(4)接入设备数量：", "接入 设备数量"),
        ("★ 单位名称", "单位名称"),
        ("*1. 单位名称：", "单位名称"),
        ("1. *单位名称", "单位名称"),
        ("E-Mail", "ｅ－ｍａｉｌ"),
        ("2.\"双链\"及'双碳'支撑能力", "2“双链”及“双碳”支撑能力"),
        ("联 系 人：", "联系人:"),
        ("投资金额（万元）", "投资金额(万元)"),
    ],
)
def test_labels_that_say_the_same_have_the_same_key(one: str, other: str) -> None:
    assert key(one) == key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("2019年收入", "2020年收入"), ("电话", "电话号码"), ("(5G", "(6G")]
)
def test_labels_that_differ_keep_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n\t　", 0),
        ("中文测试", 4),
        ("平台“双链”——能力…", 11),
        ("5·8×3", 5),
        ("Hello World", 2),
        ("中,文", 3),  # a lone half-width mark is a run of its own
        ("增长10%,约3.14万元", 7),
        ("a.b@c.com.cn", 1),
        ("5G+工业互联网", 6),
        ("AR/VR", 1),
        ("１２３", 3),  # full-width digits and letters are full-width characters
        ("ＡＢＣＤＥ", 5),
        ("①②", 2),
        ("50㎡", 2),
        ("≥20℃", 3),
        ("α-Fe", 1),
        ("Привет мир", 2),
        ("👍👎👏", 1),
        ("好👍", 2),
        ("𠮷野家", 3),
        ("Let’s go", 2),
        ("foo\u200bbar", 1),
        ("图￼片", 2),
        ("Hello、World。", 4),
        ("东京2024オリンピック", 9),
        ("「こんにちは」", 7),
    ],
)
def test_characters_are_counted_as_word_does(text: str, count: int) -> None:
    assert count_characters(text) == count


@pytest.mark.parametrize(
    "text",
    [
        "无",
        " 无。",
        "（无）",
        "暂无",
        "目前暂无",
        "没有",
        "无此项",
        "不适用",
        "暂不涉及",
        "N/A",
        "n.a.",
        "None",
        "／",
        "//",
        "\\",
        "—",
        "——",
        "-",
        "－－",
        "–",
        "_—_",
        "不 适 用",
    ],
)
def test_an_applicant_may_say_that_there_is_none(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize(
    "text", ["", " ", "0", "无锡市", "无线网络", "-5", "一", "暂无，2023年计划申报", "___", "×", "。"]
)
def test_what_is_written_or_left_blank_is_not_none(text: str) -> None:
    assert not is_nothing(text)


@pytest.mark.parametrize(
    "text",
    ["", "  \n", "_____", "＿＿ ＿", "……", "......", "：", "（ ）", "（）。", "\u0332 \u0332", "\u200b"],
)
def test_leaders_and_lone_marks_are_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["0", "无", "/", "—", "□", "a", "￼"])
def test_anything_written_is_not_blank(text: str) -> None:
    assert not is_blank(text)
