"""What must run."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutants.book import ABSENT, Book, Change, Mutant
from tests.benchmarks.mutants.seeds import Operator, each

FAMILY = "continuity"
TEC = "technical/"


def _critical(block: dict[str, object]) -> bool:
    return bool(block.get("critical"))


def newest_test(operator: str, field: str, value: object) -> Operator:
    """The newest restore test of a job, where older ones do not help any more."""

    def seeded(book: Book) -> Iterator[Mutant]:
        tests = list(book.entries(TEC, "restore_tests"))
        for file, path, test in tests:
            same = [other for _, _, other in tests if other["job"] == test["job"]]
            if len(same) == 1:
                yield Mutant(FAMILY, operator, (Change(file, (*path, field), value),))

    return seeded


def critical_supplier(operator: str, field: str, value: object) -> Operator:
    """A body that supplies a critical system."""

    def seeded(book: Book) -> Iterator[Mutant]:
        suppliers = {s.get("supplier") for _, _, s in book.entries(TEC, "systems") if _critical(s)}
        for file, path, body in book.entries("organization/", "outside_bodies"):
            if body["id"] in suppliers and field in body:
                yield Mutant(FAMILY, operator, (Change(file, (*path, field), value),))

    return seeded


def all_copies(operator: str, field: str, value: object, *, critical: bool = False) -> Operator:
    """Every copy of every job of one system gets the same value."""

    def seeded(book: Book) -> Iterator[Mutant]:
        marked = {system["id"] for _, _, system in book.entries(TEC, "systems") if _critical(system)}
        systems = sorted({job["system"] for _, _, job in book.entries(TEC, "backup_jobs")})
        for system in [name for name in systems if name in marked or not critical]:
            changes = tuple(
                Change(file, (*path, "copies", number, field), value)
                for file, path, job in book.entries(TEC, "backup_jobs")
                if job["system"] == system
                for number, copy in enumerate(job["copies"])
                if field in copy
            )
            if changes:
                yield Mutant(FAMILY, operator, changes)

    return seeded


def dependency_loop(book: Book) -> Iterator[Mutant]:
    """A system and what it depends on wait for one another."""
    where = {s["id"]: (file, path) for file, path, s in book.entries(TEC, "systems")}
    for _, _, system in book.entries(TEC, "systems"):
        for other in system.get("depends_on", ())[:1]:
            file, path = where[other]
            yield Mutant(FAMILY, "dependency loop", (Change(file, (*path, "depends_on"), [system["id"]]),))


def attack_reaches_copies(book: Book) -> Iterator[Mutant]:
    """No immutable or offline copy is left for a hostile scenario."""
    for system in sorted({job["system"] for _, _, job in book.entries(TEC, "backup_jobs")}):
        changes = tuple(
            Change(file, (*path, "copies", number, field), False)
            for file, path, job in book.entries(TEC, "backup_jobs")
            if job["system"] == system
            for number, copy in enumerate(job["copies"])
            for field in ("immutable", "offline")
            if copy.get(field)
        )
        if changes:
            yield Mutant(FAMILY, "no copy that an attacker cannot delete", changes)


def backups_gone(book: Book) -> Iterator[Mutant]:
    """A system is not backed up any more."""
    for system in sorted({job["system"] for _, _, job in book.entries(TEC, "backup_jobs")}):
        jobs = [(f, p, j) for f, p, j in book.entries(TEC, "backup_jobs") if j["system"] == system]
        names = {job["id"] for _, _, job in jobs}
        tests = [(f, p) for f, p, t in book.entries(TEC, "restore_tests") if t["job"] in names]
        changes = [Change(f, p, ABSENT) for f, p, _ in reversed(jobs)] + [
            Change(f, p, ABSENT) for f, p in reversed(tests)
        ]
        yield Mutant(FAMILY, "backups of a system removed", tuple(changes))


OPERATORS = (
    each(FAMILY, "rto of ten minutes", TEC, ("systems",), "rto", "10 min", only=lambda s: _critical(s) and "rpo" in s),
    each(FAMILY, "rpo of one minute", TEC, ("systems",), "rpo", "1 min"),
    each(FAMILY, "mtd below the rto", TEC, ("systems",), "mtd", lambda s: s["rto"], only=lambda s: "rto" in s),
    each(FAMILY, "objectives removed", TEC, ("systems",), "rto", ABSENT, only=_critical),
    each(FAMILY, "objectives without a reason", TEC, ("systems",), "objective_basis", ABSENT, only=_critical),
    each(FAMILY, "backup once a month", TEC, ("backup_jobs",), "every", "1 month"),
    each(FAMILY, "backup takes longer than its interval", TEC, ("backup_jobs",), "takes", "40 days"),
    newest_test("restore test two years old", "on", "2024-05-01"),
    newest_test("restore test failed", "result", "failed"),
    newest_test("restore took a week", "took", "7 days"),
    each(FAMILY, "one role may delete backups", TEC, ("backup_jobs",), "deleted_by", lambda j: j["deleted_by"][:1],
         only=lambda j: len(j.get("deleted_by", ())) > 1),
    each(FAMILY, "backup checked by job status", TEC, ("backup_jobs",), "checked_by", "Job status"),
    each(FAMILY, "key beside the copy", TEC, ("backup_jobs", "copies"), "key_kept", lambda c: c["place"]),
    critical_supplier("supplier without alternative", "alternative", ABSENT),
    critical_supplier("supplier promises a week", "restores_within", "7 days"),
    critical_supplier("supplier need not tell us", "reports_within", ABSENT),
    each(FAMILY, "account of a private person", TEC, ("accounts",), "in_name_of", "person"),
    each(FAMILY, "account with one owner", TEC, ("accounts",), "owners", lambda a: a["owners"][:1]),
    each(FAMILY, "spare expired", TEC, ("spares",), "expires_on", "2026-01-31"),
    each(FAMILY, "spare not checked", TEC, ("spares",), "checked_on", "2024-01-31"),
    each(FAMILY, "no work without the system", TEC, ("systems",), "without_it", ABSENT, only=_critical),
    all_copies("all copies under one account", "account", "admin"),
    all_copies("all copies kept for a day", "keep", "1 day", critical=True),
    all_copies("no copy off site", "off_site", False),
    attack_reaches_copies,
    dependency_loop,
    backups_gone,
)  # fmt: skip
