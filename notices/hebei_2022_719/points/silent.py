"""What people ask about such a call and this notice leaves open, or what lies beyond it."""

from __future__ import annotations

from notices.hebei_2022_719.points.words import ELSEWHERE
from notices.notice import Point

__all__ = ["SILENT"]

_OUTSIDE = "这不在本通知的范围内。"
_OUTSIDE_EN = "This is beyond the notice."
_LEAST = "最少|至少|最低|下限|门槛|不低于|不少于|不能少于|最起码|起码|达到|以上才|多少才|要求多少|要求|满"


def _open(name: str, english: str, *asked: str) -> Point:
    """`name` completes 通知没有规定, `english` the notice does not set."""
    return Point(
        name=name,
        asked=asked,
        says=f"通知没有规定{name}。",
        says_in_english=f"The notice does not set {english}.",
    )


def _beyond(name: str, *asked: str) -> Point:
    return Point(name=name, asked=asked, says=_OUTSIDE, says_in_english=_OUTSIDE_EN)


SILENT: tuple[Point, ...] = (
    # money and favours
    _open("补贴、奖励资金等资金支持", "any subsidy, grant or prize money",
          "补贴|补助|奖补|奖励(?!证书)|奖金|专项资金|扶持资金|拨款|资助|经费支持|资金支持|财政资金|补多少|上云券|给钱|发钱|多少钱|钱(?!都)|现金|红包",
          "资金 支持|奖|给|多少|政策 !注册|投资"),
    _open("税收、贷款、用地等优惠", "any tax, loan or land benefit",
          "电价|水电|电费|税收|减税|退税|免税|税|贷款|贴息|信贷|利息|用地|土地|租金|融资优惠|人才政策|落户"),
    _open("申报费用", "any fee for applying",
          "费用|收费|手续费|缴费|交费|交钱|报名费|保证金|押金|花钱|付费|评审费|要钱|免费|缴纳 !研发|哪些费用 !包括"),
    # time
    _open("截止当天的钟点", "a time of day for the deadline",
          "几点|点之前|点钟|下班前|零点|24点|24:00|17:00|12点|午夜|上午|下午|时刻"),
    _open("以邮戳还是以收到为准", "whether the postmark or the arrival counts",
          "邮戳|寄出日期|收到为准|寄到为准|寄出为准|签收|以收到|到达日期|以寄出|寄出还是|寄到还是"),
    _open("逾期、补交或延期的办法", "what happens after the deadline, or any extension",
          "补交|补报|补送|补齐|逾期|(?<!审)(?<!通)过了|过期|超期|错过 能|怎么样|会|可以|还|怎么|后果|补|处理|收", "延期 可以|申请|能|吗|不 !<date>|听说", "宽限|延长期限|推迟 可以|能", "晚几天|晚交几天|迟几天|补材料|补充材料"),
    _open("申报单位交到市局的日期", "a date by which applicants must reach their bureau",
          "企业|我们|单位|公司 交到市局|报到市局|交市局|给市局|送市局|交到市工信局|报市工信局|交给市 什么时候|哪天|之前|几号|截止|期限|最晚|最迟|时间",
          "市局|市工信局|市里 截止|什么时候截止|期限 企业|申报单位|我们",
          "推荐意见 什么时候|多久|几天|哪天"),
    _open("审核时间和结果公布时间", "how long the review takes or when results come out",
          "评审|审核|认定|公布|出结果 多久|多长时间|几天|周期|什么时候|哪天|何时|时间 !截止",
          "结果 什么时候|哪天|何时|多久|公布|查|公示|通知|出来|哪里|怎么|出 !案例|应用",
          "什么时候 出|知道|公布 结果|名单"),
    _open("公示和结果公布", "any public announcement of results", "公示|公告|入选名单|获批名单|名单 !失信|黑名单 !二级|客户|企业名单|应用"),
    _open("证书、牌匾及其有效期", "any certificate, plaque or period of validity",
          "牌匾|授牌|挂牌|牌子|铜牌|颁发|发证|发牌 ~多久",
          "证书|称号|资格|认定|平台 有效期|管几年|几年有效|多久有效|有效多久|保留几年|有效多长|有效|管用|多长时间",
          "有效期", "证书 发|给|颁|拿 !专利|清单"),
    _open("认定后的复核、考核或退出", "any later re-examination or withdrawal",
          "复核|复审|年审|年检|复评|动态管理|退出|摘牌|取消资格|撤销|考核|绩效评价|定期评估|淘汰|验收 !评估认定"),
    # review
    _open("评分标准", "scoring criteria", "评分|打分|分值|权重|得分|几分|多少分|评审标准|评价标准|评价指标|满分|分数|评审细则|标准分"),
    _open("评审专家的人数和名单", "the number or names of the experts",
          "专家 几(?!级|轮|天)|多少|人数|名单|有哪些人|哪些人|有哪些专家|哪些|都有谁|是谁|有谁|什么人|来自|哪里来|级别|名字|叫什么|电话|费 !审核方式 !推荐信",
          "评委|评审组 ~几|多少|谁"),
    _open("评审轮次、答辩、路演或现场考察", "rounds of review, interviews or site visits",
          "答辩|路演|面试|现场考察|实地|考察|现场核查|现场评审|核查|ppt|汇报|演示|视频|宣讲|几轮|初评|终评|复赛|现场审核|面谈|上门核"),
    _open("通过率和全省认定数量", "a pass rate or a total for the province",
          "通过率|通过 比例|概率|几率|多大|难不难|多少家", "获批率|中签|录取|淘汰率|比例 !研发|占比",
          "全省|省里|我省|河北 一共|总共|多少|几|数量 !体系|名额市", "一共评|总共评|共评|评多少个|认定多少|认定几个|选多少|评几个|竞争|多少家申报|已经有多少"),
    # the material
    _open("邮政编码", "a postcode", "邮编|邮政编码|postcode|zip"),
    _open("联系人的工作时间和其他联系方式", "office hours or other channels",
          "上班|下班|工作时间|办公时间|几点上班|营业时间|周末|节假日|接待时间", "微信|qq|钉钉|交流群|群 !集群|人群", "公众号|传真号|传真 省|厅|发到"),
    _open("电子版的文件格式和命名", "the electronic version's file format, size or name",
          "word|pdf|docx?|wps|ofd|文件格式|电子版格式|扫描件|压缩包|文件大小|几兆|文件名|命名|邮件主题|邮件标题|标题怎么写|主题 !a4|纸 !字 !标题用 !级标题",
          "电子版|电子文档 格式|命名|大小|主题", "邮件 主题|标题|怎么写|正文"),
    _open("快递公司或邮寄的具体办法", "a courier", "顺丰|ems|快递 哪家|用|公司|哪个|到付|必须|可以|行|单号|顺丰|ems|邮政|还是", "挂号信|到付|邮费|运费|哪家快递"),
    _open("申报系统、网址或下载地址", "any website or system to apply through",
          "网址|网站|官网|链接|下载|登录|密码|账号|注册账号|申报系统|填报系统|网上申报|线上申报|网报|网上填|在线填|在线申报|线上填|app上报|小程序|系统(?!消息|提示|说|通知) !操作系统 !体系 !规则 !检查 !电子版"),
    _open("申报书以外的模板或范例", "templates or samples", "模板|模版|范文|范例|样本|样例|参考答案|示例"),
    _open("页边距、页码、页数等", "margins, page numbers or a page count",
          "页边距|边距|页码|页眉|页脚|页数|多少页|几页|厚度|总页|版心|缩进|对齐|页(?!章)"),
    _open("三级及以下标题、表格、目录、封面或外文的字体", "fonts for third-level headings, tables, the contents, the cover or foreign text",
          "三级标题|四级标题|第三级标题|3级标题 !目录",
          "表格|表内|目录|英文|外文|西文|数字|封面|图表|图片|脚注|页眉|图|注释 字体|字号|几号字|用什么字|字多大|多大字"),
    _open("颜色", "colours", "颜色|彩打|彩色(?!铜版)|彩印|黑白|什么色|红色|蓝色|白色|色彩|印泥|墨水|签字笔|钢笔|水笔"),
    _open("电子章、电子签章的办法", "electronic seals", "电子章|电子签章|电子签名|电子印章|数字证书|ca证书 !不用寄|纸质 ~可以|能|行|用"),
    _open("委托他人代签的办法", "signing by proxy", "代签|委托|授权书|代理人|代替 签|法人|委托|老板 !运营|建设|开发"),
    _open("企业简介等的最低字数", "a least length",
          "\\d*字(?:数|以上)?|多少字|几个字 最少|至少|不少于|不能少于|最低|下限|起码|不得少于 !不超过|名字"),
    _open("平台名称的字数和命名办法", "how long the platform's name may be, or how it is formed",
          "平台名称|名称|名字|平台名 几个字|多少字|字数|多长|最多|最长|命名|怎么起|取名|怎么取|重名|改名|变更|叫什么好 !典型|联系 !一致|核对"),
    # who
    _open("一家单位能报几个平台", "how many platforms one applicant may file",
          "一家|一个企业|一个单位|同一|每家|每个企业|每个单位|一个公司|单个企业|我们|我司 两个|几个|多个|2个|多少个|三个|两类|俩|几类 ~平台|报|申报 !市 !标题 !行业 !领域 !名额",
          "同时 申报|报 两个|多个|两类|几个", "兼报|重复申报|报两个平台|申报两个平台"),
    _open("联合申报", "joint applications", "联合申报|联合体|合作申报|共同申报|几家一起|两家 一起|合报|联合 报|申报|体", "jointly|consortium"),
    _open("注册资本、营收、人数、成立年限等门槛", "thresholds such as capital, revenue, staff or age",
          f"注册资本|注册资金|资本金 {_LEAST}|多少万|要多少|多少钱|限制 !单位是 !按什么",
          f"营业收入|营收|年收入|销售额|利润|产值|业务收入|收入|盈利|净利润|纳税|销售|规模|投资额|投资金额|投资总额|投入金额 {_LEAST}|多少|要求|门槛|几|必须盈利 !单位是|什么单位|的单位|单位(?:$|[?？呢]) !哪几年|哪年|哪三年|累计数|20\\d\\d !按元|万元 !回报|含义|指什么|包括 !怎么算",
          "成立|年限|注册满|经营满|注册 满|几年|多少年|年限|多久|最短 !什么时候成立 !填 !审计 !哪几年",
          f"员工|人员|研发人员|职工|从业人员|团队|人数|技术人员|社保|开发者|工程师 {_LEAST}|多少|比例|占比|几|下限 !单位是|什么单位|的单位|单位(?:$|[?？呢]) !填",
          "规上企业|规模以上|上市公司 必须|才|要求|需要"),
    _open("平台指标的最低数", "least values for the platform's indicators",
          f"设备|采集点|协议|机理模型|模型|微服务|工业app|app|接入企业|企业数|专利|软著|著作权|解析量|注册量|用户|用户数|访问量|行业标准|合同额|合同金额|数据量|知识产权|连接数 {_LEAST}|多少台|多少项|多少个才|几项|几个才|几台|多少才|几件 !单位是|什么单位|的单位|单位(?:$|[?？呢]) !填在 !清单 !必填|必须填|填哪|谁|要不要填|要填|用不用填|需要填|可不填 !双链|双碳 !典型 !证书 !格式",
          "指标 最低|最少|下限|门槛|达到多少|多少才 !填",
          "活跃用户|日活|用户数|注册用户|访问量"),
    _open("研发投入的占比或最低额", "a least share or amount of R&D spending",
          "研发投入 收入 多少|占|比例|必须",
        "研发|研发投入|研发费用|研发经费 占比|比例|百分之|不低于|不少于|最低|至少|达到|强度|门槛|多少万|要多少"),
    _open("高新技术企业等资质", "certificates such as that of a high-tech enterprise",
          "高新技术企业|高企|专精特新|小巨人|iso|资质 必须|要求|需要|是不是|才能|门槛|证书|要有|有没有 !认定要|怎么认定 !认定什么",
          "贯标|两化融合贯标 必须|要求|前提|先通过 !荣誉|级别"),
    _open("平台的安全等级或检测认证", "a security level or certification", "等保|等级保护|密评|测评|软件测试报告|检测报告|第三方测试|认证报告|安全认证"),
    _open("平台用什么技术、部署在哪里", "what technology the platform uses or where it is hosted",
          "编程语言|开发语言|java|python|数据库|操作系统|哪家云|阿里云|华为云|腾讯云|机房|服务器在哪|部署在哪|国产化|信创|开源|源代码|架构必须|部署 哪|必须"),
    _open("由哪家会计师事务所出具审计报告", "which accounting firm audits", "事务所|会计师|四大|审计机构|谁审计|审计 谁|哪家"),
    _open("投资回报率的最低值", "a least return on investment", "投资回报率|回报率 达到|最低|至少|不低于|多少才|要多少|门槛|下限"),
    _open("案例的个数", "how many cases are described", "案例\\S{0,4}(?:几个|多少个)|(?:几个|多少个)\\S{0,4}案例|案例\\S{0,4}(?:数量|至少)"),
    _open("用外文填报的办法", "filling in the form in a foreign language", "用英文|英文名|英文版|双语|外语写|英语写|用英语 !缩写|首次|第一次|名词", "英文 可以写|能写|填报|申报书|版 !缩写|首次|第一次|名词|简称"),
    _open("专利的种类", "the kind of patents", "发明专利|实用新型|外观设计|专利类型|专利 种类|发明|类型|授权还是|受理", "软著 几年|有效"),
    _open("对外资企业的另外限制", "further limits for foreign-invested enterprises", "外资|外商|合资|港资|台资|三资 限制|额外|能|可以|要求|区别|特别 !哪一项|勾|性质"),
    _open("推荐信、查新报告、可行性报告等其他材料", "other papers such as letters or feasibility studies",
          "推荐信|查新|可研|可行性|立项|用户证明信|承诺函|身份证|保密协议|责任书|社保证明|完税证明|学历|律师|公证"),
    _open("图片、插图的办法", "pictures", "图片|配图|照片|插图|截图|图表|logo|标志|彩图|pictures?|photos? 放|配|加|插|用|贴|可以|能|要 !附件|清单|日志"),
    _open("材料遗失、损坏或涂改的办法", "lost or damaged papers", "丢|遗失|破损|损坏|弄湿|涂改|修正液 !失信"),
    _open("分册装订的办法", "separate volumes", "单独装订|分开装订|分册|合订|单独成册|合在一起装|一起装订|另册"),
    _open("用别的代替的办法", "substitutes", "代替|替代|顶替|冒充|合同章|财务章|部门章|业务章 !没有营业 ~可以|能"),
    _open("标题的个数和加粗", "how many headings there are, or bold type", "加粗|粗体|斜体|下划线", "几 \\S级标题", "标题 几个|多少个"),
    _open("正在申请的专利算不算", "whether pending patents count", "正在申请|申请中|受理中|已受理|审查中|未授权"),
    _open("自动生成的办法", "automatic generation", "自动生成|自动目录|生成目录"),
    _open("地址写哪一个", "which address is meant", "注册地址还是|办公地址还是|实际经营地"),
    _open("加密、杀毒等电子文件的办法", "encryption of electronic files", "加密|解密|杀毒|水印|电子版密码"),
    _open("没有通过的单位怎么办", "what becomes of those not selected", "没有?通过|未通过|没过|不通过|落选|被刷|退回 ~通知|怎么|会|告知 !校验|检查|平台建"),
    _open("企业的设备、场地、人员等条件", "equipment, premises or staff an applicant needs", "要有|配备|拥有|需要有|得有 服务器|机房|场地|厂房|办公室|团队|专职|博士|职称|实验室"),
    _open("推荐排名的影响", "any effect of the order of recommendation", "排名|排在前|靠前|排第 优先|影响|加分|会不会"),
    _open("证明材料的盖章和年限", "seals on or dates of supporting documents", "专利|软著|荣誉|证书|合同|案例|客户 近\\S年取得|取得|几年内|客户盖章|盖客户|有效期内|过期|年限"),
    _open("原件还是复印件", "originals or photocopies", "原件|复印件|扫描|影印|翻拍"),
    _open("以前入选或正在申报其他项目的单位怎么办", "what holds for platforms chosen before or filed elsewhere",
          "去年|往年|上一年|上次|以前|之前|上一批|往届|上一届|已经 入选|评过|认定过|获批|报过|通过的|落选|没通过|没评上|没选上|申报过|是省级|是国家级 !失信|事故|处罚 !上年销售|上年利润",
          "落选|没评上|没通过 ~怎么|还能|再", "国家级 已经|获评|入选过 !试点|优先|荣誉|支持", "撤回|修改申报书|撤销申报|换平台|改材料|放弃"),
    _open("保密或材料退还", "confidentiality or the return of papers", "保密|涉密|商业秘密|退还|退回|返还|泄露|隐私"),
    _open("申诉的办法", "how to object", "申诉|异议|投诉|举报|不服"),
    _open("培训或说明会", "any training or briefing", "培训|说明会|宣贯|解读会|会议|讲座|辅导"),
    _open("亏损怎么填", "how to write a loss", "负数|负值|负的|亏损 填|写|怎么|可以 !申报 !单位是|什么单位|的单位|单位(?:$|[?？呢])"),
    _open("“1”和“21”各指什么", "what “1” and “21” stand for", r"1\+21 指|哪些平台|具体|含义|分别|什么意思|代表|里的21|21指|里面|解释|21个|名单 !体系是什么", r"(?<!\+)21 指|平台|哪些|代表|个 !20\d\d"),
    _open("外地或关联单位的业绩", "whether results of branches, subsidiaries or customers elsewhere count",
          "分公司|子公司|母公司|集团|关联|外地|外省|省外 业绩|数据|收入|专利|设备|合同额|客户 算|计入|合并|加进|能用|填 !产权|名下"),
    Point(
        name="没有说到的事",
        asked=(),
        says="通知没有说到这一点。",
        says_in_english="The notice does not say anything on this.",
    ),
    _open("中介代办", "agents", "代办|中介|咨询公司|代写|代报|找人写"),
    _open("雄安新区、定州、辛集的单列名额", "separate quotas for Xiong'an, 定州 or 辛集", "雄安|定州|辛集 名额|几个|多少|单列|占用|另算|推荐数"),
    # beyond
    _beyond("其他省市的政策", f"{ELSEWHERE} 政策|补贴|补助|怎么|标准|通知|文件|什么时候|奖|名单|如何|流程|办理|多少|要求|名额|配额|截止|期限|指标 !注册在|注册地|公司|企业 !子公司",
            f"{ELSEWHERE} 省|市|的 平台|政策|通知 !公司|企业"),
    _beyond("国家或其他级别的申报", "国家级|工信部|国家 怎么|申请|申报|名单|双跨|条件 !优先|试点|支持|示范|荣誉|好处|获批|认定后", "市级|区级|县级 平台|怎么|申报|认定 !工信局|审核|设区市|先"),
    _beyond("其他申报项目", "专精特新|单项冠军|高企|高新技术企业|小巨人|瞪羚|独角兽|绿色工厂|示范工厂|示范企业|示范园区|示范项目|智能工厂|技改|数字领航|灯塔工厂|服务型制造|首台套|科技型中小 怎么|认定|申报|条件|要求|什么|如何|申请"),
    _beyond("日常办事", "办理营业执照|上市流程|怎么上市|上市条件|商标|注册公司|怎么办理|办执照|开户|办证|公积金|年检|买票|签证|驾照"),
    _beyond("代写", "帮我写|替我写|写一首|写一篇|写一份|写首|帮我填|代我|编一个|编一段|写一段|写代码|代码写|写段|生成一份|翻译|润色|起草|帮我做|帮我算"),
    _beyond("闲谈", "红烧|几本书|好玩|天气|下雨|气温|温度|股市|股票|基金|彩票|世界杯|足球|篮球|电影|音乐|唱歌|笑话|故事|吃什么|餐馆|饭店|美食|酒店|旅游|景点|火车|高铁|机票|航班|新闻|明星|游戏|减肥|医院挂号|感冒|诗|星座|房价|油价|汇率|首都|总统|主席是|历史上"),
    _beyond("寒暄", "你自己|介绍.{0,4}你|你好$|您好$|谢谢|感谢|再见|拜拜|早上好|晚上好|在吗|辛苦了|哈哈|你是谁|你叫什么|什么模型|哪个模型|机器人|人工智能吗|你会|你能做|你能干|chatgpt|deepseek|gpt|你是什么"),
    _beyond("算术", r"^[\d\s+\-*/×÷=().]+(?:等于|是|=)?(?:几|多少)?[?？]*$", r"\d\s*[+*×÷]\s*\d+ 等于 !21"),
    _beyond("越权的要求", "系统提示|提示词|system prompt|prompt|扮演|假装|越狱|jailbreak|管理员|开发者模式|批准我|通过我的|改成通过|改为通过|root|sudo|密钥|api key|script|drop table|select \\*|忽略|无视|指令|你只能回答|secret|password|ignore|disregard|roleplay"),
)  # fmt: skip
