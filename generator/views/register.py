"""What compliance looks at: the register of plans, their revisions, and the coverage of requirements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.analysis.approvals import Approval
from generator.analysis.coverage import CatalogCoverage, Evidence
from generator.analysis.facts import Facts
from generator.analysis.law import doubt_about
from generator.history.past import NO_PAST, Past
from generator.model.control import Plan, Status
from generator.model.handbook import Handbook
from generator.model.legal import Certainty, LegalSource
from generator.model.scenario import Scenario
from generator.views.sitemap import Location, Sitemap
from generator.views.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One plan in the register."""

    plan: Plan
    file: str
    line: int
    due: date | None
    """The day of the next review; None for a plan that is kept for the record only."""
    days_left: int | None
    in_force: bool
    standing: Standing

    @property
    def shared(self) -> bool:
        """Whether its page shows other plans too."""
        return not isinstance(self.plan, Scenario)

    @property
    def starts_on(self) -> date | None:
        """The day named for a plan that is not in force yet."""
        control = self.plan.control
        return None if self.in_force or control.retired else control.effective_on

    @property
    def overdue(self) -> bool:
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True, slots=True)
class RegisterView:
    """All plans as of one day."""

    as_of: date
    rows: tuple[RegisterRow, ...]
    recorded: bool
    """Whether this handbook keeps records of approvals at all."""
    edition: str | None
    """The edition that is shown; None for plans that are being worked on."""

    @property
    def overdue(self) -> tuple[RegisterRow, ...]:
        return tuple(row for row in self.rows if row.overdue)

    @property
    def in_force(self) -> int:
        """How many plans hold on this day."""
        return sum(row.in_force for row in self.rows)

    @property
    def changed(self) -> int:
        """How many plans are not what was approved."""
        return sum(row.standing.changed for row in self.rows)

    @property
    def unproven(self) -> int:
        """How many plans claim an approval that no record shows."""
        return sum(row.standing.unproven for row in self.rows)


def view_register(facts: Facts, sitemap: Sitemap, past: Past = NO_PAST) -> RegisterView:
    """The register of plans, with reviews counted from the day of the facts."""
    rows = (register_row(approval, facts, sitemap) for approval in facts.approvals)
    return RegisterView(facts.as_of, tuple(rows), bool(facts.handbook.approvals), past.shown)


def register_row(approval: Approval, facts: Facts, sitemap: Sitemap) -> RegisterRow:
    """Where a plan stands on the day of the facts."""
    plan, control, as_of = approval.plan, approval.plan.control, facts.as_of
    due = None if control.retired else control.review_due_on
    in_force = control.status is Status.APPROVED and control.effective_on is not None and control.effective_on <= as_of
    position, left = plan.position(), (due - as_of).days if due else None
    return RegisterRow(plan, position.file, position.line, due, left, in_force, standing(approval, facts, sitemap))


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """A place of the site that covers a requirement."""

    title: str
    location: Location
    plan: str | None
    """The title of the plan it belongs to, unless it is the plan itself."""
    doubt: Certainty | None = None
    """How uncertain the law is that it rests on; None if that was read, or it is no matter of law."""


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A requirement and where the reader finds it."""

    name: str
    area: str
    need: str
    source: str | None
    links: tuple[EvidenceLink, ...]


@dataclass(frozen=True, slots=True)
class CatalogView:
    """One catalog of requirements and how far it is covered."""

    coverage: CatalogCoverage
    rows: tuple[RequirementRow, ...]

    @property
    def gaps(self) -> tuple[RequirementRow, ...]:
        """Requirements that nothing in the plans covers."""
        return tuple(row for row in self.rows if not row.links)

    @property
    def covered(self) -> int:
        """How many requirements something in the plans covers."""
        return len(self.rows) - len(self.gaps)


def view_coverage(facts: Facts, sitemap: Sitemap) -> tuple[CatalogView, ...]:
    """Every catalog with links to what covers it, those that must be complete first."""
    catalogs = sorted(facts.coverage, key=lambda found: not found.catalog.complete)
    return tuple(CatalogView(found, tuple(_rows(found, sitemap, facts.handbook))) for found in catalogs)


def _rows(found: CatalogCoverage, sitemap: Sitemap, handbook: Handbook) -> list[RequirementRow]:
    return [
        RequirementRow(
            row.requirement.id,
            row.requirement.area,
            row.requirement.need,
            row.requirement.source,
            tuple(
                {
                    location: EvidenceLink(
                        title_of(evidence.path), location, _plan_beside(evidence), _doubt(evidence, handbook)
                    )
                    for evidence in row.evidence
                    for location in [sitemap.of_path(evidence.path)]
                }.values()
            ),
        )
        for row in found.rows
    ]


def _plan_beside(evidence: Evidence) -> str | None:
    return evidence.plan.title if len(evidence.path) > 1 else None


def _doubt(evidence: Evidence, handbook: Handbook) -> Certainty | None:
    source = evidence.element
    return doubt_about(handbook, source) if isinstance(source, LegalSource) else None


def title_of(path: tuple[object, ...]) -> str:
    """The words that name the last element of a path that has a name; steps go by what they do."""
    for element in reversed(path):
        for attribute in ("title", "do", "term", "focus", "name"):
            if words := getattr(element, attribute, None):
                return str(words)
    return ""
