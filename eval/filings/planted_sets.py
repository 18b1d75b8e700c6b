"""Sets of filings with something amiss between them, and sets at the edge of that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from eval.filings.company import credit_code
from eval.filings.mutations import CROSS, INDUSTRY, REGIONAL, amount
from eval.filings.truth import Category, Truth, Value, draw

__all__ = ["SETS", "SetCase"]

_I: Final = "platform.indicators."
_CATEGORIES: Final = (CROSS, REGIONAL, INDUSTRY)
_ELSEWHERE: Final = ("承德", "衡水", "廊坊", "秦皇岛", "邢台", "张家口", "沧州")  # where nothing is planted
Change = Callable[[Sequence[Truth]], Sequence[Truth]]


@dataclass(frozen=True)
class SetCase:
    """`change` is laid over the first filings of a faultless set; `members` are those that a finding names."""

    name: str
    rule: str
    size: int
    change: Change
    members: tuple[int, ...] = ()
    categories: tuple[Category, ...] = _CATEGORIES

    def truths(self, seed: int) -> list[Truth]:
        rng = Random(f"set/{seed}")
        drawn = [
            draw(rng.randrange(10**9), self.categories[at % len(self.categories)]) for at in range(self.size)
        ]
        placed = [
            _lifelike(_of_city(each, _ELSEWHERE[at // len(self.categories) % 7]), rng)
            for at, each in enumerate(drawn)
        ]
        changed = list(self.change(placed))
        return [*changed, *placed[len(changed) :]]


def _of_city(truth: Truth, city: str) -> Truth:
    return truth.changed(
        {"cover.recommender": f"{city}市工业和信息化局"}, states={"cover.recommender": "filled"}
    )


def _lifelike(truth: Truth, rng: Random) -> Truth:
    """Indicators whose logarithms are spread normally, as sizes of firms are (Gibrat 1931)."""
    paths = [
        path for path, value in truth.values.items() if path.startswith(_I) and isinstance(value, int | float)
    ]
    return truth.changed({path: max(1, round(600 * rng.lognormvariate(0, 0.7))) for path in paths})


def _told(*values: Mapping[str, Value]) -> Change:
    """The first filings say this."""
    return lambda truths: [truth.changed(each) for truth, each in zip(truths, values, strict=False)]


def _code(division: str) -> str:
    return credit_code(division, "MA0R7T4K8")


_BY: Final = "cover.recommender"
_AT: Final = "applicant.address"
_CODE: Final = "applicant.organization_code"


def _twice(*, platform: str = "", applicant: str = "", code: str = "") -> Change:
    """The second is of the first's platform, firm and code, or of those named here."""

    def change(truths: Sequence[Truth]) -> list[Truth]:
        first = truths[0].values
        names: dict[str, Value] = {
            "platform.name": platform or first["platform.name"],
            "applicant.name": applicant or first["applicant.name"],
            _CODE: code or first[_CODE],
        }
        return [truths[0], truths[1].changed(names)]

    return change


def _renamed(truths: Sequence[Truth]) -> list[Truth]:
    first = truths[0]
    name, platform = first.company.name, str(first.values["platform.name"])
    spaced = f"{name[:2]}　{name[2:]}"
    return [
        first,
        truths[1].changed({"applicant.name": spaced, "platform.name": f"{platform} ", _CODE: None}),
    ]


_PASSAGE: Final = (
    "项目组进驻以后先把配料、熔化、成形、退火四段工序的温度和压力曲线逐班对齐，再由工艺员标出每一次波动的起因，"
    "用了七个星期攒下两千多条带说明的样本；模型上线的头一个月只给建议不动设备，操作工认可的比例从四成慢慢升到九成，"
    "之后才放开窑温和鼓风两个回路的自动调节，夜班不再需要专人守着看火孔，吨产品的天然气单耗也就此稳了下来。"
)


def _copied(words: str, where: str, there: str, *, with_blanks: bool = False) -> Change:
    def change(truths: Sequence[Truth]) -> list[Truth]:
        one = truths[0].changed(prose={where: (*truths[0].prose[where], f"前期，{words}")})
        told = f"{words[:60]}\n{words[60:]}".replace("，", "， ") if with_blanks else words
        lines = tuple(f"在另一处，{told}".split("\n"))
        return [one, truths[1].changed(prose={there: (*lines, *truths[1].prose[there])})]

    return change


def _same_firm(truths: Sequence[Truth]) -> list[Truth]:
    first, second = _copied(_PASSAGE, "cases", "cases")(truths)
    return [
        first,
        second.changed({_CODE: first.values[_CODE], "applicant.name": first.values["applicant.name"]}),
    ]


def _level(name: str, *, off: float) -> Change:
    """All of them alike at this indicator, the first so many times as large."""

    def change(truths: Sequence[Truth]) -> list[Truth]:
        middle = 1200.0 if name != "service_contract_amount" else 860.0
        values = [round(middle * (0.7 + 0.08 * (at % 9))) for at in range(len(truths))]
        values[0] = round(middle * off)
        return [
            truth.changed({_I + name: value}, states={_I + name: "filled"})
            for truth, value in zip(truths, values, strict=True)
        ]

    return change


