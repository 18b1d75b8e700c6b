"""What the form demands beyond what its fields' declarations say: least numbers, what goes with what."""

from __future__ import annotations

from notices.hebei_2022_719.facts import FIGURE_YEARS
from notices.notice import Passage, Point

__all__ = ["FORM"]

_UNIT = "附件1/申报单位基本信息"
_FORM = "附件1/申报平台信息"
_BASICS = f"{_FORM}/（一）平台基础信息"
_KEY = f"{_BASICS}/平台关键指标统计"
_SERVICES = f"{_FORM}/（三）平台应用服务能力"
_SUSTAIN = f"{_FORM}/（四）平台可持续发展能力"
_INDUSTRIES = Passage(
    f"{_BASICS}/面向行业", "（跨行业跨领域平台须不少于2个大类行业，行业级仅选择1个大类行业）"
)
_DOMAINS = Passage(f"{_BASICS}/面向领域", "（跨行业跨领域平台须不少于2个领域）")
_BY_CATEGORY = Passage(
    f"{_KEY}/2",
    "2.按照申报类别填写关键指标，双跨类平台必须填写(15)、(16)；行业级平台必须填写(16)；区域级平台必须填写(15)、(16)。",
)
_NODE = Passage(f"{_KEY}/3", "3.若平台已接入标识解析二级节点，需填写以下指标，没有可不填。")
_CROSS = "双跨|跨行业|跨领域"
_ASK = "几|多少|至少|最少|下限|够|行|不少于|不能少于|必须|要求|需要|只|两|一个|\\d|覆盖|选|勾|可以"
_MANY = "几|多少|至少|最少|下限|够|行不|行吗|不少于|只|[一二两三四五六七八九十\\d]+个|覆盖|多选|选|勾|限|最多|要求|不用"
_CUSTOMERS = "典型应用企业|典型客户|典型用户|典型企业|应用企业|用户企业|客户名单|客户|用户单位"

