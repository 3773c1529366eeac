"""Administrative accounts on which the business stands."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from generator.model.element import Covering
from generator.model.text import (
    Id,
    Label,
    Prose,
    RoleId,
    SystemId,
)


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
    """Systems that can be administered with it."""
    in_name_of: AccountOwner
    """Whether the company or one person holds it."""
    owners: tuple[RoleId, ...]
    """Roles that can act as owner, each with a sign-in of its own."""
    second_factor: Label
    """Where the second factor is kept."""
    regained_by: Prose
    """How it is won back when it is lost."""
