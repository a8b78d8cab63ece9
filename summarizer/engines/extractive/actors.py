"""Who acts: bodies and persons that stand as the subject at the start of a clause."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer import patterns as re
from summarizer.anchors.verbs import verb_at

_MAX_ACTORS = 4  # a unit that names more tells of a meeting, not of who acts
_LIKELY = re.compile(r"[委组府局院部位门关志班司干办厅道]")
_FARTHEST = 24  # the subject opens its sentence: two clauses of the usual 13
_NO_SUBJECT = r"[^,，、：:要的了是对将把向为由在按与和及以从据令让使《》“”（()）0-9]"
_OFFICES = (
    r"财政|教育|公安|民政|住建|城建|水利|农业农村|自然资源|生态环境|环境保护|卫生健康|文化旅游|文化和旅游|市场监管|审计|应急|应急管理|交通运输|发改|发展改革|人社|文旅|医保|林草|统计|信访|税务"
    r"|科技|工业和信息化|司法|人力资源社会保障|住房城乡建设|商务|退役军人|国资|广电|体育|医疗保障|邮政|粮食和储备|能源|林业和草原|铁路|民航|文物|中医药|疾控|药监|知识产权|乡村振兴|外交|国防|安全"
)
_BODY = (
    r"(?:省|市|区|县|旗|州|党|工)委(?:常委会?|书记)?|党组|党工委|纪委监委|纪委|监委|政府|人大常委会|政协|常委会|领导小组办公室|领导小组|专班|指挥部"
    r"|委员会|办公室|组织部|宣传部|统战部|政法委|派驻[^,，、的]{0,8}组|(?:公安|司法|纪检监察|监察|行政|主管|税务|海关)机关|(?:纪检监察|(?:行政)?主管|监督管理|监管|职能)部门|检察院|法院|公司|团委"
    rf"|(?:{_OFFICES})(?:局|厅|部门|委|部|总局)"
    r"|各[^,，、的了对将把要应须必]{0,14}(?:单位|部门|党组织|街道|乡镇|领导干部|党委|企业|区县|县区|地区|城市|政府)|领导班子|常委班子|全[省市区县州旗国](?:上下|各级)"
)
_TAIL = (
    r"(?:领导)?(?:班子)?"
    r"(?:(?:其他)?(?:主要|分管)?(?:负责同志|负责人|领导同志|领导|成员|书记|同志))?"
)
_VERB = (
    r"坚|认真|严|带头|立即|第一时间|多次|主持|召开|听取|研究|高度|切实|始终|履行|实行|制定|印发|成立|组织|开展|落实|牵头|统筹|对|将|把|先后|专题(?!会)"
    r"|及时|定期|充分|深入|加大|推动|指导|督促|会同|联合|向|共同|已|负总责|负(?!责[同人])|观看|扎实|全面|自觉|审[定议]|紧盯|聚焦|协同|牢固|以|积极|主动|发挥|全力|强化|加强|出台"
    r"|建立|常态|下设|率先|不断|进一步|持续|把|着力|协调|查处|受理|移交|每|会同|负责(?!同志|人|的)|牵头|要(?!求|点|素)|应(?!急|用|届|对)|须|必须|按职责|按照职责|集中|分别|均|共|支持|参与|亲自|深化|大力|完成|围绕|结合|按照|针对|安排"
)
_DIGITS = "[0-9一二三四五六七八九十]+"
_WHEN = (
    rf"(?:{_DIGITS}年|今年|去年|近年来|目前)?"
    rf"(?:{_DIGITS}月(?:{_DIGITS}日|份)?)?"
)
_SUBJECT = re.compile(
    rf"{_WHEN}((?:{_NO_SUBJECT}{{0,12}}?(?:{_BODY}){_TAIL}[、和])?{_NO_SUBJECT}{{0,12}}?(?:{_BODY}){_TAIL})(?=(?:{_VERB})(?!的))"
)
# Who is charged with a measure: （甲部牵头，乙委参与）, 责任单位：甲局、乙局.
_CHARGED = re.compile(
    r"[（(](?P<first>[^（()）,，;；。:：]{2,80}?)(?:分别)?(?:牵头|负责|指导|按职责)[^（()）]{0,80}[）)]"
    r"|(?:责任|牵头|负责)(?:单位|部门)[:：](?P<named>[^（()）,，;；。:：\n]{2,80})"
)
_NAMES_PARTED = re.compile(r"、\s*|等?和(?=各)")
_OTHERS = re.compile(r"等(?:各?(?:相关|有关|国务院|职能)[^、]*)?$")  # 商务部等国务院相关部门
_ENDS_BODY = re.compile(
    r"^[^\d\s由对在]{1,24}(?:部|委|局|厅|办|院|府|会|行|署|室|部门|单位|公司|街道|[省市区县乡镇])$"
)
_VERB_FIRST = re.compile(
    r"(?:或者?|以及|我代表|受|代表|依[法规照]|大力|积极|主动|确保|推动|[指督]导|督促|组织|召开|听取|加强|强化|建立|成立|完善|健全|印发|制定|出台|落实|认真|严格|深入|支持|协助|配合|联合|要求|开展|推进|充分|压实|新设|调整|优化|研究|明确|主持|贯彻|及时|参加|列席|选[派聘]|经|通过|根据|围绕|针对|同|并|切实|坚持|实现|进一步|全力|带动|统筹|全面|引导|持续|不断|会同|协调|促|就|年[内底初]|前|后|选|请|责令|帮助|协同|邀请|委托|对接|发挥|争取|助力|借助|依托|聚焦|紧扣|强|为|使|送|以|将|鼓励|允许|禁止|分赴|奔赴|赶赴|赴|前往|来到|走[进访])"
)


def find_actors(clauses: Iterable[str], whole: str = "") -> tuple[str, ...]:
    """The subjects of the clauses as printed, each once, in reading order; at most four.

    Where none has a subject, those that `whole` names in brackets or as 责任单位.
    """
    found: dict[str, None] = {}
    for text in clauses:
        if not _LIKELY.search(text, 0, _FARTHEST):
            continue
        led = _VERB_FIRST.match(text) is not None or verb_at(text, 0, len(text))
        match = None if led else _SUBJECT.match(text)
        if match is None:
            continue
        found.setdefault(match.group(1))
        if len(found) == _MAX_ACTORS:
            break
    return tuple(found) or _charged(whole)


def _charged(text: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for match in _CHARGED.finditer(text):
        for part in _NAMES_PARTED.split(match["first"] or match["named"]):
            name = _OTHERS.sub("", part)
            if _ENDS_BODY.search(name):
                found.setdefault(name)
    return tuple(found)[:_MAX_ACTORS]
