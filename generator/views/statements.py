"""Prepared words with the path of their approval."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.communication import ApprovalPath, Statement
from generator.model.handbook import Handbook


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Prepared words and who approves them."""

    statement: Statement
    approval: ApprovalPath | None


def statement_row(handbook: Handbook, statement: Statement) -> StatementRow:
    """A statement with its approval path, None where it may be used as it is."""
    return StatementRow(statement, handbook.approval_paths[statement.approval] if statement.approval else None)
