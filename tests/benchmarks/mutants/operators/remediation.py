"""What customers get."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutants.book import ABSENT, Book, Change, Mutant
from tests.benchmarks.mutants.seeds import STEPS, Operator, each

FAMILY = "remediation"
REM = "remediation/"


def below_the_floor(operator: str, field: str, value: object, named: str) -> Operator:
    """A remedy falls below a floor that names a time or forms."""

    def seeded(book: Book) -> Iterator[Mutant]:
        floors = {floor["id"] for _, _, floor in book.entries(REM, "floors") if floor.get(named)}
        for file, path, remedy in book.entries(REM, "remedies"):
            if floors & set(remedy.get("fulfils", ())):
                yield Mutant(FAMILY, operator, (Change(file, (*path, field), value),))

    return seeded


def unapproved(book: Book) -> Iterator[Mutant]:
    """A remedy of a high tier is granted without anybody deciding."""
    high = {r["id"] for _, _, r in book.entries(REM, "remedies") if r["tier"] in ("tier-3", "tier-4")}
    deciding = ("approve-remedy", "approve", "approve-legal", "determine")
    for file, _ in book.files("scenarios/"):
        steps = list(book.entries(file, *STEPS))
        if any(high & set(step.get("grants", ())) for _, _, step in steps):
            changes = tuple(Change(file, (*p, "act"), "log") for _, p, s in steps if s.get("act") in deciding)
            if changes:
                yield Mutant(FAMILY, "large remedy without approval", changes)


def not_listed(book: Book) -> Iterator[Mutant]:
    """A step grants what the plan does not list."""
    for file, root in book.files("scenarios/"):
        for number, rule in enumerate(root.get("remedies", ())):
            if any(rule["remedy"] in s.get("grants", ()) for _, _, s in book.entries(file, *STEPS)):
                yield Mutant(FAMILY, "granted, but not in the list", (Change(file, ("remedies", number), ABSENT),))
                break


OPERATORS = (
    below_the_floor("refund after two months", "within", "60 days", "within"),
    below_the_floor("coupon for a refund", "form", "coupon", "forms"),
    each(FAMILY, "gap between tiers", REM, ("tiers",), "above", "CNY 5000", only=lambda t: "up_to" in t),
    each(FAMILY, "tiers overlap", REM, ("tiers",), "up_to", "CNY 99999", only=lambda t: t["up_to"] != "CNY 1000"),
    each(FAMILY, "requester approves", REM, ("tiers",), "approved_by", lambda t: [t["requested_by"]],
         only=lambda t: t.get("approved_by")),
    each(FAMILY, "high tier without approver", REM, ("tiers",), "approved_by", [], only=lambda t: t.get("approved_by")),
    each(FAMILY, "another currency", REM, ("tiers",), "up_to", "EUR 1000"),
    each(FAMILY, "no cap for an incident", REM, ("remedies",), "cap", ABSENT),
    each(FAMILY, "nothing against double grants", REM, (), "unique_by", ABSENT),
    each(FAMILY, "no way for complaints", REM, (), "complaint_steps", []),
    each(FAMILY, "orders cancelled without a decision", "scenarios/", STEPS, "after", [],
         only=lambda s: s.get("act") == "cancel-orders"),
    unapproved,
    not_listed,
)  # fmt: skip
