"""The review of a change as one comment on a pull request: what got weaker first, details folded up."""

from __future__ import annotations

from generator.impact.impact import Impact
from generator.reporters.comment import LONGEST, RESERVE, Comment, escaped
from generator.reporters.diff_markdown import add_weakened, with_plans
from generator.reporters.review_words import Paragraph, headline, paragraphs

MARKER = "<!-- handbook-review -->"
"""The first line, by which a workflow finds its own comment and replaces it."""
_LAST_SHARE = 0.7
"""What is full at most before the changes of each plan are told."""


def review_as_markdown(impact: Impact, before: str, after: str, gap: str = "", most: int = LONGEST) -> str:
    """The whole review in at most so many characters. `gap` says why the two states could not be compared."""
    comment = Comment(most - RESERVE)
    comment.add(MARKER, f"### Review of the plans: {escaped(before)} → {escaped(after)}", "")
    if gap:
        comment.add(f"> **Not compared.** {escaped(gap)}", "")
    if impact.nothing:
        comment.add("Nothing changed.")
        return "\n".join(comment.lines)
    comment.add(escaped(headline(impact)), "")
    changes = impact.comparison.changes if impact.comparison else ()
    if impact.comparison:
        add_weakened(comment, impact.comparison, changes, 0.25)
    for paragraph in paragraphs(impact):
        _add(comment, paragraph)
    if impact.comparison and changes:
        comment.add("#### What changed", "")
        comment = with_plans(comment, impact.comparison, 0.8)
    return "\n".join(comment.lines)


def _add(comment: Comment, paragraph: Paragraph) -> None:
    """Its rows as far as they fit, and the number of those that do not."""
    opening, ending = _frame(paragraph)
    comment.add(*opening)
    comment.add(*([escaped(paragraph.note), ""] if paragraph.note else []))
    comment.rows((f"- {escaped(row)}" for row in paragraph.rows), _LAST_SHARE, "lines; `handbook review` shows them.")
    comment.add(*ending)


def _frame(paragraph: Paragraph) -> tuple[tuple[str, ...], tuple[str, ...]]:
    title = escaped(paragraph.title)
    if paragraph.folded:
        return ("<details>", f"<summary>{title}</summary>", ""), ("</details>", "")
    return (f"#### {title}", ""), ()
