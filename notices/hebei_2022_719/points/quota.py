"""How many platforms a city recommends, and the table that it lists them in."""

from __future__ import annotations

from notices.hebei_2022_719.facts import QUOTAS
from notices.hebei_2022_719.points.words import COUNT
from notices.notice import Passage, Point

__all__ = ["QUOTA"]


def _quota(category: str, english: str, label: str, words: str) -> Point:
    count = QUOTAS.value[category]
    return Point(
        name=f"{category}名额",
        asked=(
            f"{words} {COUNT} 市|推荐|名额|报|推|给 !行业大类|大类|(?<!跨)领域 !勾|覆盖",
            rf"{words} 市|推荐|推|上报|名额 \d+\s*个 !勾|覆盖",
            f"{words} 名额|配额|不限|超标|超额|超了",
        ),
        says=f"每个市推荐的{label}不超过{count}个。",
        says_in_english=f"Each city may recommend at most {count} {english} platform{'s' if count > 1 else ''}.",
        passages=(Passage(QUOTAS.clause, QUOTAS.quote),),
        amounts={"个": (count,), "家": (count,)},
    )


QUOTA: tuple[Point, ...] = (
    _quota("跨行业跨领域", "cross-industry cross-domain", "跨行业跨领域工业互联网平台", "双跨|跨行业|跨领域"),
    _quota("区域", "regional", "区域工业互联网平台", "区域"),
    _quota("行业", "industry", "行业工业互联网平台", "(?<!跨)行业"),
    Point(
        name="推荐名额",
        asked=(
            f"推荐|推|名额|上报|报 {COUNT} 市|每市|地市|我市|平台|各市 !行业|区域|双跨|跨 !家企业|一家|单位 !指标 !份",
            "名额|配额|限额|总数 ~市|各 !行业|区域|双跨|跨行业",
            r"市 [一两二三四五六七八九十\d]+\s*个 平台|推荐",
        ),
        says=f"{QUOTAS.says}合计不超过{sum(QUOTAS.value.values())}个。",
        says_in_english=f"{QUOTAS.says_in_english} That is {sum(QUOTAS.value.values())} in all.",
        passages=(Passage(QUOTAS.clause, QUOTAS.quote),),
        amounts={"个": (1, 3, 5), "家": (1, 3, 5)},
    ),
    Point(
        name="超过名额",
        asked=("超|超出|超过|突破|多报 名额|上限|数量|推荐|汇总表|规定|限额 !字|1500|1000",),
        says=f"汇总表上的推荐数量不能超过规定的上限：{QUOTAS.says}",
        says_in_english=f"The number recommended may not exceed the limit: {QUOTAS.says_in_english}",
        passages=(Passage("附件2/注/2", "推荐数量不能超过规定的上限"), Passage(QUOTAS.clause, QUOTAS.quote)),
    ),
    Point(
        name="汇总表最多几个",
        asked=("汇总表 最多|几个|多少个|上限|数量 !列|栏",),
        says=f"汇总表上的推荐数量不能超过规定的上限：{QUOTAS.says}",
        says_in_english=f"The number recommended may not exceed the limit: {QUOTAS.says_in_english}",
        passages=(Passage("附件2/注/2", "推荐数量不能超过规定的上限"), Passage(QUOTAS.clause, QUOTAS.quote)),
    ),
    Point(
        name="汇总表排序",
        asked=("排序|顺序|先后|怎么排|按.{0,8}排|排在|次序|排列|排名|排位 ~汇总表|平台|推荐 !目录 !装订",),
        says="推荐汇总表上的申报信息按优先级先后顺序排列。",
        says_in_english="The entries of the summary table stand in order of priority.",
        passages=(Passage("附件2/注/1", "推荐申报信息按优先级先后顺序排列"),),
    ),
    Point(
        name="汇总表的列",
        asked=(
            "汇总表 哪些|几列|哪几列|填什么|填哪些|怎么填|列|栏目|内容|包括|信息|字段|是什么|写什么 !章|排",
            "汇总表 联系方式|手机|邮箱",
            "附件2 填什么|哪些列|几列|怎么填",
        ),
        says="推荐汇总表有六列：序号、工业互联网平台名称、申报单位、平台类别、联系人、联系方式（手机与邮箱）。",
        says_in_english="The summary table has six columns: number, platform, applicant, category, contact, and how to reach them (mobile and e-mail).",
        passages=tuple(
            Passage("附件2/表", words)
            for words in ("工业互联网平台名称", "申报单位", "平台类别", "联系人", "联系方式（手机与邮箱）")
        ),
    ),
)
