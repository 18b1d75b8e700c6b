"""Which service capability each category must describe, what goes into the parcel, how two items on paper differ."""

from __future__ import annotations

from notices.hebei_2022_719.facts import COPIES, DEADLINE, EMAIL
from notices.notice import Passage, Point

__all__ = ["SERVICES"]

_SERVICE = "附件1/申报平台信息/（三）平台应用服务能力/平台服务能力"
_LIST = "附件1/申报平台信息/（八）"
_OF_INDUSTRY = Passage(f"{_SERVICE}/（1）", "（申报双跨、行业平台必填，其他选填）")
_OF_DOMAIN = Passage(f"{_SERVICE}/（2）", "（申报双跨、行业平台必填，其他选填）")
_OF_REGION = Passage(f"{_SERVICE}/（3）", "（申报区域平台必填，其他选填）")
_ASKED = "服务能力 必填|必须|要填|要写|填哪|写哪|哪些|哪几|哪项|哪个|哪一|什么|怎么填|选填|不填|不写"
_CROSS = "双跨|跨行业|跨领域"
_REGION = "区域级|区域平台|区域类|区域型|区域工业互联网平台|区域(?=的|呢|要|报)|报区域|申报区域"
_INDUSTRY = "行业级|行业平台|行业类|行业型|行业工业互联网平台|报行业|申报行业"
_OTHER = "!区别|不同|差异|不一样 !指标"

SERVICES: tuple[Point, ...] = (
    Point(
        name="双跨的服务能力",
        asked=(f"{_CROSS} {_ASKED} {_OTHER} !{_REGION}",),
        says="申报双跨平台，（三）平台应用服务能力里的（1）行业服务能力、（2）领域服务能力这两项必填，（3）区域服务能力选填。",
        says_in_english="For a cross-industry cross-domain (双跨) platform, （1） industry services (行业服务能力) and （2） domain services "
        "(领域服务能力) are mandatory; （3） regional services (区域服务能力) is optional.",
        passages=(_OF_INDUSTRY, _OF_DOMAIN, _OF_REGION),
    ),
    Point(
        name="行业级的服务能力",
        asked=(f"{_INDUSTRY} {_ASKED} {_OTHER} !{_CROSS} !{_REGION}",),
        says="申报行业平台，（三）平台应用服务能力里的（1）行业服务能力、（2）领域服务能力这两项必填，（3）区域服务能力选填。",
        says_in_english="For an industry platform, （1） industry services (行业服务能力) and （2） domain services (领域服务能力) are "
        "mandatory; （3） regional services (区域服务能力) is optional.",
        passages=(_OF_INDUSTRY, _OF_DOMAIN, _OF_REGION),
    ),
    Point(
        name="区域级的服务能力",
        asked=(f"{_REGION} {_ASKED} {_OTHER} !{_CROSS} !{_INDUSTRY}",),
        says="申报区域平台，（三）平台应用服务能力里的（3）区域服务能力这一项必填，（1）行业服务能力、（2）领域服务能力选填。",
        says_in_english="For a regional platform, （3） regional services (区域服务能力) is mandatory; （1） industry services "
        "(行业服务能力) and （2） domain services (领域服务能力) are optional.",
        passages=(_OF_REGION, _OF_INDUSTRY, _OF_DOMAIN),
    ),
    Point(
        name="按类别的服务能力",
        asked=(
            f"(?<!行业)(?<!领域)(?<!区域){_ASKED} {_OTHER} !{_CROSS}|{_REGION}|{_INDUSTRY} !行业服务|领域服务|区域服务|saas",
        ),
        says="三项里，（1）行业服务能力、（2）领域服务能力由申报双跨、行业平台的必填，（3）区域服务能力由申报区域平台的必填；其他类别选填。",
        says_in_english="（1） industry services (行业服务能力) and （2） domain services (领域服务能力) are mandatory for cross-industry "
        "(双跨) and industry platforms, （3） regional services (区域服务能力) for regional ones; for the others they are optional.",
        passages=(_OF_INDUSTRY, _OF_DOMAIN, _OF_REGION),
    ),
    Point(
        name="报送哪些东西",
        asked=(),
        says="要交的是：申报单位交平台申报书，其后附证明材料（材料清单编有附件1至附件12，共12项）；市局把推荐平台汇总表和平台申报书（一式三份）"
        f"盖章后邮寄省工信厅，电子版发联系人邮箱{EMAIL.value}。",
        says_in_english="The applicant hands in the application form with its supporting documents (attachments 1 to 12). The bureau mails the "
        "summary table (汇总表) and the application forms (申报书) in three copies, sealed, to the provincial department, and sends the "
        f"electronic version to the contact's e-mail, {EMAIL.value}.",
        passages=(
            Passage(COPIES.clause, DEADLINE.quote),
            Passage(EMAIL.clause, EMAIL.quote),
            Passage(_LIST, "材料清单（作为附件放后）"),
        ),
    ),
    Point(
        name="填报说明七与八",
        asked=(
            "第?[七7]条?|七 第?[八8]条?|八 ~不同|不一样|区别|差异|差别|矛盾|多了|少了|冲突|打架|装订|哪条 ~填报说明|两条|打印 !月|日|附件|\\(|[一二三四五六]、",
        ),
        says="填报说明七、八都要求A4纸双面打印、左侧装订成册。不同处：七另要求以普通纸质材料作为封面，装订写的是“普通胶粘装订方式”；"
        "八写的是“胶装方式”，另要求申报材料加盖申报单位公章和骑缝章。装订的说法不一致，通知没有说以哪条为准。",
        says_in_english="Items 七 and 八 of the guide both ask for A4, printed on both sides, bound on the left. 七 adds a cover of ordinary paper "
        "and asks for plain glue binding; 八 asks for perfect (glue) binding and adds the applicant's official seal and a seal across the page "
        "edges. The notice does not say which kind of binding prevails.",
        passages=(
            Passage(
                "附件1/填报说明/七",
                "纸质材料采用A4纸双面打印，以普通纸质材料作为封面，并于左侧装订成册（采用普通胶粘装订方式）。",
            ),
            Passage(
                "附件1/填报说明/八",
                "纸质材料采用A4纸双面打印，并于左侧装订成册（采用胶装方式装订成册），申报材料需加盖申报单位公章和骑缝章。",
            ),
        ),
    ),
)
