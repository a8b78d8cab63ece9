"""An error is told only where what is meant is plain: right statements that were once blamed, and
the faults beside them that are still told."""

from __future__ import annotations

import pytest

from summarizer.analysis import analyse
from summarizer.checking import SourceIndex, Statement, check_statement
from summarizer.reading import from_text
from summarizer.vocabulary import Severity
from tests.checking.cases import Case, report_of

OTHER = "全年培训党员干部2300人次，整改销号问题48个；新建公园6个，绿化面积35公顷。"


def _severities(source: str, claim: str) -> set[Severity]:
    index = SourceIndex(report_of(Case(source, claim, other=OTHER)))
    found = check_statement(Statement(claim, index.by_id["1.1.1"]), index).findings
    return {finding.severity for finding in found}


RIGHT = [
    # An example of the writer's, by a rate of the source; what a sentence or an item opens with.
    (
        "医保基金按不低于采购金额的30%提前预付给医疗机构。",
        "医保基金按不低于采购金额的30%提前预付，采购额100万元对应的预付线是30万元。",
    ),
    (
        "按年度药品总用量的60%—70%估算采购总量，剩余用量仍可采购其他品种。",
        "假如某药年总用量1000万片，采购总量估算为600万—700万片，余下300万—400万片可采购其他品种。",
    ),
    (
        "全年林果产量180.78万吨。其中，葡萄171.35万吨，增长5.3%；杏6.62万吨，增长6.4%。",
        "葡萄是林果业的主角：全年产量171.35万吨，增长5.3%。",
    ),
    (
        "一是支持脱贫攻坚战。投入134191万元。二是支持污染防治攻坚战。各级投入29396万元。",
        "脱贫攻坚投入134191万元，污染防治29396万元。",
    ),
    (
        "到2020年，灌排机械动力达到1.2亿千瓦。到2025年，灌排机械动力达到1.3亿千瓦。",
        "到2025年，灌排机械动力达到1.3亿千瓦。",
    ),
    ("现场监测4个月，共记录到567次振动。", "现场监测4个月，记录到567次振动，平均每天约4.6次。"),
    # Told as rounded; against what it is measured; a named county is the whole county.
    ("全市财政支出386.1亿元，增长0.1%。", "全市财政支出386亿元出头，增长0.1%。"),
    ("经营收入15568万元，年初预算为146万元。", "经营收入15568万元，远超146万元的年初预算。"),
    ("成立柳坪县第一家服装公司。", "办起全县第一家服装公司。"),
    (
        "能源消费总量二千吨以上不满一万吨的用能单位每年报送能源利用状况报告。",
        "用能达到2000吨、不满1万吨的单位，每年报送能源利用状况报告。",
    ),
    # Premises: told in other words, of what was counted, of another thing.
    ("全年发生安全事故41起（不含消防），下降4.7%。", "全年发生安全事故41起，下降4.7%。"),
    (
        "如患者使用的药品价格与集中采购价格差异较大，可渐进调整支付标准。",
        "价差较大的，可渐进调整支付标准。",
    ),
    (
        "首先使重点防御区的城市基本具备抗御6级地震的能力。",
        "首先要使重点防御区的城市能抗御6级地震。",
    ),
    ("工厂里发生了十起使管理人员不安的小型活动。", "工厂里又发生了十起小型活动。"),
    (
        "那时有三十人，可他们没能亲自发起组织游行示威。",
        "那时有三十人，却未能亲自发起组织游行示威。",
    ),
    ("办法由市第十一届人大常委会第十三次会议通过。", "由市第十一届人大常委会通过。"),
    # Two figures of one clause in another order; a share from a tenth on; times that are no count.
    (
        "外贸进出口在对北洲贸易下降超3成的情况下增长12%。",
        "在对北洲贸易下降超3成的情况下，全市外贸进出口仍增长12%。",
    ),
    ("清洁燃油占比从8.4%提升至96.46%。", "清洁燃油占比从不到一成升到超过九成六。"),
    (
        "全年外送电量690亿千瓦时。两条通道建成后，年外送电量将超过1600亿千瓦时。",
        "通道建成后年外送电量将超过1600亿千瓦时，是全年外送电量的两倍多。",
    ),
    # The whole of what is told in the same words of several things.
    (
        "甲矿事故其他22名责任人员受到处分。乙矿事故其他10名责任人员受到处分。丙矿事故其他16名责任人员受到处分。",
        "三起事故另有48名责任人员受到处分。",
    ),
    # By so much, up to a level; a comparison behind an amount; a size that is a name.
    ("失业保险金由670元提高到700元，提升30元。", "失业保险金提升30元至700元。"),
    ("城镇登记失业率下降0.3个百分点，为3.2%。", "失业率下降0.3个百分点至3.2%。"),
    ("财政收入263亿元，财政支出262.6亿元。", "财政收入263亿元，比支出262.6亿元多0.4亿元。"),
    ("规模以上工业企业达429户，实现产值35亿元。", "全区429户规模以上工业企业实现产值35亿元。"),
    # The first months of a year in every notation; days of a longer time.
    ("前7个月，规模以上工业增加值增长8.2%。", "1～7月规模以上工业增加值增长8.2%。"),
    ("一至七月，完成投资35.6亿元。", "前7个月完成投资35.6亿元。"),
    ("7月5日—9日组织干部赴外地培训，参训56人。", "7月初组织56名干部赴外地培训。"),
    ("已对二〇一九至二〇二三年度520项任务开展督察。", "2019至2023年度520项任务已督察。"),
    # Questions deny nothing, and what is left out is left out in any words.
    ("全年罚款54.2万元（事故罚款除外），立案36起。", "全年罚款54.2万元，不包括事故罚款。"),
    ("企业能不能留得住，关键看营商环境。", "企业能不能留得住关键看营商环境。"),
    # Reckoned: of a level and its increase, of a share, of members of a list, of dates.
    (
        "年末贷款余额671.8亿元，比年初增加177.2亿元。",
        "年末贷款余额671.8亿元，增加177.2亿元，推算增长35.8%。",
    ),
    ("全县耕地80万亩，三成种植玉米。", "全县约24万亩耕地种了玉米。"),
    ("坡耕地发展刺梨、茶叶、皂角各20万亩。", "刺梨、茶叶、皂角各20万亩，合计60万亩。"),
    (
        "2019年6月30日前印发方案，2021年3月31日前完成评估。",
        "2019年6月30日前印发方案，2021年3月31日前完成评估，两者相隔21个月。",
    ),
    ("第一产业增长4.2%，第二产业增长9.8%。", "第一、二产业依次增长4.2%和9.8%。"),
    (
        "第一产业投资95.3亿元，增长9.6%；第二产业投资708.8亿元；第三产业投资571.4亿元。",
        "三次产业投资分别为95.3亿元、708.8亿元和571.4亿元，二产占51.5%。",
    ),
    # A word before what is multiplied; a lowest point that is no limit; what is ended, and the rest.
    ("新开工住宅117.8万平方米，是上年的2.9倍。", "新开工住宅117.8万平方米，接近上年的三倍。"),
    ("产销率94.6%，较年初最低时回升5.6个百分点。", "产销率94.6%，比年初最低点回升5.6个百分点。"),
    ("部门预算安排购置车辆0辆，其中公务用车0辆。", "今年部门预算不安排购置车辆。"),
    (
        "收入预算3121.42万元，其中：财政拨款收入3121.42万元。",
        "收入预算3121.42万元，全部为财政拨款收入。",
    ),
    ("率先实现水泥生产无立窑的目标。", "率先消灭了水泥生产的立窑。"),
    (
        "商品房销售面积526.3万平方米，其中住宅443.4万平方米。",
        "商品房销售面积526.3万平方米，其中非住宅82.9万平方米。",
    ),
    # A level that was fallen to is no fall; 上年 may be the year that the source prints.
    ("贫困发生率由10.2%降至0.6%。", "贫困发生率由10.2%降至0.6%，下降9.6个百分点。"),
    (
        "2024年度支出总计2995.39万元，较2023年度减少56.95万元。",
        "2024年度支出总计2995.39万元，比上年减少56.95万元。",
    ),
    ("根据2015年9月30日市政府令第132号修改。", "2015年9月30日经第132号令修改。"),
    # Limits in other words, one of them behind 每月; 经过 and 将 are no limit and no contrast.
    ("同一学历教育的扣除期限不能超过48个月。", "同一学历教育最长扣48个月。"),
    (
        "2004年安排资金7.8亿元，比今年年初增加1.3亿元。",
        "资金7.8亿元，增加1.3亿元，推算上年为6.5亿元。",
    ),
    ("表扬130项典型经验做法。", "表扬的做法有辽宁5项、吉林4项、黑龙江3项，东北三省共12项。"),
    ("每人分摊的额度不能超过每月1000元。", "每人每月分摊不超过1000元。"),
    ("经过四次认定，具备资格的机构542家。", "历经四次认定，具备资格的机构有542家。"),
    # 委 of 委托 is no committee.
    (
        "甲县人民政府已委托中国地质大学开展勘查，圈定危险区。",
        "甲县一边委托中国地质大学勘查，一边圈定危险区。",
    ),
    ("停车场项目主体结构已完成，将可增加790个停车泊位。", "停车场将增790个泊位。"),
    # What goes on in the source leaves out what its first member said.
    (
        "药品零售前10位企业年销售总额1504亿元，占全国药品零售市场23.1%；"
        "前100位年销售总额2470亿元，占比38.0%。",
        "药品零售前100位企业年销售总额2470亿元，占38.0%。",
    ),
    # The same in brackets and in other words; a finer time; a part of what is meant, roughly.
    ("扣除期限最长不超过240个月。", "最长扣20年（240个月）。"),
    (
        "平均市值167亿元，比2023年最后一个交易日的180亿元低13亿元。",
        "平均市值167亿元，较2023年末的180亿元低13亿元。",
    ),
    (
        "国家有关部门承诺负担原估算投资5亿元的三分之二。",
        "国家有关部门承诺负担原估算投资的三分之二，约3.3亿元。",
    ),
    # Per cent of what is no rate; told roughly, and another share that is meant.
    (
        "规上工业增加值增长8.4%，工业投资增长13.3%，进出口总值增长14.1%。",
        "进出口总值增长14.1%，比工业投资增速高0.8个百分点。",
    ),
    (
        "生产总值增长9%，单位生产总值能耗下降3%，居民人均收入增长6%。",
        "生产总值增9%，单位能耗降3%，居民收入增6%。",
    ),
    ("市区酸雨率为42.2%，比上年上升8.2个百分点。", "市区酸雨率超过四成。"),
    ("全年新登记经营主体31.2万户。", "全年新登记经营主体超过31万户。"),
    # A part of a longer label, and a total without a name.
    (
        "一般公共服务支出（类）财政事务（款）行政运行（项）1623.18万元。",
        "一般公共服务支出约2219万元。",
    ),
    ("共表扬典型经验做法130项。", "陕西、甘肃、青海各3项，宁夏4项，共17项。"),
    # The members of a proportion and of a set phrase, each by its name.
    (
        "全年第一产业增加值30.32亿元，增长5.3%；第二产业增加值82.01亿元，增长6.9%；第三产业增加值159.91亿元，"
        "增长5.7%。三次产业结构为11.1：30.1：58.8。三次产业对经济增长贡献率分别为9.9%、33.4%和56.7%。"
        "甲县生产总值77亿元，增长4.2%，占比28.3%。",
        "第二产业占比30.1%，第三产业占生产总值的比重接近六成，对经济增长的贡献率为56.7%。",
    ),
    (
        "全年第一产业增加值30.32亿元，增长5.3%；第二产业增加值82.01亿元，增长6.9%；第三产业增加值159.91亿元，"
        "增长5.7%。三次产业结构为11.1：30.1：58.8。三次产业对经济增长贡献率分别为9.9%、33.4%和56.7%。"
        "甲县生产总值77亿元，增长4.2%，占比28.3%。",
        "三次产业占比分别为11.1%、30.1%和58.8%。",
    ),
    # 上月 of a text that names its month; 了 behind a verb among plans; what is planned to be spent.
    (
        "2021年9月，调查失业率为4.9%，比上月下降0.2个百分点。",
        "9月调查失业率4.9%，比8月下降0.2个百分点。",
    ),
    (
        "要继续做好保障，会议对能源生产作出了部署和安排，相关部门迅速出台了一系列稳价措施。",
        "会议对能源生产已作部署，相关部门已出台稳价措施。",
    ),
    (
        "谋划重大项目84项，预期投资2487亿元，浩门水库等4项重点项目开工建设。",
        "浩门水库等4项重点项目已开工建设。",
    ),
    ("收入26265元，收入中位数22157元。", "中位数比平均数26265元少约4100元。"),
    ("全市地区生产总值3025.6亿元，增长5%。", "经济总量站上3000亿元。"),
    # The same amount again; where a range ends; the earlier of two times; a bound is no ban.
    (
        "再融资债券规模15.53亿元，其中蓬江区0.07亿元、江海区0.09亿元。",
        "蓬江区和江海区合计0.16亿元，也就是1600万元。",
    ),
    (
        "30岁及以下党员1227.2万名，31至35岁党员1076.4万名，36至40岁党员1147.5万名。",
        "35岁及以下党员合计2303.6万名。",
    ),
    (
        "1949年党员人数448.8万人，占全国人口0.83%。2024年党员人数10027.1万人，占全国人口7.12%。",
        "从1949年的448.8万人到2024年的10027.1万人，占全国人口的比重由0.83%升到7.12%。",
    ),
    (
        "可从补贴中划出一定比例作为单位统筹部分，比例原则上不超过补贴总额的10%。",
        "单位统筹部分原则上不得超过补贴总额的10%。",
    ),
    (
        "全年进出口总额83.13亿元，增长32.6%。其中，出口51.12亿元，下降6.8%。规模以上工业利润比上年增长29.9%。",
        "出口51.12亿元，占进出口总额六成以上，却比上年下滑。",
    ),
    ("室内温度低于十四摄氏度的，按日退还全额热费。", "室温低于14℃的，按日全额退还热费。"),
    ("新增规上工业企业145户，增长22.9%。", "新增规上工业企业145户，由增幅推算上年新增约118户。"),
    (
        "全国共有党的各级地方委员会3200个。其中，省（区、市）委31个，市（州）委397个。",
        "党的各级地方委员会3200个，其中省级31个、市级397个。",
    ),
]

