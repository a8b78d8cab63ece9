"""Faults in names: titles 17–19, document numbers 20, quotations 21, formulas 22, names 23."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from faults.notation import QUOTATION, TITLE, append, loosen, masked, replace
from faults.records import Faithful, Scope, Variant

_TOPICS = (
    "河道采砂监管",
    "公共资源交易",
    "困境儿童关爱",
    "档案数字化建设",
    "古树名木保护",
    "应急物资储备",
    "窗口服务评价",
    "网格员激励",
    "农贸市场改造",
    "公务用车管理",
)
_FORMS = (
    "关于进一步加强{t}工作的实施意见",
    "{t}管理办法（试行）",
    "{t}三年行动方案",
    "关于规范{t}工作的通知",
    "{t}工作规则",
)
_ISSUERS = ("政发", "办发", "纪发", "委发", "组发")
_TITLE_EDITS = (
    ("实施方案", "实施细则"),
    ("工作方案", "工作规划"),
    ("行动方案", "行动计划"),
    ("方案", "办法"),
    ("办法", "条例"),
    ("意见", "决定"),
    ("措施", "规定"),
    ("制度", "规范"),
    ("规则", "细则"),
    ("细则", "办法"),
    ("规划", "计划"),
    ("计划", "规划"),
    ("清单", "台账"),
    ("条例", "规定"),
    ("规定", "办法"),
    ("通知", "意见"),
    ("机制", "制度"),
    ("工作", "专项"),
    ("加强", "规范"),
    ("监督", "管理"),
    ("管理", "监督"),
    ("建设", "发展"),
    ("落实", "推进"),
    ("2025", "2024"),
    ("2024", "2023"),
    ("2020", "2019"),
    ("十五五", "十四五"),
    ("三年", "五年"),
    ("西宁市", "青海省"),
    ("城中区", "西宁市"),
    ("奎文区", "潍坊市"),
    ("社区", "街道"),
    ("区委", "市委"),
    ("干部", "党员"),
)
_QUOTE_EDITS = (
    ("第一", "首要"),
    ("一", "两"),
    ("三", "五"),
    ("不", "未"),
    ("事", "人"),
    ("人", "物"),
    ("区", "城"),
    ("中心", "核心"),
    ("服务", "管理"),
    ("领导", "组织"),
    ("重点", "重大"),
    ("红", "绿"),
    ("红色", "绿色"),
    ("攻坚", "推进"),
    ("责任", "任务"),
    ("上", "下"),
    ("家", "园"),
    ("大", "小"),
    ("新", "老"),
    ("好", "大"),
    ("绿", "蓝"),
    ("头", "尾"),
    ("减", "加"),
    ("石榴籽", "石榴花"),
    ("复苏", "复兴"),
    ("白名单", "黑名单"),
)
_COUNTS = "一二三四五六七八九十"
_PLUS = re.compile(r"[0-9](?:\+[0-9N])+")
_DOCUMENT_NUMBER = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]发)[〔\[](?P<year>20[0-9]{2})[〕\]](?P<no>[0-9]+)号"
)
_FORMULA_NUMERAL = re.compile(
    r"(?<![第统唯专])[一二两三四五六七八九十](?![步线起定体律致样般切公])|[0-9](?=\+)"
)
_NAMES = (
    ("省委第四巡视组", ("省委第二巡视组", "中央第四巡视组")),
    ("省委第三巡视组", ("省委第一巡视组", "市委第三巡察组")),
    ("区纪委监委", ("区委组织部", "区人民检察院")),
    ("市纪委监委", ("市委组织部", "市审计局")),
    ("公安机关", ("检察机关", "审判机关")),
    ("区委常委会", ("区政府常务会议", "区人大常委会")),
    ("市委常委会", ("市政府常务会议", "市人大常委会")),
    ("区委常委班子", ("区政府班子", "区人大班子")),
    ("区委理论学习中心组", ("区政府党组理论学习中心组", "市委理论学习中心组")),
    ("城中区委", ("城西区委", "城中区政府")),
    ("西宁市委", ("海东市委", "西宁市政府")),
    ("区委书记", ("区政协主席", "区人大常委会主任")),
    ("省委巡视", ("中央巡视", "市委巡察")),
    ("市委主要负责同志", ("市政府分管负责同志", "市委分管负责同志")),
    ("区委主要负责同志", ("区委分管负责同志", "区政府主要负责同志")),
    ("市委巡察", ("省委巡视", "区委巡察")),
    ("区人大常委会", ("区工商联",)),
    ("海东", ("海南", "玉树")),
    ("兰州", ("银川", "西安")),
    ("南京", ("苏州", "杭州")),
    ("大通县", ("门源县",)),
    ("湟源县", ("循化县",)),
    ("城东区", ("城北区",)),
    ("湟中区", ("乐都区",)),
    ("市农业农村局", ("市水务局",)),
    ("市应急局", ("市民政局",)),
    ("市文旅广电局", ("市体育局",)),
    ("青海大学", ("兰州大学",)),
    ("青海盐湖所", ("青海高原所",)),
    ("中国移动", ("中国电信", "中国联通")),
    ("林德液压", ("潍柴动力",)),
    ("浙江大学", ("山东大学",)),
    ("苏宁广场", ("万达广场",)),
    ("胡西社区", ("虞河社区",)),
    ("美国W&R公司", ("德国W&R公司",)),
    ("区创投公司", ("区城投公司",)),
    ("区委政法委", ("区委统战部",)),
    ("区委", ("区政府", "市委")),
    ("市委", ("市政府", "省委")),
)


def _titles(text: str) -> list[re.Match[str]]:
    return list(TITLE.finditer(text))


def invented_title(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """17: a document that no unit names."""
    title = "《" + rng.choice(_FORMS).format(t=rng.choice(_TOPICS)) + "》"
    verb = rng.choice(("印发", "制定", "出台"))
    yield append(base.text, f"并{verb}{title}"), f"added {title}"


def altered_title(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """18: one to three characters of a title changed."""
    source = loosen(scope.text)
    for match in _titles(base.text):
        edits = [(old, new) for old, new in _TITLE_EDITS if old in match[0]]
        rng.shuffle(edits)
        for old, new in edits[:2]:
            at = match[0].rindex(old)
            title = replace(match[0], at, at + len(old), new)
            if loosen(title[1:-1]) not in source:
                yield replace(base.text, *match.span(), title), f"{match[0]} → {title}"


def foreign_title(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """19: the title of another measure in place of the right one."""
    source = loosen(scope.text)
    others = [t for t in scope.foreign_titles if loosen(t[1:-1]) not in source]
    for match in _titles(base.text):
        if others:
            new = rng.choice(others)
            yield replace(base.text, *match.span(), new), f"{match[0]} → {new}"


def document_number(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """20: another number, year or issuer; or a number given to a document that has none."""
    found = list(_DOCUMENT_NUMBER.finditer(base.text))
    for match in found:
        for group, new in (
            ("no", str(int(match["no"]) + rng.randrange(1, 9))),
            ("year", str(int(match["year"]) - 1)),
            ("issuer", "潍发"),
        ):
            text = replace(base.text, match.start(group), match.end(group), new)
            yield text, f"{match[group]} → {new}"
    if not found and (titles := _titles(base.text)):
        match = rng.choice(titles)
        number = f"{rng.choice(_ISSUERS)}〔{rng.randrange(2018, 2026)}〕{rng.randrange(2, 90)}号"
        yield replace(base.text, match.end(), match.end(), f"（{number}）"), f"added {number}"


def quotation(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """21: one or two characters inside quotation marks changed."""
    source = loosen(scope.text)
    plain = TITLE.sub(lambda m: "□" * len(m[0]), base.text)
    for match in QUOTATION.finditer(plain):
        inner = match[0][1:-1]
        if len(inner) < 3 or "□" in inner or _FORMULA_NUMERAL.search(inner):
            continue
        edits = [(old, new) for old, new in _QUOTE_EDITS if old in inner]
        rng.shuffle(edits)
        i = rng.randrange(len(inner) - 1)
        slips = [inner[:i] + inner[i + 1 :], inner[:i] + inner[i + 1] + inner[i] + inner[i + 2 :]]
        rng.shuffle(slips)
        for told in [inner.replace(old, new, 1) for old, new in edits] + slips:
            if told != inner and loosen(told) not in source:
                text = replace(base.text, match.start() + 1, match.end() - 1, told)
                yield text, f"“{inner}” → “{told}”"
                break


def formula(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """22: the number in a set phrase changed: 四个意识, 1+7+N, 三重一大."""
    source = loosen(scope.text)
    plain = TITLE.sub(lambda m: "□" * len(m[0]), base.text)
    for match in _PLUS.finditer(plain):
        digits = [i for i, c in enumerate(match[0]) if c.isdigit()]
        i = digits[-1]
        new = replace(match[0], i, i + 1, str(int(match[0][i]) % 9 + 1))
        yield replace(base.text, *match.span(), new), f"{match[0]} → {new}"
    for match in QUOTATION.finditer(plain):
        inner = match[0][1:-1]
        found = list(_FORMULA_NUMERAL.finditer(inner))
        if not found or len(inner) > 20:
            continue
        hit = rng.choice(found)
        counts = "23456789" if hit[0].isdigit() else _COUNTS[1:]
        number = rng.choice([c for c in counts if c not in (hit[0], {"两": "二"}.get(hit[0]))])
        told = replace(inner, *hit.span(), number)
        if loosen(told) not in source:
            text = replace(base.text, match.start() + 1, match.end() - 1, told)
            yield text, f"“{inner}” → “{told}”"


def name(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """23: an organisation, a place or an office in place of another."""
    plain = masked(base.text)
    source = loosen(scope.text)
    taken: list[tuple[int, int]] = []
    for old, news in _NAMES:
        for match in re.finditer(re.escape(old), plain):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            new = rng.choice(news)
            text = replace(base.text, *match.span(), new)
            told = loosen(text[max(0, match.start() - 2) : match.start() + len(new) + 4])
            if new not in source and told not in source:
                yield text, f"{old} → {new}"
