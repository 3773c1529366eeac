"""What the law and contracts demand: clocks, evidence, liability, proceedings. Law and company policy apart."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from generator.model.control import Plan
from generator.model.duration import Duration
from generator.model.element import Covering, Element, Measure
from generator.model.text import Day, Id, Label, OutsideBodyId, Plain, Prose, RoleId, StatuteId


class ClockStart(StrEnum):
    """The moment a clock starts."""

    OCCURRENCE = "occurrence"
    DISCOVERY = "discovery"
    AWARENESS = "awareness"
    DETERMINATION = "determination"
    RECEIPT = "receipt"
    END_OF_HANDLING = "end-of-handling"


class EventKind(StrEnum):
    """What happened in the eyes of the law; links an emergency with the duties it sets off."""

    PERSONAL_DATA = "personal-data"
    NETWORK_SECURITY = "network-security"
    CARD_DATA = "card-data"
    PAYMENT = "payment"
    CRIME = "crime"
    UNSAFE_PRODUCT = "unsafe-product"
    UNSAFE_FOOD = "unsafe-food"
    PROHIBITED_GOODS = "prohibited-goods"
    WORK_ACCIDENT = "work-accident"
    FIRE = "fire"
    TRAFFIC_ACCIDENT = "traffic-accident"
    PUBLIC_DANGER = "public-danger"
    PARCEL_SERVICE = "parcel-service"
    DANGEROUS_PARCEL = "dangerous-parcel"
    TAKEDOWN_NOTICE = "takedown-notice"
    LAWSUIT = "lawsuit"
    PENALTY = "penalty"
    PRICE_ERROR = "price-error"
    INSURED_LOSS = "insured-loss"
    MARKETPLACE = "marketplace"


class Certainty(StrEnum):
    """How well a statement of law is established; a lawyer confirms it before it is relied upon."""

    READ = "read-in-source"
    UNCONFIRMED = "to-be-confirmed"
    DISPUTED = "disputed"
    NOT_IN_FORCE = "not-in-force"


class ObligationKind(StrEnum):
    """Where a duty comes from."""

    STATUTE = "statute"
    CONTRACT = "contract"
    PROCEDURE = "procedure"


class LegalSource(Covering):
    """The part every statement of law carries: basis, date in force, date last checked, certainty."""

    basis: Label
    in_force_on: Day | None = None
    last_checked_on: Day
    certainty: Certainty
    source: Plain | None = None
    """Where the text was read."""


class ContentItem(Element):
    """One thing a report must say; `item` is its name in the statute."""

    item: Id
    says: Prose


class StatuteFollowUp(Element):
    """A later report that the law demands."""

    title: Label
    deadline: Duration | None = None


class Statute(LegalSource):
    """A duty as the law has it, kept apart from what the company makes of it, so that the two can be compared.

    Without `deadline` the law says "at once". `unit` of the deadline counts: hours run on, business days do not.
    """

    kind: ClassVar[str | None] = "statute"
    id: Id
    title: Label
    jurisdiction: Label
    events: tuple[EventKind, ...]
    formerly: tuple[Plain, ...] = ()
    """Citations that are out of date, as old templates still write them."""
    starts_at: ClockStart
    deadline: Duration | None = None
    tells_authority: bool = True
    tells_people: bool = False
    content: tuple[ContentItem, ...] = ()
    follow_ups: tuple[StatuteFollowUp, ...] = ()
    repealed_on: Day | None = None


class FollowUp(Element):
    """A later report that belongs to the same duty."""

    do: Prose
    deadline: Duration | None = None
    counted_from: Label


class Obligation(LegalSource):
    """A duty to notify or to act with its clock. Without `deadline` the law says "at once"."""

    kind: ClassVar[str | None] = "obligation"
    id: Id
    title: Label
    obligation: ObligationKind
    statute: StatuteId | None = None
    """The law it fulfils."""
    events: tuple[EventKind, ...] = ()
    """What sets it off."""
    jurisdiction: Label
    applies_when: Prose
    starts_at: ClockStart
    starts_when: Prose
    deadline: Duration | None = None
    law_says: Label
    """The limit in the words of the law, such as "at once" or "within 4 hours"."""
    company_limit: Duration
    """The company's own, stricter limit; policy, not law."""
    recipients: tuple[OutsideBodyId, ...] = ()
    tells_people: bool = False
    """The people concerned must be told too."""
    content: tuple[ContentItem, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    owner: RoleId
    decided_by: RoleId | None = None
    """Who determines that the clock runs, where it starts with a determination."""
    note: Prose | None = None


class EvidenceRule(Covering):
    """What is preserved, how and by whom."""

    kind: ClassVar[str | None] = "evidence-rule"
    id: Id
    title: Label
    do: Prose
    keeper: RoleId
    keep: Duration
    basis: Label


class LiabilityBoundary(Covering):
    """Where the company's responsibility ends, and the clause that draws the line."""

    kind: ClassVar[str | None] = "liability"
    id: Id
    title: Label
    we_bear: Prose
    others_bear: Prose
    clause: Prose


class Law(Covering):
    """A body of law the company watches."""

    kind: ClassVar[str | None] = "law"
    id: Id
    title: Label
    area: Label
    demands: Prose
    watched_by: RoleId


class LegalPlan(Plan):
    """A file under plans/legal/."""

    statutes: tuple[Statute, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    evidence: tuple[EvidenceRule, ...] = ()
    liability: tuple[LiabilityBoundary, ...] = ()
    laws: tuple[Law, ...] = ()
    measures: tuple[Measure, ...] = ()
