"""Copies are thrown away before the law allows it, or before a hidden attack is found.

Of the copies that are restored from one piece, the longest `keep` of each system must reach its `keep_at_least`. For a
`critical` system, the longest `keep` of an offline or immutable copy must reach `discovery_delay`.

## Why

Trade records and logs must be shown for years; an archive that ends sooner is a breach of the law. Attackers often wait
for weeks until every backup holds their back door, so a clean copy must be older than the attack.

## How to fix

Raise `keep` of the copy shown, or add a monthly archive with a longer `keep`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import SavedCopy, SystemBackups, copies_of
from generator.analysis.schedule import is_later
from generator.finding import Level
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = (
    "E-Commerce Law of China, art. 31 (trade records: 3 years)",
    "Cybersecurity Law of China, art. 23 (network logs: 6 months)",
    "House rule: locked copies reach back further than an attack stays hidden",
)
THRESHOLDS = ("discovery_delay",)


def check(facts: Facts) -> Iterator[Problem]:
    delay = facts.handbook.settings.thresholds.discovery_delay
    for backups in facts.recovery.backups.values():
        saved = copies_of(backups.whole or backups.jobs)
        yield from _too_short_by_law(backups, saved)
        yield from _too_short_for_attack(backups, [one for one in saved if one.locked], delay)


def _too_short_by_law(backups: SystemBackups, saved: tuple[SavedCopy, ...]) -> Iterator[Problem]:
    needed, longest = backups.system.keep_at_least, _longest(saved)
    if needed and longest and is_later(needed.minutes, longest.copy.keep.minutes):
        basis = f" ({backups.system.keep_basis})" if backups.system.keep_basis else ""
        yield Problem(
            Place.of(longest.copy, "keep"),
            f"Data of `{backups.system.id}` must be kept for {needed}{basis}, but no copy is kept longer than "
            f"{longest.copy.keep}.",
            expected=f"a copy that is kept for at least {needed}",
            remedy="Raise `keep` of this copy, or add an archive that is kept longer.",
            related=(Related(Place.of(backups.system, "keep_at_least"), "the time demanded here"),),
        )


def _too_short_for_attack(backups: SystemBackups, locked: list[SavedCopy], delay: Duration) -> Iterator[Problem]:
    longest = _longest(locked)
    if backups.system.critical and longest and is_later(delay.minutes, longest.copy.keep.minutes):
        yield Problem(
            Place.of(longest.copy, "keep"),
            f"The offline and immutable copies of `{backups.system.id}` reach back {longest.copy.keep}, but an attack "
            f"may stay unseen for {delay}.",
            expected=f"an offline or immutable copy that is kept for at least {delay}",
            remedy="Raise `keep` of this copy.",
        )


def _longest(saved: list[SavedCopy] | tuple[SavedCopy, ...]) -> SavedCopy | None:
    return max(saved, key=lambda one: one.copy.keep.minutes, default=None)
