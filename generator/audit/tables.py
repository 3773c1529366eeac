"""Tables that an auditor asks for and readers of the site do not: who approved which content, and what proves it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.analysis.approvals import Approval
from generator.analysis.recovery import retest_due_on
from generator.checker.engine import Inspection
from generator.exports.exercise_tables import practised_words
from generator.exports.table import Cell, Table, TableWords, iso
from generator.finding import Finding, Level
from generator.i18n.labels import name_of
from generator.i18n.words import translatable as _
from generator.model.duration import Duration
from generator.model.exercises import ExerciseRecord
from generator.model.technical import RestoreTest
from generator.views.practised import practised_in
from generator.views.sitemap import Sitemap
from generator.views.standing import Standing, standing


def audit_tables(words: TableWords, inspection: Inspection, in_manifest: Mapping[str, str]) -> Iterator[Table]:
    """All of them; `in_manifest` holds fingerprints of plans by id."""
    yield approvals_table(words, in_manifest)
    yield records_table(words)
    yield timings_table(words)
    yield incidents_table(words)
    yield restores_table(words)
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
    """What happened in the exercises that were held, in which roles, and what it proves."""
    columns = words.head(
        *(_("Record"), _("Exercise"), _("Held on"), _("Place"), _("Led by"), _("Judged by"), _("Took part")),
        *(_("Absent"), _("Plans practised"), _("What happened"), _("Went well"), _("Conclusion")),
    )
    book = words.facts.handbook
    rows = tuple(
        (
            *_held(words, record),
            words.say(record.place),
            *map(words.role_title, (record.led_by, record.evaluated_by)),
            *map(words.role_titles, (record.participants, record.absent)),
            "\n".join(practised_words(words, row) for row in practised_in(book, record)),
            words.say(record.course),
            "\n".join(map(words.say, record.strengths)),
            words.say(record.conclusion),
        )
        for record in _newest_first(words)
    )
    return Table("exercise-records", words.label(_("Records of exercises")), columns, rows)


def _held(words: TableWords, record: ExerciseRecord) -> tuple[Cell, ...]:
    return record.id, words.say(words.facts.handbook.exercises[record.exercise].title), iso(record.on)


def timings_table(words: TableWords) -> Table:
    """Times that exercises measured, against the limits of the plans, in minutes."""
    columns = words.head(
        *(_("Record"), _("Exercise"), _("Held on"), _("Measured"), _("Limit (min)"), _("Took (min)"), _("Within limit"))
    )
    rows = tuple(
        (
            *_held(words, record),
            words.say(timing.what),
            _minutes(timing.limit),
            _minutes(timing.measured),
            _answer(words, timing.within),
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


def restores_table(words: TableWords) -> Table:
    """Restores that were carried out, against the time that is promised for the system."""
    columns = words.head(
        *(_("Restore test"), _("Day"), _("Backup job"), _("System"), _("Restored to"), _("Result")),
        *(_("Restored (GB)"), _("Took (min)"), _("Whole copy (GB)"), _("Whole copy at that rate (min)")),
        *(_("Recovery time objective (min)"), _("Within objective"), _("Age of the copy (h)")),
        *(_("Carried out by"), _("How it was checked"), _("Deviations"), _("Corrective actions"), _("Repeat by")),
    )
    tests = sorted(words.facts.handbook.restore_tests.values(), key=lambda test: test.on, reverse=True)
    rows = tuple((*_restored(words, test), *_measured(words, test), *_checked(words, test)) for test in tests)
    return Table("restore-tests", words.label(_("Restore tests")), columns, rows)


def _restored(words: TableWords, test: RestoreTest) -> tuple[Cell, ...]:
    book = words.facts.handbook
    job = book.backup_jobs[test.job]
    return (
        test.id,
        iso(test.on),
        words.say(job.title),
        words.say(book.systems[job.system].title),
        words.say(test.target),
        words.label(name_of(test.result)),
    )


def _measured(words: TableWords, test: RestoreTest) -> tuple[Cell, ...]:
    """Of a part that was restored, the time for all of it follows from the rate."""
    book = words.facts.handbook
    objective = book.systems[book.backup_jobs[test.job].system].rto
    copy = test.copy_gb or test.restored_gb
    needed = test.took.minutes * copy / test.restored_gb
    return (
        _whole(test.restored_gb),
        _minutes(test.took),
        _whole(copy),
        _whole(round(needed, 1)),
        _minutes(objective) if objective else None,
        _answer(words, needed <= objective.minutes) if objective else "",
    )


def _checked(words: TableWords, test: RestoreTest) -> tuple[Cell, ...]:
    return (
        _whole(round(test.copy_age.minutes / 60, 1)),
        words.role_title(test.by),
        words.say(test.checks),
        words.say(test.deviations or ""),
        ", ".join(test.actions),
        iso(retest_due_on(test, words.facts.handbook.settings.thresholds)),
    )


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
    return _whole(length.minutes)


def _whole(number: float) -> Cell:
    return int(number) if float(number).is_integer() else number


def _answer(words: TableWords, true: bool) -> str:
    return words.label(_("yes") if true else _("no"))
