"""Which findings a change introduced: those of today without those that were there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.finding import Finding


def introduced(now: Iterable[Finding], before: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of `now` that were not there, known again by rule and place in the model, not by line or file.

    Where a place has more findings of a rule than before, those whose words are new count as introduced.
    """
    earlier = tuple(before)
    told_before = {(*_key(finding), finding.message) for finding in earlier}
    left = Counter(_key(finding) for finding in earlier)
    fresh: list[Finding] = []
    for finding in sorted(now, key=lambda f: (*_key(f), f.message) not in told_before):
        if left[_key(finding)] > 0:
            left[_key(finding)] -= 1
        else:
            fresh.append(finding)
    return tuple(fresh)


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.subject or finding.position.file
