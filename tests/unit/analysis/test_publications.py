"""Which step publishes what, and how bad the emergencies are in which it is said."""

from __future__ import annotations

import pytest

from generator.analysis.publications import Publication, publications, used_statements, worst_grade
from generator.analysis.schedule import schedule
from generator.model.communication import CommunicationPlan, Statement
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario
from tests.unit.analysis.sample_plans import Fields, handbook, head, scenario, severity, step


def statement(name: str, kind: str = "holding", says: str = "We are sorry.") -> Fields:
    return {
        "id": name,
        "title": name.title(),
        "statement": kind,
        "audiences": [],
        "channels": [],
        "within": "1 h",
        "says": says,
    }


def general(*statements: Fields) -> CommunicationPlan:
    return CommunicationPlan.model_validate(head("words", statements=list(statements)))


def published(*scenarios: Scenario, shared: tuple[Fields, ...] = ()) -> tuple[Publication, ...]:
    book = handbook(general(*shared), *scenarios)
    return publications(book, {name: schedule(found) for name, found in book.scenarios.items()})


def test_each_statement_of_each_step_is_a_publication_with_its_place_and_limit() -> None:
    found = published(
        scenario(
            step("call", within="5 min"),
            step("tell", publishes=["first", "short"], since="call", within="10 min"),
            statements=[statement("first"), statement("short", "quick-reply")],
        ),
        scenario(step("say", publishes=["all"]), name="fire"),
        shared=(statement("all"),),
    )
    assert [(p.scenario.id, p.step.id, p.number, p.statement.id, p.limit) for p in found] == [
        ("outage", "tell", 0, "first", 15),
        ("outage", "tell", 1, "short", 15),
        ("fire", "say", 0, "all", 10),
    ]


@pytest.mark.parametrize(
    ("kind", "public", "open_to_all"),
    [
        ("holding", True, True),
        ("recall", True, True),
        ("customer-notice", True, False),
        ("quick-reply", False, False),
        ("staff-notice", False, False),
        ("authority-report", False, False),
    ],
)
def test_the_kind_tells_who_reads_it(kind: str, public: bool, open_to_all: bool) -> None:
    (found,) = published(scenario(step("say", publishes=["it"])), shared=(statement("it", kind),))
    assert (found.public, found.open) == (public, open_to_all)


def test_used_are_the_own_statements_and_those_of_others_that_a_step_publishes_each_once() -> None:
    own = scenario(step("say", publishes=["shared", "own"]), statements=[statement("own"), statement("spare")])
    book = handbook(general(statement("shared"), statement("unused")), own)
    assert [found.id for found in used_statements(book, own)] == ["own", "spare", "shared"]


def test_the_worst_grade_has_the_lowest_rank_in_whatever_order_they_stand() -> None:
    book = handbook(severity(2, 1, 3))
    worst = worst_grade(book, ["grade-3", "grade-2"])
    assert worst is not None
    assert worst.rank == 2
    assert worst_grade(book, []) is None


def test_the_gaps_of_a_statement_are_named_once_and_over_line_breaks() -> None:
    words = "At {time} this: {what\n  happened}. Since {time} we help. {} { }"
    given = Statement.model_validate(statement("it", says=words))
    assert given.gaps[:2] == ("time", "what happened")
    assert given.gaps.count("time") == 1


def test_every_step_that_publishes_in_the_bundled_plans_is_found(bundled_handbook: Handbook) -> None:
    schedules = {name: schedule(found) for name, found in bundled_handbook.scenarios.items()}
    found = publications(bundled_handbook, schedules)
    assert len(found) == sum(len(s.publishes) for plan in bundled_handbook.scenarios.values() for s in plan.steps)
    assert all(p.step.publishes[p.number] == p.statement.id for p in found)
