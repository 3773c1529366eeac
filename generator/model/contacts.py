"""Whom one reaches and how: ways to reach people, and the outside bodies."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from generator.model.duration import Duration
from generator.model.element import Covering, Element
from generator.model.text import (
    ChannelId,
    Day,
    Id,
    Label,
    OutsideBodyId,
    Place,
    Plain,
    Prose,
    RoleId,
)


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


class ContactWay(Element):
    """One way to reach a person or a body."""

    contact: ContactKind
    """By what one reaches them."""
    value: Plain
    """The number or address, in quotes where it has digits only."""
    after_hours: bool = False
    """It is answered at night and on days off."""
    channel: ChannelId | None = None
    """The channel it runs over, which may itself be down."""
    verified_on: Day | None = None
    """The day somebody last tried it."""
    note: Label | None = None
    """What a caller must know, such as "ask for the control room"."""


class OutsideBody(Covering):
    """An authority, supplier or partner that is told or called in an emergency."""

    kind: ClassVar[str | None] = "outside-body"
    id: Id
    title: Label
    body: BodyKind
    """What it is to the company."""
    call_when: Prose
    """When it is called, so that nobody hesitates."""
    contacts: tuple[ContactWay, ...] = Field(min_length=1)
    """Ways to reach it, the fastest first."""
    owner: RoleId
    """Who keeps the contact alive and its data current."""
    contract: Plain | None = None
    """Number of the contract to quote."""
    support: Label | None = None
    """What help is promised, such as "answer within 15 min at any hour"."""
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
    """Another body that can take its place."""
