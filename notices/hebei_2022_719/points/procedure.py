"""How an application goes: whom it passes, who judges it, what follows."""

from __future__ import annotations

from notices.hebei_2022_719.facts import DEADLINE
from notices.hebei_2022_719.points.words import GAIN, SEND
from notices.notice import Passage, Point

__all__ = ["AFTER", "PROCEDURE"]

_STEPS = "二、申报要求/（三）申报流程"
_FIRST = Passage(
    f"{_STEPS}/1",
    "申报单位按照要求填写河北省工业互联网平台申报书（见附件1），加盖单位公章后，报所在市工信局审核。",
)
_SECOND = Passage(
    f"{_STEPS}/2", "各市工信局对企业申报材料审核后，遴选推荐平台，出具推荐意见（见附件2），上报省工信厅。"
)
_THIRD = Passage(
    f"{_STEPS}/3",
    "省工信厅组织专家对申报材料进行审核，对符合申报条件平台纳入全省“1+21”工业互联网平台体系重点培育平台，"
    "并将平台列入年度工业互联网重点项目库。",
)
_LOCAL = Passage(
    "二、申报要求/（二）申报要求/1",
    "按照企业自愿原则，由各市工信局、雄安新区改发局组织本地平台单位申报。",
)
_DUTY = Passage(
    "四、有关要求/1",
    "请各市局、雄安新区改发局高度重视省级工业互联网平台培育工作，尽快将通知传达到符合条件的平台单位，做好平台申报指导工作。",
)
_SUBMITTING = Passage(DEADLINE.clause, DEADLINE.quote)
_SUPPORT = tuple(
    Passage(f"三、平台培育/{number}", words)
    for number, words in (
        (
            1,
            "对于重点培育平台，将分别从能力提升、供需对接、应用落地、市场拓展等方面予以重点培育，着力促进平台能力提升、解决方案创新、创新应用集聚。",
        ),
        (
            2,
            "通过培育符合相关要求，能够实现与省工业互联网公共服务平台实现数据汇聚，认定为省级工业互联网平台，纳入全省“1+21”工业互联网平台体系，重点进行应用推广。",
        ),
        (3, "对认定为省级工业互联网平台的，在申报国家和省级工业互联网相关试点示范上予以优先支持。"),
    )
)
_CITY = "市工信局|市局|市里|地市|工信局|地方|区县|县里|县工信局|县级"
_PROVINCE = "省工信厅|省厅|省里|工信厅|省级部门|厅里"

