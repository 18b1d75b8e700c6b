"""Where the notice doesn't agree with itself, found by reading it closely; answers show these, nothing smooths them."""

from __future__ import annotations

from notices.notice import Contradiction, Passage

__all__ = ["CONTRADICTIONS"]

_GUIDE = "附件1/填报说明"
_UNIT = "附件1/申报单位基本信息"
_FORM = "附件1/申报平台信息"
_BASICS = f"{_FORM}/（一）平台基础信息"
_SUSTAIN = f"{_FORM}/（四）平台可持续发展能力"

CONTRADICTIONS: tuple[Contradiction, ...] = (
    Contradiction(
        topic="装订方式",
        kind="demand",
        passages=(
            Passage(f"{_GUIDE}/七", "以普通纸质材料作为封面，并于左侧装订成册（采用普通胶粘装订方式）"),
            Passage(f"{_GUIDE}/八", "并于左侧装订成册（采用胶装方式装订成册）"),
        ),
        explanation="填报说明七要求普通胶粘装订并以普通纸质材料作封面，填报说明八要求胶装而没有提封面，两条并存，通知没有说以哪条为准。",
        explanation_in_english="Items 七 and 八 of the filling-in guide both set the binding: 七 asks for plain glue "
        "binding with a cover of ordinary paper, 八 for perfect binding and names no cover; the notice does not say "
        "which prevails.",
    ),
    Contradiction(
        topic="附件2是什么",
        kind="demand",
        passages=(
            Passage("二、申报要求/（三）申报流程/2", "出具推荐意见（见附件2）"),
            Passage("附件2", "河北省省级工业互联网平台推荐汇总表"),
            Passage(
                f"{_UNIT}/推荐单位",
                "经我局审核，申报材料符合申报要求，同意推荐该单位申报省级工业互联网平台。",
            ),
        ),
        explanation="申报流程说推荐意见见附件2，而附件2是推荐汇总表，推荐意见的文字印在附件1“推荐单位”一栏。",
        explanation_in_english="The procedure refers to Annex 2 for the recommendation opinion, but Annex 2 is the "
        "summary table; the wording of the recommendation stands in the form's cell 推荐单位 (Annex 1).",
    ),
    Contradiction(
        topic="高校、科研院所的证照",
        kind="demand",
        passages=(
            Passage("二、申报要求/（一）申报条件/1", "高校及科研院所等"),
            Passage(f"{_FORM}/（八）", "附件1：企业法人营业执照及组织机构代码证书"),
        ),
        explanation="高校及科研院所可以申报，而材料清单要的是企业法人营业执照，通知没有说事业单位以何种证书代替。",
        explanation_in_english="Universities and research institutes may apply, yet the list of materials asks for an "
        "enterprise's business licence; the notice does not say what replaces it for them.",
    ),
    Contradiction(
        topic="申报书的名称",
        kind="name",
        passages=(
            Passage("二、申报要求/（三）申报流程/1", "河北省工业互联网平台申报书（见附件1）"),
            Passage("附件清单", "附件：1.河北省省级工业互联网平台申报书"),
            Passage("附件1/封面", "河北省省级工业互联网平台申报书"),
        ),
        explanation="申报流程写“河北省工业互联网平台申报书”，附件清单和封面写“河北省省级工业互联网平台申报书”，指同一份申报书。",
    ),
    Contradiction(
        topic="申报书与申请书",
        kind="name",
        passages=(
            Passage(f"{_GUIDE}/一", "如实填报申报书相关内容"),
            Passage(f"{_GUIDE}/二", "提交材料包括申请书纸质材料和电子文档，申请单位必须确保"),
        ),
        explanation="填报说明二把申报书、申报单位写作“申请书”“申请单位”，其余各处写“申报书”“申报单位”，所指相同。",
    ),
    Contradiction(
        topic="平台类型与平台类别",
        kind="name",
        passages=(
            Passage("附件1/封面", "平   台   类    型"),
            Passage(f"{_BASICS}/平台类别（单选）", "平台类别"),
            Passage("附件2/表", "平台类别"),
        ),
        explanation="封面叫“平台类型”，表内和附件2叫“平台类别”，填的是同一项。",
    ),
    Contradiction(
        topic="汇总表的名称",
        kind="name",
        passages=(
            Passage("四、有关要求/2", "推荐平台汇总表"),
            Passage("附件清单", "2.河北省省级工业互联网平台推荐汇总表"),
        ),
        explanation="有关要求写“推荐平台汇总表”，附件2题为“推荐汇总表”，指同一张表。",
    ),
    Contradiction(
        topic="发文机关的名称",
        kind="name",
        passages=(
            Passage("落款", "河北省工业化和信息化厅"),
            Passage("附件1/封面", "河北省工业和信息化厅编制"),
        ),
        explanation="落款印作“河北省工业化和信息化厅”，封面印作“河北省工业和信息化厅”，落款多印了一个“化”字。",
    ),
    Contradiction(
        topic="跨行业跨领域与双跨",
        kind="name",
        passages=(
            Passage("一、培育内容/（三）", "跨行业跨领域工业互联网平台"),
            Passage(f"{_BASICS}/平台关键指标统计/2", "双跨类平台必须填写"),
            Passage(f"{_FORM}/（三）平台应用服务能力/平台服务能力/（1）", "申报双跨、行业平台必填"),
        ),
        explanation="“双跨”“双跨类平台”都指跨行业跨领域工业互联网平台，通知没有另作说明。",
    ),
    Contradiction(
        topic="业务成本与运营成本",
        kind="name",
        passages=(
            Passage(f"{_SUSTAIN}/5", "近三年平台相关的累计业务成本"),
            Passage(f"{_SUSTAIN}/5", "2019、2020、2021年平台相关的运营成本"),
        ),
        explanation="主营业务成本一项中，累计数叫“业务成本”，分年数叫“运营成本”，通知没有区分二者。",
    ),
    Contradiction(
        topic="投资总额与投资金额",
        kind="name",
        passages=(
            Passage(f"{_SUSTAIN}/6", "投资回报率=年均利润/投资总额×100%"),
            Passage(f"{_BASICS}/投资金额(万元)", "投资金额(万元)"),
        ),
        explanation="投资回报率按“投资总额”算，表中只有“投资金额(万元)”一项，通知没有另行定义投资总额。",
    ),
    Contradiction(
        topic="金额单位",
        kind="number",
        passages=(
            Passage(f"{_UNIT}/上年销售（万元）", "上年销售（万元）"),
            Passage(f"{_SUSTAIN}/3", "近三年平台相关的累计研发投入：       元"),
        ),
        explanation="申报单位基本信息和平台基础信息中的金额以万元计，平台可持续发展能力中的研发投入、收入、成本以元计。",
    ),
    Contradiction(
        topic="两级同名的“申报要求”",
        kind="number",
        passages=(
            Passage("二、申报要求", "二、申报要求"),
            Passage("二、申报要求/（二）申报要求", "（二）申报要求。"),
        ),
        explanation="第二部分叫“申报要求”，其下的（二）也叫“申报要求”。",
    ),
    Contradiction(
        topic="两套“一、二、三、四”",
        kind="number",
        passages=(
            Passage("四、有关要求", "四、有关要求"),
            Passage(f"{_GUIDE}/四", "四、申报单位对所填报的相关内容真实性负责。"),
        ),
        explanation="正文的一至四与填报说明的一至八各自编号，只说“第四条”指不清是哪一处。",
    ),
    Contradiction(
        topic="附件1中两套“（一）（二）”",
        kind="number",
        passages=(
            Passage(f"{_UNIT}/企业简介/（二）", "（二）申报单位核心竞争力介绍"),
            Passage(f"{_FORM}/（二）平台基础能力介绍", "（二）平台基础能力介绍"),
        ),
        explanation="企业简介里有（一）（二），申报平台信息又从（一）编到（八），两处都有“（一）”“（二）”。",
    ),
    Contradiction(
        topic="两处(1)至(3)",
        kind="number",
        passages=(
            Passage(f"{_BASICS}/平台关键指标统计/1", "(2)平台核心软硬件技术获得的软著数量"),
            Passage(f"{_FORM}/（三）平台应用服务能力/平台服务能力/（2）", "（2）领域服务能力"),
        ),
        explanation="关键指标编为(1)至(19)，平台服务能力又编（1）至（3），两处都有(1)(2)(3)。",
    ),
    Contradiction(
        topic="两套“附件1、附件2”",
        kind="number",
        passages=(
            Passage("附件清单", "附件：1.河北省省级工业互联网平台申报书"),
            Passage(f"{_FORM}/（八）", "附件1：企业法人营业执照及组织机构代码证书"),
            Passage(f"{_FORM}/（八）", "附件2：企业征信情况报告"),
        ),
        explanation="通知的附件1、附件2是申报书和推荐汇总表，申报书第（八）部分的材料清单又编附件1至附件12。",
    ),
)
