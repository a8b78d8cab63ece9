"""Page furniture: what a web page or a newspaper prints around a report.

The tables name what is recognised and the reason that is reported for it. Lines are matched
without their white space and in half-width forms.
"""

from __future__ import annotations

from summarizer import patterns as re

_WORDS = (
    "字号|字体|大|中|小|特大|加大|还原|减小|放大|缩小|默认|A[+-]?|T[+-]?|下载|打印|打印本页|打印页面"
    "|全屏|收藏|关闭|关闭窗口|关闭本页|返回|返回顶部|返回列表|返回首页|听全文|朗读|语音播报|无障碍|适老化"
    "|简体|繁体|登录|注册|搜索|首页|导航|菜单|扫一扫|扫一扫在?手?机?打开当前页|复制链接"
    "|分享到?|微信|微博|新浪微博|朋友圈|QQ|QQ空间"
)
_META = (
    "(?:信息|文章|稿件|新闻)?来源|稿源|出处"
    "|(?:发布|发表|发文|更新|公开|印发|成文|生成|公布)?(?:时间|日期)"
    "|作者|发布(?:人|者|机构|单位|机关)|发文机关|供稿|撰稿|投稿|通讯员|记者"
    "|审核|审校|校对|初审|复审|终审|签发|录入|(?:点击|浏览|阅读|访问|查看)(?:次数|数|量|率)?"
    "|索引号|主题分类|主题词|公开方式|公开范围|有效性|信息分类|体裁分类|服务对象|名称|分类|标签|栏目|关键词"
)

# Recognised on any line of the text.
ANYWHERE = re.compile(
    r"(?P<page_number>[-—–－―·•~\s]*[-—–－―~·•]\s*[0-9０-９]{1,4}\s*[-—–－―~·•][-—–－―~·•\s]*$"
    r"|[0-9０-９]{1,4}\s?[-—–－―]{1,2}$"
    r"|[(（〔\[]?第\s?[0-9]{1,4}\s?[页版](?:[,，/ ]{0,2}共\s?[0-9]{1,4}\s?[页版])?[)）〕\]]?$"
    r"|[Pp](?:age|\.)\s?[0-9]{1,4}(?:\s?(?:of|/)\s?[0-9]{1,4})?$|[0-9]{1,3}\s?/\s?[0-9]{1,3}$)"
    r"|(?P<running_head>[^\n。;；,，:：]{1,12}(?:[日晚早时晨商]|都市)报\s*[^\n。;；,，:：]{0,8}"
    r"20\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?[^\n。;；,，]{0,16}$"
    r"|[^\n。;；,，:：]{2,40}[ \t\u3000]第\s?[0-9A-D]{1,3}\s?[版页]$)"
    r"|(?P<rule>[-*_=—－―─━]{3,}$|[*-](?: ?[*-]){2,}$)"
    r"|(?P<image>!\[[^\]\n]{0,80}\]\()"
    r"|(?P<comment>(?:<!--[^\n]{0,200}-->|</?(?:hr|br|p|div|center)\s*/?>)$)"
)
_CLOSED = (
    (
        "breadcrumb",
        r"(?:您?(?:现在|当前)?(?:所在)?的?位置)(?:[:>].{0,100})?|首页(?:[>»/|-].*)?|[>»]+"
        r"|[^。,;>»]{1,24}(?:[>»]+[^。,;>»]{1,24}){2,8}[>»]*",
    ),
    ("page controls", rf"(?:{_WORDS}|[\[\]【】()|/:·>〉\s])+"),
    ("source and date line", rf"(?:{_META})[:].{{0,150}}"),
    (
        "source and date line",
        r"\[?20\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日(?=.))日?"
        r"(?:\d{1,2}[:时点]\d\d(?:[:分]\d{0,2}秒?)?)?\]?"
        r"(?:(?:来源|作者|浏览|点击|阅读).{0,80})?",
    ),
    (
        "comment box",
        r"(?:我要评论|网友评论|发表评论|评论|登录后|请输入|验证码|提交|点赞|跟帖|文明上网"
        r"|还没有人评论|暂无评论|网民留言).{0,60}",
    ),
    (
        "related links",
        r"[\[【(]?(?:相关(?:报道|新闻|链接|阅读|文章|文件|推荐|附件|信息|稿件|解读|专题)"
        r"|延伸阅读|推荐阅读|热门(?:推荐|文章|新闻)|猜你喜欢|上一?[篇页条]|下一?[篇页条]"
        r"|更多(?:新闻|内容|>>)?|阅读原文|原文链接|转入文章|友情链接|附件下载).{0,200}",
    ),
    (
        "editor line",
        r"[\[【(]?(?:责任)?(?:编辑|责编|编审|审编|值班编委|美编|校对)[:】].{0,60}"
        r"|\(?责任编辑.{0,40}",
    ),
    ("photo caption", r".{0,80}(?:记者|通讯员).{0,14}摄影?\)?"),
)
_OPEN = re.compile(
    r"版权所有|[Cc]opyright|COPYRIGHT|©|ICP备|公网安备|免责声明|转载请|未经(?:授权|许可|书面)"
    r"|网站(?:地图|标识码)|(?:主办|承办|技术支持|协办)(?:单位)?:|知识共享|[Cc]reative[Cc]ommons"
    r"|CC[ -]?BY|许可协议|著作权|扫一扫|分享到"
)
_PATTERN = re.compile(
    "|".join(f"(?P<g{index}>(?:{pattern})$)" for index, (_, pattern) in enumerate(_CLOSED))
)
_LONGEST = 240  # a teaser of three lines; longer lines are prose

ANYWHERE_REASONS = {
    "page_number": "page number",
    "running_head": "running head",
    "rule": "ruled line",
    "image": "image",
    "comment": "markup",
}


def furniture_reason(line: str) -> str | None:
    """Why a line at the top or the bottom of a page is furniture, or None.

    `line` is folded to half-width forms and has no white space.
    """
    if len(line) > _LONGEST:
        return "related links" if line.startswith("友情链接") else None
    match = _PATTERN.match(line)
    if match is not None and match.lastgroup is not None:
        return _CLOSED[int(match.lastgroup[1:])][0]
    return "copyright and licence" if _OPEN.search(line) else None
