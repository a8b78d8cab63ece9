"""Right statements in other words that were once blamed, and the fault beside each of them."""

from __future__ import annotations

import pytest

from summarizer.analysis import analyse
from summarizer.checking import SourceIndex, Statement, check_statement
from summarizer.models import Finding
from summarizer.reading import from_text

REPORT = """某市工作报告

一、基本情况

（一）主要做法。{source}

（二）其他工作。全年培训党员干部2300人次，整改销号问题48个；新建公园6个，绿化面积35公顷。
"""


def _told(source: str, claim: str) -> list[Finding]:
    report = REPORT.format(source=source)
    index = SourceIndex(analyse(from_text(report)))
    unit = index.unit_at(report.index(source))
    checked = check_statement(Statement(claim, unit, "measure"), index)
    return [finding for finding in checked.findings if finding.severity != "note"]


PAIRS = [
    # Lengths of time, and counters of what one goes to.
    (
        "城区每日近7万吨污水只经简易处理即排入南湖、北湖。",
        "城区每天近7万吨污水仅经简易处理就排入南湖、北湖。",
        "城区每月近7万吨污水仅经简易处理就排入南湖、北湖。",
    ),
    (
        "全市有A级景区51个，其中5A级1个、4A级11个。",
        "全市51家A级景区中，5A级有1个。",
        "全市51次A级景区中，5A级有1个。",
    ),
    (
        "尚未建立台账的单位有4个，未按规定公示的有7个。",
        "4家单位没有台账，7家没按规定公示。",
        "4家单位没有台账，8家没按规定公示。",
    ),
    (
        "全院核定行政编制43名，实有38人。",
        "全院行政编制43个，实有38人。",
        "全院行政编制34个，实有38人。",
    ),
    (
        "组织应急演练1,260场次，参演人员8.6万人次。",
        "组织应急演练1260场，8.6万人次参加。",
        "组织应急演练1620场，8.6万人次参加。",
    ),
    (
        "航班正常率88.5%，旅客吞吐量1235万人次。",
        "航班正点率88.5%，旅客吞吐量超1200万人次。",
        "航班正点率85.8%，旅客吞吐量超1200万人次。",
    ),
    # What is taken off; 同期 of others; a negation with words between.
    (
        "销售总额2947亿元，扣除不可比因素同比增长0.6%。",
        "销售总额2947亿元，可比增长0.6%。",
        "销售总额2947亿元，可比下降0.6%。",
    ),
    (
        "农民人均收入增长9.7%，比同期全国农民人均收入增幅高2.2个百分点。",
        "农民人均收入增长9.7%，高于全国农民2.2个百分点。",
        "农民人均收入增长9.7%，高于全省农民2.2个百分点。",
    ),
    (
        "财政局未及时据实调减储备粮补贴预算1.8亿元。",
        "储备粮补贴未调减1.8亿元。",
        "储备粮补贴未调减8.1亿元。",
    ),
    (
        "全县有1396个村无确诊病例，占46%。",
        "没有确诊病例的村有1396个，占46%，也就是说，一半多的村有确诊病例。",
        "有确诊病例的村有1396个，占46%。",
    ),
    # Both ends of a time are told one by one.
    (
        "2003年5月13日，东山煤矿发生爆炸，86人遇难。2003年8月18日，西山煤矿发生爆炸，27人遇难。",
        "2003年5月至8月，东山、西山煤矿先后发生爆炸。",
        "2003年5月至9月，东山、西山煤矿先后发生爆炸。",
    ),
    (
        "贫困人口从2012年底的9899万人减到2019年底的551万人，连续7年每年减贫1000万人以上。",
        "2012年底到2019年底，年均减贫超过1300万人。",
        "2012年底到2018年底，年均减贫超过1300万人。",
    ),
    (
        "2021年完成30%，2022年完成40%，2023年全部完成。",
        "2021、2022年分别完成三成和四成，2023年完成剩下的三成。",
        "2021年完成三成，2022年完成六成。",
    ),
    # What is reckoned of a month, of a part, of what is more than so much, in tons.
    (
        "王某在糖厂一个月能挣3000元，房子翻新了。",
        "王某在糖厂月入3000元，约合年入3.6万元。",
        "王某在糖厂月入3600元。",
    ),
    (
        "全市共收到公开申请90件，上年度结转5件。已办结的申请件中，公开73件，不予公开0件，18件无法提供。",
        "已办结的91件申请里，73件公开。",
        "已办结的申请里，75件公开。",
    ),
    (
        "170多个国家的领导人、40多个国际组织的负责人表示支持。",
        "170多个国家、40多个国际组织表示支持，合计超过210个。",
        "170多个国家、40多个国际组织表示支持，合计超过310个。",
    ),
    (
        "粮食综合生产能力达到1000亿斤。",
        "粮食综合生产能力达到1000亿斤，即5000万吨。",
        "粮食综合生产能力达到1000亿吨。",
    ),
    (
        "中央财政补助1.5亿元，省级配套0.5亿元，市县自筹1亿元。",
        "中央、省级、市县的资金比例为3:1:2。",
        "中央财政补助5.1亿元，省级配套0.5亿元。",
    ),
    # About double; a share that is somewhat more than a half.
    (
        "技改投资1552亿元，是上个五年的1.92倍，增长101.9%。",
        "技改投资1552亿元，同比翻一番。",
        "技改投资1552亿元，增长10.19%。",
    ),
    (
        "东部地区销售额占全省的比重为50.1%，同比上升0.3个百分点。",
        "东部地区销售额占全省一半略多（50.1%）。",
        "东部地区销售额占全省的51.0%。",
    ),
    (
        "基础研究投入占比由5.5%提高到6.9%。",
        "基础研究投入占比提高1.4个百分点，到6.9%。",
        "基础研究投入占比由5.6%提高到6.9%。",
    ),
    # From what, for whom, by whom.
    (
        "筹措资金47亿元，补助标准从80元/人提高到120元/人。",
        "筹资47亿元，补助标准由人均80元提高到120元。",
        "筹资47亿元，补助标准由人均80元提高到150元。",
    ),
    (
        "陈某每年需完成120万元考核任务，收益超出120万元的部分，由陈某自行支配。",
        "陈某每年须完成120万元，超出部分归自己。",
        "陈某每年须完成120万元，超出部分归镇政府。",
    ),
    (
        "王某又牵头村里13位大棚种植贫困户，成立新荣农业开发有限公司。",
        "王某又牵头13位贫困户办公司。",
        "王某又牵头13位贫困户，成立海联集团。",
    ),
    (
        "老党员玉苏甫・木提在村里德高望重，日日上门劝他。",
        "老党员玉苏甫·木提日日上门劝他。",
        "老党员玉苏甫·木提没有上门劝他。",
    ),
    (
        "规模以上企业R&D经费支出增长10.2%，占营业收入比重1.4%。",
        "规模以上企业研发支出增长10.2%，占营业收入1.4%。",
        "规模以上企业研发支出下降10.2%，占营业收入1.4%。",
    ),
    # A cause, a condition and a rank in other words.
    (
        "销售的电动车因未获得强制性产品认证证书无法登记上牌的，应当履行退货或者换货义务。",
        "因没有认证证书上不了牌的，应退货或者换货。",
        "因车主搬家离开本市的，应退货或者换货。",
    ),
    (
        "住宅小区、单位应当在停放场所设置符合国家标准的限时充电设施。",
        "住宅小区、单位应在停放场所设置合乎国标的限时充电设施。",
        "住宅小区、单位应在停放场所设置限时充电设施。",
    ),
    (
        "该村党支部连续4个月成为全乡基层组织建设的第一名。",
        "该村党支部连续4个月位居全乡基层组织建设首位。",
        "该村党支部连续4个月位居全县基层组织建设首位。",
    ),
    (
        "因资金未到位，二期项目推进缓慢。",
        "由于钱没到位，二期项目进展慢。",
        "由于土地纠纷，二期项目进展慢。",
    ),
    # A plan whose result is told as well.
    (
        "全市去年底要完成165公里污水管网建设，今年底要完成28公里地下管廊建设。"
        "黎某说，去年全市165公里污水管网建设全部完工。",
        "去年底165公里污水管网已全部完工。",
        "今年底28公里地下管廊建设已全部完成。",
    ),
    (
        "会议费为零，公务接待费3.1万元。",
        "没有会议费，接待费3.1万元。",
        "没有会议费，接待费1.3万元。",
    ),
    # Nothing at all, in a cell and in a name; all of it is one part.
    (
        "公务用车购置及运行费32.20万元，其中，公务用车购置费0.00万元，公务用车运行费32.20万元。",
        "公务用车32.20万元全部为运行费，没有购置费。",
        "公务用车32.20万元，购置费为2.20万元。",
    ),
]


