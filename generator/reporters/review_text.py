"""The review of a change for a terminal: whom it concerns and what has to be done, then every change plan by plan."""

from __future__ import annotations

import re

from rich.text import Text

from generator.impact.impact import Impact
from generator.reporters.diff_text import diff_as_text
from generator.reporters.review_words import headline, paragraphs

# Escape characters of a plan must not reach the terminal.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def review_as_text(impact: Impact, before: str, after: str, gap: str = "") -> Text:
    """The whole review. `gap` says why the two states could not be compared."""
    text = Text(f"Review of the plans: {before} → {after}\n", "bold")
    if gap:
        text.append(f"Not compared: {_shown(gap)}\n", "bold red")
    if impact.nothing:
        return text.append("Nothing changed.\n", "green")
    text.append(f"{headline(impact)}\n")
    for paragraph in paragraphs(impact):
        text.append(f"\n{_shown(paragraph.title)}\n", "bold underline")
        for row in filter(None, (paragraph.note, *paragraph.rows)):
            text.append(f"  {_shown(row)}\n")
    if impact.comparison and impact.comparison.changes:
        text.append("\n").append(diff_as_text(impact.comparison, before, after))
    return text


def _shown(text: str) -> str:
    return _CONTROL.sub(" ", text)