PROCEDURE: tuple[Point, ...] = (
    Point(
        name="申报流程",
        asked=(
            "流程|步骤|程序|手续|环节|怎么报|怎么申报|如何申报|怎样申报|咋报|咋申报|怎么申请|如何申请|从头到尾|走什么 !手续费|评审",
            "申报 怎么|如何|怎样 !写|填|审|奖 ~弄|操作",
        ),
        says="申报单位填写申报书并加盖公章，报所在市工信局审核；市工信局审核、遴选并出具推荐意见，上报省工信厅；"
        "省工信厅组织专家审核，符合条件的纳入重点培育平台并列入年度重点项目库。",
        says_in_english="The applicant fills in the form, seals it and hands it to the industry bureau (工信局) of its city for review; "
        "the bureau reviews, selects, writes its recommendation and reports to the provincial department; the department has "
        "experts review, and platforms that qualify join the platforms to be fostered and the annual list of key projects.",
        passages=(_FIRST, _SECOND, _THIRD),
    ),
    Point(
        name="先交到市工信局",
        asked=(
            f"{_CITY} 先|审核|第一|初审|审 !最后一天 !怎么通知|哪些工作|职责 !雄安|新区",
            "先|第一步|首先|头一步|一开始 交|报|送|审|做|干|给谁|看|找 ~给谁|谁|材料|哪 !写 !雄安|新区",
            "报|交|送|递|审|找 哪个部门|什么部门|哪个单位|哪里审|哪家单位|谁审核|向谁|给谁|哪个局|啥部门|哪个机构|找谁|哪儿 !电话|联系|咨询 !雄安|新区 !汇总表",
            "填|写|填写|填好|填完 申报书 后|以后|之后|完|好了 ~下一步|干啥|做什么|去哪|交 !雄安|新区",
            f"直接|自己|企业|跳过|绕过|越过|不经过|不用经过|自行 {SEND}|报 {_PROVINCE}|{_CITY} !雄安|新区",
            f"{_CITY} 经过|通过|不用|绕|跳|必须 !雄安|新区",
            f"材料|申报书 {_PROVINCE} 之前|先 !雄安|新区",
            "谁 审核|先审|负责审|初审 ~先|首先|第1|第一 !雄安|新区",
            "市 审核 申报单位|谁|材料 !雄安|新区",
        ),
        says="申报单位填好申报书、加盖单位公章后，报所在市工信局审核，不直接报省工信厅；由市工信局审核推荐后上报省工信厅。",
        says_in_english="The applicant seals the completed form and hands it to the industry bureau (工信局) of its city for review, "
        "not directly to the province; the bureau reviews it and reports to the provincial department.",
        passages=(_FIRST, _SECOND),
    ),
    Point(
        name="雄安新区",
        asked=("雄安|新区 ~部门|哪|谁|报|申报|交|单位|局 !主送|发给", "改发局|改革发展局 !主送"),
        says="雄安新区的平台由雄安新区改发局（改革发展局）组织申报，推荐材料也由它盖章后邮寄省工信厅。",
        says_in_english="In Xiong'an New Area the reform and development bureau (雄安新区改发局) organises the applications, and sends the "
        "recommended ones to the provincial department.",
        passages=(_LOCAL, _SUBMITTING),
    ),
    Point(
        name="谁组织申报",
        asked=("组织 申报|谁|哪个|本地 !专家|结构|管理|代码|机构", "谁来组织|由谁组织|牵头"),
        says="申报由各市工信局、雄安新区改发局组织本地平台单位自愿进行。",
        says_in_english="The industry bureaus of the cities and the Xiong'an bureau organise the applications of their area; applying is voluntary.",
        passages=(_LOCAL,),
    ),
    Point(
        name="推荐意见",
        asked=(
            "推荐意见 谁|出具|由|哪个|专家|怎么 !模板|必须 !写在|哪张|哪里写|哪份|填在",
            "谁推荐|推荐 谁来|由谁|哪个部门|哪里推荐|谁负责 !几|多少|编程",
        ),
        says="推荐意见由各市工信局（雄安新区为改发局）审核遴选后出具，上报省工信厅。",
        says_in_english="The recommendation is written by the city's industry bureau after review, and goes to the provincial department.",
        passages=(_SECOND,),
    ),
    Point(
        name="推荐意见写在哪里",
        asked=(
            "推荐意见 写在|哪张|哪里|哪份|填在|在哪|什么表|哪个表|附件 ~表",
            "推荐意见 附件2",
        ),
        says="申报流程说推荐意见见附件2，而附件2是推荐汇总表；推荐意见的文字印在附件1“推荐单位”一栏，由市局盖章。",
        says_in_english="The procedure refers to Annex 2 for the recommendation, but Annex 2 is the summary table; the wording of the "
        "recommendation is printed in the form's row 推荐单位 (Annex 1).",
        passages=(
            Passage(f"{_STEPS}/2", "出具推荐意见（见附件2）"),
            Passage(
                "附件1/申报单位基本信息/推荐单位",
                "经我局审核，申报材料符合申报要求，同意推荐该单位申报省级工业互联网平台。",
            ),
            Passage("附件2", "河北省省级工业互联网平台推荐汇总表"),
        ),
    ),
    Point(
        name="市局做什么",
        asked=(
            f"{_CITY} 做|干|工作|职责|负责|审核后|怎么处理|收到|任务|事情 !电话 !先",
            "审核后 怎么|遴选|推荐平台",
            "遴选|筛选 ~谁|由|哪|怎么",
            "县|区县|县里|县级|县工信局 推荐|上报|直接 ~省里|省工信厅",
        ),
        says="市工信局审核企业申报材料，遴选推荐平台，出具推荐意见，上报省工信厅；并把通知传达到符合条件的单位，做好申报指导。",
        says_in_english="The city's bureau reviews the applications, selects the platforms to recommend, writes the recommendation and "
        "reports to the provincial department; it also passes the notice on and guides applicants.",
        passages=(_SECOND, _DUTY),
    ),
    Point(
        name="传达通知",
        asked=("传达|转发|告知企业|通知企业|通知到|指导|宣传|通知 市局|我们局 怎么|如何", "高度重视"),
        says="各市局、雄安新区改发局应尽快将通知传达到符合条件的平台单位，做好申报指导工作。",
        says_in_english="The bureaus are to pass the notice on to the platforms' owners that qualify as soon as possible, and to guide them.",
        passages=(_DUTY,),
    ),
    Point(
        name="专家审核",
        asked=(
            "专家|评审|评选|评定|评审会|审定 ~谁|怎么|组织|由|如何|哪个|最后|审核 !推荐意见",
            f"{_PROVINCE} 审核|评|审|做什么|组织|处理 ~怎么|如何",
            "谁 !先 评审|评选|打分|评定|最终审|最后审|拍板|决定",
            "审核 怎么|谁|如何|几级|哪几级 !先|首先|项目审计|推荐意见",
        ),
        says="省工信厅组织专家对申报材料进行审核，符合申报条件的纳入“1+21”体系重点培育平台，列入年度工业互联网重点项目库。",
        says_in_english="The provincial department has experts review the applications; platforms that qualify join the “1+21” system as "
        "platforms to be fostered, and the annual list of key industrial internet projects.",
        passages=(_THIRD,),
    ),
    Point(
        name="审核通过以后",
        asked=(
            "项目库|重点项目|年度工业互联网重点项目库 ~列入|进入|进",
            "审核通过|评审通过|通过审核|评上|入选|选上|获批|通过以后|通过之后|专家通过|批准后|批了 会|怎么样|什么|后|列入|纳入|进|下一步|哪 !支持|好处|政策|奖|给|证书|牌 !什么时候",
            "纳入 体系|培育|什么|哪 !认定",
        ),
        says="专家审核后，符合申报条件的平台纳入全省“1+21”工业互联网平台体系重点培育平台，并列入年度工业互联网重点项目库。",
        says_in_english="After the experts' review, platforms that qualify join the province's “1+21” system as platforms to be fostered and "
        "are put on the annual list of key industrial internet projects.",
        passages=(_THIRD,),
    ),
)

