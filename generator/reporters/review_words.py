"""What a change of plans comes to, in words, whatever the form of the report: the most important first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.analysis.approvals import changes_told
from generator.finding import Finding, Level
from generator.history.grouping import counts
from generator.impact.approvals import ApprovalDue, Todo
from generator.impact.impact import Impact
from generator.impact.reach import PageReach, Reach, Reason, RoleReach, ScenarioReach
from generator.impact.translations import LanguageChanges
from generator.reporters.review_beside import (
    FILES_NOTE,
    TRANSLATIONS_NOTE,
    file_rows,
    translation_rows,
    translations_title,
)

_MOST = 30
"""Names that one line may hold."""
_TODO = {
    Todo.RAISE_VERSION: "Approvals: raise the version, add a revision, and have it approved again",
    Todo.APPROVE: "Approvals: ready for the approver",
    Todo.END_REVIEW: "Approvals: when the review is over",
    Todo.NOTHING: "Approvals: settled already",
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading and its rows. A reader who is in a hurry can do without what is folded."""

    title: str
    rows: tuple[str, ...]
    folded: bool = False
    note: str = ""
    """What the rows mean, before them."""


def headline(impact: Impact) -> str:
    """The change in one line of numbers."""
    found = impact.findings
    told = [f"{number} {effect}" for effect, number in _effects(impact) if number]
    told += [f"new findings: {levels(found.new)}"] * bool(found.new)
    told += [counted(len(found.resolved), "finding") + " resolved"] * bool(found.resolved)
    told += [counted(len(impact.void), "approval") + " void"] * bool(impact.void)
    words, files = sum(len(found.changes) for found in impact.translations), len(impact.files or ())
    told += [f"{counted(words, 'translation')} changed"] * bool(words)
    told += [f"{counted(files, 'file')} beside the plans changed"] * bool(files)
    if told:
        return f"{'; '.join(told)}."
    if impact.comparison is None:
        return "The checker finds no fault."
    return "No duty changed, and the checker finds what it found before."


def paragraphs(impact: Impact) -> Iterator[Paragraph]:
    """Everything but what changed in each plan; what is empty is left out."""
    found, reach = impact.findings, impact.reach
    told = (
        Paragraph(f"New findings: {levels(found.new)}", tuple(map(_finding, by_level(found.new)))),
        Paragraph("Accepted by a waiver from now on", tuple(map(_finding, by_level(found.accepted)))),
        *_approvals(impact),
        *map(_translations, impact.translations),
        Paragraph("Whom and what it concerns", tuple(_reach(reach))),
        Paragraph("Findings of exercises and emergencies that it answers", tuple(_answers(impact))),
        Paragraph("New or changed sentences without a translation", tuple(_untranslated(impact))),
        Paragraph("Files beside the plans", tuple(file_rows(impact.files or ())), note=FILES_NOTE),
        Paragraph(_pages_title(reach), tuple(map(_page, reach.pages)), folded=True),
        Paragraph(
            f"Resolved findings: {levels(found.resolved)}", tuple(map(_finding, by_level(found.resolved))), folded=True
        ),
    )
    return (paragraph for paragraph in told if paragraph.rows)


