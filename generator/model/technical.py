"""What must run: systems, recovery objectives, backups, restore tests, protection and spares."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from generator.model.accounts import Account
from generator.model.control import Plan
from generator.model.duration import Duration
from generator.model.element import Covering, Element, Measure
from generator.model.text import (
    ActionId,
    BackupJobId,
    Day,
    Id,
    Label,
    OutsideBodyId,
    Plain,
    Prose,
    RoleId,
    SiteId,
    SystemId,
)


class SystemKind(StrEnum):
    """What a system is."""

    SERVICE = "service"
    APPLICATION = "application"
    DATA = "data"
    INFRASTRUCTURE = "infrastructure"
    EXTERNAL = "external"
    EQUIPMENT = "equipment"


class BackupMethod(StrEnum):
    """How a backup is taken."""

    FULL = "full"
    INCREMENTAL = "incremental"
    DIFFERENTIAL = "differential"
    LOG = "log"
    IMAGE = "image"
    EXPORT = "export"


class Layer(StrEnum):
    """Where a protection works."""

    PHYSICAL = "physical"
    NETWORK = "network"
    APPLICATION = "application"
    DATA = "data"
    MANAGEMENT = "management"


class TestResult(StrEnum):
    """Outcome of a restore test."""

    __test__ = False
    PASSED = "passed"
    FAILED = "failed"


class System(Covering):
    """A system, service or supply the business stands on."""

    kind: ClassVar[str | None] = "system"
    id: Id
    title: Label
    system: SystemKind
    """What it is: software, data, equipment or something bought from outside."""
    purpose: Prose
    """What the business does with it."""
    owner: RoleId
    """The role that answers for it."""
    depends_on: tuple[SystemId, ...] = ()
    """Systems without which it does not work."""
    supplier: OutsideBodyId | None = None
    """The outside body that provides or maintains it."""
    critical: bool = False
    """The business stands still without it; it then needs recovery objectives."""
    rto: Duration | None = None
    """Promised time until it works again, such as `4 h`."""
    rpo: Duration | None = None
    """Data loss accepted at most, as the time before the failure, such as `15 min`."""
    mtd: Duration | None = None
    """Longest outage that the company survives, such as `24 h`."""
    wrt: Duration | None = None
    """Time to work off the backlog once it runs, such as `2 h`."""
    objective_basis: Prose | None = None
    """Why these objectives: the business impact they rest on."""
    without_it: Prose | None = None
    """How work goes on in degraded mode."""
    operated_by: tuple[RoleId, ...] = ()
    """Roles with the rights to repair and restore it."""
    keep_at_least: Duration | None = None
    """How long the law demands that its data is kept."""
    keep_basis: Label | None = None
    """The law that demands it."""


class Copy(Element):
    """One copy of the backed-up data."""

    medium: Label
    """What it is stored on, such as "tape" or "cloud storage"."""
    place: Label
    """Where it lies, such as "vault of the bank"."""
    site: SiteId | None = None
    """The site where it lies, if it is one of ours."""
    off_site: bool = False
    """It lies at another place than the original."""
    offline: bool = False
    """No computer can reach it without a person's hand."""
    immutable: bool = False
    """Nobody can change or delete it before `keep` is over."""
    account: Plain
    """Administrative account that can delete it."""
    lag: Duration
    """From the end of the backup until this copy is complete."""
    keep: Duration
    """How long it is kept, such as `14 days`."""
    key_kept: Label | None = None
    """Where the decryption key is kept."""


class BackupJob(Covering):
    """A regular backup of one system."""

    kind: ClassVar[str | None] = "backup-job"
    id: Id
    title: Label
    system: SystemId
    """The system whose data it saves."""
    method: BackupMethod
    """How much is copied each time."""
    every: Duration
    """Time between two runs, such as `15 min` or `1 day`."""
    takes: Duration
    """How long one run lasts."""
    size_gb: float = Field(gt=0)
    """Size of one run in gigabytes."""
    chosen_because: Prose
    """Why this method and this interval."""
    copies: tuple[Copy, ...]
    """Where the data lies afterwards, one entry for each copy."""
    checked_by: Label
    """How its content, not only its job status, is checked."""
    deleted_by: tuple[RoleId, ...] = ()
    """Roles that must act together to delete a copy."""


