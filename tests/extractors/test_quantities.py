import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.quantities import find_quantities, parse_quantity


@pytest.mark.parametrize(
    ("text", "unit", "value", "other_unit"),
    [
        ("5000", "万元", 5000, ""),
        ("5000万元", "万元", 5000, ""),
        ("5000 万", "万元", 5000, ""),
        ("1.2亿元", "万元", 12000, "亿元"),
        ("1.2亿", "万元", 12000, "亿"),
        ("1亿2000万元", "万元", 12000, ""),
        ("300元", "万元", 0.03, "元"),
        ("300万", "万元", 300, ""),
        ("3千", "万元", 3000, ""),
        ("5百万", "万元", 500, ""),
        ("2.5千万", "万元", 2500, ""),
        ("500万万元", "万元", 500, ""),  # 500万, before the form's own 万元
        ("1743万元万元", "万元", 1743, ""),
        ("100余万元", "万元", 100, ""),
        ("￥300万", "万元", 300, ""),
        ("RMB 300万元", "万元", 300, ""),
        ("人民币叁佰万元", "万元", 300, ""),
        ("壹佰万元", "万元", 100, ""),
        ("壹仟贰佰万元整", "万元", 1200, ""),
        ("一亿元", "万元", 10000, "亿元"),
        ("三百", "万元", 300, ""),
        ("三百二十万", "万元", 320, ""),
        ("1,200.50", "万元", 1200.5, ""),
        ("1.2E4", "万元", 12000, ""),
        ("含税1200万元", "万元", 1200, ""),
        ("1200（含补贴）", "万元", 1200, ""),
        ("2021年：1200万元", "万元", 1200, ""),
        ("____1200____", "万元", 1200, ""),
        ("0.1", "万元", 0.1, ""),
        ("300万元", "元", 3000000, "万元"),
        ("1743万元元", "元", 17430000, "万元"),
        ("1743万元 元", "元", 17430000, "万元"),
        ("1.2亿", "元", 120000000, "亿"),
        ("壹佰万元", "元", 1000000, ""),
        ("零元", "元", 0, ""),
        ("12.5", "元", 12.5, ""),
        ("1.2亿", "万条", 12000, "亿"),
        ("500万", "万条", 500, ""),
        ("500万条", "万条", 500, ""),
        ("1200条", "万条", 0.12, "条"),
        ("3.5亿次", "万次", 35000, "亿次"),
        ("10.1", "%", 10.1, ""),
        ("10.1%", "%", 10.1, ""),
        ("10.1%%", "%", 10.1, ""),
        ("10.1 ％", "%", 10.1, ""),
        ("10.1个百分点", "%", 10.1, ""),
        ("百分之十点一", "%", 10.1, ""),
        ("百分之10.1", "%", 10.1, ""),
        ("5‰", "%", 0.5, "‰"),
        ("0.101", "%", 0.101, ""),
    ],
)
def test_an_amount_is_read_in_the_forms_unit(text: str, unit: str, value: float, other_unit: str) -> None:
    read = parse_quantity(text, unit=unit)
    assert (read.value, read.problem, read.unit, read.text) == (value, "", other_unit, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("零", 0),
        ("〇", 0),
        ("五", 5),
        ("十二", 12),
        ("两百", 200),
        ("１，２００", 1200),
        ("1 200", 1200),
        ("1200.0", 1200),
        ("1200（台/套）", 1200),
        ("1200 台/套", 1200),
        ("1200台(套)", 1200),
        ("1200台套", 1200),
        ("1200台", 1200),
        ("（1200）", 1200),
        ("约1200台", 1200),
        ("近79,500", 79500),
        ("超过1200", 1200),
        ("不少于1200", 1200),
        ("≥1200", 1200),
        ("1200余台", 1200),
        ("1200多", 1200),
        ("1200+", 1200),
        ("1200+台", 1200),
        ("1200台以上", 1200),
        ("1200台左右", 1200),
        ("约两百余家", 200),
        ("百余家", 100),
        ("五家", 5),
        ("三百二十万", 3200000),
        ("3千", 3000),
        ("1万2000", 12000),
        ("1200台，其中高端设备300台", 1200),
        ("1200（其中省外300）", 1200),
        ("共接入设备1200台", 1200),
        ("统一接入1200台", 1200),
        ("截至2022年10月底1200台", 1200),
        ("2022.10.31：1200", 1200),
        ("300人", 300),
    ],
)
def test_a_count_is_read(text: str, value: int) -> None:
    read = parse_quantity(text, unit="台/套", whole=True)
    assert (read.value, read.problem) == (value, "")
    assert isinstance(read.value, int)


def test_a_count_in_tens_of_thousands_names_its_scale() -> None:
    assert parse_quantity("300万", unit="个", whole=True)[:3] == (3000000, "", "万")


