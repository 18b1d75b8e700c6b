"""How many solutions a text describes: the layouts that applicants use, and lists that only look like it."""

# ruff: noqa: E501 - a paragraph of a filing is one line

from random import Random

import pytest

from eval.filings.prose import compose
from notices.hebei_2022_719.rules.described import solutions_in

DESCRIBED = {
    "numbered inline colon": """1.高炉能耗优化解决方案：针对煤气放散率高的问题，部署边缘网关和优化模型，吨铁能耗降低4%。
2.设备预测性维护解决方案：针对关键机组突发停机多的问题，加装振动传感器并在云端诊断，停机减少三成。
3.供应链协同解决方案：针对上下游订单不透明的问题，以订阅方式部署，准时交付率提高一成。""",
    "lost numbers headings": """高炉能耗优化解决方案
煤气放散率高，能源调度靠经验，平台部署边缘网关和优化模型后吨铁能耗降低4%，预计推广到20家钢铁企业。
设备预测性维护
关键机组突发停机多，加装振动传感器并在云端诊断，停机减少三成，每年节约检修费用200万元。
供应链集采协同
上下游订单不透明，以订阅方式部署协同应用，三周上线，准时交付率提高一成。""",
    "list then paragraphs": """平台目前形成以下解决方案：
高炉能耗优化解决方案
设备预测性维护解决方案
供应链协同解决方案
安全生产监测解决方案
高炉能耗优化解决方案针对煤气放散率高、能源调度靠经验的问题，部署边缘网关和优化模型，吨铁能耗降低4%，三年内推广到20家。
设备预测性维护解决方案面向关键机组，解决突发停机多、检修过度与不足并存的痛点，停机减少三成。
供应链协同解决方案解决上下游订单不透明、采购分散的问题，以订阅方式部署，准时交付率提高一成，预计推广到三个集群。""",
    "table": """序号\t解决方案名称\t解决的痛点问题\t部署方案\t预期推广效益
1\t高炉能耗优化\t煤气放散率高\t边缘网关加私有云\t吨铁能耗降低4%
2\t设备预测性维护\t机组突发停机多\t公有云\t停机减少三成
3\t供应链协同\t订单不透明\t订阅\t准时交付率提高一成""",
    "vertical tables": """方案名称\t高炉能耗优化
痛点问题\t煤气放散率高，能源调度靠经验
部署方案\t边缘网关加私有云
方案名称\t设备预测性维护
痛点问题\t机组突发停机多，检修费用高
部署方案\t公有云
方案名称\t供应链协同
痛点问题\t订单不透明，采购分散不及时
部署方案\t订阅""",
    "book titles": """《智慧能源管控》针对钢铁企业能源介质多、计量不准的问题，建立能源中心，实现平衡预测与调度，综合能耗下降百分之五。
《设备健康管理》针对关键设备故障难以提前发现的问题，接入振动温度信号，建立健康度模型，非计划停机下降三成。
《产业链协同》针对供应商分散、信息不通的问题，打通订单库存物流，采购周期缩短五天。""",
    "inline one paragraph": """平台面向企业提供三类成熟的解决方案：一是高炉能耗优化解决方案，针对煤气放散率高的问题，部署优化模型，吨铁能耗降低4%；二是设备预测性维护解决方案，针对关键机组突发停机多的问题，停机减少三成；三是供应链协同解决方案，解决上下游订单不透明的问题，准时交付率提高一成。""",
    "方案一 headings with own-line name": """方案一
高炉能耗优化
痛点：煤气放散率高，能源调度靠经验。
部署：边缘网关加私有云。
方案二
设备预测性维护
痛点：机组突发停机多，检修费用高。
部署：公有云。
方案三
供应链协同
痛点：订单不透明，采购分散不及时。
部署：订阅。""",
    "nested subheads": """一、解决方案列表
序号\t名称
1\tA能耗方案
2\tB运维方案
3\tC供应链方案
二、解决方案详细介绍
（一）A能耗优化
1.痛点问题
钢铁企业能源介质多、计量不准，调度依靠人工经验，能耗居高不下。
2.部署方案
采用边云协同方式部署，现场安装网关。
3.推广效益
吨钢能耗降低4%。
（二）B设备运维
1.痛点问题
关键设备故障难以提前发现，检修费用高。
2.部署方案
公有云部署。
3.推广效益
停机减少三成。
（三）C供应链集采
1.痛点问题
上下游订单不透明，采购成本高。
2.部署方案
订阅。
3.推广效益
采购成本降低6%。""",
    "pain first paragraphs": """针对钢铁企业能源介质多、计量不准、调度依靠人工经验的问题，公司推出智慧能源管控方案，采用边云协同方式部署，吨钢能耗降低4%。
针对装备制造企业关键设备故障难以提前发现的问题，公司推出设备健康管理系统，停机减少三成，年节约检修费用200万元。
面向建材行业窑炉热效率低的痛点，公司开发窑炉优化APP，吨熟料煤耗下降3%，已在六家企业应用。""",
    "bold name. text same para w/ 、": """1、高炉智能管控，煤气放散率高、能源调度靠经验一直困扰钢铁企业，平台部署边缘网关和优化模型，吨铁能耗降低4%。
2、设备在线诊断，关键机组突发停机多、检修过度，平台加装振动传感器并在云端诊断，停机减少三成。
3、集采商城，上下游订单不透明、采购分散，企业按年订阅即可开通，采购成本降低6%。""",
    "industry-grouped": """一、钢铁行业
（1）高炉优化方案。解决煤气放散率高、能源调度靠经验的问题，吨铁能耗降低4%。
（2）轧线质量追溯方案。解决质量异议难以追溯的问题，异议处理时间缩短一半。
二、建材行业
（1）窑炉优化方案。解决窑炉热效率低、煤耗偏高的问题，吨熟料煤耗下降3%。""",
    "long names with colon labels": """解决方案名称：高炉能耗优化
解决痛点：煤气放散率高，调度靠经验。
部署方案：私有云。
解决方案名称：设备预测性维护
解决痛点：机组突发停机，检修费用高。
部署方案：公有云。
解决方案名称：供应链协同
解决痛点：订单不透明，采购分散。
部署方案：订阅。""",
}
NOT_DESCRIBED = {
    "bare numbered": """1.高炉能耗优化解决方案
2.设备预测性维护解决方案
3.供应链协同解决方案
4.安全生产监测解决方案""",
    "bare lines": """高炉能耗优化解决方案
设备预测性维护解决方案
供应链协同解决方案""",
    "bare sentence": """平台提供高炉能耗优化解决方案、设备预测性维护解决方案、供应链协同解决方案等12个解决方案，解决企业能耗高、停机多、协同难等问题。""",
    "bare table": """序号\t解决方案名称\t应用企业数
1\t高炉能耗优化解决方案\t12
2\t设备预测性维护解决方案\t9
3\t供应链协同解决方案\t30""",
    "names+industry": """1.高炉能耗优化解决方案（钢铁行业）
2.设备预测性维护解决方案（装备行业）
3.供应链协同解决方案（通用）""",
    "list + 2 described + intro": """平台解决方案列表如下：
1.高炉能耗优化解决方案
2.设备预测性维护解决方案
3.供应链协同解决方案
4.安全生产监测解决方案
平台围绕企业痛点，经过多年积累形成了上述成熟的解决方案，现选取部分方案介绍如下，供各企业在数字化改造中参考使用，提升效率：
1.高炉能耗优化解决方案
痛点问题：煤气放散率高，能源调度靠经验。部署方案：私有云。推广效益：吨铁能耗降低4%。
2.设备预测性维护解决方案
痛点问题：机组突发停机多。部署方案：公有云。推广效益：停机减少三成。""",
    "two described w subs": """（一）A能耗优化
1.痛点问题
钢铁企业能源介质多、计量不准，调度依靠人工经验，能耗居高不下。
2.部署方案
采用边云协同方式部署，现场安装网关，实现数据采集，提升效率。
3.推广效益
吨钢能耗降低4%，实现节能增效，全省推广二十家。
（二）B设备运维
1.痛点问题
关键设备故障难以提前发现，检修费用高。
2.部署方案
公有云部署，提供远程诊断，降低成本，提高效率。
3.推广效益
停机减少三成，年节约检修费用两百万元，提升企业效益。""",
    "bare inline 一是": """平台提供：一是高炉能耗优化解决方案；二是设备预测性维护解决方案；三是供应链协同解决方案。""",
}
UNCLEAR = """平台经过多年建设，形成了覆盖研发、生产、管理、服务各环节的供给能力，能够结合企业规模和行业特点提供咨询、实施、运维全过程支持。
在高炉炼铁环节，过去煤气放散率高、调度靠经验，如今通过边缘网关采集数据并建立模型，吨铁能耗降低4%，三年内可推广到20家企业。
在机组检修环节，过去突发停机多、检修过度与不足并存，如今加装传感器在云端诊断，非计划停机减少三成，年节约检修费用200万元。
在集中采购环节，过去上下游订单不透明、采购分散，如今企业按年订阅即可开通，采购成本降低6%，准时交付率提高一成，预计推广到三个集群。
上述做法均由公司自有团队完成交付，从签约到上线平均四十天，费用由企业按年支付，已有六十余家企业续订，得到主管部门肯定。"""


