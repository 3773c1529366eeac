"""What is practised."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutants.book import ABSENT, Book, Change, Mutant
from tests.benchmarks.mutants.seeds import Operator, each

FAMILY = "exercises"
EXE = "exercises/"


def open_action(operator: str, **fields: object) -> Operator:
    """An action with other fields."""

    def seeded(book: Book) -> Iterator[Mutant]:
        for file, path, _ in book.entries(EXE, "actions"):
            changes = tuple(Change(file, (*path, name), value) for name, value in fields.items())
            yield Mutant(FAMILY, operator, changes)

    return seeded


def finding_dropped(book: Book) -> Iterator[Mutant]:
    """Nothing is done about a finding."""
    for file, path, action in book.entries(EXE, "actions"):
        others = [a for _, _, a in book.entries(EXE, "actions") if a["finding"] == action["finding"]]
        if len(others) == 1:
            yield Mutant(FAMILY, "finding without action", (Change(file, path, ABSENT),))


def scenario_unpractised(book: Book) -> Iterator[Mutant]:
    """A scenario is in no exercise any more."""
    entries = list(book.entries(EXE, "programme"))
    names = sorted({name for _, _, exercise in entries for name in exercise["scenarios"]})
    for name in names:
        changes = tuple(
            Change(file, (*path, "scenarios"), [other for other in exercise["scenarios"] if other != name])
            for file, path, exercise in entries
            if name in exercise["scenarios"]
        )
        yield Mutant(FAMILY, "scenario in no exercise", changes)


OPERATORS = (
    each(FAMILY, "exercise overdue", EXE, ("programme",), "next_on", "2026-02-01"),
    each(FAMILY, "next exercise in ten years", EXE, ("programme",), "next_on", "2036-02-01"),
    each(FAMILY, "leader evaluates", EXE, ("programme",), "evaluated_by", lambda e: e["led_by"]),
    each(FAMILY, "nothing is measured", EXE, ("records",), "timings", []),
    each(FAMILY, "nobody took part", EXE, ("records",), "participants", []),
    each(FAMILY, "leader evaluated", EXE, ("records",), "evaluated_by", lambda r: r["led_by"]),
    each(FAMILY, "record in the future", EXE, ("records",), "on", "2027-06-01"),
    each(FAMILY, "closed without proof", EXE, ("actions",), "evidence", ABSENT),
    scenario_unpractised,
    open_action("action past its date", status="open", due_on="2026-06-30", closed_on=ABSENT),
    each(FAMILY, "event without review", EXE, ("incidents",), "reviewed_on", ABSENT),
    finding_dropped,
    each(FAMILY, "plan not changed", "scenarios/", ("control", "revisions"), "resolves", ABSENT),
)  # fmt: skip
