"""Which element of which plan covers which requirement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.control import Plan
from generator.model.element import Covering, Element
from generator.model.governance import Requirement, RequirementCatalog
from generator.model.handbook import Handbook


@dataclass(frozen=True, slots=True)
class Evidence:
    """An element that says it covers a requirement; `path` leads to it from its plan, the plan first."""

    plan: Plan
    path: tuple[Element, ...]

    @property
    def element(self) -> Element:
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class CoveredRequirement:
    """A requirement with all that covers it."""

    requirement: Requirement
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class CatalogCoverage:
    """How far the plans cover one catalog."""

    catalog: RequirementCatalog
    rows: tuple[CoveredRequirement, ...]

    @property
    def missing(self) -> tuple[Requirement, ...]:
        return tuple(row.requirement for row in self.rows if not row.evidence)

    @property
    def covered(self) -> int:
        return len(self.rows) - len(self.missing)


def coverage(handbook: Handbook) -> tuple[CatalogCoverage, ...]:
    """Coverage of every requirement catalog, in the order of the catalogs."""
    found: dict[str, list[Evidence]] = {}
    for plan in handbook.plans:
        for path in _paths((plan,)):
            element = path[-1]
            if isinstance(element, Covering):
                for requirement in element.covers:
                    found.setdefault(requirement, []).append(Evidence(plan, path))
    return tuple(
        CatalogCoverage(
            catalog,
            tuple(CoveredRequirement(item, tuple(found.get(item.id, ()))) for item in catalog.requirements),
        )
        for catalog in handbook.catalogs
    )


def _paths(path: tuple[Element, ...]) -> Iterator[tuple[Element, ...]]:
    yield path
    for child in path[-1].children():
        yield from _paths((*path, child))
