"""The blank form, filled in as one does in Word: typed into its cells and blanks, clicked in its boxes."""

import io
import unicodedata
import zipfile

import pytest
from lxml import etree

from extractors.form import Form
from extractors.text import squeeze
from notices.hebei_2022_719.form import SPEC
from notices.hebei_2022_719.layout import write_form

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

# (label of the cell, which of the cells with that label, what is typed beside it, the field, its value)
CELLS = [
    ("平台名称", 0, "冀云工业互联网平台", "cover.platform_name", "冀云工业互联网平台"),
    ("平台类型", 0, "区域工业互联网平台", "cover.platform_category", "区域"),
    ("申报单位（盖章）", 0, "河北甲乙科技有限公司", "cover.applicant", "河北甲乙科技有限公司"),
    ("填报日期", 0, "2022年11月18日", "cover.filed_on", "2022-11-18"),
    ("单位名称", 0, "河北甲乙科技有限公司", "applicant.name", "河北甲乙科技有限公司"),
    ("成立时间", 0, "2015年6月", "applicant.founded_on", "2015-06"),
    ("注册资本（万元）", 0, "5000", "applicant.registered_capital", 5000),
    ("姓名", 0, "王甲", "applicant.contact.name", "王甲"),
    ("手机", 0, "13800000000", "applicant.contact.mobile", "13800000000"),
    ("传真", 0, "无", "applicant.contact.fax", None),
    ("上年利润（万元）", 0, "-12.5", "applicant.last_year_profit", -12.5),
    ("平台名称", 1, "冀云工业互联网平台", "platform.name", "冀云工业互联网平台"),
    ("投资金额(万元)", 0, "1.2亿元", "platform.investment", 12000),
]

# (words before the blank, which blank of that line, what is typed on it, the field, its value)
BLANKS = [
    ("覆盖行业数（个）：", 0, "2", "platform.industry_count", 2),
    ("请注明服务商名称", 0, "丙丁云", "platform.iaas_provider", "丙丁云"),
    ("(4)接入设备数量：", 0, "1,200", "platform.indicators.connected_devices", 1200),
    ("(15)服务区域数量：", 0, "3", "platform.indicators.service_cities", 3),
    ("(15)服务区域数量：", 1, "7", "platform.indicators.service_parks", 7),
    ("近三年平台相关的累计研发投入：", 0, "6000000", "sustainability.rnd_total", 6000000),
    (
        "2019、2020、2021年平台相关的研发投入：",
        0,
        "1000000、2000000、3000000",
        "sustainability.rnd_2020",
        2000000,
    ),
    ("6.投资回报率：", 0, "8.5", "sustainability.roi_percent", 8.5),
]

# (words of the line before its boxes, "" where there are none; the option clicked; the field, its value)
BOXES = [
    ("", "民营", "applicant.ownership", "民营"),
    ("", "区域工业互联网平台", "platform.category", "区域"),
    ("", "建材", "platform.industries", ["建材", "风电/光伏"]),
    ("", "风电/光伏", "platform.industries", ["建材", "风电/光伏"]),
    ("", "安全生产", "platform.domains", ["安全生产"]),
    ("", "在建", "platform.build_status", "在建"),
    ("", "合作共建", "platform.build_mode", "合作共建"),
    ("", "工业AR/VR技术", "platform.indicators.new_technologies", ["工业AR/VR技术"]),
    ("平台建设基于", "混合云", "capability.cloud_type", "混合云"),
    ("1.平台是否", "是", "sustainability.has_development_plan", True),
    ("2.平台是否", "否", "sustainability.is_independent_company", False),
]

# (words of the hint over the room, what is typed there, the field)
NARRATIVES = [
    ("发展历程、主营业务", "公司始建于二〇一五年。", "applicant.profile_introduction"),
    ("主要介绍平台架构", "平台分为边缘、平台、应用三层。", "capability.architecture"),
    ("申报区域平台必填", "平台服务于三个设区市。", "services.regional"),
    ("并附相关证明材料。", "平台设有专门的运营部门。", "sustainability.organization"),
    ("介绍“双链”、“双碳”", "双链方案一个，双碳方案一个。", "contribution.dual_chain_dual_carbon"),
    ("包含但不限于技术创新", "明年接入更多企业。", "next_plan"),
]


