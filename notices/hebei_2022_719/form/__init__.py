"""The form of 附件1 as one pydantic model, `Submission`, and what the engine derives from it, `SPEC`.

The model's dotted paths are the promises of the interface; labels, aliases, units, limits, requirements and
clauses stand on its fields and nowhere else.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from extractors.form import Option, Section
from notices.asks import Ask, Part, derive
from notices.hebei_2022_719.form.applicant import Applicant, Cover
from notices.hebei_2022_719.form.attachments import ATTACHMENTS, TITLES, UNATTACHED
from notices.hebei_2022_719.form.narratives import (
    Attachment,
    Capability,
    Contribution,
    Services,
    Sustainability,
)
from notices.hebei_2022_719.form.platform import Platform
from notices.hebei_2022_719.text import notice_text, printed_lines

__all__ = ["SECTIONS", "SPEC", "Submission"]

_PLATFORM = "附件1/申报平台信息"

SECTIONS = (
    Section(key="cover", heading="河北省省级工业互联网平台申报书", clause="附件1/封面",
            aliases=("封面", "工业互联网平台申报书", "申报书")),
    Section(key="instructions", heading="填报说明", clause="附件1/填报说明", aliases=("填表说明", "填写说明", "填报须知")),
    Section(key="contents", heading="目录", aliases=("目次", "contents")),
    Section(key="applicant", heading="申报单位基本信息", clause="附件1/申报单位基本信息",
            aliases=("企业基本信息", "单位基本信息", "申报企业基本信息", "申报主体基本信息", "申报单位基本情况", "企业基本情况",
                     "单位基本情况", "申报单位信息", "申报企业信息", "企业信息", "申报单位基本信息表", "企业基本信息表")),
    Section(key="platform", heading="申报平台信息", clause=_PLATFORM, aliases=("平台信息", "申报平台基本信息", "申报平台情况")),
    Section(key="basics", heading="平台基础信息", number="（一）", parent="platform", clause=f"{_PLATFORM}/（一）平台基础信息",
            aliases=("平台基本信息", "平台基础信息表", "平台基本情况", "平台基础情况")),
    Section(key="indicators", heading="平台关键指标统计", parent="basics",
            clause=f"{_PLATFORM}/（一）平台基础信息/平台关键指标统计",
            aliases=("平台关键指标", "关键指标统计", "关键指标", "平台关键指标统计表", "关键指标统计表", "平台主要指标", "指标统计")),
    Section(key="capability", heading="平台基础能力介绍", number="（二）", parent="platform",
            clause=f"{_PLATFORM}/（二）平台基础能力介绍", aliases=("平台基础能力", "基础能力介绍", "平台能力介绍"),
            hint="（请填写截至目前的统计数据，相关证明材料可放入第（八）部分）"),
    Section(key="services", heading="平台应用服务能力", number="（三）", parent="platform",
            clause=f"{_PLATFORM}/（三）平台应用服务能力", aliases=("应用服务能力", "平台应用服务能力介绍")),
    Section(key="sustainability", heading="平台可持续发展能力", number="（四）", parent="platform",
            clause=f"{_PLATFORM}/（四）平台可持续发展能力", aliases=("可持续发展能力", "平台可持续发展", "平台可持续发展能力介绍")),
    Section(key="cases", heading="平台应用案例和效果", number="（五）", parent="platform", clause=f"{_PLATFORM}/（五）",
            aliases=("应用案例和效果", "平台应用案例及效果", "应用案例及效果", "平台应用案例与效果", "平台应用案例")),
    Section(key="contribution", heading="平台社会贡献度", number="（六）", parent="platform",
            clause=f"{_PLATFORM}/（六）平台社会贡献度", aliases=("社会贡献度", "平台社会贡献", "社会贡献")),
    Section(key="next_plan", heading="平台下一步发展计划", number="（七）", parent="platform", clause=f"{_PLATFORM}/（七）",
            aliases=("下一步发展计划", "平台下一步计划", "平台发展计划", "下一步计划", "平台下一步发展规划", "下一步发展规划")),
    Section(key="materials", heading="相关证明材料", number="（八）", parent="platform", clause=f"{_PLATFORM}/（八）",
            aliases=("证明材料", "证明材料清单", "相关证明材料清单", "附件材料", "相关附件")),
)  # fmt: skip


class Submission(Part):
    """A filled 申报书: every value that the document gives, null where it gives none."""

    section: ClassVar[str] = "platform"

    cover: Cover = Cover.model_construct()
    applicant: Applicant = Applicant.model_construct()
    platform: Platform = Platform.model_construct()
    capability: Capability = Capability.model_construct()
    services: Services = Services.model_construct()
    sustainability: Sustainability = Sustainability.model_construct()
    cases: Annotated[
        str | None,
        Ask("平台应用案例和效果", "应用案例和效果", "平台应用案例及效果", "应用案例及效果", "平台应用案例与效果", "平台应用案例",
            kind="longtext", number="（五）", section="cases", limit=1500,
            hints=(("（选择工业互联网平台应用的几个特定工业场景，如设备管理优化、研发设计优化、运营管理优化、生产执行优化、"
                   "产品全生命周期管理优化、供应链协同优化等，并描述相关使用情况和应用效果。）（限1500字）"),)),
    ] = None  # fmt: skip
    contribution: Contribution = Contribution.model_construct()
    next_plan: Annotated[
        str | None,
        Ask("平台下一步发展计划", "下一步发展计划", "平台下一步计划", "平台发展计划", "下一步计划", "平台下一步发展规划", "下一步发展规划",
            kind="longtext", number="（七）", section="next_plan", limit=1000,
            hints=("（工业互联网平台下一步研发和运营计划（包含但不限于技术创新、产品升级、产业合作、商业模式拓展等。）（限1000字）",)),
    ] = None  # fmt: skip
    attachments: Annotated[
        list[Attachment],
        Ask(
            "相关证明材料",
            kind="attachments",
            number="（八）",
            section="materials",
            options={str(at): Option(str(at), title) for at, title in TITLES.items()},
        ),
    ] = []  # noqa: RUF012 - pydantic copies the default


SPEC = derive(
    "hebei-2022-719",
    Submission,
    sections=SECTIONS,
    printed=printed_lines(),
    attachments=ATTACHMENTS,
    lists=notice_text().clause("附件2").lines[1:],
    unattached=UNATTACHED,
)
