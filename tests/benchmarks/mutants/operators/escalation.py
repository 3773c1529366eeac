"""Who is told next."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutants.book import ABSENT, Book, Change, Mutant
from tests.benchmarks.mutants.seeds import STEPS, each

FAMILY = "escalation"
FILE = "severity.yml"
LOST = {"network-outage": "staff-chat", "power-failure": "staff-chat", "cyber-attack": "staff-chat"}


def over_the_failed_channel(book: Book) -> Iterator[Mutant]:
    """A step or hop runs over the chat that is down in this emergency."""
    for file, path, step in book.entries("scenarios/", *STEPS):
        scenario = file.removeprefix("scenarios/").removesuffix(".yml")
        if scenario in LOST and step.get("via") and path[1] in (0, 1, 2):
            yield Mutant(FAMILY, "step over the failed channel", (Change(file, (*path, "via"), [LOST[scenario]]),))
    for file, path, _ in book.entries(FILE, "escalation", "steps"):
        yield Mutant(FAMILY, "hop over the staff chat alone", (Change(file, (*path, "via"), ["staff-chat"]),))


def same_role_twice(book: Book) -> Iterator[Mutant]:
    """A path comes back to the role it began with."""
    for file, path, block in book.entries(FILE, "escalation"):
        last = len(block["steps"]) - 1
        if last > 0:
            target = (*path, "steps", last, "notify")
            yield Mutant(
                FAMILY, "path comes back to its first role", (Change(file, target, block["steps"][0]["notify"]),)
            )


def last_hop_too_late(book: Book) -> Iterator[Mutant]:
    """The last hop comes after the incident had to be handled."""
    for file, path, block in book.entries(FILE, "escalation"):
        target = (*path, "steps", len(block["steps"]) - 1, "after")
        yield Mutant(FAMILY, "last hop after two days", (Change(file, target, "48 h"),))


def failure_leads_back(book: Book) -> Iterator[Mutant]:
    """If a step fails, the plan leads back to the step itself."""
    for file, path, step in book.entries("scenarios/", *STEPS):
        if "if_not" in step and "escalate_to" not in step["if_not"]:
            yield Mutant(
                FAMILY, "failure leads back to the same step", (Change(file, (*path, "if_not", "step"), step["id"]),)
            )


def number_gone(book: Book) -> Iterator[Mutant]:
    """A body called in the emergency has no phone number left."""
    called = {body for _, _, step in book.entries("scenarios/", *STEPS) for body in step.get("calls", ())}
    for file, path, body in book.entries("organization/", "outside_bodies"):
        if body["id"] in called:
            address = [{"contact": "address", "value": "1 Long Street"}]
            yield Mutant(FAMILY, "outside body without a number", (Change(file, (*path, "contacts"), address),))


OPERATORS = (
    over_the_failed_channel,
    same_role_twice,
    last_hop_too_late,
    failure_leads_back,
    number_gone,
    each(FAMILY, "grade without escalation path", FILE, ("escalation",), "grade", "level-3",
         only=lambda p: p["grade"] != "level-3"),
    each(FAMILY, "commander whom nobody calls", "scenarios/", (), "commander", "marketing-lead",
         only=lambda s: s["group"] in ("systems-and-data", "warehouse-and-delivery")),
    each(FAMILY, "rescue not called", "scenarios/", STEPS, "calls", [], only=lambda s: s.get("act") == "call-rescue"),
    each(FAMILY, "supplier without night number", "organization/", ("outside_bodies", "contacts"), "after_hours", False,
         only=lambda c: c.get("after_hours")),
    each(FAMILY, "supplier without contract number", "organization/", ("outside_bodies",), "contract", ABSENT,
         only=lambda b: b["body"] in ("supplier", "platform", "payment", "courier")),
    each(FAMILY, "failure goes down to the staff", "scenarios/", (*STEPS, "if_not"), "escalate_to", "warehouse-worker"),
    each(FAMILY, "intake without number", FILE, (), "intake", "Tell the duty manager."),
)  # fmt: skip