@pytest.mark.parametrize("text", DESCRIBED.values(), ids=list(DESCRIBED))
def test_three_described_solutions_are_seen_in_any_layout(text: str) -> None:
    assert len(solutions_in(text).described) >= 3


@pytest.mark.parametrize("text", NOT_DESCRIBED.values(), ids=list(NOT_DESCRIBED))
def test_lists_of_names_and_two_descriptions_are_surely_fewer(text: str) -> None:
    found = solutions_in(text)

    assert len(found.described) < 3
    assert found.clear


def test_a_long_text_without_any_layout_is_left_to_a_person() -> None:
    found = solutions_in(UNCLEAR)

    assert len(found.described) < 3
    assert not found.clear


def text_of(pieces: tuple[compose.Piece, ...]) -> str:
    lines = [[each] if isinstance(each, str) else ["\t".join(row) for row in each] for each in pieces]
    return "\n".join(line for part in lines for line in part)


@pytest.mark.parametrize("seed", range(60))
def test_generated_texts_are_counted_as_they_were_made(seed: int) -> None:
    setting = compose.Setting(brand="砺云", platform="砺云平台")
    three = compose.solutions(Random(seed), setting, count=3 + seed % 3)  # noqa: S311 - a generator of texts
    two = compose.solutions(Random(seed), setting, count=2)  # noqa: S311 - likewise

    assert len(solutions_in(text_of(three)).described) >= 3
    assert len(solutions_in(text_of(two)).described) == 2


def test_hostile_text_is_read_in_no_time() -> None:
    for text in (
        "痛点" * 20_000,
        "一、" * 20_000,
        "针对" + "平" * 50_000,
        "（1）" * 20_000,
        "\t" * 50_000,
        "《" * 50_000,
    ):
        assert len(solutions_in(text).described) <= 1
