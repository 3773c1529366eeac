"""Which page shows which element: every link of the handbook comes from here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from posixpath import dirname, relpath

from generator.errors import HandbookError
from generator.model.communication import CommunicationPlan
from generator.model.element import Element
from generator.model.exercises import ExercisePlan
from generator.model.governance import (
    ConductPlan,
    GlossaryPlan,
    RequirementCatalog,
    RiskPlan,
    TimetablePlan,
    WaiverPlan,
)
from generator.model.handbook import Handbook
from generator.model.legal import LegalPlan
from generator.model.organization import OrganizationPlan
from generator.model.remediation import RemediationPlan
from generator.model.scenario import Scenario, Step
from generator.model.settings import Settings
from generator.model.severity import SeverityPlan
from generator.model.technical import TechnicalPlan

PLAN_PAGES: dict[type[Element], str] = {
    Settings: "scenarios/index.html",
    OrganizationPlan: "organization.html",
    SeverityPlan: "severity.html",
    TechnicalPlan: "technical.html",
    CommunicationPlan: "communication.html",
    LegalPlan: "legal.html",
    RemediationPlan: "remediation.html",
    ExercisePlan: "exercises.html",
    RiskPlan: "risks.html",
    TimetablePlan: "peak-day.html",
    ConductPlan: "conduct.html",
    GlossaryPlan: "glossary.html",
    WaiverPlan: "check.html",
    RequirementCatalog: "coverage.html",
}
_OWN_PAGES = {"person": "contacts.html", "outside-body": "contacts.html", "assignment": "contacts.html"}


@dataclass(frozen=True, slots=True)
class Location:
    """A place on the site: page path from its root, and the anchor there ("" for the top)."""

    page: str
    anchor: str = ""

    def seen_from(self, page: str) -> str:
        """The relative URL from another page."""
        if page == self.page and self.anchor:
            return f"#{self.anchor}"
        path = _relative(self.page, dirname(page) or ".")
        return f"{path}#{self.anchor}" if self.anchor else path


@lru_cache(maxsize=20_000)
def _relative(page: str, folder: str) -> str:
    return relpath(page, folder)


@dataclass(frozen=True)
class Sitemap:
    """Locations of all elements of one handbook by kind and id."""

    locations: dict[tuple[str, str], Location]

    @classmethod
    def of(cls, handbook: Handbook) -> Sitemap:
        locations: dict[tuple[str, str], Location] = {}
        for part in handbook.parts:
            page = page_of(part)
            for element in part.walk():
                if element.kind is not None:
                    own = element.id  # type: ignore[attr-defined]
                    locations[element.kind, own] = _location(element, page, own)
        return cls(locations)

    def find(self, kind: str, name: str) -> Location:
        """The place of an element; HandbookError if no page shows it, which is a fault of the generator."""
        try:
            return self.locations[kind, name]
        except KeyError:
            raise HandbookError(f"No page shows the {kind} `{name}`.", "Please report this fault.") from None

    def of_path(self, path: tuple[Element, ...]) -> Location:
        """The nearest place to the last element of a path that begins with its plan."""
        for depth in range(len(path) - 1, -1, -1):
            element = path[depth]
            if isinstance(element, Step):
                return Location(page_of(path[0]), f"step-{element.id}")
            if element.kind is not None:
                return self.find(element.kind, element.id)  # type: ignore[attr-defined]
        return Location(page_of(path[0]))


def page_of(part: Element) -> str:
    """The page that shows a file's content."""
    if isinstance(part, Scenario):
        return f"scenarios/{part.id}.html"
    return PLAN_PAGES[type(part)]


def _location(element: Element, page: str, name: str) -> Location:
    kind = element.kind or ""
    if isinstance(element, Scenario):
        return Location(page)
    if kind == "role":
        return Location(f"roles/{name}.html")
    if kind in _OWN_PAGES:
        return Location(_OWN_PAGES[kind], f"{kind}-{name}")
    return Location(page, name if kind == "requirement" else f"{kind}-{name}")
