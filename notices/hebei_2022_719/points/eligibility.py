"""Who may apply: 二、申报要求/（一）申报条件 and what it leaves open."""

from __future__ import annotations

from notices.hebei_2022_719.points.words import APPLY, ELSEWHERE, MAY
from notices.notice import Passage, Point

__all__ = ["ELIGIBILITY"]

_CONDITIONS = "二、申报要求/（一）申报条件"
_WHO = Passage(
    f"{_CONDITIONS}/1",
    "申报主体是在我省注册的工业企业、基础电信企业、信息技术企业、互联网企业、高校及科研院所等，具备独立法人资格，"
    "具有较好的经济实力、技术研发和融合创新能力。",
)
_OWNER = Passage(f"{_CONDITIONS}/2", "申报单位应是申报平台的建设运营主体及产权拥有者。")
_CREDIT = Passage(
    f"{_CONDITIONS}/3", "企业经营状况良好，在经营管理、社会信用、安全生产、节能环保等方面无失信惩戒信息。"
)

_UNIVERSITY = "高校|大学|学院|院校|学校|高等院校|职业技术学院|大专"
_INSTITUTE = "科研院所|研究院|研究所|科研机构|科研单位|设计院|科研所|事业单位|实验室"
_TELECOM = "基础电信|电信|移动公司|联通|运营商|铁塔|通信公司|通信运营|中国移动|移动联通"
_SOFTWARE = "信息技术企业|软件公司|软件企业|软件开发企业|软件开发公司|软件开发|软件厂商|it公司|it企业|信息技术公司|科技公司|信息化公司|系统集成"
_INTERNET = "互联网企业|互联网公司|网络公司|电商公司|平台公司"
_FACTORY = "工业企业|制造企业|工厂|厂子|制造业企业|钢厂|钢铁厂|制造公司|生产企业"
_ONE_OF_THESE = f"{_UNIVERSITY}|{_INSTITUTE}|{_TELECOM}|{_SOFTWARE}|{_INTERNET}|{_FACTORY}"
_RECORD = "失信|黑名单|信用中国|征信不好|不良记录|处罚|罚款|罚单|处分|查处|约谈|被罚|惩戒|违法|违规|行政处罚|信用问题|信用记录|信用差|老赖|事故|欠税|拖欠|污染|环保问题|安全问题|通报批评"

