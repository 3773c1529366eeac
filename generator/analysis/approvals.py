"""Approvals against content: what was approved, what changed since, and what may be approved next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from generator.analysis.calls import shared_person
from generator.analysis.fingerprint import ContentPrint, Fingerprints
from generator.model.approval import ApprovalRecord
from generator.model.control import Plan, Status, numbers
from generator.model.element import Element
from generator.model.handbook import Handbook

SHORT = 16
"""Characters of a digest that are enough to tell one state of a part from another."""
_ORDER = "[]"


class ApprovalState(StrEnum):
    """How a plan stands to the record of its approval."""

    APPROVED = "approved"
    CHANGED = "changed"
    UNRECORDED = "unrecorded"
    NEVER = "never"
    IN_REVIEW = "in-review"
    DRAFT = "draft"
    RETIRED = "retired"


class ChangeKind(StrEnum):
    """What happened to a part."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """A part that is not as it was approved, and where it stands, unless it is gone."""

    address: str
    change: ChangeKind
    outside: bool
    element: Element | None = None
    path: tuple[str | int, ...] = ()

    @property
    def told(self) -> str:
        """In a sentence: `detect/call-119` added, the role `shop-manager` changed."""
        if self.outside:
            kind, _, name = self.address.partition("/")
            return f"the {kind.replace('-', ' ')} `{name}` {self.change}"
        if _is_list(self):
            return f"the order of `{self.address.removesuffix(_ORDER)}` {self.change}"
        return f"`{self.address}` {self.change}"


@dataclass(frozen=True)
class Approval:
    """A plan with the record of its last approval, if there is one."""

    plan: Plan
    record: ApprovalRecord | None
    prints: Fingerprints

    @cached_property
    def content(self) -> ContentPrint:
        """The content of today."""
        return self.prints.of(self.plan)

    @cached_property
    def differs(self) -> bool:
        """Whether the content is another one than the recorded."""
        return self.record is not None and self.record.fingerprint != self.content.whole

    @cached_property
    def state(self) -> ApprovalState:
        """Approved only if version, content, approver and day are those of the record."""
        control, record = self.plan.control, self.record
        if control.status is not Status.APPROVED:
            return ApprovalState(control.status.value)
        if record is None:
            return ApprovalState.NEVER
        if record.version != control.version:
            return ApprovalState.UNRECORDED
        if self.differs or record.by != control.approver:
            return ApprovalState.CHANGED
        if control.approved_on and control.approved_on > record.on:
            return ApprovalState.UNRECORDED
        return ApprovalState.APPROVED

    def stale_translations(self, now: Mapping[str, str]) -> tuple[str, ...]:
        """Languages in which readers see other sentences than were approved; `now` holds the prints of today."""
        before = self.record.translations if self.record else now
        return tuple(code for code in sorted(before.keys() | now.keys()) if before.get(code) != now.get(code))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What changed since the record: parts of the plan in order of writing, then what it names outside.

        That a list has other members, or that the plan names more or fewer elements, is told by the parts themselves.
        """
        if self.record is None or not self.differs:
            return ()
        found = list(self._changes(self.record.parts))
        moved = {_parent(c.address) for c in found if c.change is not ChangeKind.CHANGED and not _is_list(c)}
        own = [c for c in found if not c.outside and not (_is_list(c) and _parent(c.address) in moved)]
        outside = [c for c in found if c.outside and (c.change is ChangeKind.CHANGED or not own)]
        return (*own, *outside)

    def _changes(self, before: Mapping[str, str]) -> Iterator[Change]:
        now = short_parts(self.content)
        where = {piece.address: piece for piece in reversed(self.content.pieces)}
        for address, part in now.items():
            if before.get(address) != part:
                kind = ChangeKind.CHANGED if address in before else ChangeKind.ADDED
                piece = where[address]
                yield Change(address, kind, piece.outside, piece.element, piece.path)
        for address in sorted(before.keys() - now.keys()):
            yield Change(address, ChangeKind.REMOVED, address.partition("/")[0] in self.prints.handbook.index)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a plan can't be approved, and what to do."""

    plan: Plan
    reason: str
    remedy: str