AFTER: tuple[Point, ...] = (
    Point(
        name="支持措施",
        asked=(
            f"{GAIN} ~获批|批准|评上|通过|认定|入选|后 !市局|汇总表|税|贷 !钱|资金|奖金 !支撑|稳增长 !支持向量 !协议|行业 !上年",
            f"{GAIN} 获批|批准|评上|通过|认定|入选|平台 !税|贷 !钱|资金|奖金",
        ),
        says="通知列出的支持有三项：对重点培育平台从能力提升、供需对接、应用落地、市场拓展等方面重点培育；认定为省级平台后重点进行应用推广；"
        "在申报国家和省级工业互联网相关试点示范上优先支持。通知没有写资金支持。",
        says_in_english="The notice names three kinds of support: platforms to be fostered are helped with building capability, matching supply "
        "and demand, deployment and market development; recognised provincial platforms are promoted; and they get priority "
        "(优先支持) in applying for national and provincial pilots. It names no money.",
        passages=_SUPPORT,
    ),
    Point(
        name="重点培育",
        asked=(
            "重点培育|培育 哪些|什么|怎么|方面|如何|从|内容|支持 !培育内容",
            "推广|宣传 ~帮|会|认定|平台",
            "能力提升|供需对接|应用落地|市场拓展",
        ),
        says="对重点培育平台，从能力提升、供需对接、应用落地、市场拓展等方面予以重点培育。",
        says_in_english="Platforms to be fostered are helped with building capability, matching supply and demand, deployment and market development.",
        passages=(_SUPPORT[0],),
    ),
    Point(
        name="认定条件",
        asked=(
            "变成|成为|升为|转为|怎样成|如何成 省级",
            "认定|算是省级|成为省级|评为省级|认证 ~怎么|条件|前提|如何|标准|要求|才能|怎样 !专精特新|高企|高新|单项冠军 !好处|支持|优先|政策|以后|之后|后|享受|证书|牌",
            "数据 接到|接入|汇聚|对接|共享|打通|连到 省|哪个平台|谁|哪里",
            "数据汇聚|数据对接|公共服务平台|数据接入 ~谁|和|什么|省",
        ),
        says="通过培育符合相关要求、能够与省工业互联网公共服务平台实现数据汇聚的，认定为省级工业互联网平台，纳入“1+21”体系，重点进行应用推广。",
        says_in_english="A platform that meets the requirements through the fostering and can pool its data with the province's public industrial "
        "internet service platform is recognised as a provincial platform, joins the “1+21” system and is promoted.",
        passages=(_SUPPORT[1],),
    ),
    Point(
        name="优先支持",
        asked=(
            "国家级 认定|直接|成为|自动",
            "试点|示范|国家试点|试点示范|优先 ~认定|支持|优先|国家|好处 !荣誉|获得",
        ),
        says="认定为省级工业互联网平台的，在申报国家和省级工业互联网相关试点示范上予以优先支持。",
        says_in_english="Recognised provincial platforms get priority (优先支持) in applying for national and provincial industrial internet pilots.",
        passages=(_SUPPORT[2],),
    ),
    Point(
        name="1+21体系",
        asked=(r"1\+\s?21|一加二十一|“1\+21” ~体系|是什么|哪里",),
        says="“1+21”是河北全省工业互联网平台体系的名称：审核合格的纳入该体系重点培育平台，认定为省级的纳入该体系；通知没有解释“1”和“21”各指什么。",
        says_in_english="“1+21” is the name of the province's system of industrial internet platforms; the notice does not explain the figures.",
        passages=(
            Passage("引言", "加快构建“1+21”工业互联网平台体系"),
            Passage(_THIRD.clause, _THIRD.quote),
            Passage(_SUPPORT[1].clause, _SUPPORT[1].quote),
        ),
    ),
)