def words(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def only(found: list[etree._Element], of: str) -> etree._Element:
    assert len(found) == 1, f"{len(found)} places for {of}"
    return found[0]


def type_at_the_end(paragraph: etree._Element, text: str) -> None:
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}t").text = text


def type_beside(body: etree._Element, label: str, which: int, text: str) -> None:
    cells = [each for each in body.iter(f"{W}tc") if squeeze(words(each)) == label]
    beside = cells[which].getnext()
    assert beside is not None
    type_at_the_end(next(beside.iter(f"{W}p")), text)


def type_on_the_blank(body: etree._Element, before: str, which: int, text: str) -> None:
    line = only([each for each in body.iter(f"{W}p") if words(each).startswith(before)], before)
    ruled = [each for each in line.iter(f"{W}r") if each.find(f"{W}rPr/{W}u") is not None]
    blank = ruled[which].find(f"{W}t")
    assert blank is not None
    blank.text = f"  {text} "


def click(body: etree._Element, before: str, option: str) -> None:
    lines = [each for each in body.iter(f"{W}p") if words(each).startswith(before)]
    controls = [each for line in lines for each in line.iter(f"{W}sdt")]
    aliases = [(each.find(f"{W}sdtPr/{W}alias"), each) for each in controls]
    box = only(
        [each for alias, each in aliases if alias is not None and alias.get(f"{W}val") == option], option
    )
    next(box.iter(f"{W14}checked")).set(f"{W14}val", "1")
    next(box.iter(f"{W}t")).text = "☑"


def type_under(body: etree._Element, hint: str, text: str) -> None:
    over = only([each for each in body.iter(f"{W}p") if hint in words(each)], hint)
    room = over.getnext()
    assert room is not None
    assert words(room) == ""
    type_at_the_end(room, text)


def filled() -> bytes:
    blank, out = io.BytesIO(), io.BytesIO()
    write_form(blank)
    with zipfile.ZipFile(blank) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/document.xml":
                body = etree.fromstring(content)
                fill_in(body)
                content = etree.tostring(body, encoding="UTF-8", xml_declaration=True)
            after.writestr(name, content)
    return out.getvalue()


def fill_in(body: etree._Element) -> None:
    for label, which, text, _, _ in CELLS:
        type_beside(body, label, which, text)
    for before, which, text, _, _ in BLANKS:
        type_on_the_blank(body, before, which, text)
    for before, option, _, _ in BOXES:
        click(body, before, option)
    for hint, text, _ in NARRATIVES:
        type_under(body, hint, text)


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    from extractors.fill import fill
    from extractors.readers import read

    target = tmp_path_factory.mktemp("filled") / "申报书.docx"
    target.write_bytes(filled())
    return fill(read(target), SPEC)


EXPECTED: dict[str, object] = {
    **{path: value for *_, path, value in CELLS},
    **{path: value for *_, path, value in BLANKS},
    **{path: value for *_, path, value in BOXES},
    **{path: unicodedata.normalize("NFKC", text) for _, text, path in NARRATIVES},
    "sustainability.rnd_2019": 1000000,
    "sustainability.rnd_2021": 3000000,
}


@pytest.mark.parametrize("path", sorted(EXPECTED))
def test_what_is_typed_is_what_is_read(path: str, form: Form) -> None:
    assert form.value(path) == EXPECTED[path]


def test_what_is_not_typed_stays_blank(form: Form) -> None:
    whole_cell = {"applicant.profile"}
    untouched = {each.path for each in SPEC.fields} - set(EXPECTED) - whole_cell
    assert {path: form[path] for path in untouched if form[path].state != "blank"} == {}


def test_a_none_is_a_none(form: Form) -> None:
    assert form["applicant.contact.fax"].state == "none"
