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
    """The law or contract with its article, such as "Fire Protection Law, art. 44"."""
    in_force_on: Day | None = None
    """The day from which it counts."""
    last_checked_on: Day
    """The day somebody last compared this entry with the text."""
    certainty: Certainty
    """How well it is established."""
    source: Plain | None = None
    """Where the text was read."""


class ContentItem(Element):
    """One thing a report must say; `item` is its name in the statute."""

    item: Id
    """Its name, the same in the statute and in the duty, such as `data-kinds`."""
    says: Prose
    """What the report must say about it."""


class StatuteFollowUp(Element):
    """A later report that the law demands."""

    title: Label
    deadline: Duration | None = None
    """The limit that the law sets; leave it out where it sets none."""


class Statute(LegalSource):
    """A duty as the law has it, kept apart from what the company makes of it, so that the two can be compared.

    Without `deadline` the law says "at once". `unit` of the deadline counts: hours run on, business days do not.
    """

    kind: ClassVar[str | None] = "statute"
    id: Id
    title: Label
    jurisdiction: Label
    """Where it counts, such as "China"."""
    events: tuple[EventKind, ...]
    """What sets it off."""
    formerly: tuple[Plain, ...] = ()
    """Citations that are out of date, as old templates still write them."""
    starts_at: ClockStart
    """The moment from which the law counts."""
    deadline: Duration | None = None
    """The limit in the law, such as `72 h` or `3 business days`; leave it out for "at once"."""
    tells_authority: bool = True
    """An authority must be told."""
    tells_people: bool = False
    """The people concerned must be told."""
    content: tuple[ContentItem, ...] = ()
    """What the law wants to read in the report."""
    follow_ups: tuple[StatuteFollowUp, ...] = ()
    """Later reports that it demands."""
    repealed_on: Day | None = None
    """The day from which it no longer counts."""


class FollowUp(Element):
    """A later report that belongs to the same duty."""

    do: Prose
    """What is reported later."""
    deadline: Duration | None = None
    """The limit for it; leave it out where there is none."""
    counted_from: Label
    """The moment from which the limit counts, such as "the end of handling"."""


class Obligation(LegalSource):
    """A duty to notify or to act with its clock. Without `deadline` the law says "at once"."""

    kind: ClassVar[str | None] = "obligation"
    id: Id
    title: Label
    obligation: ObligationKind
    """Whether a law, a contract or a procedure of an authority demands it."""
    statute: StatuteId | None = None
    """The law it fulfils."""
    events: tuple[EventKind, ...] = ()
    """What sets it off."""
    jurisdiction: Label
    """Where it counts, such as "China"."""
    applies_when: Prose
    """The facts in which it applies, so that nobody has to ask a lawyer first."""
    starts_at: ClockStart
    """The moment from which the clock runs."""
    starts_when: Prose
    """The same moment in plain words, so that all note the same minute."""
    deadline: Duration | None = None
    """The limit in the law, such as `72 h` or `3 business days`; leave it out for "at once"."""
    law_says: Label
    """The limit in the words of the law, such as "at once" or "within 4 hours"."""
    company_limit: Duration
    """The company's own, stricter limit; policy, not law."""
    recipients: tuple[OutsideBodyId, ...] = ()
    """Outside bodies that get the report."""
    tells_people: bool = False
    """The people concerned must be told too."""
    content: tuple[ContentItem, ...] = ()
    """What the report says."""
    follow_ups: tuple[FollowUp, ...] = ()
    """Later reports that belong to it."""
    owner: RoleId
    """The role that sees that it is fulfilled."""
    decided_by: RoleId | None = None
    """Who determines that the clock runs, where it starts with a determination."""
    note: Prose | None = None
    """What else one must know, such as an exception."""


class EvidenceRule(Covering):
    """What is preserved, how and by whom."""

    kind: ClassVar[str | None] = "evidence-rule"
    id: Id
    title: Label
    do: Prose
    """What is preserved, and how, as an instruction."""
    keeper: RoleId
    """The role that keeps it."""
    keep: Duration
    """How long it is kept, such as `5 years`."""
    basis: Label
    """The law or policy that demands it."""


class LiabilityBoundary(Covering):
    """Where the company's responsibility ends, and the clause that draws the line."""

    kind: ClassVar[str | None] = "liability"
    id: Id
    title: Label
    we_bear: Prose
    """What the company answers for."""
    others_bear: Prose
    """What customers, sellers or suppliers answer for."""
    clause: Prose
    """Where this is written, and what it says."""


class Law(Covering):
    """A body of law the company watches."""

    kind: ClassVar[str | None] = "law"
    id: Id
    title: Label
    area: Label
    """The field of law, such as "Company" or "Data"."""
    demands: Prose
    """What it asks of the company, in plain words."""
    watched_by: RoleId
    """The role that notices when it changes."""


class LegalPlan(Plan):
    """A file under plans/legal/."""

    statutes: tuple[Statute, ...] = ()
    """Duties as the law has them."""
    obligations: tuple[Obligation, ...] = ()
    """Duties as the company fulfils them."""
    evidence: tuple[EvidenceRule, ...] = ()
    """What is preserved in an emergency."""
    liability: tuple[LiabilityBoundary, ...] = ()
    """Where the company's responsibility ends."""
    laws: tuple[Law, ...] = ()
    """Bodies of law that the company watches."""
    measures: tuple[Measure, ...] = ()
    """What is done on ordinary days so that no limit is missed."""
