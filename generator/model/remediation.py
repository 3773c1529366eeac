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
    """The amount that the tier begins above; leave it out for the lowest tier."""
    up_to: Money | None = None
    """The highest amount of the tier, included; leave it out for the highest tier."""
    requested_by: RoleId
    """The role that asks for it, or grants it where nobody approves."""
    approved_by: tuple[RoleId, ...] = ()
    """Empty: granted without approval."""
    examples: Prose
    """What is usually granted in this tier."""
    rule: Prose | None = None
    """What must be kept in mind in this tier."""


class Remedy(Covering):
    """Something given to a customer to make it good."""

    kind: ClassVar[str | None] = "remedy"
    id: Id
    title: Label
    gives: Prose
    """What the customer gets."""
    tier: TierId
    """The tier whose limit and approval it needs."""
    within: Duration
    """Time until the customer has it, such as `2 days`."""
    form: RemedyForm | None = None
    """What it consists of, so that it can be compared with the law."""
    floor: Prose | None = None
    """What the law grants in any case."""
    fulfils: tuple[LegalFloorId, ...] = ()
    """Legal floors that it must not fall below."""
    cap: Money | None = None
    """At most for one incident without a new decision."""
    carried_out_by: RoleId
    """The role that pays, sends or does it."""


class LegalFloor(LegalSource):
    """A minimum that the law gives to every customer."""

    kind: ClassVar[str | None] = "legal-floor"
    id: Id
    title: Label
    floor: Prose
    """What every customer gets by law."""
    jurisdiction: Label
    """Where it counts, such as "China"."""
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
    """Channels on which it is promised."""
    answer_within: Duration
    """Time until the first answer, such as `1 min`."""
    solve_within: Duration
    """Time until the matter is settled, such as `24 h`."""
    promise: Prose
    """The promise in words, with what happens when it is missed."""
    owner: RoleId
    """The role that measures and keeps it."""


class ComplaintStep(Covering):
    """One stage on the way of a complaint."""

    kind: ClassVar[str | None] = "complaint-step"
    id: Id
    title: Label
    do: Prose
    """What is done, as an instruction."""
    responsible: RoleId
    """The role that does it."""
    accountable: RoleId
    """The role that answers for it."""
    within: Duration
    """Time for this stage, such as `5 min`."""
    record: Label
    """What is written down, and where."""


class RemediationPlan(Plan):
    """A file under plans/remediation/."""

    tiers: tuple[Tier, ...] = ()
    """Amounts and who may grant them, without gap or overlap."""
    remedies: tuple[Remedy, ...] = ()
    """What customers can get."""
    floors: tuple[LegalFloor, ...] = ()
    """What the law gives every customer."""
    standards: tuple[ServiceStandard, ...] = ()
    """Promises of speed and quality."""
    complaint_steps: tuple[ComplaintStep, ...] = ()
    """The way of a complaint, in order."""
    rules: tuple[Prose, ...] = Field(default=())
    """Rules that hold for every remedy."""
    unique_by: Label | None = None
    """What keeps one loss from being made good twice, such as the order number."""
    measures: tuple[Measure, ...] = ()
    """What is done on ordinary days so that customers get their due."""
