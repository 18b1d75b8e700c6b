"""What the flattened source of the notice had lost, and `notice.txt` has back.

Word had generated the numbers, so flattening dropped them; boxes in a symbol font came out as "(", and the
vertical 盖章 of the cover as a line a character. Numbers and boxes follow from their neighbours.
"""

from __future__ import annotations

from notices.clauses import Restoration

__all__ = ["RESTORATIONS"]

RESTORATIONS: tuple[Restoration, ...] = (
    Restoration(42, "平台培育", "三、平台培育", "number"),
    Restoration(44, "对于重点培育平台", "1、对于重点培育平台", "number"),
    Restoration(46, "通过培育", "2、通过培育", "number"),
    Restoration(77, "申 报 单 位（", "申 报 单 位（盖章）", "break"),
    Restoration(78, "盖", "", "break"),
    Restoration(79, "章", "", "break"),
    Restoration(80, "）", "", "break"),
    Restoration(81, "推 荐 单 位（", "推 荐 单 位（盖章）", "break"),
    Restoration(82, "盖", "", "break"),
    Restoration(83, "章", "", "break"),
    Restoration(84, "）", "", "break"),
    Restoration(201, "(行业工业互联网平台", "□行业工业互联网平台", "box"),
    Restoration(207, "(钢铁", "□钢铁", "box"),
    Restoration(207, "(石化", "□石化", "box"),
    Restoration(207, "(建材", "□建材", "box"),
    Restoration(207, "(工程机械", "□工程机械", "box"),
    Restoration(207, "(轨道交通", "□轨道交通", "box"),
    Restoration(208, "(航空航天", "□航空航天", "box"),
    Restoration(208, "(船舶", "□船舶", "box"),
    Restoration(208, "(汽车", "□汽车", "box"),
    Restoration(208, "(食品", "□食品", "box"),
    Restoration(208, "(医药", "□医药", "box"),
    Restoration(210, "(纺织服装", "□纺织服装", "box"),
    Restoration(210, "(轻工", "□轻工", "box"),
    Restoration(210, "(电子信息", "□电子信息", "box"),
    Restoration(210, "(风电/光伏", "□风电/光伏", "box"),
    Restoration(212, "(其他（请注明）", "□其他（请注明）", "box"),
    Restoration(289, "(5G", "□5G", "box"),
    Restoration(345, "平台应用服务能力", "（三）平台应用服务能力", "number"),
    Restoration(353, "领域服务能力", "（2）领域服务能力", "number"),
    Restoration(381, "主营业务收入", "4.主营业务收入", "number"),
    Restoration(389, "主营业务成本", "5.主营业务成本", "number"),
    Restoration(397, "投资回报率", "6.投资回报率", "number"),
    Restoration(401, "企业已上市", "7.企业已上市", "number"),
)
