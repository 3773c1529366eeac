"""What the law demands."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.mutants.book import ABSENT, Book, Change, Mutant
from tests.benchmarks.mutants.seeds import STEPS, each

FAMILY = "legal"
LEGAL = "legal/obligations"


def _statute(block: dict[str, object]) -> bool:
    return "statute" in block


def deadline_doubled(obligation: dict[str, str]) -> str:
    amount, _, unit = obligation["deadline"].partition(" ")
    return f"{int(amount) * 2} {unit}"


def deadline_in_other_days(obligation: dict[str, str]) -> str:
    amount, _, unit = obligation["deadline"].partition(" ")
    return f"{amount} {'days' if 'business' in unit else 'business days'}"


def duty_forgotten(book: Book) -> Iterator[Mutant]:
    """A reportable scenario no longer lists the duty."""
    statutory = {o["id"] for _, _, o in book.entries(LEGAL, "obligations") if _statute(o) and o.get("events")}
    for file, root in book.files("scenarios/"):
        for number, name in enumerate(root.get("obligations", ())):
            if name in statutory:
                yield Mutant(FAMILY, "duty not in the plan", (Change(file, ("obligations", number), ABSENT),))


def nobody_reports(book: Book) -> Iterator[Mutant]:
    """The duty is listed, but no step fulfils it."""
    for file, root in book.files("scenarios/"):
        for name in root.get("obligations", ()):
            paths = [p for _, p, s in book.entries(file, *STEPS) if name in s.get("notifies", ())]
            if paths:
                changes = (Change(file, (*p, "notifies"), []) for p in paths)
                yield Mutant(FAMILY, "no step fulfils the duty", tuple(changes))


def report_too_late(book: Book) -> Iterator[Mutant]:
    """The step that reports has a limit beyond the statutory deadline."""
    timed = {
        o["id"] for _, _, o in book.entries(LEGAL, "obligations") if "deadline" in o and o["deadline"].endswith(" h")
    }
    for file, path, step in book.entries("scenarios/", *STEPS):
        if timed & set(step.get("notifies", ())):
            yield Mutant(FAMILY, "report after the deadline", (Change(file, (*path, "within"), "30 days"),))


def content_item_lost(book: Book) -> Iterator[Mutant]:
    """The report lacks something the law asks for."""
    asked = {s["id"]: {c["item"] for c in s.get("content", ())} for _, _, s in book.entries("legal/", "statutes")}
    for file, path, duty in book.entries(LEGAL, "obligations"):
        for number, item in enumerate(duty.get("content", ())):
            if item["item"] in asked.get(duty.get("statute", ""), ()):
                yield Mutant(FAMILY, "content item missing", (Change(file, (*path, "content", number), ABSENT),))
                break


def stale_citation(book: Book) -> Iterator[Mutant]:
    """The duty cites the article by its old number."""
    formerly = {s["id"]: s["formerly"][0] for _, _, s in book.entries("legal/", "statutes") if s.get("formerly")}
    for file, path, duty in book.entries(LEGAL, "obligations"):
        if duty.get("statute") in formerly:
            old = formerly[duty["statute"]]
            yield Mutant(FAMILY, "outdated article", (Change(file, (*path, "basis"), old),))


def people_forgotten(book: Book) -> Iterator[Mutant]:
    """The law wants the people told; the duty forgets them."""
    telling = {s["id"] for _, _, s in book.entries("legal/", "statutes") if s.get("tells_people")}
    for file, path, duty in book.entries(LEGAL, "obligations"):
        if duty.get("statute") in telling and duty.get("tells_people"):
            yield Mutant(FAMILY, "people not told", (Change(file, (*path, "tells_people"), False),))


def later_report_forgotten(book: Book) -> Iterator[Mutant]:
    """The law wants a later report with a limit; the duty forgets it."""
    wanting = {s["id"] for _, _, s in book.entries("legal/", "statutes") if s.get("follow_ups")}
    for file, path, duty in book.entries(LEGAL, "obligations"):
        if duty.get("statute") in wanting and duty.get("follow_ups"):
            yield Mutant(FAMILY, "later report forgotten", (Change(file, (*path, "follow_ups"), []),))


def no_closing_report(book: Book) -> Iterator[Mutant]:
    """No step closes a duty that demands a later report."""
    following = {o["id"] for _, _, o in book.entries(LEGAL, "obligations") if o.get("follow_ups")}
    for file, root in book.files("scenarios/"):
        paths = [path for _, path, step in book.entries(file, *STEPS) if step.get("act") == "close-report"]
        if paths and following & set(root.get("obligations", ())):
            changes = tuple(Change(file, (*path, "act"), "log") for path in paths)
            yield Mutant(FAMILY, "no closing report", changes)


OPERATORS = (
    each(FAMILY, "deadline doubled", LEGAL, ("obligations",), "deadline", deadline_doubled, only=_statute),
    each(FAMILY, "deadline in other days", LEGAL, ("obligations",), "deadline", deadline_in_other_days,
         only=lambda o: _statute(o) and "day" in o["deadline"]),
    each(FAMILY, "deadline removed", LEGAL, ("obligations",), "deadline", ABSENT, only=_statute),
    each(FAMILY, "clock starts at another moment", LEGAL, ("obligations",), "starts_at",
         lambda o: "determination" if o["starts_at"] != "determination" else "occurrence", only=_statute),
    each(FAMILY, "company limit beyond the law", LEGAL, ("obligations",), "company_limit", "2 years",
         only=lambda o: "deadline" in o),
    each(FAMILY, "nobody to report to", LEGAL, ("obligations",), "recipients", [],
         only=lambda o: _statute(o) and o.get("recipients")),
    later_report_forgotten,
    each(FAMILY, "law not checked for two years", LEGAL, ("obligations",), "last_checked_on", "2024-10-01"),
    each(FAMILY, "law not yet in force", LEGAL, ("obligations",), "in_force_on", "2028-01-01"),
    each(FAMILY, "told to hide it", "scenarios/", STEPS, "do", "Delete the records before the authority asks.",
         only=lambda s: s.get("part") == "legal"),
    each(FAMILY, "breach not registered", "scenarios/", STEPS, "act", "log",
         only=lambda s: s.get("act") == "register-breach"),
    no_closing_report,
    duty_forgotten,
    nobody_reports,
    report_too_late,
    content_item_lost,
    stale_citation,
    people_forgotten,
)  # fmt: skip