@pytest.mark.parametrize(
    ("text", "unit", "problem"),
    [
        ("12.5", "个", "fraction"),
        ("1.200", "个", "fraction"),
        ("1000-1200", "个", "range"),
        ("1000～1200", "个", "range"),
        ("1000至1200", "个", "range"),
        ("1000台—1200台", "台/套", "range"),
        ("10%-12%", "%", "range"),
        ("1000万~1200万元", "万元", "range"),
        ("1200台，300套", "台/套", "several"),
        ("800+400", "个", "several"),
        ("100万元（2019年）、200万元（2020年）", "万元", "several"),
        ("1万2", "个", "several"),
        ("1'200", "个", "several"),
        ("1,20", "个", "not-a-number"),
        ("1,2000", "个", "not-a-number"),
        ("2.1.3", "个", "not-a-number"),
        ("$300", "万元", "not-a-number"),
        ("300万美元", "万元", "not-a-number"),
        ("HK$300", "万元", "not-a-number"),
        ("300万元", "个", "not-a-number"),
        ("300个", "万元", "not-a-number"),
        ("12%", "个", "not-a-number"),
        ("12.5倍", "%", "not-a-number"),
        ("12个月", "个", "not-a-number"),
        ("2021年", "个", "not-a-number"),
        ("5G", "个", "not-a-number"),
        ("ISO9001", "个", "not-a-number"),
        ("1200kWh", "个", "not-a-number"),
        ("数十家", "家", "not-a-number"),
        ("十几家", "家", "not-a-number"),
        ("上百家", "家", "not-a-number"),
        ("不超过100", "个", "not-a-number"),
        ("100以内", "个", "not-a-number"),
        ("第三方", "个", "not-a-number"),
        ("一般", "个", "not-a-number"),
        ("利润-5", "个", "not-a-number"),
        ("较多", "个", "not-a-number"),
        ("", "个", "not-a-number"),
        ("9" * 40, "个", "not-a-number"),
    ],
)
def test_what_cannot_be_told_is_no_number(text: str, unit: str, problem: str) -> None:
    read = parse_quantity(text, unit=unit, whole=unit != "%")
    assert (read.value, read.problem, read.text) == (None, problem, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("438.6", 438.6),
        ("盈利438.6", 438.6),
        ("亏损438.6", -438.6),
        ("亏损约438.6万元", -438.6),
        ("净亏损：438.6万元", -438.6),
        ("亏损额为1.2亿元", -12000),
        ("亏损-438.6", -438.6),
        ("438.6（亏损）", -438.6),
        ("-438.6", -438.6),
        ("－438.6", -438.6),
        ("−438.6", -438.6),  # the minus sign proper
        ("—438.6", -438.6),
        ("-￥438.6", -438.6),
        ("负438.6", -438.6),
        ("利润：-438.6", -438.6),
        ("(438.6)", -438.6),
        ("（438.6）", -438.6),
        ("-0", 0),
    ],
)
def test_a_loss_is_negative_where_the_field_is_signed(text: str, value: float) -> None:
    assert parse_quantity(text, unit="万元", signed=True)[:2] == (value, "")


@pytest.mark.parametrize("text", ["减亏438.6", "扭亏为盈300", "亏损企业补贴后的数为300", "利润-438.6"])
def test_a_sign_that_cannot_be_told_is_no_number(text: str) -> None:
    assert parse_quantity(text, unit="万元", signed=True)[:2] == (None, "not-a-number")


@pytest.mark.parametrize(("text", "value"), [("-5", -5), ("－5台", -5), ("负五", -5), ("亏损5", -5)])
def test_a_negative_count_is_read_and_objected_to(text: str, value: int) -> None:
    assert parse_quantity(text, unit="台/套", whole=True)[:2] == (value, "negative")


@given(
    st.integers(0, 10**12),
    st.sampled_from(["{}", "{:,}", "约{}", "{}台", "{}余", "（{}）", "　{} ", "{}台（套）"]),
)
def test_any_whole_number_is_read_as_it_is_written(number: int, form: str) -> None:
    assert parse_quantity(form.format(number), unit="台/套", whole=True)[:2] == (number, "")


@given(st.decimals("0.01", "999999999", places=2))
def test_decimals_come_out_exactly(number: object) -> None:
    assert parse_quantity(f"{number}万元", unit="万元").value == float(str(number))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "2019年100万元、2020年200万元、2021年300万元",
            [(2019, "年"), (100, "万元"), (2020, "年"), (200, "万元"), (2021, "年"), (300, "万元")],
        ),
        ("11个设区市或3个省级以上产业园区", [(11, "个"), (3, "个")]),
        ("十一个设区市", [(11, "个")]),
        ("亏损5万元，增长1.2亿元", [(-5, "万元"), (1.2, "亿元")]),
        ("统一平台、第三方", []),
        ("", []),
    ],
)
def test_the_numbers_of_a_line_are_found_with_their_units(line: str, found: list[tuple[float, str]]) -> None:
    assert [(each.value, each.unit) for each in find_quantities(line)] == found


def test_a_found_number_can_be_read_from_its_own_text() -> None:
    line = "其中：亏损５万元，２０２１年收入1.2亿元"
    found = find_quantities(line)
    assert [line[slice(*each.span)] for each in found] == [each.text for each in found]
    assert [parse_quantity(each.text, unit="元", signed=True).value for each in found] == [
        -50000,
        None,
        120000000,
    ]
