"""Who acts."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutants.book import ABSENT, Book, Change, Mutant
from tests.benchmarks.mutants.seeds import STEPS, each

FAMILY = "people"
ORG = "organization/"


def _critical(block: dict[str, object]) -> bool:
    return bool(block.get("critical"))


def sole_holder_leaves(book: Book) -> Iterator[Mutant]:
    """The only person of a role has left the company."""
    holders: dict[str, list[str]] = {}
    for _, _, block in book.entries(ORG, "assignments"):
        holders.setdefault(block["role"], []).append(block["person"])
    alone = {people[0] for people in holders.values() if len(people) == 1}
    for file, path, person in book.entries(ORG, "people"):
        if person["id"] in alone:
            yield Mutant(FAMILY, "the only holder has left", (Change(file, (*path, "status"), "left"),))


def deputy_is_the_same_person(book: Book) -> Iterator[Mutant]:
    """The first deputy of a critical role is filled by the person it stands in for."""
    first: dict[str, str] = {}
    for _, _, block in book.entries(ORG, "assignments"):
        first.setdefault(block["role"], block["person"])
    deputies = {r["id"]: r["deputies"] for _, _, r in book.entries(ORG, "roles") if _critical(r) and r.get("deputies")}
    for role, names in deputies.items():
        for file, path, block in book.entries(ORG, "assignments"):
            if block["role"] == names[0] and block["person"] == first.get(names[0]) and role in first:
                yield Mutant(FAMILY, "deputy is the same person", (Change(file, (*path, "person"), first[role]),))


def one_contact_left(book: Book) -> Iterator[Mutant]:
    """A holder of a critical role can be reached in one way only."""
    critical = {r["id"] for _, _, r in book.entries(ORG, "roles") if _critical(r)}
    held = {a["person"] for _, _, a in book.entries(ORG, "assignments") if a["role"] in critical}
    for file, path, person in book.entries(ORG, "people"):
        if person["id"] in held and len(person["contacts"]) > 1:
            changes = [Change(file, (*path, "contacts", 1), ABSENT) for _ in person["contacts"][1:]]
            yield Mutant(FAMILY, "only one way to reach a critical holder", tuple(changes))


def no_assignment(book: Book) -> Iterator[Mutant]:
    """Nobody fills the role any more."""
    roles = [a["role"] for _, _, a in book.entries(ORG, "assignments")]
    for file, path, block in book.entries(ORG, "assignments"):
        if roles.count(block["role"]) == 1:
            yield Mutant(FAMILY, "assignment removed", (Change(file, path, ABSENT),))


def investigates_itself(book: Book) -> Iterator[Mutant]:
    """The department under suspicion keeps the evidence."""
    departments = {r["id"]: r["department"] for _, _, r in book.entries(ORG, "roles")}
    for file, _ in book.files("scenarios/"):
        for _, _, step in book.entries(file, *STEPS):
            if step.get("act") in ("preserve-evidence", "investigate"):
                suspect = [departments[step["responsible"]]]
                yield Mutant(FAMILY, "investigator is among the suspects", (Change(file, ("may_involve",), suspect),))
                break


OPERATORS = (
    each(FAMILY, "deputies of a critical role removed", ORG, ("roles",), "deputies", [], only=_critical),
    each(FAMILY, "role is its own deputy", ORG, ("roles",), "deputies", lambda r: [r["id"]], only=_critical),
    each(FAMILY, "superior removed, two roots", ORG, ("roles",), "superior", ABSENT),
    each(FAMILY, "superior is the role itself", ORG, ("roles",), "superior", lambda r: r["id"]),
    each(FAMILY, "contact not checked for two years", ORG, ("people", "contacts"), "verified_on", "2024-11-01"),
    each(FAMILY, "phone number is a placeholder", ORG, ("people", "contacts"), "value", "+86 138 xxxx xxxx",
         only=lambda c: c["contact"] in ("mobile", "phone")),
    each(FAMILY, "mail address is broken", ORG, ("people", "contacts"), "value", "someone(at)mail",
         only=lambda c: c["contact"] == "email"),
    each(FAMILY, "role not accepted", ORG, ("assignments",), "accepted_on", ABSENT),
    each(FAMILY, "training two years old", ORG, ("assignments",), "trained_on", "2024-10-01"),
    each(FAMILY, "shift ends an hour early", ORG, ("shifts",), "ends", lambda s: f"{int(s['ends'][:2]) - 1:02}:00"),
    each(FAMILY, "shift not on Sunday", ORG, ("shifts",), "starts", lambda s: s["starts"][:3] + "30"),
    each(FAMILY, "decision without owner", ORG, ("authorities",), "decides", ABSENT),
    each(FAMILY, "five roles to ask before an urgent step", "scenarios/", STEPS, "consulted",
         ["owner", "finance-lead", "hr-lead", "quality-lead", "procurement-lead"],
         only=lambda s: s["within"] in ("10 min", "15 min", "20 min", "30 min")),
    each(FAMILY, "commander restores with own hands", "scenarios/", STEPS, "responsible", "general-manager",
         only=lambda s: s.get("act") == "restore" and s["responsible"] == "general-manager"),
    sole_holder_leaves,
    deputy_is_the_same_person,
    one_contact_left,
    no_assignment,
    investigates_itself,
)  # fmt: skip
