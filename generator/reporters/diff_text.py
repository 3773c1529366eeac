"""A comparison for a terminal: what got weaker first, then every change plan by plan."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.text import Text

from generator.history.changes import Change, Comparison, Effect, PlanEditions
from generator.history.grouping import PlanChanges, counts
from generator.history.wording import Fate, Segment
from generator.reporters.diff_sections import Section, sections
from generator.views.change_editions import edition_label
from generator.views.change_values import ENGLISH
from generator.views.change_words import MARKS, Line, Teller

_STYLES = {Effect.STRENGTHENED: "green", Effect.WEAKENED: "bold red", Effect.NEUTRAL: "dim"}
_FATES = {Fate.SAME: ("", "", ""), Fate.REMOVED: ("[-", "-]", "red"), Fate.ADDED: ("{+", "+}", "green")}
# Escape characters of a plan must not reach the terminal.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def diff_as_text(comparison: Comparison, before: str, after: str, role: str | None = None) -> Text:
    """Everything that changed between two editions, which are called `before` and `after`; or what a role must know."""
    found = sections(comparison, role)
    whom = f" for {comparison.titles.get(('role', role), role)}" if role else ""
    text = Text(f"From {before} to {after}{whom}: ")
    if not found:
        return text.append("nothing changed.\n", "green")
    changes = tuple(change for change in comparison.changes if role is None or role in change.roles)
    plans = {plan.plan.name.key for section in found for plan in section.plans}
    text.append(f"{len(plans)} plan{'' if len(plans) == 1 else 's'} changed.\n").append(counted(changes)).append("\n")
    teller = Teller.of(comparison)
    text.append(_weakened(changes, teller))
    for section in found:
        text.append(_section(section, teller))
    return text


def counted(changes: Iterable[Change]) -> Text:
    """How many changes strengthen, weaken, or do neither."""
    parts = [
        Text(f"{MARKS[effect]} {number} {effect}", _STYLES[effect])
        for effect, number in counts(changes).items()
        if number
    ]
    return Text(", ").join(parts)


def edition(plan: PlanEditions) -> str:
    """The version of a plan before and after, in English."""
    return edition_label(plan, ENGLISH)


def _weakened(changes: Iterable[Change], teller: Teller) -> Text:
    text = Text()
    for line in teller.weakened(changes):
        text.append("" if text else "\nWeakened\n", "bold red")
        place = line.changes[0].position
        where = f"  {_shown(place.file)}:{place.line}" if line.changes[0].now and place.line else ""
        text.append("  ").append(_line(line)).append(f"{where}\n", "dim")
    return text


def _section(section: Section, teller: Teller) -> Text:
    text = Text(f"\n{section.title}\n", "bold underline") if section.title else Text()
    for plan in section.plans:
        text.append(_plan(plan, teller))
    return text


def _plan(plan: PlanChanges, teller: Teller) -> Text:
    name = plan.plan.name
    told = [part for part in (edition(plan.plan), _shown(name.file)) if part]
    text = Text("\n").append(_shown(name.title), "bold").append(f" ({', '.join(told)})" if told else "", "dim")
    text.append(": ").append(counted(plan.changes)).append("\n")
    for block in teller.blocks(plan):
        if block.heading:
            text.append(f"  {_shown(block.heading)}\n", "cyan")
        for line in block.lines:
            text.append("    " if block.heading else "  ").append(_line(line)).append("\n")
    return text


def _line(line: Line) -> Text:
    return Text(f"{MARKS[line.effect]} ", _STYLES[line.effect]).append(_words(line.words))


def _words(words: Iterable[Segment]) -> Text:
    """Removed and added words carry signs too, as colours do not reach a file or every eye."""
    text = Text()
    for segment in words:
        opening, closing, style = _FATES[segment.fate]
        text.append(f"{opening}{_shown(segment.text)}{closing}", style or None)
    return text


def _shown(text: str) -> str:
    return _CONTROL.sub(" ", text)
