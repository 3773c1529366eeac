"""A comparison as a comment on a pull request: a table, what got weaker, and each plan folded up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.history.changes import Change, Comparison, Effect
from generator.history.grouping import PlanChanges, counts
from generator.history.wording import Fate, Segment
from generator.reporters.diff_text import edition
from generator.reporters.diff_words import MARKS, Section, Teller, sections

LONGEST = 65_000
"""Characters that a comment may have; GitHub refuses more than 65,536."""
_RESERVE = 400
"""Characters kept for the line that says what is left out."""
_FATES = {Fate.SAME: "", Fate.REMOVED: "~~", Fate.ADDED: "**"}
# A mention would notify people, and a number would link to an unrelated issue.
_ENTITIES = {"@": "&#64;", "#": "&#35;", "<": "&lt;", ">": "&gt;", "&": "&amp;"}
_SPECIAL = re.compile(r"[\\*_\[\]~|@#<>&]")
_BREAKS = re.compile(r"\s*[\x00-\x1f\x7f-\x9f]+\s*")


@dataclass
class _Comment:
    """Lines up to a number of characters."""

    most: int
    lines: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, *lines: str, share: float = 1) -> bool:
        """Take all of some lines, if then no more than a share of the whole is full."""
        size = sum(len(line) + 1 for line in lines)
        if self.length + size > self.most * share:
            return False
        self.lines += lines
        self.length += size
        return True

    def rows(self, rows: Iterable[str], share: float, left_out: str) -> None:
        """As many rows as fit into a share, and the number of those that do not."""
        missing = sum(not self.add(row, share=share) for row in rows)
        self.add(*(["", f"… and {missing} more {left_out}"] if missing else []), "")


def diff_as_markdown(
    comparison: Comparison, before: str, after: str, role: str | None = None, most: int = LONGEST
) -> str:
    """What changed, in at most so many characters; the last line says how many changes are left out.

    Where not all fit, neutral changes are left out first.
    """
    found = sections(comparison, role)
    whom = f" for {_escaped(comparison.titles.get(('role', role), role))}" if role else ""
    heading = f"### Plans: {_escaped(before)} → {_escaped(after)}{whom}\n"
    if not found:
        return f"{heading}\nNothing changed."
    changes = [change for change in comparison.changes if role is None or role in change.roles]
    comment, teller = _Comment(most - _RESERVE), Teller.of(comparison)
    comment.add(heading, _counted(changes), "", "| Plan | Version | ▲ | ▼ | · |", "|---|---|--:|--:|--:|")
    comment.rows(_table([plan for section in found for plan in section.plans]), 0.25, "plans.")
    if weakened := [f"- {_words(line.words)}" for line in teller.weakened(changes)]:
        comment.add("#### ▼ Weakened", "")
        comment.rows(weakened, 0.5, "changes that weaken.")
    whole = replace(comment, lines=[*comment.lines])
    missing = _unfold(whole, found, teller)
    if missing:
        whole, missing = comment, _unfold(comment, [_with_effect(section) for section in found], teller)
        missing += counts(changes)[Effect.NEUTRAL]
    rest = f"… and {missing} more change{'' if missing == 1 else 's'} that did not fit; `handbook diff` shows them."
    return "\n".join([*whole.lines, *([rest] if missing else [])])


def _unfold(comment: _Comment, found: Iterable[Section], teller: Teller) -> int:
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
        yield f"| {_escaped(plan.plan.name.title)} | {edition(plan.plan)} | {shown} |"


def _fold(comment: _Comment, plan: PlanChanges, teller: Teller) -> int:
    """Add what changed in a plan, as far as it fits; gives the number of changes that do not."""
    title = f"{_escaped(plan.plan.name.title)}: {_counted(plan.changes)}"
    end = ["", "</details>", ""]
    told = sum(not change.inside for change in plan.changes)
    if not comment.add("<details>", f"<summary>{title}</summary>", "", *end):
        return told
    del comment.lines[-len(end) :]
    for block in teller.blocks(plan):
        heading = [f"- {_escaped(block.heading)}"] if block.heading else []
        for line in block.lines:
            item = f"{'  ' if block.heading else ''}- {MARKS[line.effect]} {_words(line.words)}"
            if comment.add(*heading, item):
                heading, told = [], told - len(line.changes)
    comment.lines += end
    return told


def _counted(changes: Iterable[Change]) -> str:
    return ", ".join(f"{MARKS[effect]} {number} {effect}" for effect, number in counts(changes).items() if number)


def _words(words: Iterable[Segment]) -> str:
    return "".join(_marked(segment) for segment in words)


def _marked(segment: Segment) -> str:
    """Signs of emphasis hold only next to letters, so spaces stay outside."""
    sign, text = _FATES[segment.fate], segment.text
    inner = text.strip()
    if not sign or not inner:
        return _escaped(text)
    start = text.index(inner)
    return f"{text[:start]}{sign}{_escaped(inner)}{sign}{text[start + len(inner) :]}"


def _escaped(text: str) -> str:
    """Text that means nothing to Markdown but itself; code in backticks stays code."""
    return _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), _BREAKS.sub(" ", text))
