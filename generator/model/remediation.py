"""What customers get: remedies by tier with approval limits, complaints, service standards, legal floors."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from generator.model.control import Plan
from generator.model.duration import Duration
from generator.model.element import Covering, Measure
from generator.model.legal import LegalSource
from generator.model.money import Money
from generator.model.text import ChannelId, Id, Label, LegalFloorId, Prose, RoleId, TierId


class RemedyForm(StrEnum):
    """What a remedy is made of."""

    REFUND = "refund"
    REPLACEMENT = "replacement"
    REPAIR = "repair"
    DELIVERY = "delivery"
    COMPENSATION = "compensation"
    COUPON = "coupon"
    GIFT = "gift"
    SERVICE = "service"


class Tier(Covering):
    """How much a role may grant. Tiers follow one another without gap or overlap."""

    kind: ClassVar[str | None] = "tier"
    id: Id
    title: Label
    above: Money | None = None
    up_to: Money | None = None
    requested_by: RoleId
    approved_by: tuple[RoleId, ...] = ()
    """Empty: granted without approval."""
    examples: Prose
    rule: Prose | None = None


class Remedy(Covering):
    """Something given to a customer to make it good."""

    kind: ClassVar[str | None] = "remedy"
    id: Id
    title: Label
    gives: Prose
    tier: TierId
    within: Duration
    form: RemedyForm | None = None
    floor: Prose | None = None
    """What the law grants in any case."""
    fulfils: tuple[LegalFloorId, ...] = ()
    """Legal floors that it must not fall below."""
    cap: Money | None = None
    """At most for one incident without a new decision."""
    carried_out_by: RoleId


class LegalFloor(LegalSource):
    """A minimum that the law gives to every customer."""

    kind: ClassVar[str | None] = "legal-floor"
    id: Id
    title: Label
    floor: Prose
    jurisdiction: Label
    within: Duration | None = None
    """The longest time the law allows."""
    forms: tuple[RemedyForm, ...] = ()
    """Forms that fulfil it; without them any."""


class ServiceStandard(Covering):
    """A promise of speed and quality to customers."""

    kind: ClassVar[str | None] = "service-standard"
    id: Id
    title: Label
    via: tuple[ChannelId, ...]
    answer_within: Duration
    solve_within: Duration
    promise: Prose
    owner: RoleId


class ComplaintStep(Covering):
    """One stage on the way of a complaint."""

    kind: ClassVar[str | None] = "complaint-step"
    id: Id
    title: Label
    do: Prose
    responsible: RoleId
    accountable: RoleId
    within: Duration
    record: Label


class RemediationPlan(Plan):
    """A file under plans/remediation/."""

    tiers: tuple[Tier, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    floors: tuple[LegalFloor, ...] = ()
    standards: tuple[ServiceStandard, ...] = ()
    complaint_steps: tuple[ComplaintStep, ...] = ()
    rules: tuple[Prose, ...] = Field(default=())
    """Rules that hold for every remedy."""
    unique_by: Label | None = None
    """What keeps one loss from being made good twice, such as the order number."""
    measures: tuple[Measure, ...] = ()