FORM: tuple[Point, ...] = (
    Point(
        name="双跨行业数",
        asked=(
            f"{_CROSS} (?<!跨)行业(?!平台|级|类|型|工业)|大类行业|行业大类 {_MANY} !指标|市|名额|推荐|服务能力",
        ),
        says="跨行业跨领域平台须覆盖不少于2个大类行业。",
        says_in_english="A cross-industry cross-domain platform must cover at least 2 major industries.",
        passages=(_INDUSTRIES,),
        amounts={"个": (2,)},
    ),
    Point(
        name="双跨领域数",
        asked=(f"{_CROSS} (?<!跨)领域 {_MANY} !指标|市|名额|推荐|服务能力",),
        says="跨行业跨领域平台须覆盖不少于2个领域。",
        says_in_english="A cross-industry cross-domain platform must cover at least 2 domains.",
        passages=(_DOMAINS,),
        amounts={"个": (2,)},
    ),
    Point(
        name="行业级行业数",
        asked=(
            f"行业级|行业平台|行业类|行业型 ~行业|大类 ~两|个 选|勾|多选|覆盖|[一二两三四五六七八九十\\d]+个行业|几个行业|大类 !指标|市|名额|服务能力 !{_CROSS}",
            f"行业平台|行业级|行业工业互联网平台 (?<!跨)行业(?!平台|级|类|型|工业) {_MANY} !{_CROSS} !市|名额|推荐|推|指标|服务能力|家",
        ),
        says="行业级平台只选1个大类行业。",
        says_in_english="An industry platform chooses only 1 (one) major industry.",
        passages=(_INDUSTRIES,),
        amounts={"个": (1,)},
    ),
    Point(
        name="行业数的要求",
        asked=(
            f"面向行业|覆盖行业|行业数|大类行业|行业大类|(?<!跨)行业 {_MANY} !指标|市|名额|推荐|服务能力|选项 !{_CROSS}|行业平台|行业级|区域 !领域",
        ),
        says="跨行业跨领域平台须不少于2个大类行业（可多选），行业级平台只选1个大类行业；区域平台通知没有规定个数。",
        says_in_english="A cross-industry cross-domain platform covers at least 2 major industries, an industry platform only 1; for regional "
        "platforms no number is set.",
        passages=(_INDUSTRIES,),
    ),
    Point(
        name="领域数的要求",
        asked=(
            "区域|行业平台|行业级 (?<!跨)领域(?!跨) 个|几|至少|最少|要求|覆盖 !服务能力|指标|市|名额",
            f"面向领域|覆盖领域|领域数 至少|最少|下限|不少于|要求|够 !{_CROSS}|行业平台|行业级|区域",
        ),
        says="跨行业跨领域平台须不少于2个领域；行业、区域平台通知没有规定个数。",
        says_in_english="A cross-industry cross-domain platform covers at least 2 domains; for the other categories no number is set.",
        passages=(_DOMAINS,),
    ),
    Point(
        name="双跨的关键指标",
        asked=(f"{_CROSS} 指标|(?:\\(?1[56]\\)?) !区域级?平台 !区别|不同|差异",),
        says="双跨类平台除共性指标(1)至(14)外，必须填写(15)服务区域数量、(16)平台完成服务合同额。",
        says_in_english="Besides the common indicators (1) to (14), a cross-industry cross-domain platform must fill in (15) regions served and "
        "(16) contract amount.",
        passages=(
            _BY_CATEGORY,
            Passage(f"{_KEY}/1", "1.共性指标。所有平台均需填写。"),
        ),
    ),
    Point(
        name="区域级的关键指标",
        asked=(
            f"区域级|区域平台|区域类|区域型|区域工业互联网平台|区域(?=的|呢|要|不用|必须) 指标|\\(?1[56]\\)?|合同额|服务区域数量|设区市|园区 !单位 !{_CROSS} !区别|不同|差异",
        ),
        says="区域级平台除共性指标(1)至(14)外，必须填写(15)服务区域数量、(16)平台完成服务合同额。",
        says_in_english="Besides the common indicators (1) to (14), a regional platform must fill in (15) regions served and (16) contract amount.",
        passages=(
            _BY_CATEGORY,
            Passage(f"{_KEY}/1", "1.共性指标。所有平台均需填写。"),
        ),
    ),
    Point(
        name="行业级的关键指标",
        asked=(
            f"行业级|行业平台|行业类|行业型|行业工业互联网平台|(?<!跨)行业(?=的|呢) 指标|\\(?1[56]\\)?|合同额|服务区域数量|设区市|园区 !单位 !{_CROSS} !区别|不同|差异",
        ),
        says="行业级平台除共性指标(1)至(14)外，必须填写(16)平台完成服务合同额；通知没有要求它填(15)服务区域数量。",
        says_in_english="Besides the common indicators (1) to (14), an industry platform must fill in (16) contract amount; it is not asked for (15).",
        passages=(
            _BY_CATEGORY,
            Passage(f"{_KEY}/1", "1.共性指标。所有平台均需填写。"),
        ),
    ),
    Point(
        name="按类别的关键指标",
        asked=(
            "\\(?1[56]\\)?(?!\\d|日|号|00) ~谁|哪|必填|要|必须|平台 !规则 !附件",
            "设区市|产业园区|园区|服务区域数量|合同额 谁|哪类|哪些平台|哪种|都要|必须|必填|需要|用不用 !单位",
            "指标 类别|分类|按 填 !所有|全部|共同|不分|每类|各类|都得|都要",
        ),
        says="(15)服务区域数量由双跨类、区域级平台必须填写；(16)平台完成服务合同额三类平台都必须填写。",
        says_in_english="(15) regions served is required of cross-industry and regional platforms, (16) contract amount of all three categories.",
        passages=(_BY_CATEGORY,),
    ),
    Point(
        name="共性指标",
        asked=(
            "共性指标|共性|所有平台 ~指标|填|哪些",
            "指标 所有|全部|共同|不分|不论|不管|每类|各类|通用|公共 填|都|哪|类|平台 !1[5-9] !二级节点",
            "\\(?1\\)?(?:到|至|-|~)\\(?14\\)?",
        ),
        amounts={"项": (14,), "个": (14,)},
        says="共性指标共14项，所有平台都要填写：(1)专利、(2)软著、(3)省部级及以上项目或标准、(4)接入设备、(5)数据采集点、(6)兼容协议解析、"
        "(7)工业机理模型、(8)微服务组件、(9)工业APP、(10)接入企业、(11)解决方案、(12)从业人员、(13)第三方开发者、(14)新技术应用情况。",
        says_in_english="There are 14 common indicators, (1) to (14), which all platforms fill in: patents, software copyrights, projects and standards, "
        "devices, data points, protocols, mechanism models, microservices, industrial apps, enterprises, solutions, practitioners, "
        "third-party developers and new technologies.",
        passages=(Passage(f"{_KEY}/1", "1.共性指标。所有平台均需填写。"),),
    ),
    Point(
        name="关键指标有几项",
        asked=("关键指标|指标 几项|多少项|多少个|几个|总共|一共 !共性|区域|行业|双跨|二级节点",),
        amounts={"项": (19,), "个": (19,)},
        says="平台关键指标共19项：(1)至(14)是共性指标，所有平台都填；(15)(16)按申报类别填；(17)至(19)接入标识解析二级节点的填，没有可不填。",
        says_in_english="There are 19 key indicators: (1) to (14) for all platforms, (15) and (16) by category, (17) to (19) for platforms connected to a "
        "secondary identifier node (optional otherwise).",
        passages=(
            Passage(f"{_KEY}/1", "1.共性指标。所有平台均需填写。"),
            _BY_CATEGORY,
            _NODE,
        ),
    ),
    Point(
        name="标识解析指标",
        asked=(
            "二级节点|标识解析|标识 ~二级节点 ~标识解析 指标|没有|没接入|未接入|没做|没搞|可不填|必填|必须|怎么填|空|要填|不填|所有 !能力|第7|单位 !能力介绍",
            "\\(?1[789]\\)?(?!\\d|日|号) ~二级节点|填|要|怎么|必须|空",
            "标识解析 指标 是什么|哪|三个|几个",
            "17到19|17至19|17-19|十七到十九",
        ),
        says="(17)二级节点标识注册量、(18)二级节点标识解析量、(19)二级节点接入企业数：平台已接入标识解析二级节点的要填，没有可不填。",
        says_in_english="(17) identifiers registered, (18) identifiers resolved and (19) enterprises connected are filled in only where the platform is "
        "connected to a secondary identifier node (二级节点); otherwise they may stay blank.",
        passages=(_NODE,),
    ),
    Point(
        name="典型应用企业",
        asked=(f"{_CUSTOMERS} ~几|家|多少|至少|最少|列|够|写|哪些|证明|材料|附 !合同 !服务合同 !接入",),
        says="列举不少于三家典型应用企业名称，并提供证明材料。",
        says_in_english="At least three typical customers (典型应用企业) are named, with supporting documents.",
        passages=(
            Passage(f"{_BASICS}/平台典型应用企业名称", "列举不少于三家典型应用企业名称，并提供证明材料"),
        ),
        amounts={"家": (3,), "个": (3,)},
    ),
    Point(
        name="解决方案",
        asked=(
            "解决方案|方案 ~几|多少|至少|最少|详细|介绍|列表|列|够|怎么写|写什么|方面|供给 !双链|双碳|清单|数量的|附件|单位|指标",
        ),
        says="提供解决方案列表，详细介绍3个以上解决方案，包括解决的痛点问题、部署方案、预期推广效益等。",
        says_in_english="A list of solutions is given, and 3 or more are described in detail: the problem solved, deployment and expected benefit.",
        passages=(
            Passage(
                f"{_SERVICES}/解决方案供给能力",
                "（提供解决方案列表，详细介绍3个以上解决方案情况，包括解决的痛点问题、部署方案、预期推广效益等）",
            ),
        ),
        amounts={"个": (3,)},
    ),
    Point(
        name="双链双碳",
        asked=("双链|双碳 ~几|各|方案|怎么|写|介绍|多少",),
        says="介绍“双链”、“双碳”解决方案各1个，并介绍取得的成效和下一步推广计划。",
        says_in_english="One 双链 and one 双碳 solution are described (1 each), with results and plans for spreading them.",
        passages=(
            Passage(
                f"{_FORM}/（六）平台社会贡献度/2",
                "（介绍“双链”、“双碳”解决方案各1个，并介绍取得的成效和下一步推广计划）",
            ),
        ),
        amounts={"个": (1,)},
    ),
    Point(
        name="填报年度",
        asked=(
            "研发投入|研发费用|研发经费|研发支出|业务收入|营业收入|营收|业务成本|运营成本|收入|成本|近三年 近[一二两四五六七八九十]年|哪几年|哪年|哪三年|年份|年度|几年|20\\d\\d|哪些年|分年|累计 !审计|怎么算 !占比",
            "近三年|三年 ~是|指|哪 !审计",
        ),
        says=FIGURE_YEARS.says + "每项既填近三年累计数，也分年填写。",
        says_in_english=f"{FIGURE_YEARS.says_in_english} Both the total and each year are given.",
        passages=(
            Passage(f"{_SUSTAIN}/3", "2019、2020、2021年平台相关的研发投入"),
            Passage(f"{_SUSTAIN}/4", "2019、2020、2021年平台相关的业务收入"),
            Passage(f"{_SUSTAIN}/5", "2019、2020、2021年平台相关的运营成本"),
        ),
    ),
    Point(
        name="投资回报率",
        asked=("投资回报率|投资回报|回报率 ~怎么|算|公式|除以|等于|分子|分母|什么 !单位|填在|必填",),
        says="投资回报率=年均利润/投资总额×100%。",
        says_in_english="Return on investment = average annual profit (年均利润) / total investment (投资总额) × 100%.",
        passages=(Passage(f"{_SUSTAIN}/6", "（投资回报率=年均利润/投资总额×100%）"),),
    ),
    Point(
        name="研发投入的含义",
        asked=(
            "研发投入|研发费用|研发经费 包括|是什么|指|含义|哪些费用|算|定义|口径 !哪年|哪几年|单位|占比",
        ),
        says="企业研发投入指企业用于平台研究和开发过程中发生的各种费用。",
        says_in_english="R&D spending means all costs of researching and developing the platform.",
        passages=(Passage(f"{_SUSTAIN}/3", "（企业用于平台研究和开发过程中发生的各种费用）"),),
    ),
    Point(
        name="业务收入的含义",
        asked=("业务收入|主营收入|主营业务收入|营业收入 包括|是什么|指|含义|算|定义|口径 !哪年|哪几年|单位",),
        says="主营业务收入指从事平台相关业务所取得的收入。",
        says_in_english="Revenue means what is earned from business related to the platform.",
        passages=(Passage(f"{_SUSTAIN}/4", "（从事平台相关业务所取得的收入）"),),
    ),
    Point(
        name="业务成本的含义",
        asked=("业务成本|主营业务成本|运营成本|成本 包括|是什么|指|含义|算|定义|口径 !哪年|哪几年|单位",),
        says="主营业务成本指公司开发和销售与平台业务有关的服务所必须投入的直接成本。",
        says_in_english="Cost means the direct cost of developing and selling services related to the platform.",
        passages=(Passage(f"{_SUSTAIN}/5", "（公司开发和销售与平台业务有关的服务所必须投入的直接成本）"),),
    ),
    Point(
        name="上市和VC/PE投资",
        asked=(
            "上市 ~算|什么|定义|界定|指|怎样|是指|证明|ipo|新三板 !公司能|能报|上市公司可以",
            "vc/pe|vc|pe投资|风险投资|股权投资|风投|融资 ~算|什么|定义|界定|指|包括",
        ),
        says="上市是指企业通过证券交易所首次公开面向投资者增发股权、募集资金的行为；VC/PE投资是指投资非上市公司的股权。",
        says_in_english="Listing means offering shares to the public for the first time through a stock exchange; VC/PE investment means investing in "
        "the equity of an unlisted company.",
        passages=(
            Passage(
                f"{_SUSTAIN}/7",
                "（上市是指企业通过证券交易所首次公开面向投资者增发股权、募集资金的行为；VC/PE投资是指投资非上市公司的股权）",
            ),
        ),
    ),
    Point(
        name="企业荣誉",
        asked=(
            "荣誉|获奖|奖项|企业荣誉 ~怎么|写|哪些|要素|信息|每条|级别 !必填|不填|没有|放|附件|证书|清单|评上",
        ),
        says="企业荣誉填两化融合、工业互联网等领域的国家、省级专项或试点示范项目、贯标评定通过情况，逐条说明奖项、级别、获得时间。",
        says_in_english="Honours are listed one by one with the award, its level and date: national and provincial projects, pilots and certifications "
        "in integration of IT and industry, industrial internet and the like.",
        passages=(
            Passage(
                f"{_UNIT}/企业荣誉",
                "企业获得两化融合、工业互联网、新一代信息技术与制造业融合发展等领域国家、省级专项或试点示范项目、贯标评定通过情况。"
                "（备注：逐条说明奖项、级别、获得时间）",
            ),
        ),
    ),
    Point(
        name="真实性承诺",
        asked=(
            "承诺|承诺书|保证 ~什么|内容|写|哪些|责任 !研发|专利|签",
            "弄虚作假|虚假|造假|不实|作假|编造|假材料|瞒报 ~后果|责任|怎么|处理",
        ),
        says="申报单位承诺申报的所有材料均真实、完整，涉及的关键技术产品等内容皆为自主知识产权；如有不实，愿承担相应的责任。",
        says_in_english="The applicant pledges that all its material is true and complete and that the key technologies are its own intellectual property, "
        "and accepts responsibility (承担相应的责任) if not.",
        passages=(
            Passage(
                f"{_UNIT}/真实性承诺",
                "我单位申报的所有材料，均真实、完整，并保证所涉及的关键技术产品等内容皆为自主知识产权。如有不实，愿承担相应的责任。",
            ),
        ),
    ),
    Point(
        name="法定代表人签章",
        asked=("承诺书|承诺|法定代表人|法人代表|法人|老板|负责人 签|签字|签章|签名|盖章 !委托|代签|出国",),
        says="真实性承诺一栏要法定代表人签章，并盖单位公章、写日期。",
        says_in_english="The pledge bears the legal representative's signature or seal (法定代表人签章), the applicant's seal and the date.",
        passages=(
            Passage(f"{_UNIT}/真实性承诺", "法定代表人签章："),
            Passage(f"{_UNIT}/真实性承诺", "单位公章："),
        ),
    ),
    Point(
        name="推荐单位意见",
        asked=("推荐单位 意见|原文|写什么|怎么写|内容 !推荐意见",),
        says="“推荐单位”一栏印有：经我局审核，申报材料符合申报要求，同意推荐该单位申报省级工业互联网平台；由推荐单位盖公章、写日期。",
        says_in_english="The row 推荐单位 is printed: “经我局审核，申报材料符合申报要求，同意推荐该单位申报省级工业互联网平台。” The bureau seals and dates it.",
        passages=(
            Passage(
                f"{_UNIT}/推荐单位",
                "经我局审核，申报材料符合申报要求，同意推荐该单位申报省级工业互联网平台。",
            ),
        ),
    ),
    Point(
        name="审计报告",
        asked=(
            "审计报告|审计|专项审计|年审报告 ~几年|哪年|哪几年|要|需要|二维码|近|两年|几份 !事务所|会计师 !哪个附件|附件几|第几",
            "二维码 ~报告|附",
        ),
        says="材料附件3：近两年年度审计报告、近两年项目专项审计报告，都要附有二维码，并附客户服务合同及相应发票；按表中近三年为2019至2021年推算，近两年是2020年和2021年。",
        says_in_english="Attachment 3: annual and project audit reports of the last two years, each with a QR code, with service contracts and invoices; by "
        "the form's years (2019–2021) these are 2020 and 2021.",
        passages=(
            Passage(
                f"{_FORM}/（八）",
                "附件3: 近两年年度审计报告（附有二维码）、近两年项目专项审计报告（附有二维码）（附客户服务合同及相应发票）",
            ),
        ),
    ),
    Point(
        name="合同和发票",
        asked=("合同|发票 证明|附|交|提供|复印|材料|要不要|需要|放 !合同额|金额",),
        says="客户服务合同及相应发票随附件3（审计报告）一并附上。",
        says_in_english="Service contracts and invoices go with attachment 3 (audit reports).",
        passages=(
            Passage(
                f"{_FORM}/（八）",
                "附件3: 近两年年度审计报告（附有二维码）、近两年项目专项审计报告（附有二维码）（附客户服务合同及相应发票）",
            ),
        ),
    ),
    Point(
        name="截至何时的数据",
        asked=("数据|统计 截至|截止|到什么时候|哪天|时点|目前 !申报|寄|汇聚|采集",),
        says="（二）平台基础能力介绍要填写截至目前的统计数据，相关证明材料可放入第（八）部分。",
        says_in_english="Part （二） is to be filled in with figures up to the present; supporting documents may go into part （八）.",
        passages=(
            Passage(
                f"{_FORM}/（二）平台基础能力介绍",
                "（请填写截至目前的统计数据，相关证明材料可放入第（八）部分）",
            ),
        ),
    ),
    Point(
        name="平台类别单选",
        asked=(
            "平台类别|类别|平台类型|申报类别|三类 单选|多选|同时|都勾|几个|两个|可以选|只能 !名额|市",
            "同时 区域 行业 !名额|区别",
        ),
        says="平台类别是单选：跨行业跨领域、区域、行业三类只勾一类。",
        says_in_english="The platform category is a single choice: only one of 跨行业跨领域, 区域 and 行业 is ticked.",
        passages=(Passage(f"{_BASICS}/平台类别（单选）", "（单选）"),),
    ),
    Point(
        name="缺2022年",
        asked=("2022 研发投入|收入|成本|数据 要填|填|需要|吗",),
        says="研发投入、业务收入、成本填2019、2020、2021年三年，表中没有2022年。",
        says_in_english="R&D spending, revenue and cost are given for 2019, 2020 and 2021; the form does not ask for 2022.",
        passages=(Passage(f"{_SUSTAIN}/3", "2019、2020、2021年平台相关的研发投入"),),
    ),
)
