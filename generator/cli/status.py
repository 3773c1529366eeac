"""`handbook status`: which plans are approved as they stand, and when they are due for review."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

import click
from rich.box import SIMPLE_HEAD
from rich.console import JustifyMethod
from rich.table import Table
from rich.text import Text

from generator.analysis.approvals import Approval, ApprovalState, approvals
from generator.cli.console import output_console
from generator.pipeline import Project, require_handbook, today, translation_prints

_COLUMNS = ("Plan", "Version", "Status", "Approval", "Changed since", "Review due", "Days")
_WIDE = frozenset({"Plan", "Approval", "Changed since"})
_TOLD = {
    ApprovalState.APPROVED: "approved {on}",
    ApprovalState.CHANGED: "changed since {on}",
    ApprovalState.UNRECORDED: "not recorded; last {version}, {on}",
    ApprovalState.NEVER: "never",
    ApprovalState.IN_REVIEW: "in review",
    ApprovalState.DRAFT: "draft",
    ApprovalState.RETIRED: "retired",
}
_MOST = 5


@dataclass(frozen=True, slots=True)
class _Row:
    approval: Approval
    translations: tuple[str, ...]
    """Languages in which readers see other sentences than were approved."""
    due: date | None
    left: int | None


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Form of the answer.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Day from which reviews count. Default: today.")
@click.pass_obj
def status(project: Project, form: str, as_of: datetime | None) -> None:
    """Show which plans are approved as they stand, what changed since, and when they are due for review."""
    handbook = require_handbook(project)
    day = as_of.date() if as_of else today(handbook.settings.time_zone)
    found = approvals(handbook)
    recorded = [approval.plan for approval in found if approval.record]
    prints = translation_prints(project, handbook, recorded) if recorded else {}
    rows = sorted((_row(approval, prints.get(approval.plan.id, {}), day) for approval in found), key=_urgency)
    if form == "json":
        click.echo(json.dumps([_data(row) for row in rows], ensure_ascii=False, indent=2))
    else:
        _print(rows)


def _row(approval: Approval, now: dict[str, str], day: date) -> _Row:
    control = approval.plan.control
    due = None if control.retired else control.review_due_on
    return _Row(approval, approval.stale_translations(now), due, (due - day).days if due else None)


def _urgency(row: _Row) -> tuple[bool, int, str]:
    """Overdue first, then by the days left; what has no day last."""
    return row.left is None, row.left or 0, row.approval.plan.id


def _print(rows: list[_Row]) -> None:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in _COLUMNS:
        justify: JustifyMethod = "right" if column == _COLUMNS[-1] else "left"
        table.add_column(column, overflow="fold", no_wrap=column not in _WIDE, justify=justify)
    for row in rows:
        table.add_row(*_cells(row))
    console = output_console()
    console.print(table, soft_wrap=False)
    overdue = sum(1 for row in rows if row.left is not None and row.left < 0)
    void = sum(1 for row in rows if row.approval.state is ApprovalState.CHANGED)
    console.print(f"{len(rows)} plans, {overdue} overdue for review, {void} changed since their approval.")


def _cells(row: _Row) -> tuple[Text, ...]:
    control, record, state = row.approval.plan.control, row.approval.record, row.approval.state
    told = _TOLD[state].format(on=record.on if record else "", version=record.version if record else "")
    changed = [change.told for change in row.approval.changes]
    changed = [*changed[:_MOST], *([f"{len(changed) - _MOST} more"] if len(changed) > _MOST else [])]
    changed += [f"the translation `{code}`" for code in row.translations]
    bad = "bold red"
    return (
        Text(row.approval.plan.id),
        Text(control.version),
        Text(control.status),
        Text(told, bad if state is ApprovalState.CHANGED else ""),
        Text("\n".join(changed)),
        Text(str(row.due or "")),
        Text("" if row.left is None else str(row.left), bad if row.left is not None and row.left < 0 else ""),
    )


def _data(row: _Row) -> dict[str, object]:
    plan, record = row.approval.plan, row.approval.record
    return {
        "plan": plan.id,
        "file": plan.position().file,
        "version": plan.control.version,
        "status": plan.control.status.value,
        "approval": row.approval.state.value,
        "recorded": {"version": record.version, "by": record.by, "on": str(record.on)} if record else None,
        "changes": [{"part": change.address, "change": change.change.value} for change in row.approval.changes],
        "translations_changed": list(row.translations),
        "review_due_on": str(row.due) if row.due else None,
        "days_left": row.left,
    }