@pytest.mark.parametrize(("source", "right", "wrong"), PAIRS, ids=lambda text: text[:12])
def test_other_words_for_the_same_are_not_blamed(source: str, right: str, wrong: str) -> None:
    """The right statement is not blamed, the wrong one beside it is."""
    assert _told(source, right) == []
    assert _told(source, wrong)


def test_a_column_that_is_called_so_affirms_nothing() -> None:
    """没有项目支出 of a table with a column of that name is no denial of it."""
    source = "住房改革支出2180万元。\n\n项目支出\n\n住房公积金1000万元，购房补贴1180万元。"
    assert _told(source, "住房改革支出2180万元，没有项目支出。") == []


def test_the_year_of_a_wire_is_nowhere_printed() -> None:
    """The year that is filled in for 10月11日电 is no evidence against another."""
    source = "新华社北京10月11日电，中办印发《改革实施方案（2020—2025年）》。2019年8月曾出台意见。"
    assert _told(source, "据新华社2020年10月11日电，中办印发方案。") == []


def test_a_date_by_itself_is_told_of_what_follows_it() -> None:
    """Its own clause is no evidence of which of two dates is meant."""
    source = (
        "2019年4月，赵某受到党内警告处分。2019年8月，钱某受到开除党籍处分。"
    )
    assert _told(source, "2019年8月，钱某被开除党籍。") == []
    assert _told(source, "2019年6月，钱某被开除党籍。")


def test_a_joining_word_is_nobodys_place() -> None:
    """其中 and 占 around a figure are no two things that changed places."""
    source = "财政支出686亿元，比上年增长3%，民生支出占财政支出的比重为77.9%。税收占财政收入的67.8%。"
    claim = "财政支出686亿元，其中民生支出占77.9%；税收占财政收入的67.8%。"
    assert _told(source, claim) == []


def test_the_last_word_of_a_longer_label_names_it_too() -> None:
    """支出 is no more that of 支出总计 than that of 一般公共预算支出."""
    source = (
        "全市一般公共预算收入170.3亿元，增长21.7%，加上返还性收入等，收入总计564.6亿元；"
        "全市一般公共预算支出386.1亿元，增长0.1%，加上上解支出等，支出总计564.6亿元。"
    )
    claim = "全市一般公共预算收入170.3亿元，增长21.7%；支出386.1亿元，与上年大体持平。"
    assert _told(source, claim) == []
