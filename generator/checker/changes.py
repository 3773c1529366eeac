"""Which findings a change introduced: those of today without those that were there before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable

from generator.finding import Finding

_NUMBER = re.compile(r"\[\d+\]")


def introduced(now: Iterable[Finding], before: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of `now` that were not there, known again by rule and place in the model, not by line.

    Where a place has more findings of a rule than before, those whose words are new count as introduced. Numbers of
    items do not count, since they change when an item is added before; neither does the file if the words are the same.
    """
    fresh, earlier = tuple(now), tuple(before)
    for likeness in (_same_words, _same_words_elsewhere, _same_place):
        fresh, earlier = _unmatched(fresh, earlier, likeness), _unmatched(earlier, fresh, likeness)
    return fresh


def _unmatched(
    findings: Iterable[Finding], others: Iterable[Finding], likeness: Callable[[Finding], Hashable]
) -> tuple[Finding, ...]:
    """Findings without a partner among the others that is like them; each is the partner of one."""
    left = Counter(map(likeness, others))
    found: list[Finding] = []
    for finding in findings:
        if left[likeness(finding)] > 0:
            left[likeness(finding)] -= 1
        else:
            found.append(finding)
    return tuple(found)


def _same_place(finding: Finding) -> Hashable:
    return finding.rule, finding.subject or finding.position.file


def _same_words(finding: Finding) -> Hashable:
    return finding.rule, _NUMBER.sub("", finding.subject) or finding.position.file, finding.message


def _same_words_elsewhere(finding: Finding) -> Hashable:
    _, _, inside = finding.subject.partition("#")
    return (finding.rule, _NUMBER.sub("", inside), finding.message) if inside else _same_words(finding)
