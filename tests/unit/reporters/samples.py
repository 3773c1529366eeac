"""What reporters are tried on: one inspection with a finding of every kind, and inspections with any text."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.checker.engine import Inspection, Waived
from generator.finding import Edit, Finding, Level, RelatedPlace, Report
from generator.model.governance import Waiver
from generator.position import Position
from generator.rule import Rule

FILE = "plans/organization/火 50%.yml"
OTHER = "plans/handbook.yml"
LINES = {
    FILE: ("roles:", "  - id: chief", "    deputies: []", "  - id: chief", "    deputies: []"),
    OTHER: ("id: handbook", "company: 火"),
}
MANUAL_URL = "https://handbook.example/rules/{rule}.html"


def rule(name: str, level: Level) -> Rule:
    return Rule(
        id=name,
        family="people",
        level=level,
        summary=f"Summary of {name}.",
        what=f"What {name} checks.",
        why="Because.",
        fix="Do {this}.",
        sources=("House rule",),
        thresholds=(),
        check=lambda _facts: iter(()),
        bad="a: [1]",
        good="a: [2]",
        report="bad",
    )


RULES = {
    name: rule(name, level)
    for name, level in {
        "deputy-missing": Level.ERROR,
        "review-due": Level.WARNING,
        "title-long": Level.NOTE,
        "all-well": Level.ERROR,
    }.items()
}


def missing(line: int) -> Finding:
    """Found in two lines with the same words, so that only a number tells the two apart."""
    return Finding(
        "deputy-missing",
        "The role {chief} has no [deputy]: 100% alone, really.",
        Position(FILE, line, 15, line, 17),
        "one, at least",
        "Add `deputies: [...]`.",
        related=(RelatedPlace(Position(OTHER, 2, 10, 2, 11), "the [company] \\ {it} is for"),),
        subject="organization/火 50%.yml#chief/deputies",
        edits=(Edit(Position(FILE, line, 15, line, 17), "[admin]"),),
    )


FIRST, SECOND = missing(3), missing(5)
UNREAD = Finding("yaml-empty", "The file is empty.", Position("plans/empty.yml"))
OVERDUE = Finding(
    "review-due", "Overdue.", Position(OTHER, 1, 1, 2, 12), level=Level.WARNING, subject="handbook.yml#control"
)
LONG = Finding("title-long", "Long.", Position(OTHER, 1, 5, 2, 1), level=Level.NOTE)
FOREIGN = Finding("from-elsewhere", "Who knows?", Position(OTHER, 2, 3), level=Level.NOTE)
ACCEPTED = Finding("deputy-missing", "The owner has no deputy.", Position(FILE, 4, 3, 4, 4), subject="x.yml#owner")
WAIVER = Waiver.model_validate(
    {
        "id": "small-shop",
        "rule": "deputy-missing",
        "at": "x.yml#owner",
        "reason": "There is only {one}.",
        "approver": "owner",
        "approved_on": "2026-01-01",
        "expires_on": "2027-01-01",
    }
)
INSPECTION = Inspection(
    Report.of([FIRST, SECOND, UNREAD, OVERDUE, LONG, FOREIGN], LINES),
    (Waived(ACCEPTED, WAIVER),),
    frozenset(RULES),
)

WORDS = st.text(max_size=12) | st.lists(
    st.sampled_from(["::", "%", "%25", "%0A", "\n", "\r", "\r\n", ":", ",", "=", " ", "]]>", "<a&b>", "{0}", "\0",
    "\x1b", "[x](1)", "\\", "\ufffe", "\u2028", "\udcff", "火"]), max_size=8
).map("".join)  # fmt: skip
_LINE = st.integers(1, 5)
_POSITIONS = st.builds(Position, WORDS.map(lambda name: f"plans/{name}.yml")) | st.builds(
    lambda line, column, lines, width: Position(FILE, line, column, line + lines, column + width),
    _LINE,
    st.integers(1, 9),
    st.integers(0, 2),
    st.integers(0, 5),
)
FINDINGS = st.builds(
    Finding,
    rule=st.sampled_from([*RULES, "yaml-empty", "elsewhere"]),
    message=WORDS.map(lambda text: f"M{text}"),
    position=_POSITIONS,
    expected=WORDS,
    remedy=WORDS,
    level=st.sampled_from(Level),
    related=st.lists(st.builds(RelatedPlace, _POSITIONS, WORDS.map(lambda text: f"C{text}")), max_size=2).map(tuple),
    subject=WORDS,
)
INSPECTIONS = st.builds(
    lambda findings, waived, ran: Inspection(
        Report.of(findings, LINES), tuple(Waived(f, WAIVER) for f in waived), frozenset(ran)
    ),
    st.lists(FINDINGS, max_size=4),
    st.lists(FINDINGS, max_size=2),
    st.sets(st.sampled_from([*RULES])),
)