def approvals(handbook: Handbook) -> tuple[Approval, ...]:
    """Every plan with its record, in path order. Fingerprints are taken only where they are asked for."""
    prints = Fingerprints(handbook)
    records: dict[str, ApprovalRecord] = {}
    for record in handbook.approvals:
        records.setdefault(record.plan, record)
    return tuple(Approval(plan, records.get(plan.id), prints) for plan in handbook.plans)


def short_parts(content: ContentPrint) -> dict[str, str]:
    """Digests of the parts as a record keeps them."""
    return {address: part[:SHORT] for address, part in content.parts.items()}


def changes_told(changes: tuple[Change, ...], most: int = 3) -> str:
    """The first changes as the end of a sentence."""
    told = [change.told for change in changes[:most]]
    rest = len(changes) - most
    return ", ".join(told) + (f" and {rest} more" if rest > 0 else "")


def refusal(approval: Approval, by: str, on: date | None) -> Refusal | None:
    """Why a role can't approve a plan as it stands, or None; `on` is the day of the approval, if it was given."""
    plan, control = approval.plan, approval.plan.control
    found = (
        _not_ready(approval, on)
        or _wrong_approver(approval.prints.handbook, plan, by)
        or (_wrong_version(approval.record, approval, control.version) if approval.record else None)
    )
    return Refusal(plan, *found) if found else None


def record_of(
    approval: Approval, by: str, on: date | None, translations: Mapping[str, str], today: date
) -> ApprovalRecord:
    """The record of an approval; the one there is, if nothing changed since.

    Without `on`, a version is approved on the day that the plan says, and a new translation of it today.
    """
    control, last = approval.plan.control, approval.record
    same = last is not None and (last.version, last.by) == (control.version, by) and not approval.differs
    day = on or control.approved_on or today
    if last and same and on is None:
        day = max(day, last.on) if last.translations == translations else today
    return ApprovalRecord(
        plan=approval.plan.id,
        version=control.version,
        by=by,
        on=day,
        fingerprint=approval.content.whole,
        parts=short_parts(approval.content),
        translations=dict(translations),
    )


def _not_ready(approval: Approval, on: date | None) -> tuple[str, str] | None:
    plan, control = approval.plan, approval.plan.control
    if sum(other.id == plan.id for other in approval.prints.handbook.plans) > 1:
        return "another plan has the same id", "Rename one of them: a record is kept by id."
    if control.status is not Status.APPROVED:
        return f"its status is `{control.status}`", "Set `status: approved`, `approved_on` and `effective_on`."
    if control.approved_on is None:
        return "it has no `approved_on`", "Write the day of the approval into the plan."
    if on and on < control.approved_on:
        return f"it says that it was approved on {control.approved_on}", "Give the same day or a later one."
    return None


def _wrong_approver(handbook: Handbook, plan: Plan, by: str) -> tuple[str, str] | None:
    control = plan.control
    if control.approver != by:
        return f"its approver is `{control.approver}`", f"Let `{control.approver}` approve it, or change `approver`."
    for author in dict.fromkeys((control.owner, *((control.newest.by,) if control.newest else ()))):
        if author == by:
            return f"`{by}` wrote or owns it", "Name an approver who did not write the plan."
        if person := shared_person(handbook, author, by):
            return f"`{person.id}` is both `{author}` and `{by}`", "Name an approver who did not write the plan."
    return None


def _wrong_version(record: ApprovalRecord, approval: Approval, version: str) -> tuple[str, str] | None:
    if numbers(version) < numbers(record.version):
        return (
            f"it has version {version}, but {record.version} was approved on {record.on}",
            f"Raise `version` above {record.version}.",
        )
    if approval.differs and version == record.version:
        told = changes_told(approval.changes)
        return (
            f"it changed since version {version} was approved on {record.on}" + (f": {told}" if told else ""),
            f"Raise `version` above {record.version} and add a revision that says what changed.",
        )
    return None


def _parent(address: str) -> str:
    return address.removesuffix(_ORDER).rpartition("/")[0]


def _is_list(change: Change) -> bool:
    return change.address.endswith(_ORDER)