class RestoreTest(Element):
    """A restore that was really carried out, with what was measured."""

    kind: ClassVar[str | None] = "restore-test"
    id: Id
    job: BackupJobId
    """The backup job whose copy was restored."""
    on: Day
    """The day of the test."""
    by: RoleId
    """The role that carried it out."""
    copy_age: Duration
    """Age of the copy that was restored, such as `3 days`."""
    restored_gb: float = Field(gt=0)
    """How much was restored, in gigabytes."""
    copy_gb: float | None = Field(default=None, gt=0)
    """Size of the whole copy on that day, if only a part of it was restored."""
    took: Duration
    """Time from the start until the data could be used."""
    target: Label
    """Where it was restored to, such as "separate test server"."""
    checks: Prose
    """How one saw that the data was whole and right."""
    result: TestResult
    """Whether the data could be used in time."""
    deviations: Prose | None = None
    """What went otherwise than planned."""
    repeat_every: Duration
    """Time until the next test of this job, such as `3 months`."""
    actions: tuple[ActionId, ...] = ()
    """What was done because of it."""


class ProcedureStep(Element):
    """One operation of a recovery procedure."""

    do: Prose
    """What is done, down to the command or the button."""
    responsible: RoleId
    """The role that does it."""
    takes: Duration
    """How long it lasts, such as `5 min`."""
    check: Prose
    """How one sees that it worked."""


class Procedure(Covering):
    """A recovery procedure spelled out to each operation."""

    kind: ClassVar[str | None] = "procedure"
    id: Id
    title: Label
    restores: tuple[SystemId, ...]
    """Systems that work again after it."""
    when: Prose
    """The failure for which it is written, and when another one is right."""
    steps: tuple[ProcedureStep, ...]
    """Operations, in order."""


class Protection(Covering):
    """A layer of protection and the measures that make it."""

    kind: ClassVar[str | None] = "protection"
    id: Id
    title: Label
    layer: Layer
    """Where it works, from the door to the data."""
    against: Prose
    """What it protects against."""
    measures: tuple[Measure, ...]
    """What makes the protection, each with the role that does it."""


class Spare(Covering):
    """Something kept ready for the emergency."""

    kind: ClassVar[str | None] = "spare"
    id: Id
    title: Label
    quantity: int = Field(ge=1, strict=True)
    """How many there are."""
    site: SiteId
    """The site where it lies."""
    place: Label
    """Where exactly it lies, with the key to it."""
    keeper: RoleId
    """The role that looks after it."""
    ready_within: Duration
    """Time from the call until it can be used, such as `15 min`."""
    replaces: tuple[SystemId, ...] = ()
    """Systems that it stands in for."""
    check_every: Duration
    """Time between two checks, such as `1 month`."""
    checked_on: Day
    """The day of the last check."""
    expires_on: Day | None = None
    """The day from which it may no longer be used."""
    how_to_use: Prose
    """How to bring it into use, for somebody who has never done it."""


class TechnicalPlan(Plan):
    """A file under plans/technical/."""

    systems: tuple[System, ...] = ()
    """What the business stands on."""
    backup_jobs: tuple[BackupJob, ...] = ()
    """What is copied, how often and to where."""
    restore_tests: tuple[RestoreTest, ...] = ()
    """Restores that were really carried out."""
    procedures: tuple[Procedure, ...] = ()
    """How systems are brought back, operation by operation."""
    protections: tuple[Protection, ...] = ()
    """What keeps attackers, fire and failures out."""
    spares: tuple[Spare, ...] = ()
    """What lies ready."""
    accounts: tuple[Account, ...] = ()
    """Administrative accounts on which the business stands."""
    measures: tuple[Measure, ...] = ()
    """What is done on ordinary days so that systems keep running."""