# An error, no less: the fact that is meant is plain.
PLAINLY_WRONG = [
    # Of another budget than the source says.
    (
        "全市基金收入完成107.6亿元，占年度调整预算的105.95%，比上年增收6.8亿元。",
        "全市基金收入完成107.6亿元，占年初预算的105.95%，比上年增收6.8亿元。",
    ),
    (
        "医保基金按不低于采购金额的30%提前预付给医疗机构。",
        "医保基金按不低于采购金额的30%提前预付，采购额100万元对应的预付线是40万元。",
    ),
    (
        "全年林果产量180.78万吨。其中，葡萄171.35万吨，增长5.3%；杏6.62万吨，增长6.4%。",
        "杏是林果业的主角：全年产量171.35万吨，增长5.3%。",
    ),
    ("安全生产达到2000吨以上不满一万吨的每年报告。", "安全生产达到1500吨、不满1万吨的每年报告。"),
    ("全年规模以上工业企业实现利润503.98亿元。", "规模以上工业企业实现利润约504万元。"),
    ("印发工作方案等41项制度措施，清理证明12项。", "制定完善制度措施14项。"),
    (
        "粪污处理设施装备配套率达到95%，粪污综合利用率达到75%。",
        "粪污处理设施装备配套率95%，比粪污综合利用率75%高20%。",
    ),
    (
        "小麦播种面积1504亩，增长2.1%；油菜播种面积2470亩，增长3.8%。",
        "小麦播种面积2470亩，油菜播种面积1504亩。",
    ),
    # Of two rates one is told, the other is what the claim compares with.
    (
        "规上工业增加值增长8.4%，工业投资增长13.3%，进出口总值增长14.1%。",
        "进出口总值增长14.1%，比工业投资增速高0.8%。",
    ),
    # Told roughly, from the wrong side.
    ("市区酸雨率为42.2%，比上年上升8.2个百分点。", "市区酸雨率不足四成。"),
    ("全年新登记经营主体31.2万户。", "全年新登记经营主体不足31万户。"),
    ("吸引群众3000余人参加。", "吸引群众3000人参加。"),
    ("16至24岁失业青年纳入见习补贴范围。", "16至29岁失业青年纳入见习补贴范围。"),
    # All that is said of one sector is another's.
    (
        "全年第一产业增加值30.32亿元，增长5.3%；第二产业增加值82.01亿元，增长6.9%；第三产业增加值159.91亿元，"
        "增长5.7%。三次产业结构为11.1：30.1：58.8。三次产业对经济增长贡献率分别为9.9%、33.4%和56.7%。"
        "甲县生产总值77亿元，增长4.2%，占比28.3%。",
        "第二产业增加值159.91亿元，增长5.7%。",
    ),
    (
        "全年第一产业增加值30.32亿元，增长5.3%；第二产业增加值82.01亿元，增长6.9%；第三产业增加值159.91亿元，"
        "增长5.7%。三次产业结构为11.1：30.1：58.8。三次产业对经济增长贡献率分别为9.9%、33.4%和56.7%。"
        "甲县生产总值77亿元，增长4.2%，占比28.3%。",
        "第三产业对经济增长的贡献率为33.4%。",
    ),
    (
        "全年第一产业增加值30.32亿元，增长5.3%；第二产业增加值82.01亿元，增长6.9%；第三产业增加值159.91亿元，"
        "增长5.7%。三次产业结构为11.1：30.1：58.8。三次产业对经济增长贡献率分别为9.9%、33.4%和56.7%。"
        "甲县生产总值77亿元，增长4.2%，占比28.3%。",
        "第二产业占比38.1%。",
    ),
]

