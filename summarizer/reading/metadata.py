"""Grammars of what stands at the edges of a document: signature, date, contact, inspection."""

from __future__ import annotations

import calendar
import datetime

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.document import InspectionFacts
from summarizer.words import worded

_DIGIT = "零〇○O一二三四五六七八九"
_SMALL = "一二三四五六七八九十"
DATE = re.compile(
    rf"(?P<year>\d{{4}}|[{_DIGIT}]{{4}})年(?P<month>\d{{1,2}}|[{_SMALL}]{{1,2}})月"
    rf"(?P<day>\d{{1,2}}|[{_SMALL}]{{1,3}})日"
)
ISSUER_NAME = r"(?:中共)?[^，。,;:：、!?\d“”《》]{1,60}(?:{issuers})"
ISSUER = worded("titles", ISSUER_NAME)
_SIGNED_DATE = DATE.pattern.replace("?P<", "?P<s_")
SIGNED = worded("titles", rf"(?P<issuer>{ISSUER_NAME})[(]?(?P<date>{_SIGNED_DATE})[)]?")

_PUBLIC = "(?:{publics})"
# How the paragraph begins that says where to turn to, and the last words of a report.
CONTACT = worded(
    "furniture",
    r"(?:热忱|诚恳|诚挚|真诚|衷心|敬请)?(?:欢迎|希望|请)[^。]{0,6}"
    rf"(?:广大|{_PUBLIC}|全[市县区省校])[^。]{{0,40}}(?:监督|意见|建议|反映)"
    rf"|广大[^。]{{0,12}}{_PUBLIC}[^。]{{0,40}}(?:意见|建议|异议|监督|反映)"
    r"|\(?(?:公示|通报|公开|公布|征求意见|受理)(?:期间?|期限|时间|时限)(?:内|为|是)?"
    r"(?:[:]|[^。]{0,60}?(?:意见|建议|异议|反映|联系|监督|至|电话))"
    r"|(?:如果?|若)?(?:您|你|对)?[^。,;:]{0,24}(?:如有|若有|有)[^。,;:]{0,8}"
    r"(?:意见|建议|问题|异议|疑问)[^。;]{0,12}?[,的](?:请|欢迎|可|敬请)"
    r"|(?:如|若)(?:对|有)[^。;]{0,40}(?:意见|建议|异议|疑问|问题)[^。;]{0,12}?[,的]?(?:请|欢迎|可|敬请|均可)"
    r"|(?:以上|上述)[^。;]{0,24}(?:请|欢迎|接受)[^。;]{0,24}(?:监督|批评|审议|审阅|审查)"
    r"|(?:以上|上述)(?:整改|落实|完成|进展)*情况[^。;]{0,12}(?:公开|公布|公示|通报)"
    r"|\(?(?:意见|建议|问题|线索|情况){0,2}"
    r"(?:{contact_acts}){1,2}"
    r"(?:{contact_means})(?:如下)?[:为]"
    r"|(?:邮政|电子)(?:信箱|邮箱|地址|邮件|编码):|(?:邮编|传真|邮箱|信箱|电话|地址):"
    r"|特此(?:通报|公告|公示|报告|说明|函)|附件?[一二三\d]?:"
    r"|\(?此件(?:公开|主动|依申请|有删)",
)
# What is noted below a signature: （此件公开发布）, （本文有删减）.
NOTED = lazy(r"\((?:此件|本文)[^()]{0,20}\)")

# A document number printed right behind a title.
DOCUMENT_NUMBER = lazy(
    r"(?<=[知见告报定案划议函])(?!的)[\u4e00-\u9fff]{1,8}[〔\[(]\d{4}[〕\])]\d{1,4}号$"
)
_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
_PERIOD = (
    r"(?P<first>\d{4}年\d{1,2}月(?:\d{1,2}日)?)(?:至|到|[—–~-]{1,2})"
    r"(?P<last>(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?)"
)
_WHO = r"(?P<who>[^,。;:\n\d]{2,30}?(?:巡视|巡察|督察|督导|审计)组?(?:组|局|厅|署)?)"
# 2024年4月28日至7月27日,省委第三巡视组对…, or 省委第三巡视组于2024年…至…对…
_INSPECTION = (
    re.compile(rf"{_PERIOD}(?:期间)?,?{_WHO}(?=对|进驻|在)"),
    lazy(rf"{_WHO}(?:于|自|从)?{_PERIOD}"),
)
_FEEDBACK = re.compile(
    rf"(?P<day>{_DAY}),?[^。;\n]{{0,40}}?(?:反馈|通报)了?[^。;\n]{{0,30}}?(?:意见|情况|问题)"
)
_PLAIN = re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?")


def iso_date(match: re.Match[str], prefix: str = "") -> str | None:
    """The ISO 8601 date of a DATE match; None for a day that the calendar lacks."""
    year = "".join(_digit(character) for character in match[prefix + "year"])
    try:
        return datetime.date(
            int(year), _number(match[prefix + "month"]), _number(match[prefix + "day"])
        ).isoformat()
    except ValueError:
        return None


def _digit(character: str) -> str:
    return (
        character
        if character.isascii() and character.isdecimal()
        else str(max(0, "〇一二三四五六七八九".find(character)))
    )


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, ten, units = text.rpartition("十")
    if not ten:
        return _SMALL.index(text) + 1 if len(text) == 1 else 0
    return (_SMALL.index(tens) + 1 if tens else 1) * 10 + (_SMALL.index(units) + 1 if units else 0)


def inspection_facts(lead: str) -> InspectionFacts | None:
    """What the lead of a rectification report (normalised) says of the inspection."""
    found = next((match for rule in _INSPECTION if (match := rule.search(lead))), None)
    if found is None:
        return None
    first = _day(found["first"], None)
    last = _day(found["last"], first, month_end=True)
    feedback = _FEEDBACK.search(lead, found.end())
    return InspectionFacts(
        inspectors=found["who"],
        first=first,
        last=last,
        feedback_on=_day(feedback["day"], last) if feedback else None,
    )


def _day(text: str, context: str | None, *, month_end: bool = False) -> str | None:
    match = _PLAIN.match(text)
    if match is None:
        return None
    year = match["year"] or (context[:4] if context else None)
    if year is None:
        return None
    try:
        first = datetime.date(int(year), int(match["month"]), int(match["day"] or 1))
    except ValueError:
        return None
    if month_end and not match["day"]:
        first = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first.isoformat()
