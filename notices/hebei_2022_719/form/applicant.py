"""The cover and 申报单位基本信息."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from notices.asks import OPTIONAL, RECOMMENDED, Ask, Part
from notices.hebei_2022_719.form.words import CATEGORY_OPTIONS, OWNERSHIP_OPTIONS, Ownership, PlatformCategory


class Cover(Part):
    """封面."""

    section: ClassVar[str] = "cover"

    platform_name: Annotated[
        str | None,
        Ask("平台名称", "申报平台名称", "平台全称", "工业互联网平台名称", "申报平台", "申报平台全称"),
    ] = None
    platform_category: Annotated[
        PlatformCategory | None,
        Ask(
            "平台类型",
            "平台类别",
            "申报类型",
            "申报类别",
            "申报平台类型",
            "申报平台类别",
            options=CATEGORY_OPTIONS,
        ),
    ] = None
    applicant: Annotated[
        str | None,
        Ask("申报单位", "申报企业", "申请单位", "申报单位名称", "申报主体", "企业名称", "单位名称", "申请企业", "申报企业名称",
            title="申报单位（盖章）"),
    ] = None  # fmt: skip
    recommender: Annotated[
        str | None,
        Ask(
            "推荐单位",
            "推荐部门",
            "推荐单位名称",
            "主管部门",
            "推荐机关",
            title="推荐单位（盖章）",
            required=RECOMMENDED,
        ),
    ] = None
    filed_on: Annotated[
        str | None,
        Ask(
            "填报日期",
            "填报时间",
            "填表日期",
            "填表时间",
            "申报日期",
            "申报时间",
            "编制日期",
            "日期",
            kind="date",
        ),
    ] = None


class Contact(Part):
    """申报单位基本信息 / 联系人."""

    section: ClassVar[str] = "applicant"

    name: Annotated[
        str | None,
        Ask(
            "姓名",
            "联系人",
            "联系人姓名",
            "联系人名称",
            "申报联系人",
            "项目联系人",
            group="联系人",
            title="联系人/姓名",
        ),
    ] = None
    phone: Annotated[
        str | None,
        Ask("电话", "联系电话", "固定电话", "座机", "办公电话", "联系人电话", "电话号码", "固话", "单位电话", "联系人联系电话",
            group="联系人", title="联系人/电话"),
    ] = None  # fmt: skip
    title: Annotated[
        str | None,
        Ask(
            "职务",
            "职务/职称",
            "职务职称",
            "职位",
            "联系人职务",
            "岗位",
            "职称",
            group="联系人",
            title="联系人/职务",
        ),
    ] = None
    mobile: Annotated[
        str | None,
        Ask("手机", "手机号", "手机号码", "移动电话", "联系人手机", "联系手机", "联系人手机号", "联系人手机号码",
            group="联系人", title="联系人/手机"),
    ] = None  # fmt: skip
    fax: Annotated[
        str | None,
        Ask(
            "传真",
            "传真号码",
            "传真电话",
            "传真号",
            "联系人传真",
            group="联系人",
            title="联系人/传真",
            required=OPTIONAL,
        ),
    ] = None
    email: Annotated[
        str | None,
        Ask("E-mail", "邮箱", "电子邮箱", "电子邮件", "Email", "联系邮箱", "电邮", "邮箱地址", "电子信箱", "联系人邮箱", "E-mail地址",
            group="联系人", title="联系人/E-mail"),
    ] = None  # fmt: skip


class Honor(BaseModel, defer_build=True):
    """One line of 企业荣誉."""

    model_config = ConfigDict(extra="forbid")

    text: str
    level: Literal["国家级", "省级", "市级"] | None = None
    obtained_on: str | None = None  # ISO 8601 at the precision written


class Applicant(Part):
    """申报单位基本信息."""

    section: ClassVar[str] = "applicant"

    name: Annotated[
        str | None,
        Ask("单位名称", "企业名称", "申报单位名称", "申报单位", "公司名称", "单位全称", "企业全称", "申报企业名称", "申报主体名称",
            "申报企业", "法人名称", "法人单位名称", "申报单位全称", "企业（单位）名称", "单位（企业）名称", "公司全称", "申报主体"),
    ] = None  # fmt: skip
    organization_code: Annotated[
        str | None,
        Ask("组织机构代码", "统一社会信用代码", "社会信用代码", "信用代码", "法人代码", "机构代码", "组织机构代码证", "统一代码",
            "组织机构代码/统一社会信用代码", "统一社会信用代码/组织机构代码", "组织机构代码证号", "统一信用代码", "企业信用代码",
            "组织机构代码或统一社会信用代码", "统一社会信用代码或组织机构代码", "营业执照号", "组织机构代码号", "企业代码",
            kind="code"),
    ] = None  # fmt: skip
    founded_on: Annotated[
        str | None,
        Ask("成立时间", "成立日期", "注册时间", "注册日期", "设立时间", "设立日期", "创立时间", "成立年月", "企业成立时间",
            "公司成立时间", "单位成立时间", kind="date"),
    ] = None  # fmt: skip
    ownership: Annotated[
        Ownership | None,
        Ask("企业性质", "单位性质", "企业类型", "所有制性质", "经济性质", "单位类型", "公司性质", "所有制", "企业所有制", "所有制类型",
            "企业所有制性质", options=OWNERSHIP_OPTIONS),
    ] = None  # fmt: skip
    registered_capital: Annotated[
        float | None,
        Ask(
            "注册资本",
            "注册资金",
            "注册资本金",
            "企业注册资本",
            "公司注册资本",
            unit="万元",
            title="注册资本（万元）",
        ),
    ] = None
    address: Annotated[
        str | None,
        Ask("单位地址", "企业地址", "公司地址", "注册地址", "通讯地址", "通信地址", "地址", "联系地址", "详细地址", "办公地址", "单位住所",
            "住所", "单位注册地址", "企业注册地址", "申报单位地址", "单位通讯地址"),
    ] = None  # fmt: skip
    contact: Contact = Contact.model_construct()
    last_year_sales: Annotated[
        float | None,
        Ask("上年销售", "上年销售额", "上年度销售额", "上年销售收入", "上年度销售收入", "上年营业收入", "上年度营业收入", "上一年度销售额",
            "上一年度销售收入", "上一年度营业收入", "上年度销售", "上年主营业务收入", "上一年销售额", "上一年销售", "上年度主营业务收入",
            "2021年销售额", "2021年销售收入", "2021年营业收入", "销售额", "销售收入", unit="万元", title="上年销售（万元）"),
    ] = None  # fmt: skip
    last_year_profit: Annotated[
        float | None,
        Ask("上年利润", "上年利润总额", "上年度利润", "上年度利润总额", "上年净利润", "上年度净利润", "上一年度利润", "上一年度利润总额",
            "上一年度净利润", "上一年利润", "2021年利润", "2021年利润总额", "2021年净利润", "利润总额", "利润额", "净利润",
            unit="万元", title="上年利润（万元）", signed=True),
    ] = None  # fmt: skip
    profile: Annotated[
        str | None,
        Ask("企业简介", "单位简介", "公司简介", "企业概况", "企业介绍", "申报单位简介", "单位概况", "公司概况", "申报企业简介",
            kind="longtext", limit=1500, hints=("（限1500字）",)),
    ] = None  # fmt: skip
    profile_introduction: Annotated[
        str | None,
        Ask("申报单位情况介绍", "企业情况介绍", "单位情况介绍", "企业基本情况介绍", "申报单位情况", "申报单位基本情况介绍",
            "申报企业情况介绍", "公司情况介绍", "申报单位基本情况",
            kind="longtext", number="（一）", group="企业简介", title="企业简介/（一）申报单位情况介绍",
            hints=("发展历程、主营业务、市场销售、行业地位排名、市场占有率等方面基本情况。",)),
    ] = None  # fmt: skip
    profile_competence: Annotated[
        str | None,
        Ask("申报单位核心竞争力介绍", "核心竞争力介绍", "企业核心竞争力介绍", "核心竞争力", "申报单位核心竞争力", "企业核心竞争力",
            "申报企业核心竞争力介绍", "单位核心竞争力介绍", "公司核心竞争力介绍",
            kind="longtext", number="（二）", group="企业简介", title="企业简介/（二）申报单位核心竞争力介绍",
            hints=("突出工业互联网平台技术、产品、解决方案等相关能力，包括优势技术、人才队伍、研发能力、实施能力、服务保障、应用效果等。",)),
    ] = None  # fmt: skip
    honors: Annotated[
        list[Honor],
        Ask("企业荣誉", "单位荣誉", "公司荣誉", "荣誉", "获奖情况", "所获荣誉", "企业荣誉情况", "获得荣誉", "荣誉情况", "企业所获荣誉",
            "企业获得荣誉", "荣誉资质", "企业荣誉及资质",
            kind="honors", required=OPTIONAL,
            hints=(("企业获得两化融合、工业互联网、新一代信息技术与制造业融合发展等领域国家、省级专项或试点示范项目、贯标评定通过情况。"
                   "（备注：逐条说明奖项、级别、获得时间）"),)),
    ] = []  # noqa: RUF012 - pydantic copies the default  # fmt: skip
    pledge_date: Annotated[
        str | None,
        Ask("真实性承诺", "真实性承诺书", "真实性声明", "承诺", "申报单位承诺", "承诺书", "企业承诺", "真实性承诺声明",
            kind="date", passage=True, title="真实性承诺/日期"),
    ] = None  # fmt: skip
    recommendation_date: Annotated[
        str | None,
        Ask("推荐单位", "推荐意见", "推荐单位意见", "推荐部门意见", "主管部门意见", "推荐单位推荐意见", "推荐单位审核意见", "推荐部门",
            kind="date", passage=True, title="推荐单位/日期", required=RECOMMENDED),
    ] = None  # fmt: skip
