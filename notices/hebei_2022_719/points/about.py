"""The notice itself: its number, day, sender, readers, grounds and annexes."""

from __future__ import annotations

from notices.hebei_2022_719.facts import DOCUMENT_NUMBER, ISSUED
from notices.notice import Passage, Point

__all__ = ["ABOUT"]

ABOUT: tuple[Point, ...] = (
    Point(
        name="通知日期",
        asked=(
            "通知|文件|发文 日期|什么时候|哪天|时间|几号|何时|哪年|<date>|年发 !交|寄|申报书",
            "发布|下发|印发|出台|落款|发的|发出来|出来的 ~什么时候|时间|日期|哪天|何时 !结果|名单|证书|明年 !证明 !谁|哪个厅|哪个部门|哪个单位|哪家|哪里",
            r"(?:20\d\d|二〇二\S)年? 发|通知|文件 !明年|审计 !投入|收入|成本",
        ),
        says=ISSUED.says,
        says_in_english=ISSUED.says_in_english,
        passages=(Passage(ISSUED.clause, ISSUED.quote),),
    ),
    Point(
        name="文号",
        asked=("文号|发文字号|文件编号|编号|719|冀工信软件函|文件号|哪个文件 !规则|证书 !指标", "通知 号"),
        says=DOCUMENT_NUMBER.says,
        says_in_english=DOCUMENT_NUMBER.says_in_english,
        passages=(Passage(DOCUMENT_NUMBER.clause, DOCUMENT_NUMBER.quote),),
    ),
    Point(
        name="发文单位",
        asked=(
            "发文单位|发文机关|谁发|哪个厅|哪个部门发|哪里发|哪个单位发|发布单位|印发单位|落款单位|谁印发|哪个厅|发改委",
            "谁|哪个厅|哪个部门|哪个单位|哪里|哪家 发的|印发|下发|出台|发布 !材料",
            "通知|文件 谁|哪个部门|哪个单位|哪家|啥部门 发|印|出|制定 !向|传达",
        ),
        says="通知由河北省工业和信息化厅发出（落款印作“河北省工业化和信息化厅”，封面印作“河北省工业和信息化厅编制”）。",
        says_in_english="The notice is issued by Hebei's Department of Industry and Information Technology (河北省工业和信息化厅; its signature "
        "line prints 河北省工业化和信息化厅).",
        passages=(
            Passage("落款", "河北省工业化和信息化厅"),
            Passage("附件1/封面", "河北省工业和信息化厅编制"),
        ),
    ),
    Point(
        name="主送单位",
        asked=(
            "主送|发给谁|发给哪些|抬头|收文",
            "定州|辛集 ~上报|单独|主送|范围|包括|工信局",
        ),
        says="通知发给各市（含定州、辛集市）工业和信息化局和雄安新区改革发展局。",
        says_in_english="The notice is addressed to the industry bureaus of all cities, 定州 and 辛集 included, and to the reform and development "
        "bureau of Xiong'an New Area.",
        passages=(Passage("主送单位", "各市（含定州、辛集市）工业和信息化局、雄安新区改革发展局"),),
    ),
    Point(
        name="依据和目的",
        asked=(
            "十四五|规划|2号文|306号|2号 文号|文件|哪|通知|依据",
            "依据|根据|按照哪|贯彻|背景|由来|出处|政策依据 ~文件|通知|什么 !规则|附件",
            "目的|为什么开展|为了什么|为啥搞|为什么搞|意义|目标|初衷",
        ),
        says="通知为贯彻《关于大力发展工业互联网平台加快推进工业化和信息化深度融合的工作方案》（冀制强省〔2021〕2号）、《河北省信息化与工业化深度融合发展“十四五”规划》（冀工信两化〔2021〕306号）等文件精神，支持平台做大做强，构建“1+21”体系，推进工业企业上云上平台，"
        "促进工业企业数字化转型。",
        says_in_english="The notice carries out documents 冀制强省〔2021〕2号 and 冀工信两化〔2021〕306号: to strengthen industrial internet platforms, "
        "build the “1+21” system, and help industrial enterprises go digital.",
        passages=(
            Passage(
                "引言",
                "为贯彻落实省制造强省领导小组《关于大力发展工业互联网平台加快推进工业化和信息化深度融合的工作方案》（冀制强省〔2021〕2号）、"
                "《河北省信息化与工业化深度融合发展“十四五”规划》（冀工信两化〔2021〕306号）等文件精神，支持我省工业互联网平台做大做强，"
                "加快构建“1+21”工业互联网平台体系，推进工业企业上云上平台，促进工业企业数字化转型",
            ),
        ),
    ),
    Point(
        name="通知的附件",
        asked=(
            "通知 附件 几|哪些|什么|有 !证明材料|清单",
            "附件1和附件2|附件一和附件二|附件1、附件2|两个附件|附件1 附件2",
            "申报书 附件几|哪个附件|第几个附件|附件1",
            "汇总表 附件几|哪个附件|第几个附件|附件2",
        ),
        says="通知有两个附件：附件1是河北省省级工业互联网平台申报书，附件2是河北省省级工业互联网平台推荐汇总表。"
        "（申报书第（八）部分的材料清单另编附件1至附件12：其中附件1是企业法人营业执照及组织机构代码证书，附件2是企业征信情况报告。）",
        says_in_english="The notice has two annexes: Annex 1 is the application form (申报书), Annex 2 the summary table of recommended platforms "
        "(推荐汇总表). (Part （八） of the form numbers its own attachments 1 to 12.)",
        passages=(
            Passage("附件清单", "附件：1.河北省省级工业互联网平台申报书"),
            Passage("附件清单", "2.河北省省级工业互联网平台推荐汇总表"),
            Passage("附件2", "河北省省级工业互联网平台推荐汇总表"),
        ),
    ),
)
