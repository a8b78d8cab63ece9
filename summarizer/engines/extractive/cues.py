"""The words by which a clause of an official text is told: heads, actions, results, boilerplate.

Every pattern is anchored or a flat alternation of literals, so that matching stays linear.
"""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.words import worded

# Connectives that may be left out at the start of a clause without changing what it says.
CONNECTIVE = re.compile(
    r"答[:：]|(?:(?:与此同时|同时|此外|另外|并且|而且|一方面|另一方面)[,，]?|主要(?:是|有|表现[在为]|体现在)[:：,，]|并(?![购网轨联行非不未无入存重举列用发进罚肩排])|还(?![款清有])|且|也(?!门))"
)

# The same at the start of a sentence that is told without the one before it.
ADVERSATIVE = re.compile(r"\A(?:但是?|然而|不过|可是)[,，]?(?=[^,，。]{4})")
CONNECTIVE_STARTS = frozenset("答与同此另并而一还且也主")
# By what something else is done; without that it is an action like others: 通过开展培训12场.
BY_DOING = worded(
    "cues",
    r"\A通过(?![^,，]*(?:形式|方式|手段|平台|等))(?=(?:{eagerly})?(?:{by_doing}))",
)

# Starts that point back: the clause is only understood after the one before it.
_WHEN = (
    r"(?:截?[至止到于])?(?:目前|现在?|去年|今年|\d{2,4}年)?(?:年?[内底末初])?"
    r"(?:\d{1,2}月)?(?:\d{1,2}日|份|[底末初])?"
)
_BARE_VERBS = (
    rf"(?:确保|力争|争取|预计|计划)?[在于]?{_WHEN}(?:年底)?前?(?:{{all_done}}){{0,3}}"
    r"(?:{bare}){1,3}(?:[,，]|$)"
)
BACKWARD = re.compile(
    r"(?:[与同和较][^,，]{1,8}持平$|与[^,，]{2,24}(?:紧密|有机|相)结合$|(?:在[^,，]{2,16}[中内里])?(?:排名|排在|位居|位列|名列)[^,，]{0,8}第|其(?:中|他|它|余)?|该|此|这|上述|前者|后者|前述|双方|二者|两者|首批|就是|即(?=[:：])|分别|但|却|则|而|才|又|从而|进而|以此|由此|因此|所以|导致|致使|造成|使得)"
)
# Bare verbs, of which the clause before a full stop tells what they are said of; the characters
# they end in are looked at before the pattern is tried.
BARE_VERBS = worded("cues", _BARE_VERBS)
# A measure whose owner only the sentence before names: 服务业加快发展。完成增加值124.6亿元.
BARE_MEASURE = re.compile(
    r"(?:全年|累计|共)?(?:完成|实现)?(?:总?产值|增加值|营业收入|销售收入|总收入|销售额|利[润税])(?:达到?|突破)?\d"
)
BARE_ENDS = frozenset("成结改实位毕决现号理动施工设用产营车转回退付")
# After a comma: the subject or the object stands in the clause before.
CARRIED_ON = re.compile(
    r"(?=[截至止到于目现去今年0-9已均全仍尚未都错纳列计写归作予给被以实在尤特])(?:"
    rf"{_WHEN}(?:现?已|均(?!衡)|全部|仍|尚|未|都(?!市))"
    r"|尤其|特别是|错?[纳列计写归]入|作为|予以|给予|被|以[^,，《“]{1,8}[形方]式|在?实际工作中|在[^,，]{2,8}上[线架映])"
)
# A year still to come when the text was issued: 到2022年，….
BY_YEAR = re.compile(r"到(20\d\d)年")
# What somebody is led to do, told in a clause without him: 通过自身努力实现就业.
LED = worded("cues", r"(?:{led})[^,，]{2,}")
BY_ONESELF = re.compile(r"通过自[身我主]|自[觉主我]")
CARRIED_LIKELY = worded("cues", "{carried}|{deals}|[人名]次?[参受]")
CARRIED_FIGURE = worded(
    "cues",
    r"(?:(?:截[至止])?目前)?[^,，\d]{0,3}(?:{carried})(?:已)?(?:达到?|超过?|为|突破|约|近)?\d"
    r"|(?:意向|累计)?(?:{deals})(?:总?金?额|总?量|企业|项目)(?:已)?(?:达到?|超过?|为|突破)?\d"
    r"|\d[\d.,]*余?[人名]次?(?:参[加训与]|受益|受训)",
)
# What something suffers from, before what came of it.
SUFFERED = re.compile(r"受[^,，]{2,30}(?:影响|冲击|制约|拖累)$")
# Of these, the words that point back even over a full stop.
DEMONSTRATIVE = re.compile(
    r"(?:(?:主要|大多|多)?用于|是(?!否)|其(?![他它余]|实)|该|此(?!外|前|次)|上述|前述|这(?![次一二三四五六七八九十]?年|次)|因此|所以|由此|对此|据此)"
)
# What is to come of what stands before it: 为甲创造条件.
EFFECT = worded("cues", r"为[^,，]{1,40}(?:{effects})")
# The part that something plays in what follows, which keeps its subject: 北方以节水为重点，…
PART_PLAYED = re.compile(r"[^,，]{1,16}以[^,，]{1,30}为[^,，]{1,4}$")
# A date that all of a sentence is set for: 主要目标是：到2035年，…
SET_FOR = re.compile(
    r"(?:[^,，]{0,12}[:：])?(?:力争|争取|确保|努力|预计|计划)?到(?:\d{4}年|“十[一二三四五六]五”)[^,，\d]{0,4}$"
)
# Heads that point back and may be left out: 在此过程中，…
POINTING_HEAD = re.compile(r"(?:[在为对据就从与]此|有鉴于此)")
# An object put first that its 等 leaves open: 向631户企业等，多征收…
OPEN_OBJECT = re.compile(r"(?:[^,，]{0,30}[向对给]|通过)[^,，]{1,30}等$")
# The same for clauses with a figure: 同比增长5%, 覆盖率为87%.
# As well for what is left of a count: 已有13个领域完成整治, 1个领域正在推进.
BACKWARD_FIGURE = worded(
    "cues",
    r"[^,，]{0,8}?(?<!\d)(?:分别|各占)|\d+余?[个项家条处座件宗户][^,，\d]{0,6}(?:正在|尚在|仍在|尚未)"
    r"|(?:全年|累计|共|合计|总计|预计){0,2}(?:完成|计划)?投[入资](?:资金)?\d[\d.]*[万亿]*元$"
    r"|为[^,，\d]{0,8}(?:预算|计划|目标|任务|上年|同期|限额)[^,，\d]{0,4}\d"
    r"|(?:去年|今年|全年|当年|上年)[^,，\d]{0,3}(?:增长|下降|增加|减少|提高)[^,，]{0,4}\d"
    r"|[增减创节盈获挽降][一-龥]\d[\d.]*[余多]?[万亿]*(?:元|%|个?百分点|吨|度|千瓦时|倍)$"
    r"|(?:[^,，\d]{2,8}后)?(?:{of_before})[^,，]{0,12}?\d",
)