ELIGIBILITY: tuple[Point, ...] = (
    Point(
        name="申报主体",
        asked=(
            "申报主体|申报条件|申报资格|申报对象|申报范围",
            f"{MAY} {_ONE_OF_THESE} ~{APPLY}",
            f"{MAY} 哪些单位|哪些企业|什么企业|什么单位|什么样的单位|什么样的企业|哪类企业|哪种企业|哪些公司|什么样的公司|哪类单位|啥样的企业|啥单位 ~{APPLY}",
            "谁能|谁可以|谁有资格|谁 申报|报|参加 ~可以|能",
            f"能报|可以报|能申报|可以申报|符合条件|有资格|够条件 !{ELSEWHERE} !专利|联合|两个|平台建成",
            f"{APPLY} 要求|门槛|条件 什么|哪些|啥 !封面|格式|字体",
            "经济实力|技术研发|融合创新",
        ),
        says="在河北省注册、具备独立法人资格的工业企业、基础电信企业、信息技术企业、互联网企业、高校及科研院所等可以申报，"
        "并要有较好的经济实力、技术研发和融合创新能力。",
        says_in_english="Eligible are industrial enterprises, basic telecom operators, IT companies, internet companies, "
        "universities, research institutes and the like that are registered in Hebei and have independent legal person "
        "status, with sound finances and the ability to do R&D and integrated innovation.",
        passages=(_WHO,),
    ),
    Point(
        name="独立法人",
        asked=(
            "法人资格|独立法人|法人地位|法人单位|非法人|法人 !签|章|代表|执照|营业",
            f"分公司|分支机构|分厂|分部|办事处|事业部 ~{MAY} ~{APPLY} !写",
            f"个体户|个体工商户|个人|自然人|合伙|小作坊|个体 ~{MAY} ~{APPLY}|弄",
        ),
        says="申报主体须具备独立法人资格；没有独立法人资格的分公司、实验室、个体户、个人等不符合这一条，不能申报。",
        says_in_english="The applicant must have independent legal person status; branches, laboratories, sole traders or "
        "persons without it do not meet this condition and cannot apply.",
        passages=(
            Passage(
                f"{_CONDITIONS}/1",
                "申报主体是在我省注册的工业企业、基础电信企业、信息技术企业、互联网企业、高校及科研院所等，具备独立法人资格",
            ),
        ),
    ),
    Point(
        name="注册地",
        asked=(
            f"{ELSEWHERE} {MAY}|注册|报|落户 !工信厅|政策|补助|补贴",
            f"{ELSEWHERE} 公司|企业|单位|厂 {APPLY}|{MAY}",
            "注册地|注册在|哪里注册|在哪注册|本省注册|我省注册|省内注册|河北注册|本省|省内|我省|哪个省",
        ),
        says="申报主体须是在河北省（“我省”）注册的单位；注册地在外省、外市（如北京、天津）的公司不符合这一条，不能申报。",
        says_in_english="The applicant must be registered in Hebei; a company registered elsewhere, such as in Tianjin or "
        "Beijing, does not meet this condition and cannot apply.",
        passages=(
            Passage(
                f"{_CONDITIONS}/1",
                "申报主体是在我省注册的工业企业、基础电信企业、信息技术企业、互联网企业、高校及科研院所等",
            ),
        ),
    ),
    Point(
        name="建设运营主体及产权",
        asked=(
            "产权|所有权|拥有者|权属|归属|知识产权 !证书|附件|清单|放|承诺 ~申报|报",
            "运营方|建设方|建设运营|运营单位 不是|不一致|不同|同1家|同一|分开",
            "归|属于|所有权|权属 客户|别人|甲方|集团|母公司|第三方|所有|他人|个人",
            "建设运营主体|运营主体 !名称|填写|这一栏",
            "运营|建设|开发(?!者)|委托|代运营|外包 别人|他人|第三方|外包|其他公司|别家|人家|外面|代运营|代建 ~可以|能",
            "平台 不是我们|不是自己|别人的|不属于|人家的|租来的|买来的|代理 !云|iaas",
            "母公司|子公司|集团 名下|名义|申报|报|平台",
        ),
        says="申报单位必须是申报平台的建设运营主体，同时是产权拥有者；平台由别人建设运营，或产权不在申报单位名下的，不符合这一条。",
        says_in_english="The applicant must be the one that builds and operates the platform and owns it; where another builds, "
        "operates or owns it, this condition is not met.",
        passages=(_OWNER,),
    ),
    Point(
        name="失信",
        asked=(
            f"{_RECORD} ~{MAY} ~{APPLY}|影响|拒 !放哪|附件 !弄虚作假|承诺|不实",
            "信用 要求|条件|申报|不好|差|有问题 !报告|代码|附件",
            "安全生产|环保|节能环保 ~出过|问题|影响|记录|事故 !领域|勾|选项|服务|公共",
            "经营状况|经营管理|亏损|效益不好",
        ),
        says="企业须经营状况良好，在经营管理、社会信用、安全生产、节能环保等方面没有失信惩戒信息；有失信惩戒信息的不符合申报条件。",
        says_in_english="The enterprise must be in good operating condition, with no record of punishment for breach of trust in "
        "management, social credit, work safety, energy saving or environmental protection; one with such a record does not qualify.",
        passages=(_CREDIT,),
    ),
    Point(
        name="自愿",
        asked=(
            "必填|必须|强制 参加|参与",
            "自愿|强制|必须参加|非报不可|不报|强行|一定要报|必须报 !指标|(15)|(16) ~企业",
        ),
        says="申报按企业自愿的原则，不强制。",
        says_in_english="Applying is voluntary.",
        passages=(
            Passage(
                "二、申报要求/（二）申报要求/1",
                "按照企业自愿原则，由各市工信局、雄安新区改发局组织本地平台单位申报。",
            ),
        ),
    ),
    Point(
        name="在建平台",
        asked=(
            "在建|没建成|未建成|还没建|拟建|没建完|建设中|没上线|规划中 可以|能|报|填|行|申报|勾",
            "建成 才能|才可以|必须|一定|以后再 !年",
        ),
        says="表中“建设状态”一栏有已建成、在建、拟建三项可选，通知没有要求平台已经建成。",
        says_in_english="The row 建设状态 offers 已建成 (built), 在建 (under construction) and 拟建 (planned); the notice does not "
        "demand that the platform be finished.",
        passages=(Passage("附件1/申报平台信息/（一）平台基础信息/建设状态", "□已建成 □在建 □拟建"),),
    ),
    Point(
        name="高校的证照",
        asked=(f"{_UNIVERSITY}|{_INSTITUTE} 营业执照|执照|证照|证书 ~没有|代替",),
        says="高校及科研院所可以申报，材料清单要的是企业法人营业执照及组织机构代码证书，通知没有说事业单位以何种证书代替。",
        says_in_english="Universities and research institutes may apply; the list of materials asks for an enterprise's business "
        "licence and organisation code certificate, and the notice does not say what replaces them.",
        passages=(
            Passage("附件1/申报平台信息/（八）", "附件1：企业法人营业执照及组织机构代码证书"),
            Passage(f"{_CONDITIONS}/1", "高校及科研院所等"),
        ),
    ),
)
