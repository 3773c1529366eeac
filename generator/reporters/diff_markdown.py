"""A comparison as a comment on a pull request: a table, what got weaker, and each plan folded up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.history.changes import Change, Comparison, Effect
from generator.history.grouping import PlanChanges, counts
from generator.reporters.comment import LONGEST, RESERVE, Comment, escaped, marked
from generator.reporters.diff_sections import Section, sections
from generator.reporters.diff_text import edition
from generator.views.change_words import MARKS, Teller


def diff_as_markdown(
    comparison: Comparison, before: str, after: str, role: str | None = None, most: int = LONGEST
) -> str:
    """What changed, in at most so many characters; the last line says how many changes are left out.

    Where not all fit, neutral changes are left out first.
    """
    found = sections(comparison, role)
    whom = f" for {escaped(comparison.titles.get(('role', role), role))}" if role else ""
    heading = f"### Plans: {escaped(before)} → {escaped(after)}{whom}\n"
    if not found:
        return f"{heading}\nNothing changed."
    changes = [change for change in comparison.changes if role is None or role in change.roles]
    comment = Comment(most - RESERVE)
    comment.add(heading, counted(changes), "")
    _add_table(comment, found, 0.25)
    add_weakened(comment, comparison, changes, 0.5)
    return "\n".join(_with_plans(comment, Teller.of(comparison), found, changes).lines)


def _add_table(comment: Comment, found: Iterable[Section], share: float) -> None:
    """Plans with their versions and the number of changes."""
    comment.add("| Plan | Version | ▲ | ▼ | · |", "|---|---|--:|--:|--:|")
    comment.rows(_table([plan for section in found for plan in section.plans]), share, "plans.")


def add_weakened(comment: Comment, comparison: Comparison, changes: Iterable[Change], share: float) -> None:
    """What got weaker, if anything did."""
    if weakened := [f"- {marked(line.words)}" for line in Teller.of(comparison).weakened(changes)]:
        comment.add("#### ▼ Weakened", "")
        comment.rows(weakened, share, "changes that weaken.")


def with_plans(comment: Comment, comparison: Comparison, share: float) -> Comment:
    """The comment with a table of the plans that changed, up to a share of it, and what changed in each."""
    found = sections(comparison, None)
    _add_table(comment, found, share)
    return _with_plans(comment, Teller.of(comparison), found, comparison.changes)


def _with_plans(comment: Comment, teller: Teller, found: Sequence[Section], changes: Iterable[Change]) -> Comment:
    """The comment with what changed in each plan, folded up; its last line tells how many changes do not fit.

    Where not all fit, neutral changes are left out first.
    """
    whole = comment.copy()
    missing = _unfold(whole, found, teller)
    if missing:
        whole = comment.copy()
        missing = _unfold(whole, [_with_effect(section) for section in found], teller)
        missing += counts(changes)[Effect.NEUTRAL]
        rest = f"… and {missing} more change{'' if missing == 1 else 's'} that did not fit; `handbook diff` shows them."
        whole.lines.append(rest)
    return whole


def _unfold(comment: Comment, found: Iterable[Section], teller: Teller) -> int:
    """Add what changed in each plan; gives the number of changes that do not fit."""
    missing = 0
    for section in found:
        if section.title:
            comment.add(f"#### {section.title}", "")
        missing += sum(_fold(comment, plan, teller) for plan in section.plans)
    return missing


def _with_effect(section: Section) -> Section:
    """The section without neutral changes."""
    plans = (
        replace(plan, changes=tuple(change for change in plan.changes if change.effect is not Effect.NEUTRAL))
        for plan in section.plans
    )
    return replace(section, plans=tuple(plan for plan in plans if plan.changes))


def _table(plans: Iterable[PlanChanges]) -> Iterator[str]:
    for plan in plans:
        numbers = counts(plan.changes)
        shown = " | ".join(str(numbers[effect] or "") for effect in Effect)
        yield f"| {escaped(plan.plan.name.title)} | {edition(plan.plan)} | {shown} |"


def _fold(comment: Comment, plan: PlanChanges, teller: Teller) -> int:
    """Add what changed in a plan, as far as it fits; gives the number of changes that do not."""
    title = f"{escaped(plan.plan.name.title)}: {counted(plan.changes)}"
    end = ["", "</details>", ""]
    told = sum(not change.inside for change in plan.changes)
    if not comment.add("<details>", f"<summary>{title}</summary>", "", *end):
        return told
    del comment.lines[-len(end) :]
    for block in teller.blocks(plan):
        heading = [f"- {escaped(block.heading)}"] if block.heading else []
        for line in block.lines:
            item = f"{'  ' if block.heading else ''}- {MARKS[line.effect]} {marked(line.words)}"
            if comment.add(*heading, item):
                heading, told = [], told - len(line.changes)
    comment.lines += end
    return told


def counted(changes: Iterable[Change]) -> str:
    """How many changes strengthen, weaken, or do neither."""
    return ", ".join(f"{MARKS[effect]} {number} {effect}" for effect, number in counts(changes).items() if number)
