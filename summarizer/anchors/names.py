"""Names of organisations, by their endings, and of persons beside a title word."""

from __future__ import annotations

import re

from summarizer.anchors.records import Name
from summarizer.reading.document import View

_ENDINGS = (
    "人民代表大会常务委员会|纪律检查委员会|监督检查委员会|纪委监委|人民政府|人民法院|人民检察院|常委会|委员会|"
    "领导小组办公室|领导小组|指挥部|办公室|组织部|宣传部|统战部|政法委|公安局|公安厅|管理局|监督局|税务局|教育局|"
    "财政局|审计局|人社局|民政局|卫健委|卫健局|发改委|发改局|国资委|市监局|应急局|城建局|住建局|巡视组|巡察组|"
    "巡视办|巡察办|专项组|检察院|法院|公司|集团|银行|医院|大学|学院|学校|中学|小学|幼儿园|研究院|研究所|协会|商会|"
    "联合会|基金会|合作社|街道办事处|街道|工业园区|开发区|高新区|管委会|党工委|党组|党委|纪委|区委|市委|省委|县委|"
    "区政府|市政府|省政府|县政府|妇联|工会|团委|政协|人大"
)
_ENDING = re.compile(_ENDINGS)
_HAN_TAIL = re.compile(r"[一-龥]{0,18}$")
_CUT = re.compile(
    r".*(?:各|全|对|向|由|与|和|及|在|为|的|了|等|是|将|把|被|让|使|以|从|到|经|按|据|给|于|并|或|其|该|本|我|每|"
    r"关于|成立|组建|召开|建立|印发|落实|督促|指导|组织|协调|推动|开展|加强|联合|根据|依托|接受|反馈|通报|报|任|"
    r"下设|听取|强化|发挥|完善|制定|支持|邀请|引进|配合|成员|主要|有关|相关|会同|指示|要求|部署|贯彻|执行|"
    r"针对|围绕|选派|推荐|设立|新建|建成|一是|二是|三是|四是|五是)"
)
_PERSON = re.compile(
    r"(?P<name>[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严金魏陶姜戚谢邹苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费岑薛雷贺倪汤滕罗毕郝邬安常于傅皮齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米贝明臧戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁荀惠曲封储靳段焦侯宓全班仇甘武刘景龙叶幸司黎白蒲从索赖卓蔺屠蒙池乔翟谭劳姬申冉雍桑桂牛寿边燕尚温庄晏柴瞿阎连习艾容向古易廖耿国文东欧蔚师巩聂晁勾敖冷辛简饶曾沙丰巢关相查荆游权盖益桓公][一-龥]{1,2})"
    r"(?P<title>总书记|同志(?!们)|书记|主席|总理|省长|市长|区长|县长|局长|厅长|部长|主任)"
)
_NOT_PERSON = re.compile("常委|党委|区委|市委|县委|省委|主要|负责|全体|党组|分管|班子|支部")


def find_names(view: View) -> tuple[Name, ...]:
    """Organisations and persons, sorted by position, without overlap."""
    text = view.text
    found: list[Name] = []
    last = 0
    for match in _ENDING.finditer(text):
        start = _begin(text, max(last, match.start() - 18), match.start())
        end = match.end()
        if start == match.start() and end - start < 3:
            continue
        found.append(
            Name(span=view.source(start, end), text=view.printed[start:end], kind="organisation")
        )
        last = end
    for match in _PERSON.finditer(text):
        name = match["name"]
        if _NOT_PERSON.search(name) or name[1:] in ("任", "副"):
            continue
        start, end = match.span("name")
        found.append(Name(span=view.source(start, end), text=name, kind="person"))
    found.sort(key=lambda name: (name.span.start, -name.span.end))
    return _apart(found)


def _begin(text: str, low: int, end: int) -> int:
    tail = _HAN_TAIL.search(text, low, end)
    start = tail.start() if tail is not None else end
    cut = _CUT.match(text, start, end)
    return cut.end() if cut is not None else start


def _apart(names: list[Name]) -> tuple[Name, ...]:
    kept: list[Name] = []
    for name in names:
        if not kept or name.span.start >= kept[-1].span.end:
            kept.append(name)
    return tuple(kept)