# One grade of what the sentence before names: 优良断面占82%；劣Ⅴ类断面占0.7%.
GRADE = re.compile(r"劣?[ⅠⅡⅢⅣⅤⅥIV一二三四五]+(?:[～~—-][ⅠⅡⅢⅣⅤⅥIV一二三四五]+)?[类级]")
# A whole of which all of a sentence tells the parts: 1940个断面中.
OF_A_WHOLE = re.compile(r"[^,，]*(?:\d[\d.]*[万余多]*[个家户项件处条座]|规模以上)[^,，\d]{2,12}中$")
# A period that governs what follows.
TIME_HEAD = re.compile(
    r"(?:拟|计划|力争|争取|确保|预计)?(?:截[至止]|到|至|自|从|在|回顾)?(?:目前|刚刚过去的\d+年|如今|现在|今年|去年|近年|近期|当年|同年|同期|本轮|年[初内底末]|\d{2,4}年|\d{1,2}[-—–~至]?\d*月"
    r"|[上下]半年|第[一二三四]季度|[一二三四五近过][一二三四五六七八九十个]?年来|过去|这[一二三四五六七八九十]?年|[一二三四五六七八九十]年来|全年|[一两三五]年来|期间|集中整改|整改期间"
    r"|巡[视察][^,，]{0,10}(?:后|以来|期间)|中长期|反馈(?:意见)?后|“十[一二三四五]五”)"
    r"[^,，的了]{0,16}$"
)
PERIOD_END = ("以来", "期间", "之际", "后", "时", "前")
NO_PERIOD_END = worded("cues", r"(?:{no_periods})\Z")


