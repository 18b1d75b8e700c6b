"""What the notice sets, as values, each with the words that set it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from notices.notice import Fact

__all__ = [
    "ADDRESS",
    "AUDIT_YEARS",
    "CONTACT",
    "COPIES",
    "DEADLINE",
    "DOCUMENT_NUMBER",
    "EMAIL",
    "FACTS",
    "FIGURE_YEARS",
    "ISSUED",
    "PHONE",
    "QUOTAS",
]

_CONTACTS = "四、有关要求/联系方式"
_SUBMITTING = "请各市局、雄安新区改发局于2022年11月25日前将推荐平台汇总表和平台申报书（一式三份）盖章后邮寄我厅，电子版发联系人邮箱。"

DEADLINE: Fact[date] = Fact(  # the day itself is still in time
    name="报送截止日期",
    value=date(2022, 11, 25),
    clause="四、有关要求/2",
    quote=_SUBMITTING,
    says="各市局、雄安新区改发局须于2022年11月25日前将推荐平台汇总表和平台申报书盖章后邮寄省工信厅；"
    "这是市局上报的期限，通知没有另定申报单位交到市局的日期。",
    says_in_english="The city bureaus and the Xiong'an bureau must send the summary table and the applications to "
    "the department by 25 November 2022; the notice sets no separate date for applicants to reach their bureau.",
    asked=("截止日期", "截止时间", "最晚报送期限", "申报材料提交上报"),
)
ISSUED: Fact[date] = Fact(
    name="通知日期",
    value=date(2022, 11, 7),
    clause="落款",
    quote="2022年11月7日",
    says="通知的落款日期是2022年11月7日。",
    says_in_english="The notice is dated 7 November 2022.",
    asked=("发布日期", "印发时间", "发文日期", "落款日期"),
)
DOCUMENT_NUMBER: Fact[str] = Fact(
    name="文号",
    value="冀工信软件函〔2022〕719号",
    clause="文号",
    quote="冀工信软件函〔2022〕719号",
    says="通知的文号是冀工信软件函〔2022〕719号。",
    says_in_english="The document number is 冀工信软件函〔2022〕719号.",
    asked=("文号", "发文字号", "文件编号"),
)
QUOTAS: Fact[Mapping[str, int]] = Fact(  # platforms a city may recommend, by PlatformCategory
    name="推荐名额",
    value=MappingProxyType({"跨行业跨领域": 1, "区域": 1, "行业": 3}),
    clause="二、申报要求/（二）申报要求/2",
    quote="每个市推荐跨行业跨领域工业互联网平台数量不超过1个，推荐区域工业互联网平台数量不超过1个，"
    "推荐行业工业互联网平台数量不超过3个。",
    says="每个市最多推荐跨行业跨领域平台1个、区域平台1个、行业平台3个。",
    says_in_english="Each city may recommend at most 1 cross-industry cross-domain platform, 1 regional platform "
    "and 3 industry platforms.",
    asked=("推荐名额", "每个市推荐数量上限"),
)
CONTACT: Fact[str] = Fact(
    name="联系人",
    value="李志巧",
    clause=_CONTACTS,
    quote="联系人：李志巧  15930816492",
    says="通知的联系人是李志巧，电话15930816492，邮箱ronghechu@126.com。",
    says_in_english="The notice names 李志巧 as contact, telephone 15930816492, e-mail ronghechu@126.com.",
    asked=("通知联系人", "咨询", "联系人姓名"),
)
PHONE: Fact[str] = Fact(
    name="联系电话",
    value="15930816492",
    clause=_CONTACTS,
    quote="联系人：李志巧  15930816492",
    says="联系人李志巧的电话是15930816492。",
    says_in_english="The contact's telephone is 15930816492 (李志巧).",
    asked=("联系电话", "咨询电话", "联系人电话"),
)
EMAIL: Fact[str] = Fact(
    name="邮箱",
    value="ronghechu@126.com",
    clause=_CONTACTS,
    quote="邮  箱：ronghechu@126.com",
    says="电子版发到联系人邮箱ronghechu@126.com。",
    says_in_english="The electronic version goes to the contact's e-mail, ronghechu@126.com.",
    asked=("电子邮箱", "电子版发联系人邮箱", "电子版提交"),
)
ADDRESS: Fact[str] = Fact(
    name="邮寄地址",
    value="河北省石家庄市新华区和平西路402号",
    clause=_CONTACTS,
    quote="地  址：河北省石家庄市新华区和平西路402号",
    says="纸质材料由市局邮寄到河北省石家庄市新华区和平西路402号。",
    says_in_english="The bureaus mail the paper copies to 河北省石家庄市新华区和平西路402号.",
    asked=("邮寄地址", "纸质材料邮寄", "省工信厅地址"),
)
COPIES: Fact[int] = Fact(
    name="份数",
    value=3,
    clause="四、有关要求/2",
    quote="平台申报书（一式三份）",
    says="平台申报书一式三份。",
    says_in_english="Three copies of the application are needed.",
    asked=("申报书份数", "纸质材料份数", "几份", "多少份", "份数", "how many copies", "copies"),
)
FIGURE_YEARS: Fact[tuple[int, ...]] = Fact(  # what 近三年 and 上年 mean in the form
    name="近三年",
    value=(2019, 2020, 2021),
    clause="附件1/申报平台信息/（四）平台可持续发展能力/3",
    quote="2019、2020、2021年平台相关的研发投入",
    says="研发投入、业务收入、成本按2019、2020、2021年三年填报。",
    says_in_english="R&D spending, revenue and cost are given for 2019, 2020 and 2021.",
    asked=("近三年年份", "数据年度"),
)
AUDIT_YEARS: Fact[tuple[int, ...]] = Fact(  # 近两年, counted as 近三年 is in the form: up to 2021
    name="审计报告年度",
    value=(2020, 2021),
    clause="附件1/申报平台信息/（八）",
    quote="附件3: 近两年年度审计报告（附有二维码）、近两年项目专项审计报告（附有二维码）（附客户服务合同及相应发票）",
    says="须附近两年的年度审计报告和项目专项审计报告（均附有二维码），并附客户服务合同及相应发票；"
    "按表中的近三年（2019至2021年）推算，近两年是2020年和2021年。",
    says_in_english="Annual and project audit reports of the last two years (with QR code) are needed, with service "
    "contracts and invoices; by the form's years these are 2020 and 2021.",
    asked=("审计报告", "审计报告年度"),
)

FACTS = (
    DEADLINE,
    ISSUED,
    DOCUMENT_NUMBER,
    QUOTAS,
    CONTACT,
    PHONE,
    EMAIL,
    ADDRESS,
    COPIES,
    FIGURE_YEARS,
    AUDIT_YEARS,
)
