"""What was approved: records beside the plans, written by `handbook approve`, that bind approvals to content."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.control import Version
from generator.model.element import Element
from generator.model.text import Day, Id, Told

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), Told("A SHA-256 digest.")]
ShortDigest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$"), Told("The beginning of a SHA-256 digest.")]


class ApprovalRecord(Element):
    """A file under plans/approvals/: the last approval of one plan.

    `plan` and `by` are plain ids: the record tells the past, and must not keep a handbook from loading after a plan
    or a role was renamed.
    """

    plan: Id
    """The plan that was approved."""
    version: Version
    """The version of the plan that was approved."""
    by: Id
    """The role that approved it."""
    on: Day
    """The day of the approval."""
    fingerprint: Digest
    """The fingerprint of the content that was approved."""
    parts: dict[str, ShortDigest] = Field(default_factory=dict)
    """Digests of the parts of the plan and of what it names outside, by address, so that a change can be named."""
    translations: dict[str, Digest] = Field(default_factory=dict)
    """Digests of the sentences as readers of other languages saw them, by language."""
