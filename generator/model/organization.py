"""Who there is: departments, roles, teams, people, duty shifts and outside bodies."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from generator.model.control import Plan
from generator.model.duration import Duration
from generator.model.element import Covering, Element, Measure
from generator.model.money import Money
from generator.model.text import (
    AuthorityId,
    ChannelId,
    Day,
    DepartmentId,
    Id,
    Label,
    OutsideBodyId,
    PersonId,
    Place,
    Plain,
    Prose,
    RoleId,
    SiteId,
    TimeOfDay,
)


class Seniority(StrEnum):
    """Rank of a role, highest first."""

    EXECUTIVE = "executive"
    LEAD = "lead"
    SPECIALIST = "specialist"
    STAFF = "staff"

    @property
    def below_top(self) -> int:
        """How many ranks stand above this one."""
        return list(type(self)).index(self)


class ContactKind(StrEnum):
    """Ways to reach somebody."""

    MOBILE = "mobile"
    PHONE = "phone"
    EMAIL = "email"
    CHAT = "chat"
    RADIO = "radio"
    PORTAL = "portal"
    FAX = "fax"
    ADDRESS = "address"


class PersonStatus(StrEnum):
    """Whether a person can be called upon."""

    ACTIVE = "active"
    ON_LEAVE = "on-leave"
    LEFT = "left"


class BodyKind(StrEnum):
    """What an outside body is to the company."""

    EMERGENCY_SERVICE = "emergency-service"
    AUTHORITY = "authority"
    SUPPLIER = "supplier"
    PLATFORM = "platform"
    PAYMENT = "payment"
    COURIER = "courier"
    COUNSEL = "counsel"
    INSURER = "insurer"
    MEDIA = "media"
    PARTNER = "partner"


class Weekday(StrEnum):
    """Days of the week, in order."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Decision(StrEnum):
    """Decisions that every plan needs somebody for."""

    STOP_SALES = "stop-sales"
    SHUT_SITE = "shut-site"
    SPEND_MONEY = "spend-money"
    APPROVE_STATEMENT = "approve-statement"
    NOTIFY_AUTHORITY = "notify-authority"
    PAY_RANSOM = "pay-ransom"


class Site(Element):
    """A place where the company works."""

    kind: ClassVar[str | None] = "site"
    id: Id
    title: Label
    address: Label
    assembly_point: Label | None = None


class Department(Covering):
    """A standing part of the company with its everyday duties."""

    kind: ClassVar[str | None] = "department"
    id: Id
    title: Label
    head: RoleId
    duties: tuple[Prose, ...]


class Authority(Element):
    """A decision that only named roles may take."""

    kind: ClassVar[str | None] = "authority"
    id: Id
    title: Label
    decides: Decision | None = None
    """Which of the decisions that no plan can do without this is."""
    limit: Money | None = None


class Role(Covering):
    """A post that acts in an emergency. People fill roles; plans name only roles."""

    kind: ClassVar[str | None] = "role"
    id: Id
    title: Label
    department: DepartmentId
    seniority: Seniority
    superior: RoleId | None = None
    """Who this role reports to; exactly one role of the handbook has none."""
    deputies: tuple[RoleId, ...] = ()
    """Who steps in when nobody answers, in order."""
    mission: Prose
    authorities: tuple[AuthorityId, ...] = ()
    skills: tuple[Label, ...] = ()
    critical: bool = False
    """An emergency stands still without this role."""
    around_the_clock: bool = False


class Team(Covering):
    """Roles that meet and act together."""

    kind: ClassVar[str | None] = "team"
    id: Id
    title: Label
    purpose: Prose
    leader: RoleId
    deputy_leaders: tuple[RoleId, ...] = ()
    members: tuple[RoleId, ...]
    called_together: Prose
    assembles_within: Duration
    meets_at: SiteId | None = None


class ContactWay(Element):
    """One way to reach a person or a body."""

    contact: ContactKind
    value: Plain
    after_hours: bool = False
    channel: ChannelId | None = None
    """The channel it runs over, which may itself be down."""
    verified_on: Day | None = None
    note: Label | None = None


class Person(Element):
    """Somebody who fills roles. Contact data is restricted."""

    kind: ClassVar[str | None] = "person"
    id: Id
    name: Label
    site: SiteId
    status: PersonStatus = PersonStatus.ACTIVE
    contacts: tuple[ContactWay, ...]


class Assignment(Element):
    """A person fills a role. The first assignment of a role is the one to call first."""

    role: RoleId
    person: PersonId
    since_on: Day
    accepted_on: Day | None = None
    trained_on: Day | None = None


class Shift(Covering):
    """Hours in which named people hold a role on duty."""

    kind: ClassVar[str | None] = "shift"
    id: Id
    title: Label
    role: RoleId
    weekdays: tuple[Weekday, ...] = tuple(Weekday)
    """Days on which the shift starts; without them every day."""
    starts: TimeOfDay
    ends: TimeOfDay
    people: tuple[PersonId, ...]


class OutsideBody(Covering):
    """An authority, supplier or partner that is told or called in an emergency."""

    kind: ClassVar[str | None] = "outside-body"
    id: Id
    title: Label
    body: BodyKind
    call_when: Prose
    contacts: tuple[ContactWay, ...] = Field(min_length=1)
    owner: RoleId
    """Who keeps the contact alive and its data current."""
    contract: Plain | None = None
    support: Label | None = None
    place: Place | None = None
    """Where it works; its business days are counted there."""
    restores_within: Duration | None = None
    """How fast it promises to work again."""
    reports_within: Duration | None = None
    """How fast the contract makes it tell us of its incidents."""
    continuity_tested_on: Day | None = None
    """When it last showed us a test of its own emergency plan."""
    exit: Prose | None = None
    """How we leave it or replace it."""
    alternative: OutsideBodyId | None = None


class OrganizationPlan(Plan):
    """A file under plans/organization/."""

    sites: tuple[Site, ...] = ()
    departments: tuple[Department, ...] = ()
    authorities: tuple[Authority, ...] = ()
    roles: tuple[Role, ...] = ()
    teams: tuple[Team, ...] = ()
    people: tuple[Person, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    shifts: tuple[Shift, ...] = ()
    outside_bodies: tuple[OutsideBody, ...] = ()
    measures: tuple[Measure, ...] = ()
