"""Who has which part in which step, and the table that counts it."""

from __future__ import annotations

from collections import defaultdict

import pytest

from generator.analysis.duties import Letter, MatrixCell, duties, letters_of, matrix
from generator.analysis.facts import Facts
from generator.analysis.schedule import schedule
from generator.model.acts import PhaseId
from generator.model.handbook import Handbook
from generator.model.scenario import Step
from tests.unit.analysis.sample_plans import AS_OF, a_step, handbook, organization, role, scenario, step

R, A, C, I = Letter.RESPONSIBLE, Letter.ACCOUNTABLE, Letter.CONSULTED, Letter.INFORMED  # noqa: E741


def test_every_named_role_gets_its_letter() -> None:
    named = a_step(responsible="doer", accountable="boss", consulted=["lawyer", "expert"], informed=["staff"])
    assert letters_of(named) == {"doer": (R,), "boss": (A,), "lawyer": (C,), "expert": (C,), "staff": (I,)}


def test_a_role_that_does_and_answers_for_a_step_has_both_letters() -> None:
    assert letters_of(a_step(responsible="boss", accountable="boss")) == {"boss": (R, A)}


def test_letters_of_one_role_come_strongest_first() -> None:
    named = a_step(responsible="doer", accountable="boss", consulted=["boss"], informed=["doer", "boss"])
    assert letters_of(named) == {"doer": (R, I), "boss": (A, C, I)}


def test_duties_know_their_phase_and_their_limit_from_activation() -> None:
    plan = scenario(
        phases=[
            {"id": "detect", "steps": [step("see", within="10 min")]},
            {"id": "report", "steps": [step("tell", within="20 min", since="see", informed=["guard"])]},
        ]
    )
    found = duties(plan, schedule(plan))
    assert [(d.role, d.letters, d.phase, d.step.id, d.limit) for d in found] == [
        ("chief", (R, A), PhaseId.DETECT, "see", 10),
        ("chief", (R, A), PhaseId.REPORT, "tell", 30),
        ("guard", (I,), PhaseId.REPORT, "tell", 30),
    ]
    assert [d.acts for d in found] == [True, True, False]


def test_a_cell_counts_all_steps_but_takes_its_limit_from_those_where_the_role_acts() -> None:
    plan = scenario(
        step("soon", within="1 min", responsible="other", accountable="other", informed=["chief"]),
        step("later", within="30 min"),
        step("latest", within="40 min", responsible="other", accountable="chief"),
    )
    cells = matrix({"outage": duties(plan, schedule(plan))})
    assert cells["chief", "outage"] == MatrixCell(count=3, acting=2, tightest=30)
    assert cells["other", "outage"] == MatrixCell(count=2, acting=2, tightest=1)


def test_a_role_that_is_only_told_has_no_limit_and_a_role_without_part_no_cell() -> None:
    plan = scenario(step("see", informed=["guard"]))
    book = handbook(organization([role("guard"), role("cook")]), plan)
    cells = Facts(book, AS_OF).matrix
    assert cells["guard", "outage"] == MatrixCell(count=1, acting=0, tightest=None)
    assert ("cook", "outage") not in cells


@pytest.mark.parametrize(("acting", "heat"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (6, 3), (7, 4), (30, 4)])
def test_the_more_steps_the_hotter_the_cell(acting: int, heat: int) -> None:
    assert MatrixCell(count=acting + 1, acting=acting, tightest=5.0 if acting else None).heat == heat


def test_every_bundled_cell_agrees_with_an_independent_recount(
    bundled_handbook: Handbook, bundled_facts: Facts
) -> None:
    count: dict[tuple[str, str], int] = defaultdict(int)
    limits: dict[tuple[str, str], list[float]] = defaultdict(list)
    for plan in bundled_handbook.scenarios.values():
        steps = {item.id: item for item in plan.steps}

        def limit(item: Step, steps: dict[str, Step] = steps) -> float:
            return item.within.minutes + (limit(steps[item.since]) if item.since else 0)

        for item in plan.steps:
            for name in {item.responsible, item.accountable, *item.consulted, *item.informed}:
                count[name, plan.id] += 1
            for name in {item.responsible, item.accountable}:
                limits[name, plan.id].append(limit(item))
    expected = {
        key: MatrixCell(number, len(limits[key]), min(limits[key], default=None)) for key, number in count.items()
    }
    assert len(expected) > 100, "the bundled handbook is not empty"
    assert bundled_facts.matrix == expected


def test_each_bundled_step_has_exactly_one_accountable_role(bundled_facts: Facts) -> None:
    for of_scenario in bundled_facts.duties.values():
        answering: dict[str, int] = defaultdict(int)
        for duty in of_scenario:
            answering[duty.step.id] += duty.letters.count(A)
        assert set(answering.values()) == {1}


def test_duties_by_role_are_all_duties_once_soonest_first(bundled_facts: Facts) -> None:
    everything = [duty for of_scenario in bundled_facts.duties.values() for duty in of_scenario]
    regrouped = [duty for of_role in bundled_facts.duties_by_role.values() for duty in of_role]
    assert len(regrouped) == len(everything)
    assert {(d.role, d.scenario.id, d.step.id) for d in regrouped} == {
        (d.role, d.scenario.id, d.step.id) for d in everything
    }
    for name, of_role in bundled_facts.duties_by_role.items():
        assert {duty.role for duty in of_role} <= {name}
        limits = [duty.limit for duty in of_role]
        assert limits == sorted(limits)


def test_standing_duties_are_listed_under_the_role_that_does_them() -> None:
    measures = [
        {"id": "lock", "do": "Lock up.", "responsible": "guard"},
        {"id": "count", "do": "Count.", "responsible": "chief", "accountable": "guard"},
    ]
    facts = Facts(handbook(organization([role("guard"), role("cook")], measures=measures)), AS_OF)
    assert {name: [m.id for m in found] for name, found in facts.measures_by_role.items()} == {
        "chief": ["count"],
        "guard": ["lock"],
        "cook": [],
    }
