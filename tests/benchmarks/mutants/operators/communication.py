"""What is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.benchmarks.mutants.book import ABSENT, Book, Change, Mutant
from tests.benchmarks.mutants.seeds import STEPS, each

FAMILY = "communication"
COM = "communication/"
STATEMENTS = ("statements",)


def _kind(*kinds: str) -> Callable[[Any], bool]:
    return lambda statement: statement["statement"] in kinds


def published_before_legal(book: Book) -> Iterator[Mutant]:
    """The statement goes out without waiting for the legal approval."""
    for file, root in book.files("scenarios/"):
        kinds = {s["id"]: s["statement"] for s in root.get("statements", ())}
        acts = {s.get("act") for _, _, s in book.entries(file, *STEPS)}
        for _, path, step in book.entries(file, *STEPS):
            says = {kinds.get(name) for name in step.get("publishes", ())}
            if step.get("act") == "publish" and "approve-legal" in acts and "holding" in says:
                first = root["phases"][0]["steps"][0]["id"]
                yield Mutant(FAMILY, "published before legal approval", (Change(file, (*path, "after"), [first]),))
                break


def staff_told_last(book: Book) -> Iterator[Mutant]:
    """Staff are told two days later than the public."""
    for file, _ in book.files("scenarios/"):
        steps = list(book.entries(file, *STEPS))
        telling = [path for _, path, step in steps if step.get("act") == "tell-staff"]
        if telling and any(step.get("act") == "publish" for _, _, step in steps):
            late = tuple(Change(file, (*path, "within"), "2 days") for path in telling)
            yield Mutant(FAMILY, "staff learn it from the press", late)


def gap_without_meaning(book: Book) -> Iterator[Mutant]:
    """A gap of a statement is not explained."""
    for file, path, statement in book.entries("scenarios/", *STATEMENTS):
        if statement.get("variables"):
            yield Mutant(FAMILY, "gap not explained", (Change(file, (*path, "variables", 0), ABSENT),))


def content_lost(book: Book) -> Iterator[Mutant]:
    """The first statement no longer says where to get help."""
    for file, path, statement in book.entries("scenarios/", *STATEMENTS):
        if statement["statement"] == "holding" and "where-to-get-help" in statement.get("contains", ()):
            kept = [name for name in statement["contains"] if name != "where-to-get-help"]
            yield Mutant(FAMILY, "no word on where to get help", (Change(file, (*path, "contains"), kept),))


def drafter_approves(book: Book) -> Iterator[Mutant]:
    """Who writes the words also approves them."""
    for file, path, block in book.entries(COM, "approval_paths"):
        for number in range(len(block["steps"])):
            target = (*path, "steps", number, "role")
            yield Mutant(FAMILY, "drafter approves", (Change(file, target, block["drafter"]),))


OPERATORS = (
    each(FAMILY, "no spokesperson", COM, (), "spokesperson", ABSENT),
    each(FAMILY, "no deputy of the spokesperson", COM, (), "deputy_spokesperson", ABSENT),
    drafter_approves,
    each(FAMILY, "approval takes a day", COM, ("approval_paths", "steps"), "within", "1 day"),
    each(FAMILY, "owner and deputy are one", COM, ("channels",), "deputy", lambda c: c["owner"]),
    each(FAMILY, "channel reaches nobody", COM, ("channels",), "reaches", []),
    each(FAMILY, "channel takes ten characters", COM, ("channels",), "max_characters", 10),
    each(FAMILY, "next update not named", "scenarios/", STATEMENTS, "next_update", ABSENT,
         only=_kind("holding", "update")),
    each(FAMILY, "first statement due at once", "scenarios/", STATEMENTS, "within", "1 min",
         only=lambda s: s["statement"] == "holding" and s.get("approval")),
    each(FAMILY, "statement speculates", "scenarios/", STATEMENTS, "says",
         "We take this very seriously. It was probably the fault of our supplier.", only=_kind("holding")),
    each(FAMILY, "unknown gap", "scenarios/", STATEMENTS, "says", lambda s: s["says"] + " {unknown gap}"),
    each(FAMILY, "told over a channel that does not reach them", "scenarios/", STATEMENTS, "channels", ["staff-chat"],
         only=_kind("holding", "customer-notice")),
    each(FAMILY, "first statement missing", "scenarios/", STATEMENTS, "statement", "result", only=_kind("holding")),
    published_before_legal,
    staff_told_last,
    gap_without_meaning,
    content_lost,
)  # fmt: skip
