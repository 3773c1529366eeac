"""`handbook status`: which plans are approved as they stand, and when they are due for review."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import click
from rich.box import SIMPLE_HEAD
from rich.console import JustifyMethod
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from generator.analysis.approvals import Approval, ApprovalState, approvals
from generator.cli.console import output_console
from generator.model.control import Status
from generator.pipeline import Project, prints_of_translations, require_handbook, today

_VERDICT = "Approval"
_COLUMNS = ("Plan", "Version", _VERDICT, "Review due", "Days")
"""The verdict tells the status too: only what is approved can have a record that holds."""
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
_UNBOUND = 10_000


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
    prints = prints_of_translations(project, handbook, recorded) if recorded else {}
    rows = sorted((_row(approval, prints.get(approval.plan.id, {}), day) for approval in found), key=_urgency)
    if form == "json":
        click.echo(json.dumps([_data(row) for row in rows], ensure_ascii=False, indent=2))
    else:
        _print(rows)


def _row(approval: Approval, now: Mapping[str, str], day: date) -> _Row:
    control = approval.plan.control
    due = None if control.retired else control.review_due_on
    return _Row(approval, approval.stale_translations(now), due, (due - day).days if due else None)


def _urgency(row: _Row) -> tuple[bool, int, str]:
    """Overdue first, then by the days left; what has no day last."""
    return row.left is None, row.left or 0, row.approval.plan.id


def _print(rows: list[_Row]) -> None:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for column in _COLUMNS:
        justify: JustifyMethod = "right" if column == _COLUMNS[-1] else "left"
        table.add_column(column, no_wrap=column != _VERDICT, justify=justify)
    for row in rows:
        table.add_row(*_cells(row))
    console = output_console()
    # A terminal that is too narrow for the longest word gets longer lines, not broken words.
    free = console.options.update(width=_UNBOUND)
    console.width = max(console.width, Measurement.get(console, free, table).minimum)
    console.print(table, soft_wrap=False)
    for row in rows:
        if lines := _changed(row):
            console.print(Text("\n  ".join([f"\nNot as approved in `{row.approval.plan.id}`:", *lines])))
    console.print(f"\n{_sum(rows)}")


def _cells(row: _Row) -> tuple[Text, ...]:
    control, record, state = row.approval.plan.control, row.approval.record, row.approval.state
    told = _TOLD[state].format(on=record.on if record else "", version=record.version if record else "")
    told += "; translation changed" if _translated_otherwise(row) else ""
    bad = "bold red"
    return (
        Text(row.approval.plan.id),
        Text(control.version),
        Text(told, bad if state is ApprovalState.CHANGED or _translated_otherwise(row) else ""),
        Text(str(row.due or "")),
        Text("" if row.left is None else str(row.left), bad if _overdue(row) else ""),
    )


def _changed(row: _Row) -> list[str]:
    """What is not as it was approved, one thing a line."""
    changed = [change.told for change in row.approval.changes]
    changed = [*changed[:_MOST], *([f"{len(changed) - _MOST} more"] if len(changed) > _MOST else [])]
    return [*changed, *(f"the translation `{code}`" for code in row.translations)]


def _sum(rows: list[_Row]) -> str:
    """How many plans there are, and how many need somebody for which reason."""
    states = Counter(row.approval.state for row in rows)
    counts = {
        "overdue for review": sum(map(_overdue, rows)),
        "changed since their approval": states[ApprovalState.CHANGED],
        "with a translation changed since their approval": sum(map(_translated_otherwise, rows)),
        "without a record of their version": states[ApprovalState.UNRECORDED] + states[ApprovalState.NEVER],
        "in review": states[ApprovalState.IN_REVIEW],
        "in draft": states[ApprovalState.DRAFT],
    }
    told = [f"{count} {reason}" for reason, count in counts.items() if count]
    return f"{', '.join([f'{len(rows)} plans', *told])}."


def _overdue(row: _Row) -> bool:
    return row.left is not None and row.left < 0


def _translated_otherwise(row: _Row) -> bool:
    """Whether a plan that counts as approved has other translations; before that they are still worked on."""
    return bool(row.translations) and row.approval.plan.control.status is Status.APPROVED


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