WRONG = [
    # A limit turned round in other words; how often; the smaller of two as the greater.
    ("修理记录保存期限不得低于6年。", "修理记录最多存6年。"),
    ("饮水设备与公共厕所直线距离在二十米以上。", "饮水设备离公厕直线距离要在20米以内。"),
    ("供水单位每半年至少进行一次水质检测。", "供水单位每年至少进行一次水质检测。"),
    ("乡村零售额增长6.2%，城镇零售额增长0.3%。", "乡村增速（6.2%）慢于城镇（0.3%）。"),
    ("成立柳坪县第一家服装公司。", "办起全省第一家服装公司。"),
    ("失业保险金由670元提高到700元，提升30元。", "失业保险金提升30元至750元。"),
    ("财政收入263亿元，财政支出262.6亿元。", "财政收入263亿元，比支出262.6亿元多0.9亿元。"),
    ("1至7月，规模以上工业增加值增长8.2%。", "1至9月规模以上工业增加值增长8.2%。"),
    ("全年罚款54.2万元（事故罚款除外），立案36起。", "全年罚款54.2万元，包括事故罚款。"),
    (
        "年末贷款余额671.8亿元，比年初增加177.2亿元。",
        "年末贷款余额671.8亿元，增加177.2亿元，推算增长45.8%。",
    ),
    ("全县耕地80万亩，三成种植玉米。", "全县耕地90万亩，三成种了玉米。"),
    ("坡耕地发展刺梨、茶叶、皂角各20万亩。", "刺梨、茶叶、皂角各25万亩。"),
    ("新开工住宅117.8万平方米，是上年的2.9倍。", "新开工住宅117.8万平方米，是上年的3.9倍。"),
    ("补助标准最低为600元。", "补助标准最高为600元。"),
    ("贫困发生率由10.2%降至0.6%。", "贫困发生率由10.2%降至0.6%，下降8.6个百分点。"),
    (
        "2024年度支出总计2995.39万元，较2022年度减少56.95万元。",
        "2024年度支出总计2995.39万元，比上年减少56.95万元。",
    ),
    ("根据2015年9月30日市政府令第132号修改。", "2015年9月30日经第123号令修改。"),
    ("同一学历教育的扣除期限不能超过48个月。", "同一学历教育最短扣48个月。"),
    # A term of its own unit, however the rest is told; a value of another year of the same thing.
    (
        "其他部门应当在收到书面函件之日起十五个工作日内予以协助并完成相关工作。",
        "被请求的一方须在收函后20个工作日内协助并办完。",
    ),
    (
        "到2020年，灌排机械动力达到1.2亿千瓦。到2025年，灌排机械动力达到1.3亿千瓦。",
        "到2020年，灌排机械动力达到1.3亿千瓦。",
    ),
]