# Heads that may be left out: the clause after them still says no more than the source.
LOOSE_HEAD = worded(
    "cues",
    r"(?=[我必要应将综充准灵紧牢认严切全坚按根围聚立结依着瞄遵通本利随以适各基鉴参可须])(?:我们|各级[^,，、要]{0,8}|各地[^,，、要]{0,6})?(?:必须|应当|可以(?=[按根围针依结通])|[要应将须])?(?:{duly_by})?(?:按照|按|根据|围绕|聚焦|立足|结合|依托|紧扣|紧盯|着眼于?|瞄准|适应|依据|遵循|通过|依照|基于|鉴于|参照|本着|利用|随着|以)",
)
# By whose count: 据不完全统计.
COUNTED_BY = re.compile(r"(?:[据经按]|初步)[^,，\d]{0,12}(?:统计|核算|测算|汇总)$")
# Of what, or by whom, the next is said; either may be left out: 其中，…; 《意见》提出，….
SAID_BY = re.compile(
    r"其中$|[^,，]{0,12}(?:认识|看|意识)到$|[^,，]{0,16}一方面$|[^,，]*》(?:中)?(?:又|还|明确)?提出$"
)
# Ways and means: heads only where they end in such a noun.
MEANS = re.compile(r"(?:综合|充分|准确|灵活)?(?:采取|采用|运用|用好|[^,，]{0,16}通过)[^,，]*$")
# The same of somebody: 主管部门采取函告、约谈等方式.
MEANS_OF = re.compile(
    r"[^,，]{2,20}(?:部门|单位|机关|政府|[委局办])(?:采取|采用|运用|通过)[^,，]*$"
)
MEANS_END = worded("cues", r"(?:{means})\Z")
# Heads that limit what follows: a topic, a condition, an object put first.
TIGHT_HEAD = re.compile(
    r"(?=[要应必继坚切针对将把就由在从自经凡如若一只无因当除向与为])(?:要|应|必须|继续|坚持|切实)?"
    r"(?:针对|对于|对照|对(?![口外标接策象虾台])|将(?!军)|把(?![关握脉])|就(?![业医学地近读诊餐是])|由"
    r"|在(?![建册校职线岗编库谈])|从(?![严业事重快优])|自(?![治然主身动我行觉信查贸来筹驾建纠有营愿])"
    r"|经(?![济营费贸常开销典纪验])|凡|如果|如(?![期实数意])|若(?!干)|一旦|只要|只有|无论|因为|因(?![地此素公])|由于"
    r"|当(?![年地前好事选期日月天])|除(?![险尘冰])|向(?![好上导])|与(?![会时]|[^,，]*(?:结合|持平)$)|为(?![民主期何]|[^,，]{1,14}的?\d[\d.．]*[%％]$))"
)
# What holds only where this does: it is never told without what follows.
CONDITION = re.compile(r"如果|一旦|只要|只有|倘若|假如|未经[^,，的]*$")
# The same after a subject: 区纪委监委对照反馈问题，…
SUBJECT_HEAD = re.compile(
    r"[^,，]{0,40}(?:[委组府局位门关办院构部]|学校|公司|企业)(?:对照|针对|围绕|按照|依照|依据|基于|根据|(?<!相)结合|为(?:了|获[得取]|实现|规避|完成|骗取|套取|避免))[^,，]{2,30}$"
)
# The same of whoever is told to act: 学校应当根据需要，…; 市政府应当组织甲、乙等部门，…
TOLD_SUBJECT = re.compile(
    r"[^,，]{2,24}(?:应当|应|要(?!求|点|素)|必须|须|可以)(?:综合|充分|主动|积极)?"
    r"(?:(?:根据|按照|依照|依据|围绕|结合|立足|针对|通过|遵循)[^,，]{2,36}"
    r"|(?:组织|会同|联合|协调)[^,，]{2,40}(?:部门|单位|机构)"
    r"|(?:采取|采用|运用)[^,，]{0,24}(?:措施|方式|办法|手段))$"
)
OTHERS = re.compile(r"各|等|(?<![全内干局])部(?![署分])|单位|企业|公司|机构")
# The same with an object put first: 财政部将应列入甲的乙，…
SUBJECT_OBJECT = re.compile(
    r"[^,，将把]{1,10}(?:将(?!提前|实现|达|有|在|于|再|新)|把)(?=[^,，]*\d)"
)
ANNOUNCING = worded("cues", r"(?:{announcing}|[:：]|{upon})\Z")
# By what somebody will act, before what he will do: 发展改革委将按照《决定》精神，尽快研究办理.
GUIDED = re.compile(
    r"(?:将|要(?!求))(?:继续|进一步|严格)?(?:按照|根据|依据|遵照|本着)[^,，]*"
    r"(?:精神|要求|规定|原则|部署|安排|情况|标准|程序|可能|意见|办法|计划)$"
)
# Whose opinion follows; what it says names again who is to do it.
# Which session approved a budget leaves no room for what came of it.
FORMULA = re.compile(
    r"\A(?:[^,，:：]{2,30}提出了?[^,，:：]{0,8}(?:意见|建议)[:：](?=.{6})"
    r"|[^,，:：]{2,24}第[^,，:：]{1,4}次(?:全体)?(?=会议(?:审议|审查)?批准的))"
)
# Behind which stands what somebody asks for, and nobody has done.
REQUESTING = worded("cues", r"(?:{requesting})\Z")
# A count without a predicate: 全区27个回迁安置项目，已竣工1个…
COUNTED_TOPIC = re.compile(
    r"(?:[^,，]*的|(?:全[省市区县州旗]|我[省市区县]|其余)?)(?:共)?\d[\d.,]*[万余多]*[个项家名件处条宗起户所座][^,，\d]{1,16}$"
)
# How what is counted goes: 290个饮水工程进展良好 says something, 290个饮水工程 does not.
GOES_WELL = re.compile(r"[一-龥]{2}(?:总体)?(?:良好|顺利|平稳|有序|加快|强劲)$")
# A verb and a bare count, understood only after the clause before: 处理16人.
BARE_COUNT = worded(
    "cues",
    r"(?:共|已|其中|给予|党纪|政务|被)*(?:{dealt})(?:党员干部|干部)?\d+余?[人件起个名次项条]$",
)
# Who else was held to account, for what the clause before tells; a rank of what it counts.
GOES_ON = re.compile(
    r"(?:共|已|其中|并|给予|对)*(?:\d+余?[人名])?(?:作出|予以|进行)?(?:[^,，\d]{0,4}(?:处[分理]|立案|问责|留置|移送[^,，\d]{0,6}|诫勉|约谈|处罚))(?:谈话|干部|党员)*(?:\d+余?(?:人次?|[件起个名])|$)"
    r"|[^,，\d第]{0,8}(?:[居列排为]|全[省市区县州国])[^,，\d第]{0,8}第[一二三四五六七八九十\d]{1,3}[位名]?$"
)
CONTRAST = re.compile(r"(?:其余|其他|其它|剩余|但|然而|不过|另有|尚有|还有)")
REST = re.compile(r"(?:其余|其[他它]|剩余)(?=[\d正均已将的仍尚])")
PREDICATE = worded("cues", "{predicates}")
FIRM_PREDICATE = worded("cues", "{firm}")
STRONG_PREDICATE = worded("cues", "{strong}")
LOOSE_PREDICATE = worded("cues", "{loose}")
HEAD_END = worded("cues", r"(?:{heads})\Z")

