"""Faults in words, by lexicon: 16 and 24–29, 37."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from faults.notation import figures, loosen, masked, replace, squeeze
from faults.records import Faithful, Scope, Variant

Edits = Sequence[tuple[str, str]]
"""(regular expression, what to put there), tried in order on text outside titles and quotations."""

_LABELS: Edits = (
    ("旅游人数", "旅游收入"),
    ("旅游收入", "财政收入"),
    ("税收收入", "土地收入"),
    ("非税收入", "税费收入"),
    ("一般公共预算收入", "政府性基金收入"),
    ("发案数", "立案数"),
    ("破案率", "起诉率"),
    ("结案", "立案"),
    ("受理", "办结"),
    ("立案", "结案"),
    ("总投资", "总产值"),
    ("完成投资", "完成融资"),
    ("签约", "开工"),
    ("到位省外资金", "到位省内资金"),
    ("扶持资金", "担保资金"),
    ("新建和改造", "规划"),
    ("改扩建", "撤并"),
    ("新建", "关停"),
    ("归集数据", "交易数据"),
    ("共享数据", "销毁数据"),
    ("接诉率", "投诉率"),
    ("办结率", "退回率"),
    ("网办率", "好评率"),
    ("满意率", "知晓率"),
    ("满意度", "知晓度"),
    ("同意率", "反对率"),
    ("覆盖率", "发现率"),
    ("转化率", "出口率"),
    ("收集率", "回用率"),
    ("火灾起数", "事故起数"),
    ("老旧小区", "城中村"),
    ("会议", "培训"),
    ("调研", "执法"),
    ("制度措施", "法律法规"),
    ("绿色工厂", "数字工厂"),
    ("混错接点", "水质监测点"),
    ("游客", "学员"),
    ("龙头企业", "小微企业"),
    ("上下游对接", "融资授信"),
    ("专项资金", "银行贷款"),
    ("问题线索", "意见建议"),
    ("意见建议", "问题线索"),
    ("工作专班", "巡察组"),
    ("整改措施", "整改建议"),
    ("具体问题", "具体措施"),
    ("志愿服务队", "执法队"),
    ("爱心驿站", "商业网点"),
    ("隐患点", "监测点"),
    ("隐患", "设备"),
    ("党支部", "业委会"),
    ("通报批评", "通报表扬"),
    ("教师", "医生"),
    ("学校", "医院"),
    ("挽回资金", "没收资金"),
    ("腾空土地", "出让土地"),
    ("回迁安置项目", "商业开发项目"),
    ("监督检查", "专项审计"),
    ("信访举报件", "行政复议件"),
    ("涉毒人员", "在逃人员"),
    ("廉洁短信", "预警短信"),
    ("引进院士", "培训院士"),
    ("省外资金", "境外资金"),
    ("家庭", "企业"),
    ("诊疗", "体检"),
    ("监督重点", "监督建议"),
    ("重点工作", "重点项目"),
)
_STATUS: Edits = (
    ("正在办理中|正在办理", "已全部办结"),
    ("正加快办理开工手续", "已全部开工"),
    ("正?(?:在)?积极协调推进(?:中)?", "已全部完成"),
    ("正加快落地建设", "已建成投产"),
    ("正?有序推进", "已全部完成"),
    ("基本完成", "全部完成"),
    ("限期整改到位|限期整改", "已整改到位"),
    ("开工建设", "竣工投用"),
    ("(?:已)?启动", "完成"),
    ("正在推进", "已经完成"),
    (
        "(?:全力|统筹|扎实|深入|加快|持续|全面|积极|有序)推进(?=[一-龥□]{4})(?![会工机中的到不落]|情况)",
        "全面完成",
    ),
    ("(?:(?<=[，。；,;])|^)推进(?=[一-龥□]{4})(?![会工机中的到不落]|情况)", "全面完成"),
    ("签约引入", "建成投产"),
    ("取得了?(?:阶段性明显成效|阶段性成效)", "已全面完成"),
    ("形成初步方案", "完成全部建设"),
    ("已送检", "已全部检测合格"),
    ("正在(?:依法)?侦办中", "已审结宣判"),
    ("提起公诉", "判决生效"),
    ("进展顺利", "全部竣工"),
    ("持续开展|常态化开展|常态化组织|深入开展", "全面完成"),
    ("研究分类处置方案", "完成全部处置"),
    ("完成拆迁", "建成运营"),
    ("谋划(?:建设|布局)", "建成"),
    ("试运营", "正式运营"),
)
_NEGATION: Edits = (
    ("已全部", "未全部"),
    ("均已", "均未"),
    ("(?<!对)已(?=[办完开整收发引成兑编])", "未"),
    ("全部(?=[整办经建交])", "未全部"),
    ("均(?=[完达])", "均未"),
    ("不予", "给予"),
    ("暂不具备", "已具备"),
    ("未(?=[完办化开按])", "已"),
    ("无物业", "有物业"),
    (
        "(?:(?<=[，。；,;])|^)(召开|制定|研究制定|印发|出台|建立|成立|组建|编制|完成|下发|开展|举办|给予"
        "|打造|推进|落实|明确|引进|配备|健全|组织|实施)",
        r"未\1",
    ),
)
_PLAN: Edits = (
    ("(?:下一步|(?<!定)(?<!确)下步|今后)[,，]?(?:我们|城中区委|区委|市委)?(?:将)?(?!，)", "目前已"),
    ("近期将重点培育打造|近期计划打造", "已建成"),
    (
        "将(?=新建|重点培育|坚持|对已|继续|进一步|建立|聚力|带头|加快|把整改|完成|收回|严肃)",
        "已",
    ),
    ("全部完成换届", "已全部完成换届"),
    ("力争(?:实现)?|争取(?=□+达到)", "已实现"),
    ("年内计划", "年内已"),
    ("计划(?=[打开建])", "已"),
    ("谋划(?=建设|布局|研究)", "已完成"),
    ("适时(?=组织|开展)", "已"),
    ("(?<!要)逐步", "已全部"),
    ("探索", "已全面"),
)
_SCOPE: Edits = (
    ("选取部分|集中连片选取部分", "选取全部"),
    ("(?<!干)部分(?!门)", "全部"),
    ("试点(?!企业|工作|工)", "全面推广"),
    ("(?<!第)一批", "所有"),
    ("重点(?=领域|场所|环节|问题|地区|企业|行业|时段)", "所有"),
    ("主要(?=责任单位|农畜产品)", "全部"),
    ("大部分|多数", "全部"),
    ("有关|相关", "所有"),
    ("其他4家|其余四家", "全部四家"),
    ("市属国有企业", "全市企业"),
    ("区属国有企业", "全区企业"),
    ("县级领导干部", "全体干部"),
    ("区级领导", "全体干部"),
)
_DEGREE: Edits = (
    ("有所", "大幅"),
    ("进一步(?!使用|就|明确)", "彻底"),
    ("阶段性明显", "根本性"),
    ("阶段性", "决定性"),
    ("初步", "高度成熟的"),
    ("(?<!要)逐步", "迅速"),
    ("有效遏制", "彻底根除"),
    ("有效提升", "大幅跃升"),
    ("总体平稳", "根本好转"),
    ("不断提升|持续提升|稳步提升", "显著跃升"),
    ("不断(?=[增强提拓完])", "大幅"),
    ("持续优化", "根本改善"),
    ("一定", "巨大"),
    ("较往年有了明显提升", "较往年翻番"),
    ("(?<!不)明显", "极其显著"),
    ("有效", "彻底"),
    ("(?:(?<=[，。；,;])|^)(加强|强化|深化)", r"极大\1"),
    ("提升(?=[，。；,;])", "显著提升"),
)
_ACHIEVEMENTS: Edits = (
    ("不够(?=深入|有力|坚决|充分|强|严|高)", "非常"),
    ("还未形成", "已经形成"),
    ("有(?:待|差距|不足|短板|弱项)(?:提高|优化|加强)?", "成效显著"),
    ("不到位", "到位"),
    ("不明显", "明显"),
    ("不(?=高|强|严|牢|清|规范|充分)", "很"),
    ("(?<=树得)不牢", "很牢"),
    ("存在(?:差距|短板|偏差|薄弱环节)", "成效显著"),
    ("层层递减", "层层到位"),
    ("弱化", "强化"),
    ("虚化", "全面夯实"),
    ("没有充分", "充分"),
    ("缓慢|迟缓", "迅速"),
    ("乏力", "强劲"),
    ("亟(?:待|需)(?:优化|加强|提升)", "明显提升"),
    ("时有发生", "全面杜绝"),
    ("禁而不绝", "全面根除"),
    ("敷衍应付", "扎实有力"),
    ("任重道远", "全面完成"),
    ("改了又犯", "全面巩固"),
    ("总量偏少", "总量充足"),
    ("不够", "充分"),
)


def _edited(text: str, edits: Edits, scope: Scope) -> Iterator[Variant]:
    plain = masked(text)
    source = loosen(scope.text)
    taken: list[tuple[int, int]] = []
    for pattern, new in edits:
        for match in re.finditer(pattern, plain):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            told = match.expand(new)
            changed = replace(text, *match.span(), told)
            context = changed[max(0, match.start() - 3) : match.start() + len(told) + 4]
            if told != match[0] and loosen(context) not in source:
                yield changed, f"{match[0]} → {told}"


def label(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """16: what is counted, told as something else, close to its figure."""
    plain = masked(base.text)
    near = [m.span() for m in figures(base.text)]
    source = squeeze(scope.text)
    for old, new in _LABELS:
        for match in re.finditer(old, plain):
            close = any(
                0 <= start - match.end() <= 6 or 0 <= match.start() - end <= 8
                for start, end in near
            )
            if close and new not in source:
                yield replace(base.text, *match.span(), new), f"{old} → {new}"


def status(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """24: further on than the source says; a plan told as done is another fault."""
    if scope.plan:
        return
    yield from _edited(base.text, _STATUS, scope)


def negation(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """25: a negation put in or taken out."""
    yield from _edited(base.text, _NEGATION, scope)


def plan_as_result(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """26: what is intended, told as done."""
    yield from _edited(base.text, _PLAN, scope)
    if scope.plan:
        yield base.text.rstrip("。") + "，目前均已完成。", "均已完成 added to a plan"


def scope_word(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """27: part told as all, a pilot as general."""
    yield from _edited(base.text, _SCOPE, scope)


def degree(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """37: somewhat told as greatly."""
    yield from _edited(base.text, _DEGREE, scope)


def problem_as_achievement(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """28: the problem that the unit answers, told as its opposite."""
    if not scope.problem or base.role == "overview":
        return
    problem = scope.problem.replace("‘", "“").replace("’", "”")
    told = problem
    for pattern, new in _ACHIEVEMENTS:
        told = re.sub(pattern, new, told)
    if told != problem:
        # A section's summary may open with its problem: that is what gets turned round.
        rest = re.sub(r"^(?:针对|关于|着力解决).{2,90}?问题[：，,]", "", base.text)
        yield f"{told}，{rest}", f"{problem} → {told}"


def cause(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """29: two facts that only stand side by side, joined as cause and effect."""
    plain = masked(base.text)
    if re.search("因此|由于|从而|导致|使得|得益于", loosen(scope.text)):
        return
    places = [m.start() for m in re.finditer("[；;。]", plain[:-2])]
    if not places or re.match("针对|关于|着力解决|在|按|围绕|为|下", plain):
        return
    at = rng.choice(places)
    before, after = base.text[:at], base.text[at + 1 :]
    yield f"{before}，因此{after}", "因此 put in"
    yield f"由于{before}，{after}", "由于 put in"
