"""What people ask who have to choose: which category, what of several conditions, what else may be handed in."""

from __future__ import annotations

from notices.hebei_2022_719.facts import QUOTAS
from notices.notice import Passage, Point

__all__ = ["CHOOSING"]

_CONDITIONS = "二、申报要求/（一）申报条件"
_FORM = "附件1/申报平台信息"
_BASICS = f"{_FORM}/（一）平台基础信息"
_QUOTA = Passage(QUOTAS.clause, QUOTAS.quote)

CHOOSING: tuple[Point, ...] = (
    Point(
        name="申报条件",
        asked=(),
        says="申报条件有三条：一是申报主体为在河北省注册、具备独立法人资格的工业企业、基础电信企业、信息技术企业、互联网企业、高校及科研院所等，"
        "有较好的经济实力、技术研发和融合创新能力；二是申报单位为申报平台的建设运营主体及产权拥有者；三是企业经营状况良好，在经营管理、社会信用、"
        "安全生产、节能环保等方面无失信惩戒信息。",
        says_in_english="There are three conditions: (1) the applicant is an industrial enterprise, basic telecom operator, IT or internet company, university, "
        "research institute or the like, registered in Hebei, with independent legal person status, sound finances and the ability to do R&D; (2) it builds, operates and owns "
        "the platform; (3) it is in good operating condition, with no record of punishment for breach of trust.",
        passages=(
            Passage(
                f"{_CONDITIONS}/1",
                "申报主体是在我省注册的工业企业、基础电信企业、信息技术企业、互联网企业、高校及科研院所等，具备独立法人资格，"
                "具有较好的经济实力、技术研发和融合创新能力。",
            ),
            Passage(f"{_CONDITIONS}/2", "申报单位应是申报平台的建设运营主体及产权拥有者。"),
            Passage(
                f"{_CONDITIONS}/3",
                "企业经营状况良好，在经营管理、社会信用、安全生产、节能环保等方面无失信惩戒信息。",
            ),
        ),
    ),
    Point(
        name="子公司申报",
        asked=(),
        says="子公司只要在河北省注册、具备独立法人资格，并且自己是平台的建设运营主体及产权拥有者，就符合这些条件，可以申报；通知没有限制集团或母公司在哪里。",
        says_in_english="A subsidiary that is registered in Hebei, has independent legal person status, and itself builds, operates and owns the platform "
        "meets these conditions and may apply; the notice sets nothing on where its parent is.",
        passages=(
            Passage(
                f"{_CONDITIONS}/1",
                "申报主体是在我省注册的工业企业、基础电信企业、信息技术企业、互联网企业、高校及科研院所等，具备独立法人资格",
            ),
            Passage(f"{_CONDITIONS}/2", "申报单位应是申报平台的建设运营主体及产权拥有者。"),
        ),
    ),
    Point(
        name="该报哪一类",
        asked=(),
        says="看平台面向谁：只面向1个大类行业的是行业平台；面向不同行业、不同区域，覆盖不少于2个大类行业、不少于2个领域的是跨行业跨领域（双跨）平台；"
        "面向全市工业企业、提供公共服务并汇聚本地区域平台数据的是区域平台。平台类别只能选一类。",
        says_in_english="It depends on whom the platform serves: 1 major industry: industry platform; different industries and regions, at least 2 major industries and "
        "2 domains: cross-industry cross-domain (双跨) platform; all industrial firms of a city: regional platform. Only one category is chosen.",
        passages=(
            Passage(
                f"{_BASICS}/面向行业", "（跨行业跨领域平台须不少于2个大类行业，行业级仅选择1个大类行业）"
            ),
            Passage(f"{_BASICS}/面向领域", "（跨行业跨领域平台须不少于2个领域）"),
            Passage("一、培育内容/（二）", "支持面向全市工业企业建设特色化、专业化、市场化工业互联网平台"),
            Passage("一、培育内容/（三）", "为不同行业、不同区域工业企业提供公共服务。"),
            Passage(f"{_BASICS}/平台类别（单选）", "（单选）"),
        ),
    ),
    Point(
        name="申报单位基本信息",
        asked=(),
        says="“申报单位基本信息”要填：单位名称、组织机构代码、成立时间、企业性质、注册资本（万元）、单位地址、联系人（姓名、电话、职务、手机、传真、E-mail）、"
        "上年销售（万元）、上年利润（万元）、企业简介（限1500字）、企业荣誉、真实性承诺；推荐单位一栏由推荐单位盖章。",
        says_in_english="The applicant's basic information: name, organisation code, date of foundation, ownership, registered capital, address, contact, last year's sales "
        "and profit, profile (at most 1500 characters), honours and the pledge of truthfulness; the recommending bureau seals its own row.",
        passages=(
            Passage("附件1/申报单位基本信息", "申报单位基本信息"),
            Passage("附件1/申报单位基本信息", "组织机构代码"),
            Passage("附件1/申报单位基本信息/企业简介", "（限1500字）"),
        ),
    ),
    Point(
        name="双跨的行业和领域数",
        asked=(),
        says="跨行业跨领域平台须覆盖不少于2个大类行业、不少于2个领域。",
        says_in_english="A cross-industry cross-domain platform covers at least 2 major industries and at least 2 domains.",
        passages=(
            Passage(
                f"{_BASICS}/面向行业", "（跨行业跨领域平台须不少于2个大类行业，行业级仅选择1个大类行业）"
            ),
            Passage(f"{_BASICS}/面向领域", "（跨行业跨领域平台须不少于2个领域）"),
        ),
    ),
    Point(
        name="名额调剂",
        asked=(),
        says=f"不能这样算：三类名额是分别规定的，{QUOTAS.says}通知没有说一类的名额可以调给另一类。",
        says_in_english=f"No: the limits are set for each category. {QUOTAS.says_in_english} The notice does not say that one category's places may be used for "
        "another.",
        passages=(_QUOTA,),
    ),
    Point(
        name="定州、辛集的名额",
        asked=(),
        says=f"通知主送各市（含定州、辛集市）工业和信息化局，{QUOTAS.says}通知没有为定州、辛集另定名额。",
        says_in_english=f"The notice is addressed to the cities' bureaus, 定州 and 辛集 included. {QUOTAS.says_in_english} No other quota is set for 定州 or 辛集.",
        passages=(Passage("主送单位", "各市（含定州、辛集市）工业和信息化局、雄安新区改革发展局"), _QUOTA),
    ),
    Point(
        name="其他证明材料",
        asked=(),
        says="可以：附件11是申报书中需要提供的相关证明材料，附件12是其他有助于说明项目情况和服务能力的材料，清单最后还写明“包括但不限于以上相关证明材料”。",
        says_in_english="Yes: attachment 11 is for the proofs that the form asks for, attachment 12 for other helpful material, and the list ends “包括但不限于以上相关证明材料” "
        "(not limited to the above).",
        passages=(
            Passage(
                f"{_FORM}/（八）",
                "附件12：其他有助于说明项目情况和服务能力的资质证书、奖励证书、评估认定、用户评价等相关材料。",
            ),
            Passage(f"{_FORM}/（八）", "其他：包括但不限于以上相关证明材料。"),
        ),
    ),
)
