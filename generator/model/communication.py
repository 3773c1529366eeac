"""What is said, to whom, over which channel, and who approves it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import ClassVar

from generator.model.control import Plan
from generator.model.duration import Duration
from generator.model.element import Covering, Element, Measure
from generator.model.text import (
    ApprovalPathId,
    AudienceId,
    ChannelId,
    GradeId,
    Id,
    Label,
    LanguageCode,
    OutsideBodyId,
    Plain,
    Prose,
    RoleId,
    SystemId,
)

_GAP = re.compile(r"\{([^{}<>]+)\}")


class StatementKind(StrEnum):
    """What a statement is for; each kind has required elements."""

    HOLDING = "holding"
    UPDATE = "update"
    RESULT = "result"
    CUSTOMER_NOTICE = "customer-notice"
    QUICK_REPLY = "quick-reply"
    RUMOUR_REPLY = "rumour-reply"
    RECALL = "recall"
    STAFF_NOTICE = "staff-notice"
    PARTNER_NOTICE = "partner-notice"
    AUTHORITY_REPORT = "authority-report"


class Content(StrEnum):
    """What a message says; which content a kind of message needs is a matter of the checks."""

    TIME = "time"
    PLACE_OR_PRODUCT = "place-or-product"
    CONFIRMED_FACTS = "confirmed-facts"
    WHAT_WE_DO = "what-we-do"
    SYMPATHY = "sympathy"
    WHERE_TO_GET_HELP = "where-to-get-help"
    NEXT_UPDATE = "next-update"
    WHAT_CHANGED = "what-changed"
    IMPACT = "impact"
    WHAT_YOU_CAN_DO = "what-you-can-do"
    RESPONSIBILITY = "responsibility"
    CAUSE = "cause"
    REMEDY = "remedy"
    PREVENTION = "prevention"
    CONTACT = "contact"
    DATA_KINDS = "data-kinds"
    POSSIBLE_HARM = "possible-harm"
    HAZARD = "hazard"
    STOP_USE = "stop-use"
    CLAIM = "claim"
    EVIDENCE = "evidence"
    WHO_SPEAKS = "who-speaks"
    WHAT_TO_SAY = "what-to-say"


class Direction(StrEnum):
    """Whether a channel carries words out, in, or both."""

    OUT = "out"
    IN = "in"
    BOTH = "both"


class Channel(Covering):
    """A way to reach an audience, with everything it needs to work."""

    kind: ClassVar[str | None] = "channel"
    id: Id
    title: Label
    direction: Direction
    owner: RoleId
    deputy: RoleId
    account_holder: Label
    """Who legally holds the account, and where its second factor is kept."""
    depends_on: tuple[SystemId, ...] = ()
    reaches: tuple[AudienceId, ...]
    how: Prose
    caution: Prose | None = None
    max_characters: int | None = None
    supplier: OutsideBodyId | None = None


class Audience(Element):
    """People who must hear from the company."""

    kind: ClassVar[str | None] = "audience"
    id: Id
    title: Label
    wants_to_know: Prose
    languages: tuple[LanguageCode, ...] = ()
    """Languages its people read."""


class ApprovalStep(Element):
    """One check before a statement goes out."""

    role: RoleId
    checks: Prose
    within: Duration


class ApprovalPath(Covering):
    """Who checks a statement, in order, before it is published."""

    kind: ClassVar[str | None] = "approval-path"
    id: Id
    title: Label
    grades: tuple[GradeId, ...]
    drafter: RoleId
    steps: tuple[ApprovalStep, ...]
    publisher: RoleId


class Variable(Element):
    """A gap in a statement that is filled in before it goes out."""

    name: Plain
    means: Label


class Statement(Covering):
    """Prepared words. `{names}` in braces are the variables to fill in."""

    kind: ClassVar[str | None] = "statement"
    id: Id
    title: Label
    statement: StatementKind
    audiences: tuple[AudienceId, ...]
    channels: tuple[ChannelId, ...]
    approval: ApprovalPathId | None = None
    """None: may be used as it is."""
    within: Duration
    """From activation until it is out."""
    next_update: Duration | None = None
    contains: tuple[Content, ...] = ()
    """What the words say, so that a missing part is found."""
    says: Prose
    variables: tuple[Variable, ...] = ()

    @property
    def gaps(self) -> tuple[str, ...]:
        """Names in braces in the words, each once; a line break in a name counts as a space."""
        return tuple(dict.fromkeys(" ".join(name.split()) for name in _GAP.findall(self.says)))


class CommunicationPlan(Plan):
    """A file under plans/communication/."""

    spokesperson: RoleId | None = None
    deputy_spokesperson: RoleId | None = None
    channels: tuple[Channel, ...] = ()
    audiences: tuple[Audience, ...] = ()
    approval_paths: tuple[ApprovalPath, ...] = ()
    statements: tuple[Statement, ...] = ()
    measures: tuple[Measure, ...] = ()
