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
    errors: int
    """Findings of the checker at level error."""
    day: date
    """The day of the commit."""
    unapproved: tuple[str, ...] = ()
    """Plans that are not what their record says was approved; a waiver does not make them so."""


def objections(known: Readiness) -> Iterator[Objection]:
    """All of them, so that they can be met in one go."""
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
    if known.uncommitted:
        yield Objection(f"not all is committed: {_some(known.uncommitted)}", "Commit or stash it.")
    if not known.entry and edition not in known.others:
        yield Objection(
            f"`{NAME}` has no entry for {edition}",
            f"Add a heading `## {edition}` to `{NAME}` beside mkdocs.yml, and below it what changes for the readers.",
        )
    if known.errors:
        count = f"{known.errors} error{'' if known.errors == 1 else 's'}"
        yield Objection(
            f"the checker finds {count} in the plans",
            "Mend what `handbook check` reports, or waive it with a reason in plans/waivers.yml.",
        )
    if known.unapproved:
        yield Objection(
            f"not as they were approved: {_some(known.unapproved)}",
            "Have these plans approved with `handbook approve`, or take back what changed.",
        )


def _months(edition: Edition, day: date) -> int:
    return (edition.year - day.year) * 12 + edition.month - day.month


def _some(paths: Iterable[str]) -> str:
    all_paths = list(paths)
    shown = ", ".join(f"`{path}`" for path in all_paths[:_MOST])
    return shown + (f" and {len(all_paths) - _MOST} more" if len(all_paths) > _MOST else "")
