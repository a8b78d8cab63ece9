"""What a sentence or clause is to those beside it: a detail, a conclusion, an aim, a moment."""

from __future__ import annotations

from summarizer import patterns as re

# What a sentence begins with that breaks down what the one before it tells, or gives an example.
BREAKDOWN = re.compile(
    r"其中(?:$|[:：,，])|(?:分|按)[^,，:：。]{1,16}[看分](?:$|[:：,，])|(?:例如|比如|如(?![果何期实数意此今是同下上前]))"
)
# What an examination, a court or experts came to: what such a text is written for.
CONCLUDES = re.compile(
    r"判决|裁定|驳回[^,，]{0,12}(?:请求|诉|申请)|(?:经[^,，]{2,16}|专家[^,，]{0,6}|调查组?|法院|综合)[^,，]{0,8}认[为定]|(?:事故|直接|主要)原因[是为系]|综上"
)
# What so much is aimed at stands before it: 支持甲园区，力争产值突破2000亿元.
AIMED = re.compile(r"(?:力争|争取|确保|保证|推动|促进|带动|努力|逐步)")

# A day or an hour, of which only the next clause is told for certain.
MOMENT = re.compile(
    r"\A(?:[^,，。]{0,16}?|.*月)\d{1,2}(?:日|[时点](?:\d{1,2}分?)?)"
    r"(?:许|左右|凌晨|上午|下午|晚)?\Z"
)
# What was not done is not said again with what else was not: 没有牢固树立甲，真正把乙放在首位.
DENIES = re.compile(r"(?:没有|未能)(?:真正|牢固|切实|严格|充分|很好|完全|及时|有效|认真)")
