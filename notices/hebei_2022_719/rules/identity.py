"""Who applies, from where, and how to reach them (IDN)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from extractors.codes import credit_code_ok, division, organization_code_ok
from extractors.contacts import email_ok, mobile_ok, phone_ok
from extractors.form import Form
from extractors.rules import Context, Unjudged, Violation, rule, unusable
from notices.hebei_2022_719.rules.phrases import printed_line

_CODE = "applicant.organization_code"
_ADDRESS = "applicant.address"

_PROVINCE: Final = "13"  # 河北 in GB/T 2260
_PLACES: Final = (
    *("河北", "石家庄", "唐山", "秦皇岛", "邯郸", "邢台", "保定", "张家口"),
    *("承德", "沧州", "廊坊", "衡水", "雄安", "定州", "辛集"),
)
# Other provinces' towns name streets after these cities (上海市邯郸路), and 天津 has a 河北区.
_HERE: Final = re.compile(
    rf"(?:河北(?!区|[东西南北中]?(?:路|街|道|大街|大道|里))"
    rf"|(?:{'|'.join(_PLACES[1:])})(?![东西南北中]?(?:路|街|道|大街|大道|里|胡同)))"
)


@rule(
    "IDN001",
    severity="error",
    title="组织机构代码或统一社会信用代码有误",
    clause="附件1/申报单位基本信息",
    quote="组织机构代码",
    needs=(_CODE,),
    message="“{title}”写的是“{written}”{at}，{problem}。",
    fix="请按营业执照或组织机构代码证核对代码，特别留意形近的字符（0 与 O、1 与 I、2 与 Z）。",
)
def codes_that_cannot_be_right(form: Form, _: Context) -> Iterator[Violation]:
    """代码的位数或校验码不对。

    ## 为什么

    基本信息表要填“组织机构代码”。组织机构代码（GB 11714）9 位，统一社会信用代码（GB 32100）18 位，最后一位都是由前面各位算出的
    校验码；算出来不符，说明抄错了某一位。15 位的是旧的工商注册号，不是组织机构代码。

    ## 反例

    ```yaml
    applicant.organization_code: 91130108MA0R7T4K89
    ```

    ```yaml
    applicant.organization_code: "130108000012345"
    ```

    ## 正例

    ```yaml
    applicant.organization_code: 91130108MA0R7T4K88
    ```

    ```yaml
    applicant.organization_code: MA0R7T4K-8
    ```
    """
    code = form.value(_CODE)
    if not (credit_code_ok(code) or organization_code_ok(code)):
        yield Violation((_CODE,), {"problem": _problem(code)})


def _problem(code: str) -> str:
    if len(code) not in (9, 18):
        return f"共 {len(code)} 位，应是 18 位统一社会信用代码或 9 位组织机构代码"
    return "校验码不对，可能抄错了某一位"


@rule(
    "IDN002",
    severity="warning",
    title="看不出申报单位在河北注册",
    clause="二、申报要求/（一）申报条件/1",
    quote="申报主体是在我省注册的",
    needs=(_ADDRESS,),
    message="“{title}”是“{written}”{at}，代码是“{code}”，都看不出在河北省注册。",
    fix="请核对单位地址和代码；地址写明省、市，注册地不在河北的不符合申报条件。",
)
def applicants_from_elsewhere(form: Form, context: Context) -> Iterator[Violation | Unjudged]:
    """代码的行政区划不是 13 开头，地址中也没有河北省或其城市的名称。

    ## 为什么

    申报条件第1条：“申报主体是在我省注册的工业企业、基础电信企业、信息技术企业、互联网企业、高校及科研院所等”。
    统一社会信用代码第 3 至 8 位是登记机关的行政区划，河北以 13 开头；代码和地址有一个说明在河北，就不提醒。

    ## 反例

    ```yaml
    applicant.organization_code: 91110108MA0R7T4K80
    applicant.address: 北京市海淀区创新路8号
    ```

    ## 正例

    ```yaml
    applicant.organization_code: 91110108MA0R7T4K80
    applicant.address: 廊坊市安次区创新路8号
    ```

    ```yaml
    applicant.address: 创新路8号
    ```
    """
    code = "" if (no_code := unusable(form, context, _CODE)) else form.value(_CODE)
    if _HERE.search(form.value(_ADDRESS)) or (division(code) or "").startswith(_PROVINCE):
        return
    if no_code:
        yield Unjudged(no_code)
    else:
        yield Violation((_ADDRESS,), {"code": code}, evidence=form[_CODE].evidence)


_FORMS: Final[Mapping[str, tuple[Callable[[str], bool], str]]] = {
    "applicant.contact.mobile": (mobile_ok, "不像手机号码（11 位，1 开头）"),
    "applicant.contact.phone": (phone_ok, "不像电话号码（区号-号码）"),
    "applicant.contact.email": (email_ok, "不像电子邮箱（用户名@域名）"),
}


@rule(
    "IDN003",
    severity="warning",
    title="联系方式的写法不对",
    clause="附件1/申报单位基本信息",
    quote="联系人",
    message="“{title}”写的是“{written}”{at}，{problem}。",
    fix="请核对“{title}”，以便推荐单位和省工信厅联系。",
)
def contacts_of_no_possible_form(form: Form, context: Context) -> Iterator[Violation]:
    """手机、电话或 E-mail 不是可能的写法。

    ## 为什么

    基本信息表要填“联系人”的电话、手机和 E-mail，审核中要靠它们联系。电话可以不写区号、带分机，也可以写手机号；几个号码用顿号分开。

    ## 反例

    ```yaml
    applicant.contact.mobile: "1390000123"
    ```

    ```yaml
    applicant.contact.email: shenjing.example.com
    ```

    ## 正例

    ```yaml
    applicant.contact.phone: 0311-85550123转802
    applicant.contact.mobile: 139 0000 1234
    ```
    """
    for path, (is_possible, problem) in _FORMS.items():
        if not unusable(form, context, path) and not is_possible(form[path].raw):
            field = form.spec.by_path[path]
            yield Violation((path,), {"problem": problem}, clause=field.clause, quote=printed_line(field))
