"""What the rules about steps find, and leave alone, beyond their examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from generator.analysis.facts import Facts
from generator.model.control import Plan
from generator.model.scenario import Scenario
from generator.rule import Problem
from generator.rules.steps import (
    absence_breaks_limit,
    evidence_after_wipe,
    failure_branch_circular,
    life_safety_late,
    limit_before_predecessor,
    no_degraded_mode,
    no_log,
    nobody_left,
    pair_leaves_nobody,
    person_double_booked,
    reconnect_unsafe,
    restore_unchecked,
    right_missing,
    spare_not_ready,
    stand_down_open,
    step_after_stand_down,
    waits_for_later_phase,
    weak_step,
)
from tests.unit.analysis.sample_plans import (
    AS_OF,
    Fields,
    assigned,
    handbook,
    organization,
    person,
    role,
    scenario,
    step,
    system,
    technical,
)

Check = Callable[[Facts], Iterator[Problem]]


def found(check: Check, *plans: Plan) -> list[Problem]:
    return list(check(Facts(handbook(*plans), AS_OF)))


def places(check: Check, *plans: Plan) -> list[tuple[str, tuple[str | int, ...]]]:
    """The ids of what is blamed, with the field."""
    return [(getattr(p.place.element, "id", ""), p.place.path) for p in found(check, *plans)]


def in_phases(**steps: list[Fields]) -> Scenario:
    return scenario(phases=[{"id": phase, "steps": given} for phase, given in steps.items()])


@pytest.mark.parametrize(
    "text",
    [
        "Pay close attention to safety.", "Restore it as quickly as possible.", "Take all necessary measures.",
        "Strengthen the monitoring.", "Inform all departments concerned.", "Respond appropriately.",
        "Deal with the matter properly.", "Report it ASAP.", "Inform the relevant colleagues in a timely manner.",
        "尽快恢复系统", "通知有关部门", "采取必要的措施", "加强管理", "做好记录", "密切关注舆情",
        "Avisar lo antes posible.", "Tomar las medidas oportunas.", "Avisar a los departamentos correspondientes.",
        "Reforzar la vigilancia.", "Hacer todo lo posible.",
    ],
)  # fmt: skip
def test_words_that_nobody_can_check_are_found(text: str) -> None:
    assert places(weak_step.check, scenario(step("a", do=text))) == [("a", ("do",))]


@pytest.mark.parametrize(
    "text",
    [
        "Call the data authority and everybody whose data is concerned.", "Strengthen the tent with two ropes.",
        "Hand the necessary forms to the driver.", "Follow the exit signs to the assembly point.",
        "Possible causes: power, line, router.", "Improve nothing; copy the disk as it is.",
        "更新不及时的页面先撤下", "把注意事项贴在门上", "关闭服务器", "Llamar al 112 y decir la dirección.",
        "Enviar el formulario necesario a la autoridad competente.",
    ],
)  # fmt: skip
def test_words_that_can_be_checked_are_left_alone(text: str) -> None:
    assert found(weak_step.check, scenario(step("a", do=text))) == []


def test_weak_words_of_a_second_way_are_found() -> None:
    (problem,) = found(weak_step.check, scenario(step("a", if_not={"do": "Take appropriate measures."})))
    assert problem.place.path == ("do",)
    assert "appropriate measures" in problem.message


def test_limits_counted_from_another_step_are_compared_from_the_activation() -> None:
    early = step("early", within="2 h")
    fine = step("after", within="30 min", since="early")
    assert found(limit_before_predecessor.check, scenario(early, fine)) == []
    late = step("after", within="90 min", after=["early"])
    assert places(limit_before_predecessor.check, scenario(early, late)) == [("after", ("within",))]


def test_a_limit_may_count_only_from_a_step_of_the_same_phase_or_an_earlier_one() -> None:
    plan = in_phases(detect=[step("a", since="b")], handle=[step("b")])
    assert places(waits_for_later_phase.check, plan) == [("a", ("since",))]


def test_a_plan_without_saving_of_evidence_may_not_wipe() -> None:
    (problem,) = found(evidence_after_wipe.check, scenario(step("a", act="wipe")))
    assert problem.place.path == ("act",)
    assert "no step of this plan saves evidence" in problem.message


@pytest.mark.parametrize(("hostile", "count"), [(True, 1), (False, 0)])
def test_a_restore_destroys_evidence_only_where_somebody_attacks(hostile: bool, count: int) -> None:
    steps = step("save", act="preserve-evidence"), step("back", act="restore")
    assert len(found(evidence_after_wipe.check, scenario(*steps, hostile=hostile))) == count


def test_evidence_may_be_saved_several_steps_before() -> None:
    plan = scenario(
        step("save", act="preserve-evidence"), step("cut", after=["save"]), step("a", act="wipe", after=["cut"])
    )
    assert found(evidence_after_wipe.check, plan) == []


def backed_up() -> Plan:
    job: Fields = {
        "id": "daily", "title": "Daily", "system": "shop", "method": "full", "every": "1 day", "takes": "1 h",
        "size_gb": 1, "chosen_because": "Small.", "copies": [], "checked_by": "Looks.",
    }  # fmt: skip
    systems = technical(system("shop"), system("power")).model_dump(mode="json")
    return type(technical())(**(systems | {"backup_jobs": [job]}))


@pytest.mark.parametrize(("restores", "count"), [([], 1), (["shop"], 1), (["power"], 0)])
def test_only_what_has_a_backup_is_checked_before_it_is_restored(restores: list[str], count: int) -> None:
    plan = scenario(step("a", act="restore", restores=restores))
    assert len(found(restore_unchecked.check, plan, backed_up())) == count
    assert found(restore_unchecked.check, scenario(step("a", act="restore")), technical(system("shop"))) == []


@pytest.mark.parametrize(
    ("events", "hostile", "count"),
    [(["personal-data"], False, 1), ([], True, 1), ([], False, 0), (["network-security"], False, 0)],
)
def test_old_passwords_matter_where_an_intruder_was_in(events: list[str], hostile: bool, count: int) -> None:
    plan = scenario(step("a", act="reconnect"), events=events, hostile=hostile)
    assert len(found(reconnect_unsafe.check, plan)) == count


def test_people_in_danger_need_a_step_that_saves_them() -> None:
    (problem,) = found(life_safety_late.check, scenario(step("a"), life_safety=True))
    assert problem.place.path == ("life_safety",)
    assert found(life_safety_late.check, scenario(step("a"))) == []


def test_no_other_first_step_is_due_before_people_are_saved() -> None:
    save, call = step("save", act="protect-life", within="10 min"), step("call-boss", within="5 min")
    assert places(life_safety_late.check, scenario(save, call, life_safety=True)) == [("save", ("within",))]
    look = step("look", act="confirm", within="5 min")
    assert found(life_safety_late.check, scenario(save, look, life_safety=True)) == []


def test_a_critical_system_that_goes_down_with_another_needs_a_way_without_it() -> None:
    systems = technical(system("line"), system("shop", "line") | {"critical": True})
    (problem,) = found(no_degraded_mode.check, systems, scenario(step("a"), fails=["line"]))
    assert "`line` and with it `shop` is down" in problem.message
    assert found(no_degraded_mode.check, systems, scenario(step("a", act="switch-over"), fails=["line"])) == []
    assert found(no_degraded_mode.check, technical(system("line")), scenario(step("a"), fails=["line"])) == []


def test_second_ways_that_lead_to_each_other_are_told_once() -> None:
    steps = [
        step("start", if_not={"do": "Go on.", "step": "a"}),
        step("a", if_not={"do": "Do b.", "step": "b"}),
        step("b", if_not={"do": "Do a.", "step": "a"}),
        step("c", if_not={"do": "Do b.", "step": "b"}),
    ]
    (problem,) = found(failure_branch_circular.check, scenario(*steps))
    assert "`a` and `b` name each other" in problem.message
    assert len(problem.related) == 1


def test_a_log_is_opened_by_any_of_its_steps() -> None:
    assert len(found(no_log.check, scenario(step("a", record="Note")))) == 1
    assert found(no_log.check, scenario(step("a", act="log", record="Note"))) == []


def test_rights_are_judged_only_where_they_are_written_down() -> None:
    roles = organization([role("guard")])
    plan = scenario(step("a", restores=["shop", "line"]))
    free = technical(system("shop"), system("line"))
    assert found(right_missing.check, roles, plan, free) == []
    locked = technical(system("shop") | {"operated_by": ["guard"]}, system("line"))
    (problem,) = found(right_missing.check, roles, plan, locked)
    assert "`chief` has no rights on `shop`" in problem.message


def company(**deputies: list[str]) -> Plan:
    """Ann is the chief; Bob, Cid and Eve have a role each."""
    roles = [role(name, deputies=deputies.get(name, []), critical=name == "chief") for name in ("chief", "b", "c", "e")]
    people = [person(name) for name in ("ann", "bob", "cid", "eve")]
    posts = zip(("chief", "b", "c", "e"), ("ann", "bob", "cid", "eve"), strict=True)
    return organization(roles, people, [given for post, who in posts for given in assigned(post, who)])


def test_a_role_whose_deputy_is_the_same_person_has_nobody_left() -> None:
    plan = in_phases(detect=[step("a", responsible="b")])
    assert places(nobody_left.check, company(), plan) == [("b", ("deputies",))]
    assert found(nobody_left.check, company(b=["c"]), plan) == []
    assert found(nobody_left.check, company(), in_phases(recover=[step("a", responsible="b")])) == []


def test_a_critical_role_without_deputies_is_told_elsewhere() -> None:
    assert found(nobody_left.check, company(), in_phases(detect=[step("a")])) == []


def test_a_company_of_one_is_left_alone() -> None:
    alone = organization([role("chief")], [person("ann")], assigned("chief", "ann"))
    assert found(nobody_left.check, alone, in_phases(detect=[step("a")])) == []


def test_a_pair_is_told_only_for_a_critical_role_with_just_two_people() -> None:
    plan = in_phases(detect=[step("a"), step("other", responsible="b")])
    (problem,) = found(pair_leaves_nobody.check, company(chief=["b"], b=["c"]), plan)
    assert "`ann` and `bob`" in problem.message
    assert found(pair_leaves_nobody.check, company(chief=["b", "c"], b=["c"]), plan) == []


def test_a_step_that_waits_for_a_busy_person_is_told_with_both_steps() -> None:
    steps = (
        step("first", "10 min", "10 min"),
        step("second", "10 min", "1 h"),
        step("third", "5 min", "16 min", after=["second"], responsible="b"),
    )
    (problem,) = found(person_double_booked.check, company(), scenario(*steps))
    assert getattr(problem.place.element, "id", "") == "third"
    assert "`ann` is needed for `first` and `second`" in problem.message
    assert "`third` waits for it" in problem.message


def test_a_step_that_is_late_by_itself_is_no_matter_of_people() -> None:
    assert found(person_double_booked.check, company(), scenario(step("a", "30 min", "10 min"))) == []


def test_an_absence_is_told_once_with_all_limits_it_breaks() -> None:
    steps = (
        step("lead", "10 min", "10 min"),
        step("two", "10 min", "10 min", responsible="b"),
        step("next", "5 min", "16 min", after=["two"], responsible="b"),
    )
    problems = found(absence_breaks_limit.check, company(b=["chief"], chief=["b"]), scenario(*steps))
    messages = [problem.message for problem in problems]
    assert any(message.startswith("Without `bob`") and "So are" in message for message in messages)


def test_the_end_must_not_come_before_a_step_by_likely_time_either() -> None:
    plan = in_phases(
        handle=[step("work", "50 min", "1 h")],
        recover=[step("over", "5 min", "2 h", act="stand-down"), step("later", "3 h", "4 h")],
    )
    (problem,) = found(stand_down_open.check, plan)
    assert "`work` is open: it likely ends after 50 min" in problem.message
    assert "later" not in problem.message, "the recovery may go on"


def test_a_step_that_begins_after_the_end_is_told_by_another_rule() -> None:
    over = step("over", act="stand-down")
    plan = in_phases(handle=[step("a", "5 min", "5 h", since="over")], recover=[over])
    assert found(stand_down_open.check, plan) == []
    assert places(step_after_stand_down.check, plan) == [("a", ("since",))]


def test_the_review_may_wait_for_the_end() -> None:
    plan = in_phases(recover=[step("over", act="stand-down")], review=[step("a", after=["over"])])
    assert found(step_after_stand_down.check, plan) == []


def test_a_step_that_only_orders_a_spare_need_not_wait_for_it() -> None:
    spare: Fields = {
        "id": "van", "title": "Van", "quantity": 1, "site": "home", "place": "Yard", "keeper": "chief",
        "ready_within": "3 h", "check_every": "1 month", "checked_on": "2026-11-01", "how_to_use": "Call.",
    }  # fmt: skip
    stock = type(technical())(**(technical().model_dump(mode="json") | {"spares": [spare]}))
    use = step("a", within="1 h", uses=["van"])
    assert places(spare_not_ready.check, stock, scenario(use)) == [("a", ("uses", 0))]
    assert found(spare_not_ready.check, stock, scenario(use | {"act": "escalate"})) == []
    assert found(spare_not_ready.check, stock, scenario(use | {"within": "3 h"})) == []
