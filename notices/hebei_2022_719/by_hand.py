"""What the notice asks for and no machine can see in a file: to be ticked off by a person, each with its clause."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.rules import View
from notices.notice import Passage

__all__ = ["BY_HAND", "DECISION", "ByHand"]


@dataclass(frozen=True, slots=True)
class ByHand:
    """One thing to be looked at by hand."""

    part: str  # the heading it stands under
    what: str  # one Chinese sentence: what to look at
    passages: tuple[Passage, ...]
    views: frozenset[View]  # who looks at it


_APPLICANT: frozenset[View] = frozenset({"applicant"})
_REVIEWER: frozenset[View] = frozenset({"reviewer"})
_BOTH = _APPLICANT | _REVIEWER
_GUIDE = "附件1/填报说明"
_UNIT = "附件1/申报单位基本信息"
_BASICS = "附件1/申报平台信息/（一）平台基础信息"
_CONDITIONS = "二、申报要求/（一）申报条件"
_STEPS = "二、申报要求/（三）申报流程"
_MATERIALS = "附件1/申报平台信息/（八）"

_BINDING = Passage(f"{_GUIDE}/八", "并于左侧装订成册（采用胶装方式装订成册）")
_GLUE = Passage(f"{_GUIDE}/七", "并于左侧装订成册（采用普通胶粘装订方式）")
_SEALS = Passage(f"{_GUIDE}/八", "申报材料需加盖申报单位公章和骑缝章")
_SENT = Passage(
    "四、有关要求/2",
    "请各市局、雄安新区改发局于2022年11月25日前将推荐平台汇总表和平台申报书（一式三份）盖章后邮寄我厅，电子版发联系人邮箱。",
)
_ADDRESS = Passage("四、有关要求/联系方式", "地  址：河北省石家庄市新华区和平西路402号")
_EMAIL = Passage("四、有关要求/联系方式", "邮  箱：ronghechu@126.com")

_PAPER, _SEALING, _SENDING = "打印和装订", "盖章和签字", "份数和报送"
_TRUTH, _DOCUMENTS = "条件和真实性", "证明材料的原件和内容"

BY_HAND: tuple[ByHand, ...] = (
    ByHand(
        _PAPER,
        "纸质材料用 A4 纸双面打印。",
        (Passage(f"{_GUIDE}/八", "纸质材料采用A4纸双面打印"),),
        _BOTH,
    ),
    ByHand(
        _PAPER,
        "在左侧胶装成册，没有用订书钉、活页夹；两条说明写法不同，胶装都符合。",
        (_BINDING, _GLUE),
        _BOTH,
    ),
    ByHand(
        _PAPER,
        "封面用普通纸，没有加塑料皮、硬壳。",
        (Passage(f"{_GUIDE}/七", "以普通纸质材料作为封面"),),
        _BOTH,
    ),
    ByHand(
        _PAPER,
        "目录上的页码与装订后的页码一致，证明材料的细目都在目录里。",
        (Passage(f"{_GUIDE}/六", "粒度应至少达到三级，并包括证明材料细分目录等内容"),),
        _BOTH,
    ),
    ByHand(_SEALING, "封面“申报单位”处盖了公章。", (Passage("附件1/封面", "申 报 单 位（盖章）"),), _BOTH),
    ByHand(
        _SEALING,
        "真实性承诺由法定代表人签字或盖名章，盖了单位公章，写了日期，不是复印的。",
        (
            Passage(f"{_UNIT}/真实性承诺", "法定代表人签章："),
            Passage(f"{_UNIT}/真实性承诺", "单位公章："),
        ),
        _BOTH,
    ),
    ByHand(_SEALING, "整本材料盖了骑缝章，每一册都盖。", (_SEALS,), _BOTH),
    ByHand(
        _SEALING,
        "封面“推荐单位”处盖了推荐单位公章。",
        (Passage("附件1/封面", "推 荐 单 位（盖章）"),),
        _REVIEWER,
    ),
    ByHand(
        _SEALING,
        "推荐单位意见处盖了公章，写了日期。",
        (Passage(f"{_UNIT}/推荐单位", "推荐单位公章："),),
        _REVIEWER,
    ),
    ByHand(
        _SENDING,
        "盖章的纸质申报书报所在市工信局（雄安新区报改发局）审核；省厅要一式三份，另留一份自存，几份交市局请先问清。",
        (
            Passage(f"{_STEPS}/1", "加盖单位公章后，报所在市工信局审核"),
            Passage(_SENT.clause, "平台申报书（一式三份）"),
        ),
        _APPLICANT,
    ),
    ByHand(
        _SENDING,
        "问清市局收材料的截止时间：市局要在2022年11月25日前报送省厅。",
        (Passage(_SENT.clause, "请各市局、雄安新区改发局于2022年11月25日前"),),
        _APPLICANT,
    ),
    ByHand(
        _SENDING,
        "电子版一并交给市局，由它发给省厅联系人。",
        (Passage(_SENT.clause, "电子版发联系人邮箱"),),
        _APPLICANT,
    ),
    ByHand(
        _SENDING,
        "纸质材料与电子文档一致：盖章后改过的地方，两边都改了。",
        (Passage(f"{_GUIDE}/二", "申请单位必须确保纸质材料和电子文档的一致性"),),
        _BOTH,
    ),
    ByHand(
        _SENDING,
        "推荐汇总表和申报书（一式三份）已盖章，于2022年11月25日前邮寄省厅。",
        (_SENT, _ADDRESS),
        _REVIEWER,
    ),
    ByHand(
        _SENDING,
        "汇总表和申报书的电子版已发到联系人邮箱。",
        (Passage(_SENT.clause, "电子版发联系人邮箱"), _EMAIL),
        _REVIEWER,
    ),
    ByHand(
        _SENDING,
        "汇总表按优先级先后排列，各类平台没有超过名额。",
        (
            Passage("附件2/注/1", "推荐申报信息按优先级先后顺序排列"),
            Passage(
                "二、申报要求/（二）申报要求/2",
                "每个市推荐跨行业跨领域工业互联网平台数量不超过1个，推荐区域工业互联网平台数量不超过1个，推荐行业工业互联网平台数量不超过3个。",
            ),
        ),
        _REVIEWER,
    ),
    ByHand(
        _TRUTH,
        "申报单位在河北注册，具备独立法人资格（营业执照原件）。",
        (
            Passage(f"{_CONDITIONS}/1", "申报主体是在我省注册的"),
            Passage(f"{_CONDITIONS}/1", "具备独立法人资格"),
        ),
        _BOTH,
    ),
    ByHand(
        _TRUTH,
        "平台由申报单位建设运营，产权归申报单位。",
        (Passage(f"{_CONDITIONS}/2", "申报单位应是申报平台的建设运营主体及产权拥有者。"),),
        _BOTH,
    ),
    ByHand(
        _TRUTH,
        "经营管理、社会信用、安全生产、节能环保等方面没有失信惩戒信息（到“信用中国”等网站查询）。",
        (Passage(f"{_CONDITIONS}/3", "在经营管理、社会信用、安全生产、节能环保等方面无失信惩戒信息"),),
        _BOTH,
    ),
    ByHand(
        _TRUTH,
        "所报的关键技术产品是自主知识产权，内容真实、完整。",
        (Passage(f"{_UNIT}/真实性承诺", "并保证所涉及的关键技术产品等内容皆为自主知识产权"),),
        _BOTH,
    ),
    ByHand(
        _TRUTH,
        "填的是截至目前的统计数据，与平台后台的实际数据相符。",
        (Passage("附件1/申报平台信息/（二）平台基础能力介绍", "请填写截至目前的统计数据"),),
        _BOTH,
    ),
    ByHand(
        _DOCUMENTS,
        "附件1、附件2 与原件相符，在有效期内。",
        (
            Passage(_MATERIALS, "附件1：企业法人营业执照及组织机构代码证书"),
            Passage(_MATERIALS, "附件2：企业征信情况报告"),
        ),
        _BOTH,
    ),
    ByHand(
        _DOCUMENTS,
        "附件3 的审计报告用手机扫二维码能查到，内容一致；客户服务合同与发票一一对应（抽查原件）。",
        (
            Passage(_MATERIALS, "近两年年度审计报告（附有二维码）、近两年项目专项审计报告（附有二维码）"),
            Passage(_MATERIALS, "附客户服务合同及相应发票"),
        ),
        _BOTH,
    ),
    ByHand(
        _DOCUMENTS,
        "附件4 的证书属于申报单位，与平台核心软硬件技术有关。",
        (
            Passage(_MATERIALS, "附件4：产品专利和知识产权证书"),
            Passage(f"{_BASICS}/平台关键指标统计/1", "(1)平台核心软硬件技术获得的专利数量"),
        ),
        _BOTH,
    ),
    ByHand(
        _DOCUMENTS,
        "附件5 至附件8 的清单可以在平台上逐项查到（抽查）。",
        (
            Passage(_MATERIALS, "附件5：工业设备清单"),
            Passage(_MATERIALS, "附件8：解决方案清单"),
        ),
        _BOTH,
    ),
    ByHand(
        _DOCUMENTS,
        "附件9 的企业确在 2021 年度实际上云上平台（抽查合同、账号的原件）。",
        (Passage(_MATERIALS, "附件9：2021年度实际服务企业上云上平台清单"),),
        _BOTH,
    ),
    ByHand(
        _DOCUMENTS,
        "附件10 的日志和截图出自本平台，时间、网址看得清。",
        (Passage(_MATERIALS, "附件10：平台运行日志、平台截图"),),
        _BOTH,
    ),
    ByHand(
        _DOCUMENTS,
        "每家典型应用企业都有证明材料，盖的是该企业的章。",
        (Passage(f"{_BASICS}/平台典型应用企业名称", "列举不少于三家典型应用企业名称，并提供证明材料"),),
        _BOTH,
    ),
)

# What a bureau signs where it recommends.
DECISION = Passage(
    f"{_UNIT}/推荐单位", "经我局审核，申报材料符合申报要求，同意推荐该单位申报省级工业互联网平台。"
)