# Correlatives whose two halves belong together, and modifiers that run over commas up to a 的.
OPENING = re.compile(r"既|不仅|不但|不光|虽|尽管|一边|宁可|与其|一方面")
SPANNING = re.compile(
    r"[^,，]*?(?:(?:成立|组建|设立|形成|构建|建立)了?(?:由|以)"
    r"|(?:是|系)指|(?:建立|建设|打造|培育|培养|造就|形成)了?一[批个支套](?:辐射|面向|具有|集|熟悉|适应|服务))[^的]*$"
)
# What something is besides, before the noun that it ends in: 建设一批资源共享，集甲乙于一体的基地.
ALL_IN_ONE = re.compile(r"集[^,，]{2,60}于一[体身]的")
# What is looked at from a height that only the next clause names: 从全面贯彻甲，维护乙的高度.
FROM = re.compile(r"(?:[^,，]{0,24}(?:必须|要|应))?(?:站在|从)(?![严业事重快优])")
HEIGHT = re.compile(r"(?:的(?:政治)?(?:高度|角度|层面|大局)|出发|入手)$")
BODIES = worded("cues", r"(?:{bodies})\Z")
BODIES_START = worded("cues", r"[^,，、的了]{1,16}(?:{bodies})(?:$|[、和及,，])")
BODIES_END = worded(
    "cues", r"[、和及][^,，、的了]{1,8}(?:{bodies})$|^[^,，、的了]{1,8}(?:{bodies})$"
)

