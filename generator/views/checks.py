"""What the checker looks for, what it found, and what is accepted for a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module

import generator.rules
from generator.checker.engine import Inspection, Waived
from generator.checker.reading import CHECKER, READING, Fault
from generator.checker.scope import BY_CONSTRUCTION, LEFT_OUT, Omission
from generator.finding import Finding, Level
from generator.i18n.words import translatable as _
from generator.rule import Rule
from generator.views.sitemap import Location

FAMILY_TITLES = {
    "people": _("People and duties"),
    "severity": _("Severity"),
    "escalation": _("Escalation"),
    "steps": _("Steps and time"),
    "continuity": _("Continuity"),
    "legal": _("Law"),
    "communication": _("Communication"),
    "remediation": _("Remedies"),
    "exercises": _("Exercises"),
    "documents": _("Documents"),
}
INDEX = "rules/index.html"


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that belong together."""

    name: str
    about: str
    rules: tuple[Rule, ...]

    @property
    def page(self) -> str:
        return f"rules/{self.name}.html"


@dataclass(frozen=True, slots=True)
class RulesView:
    """The index of the manual."""

    families: tuple[Family, ...]
    reading: tuple[Fault, ...]
    checker: tuple[Fault, ...]
    by_construction: tuple[Omission, ...]
    left_out: tuple[Omission, ...]

    @property
    def count(self) -> int:
        return sum(len(family.rules) for family in self.families)


@dataclass(frozen=True, slots=True)
class CheckView:
    """The state of the plans as the checker sees it."""

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    manual: Mapping[str, Location]
    rules: int

    def count(self, level: Level) -> int:
        """Open findings of a level."""
        return Counter(finding.level for finding in self.findings)[level]


def families(rules: Iterable[Rule]) -> tuple[Family, ...]:
    """Rules by family, in the order of the manual; families of other packages come last."""
    grouped: dict[str, list[Rule]] = {name: [] for name in FAMILY_TITLES}
    for rule in rules:
        grouped.setdefault(rule.family, []).append(rule)
    return tuple(Family(name, _about(name), tuple(found)) for name, found in grouped.items() if found)


def view_rules(rules: Iterable[Rule]) -> RulesView:
    """The index of the manual."""
    return RulesView(families(rules), READING, CHECKER, BY_CONSTRUCTION, LEFT_OUT)


def view_check(inspection: Inspection, rules: Mapping[str, Rule]) -> CheckView:
    """Open findings, worst first, and waived ones."""
    worst_first = sorted(inspection.report.findings, key=lambda f: list(Level).index(f.level))
    places = {rule.id: Location(f"rules/{rule.family}.html", rule.id) for rule in rules.values()}
    places |= {fault.id: Location(INDEX, fault.id) for fault in (*READING, *CHECKER)}
    return CheckView(tuple(worst_first), inspection.waived, places, len(rules))


def _about(family: str) -> str:
    if family not in FAMILY_TITLES:
        return ""
    return (import_module(f"{generator.rules.__name__}.{family}").__doc__ or "").strip()
