"""What must run: systems, recovery objectives, backups, restore tests, protection and spares."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

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
    """A system, service or supply the business stands on.

    `rto` is the promised time until it works again, `rpo` the data loss accepted at most, `mtd` the longest
    outage the company survives, `wrt` the time to work off the backlog once it runs.
    """

    kind: ClassVar[str | None] = "system"
    id: Id
    title: Label
    system: SystemKind
    purpose: Prose
    owner: RoleId
    depends_on: tuple[SystemId, ...] = ()
    supplier: OutsideBodyId | None = None
    critical: bool = False
    rto: Duration | None = None
    rpo: Duration | None = None
    mtd: Duration | None = None
    wrt: Duration | None = None
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
    place: Label
    site: SiteId | None = None
    off_site: bool = False
    offline: bool = False
    immutable: bool = False
    account: Plain
    """Administrative account that can delete it."""
    lag: Duration
    """From the end of the backup until this copy is complete."""
    keep: Duration
    key_kept: Label | None = None
    """Where the decryption key is kept."""


class BackupJob(Covering):
    """A regular backup of one system."""

    kind: ClassVar[str | None] = "backup-job"
    id: Id
    title: Label
    system: SystemId
    method: BackupMethod
    every: Duration
    takes: Duration
    size_gb: float = Field(gt=0)
    chosen_because: Prose
    copies: tuple[Copy, ...]
    checked_by: Label
    """How its content, not only its job status, is checked."""
    deleted_by: tuple[RoleId, ...] = ()
    """Roles that must act together to delete a copy."""


class RestoreTest(Element):
    """A restore that was really carried out, with what was measured."""

    kind: ClassVar[str | None] = "restore-test"
    id: Id
    job: BackupJobId
    on: Day
    by: RoleId
    copy_age: Duration
    restored_gb: float = Field(gt=0)
    copy_gb: float | None = Field(default=None, gt=0)
    """Size of the whole copy on that day, if only a part of it was restored."""
    took: Duration
    target: Label
    checks: Prose
    result: TestResult
    deviations: Prose | None = None
    repeat_every: Duration
    actions: tuple[ActionId, ...] = ()
    """What was done because of it."""


class ProcedureStep(Element):
    """One operation of a recovery procedure."""

    do: Prose
    responsible: RoleId
    takes: Duration
    check: Prose
    """How one sees that it worked."""


class Procedure(Covering):
    """A recovery procedure spelled out to each operation."""

    kind: ClassVar[str | None] = "procedure"
    id: Id
    title: Label
    restores: tuple[SystemId, ...]
    when: Prose
    steps: tuple[ProcedureStep, ...]


class Protection(Covering):
    """A layer of protection and the measures that make it."""

    kind: ClassVar[str | None] = "protection"
    id: Id
    title: Label
    layer: Layer
    against: Prose
    measures: tuple[Measure, ...]


class Spare(Covering):
    """Something kept ready for the emergency."""

    kind: ClassVar[str | None] = "spare"
    id: Id
    title: Label
    quantity: int = Field(ge=1, strict=True)
    site: SiteId
    place: Label
    keeper: RoleId
    ready_within: Duration
    replaces: tuple[SystemId, ...] = ()
    check_every: Duration
    checked_on: Day
    expires_on: Day | None = None
    how_to_use: Prose


class AccountOwner(StrEnum):
    """In whose name an account stands."""

    COMPANY = "company"
    PERSON = "person"


class Account(Covering):
    """An administrative account on which the business stands, such as the owner account of a shop."""

    kind: ClassVar[str | None] = "account"
    id: Id
    title: Label
    systems: tuple[SystemId, ...]
    in_name_of: AccountOwner
    owners: tuple[RoleId, ...]
    """Roles that can act as owner, each with a sign-in of its own."""
    second_factor: Label
    """Where the second factor is kept."""
    regained_by: Prose
    """How it is won back when it is lost."""


class TechnicalPlan(Plan):
    """A file under plans/technical/."""

    systems: tuple[System, ...] = ()
    backup_jobs: tuple[BackupJob, ...] = ()
    restore_tests: tuple[RestoreTest, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    protections: tuple[Protection, ...] = ()
    spares: tuple[Spare, ...] = ()
    accounts: tuple[Account, ...] = ()
    measures: tuple[Measure, ...] = ()
