"""`handbook approve`: record that a role has approved plans with exactly their content of now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import click
from rich.console import Console
from rich.text import Text

from generator.analysis.approvals import Approval, Refusal, approvals, record_of, refusal
from generator.cli.console import error_console, output_console
from generator.errors import HandbookError
from generator.loading.explain import did_you_mean
from generator.model.approval import ApprovalRecord
from generator.model.control import Status
from generator.model.handbook import Handbook
from generator.pipeline import Project, prints_of_translations, require_handbook, today, write_approvals

_MOST = 10


@click.command()
@click.argument("plans", nargs=-1, metavar="[PLAN]...")
@click.option("--all", "every", is_flag=True, help="All plans that are approved according to them, by this role.")
@click.option("--by", metavar="ROLE", required=True, help="The role that approves: the `approver` of each plan.")
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Day of the approval. Default: `approved_on` of the plan."
)
@click.pass_context
def approve(context: click.Context, plans: tuple[str, ...], every: bool, by: str, day: datetime | None) -> None:
    """Record the approval of each PLAN, by its id, under plans/approvals/; status 1 if one is refused.

    A plan must have `status: approved`, and a higher version than the last one that was approved if its content
    changed. If one plan is refused, none is recorded.
    """
    if bool(plans) == every:
        raise click.UsageError("Name the plans, or give --all.", context)
    project: Project = context.obj
    handbook = require_handbook(project)
    on, now = _day(day, handbook)
    if by not in handbook.roles:
        raise HandbookError(
            f"There is no role `{by}`.", did_you_mean(by, handbook.roles) or "Name a role of the handbook."
        )
    wanted = _of_role(handbook, by) if every else _named(handbook, plans)
    if not wanted:
        raise _no_plan_of(handbook, by)
    refused = [found for approval in wanted if (found := _too_early(approval, now) or refusal(approval, by, on))]
    if refused:
        _tell_refused(refused)
        context.exit(1)
    prints = prints_of_translations(project, handbook, (approval.plan for approval in wanted))
    records = [record_of(approval, by, on, prints[approval.plan.id], now) for approval in wanted]
    fresh = [record for approval, record in zip(wanted, records, strict=True) if not _same(record, approval.record)]
    files = write_approvals(project, fresh)
    console = output_console()
    for record, file in zip(fresh, files, strict=True):
        _print(console, f"{file}: version {record.version} approved by {record.by} on {record.on}.")
    _print(console, _sum(len(fresh), len(records) - len(fresh)))


def _day(day: datetime | None, handbook: Handbook) -> tuple[date | None, date]:
    now = today(handbook.settings.time_zone)
    if day and day.date() > now:
        raise HandbookError(f"{day.date()} lies in the future.", "Give the day on which the plans were approved.")
    return day.date() if day else None, now


def _too_early(approval: Approval, now: date) -> Refusal | None:
    """A record of a day that has not come would stay when the plan is corrected."""
    day = approval.plan.control.approved_on
    if day is None or day <= now:
        return None
    return Refusal(
        approval.plan, f"its `approved_on` is {day}, which lies in the future", "Write the day it was approved."
    )


def _of_role(handbook: Handbook, by: str) -> list[Approval]:
    return [
        approval
        for approval in approvals(handbook)
        if approval.plan.control.status is Status.APPROVED and approval.plan.control.approver == by
    ]


def _no_plan_of(handbook: Handbook, by: str) -> HandbookError:
    """Why `--all` found nothing, and what to do."""
    plans = [plan for plan in handbook.plans if not plan.control.retired]
    if own := [plan.id for plan in plans if plan.control.approver == by]:
        return HandbookError(
            f"No plan that `{by}` approves has `status: approved`: {_some(own)}.",
            "Set `status: approved`, `approved_on` and `effective_on` in the plans that are to be recorded.",
        )
    roles = _some(sorted({plan.control.approver for plan in plans})) or "none, as all plans are retired"
    return HandbookError(f"`{by}` approves no plan here.", f"Name a role that is the `approver` of plans: {roles}.")


def _some(ids: list[str]) -> str:
    rest = len(ids) - _MOST
    return ", ".join(f"`{name}`" for name in ids[:_MOST]) + (f" and {rest} more" if rest > 0 else "")


def _named(handbook: Handbook, names: Iterable[str]) -> list[Approval]:
    known = {approval.plan.id: approval for approval in approvals(handbook)}
    for name in names:
        if name not in known:
            raise HandbookError(f"There is no plan `{name}`.", did_you_mean(name, known) or "Name a plan by its `id`.")
    return [known[name] for name in dict.fromkeys(names)]


def _same(record: ApprovalRecord, last: ApprovalRecord | None) -> bool:
    """Whether two records say the same; where they were written does not matter."""
    return last is not None and record.model_dump() == last.model_dump()


def _tell_refused(refused: Iterable[Refusal]) -> None:
    console = error_console()
    for found in refused:
        place = found.plan.control.position("version")
        console.print(Text.assemble(f"{place}: ", ("refused", "bold red"), f" `{found.plan.id}`: {found.reason}."))
        console.print(Text.assemble("  ", ("fix:", "green"), f" {found.remedy}"))
    console.print("Nothing was recorded.")


def _sum(fresh: int, same: int) -> str:
    recorded = f"{fresh} approval{'' if fresh == 1 else 's'} recorded" if fresh else "Nothing to record"
    return f"{recorded}, {same} unchanged." if same else f"{recorded}."


def _print(console: Console, line: str) -> None:
    console.print(line, markup=False)