@pytest.mark.parametrize(("source", "claim"), RIGHT)
def test_what_is_right_in_other_notation_or_by_reckoning_is_not_blamed(
    source: str, claim: str
) -> None:
    """Neither an error nor a warning is raised on a statement that the source bears out."""
    assert _severities(source, claim) <= {Severity.NOTE}


@pytest.mark.parametrize(("source", "claim"), WRONG)
def test_what_is_wrong_beside_it_is_told(source: str, claim: str) -> None:
    """The same statements with one number, month or word changed are told."""
    assert _severities(source, claim) & {Severity.ERROR, Severity.WARNING}


@pytest.mark.parametrize(("source", "claim"), PLAINLY_WRONG)
def test_what_is_plainly_wrong_is_an_error(source: str, claim: str) -> None:
    """What holds errors back lets those pass whose fact is beyond doubt."""
    assert Severity.ERROR in _severities(source, claim)


@pytest.mark.parametrize(
    ("claim", "loud"),
    [
        # Counted by the writer; a reckoning that does not come out; an amount of nowhere.
        ("培训安排5项内容。", {Severity.NOTE}),
        ("培训投入30万元，组织80人，人均约0.5万元。", {Severity.NOTE, Severity.WARNING}),
        ("另购置设备投入47.3万元。", {Severity.NOTE, Severity.ERROR}),
        ("印发《甲办法》（某办发〔2031〕88号）。", {Severity.NOTE, Severity.WARNING}),
    ],
)
def test_what_the_source_does_not_have_is_loud_as_far_as_it_can_be(
    claim: str, loud: set[Severity]
) -> None:
    """No fact speaks against it: an error only where it can be nothing of the writer's own."""
    source = "组织培训80人，投入30万元。印发《甲办法》。"
    assert _severities(source, claim) <= loud
    assert len(loud) == 1 or _severities(source, claim) & loud - {Severity.NOTE}


