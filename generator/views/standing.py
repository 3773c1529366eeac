"""How a plan stands to the record of its approval, as readers are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.analysis.approvals import Approval, ApprovalState, Change, ChangeKind
from generator.analysis.facts import Facts
from generator.analysis.fingerprint import shortened
from generator.i18n.words import translatable as _
from generator.model.approval import ApprovalRecord
from generator.model.organization import OrganizationPlan, Person
from generator.views.sitemap import Location, Sitemap

STATE_NAMES: Mapping[ApprovalState, str] = {
    ApprovalState.APPROVED: _("approved as it stands"),
    ApprovalState.CHANGED: _("changed since approval"),
    ApprovalState.UNRECORDED: _("this version not recorded"),
    ApprovalState.NEVER: _("approval not recorded"),
    ApprovalState.IN_REVIEW: _("in review"),
    ApprovalState.DRAFT: _("draft"),
    ApprovalState.RETIRED: _("retired"),
}
CHANGE_NAMES: Mapping[ChangeKind, str] = {
    ChangeKind.CHANGED: _("changed"),
    ChangeKind.ADDED: _("added"),
    ChangeKind.REMOVED: _("removed"),
}
_REORDERED = _("order changed")
_ORDER = "[]"
_MOST = 4
_UNPROVEN = frozenset({ApprovalState.NEVER, ApprovalState.UNRECORDED})


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """A part of a plan, or of what it names outside, that is not as it was approved."""

    address: str
    told: str
    """A label: what happened to it."""
    location: Location | None
    """Where it stands now; None if it is gone."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The approval of one plan according to the record, against its content of today."""

    state: ApprovalState
    fingerprint: str
    record: ApprovalRecord | None
    by: str | None
    """The role that approved it, unless the handbook has it no longer."""
    changes: tuple[ChangedPart, ...]
    hidden: int
    """Further changes that can't be named where people are not shown."""
    translations: tuple[str, ...]
    """Languages in which readers see other sentences than were approved."""

    @property
    def name(self) -> str:
        """A label."""
        return STATE_NAMES[self.state]

    @property
    def changed(self) -> bool:
        return self.state is ApprovalState.CHANGED

    @property
    def first_changes(self) -> tuple[ChangedPart, ...]:
        """As many as fit into a cell of the register."""
        return self.changes[:_MOST]

    @property
    def further_changes(self) -> tuple[ChangedPart, ...]:
        return self.changes[_MOST:]

    @property
    def unproven(self) -> bool:
        """Whether the plan claims an approval that no record shows."""
        return self.state in _UNPROVEN

    @property
    def short_print(self) -> str:
        return shortened(self.fingerprint)


def standing(approval: Approval, facts: Facts, sitemap: Sitemap) -> Standing:
    """The approval of a plan with links to what changed since."""
    record = approval.record
    named = [change for change in approval.changes if _may_be_named(change, approval, facts)]
    return Standing(
        approval.state,
        approval.content.whole,
        record,
        record.by if record and record.by in facts.handbook.roles else None,
        tuple(_part(change, approval, sitemap) for change in named),
        len(approval.changes) - len(named),
        facts.stale_translations(approval),
    )


def _part(change: Change, approval: Approval, sitemap: Sitemap) -> ChangedPart:
    location = None
    if change.element is not None:
        location = sitemap.of_path((change.element,) if change.outside else (approval.plan, change.element))
    order = change.address.endswith(_ORDER)
    told = _REORDERED if order else CHANGE_NAMES[change.change]
    return ChangedPart(change.address.removesuffix(_ORDER), told, location)


def _may_be_named(change: Change, approval: Approval, facts: Facts) -> bool:
    """An id of a person is made of the name; of what is gone from a plan with people nobody knows what it was."""
    if facts.handbook.settings.show_contacts:
        return True
    if change.element is None:
        return not (isinstance(approval.plan, OrganizationPlan) or change.address.startswith(f"{Person.kind}/"))
    return not isinstance(change.element, Person)
