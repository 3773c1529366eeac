"""The manual page of a rule as Markdown, for the terminal and for tools that show it beside a finding."""

from __future__ import annotations

from generator.checker.reading import CHECKER, READING, Fault
from generator.rule import Rule


def rule_page(rule: Rule) -> str:
    """Everything about a rule; the examples are those that the tests run."""
    sources = "\n".join(f"- {source}" for source in rule.sources)
    thresholds = ", ".join(f"`{name}`" for name in rule.thresholds)
    return "\n\n".join(
        part
        for part in (
            f"# {rule.id}",
            f"**{rule.summary}** ({rule.level.value}, family {rule.family})",
            rule.what,
            f"Set by `thresholds` in `plans/handbook.yml`: {thresholds}." if thresholds else "",
            f"## Why\n\n{rule.why}",
            f"Sources:\n\n{sources}",
            f"## Bad\n\n```yaml\n{rule.bad.rstrip()}\n```",
            f"```text\n{rule.report.rstrip()}\n```",
            f"## Good\n\n```yaml\n{rule.good.rstrip()}\n```",
            f"## How to fix\n\n{rule.fix}",
        )
        if part
    )


def fault_page(fault: Fault) -> str:
    """All there is to say about a finding that is no rule."""
    return f"# {fault.id}\n\n**{fault.summary}** ({fault.level.value})\n\n## How to fix\n\n{fault.fix}"


def faults() -> dict[str, Fault]:
    """Findings that are no rules, by id."""
    return {fault.id: fault for fault in (*READING, *CHECKER)}