def _spread(truths: Sequence[Truth]) -> list[Truth]:
    """Each some six times the one before: nobody is far from the rest."""
    return [truth.changed({_I + "connected_devices": round(30 * 6**at)}) for at, truth in enumerate(truths)]


def _as_drawn(truths: Sequence[Truth]) -> list[Truth]:
    return []


def _contract_in_yuan(truths: Sequence[Truth]) -> list[Truth]:
    path = _I + "service_contract_amount"
    return [truths[0].changed({path: round(amount(truths[0], path) * 10_000)})]


def _case(
    rule: str,
    name: str,
    size: int,
    change: Change,
    members: tuple[int, ...] = (),
    **told: tuple[Category, ...],
) -> SetCase:
    return SetCase(name, rule, size, change, members, **told)


_TANGSHAN: Final = ({_BY: "唐山市工业和信息化局"}, {_BY: "唐山市工信局"})
_FOUR: Final = (
    {_BY: "唐山市工业和信息化局"},
    {_BY: None, _AT: "河北省唐山市路北区翔云道9号"},
    {_BY: None, _AT: "高新技术开发区创业中心A座", _CODE: _code("130283")},
    {_BY: "唐山市工业和信息化局", _AT: "北京市海淀区学院南路68号"},
)
SETS: Final[dict[str, list[SetCase]]] = {
    "SET001": [
        _case("SET001", "two of 跨行业跨领域, the bureau named in two ways", 6, _told(*_TANGSHAN), (0, 1), categories=(CROSS,)),
        _case("SET001", "four of 行业, told by bureau, address and code", 7, _told(*_FOUR), (0, 1, 2, 3), categories=(INDUSTRY,)),
        _case("SET001", "two of 区域 in 雄安", 6, _told({_BY: "河北雄安新区改革发展局"}, {_BY: None, _AT: "河北省保定市容城县澳森南大街"}), (0, 1), categories=(REGIONAL,)),
        _case("SET001", "two of 区域 in 定州", 6, _told({_BY: "定州市工业和信息化局"}, {_BY: None, _AT: "河北省定州市兴华路"}), (0, 1), categories=(REGIONAL,)),
        _case("SET001", "a city's full quota", 5, _told(*[_TANGSHAN[0]] * 5), categories=(CROSS, REGIONAL, INDUSTRY, INDUSTRY, INDUSTRY)),
        _case("SET001", "定州 and 保定", 6, _told({_BY: "定州市工业和信息化局"}, {_BY: "保定市工业和信息化局"}), categories=(REGIONAL,)),
        _case("SET001", "a street named for a city", 6, _told({_BY: None, _AT: "石家庄市桥西区唐山街20号"}, _TANGSHAN[0]), categories=(CROSS,)),
        _case("SET001", "recommended by another city than its own", 6, _told({_BY: "邯郸市工业和信息化局", _AT: "唐山市路南区建设路2号"}, _TANGSHAN[0]), categories=(CROSS,)),
    ],
    "SET002": [
        _case("SET002", "the same in another category", 6, _twice(), (0, 1)),
        _case("SET002", "the same with blanks in its names and no code", 6, _renamed, (0, 1)),
        _case("SET002", "the same under the firm's new name", 6, _twice(applicant="河北新启程智能科技集团有限公司"), (0, 1)),
        _case("SET002", "another platform of the firm", 6, _twice(platform="启程建材工业互联网平台")),
        _case("SET002", "another firm's platform of that name", 6, _twice(applicant="廊坊正弘软件有限公司", code=_code("131002"))),
    ],
    "SET003": [
        _case("SET003", "copied into another chapter", 6, _copied(_PASSAGE, "cases", "services.solutions"), (0, 1)),
        _case("SET003", "copied with other blanks and lines", 6, _copied(_PASSAGE, "capability.paas", "capability.saas", with_blanks=True), (0, 1)),
        _case("SET003", "150 in a row", 6, _copied(_PASSAGE[:150], "next_plan", "contribution.stable_growth"), (0, 1)),
        _case("SET003", "140 in a row", 6, _copied(_PASSAGE[:140], "cases", "cases")),
        _case("SET003", "two filings of one firm", 6, _same_firm),
        _case("SET003", "drawn as they come", 21, _as_drawn),
    ],
    "SET004": [
        _case("SET004", "台 written as 万台", 9, _level("connected_devices", off=10_000), (0,), categories=(INDUSTRY,)),
        _case("SET004", "a thousandth", 7, _level("industrial_apps", off=0.002), (0,), categories=(REGIONAL,)),
        _case("SET004", "30 times", 7, _level("mechanism_models", off=30), (0,), categories=(INDUSTRY,)),
        _case("SET004", "the contracts in 元", 7, _contract_in_yuan, (0,), categories=(CROSS,)),
        _case("SET004", "few of a category, against the whole set", 6, _level("protocols", off=400), (0,)),
        _case("SET004", "15 times", 9, _level("connected_devices", off=15), categories=(INDUSTRY,)),
        _case("SET004", "all of them far apart", 7, _spread, categories=(INDUSTRY,)),
        _case("SET004", "four filings", 4, _level("connected_devices", off=10_000), categories=(INDUSTRY,)),
        _case("SET004", "drawn as they come", 21, _as_drawn),
    ],
}  # fmt: skip
