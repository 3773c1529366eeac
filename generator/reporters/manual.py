"""What reports take from the manual of the checker: summaries, addresses, and the words around a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.checker.manual import faults
from generator.finding import Finding
from generator.rule import Rule


@dataclass(frozen=True, slots=True)
class Manual:
    """The rules, and the address of a manual page, if the manual is published.

    `{page}` stands for its page there, `{rule}` for the id.
    """

    rules: Mapping[str, Rule]
    url: str | None = None

    def summary(self, rule: str) -> str:
        """What a finding of this rule means; the id where the manual has no such rule."""
        entry = self.rules.get(rule) or faults().get(rule)
        return entry.summary if entry else rule

    def address(self, rule: str) -> str | None:
        """Where the manual tells of a rule."""
        if self.url is None or (rule not in self.rules and rule not in faults()):
            return None
        page = self.rules[rule].family if rule in self.rules else "index"
        return self.url.replace("{page}", page).replace("{rule}", rule)

    def explained(self, finding: Finding) -> str:
        """Message, related places, expectation, remedy and address of the manual, a line each."""
        lines = [finding.message, *(f"{place.position}: {place.caption}" for place in finding.related)]
        further = {"expected": finding.expected, "fix": finding.remedy, "manual": self.address(finding.rule)}
        return "\n".join([*lines, *(f"{label}: {text}" for label, text in further.items() if text)])
