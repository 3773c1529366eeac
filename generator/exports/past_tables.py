"""What changed since the edition before, and the history of every plan, as tables."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.exports.table import Cell, Table, TableWords, iso
from generator.history.wording import Fate, Segment
from generator.i18n.labels import name_of
from generator.i18n.words import Translator
from generator.i18n.words import translatable as _
from generator.views.changes import EFFECT_NAMES, News, PlanNews
from generator.views.revisions import Holding, VersionRow, view_revisions

_SIGNS = {Fate.SAME: ("", ""), Fate.REMOVED: ("[-", "-]"), Fate.ADDED: ("{+", "+}")}
_CHANGES = (
    *(_("Plan"), _("Version"), _("Effect"), _("Kind of thing"), _("Name of the thing"), _("What it is")),
    *(_("Change"), _("Number of changes"), _("Roles")),
)
_REVISIONS = (
    *(_("Plan"), _("Title"), _("Version"), _("Date"), _("By"), _("Change"), _("Resolves")),
    *(_("Version in force from"), _("Version in force until"), _("Edition")),
    *(_("Day of the edition"), _("Status"), _("Approver"), _("Approved"), _("In force from"), _("Fingerprint")),
    _("Other content than in edition"),
)


def past_tables(facts: Facts, news: News, translator: Translator) -> Iterator[Table]:
    """Changes, if there are any, and revisions."""
    words = TableWords(facts, translator)
    if rows := tuple(row for plan in news.view_changes().plans for row in _changes(plan, words)):
        yield Table("changes", words.label(_("What changed")), words.head(*_CHANGES), rows)
    view = view_revisions(facts, news.sitemap, news.past)
    rows = tuple(
        (history.id, words.say(history.plan.title) if history.plan else "", *version, *held)
        for history in view.histories
        for row in history.rows
        for version, held in _version(row, words)
    )
    yield Table("revisions", words.label(_("Revisions")), words.head(*_REVISIONS), rows)


def _changes(plan: PlanNews, words: TableWords) -> Iterator[tuple[Cell, ...]]:
    for thing in (*plan.things, *plan.asides):
        for line in thing.lines:
            roles = sorted({role for change in line.changes for role in change.roles})
            yield (
                _text(plan.title),
                plan.edition,
                words.label(EFFECT_NAMES[line.effect]),
                thing.kind,
                thing.id,
                _text(thing.title),
                _text(line.words),
                len(line.changes),
                words.role_titles(tuple(roles)),
            )


def _version(row: VersionRow, words: TableWords) -> Iterator[tuple[tuple[Cell, ...], tuple[Cell, ...]]]:
    """A row for each edition that held a version, or one if none did."""
    revision = row.revision
    version = (
        row.version,
        iso(revision.on if revision else None),
        words.role_title(revision.by) if revision else "",
        words.say(revision.change) if revision else "",
        ", ".join(revision.resolves) if revision else "",
        iso(row.since),
        iso(row.until),
    )
    for holding in row.holdings:
        yield version, _held(holding, words)
    if not row.holdings:
        yield version, ("",) * (len(_REVISIONS) - 2 - len(version))


def _held(holding: Holding, words: TableWords) -> tuple[Cell, ...]:
    return (
        holding.edition or words.label(_("Plans being worked on")),
        iso(holding.on),
        words.label(name_of(holding.status)) if holding.status else "",
        words.role_title(holding.approver),
        iso(holding.approved_on),
        iso(holding.effective_on),
        holding.fingerprint,
        holding.unlike,
    )


def _text(told: tuple[Segment, ...]) -> str:
    """What was removed and added keeps signs around it."""
    return "".join(f"{_SIGNS[segment.fate][0]}{segment.text}{_SIGNS[segment.fate][1]}" for segment in told)
