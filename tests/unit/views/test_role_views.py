"""The page of a role and the table of the whole organization tell the same numbers."""

from __future__ import annotations

from math import inf

import pytest

from generator.analysis.duties import Letter
from generator.analysis.facts import Facts
from generator.views.home import view_home, view_strip
from generator.views.roles import CARD_ROWS, roles_by_department, view_matrix, view_role
from tests.unit.analysis.sample_plans import (
    AS_OF,
    assigned,
    handbook,
    organization,
    person,
    phone,
    role,
    scenario,
    step,
)


def test_the_duties_of_each_role_page_are_those_of_the_matrix_and_of_all_scenario_pages(bundled_facts: Facts) -> None:
    table = view_matrix(bundled_facts)
    assert len(table.rows) == len(bundled_facts.handbook.roles)
    for row in table.rows:
        page = view_role(bundled_facts, row.role)
        assert (len(page.acting), len(page.acting) + len(page.advising)) == (row.acting, row.duties)
        assert row.acting == sum(cell.acting for cell in row.cells if cell)
        assert row.duties == sum(cell.count for cell in row.cells if cell)
        assert row.tightest == min((duty.limit for duty in page.acting), default=None)
        for plan, cell in zip(table.scenarios, row.cells, strict=True):
            here = [duty for duty in page.acting if duty.scenario.id == plan.id]
            assert len(here) == (cell.acting if cell else 0)
            assert min((duty.limit for duty in here), default=None) == (cell.tightest if cell else None)
        assert page.scenario_count == sum(1 for cell in row.cells if cell)


def test_the_matrix_has_a_column_for_every_scenario(bundled_facts: Facts) -> None:
    columns = [plan.id for plan in view_matrix(bundled_facts).scenarios]
    assert len(columns) == len(set(columns))
    assert set(columns) == set(bundled_facts.handbook.scenarios)


def test_duties_to_act_and_to_be_asked_stand_apart_in_order_of_time() -> None:
    plan = scenario(
        step("late", within="1 h", responsible="guard", accountable="chief"),
        step("early", within="5 min", responsible="chief", accountable="guard"),
        step("told", within="1 min", informed=["guard"]),
    )
    facts = Facts(handbook(organization([role("guard")]), plan), AS_OF)
    page = view_role(facts, facts.handbook.roles["guard"])
    assert [(duty.step.id, duty.letters) for duty in page.acting] == [
        ("early", (Letter.ACCOUNTABLE,)),
        ("late", (Letter.RESPONSIBLE,)),
    ]
    assert [duty.step.id for duty in page.advising] == ["told"]
    assert [duty.step.id for duty in page.first_duties] == ["early", "late"]


def test_a_card_holds_no_more_rows_than_fit() -> None:
    plan = scenario(*(step(f"do-{number}", within=f"{number + 1} min") for number in range(CARD_ROWS + 5)))
    facts = Facts(handbook(plan), AS_OF)
    page = view_role(facts, facts.handbook.roles["chief"])
    assert [duty.step.id for duty in page.first_duties] == [f"do-{number}" for number in range(CARD_ROWS)]


@pytest.mark.parametrize("act", ["stand-down", "review"])
def test_a_card_leaves_out_what_closes_an_emergency(act: str) -> None:
    plan = scenario(step("close", within="1 min", act=act), step("contain", within="2 min", act="contain"))
    facts = Facts(handbook(plan), AS_OF)
    page = view_role(facts, facts.handbook.roles["chief"])
    assert [duty.step.id for duty in page.first_duties] == ["contain"]
    assert [duty.step.id for duty in page.acting] == ["close", "contain"]


def test_a_role_knows_its_superior_its_staff_its_deputies_and_whom_it_stands_in_for() -> None:
    roles = [
        role("chief", deputies=["guard"]),
        role("guard", superior="chief", deputies=["cook"]),
        role("cook", superior="guard"),
    ]
    people = [person("ann", phone("1")), person("bob", status="left"), person("cid")]
    company = organization(roles, people, [*assigned("guard", "bob", "ann"), *assigned("cook", "cid")])
    facts = Facts(handbook(company), AS_OF)
    page = view_role(facts, facts.handbook.roles["guard"])
    assert page.superior is facts.handbook.roles["chief"]
    assert [other.id for other in page.subordinates] == ["cook"]
    assert [(row.role.id, [call.person.id for call in row.calls]) for row in page.deputies] == [("cook", ["cid"])]
    assert [other.id for other in page.stands_in_for] == ["chief"]
    assert [call.person.id for call in page.holders] == ["ann"]
    assert view_role(facts, facts.handbook.roles["chief"]).superior is None


def test_a_role_that_never_acts_is_sorted_last() -> None:
    plan = scenario(step("see", within="9 min", informed=["guard"]))
    rows = {row.role.id: row for row in view_matrix(Facts(handbook(organization([role("guard")]), plan), AS_OF)).rows}
    assert (rows["chief"].sort_limit, rows["guard"].sort_limit) == (9, inf)
    assert (rows["guard"].acting, rows["guard"].duties, rows["guard"].tightest) == (0, 1, None)


def test_departments_without_roles_are_left_out() -> None:
    departments = [
        {"id": name, "title": name.title(), "head": "chief", "duties": ["Work."]} for name in ("cellar", "office")
    ]
    found = roles_by_department(Facts(handbook(organization([role("guard")], departments=departments)), AS_OF))
    assert [(group.department.id, [r.id for r in group.roles]) for group in found] == [("office", ["chief", "guard"])]


def test_the_way_in_groups_scenarios_and_leaves_out_empty_groups() -> None:
    groups = [{"id": name, "title": name.title(), "asks": "What?"} for name in ("empty", "beta", "all")]
    plans = (scenario(step("a"), name="first"), scenario(step("b"), name="second", group="beta"))
    home = view_home(Facts(handbook(*plans, scenario_groups=groups), AS_OF))
    assert [(tiles.group.id, [s.id for s in tiles.scenarios]) for tiles in home.groups] == [
        ("beta", ["second"]),
        ("all", ["first"]),
    ]
    assert [(row.signal.see, row.scenario.id) for row in home.signals] == [
        ("It is dark.", "second"),
        ("It is dark.", "first"),
    ]


def test_every_bundled_scenario_and_signal_is_reachable_from_the_way_in(bundled_facts: Facts) -> None:
    home = view_home(bundled_facts)
    shown = [plan.id for tiles in home.groups for plan in tiles.scenarios]
    assert sorted(shown) == sorted(bundled_facts.handbook.scenarios)
    assert len(home.signals) == sum(len(plan.signals) for plan in bundled_facts.handbook.scenarios.values())


def test_the_strip_names_the_emergency_numbers_in_the_order_of_the_settings(bundled_facts: Facts) -> None:
    strip = view_strip(bundled_facts)
    assert [body.id for body in strip.numbers] == list(bundled_facts.handbook.settings.emergency_numbers)
    assert strip.intake_role == bundled_facts.handbook.settings.intake
    assert strip.intake
