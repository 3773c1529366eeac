"""What is done, in which order, by when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.benchmarks.mutants.book import ABSENT, Book, Change, Mutant
from tests.benchmarks.mutants.seeds import STEPS, Operator, each

FAMILY = "steps"
SCENARIOS = "scenarios/"
LONG = {"best": "2 days", "likely": "3 days", "worst": "4 days"}


def _acts(*acts: str) -> Callable[[Any], bool]:
    return lambda step: step.get("act") in acts


def order_lost(act: str, before: str, operator: str) -> Operator:
    """A step no longer waits, directly or not, for any step with the act that must come before."""

    def seeded(book: Book) -> Iterator[Mutant]:
        for file, root in book.files(SCENARIOS):
            acts = {step.get("act") for _, _, step in book.entries(file, *STEPS)}
            if before not in acts or act not in acts:
                continue
            for _, path, step in book.entries(file, *STEPS):
                if step.get("act") == act and step.get("after"):
                    first = root["phases"][0]["steps"][0]["id"]
                    yield Mutant(FAMILY, operator, (Change(file, (*path, "after"), [first]),))

    return seeded


def act_gone(acts: tuple[str, ...], operator: str, needed: Callable[[Book, str], bool]) -> Operator:
    """The steps of some acts are made into something else, in scenarios where they are needed."""

    def seeded(book: Book) -> Iterator[Mutant]:
        for file, _ in book.files(SCENARIOS):
            paths = [path for _, path, step in book.entries(file, *STEPS) if step.get("act") in acts]
            if paths and needed(book, file):
                yield Mutant(FAMILY, operator, tuple(Change(file, (*path, "act"), "log") for path in paths))

    return seeded


def _endangers_life(book: Book, file: str) -> bool:
    return bool(book.roots[file].get("life_safety"))


def _restores_data(book: Book, file: str) -> bool:
    saved = {job["system"] for _, _, job in book.entries("technical/", "backup_jobs")}
    steps = [step for _, _, step in book.entries(file, *STEPS)]
    return any(step.get("act") == "restore" and saved & set(step.get("restores", ())) for step in steps)


def _fails_critical(book: Book, file: str) -> bool:
    critical = {system["id"] for _, _, system in book.entries("technical/", "systems") if system.get("critical")}
    return bool(critical & set(book.roots[file].get("fails", ())))


def _works_degraded(book: Book, file: str) -> bool:
    return any(step.get("act") in ("work-degraded", "switch-over") for _, _, step in book.entries(file, *STEPS))


def due_before_its_input(book: Book) -> Iterator[Mutant]:
    """A step must be done before the step it waits for."""
    for file, path, step in book.entries(SCENARIOS, *STEPS):
        if step.get("after") and "since" not in step and path[1] in (2, 3):
            yield Mutant(FAMILY, "due before the step it waits for", (Change(file, (*path, "within"), "1 min"),))


def two_steps_swapped(book: Book) -> Iterator[Mutant]:
    """A step waits for a step of the last phase."""
    for file, root in book.files(SCENARIOS):
        last = root["phases"][-1]["steps"][-1]["id"]
        path = ("phases", 2, "steps", 0, "after")
        yield Mutant(FAMILY, "step waits for the review", (Change(file, path, [last]),))


def evidence_too_late(book: Book) -> Iterator[Mutant]:
    """The evidence is kept only after everything was wiped or restored."""
    for file, root in book.files(SCENARIOS):
        if not root.get("hostile") and not any(s.get("act") == "wipe" for _, _, s in book.entries(file, *STEPS)):
            continue
        paths = [path for _, path, s in book.entries(file, *STEPS) if s.get("act") == "preserve-evidence"]
        if paths:
            yield Mutant(
                FAMILY, "evidence not kept before wiping", tuple(Change(file, (*p, "act"), "log") for p in paths)
            )


OPERATORS = (
    each(FAMILY, "step is no action", SCENARIOS, STEPS, "do", "Pay attention to the situation as soon as possible."),
    each(FAMILY, "critical step takes days", SCENARIOS, STEPS, "takes", LONG, only=_acts("restore", "contain")),
    each(FAMILY, "report takes days", SCENARIOS, STEPS, "takes", LONG, only=_acts("publish")),
    each(FAMILY, "estimate upside down", SCENARIOS, (*STEPS, "takes"), "best", "9 days"),
    each(FAMILY, "no way out when it fails", SCENARIOS, STEPS, "if_not", ABSENT, only=_acts("contain", "restore")),
    each(FAMILY, "no proof of the act", SCENARIOS, STEPS, "record", ABSENT,
         only=_acts("notify-authority", "approve-legal", "determine", "preserve-evidence")),
    each(FAMILY, "restored by somebody without rights", SCENARIOS, STEPS, "responsible", "merchandiser",
         only=lambda s: s.get("act") == "restore" and s.get("restores")),
    each(FAMILY, "emergency ends before the restore", SCENARIOS, STEPS, "after", [],
         only=_acts("stand-down")),
    each(FAMILY, "lasts shorter than its steps", SCENARIOS, (), "may_last", "20 min"),
    order_lost("restore", "verify-backup", "restore before the backup is checked"),
    order_lost("reconnect", "change-credentials", "reconnect before credentials are changed"),
    act_gone(("verify-backup",), "backup never checked", _restores_data),
    act_gone(("work-degraded", "switch-over"), "no degraded mode", _fails_critical),
    act_gone(("return-to-normal",), "no return to normal", _works_degraded),
    act_gone(("protect-life", "call-rescue"), "life not protected", _endangers_life),
    due_before_its_input,
    two_steps_swapped,
    evidence_too_late,
)  # fmt: skip
