"""What a step is: the phase and the part of the plan it belongs to, and the act where order matters."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property


class PhaseId(StrEnum):
    """The closed loop of every plan, in order."""

    DETECT = "detect"
    REPORT = "report"
    RESPOND = "respond"
    HANDLE = "handle"
    RECOVER = "recover"
    REVIEW = "review"

    @cached_property
    def place(self) -> int:
        """Its number in the loop, the first is 0."""
        return list(type(self)).index(self)


class Part(StrEnum):
    """The five parts of a plan."""

    ORGANIZATION = "organization"
    TECHNICAL = "technical"
    COMMUNICATION = "communication"
    LEGAL = "legal"
    REMEDIATION = "remediation"


class Act(StrEnum):
    """What a step does where the order of such acts matters."""

    PROTECT_LIFE = "protect-life"
    CALL_RESCUE = "call-rescue"
    CONFIRM = "confirm"
    INVESTIGATE = "investigate"
    GRADE = "grade"
    REGRADE = "regrade"
    ESCALATE = "escalate"
    CONTAIN = "contain"
    PRESERVE_EVIDENCE = "preserve-evidence"
    WIPE = "wipe"
    VERIFY_BACKUP = "verify-backup"
    RESTORE = "restore"
    CHANGE_CREDENTIALS = "change-credentials"
    RECONNECT = "reconnect"
    SWITCH_OVER = "switch-over"
    WORK_DEGRADED = "work-degraded"
    RETURN_TO_NORMAL = "return-to-normal"
    DRAFT = "draft"
    APPROVE_LEGAL = "approve-legal"
    APPROVE = "approve"
    TELL_STAFF = "tell-staff"
    PUBLISH = "publish"
    REPLY = "reply"
    DETERMINE = "determine"
    NOTIFY_AUTHORITY = "notify-authority"
    NOTIFY_PEOPLE = "notify-people"
    CLOSE_REPORT = "close-report"
    REQUEST_REMEDY = "request-remedy"
    APPROVE_REMEDY = "approve-remedy"
    REMEDY = "remedy"
    CANCEL_ORDERS = "cancel-orders"
    REGISTER_BREACH = "register-breach"
    LOG = "log"
    STAND_DOWN = "stand-down"
    REVIEW = "review"
