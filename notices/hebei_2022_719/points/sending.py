"""Until when, how, whereto and how often the application is sent."""

from __future__ import annotations

from notices.hebei_2022_719.facts import ADDRESS, CONTACT, COPIES, DEADLINE, EMAIL, ISSUED, PHONE
from notices.hebei_2022_719.points.words import SEND, WHEN
from notices.notice import Passage, Point

__all__ = ["SENDING"]

_SUBMITTING = Passage(DEADLINE.clause, DEADLINE.quote)
_PROVINCE = "省工信厅|省厅|省里|工信厅|省级部门|厅里"
_DAYS = (DEADLINE.value - ISSUED.value).days
_DUE = "截止|截至|期限|最晚|最迟|最后一天|最后期限|逾期|晚|来得及|赶得上|赶得及|过期|deadline|到期|收材料|时限|迟|有效期内|关门|超时|赶趟|最后日期|ddl"

SENDING: tuple[Point, ...] = (
    Point(
        name="截止日期",
        asked=(
            f"{_DUE} ~{WHEN} ~材料|省|市局|寄",
            f"{WHEN} {SEND}|申报|报名|材料|申报书|汇总表 !通知|发布|下发|印发|发文|填报日期|结果|公布|认定|建设|成立|获得|取得",
            f"{SEND}|申报|报名|提交 <date> !印发|发文|发布|下发|落款|颁发|发出|发的",
            f"{_DUE} 前|后|提前|倒推|往前|早 几号|哪天|哪一天|几月几|什么时候|日期|\\d+(?:天|周|个?星期)",
            "提前 \\d+(?:天|周|个?星期) 几号|哪天|哪一天|什么时候|寄|交",
            "<date> 行|可以|能|晚|还|来得及|前 !发文|印发",
            "之前 寄|交|送",
            "延期|推迟|延长 <date>",
            "星期几|周几|礼拜几 ~截止",
            "寄到哪天|寄到什么时候|交到哪天|交到什么时候|到哪天为止|哪天为止|什么时候为止",
            "还剩|还有几天|还有多少天|剩几天|倒计时",
        ),
        says=DEADLINE.says,
        says_in_english=DEADLINE.says_in_english,
        passages=(_SUBMITTING,),
        day=DEADLINE.value,
    ),
    Point(
        name="从发文到截止",
        asked=("发文|发布|印发|通知|下发 截止 几天|多少天|多长时间|多久",),
        says=f"通知落款2022年11月7日，报送期限2022年11月25日，相隔{_DAYS}天。",
        says_in_english=f"The notice is dated 7 November 2022 and the deadline is 25 November 2022, {_DAYS} days later.",
        passages=(_SUBMITTING, Passage(ISSUED.clause, ISSUED.quote)),
    ),
    Point(
        name="份数",
        asked=(
            "一式几份|几份|多少份|份数|几套|多少套|几本(?!书)|多少本(?!书)|一式三份|几个副本|一式",
            r"[一两二三四五六七八九十\d]+\s*(?:份|套|本)(?!清单|证明) ~材料|申报书|纸质",
            "份(?!额) 几|多少|数量 !月份 !哪份",
            "申报书 几 份",
        ),
        says=COPIES.says,
        says_in_english=COPIES.says_in_english,
        passages=(Passage(COPIES.clause, DEADLINE.quote),),
        amounts={"份": (3,), "套": (3,), "本": (3,)},
    ),
    Point(
        name="邮寄",
        asked=(
            "邮寄 还是|方式|怎么|现场|当面|必须|吗|不用|可以",
            "只|仅|光 电子版|邮箱|邮件|电子文档 ~发|报送|交|寄|就行",
            "不用寄|不寄|免寄|不用邮寄 ~纸质",
            "现场|当面|上门|送过去|亲自|直接送 ~递交|提交|交",
            "纸质 不用|不寄|不交|免|省|还要|必须|需要|要不要 !封面|双面",
            "市局|市工信局|省厅|省工信厅 寄|交|报送|上报 哪些|什么|东西|材料",
            "怎么 交材料|提交|递交|报送|寄|交",
            "汇总表 寄|交|报|发 !几列|什么时候|哪天",
        ),
        says="推荐平台汇总表和平台申报书（一式三份）盖章后由市局邮寄省工信厅，电子版发联系人邮箱；通知没有写现场递交。",
        says_in_english="The summary table and the applications (three copies), sealed, are mailed by the bureau to the provincial department, "
        "and the electronic version goes to the contact's e-mail; handing them in on the spot is not mentioned.",
        passages=(_SUBMITTING,),
    ),
    Point(
        name="电子版",
        asked=(
            "电子版|电子文档|电子文件|电子档|电子稿|电子材料|光盘|u盘|优盘 ~邮箱|发|交|寄|怎么|哪 !一致|一样|不同|相同|word|pdf|签章 !内容",
            "电子邮件|邮件|发邮箱 材料|交|发|申报书",
        ),
        says=f"电子版发到联系人邮箱{EMAIL.value}；通知没有要求光盘或U盘。",
        says_in_english=f"The electronic version goes to the contact's e-mail, {EMAIL.value}; no disc or USB stick is asked for.",
        passages=(Passage(DEADLINE.clause, DEADLINE.quote), Passage(EMAIL.clause, EMAIL.quote)),
    ),
    Point(
        name="邮箱",
        asked=(
            "邮箱|电子邮箱|信箱|邮件地址|邮址|e-mail|email|电邮 ~是什么|多少|哪个|发 !栏|填 !汇总表|手机还是",
        ),
        says=EMAIL.says,
        says_in_english=EMAIL.says_in_english,
        passages=(Passage(EMAIL.clause, EMAIL.quote),),
    ),
    Point(
        name="地址",
        asked=(
            f"{SEND} 哪里|哪儿|什么地方|啥地方|何处|哪条路|地址|什么地址|哪个地址|到哪(?!天|日)|往哪|给哪 !邮箱|电子|部门|单位 !信用 !哪一部分",
            "邮寄地址|收件地址|寄送地址|通讯地址|收货地址|地址 !单位地址|填|栏|注册|企业地址|邮件",
            f"{_PROVINCE} 在哪|位置|地址|哪里|什么路|哪个区|怎么走",
            "收材料 地址|哪",
            "收件人|收件",
            f"{SEND}到? [\u3400-\u9fff]{{1,4}}(?:路|街|大道|胡同) !雄安",
        ),
        says=ADDRESS.says,
        says_in_english=ADDRESS.says_in_english,
        passages=(Passage(ADDRESS.clause, ADDRESS.quote),),
    ),
    Point(
        name="电话",
        asked=(
            "电话|手机号|号码|咨询电话|热线|座机|打给谁|打电话|致电|拨打 ~多少|联系人|咨询|问 !栏|填|申报单位|固话 !汇总表|手机还是 !文件",
        ),
        says=PHONE.says,
        says_in_english=PHONE.says_in_english,
        passages=(Passage(PHONE.clause, PHONE.quote),),
    ),
    Point(
        name="联系人",
        asked=(
            "联系人|联络人|对接人|经办人|联系方式|怎么联系|联系谁|找谁问|问谁|咨询谁|找谁|谁负责|负责人|咨询 ~是谁|叫什么|姓|名字 !栏|填|汇总表|列 !微信|qq !上班",
            "咨询|疑问|问题|不明白|不懂 谁|找|联系|打",
            "电话|联系 找谁|谁接|谁",
            "姓 联系",
        ),
        says=CONTACT.says,
        says_in_english=CONTACT.says_in_english,
        passages=(Passage(CONTACT.clause, CONTACT.quote), Passage(EMAIL.clause, EMAIL.quote)),
    ),
    Point(
        name="报送材料盖章",
        asked=(
            "汇总表 章|盖章|公章|盖",
            "寄|邮寄|报送 盖章|盖 !骑缝",
        ),
        says="推荐平台汇总表和平台申报书都要盖章后邮寄省工信厅；汇总表上有“推荐单位（盖章）”。",
        says_in_english="Both the summary table and the applications are sealed before they are mailed; the table has a place for the bureau's seal.",
        passages=(_SUBMITTING, Passage("附件2/推荐单位", "推荐单位（盖章）：")),
    ),
)
