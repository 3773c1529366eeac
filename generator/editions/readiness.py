"""What keeps an edition from being released."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.editions.changelog import NAME
from generator.editions.number import Edition

_MOST = 5
_MONTHS_AHEAD = 12
"""So many months before it comes into force an edition may be released. House number."""


@dataclass(frozen=True, slots=True)
class Objection:
    """One reason, and what to do."""

    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is known before an edition is built."""

    edition: Edition
    others: tuple[Edition, ...]
    """Editions that exist."""
    uncommitted: tuple[str, ...]
    """Files of the handbook that are not as in the last commit."""
    entry: str
    """What EDITIONS.md says of the edition."""
    errors: tuple[str, ...]
    """Findings of the checker at level error, each with its place."""
    day: date
    """The day of the commit."""
    unapproved: tuple[str, ...] = ()
    """Plans that are not what their record says was approved; a waiver does not make them so."""
    unfinished: tuple[str, ...] = ()
    """Plans that nobody has approved, where approvals are recorded."""
    unproved: bool = False
    """Whether the edition before had records of approvals, and this one has none."""
    dropped: tuple[str, ...] = ()
    """Plans that were in force in the edition before and are gone or retired, which EDITIONS.md does not name."""
    altered: tuple[str, ...] = ()
    """Plan files in which git holds something else than it checks out."""


def objections(known: Readiness) -> Iterator[Objection]:
    """All of them, so that they can be met in one go."""
    yield from _to_the_number(known)
    yield from _to_the_commit(known)
    yield from _to_the_plans(known)


def _to_the_number(known: Readiness) -> Iterator[Objection]:
    edition = known.edition
    newest = max(known.others, default=None)
    if edition in known.others:
        yield Objection(
            f"the edition {edition} exists already: there is a tag `{edition.tag}`",
            "Release under the next number; what was released stays as it is.",
        )
    elif newest and newest > edition:
        yield Objection(f"the edition {newest} is newer", "Give a higher number: readers follow the highest one.")
    elif _months(edition, known.day) > _MONTHS_AHEAD:
        yield Objection(
            f"{edition} lies far after the day of the commit, {known.day}",
            "Give year and month in which the edition comes into force: no lower number can follow.",
        )


def _to_the_commit(known: Readiness) -> Iterator[Objection]:
    edition = known.edition
    if known.uncommitted:
        yield Objection(f"not all is committed: {_some(known.uncommitted)}", "Commit or stash it.")
    if not known.entry and edition not in known.others:
        yield Objection(
            f"`{NAME}` has no entry for {edition}",
            f"Add a heading `## {edition}` to `{NAME}` beside mkdocs.yml, and below it what changes for the readers.",
        )
    if known.dropped:
        yield Objection(
            f"in force before, and not any more: {_some(known.dropped)}",
            f"Name each of these plans in the entry of `{NAME}`, by its id or title, so that its readers learn of it.",
        )
    if known.altered:
        yield Objection(
            f"git changes files when it checks them out: {_some(known.altered)}",
            "Take away the filter or the link: everybody must read the bytes that were committed.",
        )


def _to_the_plans(known: Readiness) -> Iterator[Objection]:
    if known.errors:
        count = "1 error" if len(known.errors) == 1 else f"{len(known.errors)} errors, the first"
        yield Objection(
            f"the checker finds {count} at {known.errors[0].rstrip('.')}",
            "Mend what `handbook check` reports, or waive it with a reason in plans/waivers.yml.",
        )
    if known.unapproved:
        yield Objection(
            f"not as they were approved: {_some(known.unapproved)}",
            "Have these plans approved with `handbook approve`, or take back what changed.",
        )
    if known.unfinished:
        yield Objection(
            f"not approved: {_some(known.unfinished)}",
            "Have these plans approved, set them back to the approved version, or take them out until they are.",
        )
    if known.unproved:
        yield Objection(
            "the edition before has records of approvals, and this one has none",
            "Restore the folder `plans/approvals`, or have all plans approved again.",
        )


def _months(edition: Edition, day: date) -> int:
    return (edition.year - day.year) * 12 + edition.month - day.month


def _some(paths: Iterable[str]) -> str:
    all_paths = list(paths)
    shown = ", ".join(f"`{path}`" for path in all_paths[:_MOST])
    return shown + (f" and {len(all_paths) - _MOST} more" if len(all_paths) > _MOST else "")
