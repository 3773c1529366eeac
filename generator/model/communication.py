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
    """`out` if we speak on it, `in` if we only hear from others there, or `both`."""
    owner: RoleId
    """The role that runs the channel."""
    deputy: RoleId
    """The role that runs it when the owner is away."""
    account_holder: Label
    """Who legally holds the account, and where its second factor is kept."""
    depends_on: tuple[SystemId, ...] = ()
    """Systems without which it is silent."""
    reaches: tuple[AudienceId, ...]
    """Audiences that get what is said there."""
    how: Prose
    """How to publish there, click by click, for somebody who has never done it."""
    caution: Prose | None = None
    """What easily goes wrong there."""
    max_characters: int | None = None
    """Longest message that it takes, in characters."""
    supplier: OutsideBodyId | None = None
    """The outside body that provides it."""


class Audience(Element):
    """People who must hear from the company."""

    kind: ClassVar[str | None] = "audience"
    id: Id
    title: Label
    wants_to_know: Prose
    """The questions that its people ask first."""
    languages: tuple[LanguageCode, ...] = ()
    """Languages its people read."""


class ApprovalStep(Element):
    """One check before a statement goes out."""

    role: RoleId
    """The role that checks."""
    checks: Prose
    """What this role looks at, such as facts, law or tone."""
    within: Duration
    """Time for this check, such as `5 min`."""


class ApprovalPath(Covering):
    """Who checks a statement, in order, before it is published."""

    kind: ClassVar[str | None] = "approval-path"
    id: Id
    title: Label
    grades: tuple[GradeId, ...]
    """Grades at which statements take this path."""
    drafter: RoleId
    """The role that fills in the gaps of the statement."""
    steps: tuple[ApprovalStep, ...]
    """The checks, in order."""
    publisher: RoleId
    """The role that sends it out after the last check."""


class Variable(Element):
    """A gap in a statement that is filled in before it goes out."""

    name: Plain
    """The words between the braces, exactly as in the statement."""
    means: Label
    """What to write in the gap, such as "date and time of the event"."""


class Statement(Covering):
    """Prepared words. `{names}` in braces are the variables to fill in."""

    kind: ClassVar[str | None] = "statement"
    id: Id
    title: Label
    statement: StatementKind
    """The purpose of the words, such as a first holding statement or an update."""
    audiences: tuple[AudienceId, ...]
    """Who it is written for."""
    channels: tuple[ChannelId, ...]
    """Where it goes out."""
    approval: ApprovalPathId | None = None
    """None: may be used as it is."""
    within: Duration
    """From activation until it is out."""
    next_update: Duration | None = None
    """Time until the next statement that it promises, such as `2 h`."""
    contains: tuple[Content, ...] = ()
    """What the words say, so that a missing part is found."""
    says: Prose
    """The words themselves, with `{names}` for what is filled in."""
    variables: tuple[Variable, ...] = ()
    """What each gap means; one entry for every name in braces."""

    @property
    def gaps(self) -> tuple[str, ...]:
        """Names in braces in the words, each once; a line break in a name counts as a space."""
        return tuple(dict.fromkeys(" ".join(name.split()) for name in _GAP.findall(self.says)))


class CommunicationPlan(Plan):
    """A file under plans/communication/."""

    spokesperson: RoleId | None = None
    """The one role that speaks for the company in public."""
    deputy_spokesperson: RoleId | None = None
    """The role that speaks when the spokesperson is away."""
    channels: tuple[Channel, ...] = ()
    """Ways to reach the audiences."""
    audiences: tuple[Audience, ...] = ()
    """Groups of people who must hear from the company."""
    approval_paths: tuple[ApprovalPath, ...] = ()
    """Who checks statements, for every grade."""
    statements: tuple[Statement, ...] = ()
    """Prepared words that several scenarios use."""
    measures: tuple[Measure, ...] = ()
    """What is done on ordinary days so that words go out fast."""
