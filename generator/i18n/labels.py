"""Names of the fixed values of the model, as readers see them. Marked for the label catalogs."""

from __future__ import annotations

from enum import StrEnum

from generator.finding import Level
from generator.i18n.words import translatable as _
from generator.model.communication import Direction, StatementKind
from generator.model.control import Status
from generator.model.exercises import ActionStatus, ExerciseKind
from generator.model.governance import Treatment
from generator.model.legal import Certainty, ClockStart, ObligationKind
from generator.model.organization import BodyKind, ContactKind, PersonStatus, Seniority, Weekday
from generator.model.scenario import Part, PhaseId
from generator.model.technical import BackupMethod, Layer, SystemKind, TestResult

_NAMED: tuple[tuple[StrEnum, str], ...] = (
    (PhaseId.DETECT, _("Detect")),
    (PhaseId.REPORT, _("Report")),
    (PhaseId.RESPOND, _("Respond")),
    (PhaseId.HANDLE, _("Handle")),
    (PhaseId.RECOVER, _("Recover")),
    (PhaseId.REVIEW, _("Review")),
    (Part.ORGANIZATION, _("Organization")),
    (Part.TECHNICAL, _("Technology")),
    (Part.COMMUNICATION, _("Communication")),
    (Part.LEGAL, _("Legal")),
    (Part.REMEDIATION, _("Customers")),
    (Status.DRAFT, _("draft")),
    (Status.IN_REVIEW, _("in review")),
    (Status.APPROVED, _("approved")),
    (Status.RETIRED, _("retired")),
    (Seniority.EXECUTIVE, _("executive")),
    (Seniority.LEAD, _("lead")),
    (Seniority.SPECIALIST, _("specialist")),
    (Seniority.STAFF, _("staff")),
    (ContactKind.MOBILE, _("mobile")),
    (ContactKind.PHONE, _("phone")),
    (ContactKind.EMAIL, _("e-mail")),
    (ContactKind.CHAT, _("chat")),
    (ContactKind.RADIO, _("radio")),
    (ContactKind.PORTAL, _("portal")),
    (ContactKind.FAX, _("fax")),
    (ContactKind.ADDRESS, _("address")),
    (PersonStatus.ACTIVE, _("active")),
    (PersonStatus.ON_LEAVE, _("on leave")),
    (PersonStatus.LEFT, _("has left")),
    (BodyKind.EMERGENCY_SERVICE, _("emergency service")),
    (BodyKind.AUTHORITY, _("authority")),
    (BodyKind.SUPPLIER, _("supplier")),
    (BodyKind.PLATFORM, _("platform")),
    (BodyKind.PAYMENT, _("payment")),
    (BodyKind.COURIER, _("courier")),
    (BodyKind.COUNSEL, _("counsel")),
    (BodyKind.INSURER, _("insurer")),
    (BodyKind.MEDIA, _("media")),
    (BodyKind.PARTNER, _("partner")),
    (Level.ERROR, _("error")),
    (Level.WARNING, _("warning")),
    (Level.NOTE, _("note")),
    (Weekday.MONDAY, _("Monday")),
    (Weekday.TUESDAY, _("Tuesday")),
    (Weekday.WEDNESDAY, _("Wednesday")),
    (Weekday.THURSDAY, _("Thursday")),
    (Weekday.FRIDAY, _("Friday")),
    (Weekday.SATURDAY, _("Saturday")),
    (Weekday.SUNDAY, _("Sunday")),
    (SystemKind.SERVICE, _("service")),
    (SystemKind.APPLICATION, _("application")),
    (SystemKind.DATA, _("data")),
    (SystemKind.INFRASTRUCTURE, _("infrastructure")),
    (SystemKind.EXTERNAL, _("run by others")),
    (SystemKind.EQUIPMENT, _("equipment")),
    (BackupMethod.FULL, _("full")),
    (BackupMethod.INCREMENTAL, _("incremental")),
    (BackupMethod.DIFFERENTIAL, _("differential")),
    (BackupMethod.LOG, _("transaction log")),
    (BackupMethod.IMAGE, _("system image")),
    (BackupMethod.EXPORT, _("export")),
    (Layer.PHYSICAL, _("physical")),
    (Layer.NETWORK, _("network")),
    (Layer.APPLICATION, _("application layer")),
    (Layer.DATA, _("data layer")),
    (Layer.MANAGEMENT, _("management")),
    (TestResult.PASSED, _("passed")),
    (TestResult.FAILED, _("failed")),
    (StatementKind.HOLDING, _("first statement")),
    (StatementKind.UPDATE, _("update")),
    (StatementKind.RESULT, _("result")),
    (StatementKind.CUSTOMER_NOTICE, _("notice to customers")),
    (StatementKind.QUICK_REPLY, _("quick reply")),
    (StatementKind.RUMOUR_REPLY, _("reply to a rumour")),
    (StatementKind.RECALL, _("recall notice")),
    (StatementKind.STAFF_NOTICE, _("notice to staff")),
    (StatementKind.PARTNER_NOTICE, _("notice to partners")),
    (StatementKind.AUTHORITY_REPORT, _("report to an authority")),
    (Direction.OUT, _("outgoing")),
    (Direction.IN, _("incoming")),
    (Direction.BOTH, _("both ways")),
    (ObligationKind.STATUTE, _("law")),
    (ObligationKind.CONTRACT, _("contract")),
    (ObligationKind.PROCEDURE, _("procedural law")),
    (ClockStart.OCCURRENCE, _("when it happens")),
    (ClockStart.DISCOVERY, _("when it is discovered")),
    (ClockStart.AWARENESS, _("when we become aware")),
    (ClockStart.DETERMINATION, _("when we decide that it must be reported")),
    (ClockStart.RECEIPT, _("when we receive it")),
    (ClockStart.END_OF_HANDLING, _("when handling ends")),
    (Certainty.READ, _("read in the source")),
    (Certainty.UNCONFIRMED, _("to be confirmed by a lawyer")),
    (Certainty.DISPUTED, _("disputed")),
    (Certainty.NOT_IN_FORCE, _("not in force yet")),
    (ExerciseKind.SEMINAR, _("seminar")),
    (ExerciseKind.WORKSHOP, _("workshop")),
    (ExerciseKind.TABLETOP, _("tabletop")),
    (ExerciseKind.GAME, _("game")),
    (ExerciseKind.DRILL, _("drill")),
    (ExerciseKind.CALL_TREE, _("call tree")),
    (ExerciseKind.FUNCTIONAL, _("functional exercise")),
    (ExerciseKind.FULL_SCALE, _("full-scale exercise")),
    (ActionStatus.OPEN, _("open")),
    (ActionStatus.IN_PROGRESS, _("in progress")),
    (ActionStatus.CLOSED, _("closed")),
    (Treatment.AVOID, _("avoid")),
    (Treatment.REDUCE, _("reduce")),
    (Treatment.TRANSFER, _("transfer")),
    (Treatment.ACCEPT, _("accept")),
)

# Values of different types may spell alike, and StrEnum members compare by spelling.
_BY_TYPE = {(type(value), value.value): name for value, name in _NAMED}


def name_of(value: StrEnum) -> str:
    """The label of a fixed value, in English."""
    return _BY_TYPE[type(value), value.value]
