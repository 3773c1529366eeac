"""Who there is: departments, roles, teams, people, duty shifts and outside bodies."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from generator.model.contacts import ContactWay, OutsideBody
from generator.model.control import Plan
from generator.model.duration import Duration
from generator.model.element import Covering, Element, Measure
from generator.model.money import Money
from generator.model.text import (
    AuthorityId,
    Day,
    DepartmentId,
    Id,
    Label,
    PersonId,
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


class PersonStatus(StrEnum):
    """Whether a person can be called upon."""

    ACTIVE = "active"
    ON_LEAVE = "on-leave"
    LEFT = "left"


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
    """The address as rescuers and couriers need it."""
    assembly_point: Label | None = None
    """Where people gather after leaving the building."""


class Department(Covering):
    """A standing part of the company with its everyday duties."""

    kind: ClassVar[str | None] = "department"
    id: Id
    title: Label
    head: RoleId
    """The role that leads it."""
    duties: tuple[Prose, ...]
    """What it does on ordinary days, one duty in each line."""


class Authority(Element):
    """A decision that only named roles may take."""

    kind: ClassVar[str | None] = "authority"
    id: Id
    title: Label
    decides: Decision | None = None
    """Which of the decisions that no plan can do without this is."""
    limit: Money | None = None
    """The most that may be spent on one decision, such as `CNY 50000`."""


class Role(Covering):
    """A post that acts in an emergency. People fill roles; plans name only roles."""

    kind: ClassVar[str | None] = "role"
    id: Id
    title: Label
    department: DepartmentId
    """The department it belongs to."""
    seniority: Seniority
    """Its rank in the company."""
    superior: RoleId | None = None
    """Who this role reports to; exactly one role of the handbook has none."""
    deputies: tuple[RoleId, ...] = ()
    """Who steps in when nobody answers, in order."""
    mission: Prose
    """What the role is there for in an emergency."""
    authorities: tuple[AuthorityId, ...] = ()
    """Decisions it may take without asking."""
    skills: tuple[Label, ...] = ()
    """What its holder must be able to do, such as "incident command"."""
    critical: bool = False
    """An emergency stands still without this role."""
    around_the_clock: bool = False
    """Somebody must answer at any hour."""


class Team(Covering):
    """Roles that meet and act together."""

    kind: ClassVar[str | None] = "team"
    id: Id
    title: Label
    purpose: Prose
    """What it is there for."""
    leader: RoleId
    """The role that leads it."""
    deputy_leaders: tuple[RoleId, ...] = ()
    """Roles that lead it when the leader is away, in order."""
    members: tuple[RoleId, ...]
    """Roles that belong to it."""
    called_together: Prose
    """How its members are called, and what they are told."""
    assembles_within: Duration
    """Time from the call until it can act, such as `30 min`."""
    meets_at: SiteId | None = None
    """The site where it meets."""


class Person(Element):
    """Somebody who fills roles. Contact data is restricted."""

    kind: ClassVar[str | None] = "person"
    id: Id
    name: Label
    """The name as colleagues say it."""
    site: SiteId
    """The site where this person works."""
    status: PersonStatus = PersonStatus.ACTIVE
    """Set it to `on-leave` or `left` so that nobody waits for an answer."""
    contacts: tuple[ContactWay, ...]
    """Ways to reach this person, the fastest first."""


class Assignment(Element):
    """A person fills a role. The first assignment of a role is the one to call first."""

    role: RoleId
    """The role that is filled."""
    person: PersonId
    """Who fills it."""
    since_on: Day
    """The day it began."""
    accepted_on: Day | None = None
    """The day this person agreed to it."""
    trained_on: Day | None = None
    """The day of this person's last training for it."""


class Shift(Covering):
    """Hours in which named people hold a role on duty."""

    kind: ClassVar[str | None] = "shift"
    id: Id
    title: Label
    role: RoleId
    """The role that is on duty."""
    weekdays: tuple[Weekday, ...] = tuple(Weekday)
    """Days on which the shift starts; without them every day."""
    starts: TimeOfDay
    """When it starts, such as "08:00" in quotes."""
    ends: TimeOfDay
    """When it ends; an earlier time than the start is on the next day."""
    people: tuple[PersonId, ...]
    """Who takes this shift, the one to call first in front."""


class OrganizationPlan(Plan):
    """A file under plans/organization/."""

    sites: tuple[Site, ...] = ()
    """Places where the company works."""
    departments: tuple[Department, ...] = ()
    """Standing parts of the company."""
    authorities: tuple[Authority, ...] = ()
    """Decisions that only named roles may take."""
    roles: tuple[Role, ...] = ()
    """Posts that act in an emergency."""
    teams: tuple[Team, ...] = ()
    """Roles that meet and act together."""
    people: tuple[Person, ...] = ()
    """Who fills the roles, with phone numbers."""
    assignments: tuple[Assignment, ...] = ()
    """Who fills which role; of one role, the first is called first."""
    shifts: tuple[Shift, ...] = ()
    """Who is on duty at which hours."""
    outside_bodies: tuple[OutsideBody, ...] = ()
    """Authorities, suppliers and partners to tell or call."""
    measures: tuple[Measure, ...] = ()
    """What is done on ordinary days so that people are ready."""