def counted(number: int, noun: str) -> str:
    """A number and its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def levels(findings: Iterable[Finding]) -> str:
    """How many findings there are of each level."""
    every = tuple(findings)
    numbers = ((level, sum(finding.level is level for finding in every)) for level in Level)
    return ", ".join(counted(number, level.value) for level, number in numbers if number)


def by_level(findings: Iterable[Finding]) -> list[Finding]:
    """The most serious first; among them rules that find little, which those that find much would bury."""
    every, order = tuple(findings), list(Level)
    often = Counter(finding.rule for finding in every)
    return sorted(every, key=lambda finding: (order.index(finding.level), often[finding.rule], finding.rule))


def _effects(impact: Impact) -> Iterator[tuple[str, int]]:
    changes = impact.comparison.changes if impact.comparison else ()
    return ((effect.value, number) for effect, number in counts(changes).items())


def _finding(finding: Finding) -> str:
    place = finding.position
    where = f"{place.file}:{place.line}" if place.line else place.file
    return f"{finding.level.value} `{finding.rule}` at {where}: {finding.message}"


def _approvals(impact: Impact) -> Iterator[Paragraph]:
    for todo, title in _TODO.items():
        rows = tuple(_approval(due) for due in impact.approvals if due.todo is todo)
        yield Paragraph(title, rows, folded=todo is Todo.NOTHING)


def _approval(due: ApprovalDue) -> str:
    return f"{due.plan.title} (`{due.plan.id}`): {' '.join(_facts(due))}"


def _facts(due: ApprovalDue) -> Iterator[str]:
    plan, void, approver = due.plan, due.void, due.plan.control.approver
    if void:
        told = changes_told(due.changes)
        because = f": {told}" if told else ""
        yield f"version {void.version}, approved by `{void.by}` on {void.on}, is void{because}."
    elif due.last_version:
        yield f"version {due.last_version} was approved last."
    if due.todo is Todo.APPROVE:
        yield f"Run `handbook approve {plan.id} --by {approver}` for version {plan.control.version}."
    elif due.again:
        yield f"Version {due.again.version} was approved by `{due.again.by}` on {due.again.on}."
    elif due.todo is not Todo.NOTHING and (void is None or void.by != approver):
        yield f"Its approver is `{approver}`."


def _translations(found: LanguageChanges) -> Paragraph:
    note = "" if found.unread else TRANSLATIONS_NOTE
    return Paragraph(translations_title(found), tuple(translation_rows(found)), note=note)


def _reach(reach: Reach) -> Iterator[str]:
    rows = {
        "Scenarios that changed": [s.title for s in _because(reach, Reason.CHANGED)],
        "Scenarios that are gone": [s.title for s in _because(reach, Reason.GONE)],
        "Scenarios with another version only": [_naming(s) for s in _because(reach, Reason.VERSION)],
        "Scenarios that name something that changed": [_naming(s) for s in _because(reach, Reason.NAMES)],
        "Roles": [_role(role) for role in reach.roles],
        "Action cards to print again": [card.title for card in reach.cards if not card.gone],
        "Action cards to throw away": [card.title for card in reach.cards if card.gone],
    }
    for title, names in rows.items():
        if names:
            yield f"{title} ({len(names)}): {_some(names)}"
    if reach.everywhere:
        yield "Every page: the company's name, an emergency number or whom to call first is another one."


def _because(reach: Reach, reason: Reason) -> Iterator[ScenarioReach]:
    return (scenario for scenario in reach.scenarios if scenario.reason is reason)


def _naming(scenario: ScenarioReach) -> str:
    because = _some(f"`{name}`" for name in scenario.because)
    return f"{scenario.title} ({because})" if because else scenario.title


def _role(role: RoleReach) -> str:
    changes = role.changes
    told = {"new": changes.gained, "no longer": changes.lost, "changed": changes.touched}
    return f"{role.title} ({', '.join(f'{len(found)} {word}' for word, found in told.items() if found)})"


def _some(names: Iterable[str]) -> str:
    every = list(names)
    rest = len(every) - _MOST
    return ", ".join(every[:_MOST]) + (f" and {rest} more" if rest > 0 else "")


def _answers(impact: Impact) -> Iterator[str]:
    for answer in impact.answers:
        where = f"version {answer.revision.version} of {answer.plan.title}"
        yield f"`{answer.finding.id}` by {where}: {answer.finding.finding}"


def _untranslated(impact: Impact) -> Iterator[str]:
    for language, texts in impact.untranslated.items():
        file, line = texts[0].places[0]
        yield f"`{language}`: {counted(len(texts), 'sentence')}, the first at {file}:{line}"


def _pages_title(reach: Reach) -> str:
    certain = sum(page.reason.certain for page in reach.pages)
    return f"Pages of the site: {certain} certainly changed, {len(reach.pages) - certain} perhaps"


def _page(page: PageReach) -> str:
    told = {
        Reason.GONE: "is gone",
        Reason.CHANGED: "shows what changed",
        Reason.VERSION: "shows another version or status",
        Reason.NAMES: "names something that changed",
        Reason.ROLE: "of a role with a part in what changed",
    }
    return f"`{page.path}` {told[page.reason]}"
