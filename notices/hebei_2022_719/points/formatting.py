"""How the application has to look: 填报说明."""

from __future__ import annotations

from notices.notice import Passage, Point

__all__ = ["FORMATTING"]

_GUIDE = "附件1/填报说明"
_FORMAT = f"{_GUIDE}/五"
_SHEET = Passage(_FORMAT, "请用A4幅面编辑")
_BODY = Passage(_FORMAT, "正文字体为4号宋体，行距29磅")
_FIRST = Passage(_FORMAT, "一级标题3号黑体")
_SECOND = Passage(_FORMAT, "二级标题3号楷体")
_CONTENTS = Passage(
    f"{_GUIDE}/六",
    "申报书中需根据实际情况添加目录（粒度应至少达到三级，并包括证明材料细分目录等内容）。",
)
_PAPER_7 = Passage(
    f"{_GUIDE}/七",
    "纸质材料采用A4纸双面打印，以普通纸质材料作为封面，并于左侧装订成册（采用普通胶粘装订方式）。",
)
_PAPER_8 = Passage(
    f"{_GUIDE}/八",
    "纸质材料采用A4纸双面打印，并于左侧装订成册（采用胶装方式装订成册），申报材料需加盖申报单位公章和骑缝章。",
)
_LETTER = "字体|字号|几号|什么字|用字|多大|大小|楷体|黑体|宋体|仿宋|几号字|怎么设|格式|[一二三四五六七八小\\d]号|小[一二三四五六]|啥字|字"
_FONT = "字体|字号|宋体|黑体|楷体|仿宋|几号字|[一二三四五六七八\\d]号字|小[三四五]号?|微软雅黑|字的大小|字多大|用什么字"

