"""A thing in the slot of another one, in whatever order the rest is told; its own place acquits."""

from __future__ import annotations

import pytest

from summarizer.checking.slots import beside_tiles
from tests.checking.cases import kinds

SOURCE = """某市工作报告

一、基本情况

（一）主要做法。生态环境局负责组织制定湿地监管制度并监督执法，水务局参与。交通运输局正在编制航道规划。
目前正会同县里加快旧桥加固前期工作，支持临河数据标注基地发展，投入债券资金三千万元支持南山站交通枢纽建设。
税收收入回升态势明显，非税收入降幅有效收窄。超出支付标准的部分由患者自付。老专家在青川讲学时宣传了节水技术。
招聘中学教师120名、小学教师240名。

具体办法由国务院住房城乡建设主管部门制定，并向环境保护主管部门报备。市住房城乡建设管理委要会同市交通委研究制订强制使用标准。
因特殊原因收费不足以支付成本的，地方人民政府给予补贴。

（二）其他工作。自然资源局开展确权登记，水务局完成堤防加固，组织干部到清江参观。
"""


def _told(text: str) -> list[str]:
    return kinds(SOURCE, "生态环境局", text)


@pytest.mark.parametrize(
    ("honest", "altered", "kind"),
    [
        (
            "负责制定湿地监管制度并监督执法的是生态环境局。",
            "负责制定湿地监管制度并监督执法的是自然资源局。",
            "name",
        ),
        ("航道规划正由交通运输局编制。", "航道规划正由自然资源局编制。", "name"),
        (
            "债券资金三千万元支持南山站枢纽建设。",
            "债券资金三千万元支持北川站交通枢纽建设。",
            "name",
        ),
        ("超出支付标准的由患者自付。", "超出支付标准的部分由医保基金承担。", "name"),
        ("老专家在青川讲学宣传节水技术。", "老专家在清江讲学时宣传节水技术。", "name"),
        (
            "具体办法由国务院住建主管部门制定。",
            "具体办法由国务院环境保护主管部门制定。",
            "name",
        ),
        (
            "强制使用标准由市住建委会同市交通委研究制订。",
            "强制使用标准由市生态环境局会同市交通委研究制订。",
            "name",
        ),
        ("由地方政府给予补贴。", "由中央财政给予补贴。", "name"),
        (
            "税收收入回升明显，非税收入降幅收窄。",
            "非税收入回升态势明显，税收收入降幅有效收窄。",
            "label",
        ),
    ],
)
def test_another_thing_in_the_slot_is_told(honest: str, altered: str, kind: str) -> None:
    """The altered statement is blamed with its kind, the honest one is not."""
    assert _told(honest) == []
    assert kind in _told(altered)


@pytest.mark.parametrize(
    "text",
    [
        "招聘小学教师240名、中学教师120名。",
        "湿地监管制度由环境局牵头制定并监督执法。",
        "水务局参与湿地监督执法。",
    ],
)
def test_what_stands_in_its_own_place_acquits(text: str) -> None:
    """Another order, a short name and a second body of the sentence are no evidence."""
    assert _told(text) == []


def test_a_slot_is_found_in_whatever_order() -> None:
    """What stands before 部门审核 on both sides is in one slot, the rest told first or last."""
    slots = beside_tiles("经财政部门审核后发放补贴", "发放补贴前由人社部门审核")
    assert ("财政", "人社") in {(slot.mine, slot.theirs) for slot in slots}
