"""Who is told next."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutants.book import ABSENT, Book, Change, Mutant
from tests.benchmarks.mutants.seeds import STEPS, each

FAMILY = "escalation"
FILE = "severity.yml"
LOST = {"cyber-attack": "staff-chat", "network-outage": "hotline", "main-account-deleted": "seller-chat-messages"}
"""A channel that is down in the emergency."""
SUPPLIERS = ("supplier", "platform", "payment", "courier")


def over_the_failed_channel(book: Book) -> Iterator[Mutant]:
    """A step or hop runs over the chat that is down in this emergency."""
    for file, path, step in book.entries("scenarios/", *STEPS):
        scenario = file.removeprefix("scenarios/").removesuffix(".yml")
        if scenario in LOST and step.get("via") and path[1] in (0, 1):
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


def stranger_commands(book: Book) -> Iterator[Mutant]:
    """The commander is a role that no step, grade or path of the emergency names."""
    roles = [role["id"] for _, _, role in book.entries("organization/", "roles")]
    told = str(book.roots[FILE]["grades"]) + str(book.roots[FILE]["escalation"])
    teams = str([team for _, _, team in book.entries("organization/", "teams")])
    for file, root in book.files("scenarios/"):
        strangers = [role for role in roles if f"'{role}'" not in str(root) + told + teams]
        for role in strangers[:1]:
            yield Mutant(FAMILY, "commander whom nobody calls", (Change(file, ("commander",), role),))


def supplier_sleeps(book: Book) -> Iterator[Mutant]:
    """No number of a supplier answers at night."""
    for file, path, body in book.entries("organization/", "outside_bodies"):
        awake = [number for number, way in enumerate(body["contacts"]) if way.get("after_hours")]
        if body["body"] in SUPPLIERS and awake:
            changes = tuple(Change(file, (*path, "contacts", number, "after_hours"), False) for number in awake)
            yield Mutant(FAMILY, "supplier without night number", changes)


OPERATORS = (
    over_the_failed_channel,
    same_role_twice,
    last_hop_too_late,
    failure_leads_back,
    number_gone,
    each(FAMILY, "grade without escalation path", FILE, ("escalation",), "grade", "level-3",
         only=lambda p: p["grade"] != "level-3"),
    stranger_commands,
    each(FAMILY, "rescue not called", "scenarios/", STEPS, "calls", [], only=lambda s: s.get("act") == "call-rescue"),
    supplier_sleeps,
    each(FAMILY, "supplier without contract number", "organization/", ("outside_bodies",), "contract", ABSENT,
         only=lambda b: b["body"] in SUPPLIERS),
    each(FAMILY, "failure goes down to the staff", "scenarios/", (*STEPS, "if_not"), "escalate_to", "warehouse-worker"),
    each(FAMILY, "intake without number", FILE, (), "intake", "Tell the duty manager."),
)  # fmt: skip