FORMATTING: tuple[Point, ...] = (
    Point(
        name="填报格式",
        asked=(
            "填报格式|排版|版式|格式 ~要求|什么|怎么 !pdf|word|文件格式|电子",
            "字体 行距 ~要求",
            "一级标题|一级 二级标题|二级 字|体|号|格式 !目录",
            "正文 标题 字|体|号|格式",
            "行距|磅 字|体|宋|仿|楷 小?[一二三四五六]号?|小四|仿宋|宋体|黑体|楷体 !什么 !多少 !几",
            f"标题 {_LETTER}|是什么|怎么 !一级|二级|三级|四级|正文|平台",
            "标题 要求|怎么",
            f"{_FONT} ~要求|什么|啥|哪 !标题|正文|三级|表格|目录|英文|数字|封面",
        ),
        says="用A4幅面编辑；正文4号宋体，行距29磅；一级标题3号黑体，二级标题3号楷体。",
        says_in_english="A4; body text 4号宋体 (size 4 Song, 14 pt) with line spacing of 29 pt; first-level headings 3号黑体 (16 pt Hei), "
        "second-level headings 3号楷体 (16 pt Kai).",
        passages=(
            Passage(
                _FORMAT, "请用A4幅面编辑，正文字体为4号宋体，行距29磅。一级标题3号黑体，二级标题3号楷体。"
            ),
        ),
    ),
    Point(
        name="正文字体",
        asked=(f"正文 {_LETTER} !表格|行距|行间|每行|行与行|间距",),
        says="正文用4号宋体，行距29磅。",
        says_in_english="The body text is in 4号宋体 (Song, size 4 = 14 pt), with line spacing of 29 pt.",
        passages=(_BODY,),
        amounts={"号": (4,)},
    ),
    Point(
        name="行距",
        asked=("行距|行间距|行与行|每行|行间|行高 ~多少|磅|正文|几|倍", r"[\d.]+\s*磅|几磅|多少磅"),
        says="正文行距29磅。",
        says_in_english="The line spacing of the body text is 29 pt (29磅).",
        passages=(_BODY,),
        amounts={"磅": (29,), "倍": ()},
    ),
    Point(
        name="一级标题",
        asked=(f"一级标题|大标题|第一级标题|1级标题|一级 ~{_LETTER} !目录",),
        says="一级标题用3号黑体。",
        says_in_english="First-level headings are in 3号黑体 (Hei, size 3 = 16 pt).",
        passages=(_FIRST,),
        amounts={"号": (3,)},
    ),
    Point(
        name="二级标题",
        asked=(f"二级标题|小标题|第二级标题|2级标题|二级 ~{_LETTER} !目录|节点",),
        says="二级标题用3号楷体。",
        says_in_english="Second-level headings are in 3号楷体 (Kai, size 3 = 16 pt).",
        passages=(_SECOND,),
        amounts={"号": (3,)},
    ),
    Point(
        name="纸张",
        asked=(
            "纸张|纸 ~多大|大小|什么|规格|尺寸|a4|a3 !纸质|普通纸|封面|软著",
            "[ab][345] ~纸|幅面|打印|编辑",
            "幅面|版面大小",
        ),
        says="用A4幅面编辑，纸质材料用A4纸双面打印。",
        says_in_english="A4: the document is edited in A4 and printed on A4 paper, on both sides (double-sided).",
        passages=(_SHEET, Passage(_PAPER_7.clause, "纸质材料采用A4纸双面打印")),
    ),
    Point(
        name="双面打印",
        asked=("单双面|双面|单面|正反面|两面|正反 ~打印|印", "打印 要求|怎么|如何|纸质 !彩|颜色|黑白"),
        says="纸质材料用A4纸双面打印。",
        says_in_english="The paper copies are to be printed on A4, on both sides (double-sided).",
        passages=(
            Passage(_PAPER_7.clause, "纸质材料采用A4纸双面打印"),
            Passage(_PAPER_8.clause, "纸质材料采用A4纸双面打印"),
        ),
    ),
    Point(
        name="装订",
        asked=(
            "装订|胶装|胶粘|订书|骑马钉|线装|活页|钉起来|订起来|热熔|装成册|成册|订成 ~怎么|方式|要求|可以|一样|左",
            "左侧|左边|右侧|右边|上边 ~装订|订",
            "纸质 怎么|要求 !几|交|寄|封面",
        ),
        says="纸质材料于左侧装订成册，用胶装；但填报说明七写“普通胶粘装订方式”，填报说明八写“胶装方式”，两条并存、说法不一致，通知没有说以哪条为准。",
        says_in_english="The paper copies are bound on the left with glue; item 七 of the guide asks for plain glue binding, item 八 for perfect "
        "(glue) binding, and the notice does not say which prevails.",
        passages=(_PAPER_7, _PAPER_8),
    ),
    Point(
        name="封面",
        asked=(
            "封面|封皮|外皮 ~普通|加厚|厚|材质|纸|什么|用|材料|要求|铜版纸|硬 !颜色|填|哪几项|签|写|平台名称|包括|有哪些|盖|一致|核对",
            "加厚|厚纸|铜版纸|硬纸|皮纹纸|塑封|塑料|卡纸|硬壳|精装|普通纸 ~封面",
        ),
        says="以普通纸质材料作为封面。",
        says_in_english="The cover is of ordinary paper.",
        passages=(Passage(_PAPER_7.clause, "以普通纸质材料作为封面"),),
    ),
    Point(
        name="骑缝章",
        asked=("骑缝章|骑缝|跨页章 ~盖|要|需要|几",),
        says="要盖：申报材料须加盖申报单位公章和骑缝章。",
        says_in_english="The application must bear the applicant's official seal and a seal across the page edges (骑缝章).",
        passages=(Passage(_PAPER_8.clause, "申报材料需加盖申报单位公章和骑缝章"),),
    ),
    Point(
        name="盖章",
        asked=(
            "公章|盖章|印章|章|盖 哪|哪些|几处|什么地方|位置|在哪|哪里|怎么 ~地方 !骑缝|汇总表 !颜色",
            "公章|盖章|盖个章|单位章 ~要|需要|吗|必须 !骑缝|汇总表|寄 !电子章|电子签章 !颜色",
            "哪 盖",
        ),
        says="要盖公章的地方：封面的申报单位（盖章）和推荐单位（盖章）、真实性承诺（法定代表人签章并盖单位公章）、推荐单位一栏（推荐单位公章）；"
        "申报书由申报单位盖单位公章后报市工信局，申报材料还须盖骑缝章，汇总表和申报书盖章后邮寄。",
        says_in_english="Seals go on the cover (applicant and recommending bureau), on the pledge (with the legal representative's signature) and in "
        "the row 推荐单位 (the bureau's); the material also bears a seal across the page edges (骑缝章), and is mailed sealed.",
        passages=(
            Passage(_PAPER_8.clause, "申报材料需加盖申报单位公章和骑缝章"),
            Passage("二、申报要求/（三）申报流程/1", "加盖单位公章后，报所在市工信局审核"),
            Passage("附件1/申报单位基本信息/真实性承诺", "单位公章："),
            Passage("附件1/申报单位基本信息/推荐单位", "推荐单位公章："),
            Passage("四、有关要求/2", "盖章后邮寄我厅"),
        ),
    ),
    Point(
        name="目录",
        asked=(
            "目录|大纲|目次 ~几级|级|要|包括|证明材料|细|列|粒度|添加|必须 !字体|字号|页码",
            "粒度|三级目录|细分目录",
        ),
        says="申报书要加目录，至少到三级，并包括证明材料的细分目录。",
        says_in_english="The application needs a table of contents at least three levels deep, which also lists the supporting documents.",
        passages=(_CONTENTS,),
        amounts={"级": (3,)},
    ),
    Point(
        name="外文名词",
        asked=(
            "外文|英文|缩写|缩略|全称|外语|简称|英语 ~怎么|首次|第一次|出现|处理 !字体|字号|版本|翻译 !平台 !用英文|用外文|双语|用外语",
        ),
        says="申报书中第一次出现外文名词时要写清全称和缩写，再出现同一词时可以用缩写。",
        says_in_english="Where a foreign term first stands in the application, its full name and abbreviation are written; after that the abbreviation will do.",
        passages=(
            Passage(
                f"{_GUIDE}/三",
                "平台申报书中第一次出现外文名词时，要写清全称和缩写，再出现同一词时可以使用缩写。",
            ),
        ),
    ),
    Point(
        name="纸质与电子一致",
        asked=(
            "电子|电子版|电子文档 纸质|书面|打印 一致|一样|不同|不一样|相同|内容|区别|对得上",
            "一致性|内容一致",
            "提交材料 包括|形式|哪两种",
        ),
        says="提交材料包括纸质材料和电子文档，申请单位必须确保两者一致。",
        says_in_english="Paper copies and an electronic document are submitted, and the applicant must make sure that they agree.",
        passages=(
            Passage(
                f"{_GUIDE}/二",
                "提交材料包括申请书纸质材料和电子文档，申请单位必须确保纸质材料和电子文档的一致性。",
            ),
        ),
    ),
    Point(
        name="如实填报",
        asked=("如实|实事求是|按实际|据实", "真实性|真实 谁|负责|责任 !承诺"),
        says="申报单位应按照填写要求和实际情况如实填报，并对所填内容的真实性负责。",
        says_in_english="The applicant fills in the form truthfully, and answers for the truth of what it fills in.",
        passages=(
            Passage(f"{_GUIDE}/四", "申报单位对所填报的相关内容真实性负责。"),
            Passage(f"{_GUIDE}/一", "申报单位应按照填写要求和实际情况，如实填报申报书相关内容。"),
        ),
    ),
    Point(
        name="填报说明各条",
        asked=("填报说明|填写说明|填表说明 ~哪些|几条|什么|内容",),
        says="填报说明共八条，依次是：如实填报、纸质与电子一致、外文名词写法、真实性责任、填报格式、目录、纸质材料的打印装订（七、八两条）。",
        says_in_english="The filling-in guide has eight items: truthful filling in, agreement of paper and electronic copies, foreign terms, "
        "responsibility, format, table of contents, and two on printing and binding.",
        passages=(
            Passage(f"{_GUIDE}/一", "申报单位应按照填写要求和实际情况，如实填报申报书相关内容。"),
            Passage(
                _FORMAT, "请用A4幅面编辑，正文字体为4号宋体，行距29磅。一级标题3号黑体，二级标题3号楷体。"
            ),
            _CONTENTS,
            _PAPER_7,
            _PAPER_8,
        ),
    ),
)