TABLE = """一、预算情况
2025年部门预算安排如下。

项目    合计    基本支出    项目支出
一般公共服务支出    22,186,440.80    16,093,326.00    6,093,114.80
住房保障支出    4,736,957.00    4,736,957.00
住房公积金    2,049,197.00    2,049,197.00
合计    31,214,205.80    25,121,091.00    6,093,114.80
"""


def test_a_number_of_a_table_that_nobody_could_read_is_not_called_absent() -> None:
    """A cell without a unit told in 万元 is unread, not invented, and so is what follows from it."""
    index = SourceIndex(analyse(from_text(TABLE)))
    claim = "基本支出约2512.11万元，占支出合计的80.5%，是项目支出的4.1倍。"
    found = check_statement(Statement(claim, None, "overview"), index).findings
    assert {finding.severity for finding in found} <= {Severity.NOTE}


NOTES = """关于加强考核工作的意见

发文字号：某办发〔2019〕4号
成文日期：2019年01月16日

一、考核内容
考核由质量、效率、发展等方面的指标构成。

二、考核程序
9月底前完成自查。

某某市人民政府办公室
2019年1月16日

注：
1.标记“▲”的26个指标为监测指标，其中15个指标自动生成。
2.特殊病例住院时间不超过48小时。
"""


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("《关于加强考核工作的意见》（某办发〔2019〕4号）成文于2019年1月16日。", False),
        ("监测指标有26项，15项自动生成，特殊病例住院不超过48小时。", False),
        ("《关于加强考评工作的意见》（某办发〔2019〕7号）成文于2019年1月19日。", True),
    ],
)
def test_what_stands_outside_the_units_is_no_invention(claim: str, told: bool) -> None:
    """Title, number and date of the text itself, and the numbers of its notes."""
    index = SourceIndex(analyse(from_text(NOTES)))
    found = check_statement(Statement(claim, index.by_id["1"]), index).findings
    assert any(finding.severity is Severity.ERROR for finding in found) is told
