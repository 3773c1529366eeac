"""Tables that an auditor asks for and readers of the site do not: who approved which content, and what proves it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.analysis.approvals import Approval
from generator.checker.engine import Inspection
from generator.exports.table import Cell, Table, TableWords, iso
from generator.finding import Finding, Level
from generator.i18n.labels import name_of
from generator.i18n.words import translatable as _
from generator.model.duration import Duration
from generator.model.exercises import ExerciseRecord
from generator.views.sitemap import Sitemap
from generator.views.standing import Standing, standing


def audit_tables(words: TableWords, inspection: Inspection, in_manifest: Mapping[str, str]) -> Iterator[Table]:
    """All of them; `in_manifest` holds fingerprints of plans by id."""
    yield approvals_table(words, in_manifest)
    yield records_table(words)
    yield timings_table(words)
    yield incidents_table(words)
    yield report_table(words, inspection)
    yield waivers_table(words, inspection)


def agrees(approval: Approval, in_manifest: Mapping[str, str]) -> bool:
    """Whether plan, record and manifest have one fingerprint."""
    record = approval.record
    return record is not None and record.fingerprint == approval.content.whole == in_manifest.get(approval.plan.id)


def approvals_table(words: TableWords, in_manifest: Mapping[str, str]) -> Table:
    """Each plan with the record of its approval and its three fingerprints."""
    columns = words.head(
        *(_("Plan"), _("Title"), _("Version"), _("Approval"), _("Recorded version"), _("Recorded approver")),
        *(_("Recorded on"), _("Changed since approval"), _("Translations changed since approval")),
        *(_("All fingerprints are equal"), _("Fingerprint of the plan"), _("Fingerprint in the approval record")),
        _("Fingerprint in the manifest"),
    )
    sitemap = Sitemap.of(words.facts.handbook)
    rows = tuple(
        (
            approval.plan.id,
            words.say(approval.plan.title),
            approval.plan.control.version,
            *_standing(words, standing(approval, words.facts, sitemap)),
            _answer(words, agrees(approval, in_manifest)),
            approval.content.whole,
            approval.record.fingerprint if approval.record else "",
            in_manifest.get(approval.plan.id, ""),
        )
        for approval in words.facts.approvals
    )
    return Table("approvals", words.label(_("Approvals")), columns, rows)


def _standing(words: TableWords, found: Standing) -> tuple[Cell, ...]:
    record = found.record
    recorded = (record.version, words.role_title(record.by), iso(record.on)) if record else ("", "", "")
    changes = "\n".join(f"{part.address}: {words.label(part.told)}" for part in found.changes)
    return (words.label(found.name), *recorded, changes, ", ".join(found.translations))


def records_table(words: TableWords) -> Table:
    """What happened in the exercises that were held, and what it proves."""
    columns = words.head(
        *(_("Record"), _("Exercise"), _("Held on"), _("Emergencies"), _("What happened"), _("Went well")),
        _("Conclusion"),
    )
    book = words.facts.handbook
    rows = tuple(
        (
            record.id,
            words.say(book.exercises[record.exercise].title),
            iso(record.on),
            "\n".join(words.say(book.scenarios[name].title) for name in book.exercises[record.exercise].scenarios),
            words.say(record.course),
            "\n".join(map(words.say, record.strengths)),
            words.say(record.conclusion),
        )
        for record in _newest_first(words)
    )
    return Table("exercise-records", words.label(_("Records of exercises")), columns, rows)


def timings_table(words: TableWords) -> Table:
    """Times that exercises measured, against the limits of the plans, in minutes."""
    columns = words.head(
        *(_("Record"), _("Exercise"), _("Held on"), _("Measured"), _("Limit (min)"), _("Took (min)"), _("Within limit"))
    )
    book = words.facts.handbook
    rows = tuple(
        (
            record.id,
            words.say(book.exercises[record.exercise].title),
            iso(record.on),
            words.say(timing.what),
            _minutes(timing.limit),
            _minutes(timing.measured),
            _answer(words, timing.measured.minutes <= timing.limit.minutes),
        )
        for record in _newest_first(words)
        for timing in record.timings
    )
    return Table("exercise-timings", words.label(_("Times measured against limits")), columns, rows)


def incidents_table(words: TableWords) -> Table:
    """Emergencies that really happened."""
    columns = words.head(
        *(_("No."), _("What happened"), _("Emergency"), _("Began"), _("Ended"), _("Reviewed"), _("Findings"))
    )
    book = words.facts.handbook
    rows = tuple(
        (
            incident.id,
            words.say(incident.title),
            words.say(book.scenarios[incident.scenario].title),
            iso(incident.began_on),
            iso(incident.ended_on),
            iso(incident.reviewed_on),
            "\n".join(words.say(finding.finding) for finding in incident.findings),
        )
        for incident in sorted(book.incidents.values(), key=lambda incident: incident.began_on, reverse=True)
    )
    return Table("incidents", words.label(_("Emergencies that really happened")), columns, rows)


def report_table(words: TableWords, inspection: Inspection) -> Table:
    """What the checker finds, the worst first."""
    columns = words.head(_("Level"), _("Rule"), _("File"), _("Line"), _("Finding"), _("Remedy"))
    rows = tuple(
        (words.label(name_of(found.level)), *_place(found), found.message, found.remedy)
        for level in Level
        for found in inspection.report.of_level(level)
    )
    return Table("checker-findings", words.label(_("Open findings")), columns, rows)


def waivers_table(words: TableWords, inspection: Inspection) -> Table:
    """Findings that are accepted, why, by whom and until when."""
    columns = words.head(
        *(_("Waiver"), _("Rule"), _("Place"), _("What is accepted"), _("Reason"), _("Approved by")),
        *(_("Approved"), _("Until")),
    )
    rows = tuple(
        (
            waiver.id,
            waiver.rule,
            waiver.at,
            "\n".join(entry.finding.message for entry in inspection.waived if entry.waiver.id == waiver.id),
            words.say(waiver.reason),
            words.role_title(waiver.approver),
            iso(waiver.approved_on),
            iso(waiver.expires_on),
        )
        for waiver in words.facts.handbook.waivers.values()
    )
    return Table("waivers", words.label(_("Accepted for a time")), columns, rows)


def _place(found: Finding) -> tuple[Cell, ...]:
    return found.rule, found.position.file, found.position.line


def _newest_first(words: TableWords) -> list[ExerciseRecord]:
    return sorted(words.facts.handbook.exercise_records.values(), key=lambda record: record.on, reverse=True)


def _minutes(length: Duration) -> Cell:
    minutes = length.minutes
    return int(minutes) if float(minutes).is_integer() else minutes


def _answer(words: TableWords, true: bool) -> str:
    return words.label(_("yes") if true else _("no"))