# An actor other than the author of the report, who must not be lost: 各牵头单位…
OTHER_SUBJECT = worded(
    "cues",
    r"(?:{elsewhere})[^,，对将把向为由]{0,20}?(?:{charged})(?!的|会议|[、和]|主体责任)"
    r"|(?:{organs})(?:机关|部门)(?!的|会议|[、和]|主体责任)",
)


FUTURE = worded(
    "cues",
    r"下一?步|将(?:{will})"
    r"|拟计|预计|力争|争取(?=[^,，]{0,20}(?:达到|实现|完成|早日|尽早|尽快)|[在于到]?(?:\d{2,4}|[今明本当后])?年(?![^,，]*\d[\d.,]*[万亿]*元))|计划(?<![制定划的年动作度]计划)(?:于|在|投资|开展|实施|新建|用|到|年)|年底前|(?<![虚模草比])拟(?![定订制人签建合稿办态])|预期目标",
)

# The same in words that leave no doubt, whatever else is told.
REMAINS = re.compile(
    r"(?:正在(?!建|编)|仍在|尚未|还未|未(?:完成|整改|办结|销号|解决)\d)(?![^,，]{0,16}的)|其余[^,，]{0,12}(?:正|仍|将|推进|办理)"
)
# Work that is begun and not at its end, and what still falls short.
UNFINISHED = worded(
    "statuses",
    r"正在(?![显凸]|逐步显|形成|成为|发生|转变|释放|好转|改善)|正(?:加快|抓紧|积极|有序|稳步|按)|仍在|尚未|还未|未完成|(?:{works})中$"
    r"|(?:仍|依然|还|尚)(?:旧|然)?(?:存在|有待|需|不)|(?:有序|稳步|积极|加快|扎实|顺利)推进$|进展顺利|其余",
)

# The chief indicators of national accounts, budgets and living standards: what such reports are
# compared by.
INDICATOR = worded("cues", r"(?:{indicators})[^,，的《“（(]{0,10}\d")
# What an accident or a disaster cost, which is told before anything that was done about it.
TOLL = worded("cues", "{toll}")
HELD_TO_ACCOUNT = worded("cues", "{held}")

ACTION = worded("cues", "{actions}")
RESULT = worded("cues", "{results}")

# Starts of a clause that tells a purpose or an effect in general words.
PURPOSE = worded("cues", "(?:{purposes})")
BOILERPLATE = worded("cues", "{boilerplate}")
CONCRETE_START = worded("cues", "(?:{before_starts})?(?:{starts})")
# Everything said to be done, closed, reached: the strongest thing a report can say.
SAID_DONE = worded("cues", "{said_done}")
STRONG_RESULT = worded(
    "cues",
    r"已[^,，]{0,6}(?:{said_done})|均[^,，]{0,6}(?:{said_done})|全部[^,，]{0,6}(?:{said_done})"
    r"|得到[^,，]{0,4}解决|获得[^,，]{0,4}解决",
)

# What somebody was honoured with: often all that is told of him.
HONOURED = re.compile(r"被[^,，]{0,24}(?:授予|评[为定]|命名|表彰|认定为)")

# A date at the start of a clause, which ends the reach of an earlier one.
DATED = re.compile(
    r"(?:在|自|从|至|到|截至)?(?:\d{2,4}年|\d{1,2}[-—–~至]?\d*月|今年|去年|目前|年底)"
)
# Verbs that make a clause an assertion even where it starts with a date.
CONCRETE = worded("cues", "{concrete}")
