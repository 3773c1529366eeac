"""The history of every plan: what its document control says, and what the editions held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.analysis.facts import Facts
from generator.analysis.fingerprint import FORM, shortened
from generator.history.past import Past, PastEdition, PlanEntry
from generator.model.control import Plan, Revision, Status
from generator.model.scenario import Scenario
from generator.views.sitemap import Location, Sitemap


@dataclass(frozen=True, slots=True)
class Holding:
    """A plan as one edition held it. `edition` is empty for plans that are being worked on."""

    edition: str
    on: date | None
    """The day of the edition; None for plans that are being worked on."""
    version: str
    status: Status | None
    approver: str
    approver_known: bool
    """Whether this handbook has the role still."""
    approved_on: date | None
    effective_on: date | None
    fingerprint: str
    form: str
    """How the fingerprint was taken."""
    unlike: str = ""
    """The edition before, if it held other content under the same version."""
    like: str = ""
    """The version before, if an edition held the same content under it."""

    @property
    def short_print(self) -> str:
        return shortened(self.fingerprint)

    @property
    def counts(self) -> bool:
        """Whether it takes the place of the version before."""
        return self.status in (Status.APPROVED, Status.RETIRED)

    @property
    def altered(self) -> bool:
        """Whether an edition changed what a version says, which must never happen."""
        return bool(self.unlike and self.edition)

    @property
    def ahead(self) -> bool:
        """Whether plans that are being worked on changed, and the version is not raised yet."""
        return bool(self.unlike and not self.edition)


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a plan: the entry of its history, and the editions that held it, the newest first."""

    version: str
    revision: Revision | None
    holdings: tuple[Holding, ...]
    since: date | None
    """The first day on which it was in force; None if no edition and no plan says so."""
    until: date | None
    """The last one; None while nothing has taken its place."""


@dataclass(frozen=True, slots=True)
class PlanHistory:
    """The versions of one plan, the newest first. `plan` is None if the handbook has it no longer."""

    id: str
    plan: Plan | None
    location: Location | None
    rows: tuple[VersionRow, ...]

    @property
    def anchor(self) -> str:
        return f"plan-{self.id}"

    @property
    def holdings(self) -> Iterator[Holding]:
        return (holding for row in self.rows for holding in row.holdings)


@dataclass(frozen=True, slots=True)
class Alarm:
    """An edition that holds other content than the one before, under the same version."""

    history: PlanHistory
    holding: Holding


@dataclass(frozen=True, slots=True)
class RevisionsView:
    """Plans that are there in path order, then those that went."""

    past: Past
    histories: tuple[PlanHistory, ...]

    @property
    def altered(self) -> tuple[Alarm, ...]:
        return tuple(Alarm(plan, holding) for plan in self.histories for holding in plan.holdings if holding.altered)

    @property
    def ahead(self) -> tuple[Alarm, ...]:
        return tuple(Alarm(plan, holding) for plan in self.histories for holding in plan.holdings if holding.ahead)


def view_revisions(facts: Facts, sitemap: Sitemap, past: Past) -> RevisionsView:
    """Every plan of the handbook, and every plan of an earlier edition."""
    prints = {approval.plan.id: approval.content.whole for approval in facts.approvals}
    roles = facts.handbook.roles
    day = (past.shown_on or facts.as_of) if past.shown else None
    here = {plan.id: _here(plan, past.shown, day, prints[plan.id]) for plan in facts.handbook.plans}
    plans: dict[str, Plan | None] = {plan.id: plan for plan in facts.handbook.plans}
    for edition in past.editions:
        plans.update((name, None) for name in edition.plans if name not in plans)
    return RevisionsView(
        past,
        tuple(
            PlanHistory(
                name,
                plan,
                sitemap.locations.get(("scenario" if isinstance(plan, Scenario) else "plan", name)) if plan else None,
                tuple(_rows(plan, tuple(_compared(_holdings(name, here, past, roles))), _gone_on(name, past, day))),
            )
            for name, plan in plans.items()
        ),
    )


def _holdings(name: str, here: Mapping[str, Holding], past: Past, roles: Mapping[str, object]) -> Iterator[Holding]:
    """As the editions held the plan, the newest first."""
    if name in here:
        yield here[name]
    for edition, entry in past.releases_of(name):
        yield _released(edition, entry, entry.approver in roles)


def _here(plan: Plan, edition: str | None, day: date | None, fingerprint: str) -> Holding:
    control = plan.control
    return Holding(
        edition or "",
        day,
        control.version,
        control.status,
        control.approver,
        True,
        control.approved_on,
        control.effective_on,
        fingerprint,
        FORM,
    )


def _released(edition: PastEdition, entry: PlanEntry, approver_known: bool) -> Holding:
    return Holding(
        edition.name,
        edition.on,
        entry.version,
        next((status for status in Status if status.value == entry.status), None),
        entry.approver,
        approver_known,
        entry.approved_on,
        entry.effective_on,
        entry.fingerprint,
        entry.form,
    )


def _compared(newest_first: Iterable[Holding]) -> Iterator[Holding]:
    """With the edition before, where that held other content under the same version."""
    found = tuple(newest_first)
    for number, holding in enumerate(found):
        alike = (one for one in found[number + 1 :] if (one.version, one.form) == (holding.version, holding.form))
        before = next(alike, None)
        unlike = before is not None and before.fingerprint != holding.fingerprint
        yield replace(
            holding, unlike=before.edition if before and unlike else "", like=_like(holding, found[number + 1 :])
        )


def _like(holding: Holding, older: Iterable[Holding]) -> str:
    """The version under which the edition before held the same content."""
    other = next((one for one in older if one.version != holding.version), None)
    return other.version if other and (other.form, other.fingerprint) == (holding.form, holding.fingerprint) else ""


def _gone_on(name: str, past: Past, shown_on: date | None) -> date | None:
    """The day of the first edition without a plan that editions before it held; None if the newest one has it."""
    after = shown_on
    for edition in past.editions:
        if name in edition.plans:
            return after
        after = edition.on
    return None


def _rows(plan: Plan | None, holdings: tuple[Holding, ...], gone_on: date | None) -> Iterator[VersionRow]:
    """Versions that the history names or an edition held, the newest first."""
    revisions = {revision.version: revision for revision in plan.control.history} if plan else {}
    replaced_on = None if plan else gone_on
    for version in sorted({*revisions, *(holding.version for holding in holdings)}, key=_number, reverse=True):
        held = tuple(holding for holding in holdings if holding.version == version)
        since = min((one.effective_on for one in held if one.counts and one.effective_on), default=None)
        until = replaced_on - timedelta(days=1) if replaced_on else None
        in_force = since is not None and any(one.status is Status.APPROVED for one in held)
        shown = in_force and not (since and until and until < since)
        yield VersionRow(version, revisions.get(version), held, *((since, until) if shown else (None, None)))
        replaced_on = since or replaced_on


def _number(version: str) -> tuple[int, ...]:
    """A version as numbers; manifests were not checked for its form."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
