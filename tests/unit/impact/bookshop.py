"""The small handbook of the rules before and after edits of its files, approved before them, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from generator.analysis.approvals import approvals, record_of
from generator.analysis.facts import Facts
from generator.checker.engine import inspect
from generator.checker.registry import all_rules
from generator.impact.impact import Impact, State, impact_of
from generator.loading import load_handbook
from generator.model.approval import ApprovalRecord
from generator.model.handbook import Handbook
from tests.rules.overlay import AS_OF, base_files

Edit = tuple[str, str, str]
"""A plan file, a text in it, and what stands there afterwards."""

LEAK, FIRE, WORDS = "scenarios/data-leak.yml", "scenarios/fire.yml", "communication/words.yml"
COMPANY, ASSIGNMENTS, TECHNOLOGY = (
    "organization/company.yml",
    "organization/assignments.yml",
    "technical/technology.yml",
)
PUBLISHES: Edit = (LEAK, "publishes: [leak-notice,", "publishes: [first-words, leak-notice,")
"""The data leak uses the words that serve several emergencies."""

EDITS: dict[str, Edit] = {
    "a longer limit": (LEAK, "accountable: engineer, within: 30 min", "accountable: engineer, within: 40 min"),
    "another instruction": (FIRE, "do: Call 119.", "do: Call 119 at once."),
    "another statement": (WORDS, "We are sorry.", "We regret it."),
    "another role": (COMPANY, "mission: Run the systems.", "mission: Run and mend the systems."),
    "another system": (TECHNOLOGY, "purpose: Sells books.", "purpose: Sells all books."),
    "another version": (FIRE, "control: {version: 1.0.0,", "control: {version: 1.1.0,"),
    "another title": (FIRE, "title: Fire\n", "title: Fire and smoke\n"),
    "another company": ("handbook.yml", "name: Lantern Books", "name: Candle Books"),
    "no deputies": (COMPANY, "    deputies: [admin, director]\n", "    deputies: []\n"),
}


@cache
def book(*edits: Edit) -> Handbook:
    """The handbook with edits; each must find its text."""
    files = {file.inside: file for file in base_files()}
    for name, old, new in edits:
        text = files[name].data.decode()
        assert old in text, (name, old)
        files[name] = replace(files[name], data=text.replace(old, new).encode())
    loaded = load_handbook(files.values(), "plans")
    assert loaded.handbook is not None, loaded.report.errors
    return loaded.handbook


def renamed(old: str, new: str) -> tuple[Edit, ...]:
    """The edits that give a thing another id wherever it is named."""
    return tuple((file.inside, old, new) for file in base_files() if old in file.data.decode())


def records(handbook: Handbook, without: Iterable[str] = ()) -> tuple[ApprovalRecord, ...]:
    """Approvals of all plans as they stand."""
    approved = (approval for approval in approvals(handbook) if approval.plan.id not in without)
    return tuple(record_of(approval, approval.plan.control.approver, None, {}, AS_OF) for approval in approved)


def state(handbook: Handbook, approved: tuple[ApprovalRecord, ...] = ()) -> State:
    """A handbook with records of approvals, and what the checker says of it."""
    facts = Facts(replace(handbook, approvals=approved), AS_OF)
    return State(inspect(facts, all_rules().values(), {}), facts)


@cache
def approved(*edits: Edit) -> State:
    """The handbook with edits that are all approved."""
    return state(book(*edits), records(book(*edits)))


def impact(edits: Iterable[Edit], *, first: Iterable[Edit] = ()) -> Impact:
    """What edits come to in an approved handbook, which others made `first`."""
    before = approved(*first)
    return impact_of(before, state(book(*first, *edits), records(book(*first))))


@cache
def impact_of_edit(name: str) -> Impact:
    """What one of the edits comes to."""
    return impact((EDITS[name],))
