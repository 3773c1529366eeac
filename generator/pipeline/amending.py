"""What commands write into plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from generator.checker.changes import introduced
from generator.checker.edits import apply_edits, edits_by_file
from generator.exports.approval_records import FOLDER as APPROVALS
from generator.exports.approval_records import approval_yaml
from generator.files.read import read_bytes, read_plan_files, shown_path
from generator.files.write import write_files
from generator.finding import Finding, Level, Report
from generator.loading import PlanFile, load_handbook
from generator.model.approval import ApprovalRecord
from generator.pipeline.project import Project
from generator.pipeline.reading import inspect_loaded


def mend(project: Project, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Make the edits that findings offer; gives the files that were changed, as people see them.

    Raises HandbookError if one of them can't be changed; then none is.
    """
    edits = edits_by_file(findings)
    texts = {file: read_bytes(project.folder / file).decode() for file in edits}
    write_files({project.folder / file: apply_edits(texts[file], edits[file]).encode() for file in edits})
    return tuple(edits)


def introduced_by(project: Project, files: Mapping[str, bytes], as_of: date) -> Report:
    """The errors that plans would have and do not have now, if files, named as people see them, had this content.

    Nothing is written. Plans that could no longer be read have all errors of reading.
    """
    now = {project.folder / file: content for file, content in files.items()}
    before = read_plan_files(project.plans, project.folder)
    after = [replace(file, data=now.pop(project.folder / file.path, file.data)) for file in before]
    for path, content in now.items():
        after.append(PlanFile(shown_path(path, project.folder), path.relative_to(project.plans).as_posix(), content))
    folder = shown_path(project.plans, project.folder)
    old, new = (inspect_loaded(load_handbook(plans, folder), as_of).report for plans in (before, after))
    return Report.of((f for f in introduced(new.findings, old.findings) if f.level is Level.ERROR), new.lines)


def write_approvals(project: Project, records: Iterable[ApprovalRecord]) -> tuple[str, ...]:
    """Write records of approvals, all or none; gives the files as people see them."""
    paths = {project.plans / APPROVALS / f"{record.plan}.yml": record for record in records}
    write_files({path: approval_yaml(record).encode() for path, record in paths.items()})
    return tuple(shown_path(path, project.folder) for path in paths)
