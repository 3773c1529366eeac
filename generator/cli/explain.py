"""`handbook explain`: the manual of the checker."""

from __future__ import annotations

import click
from rich.markdown import Markdown
from rich.table import Table

from generator.checker.manual import fault_page, faults, rule_page
from generator.checker.registry import all_rules
from generator.cli.console import output_console
from generator.errors import HandbookError
from generator.loading.explain import did_you_mean


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Print the manual page of RULE: what it checks, why, an example, and how to fix it. Without RULE, list all."""
    if rule is None:
        _list()
        return
    rules, others = all_rules(), faults()
    if rule in rules:
        page = rule_page(rules[rule])
    elif rule in others:
        page = fault_page(others[rule])
    else:
        hint = did_you_mean(rule, [*rules, *others])
        raise HandbookError(f"There is no rule `{rule}`.", hint or "Run `handbook explain` for the list.")
    console = output_console()
    if console.is_terminal:
        console.print(Markdown(page), soft_wrap=False)
    else:
        click.echo(page)


def _list() -> None:
    table = Table(box=None, show_header=True, pad_edge=False)
    for column in ("Rule", "Level"):
        table.add_column(column, no_wrap=True)
    table.add_column("What a finding means", overflow="fold")
    for rule in all_rules().values():
        table.add_row(rule.id, rule.level.value, rule.summary)
    for fault in faults().values():
        table.add_row(fault.id, fault.level.value, fault.summary)
    output_console().print(table, soft_wrap=False)
