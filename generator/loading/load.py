"""Read, parse, resolve: every fault of every file in one run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase

from pydantic import ValidationError

from generator.finding import Finding, Report
from generator.loading.explain import did_you_mean, explain_all, kinds_hidden_by
from generator.loading.resolve import Unread, dangling_references, duplicate_ids
from generator.loading.schema import SETTINGS, in_todays_form, too_new
from generator.loading.structure import structural_faults
from generator.model.approval import ApprovalRecord
from generator.model.control import Plan
from generator.model.element import Element
from generator.model.governance import RequirementCatalog
from generator.model.handbook import Handbook, index_elements
from generator.model.places import PLAN_MODELS
from generator.model.settings import Settings
from generator.position import Position
from generator.source import Document, read_document


@dataclass(frozen=True, slots=True)
class PlanFile:
    """One file of the plans folder: `path` as people see it, `inside` relative to the plans folder."""

    path: str
    inside: str
    data: bytes


@dataclass(frozen=True, slots=True)
class LoadedHandbook:
    """The handbook, or None if its files have errors, with the report of what was found."""

    handbook: Handbook | None
    report: Report


def load_handbook(files: Iterable[PlanFile], folder: str) -> LoadedHandbook:
    """Load the files of a plans folder; `folder` is its name in messages."""
    every = {file.inside: file for file in sorted(files, key=lambda f: f.inside)}
    documents = {inside: read_document(file.data, file.path) for inside, file in every.items()}
    lines = {document.file: document.lines for document in documents.values()}
    if newer := too_new(documents.get(SETTINGS)):
        return LoadedHandbook(None, Report.of([newer], lines))
    adopted = in_todays_form(documents)
    parts, findings = _parse_all((every[inside], document) for inside, document in adopted.documents.items())
    findings += adopted.notes
    if SETTINGS not in documents:
        findings.append(_settings_missing(folder))
    report = Report.of(findings, lines)
    return LoadedHandbook(None if report.errors else assemble(parts), report)


def _parse_all(files: Iterable[tuple[PlanFile, Document]]) -> tuple[list[Element], list[Finding]]:
    """What is in the files, and all faults in them and between them."""
    parts: list[Element] = []
    findings: list[Finding] = []
    broken = Unread()
    for file, document in files:
        part, faults, hidden = parse_file(file, document)
        findings += faults
        if part is not None:
            parts.append(part)
        if part is None or document.findings:
            # Reading drops what it can't keep apart, such as the second of two equal keys.
            broken = broken.and_file(None if document.findings else document.root, model_for(file))
            broken = broken.and_kinds(hidden)
    findings += duplicate_ids(parts)
    for part in parts:
        findings += structural_faults(part)
    findings += dangling_references(parts, index_elements(parts), broken)
    return parts, findings


def assemble(parts: Iterable[Element]) -> Handbook:
    """Put checked parts together."""
    every = tuple(parts)
    return Handbook(
        settings=next(part for part in every if isinstance(part, Settings)),
        plans=tuple(part for part in every if isinstance(part, Plan)),
        catalogs=tuple(part for part in every if isinstance(part, RequirementCatalog)),
        approvals=tuple(part for part in every if isinstance(part, ApprovalRecord)),
    )


def parse_file(file: PlanFile, document: Document) -> tuple[Element | None, list[Finding], frozenset[str]]:
    """Parse one file as read by the model its place calls for; also gives the kinds whose ids its faults hide."""
    model = model_for(file)
    if model is None:
        return None, [_misplaced(file)], frozenset()
    findings = list(document.findings)
    if document.root is None:
        return None, findings, frozenset()
    try:
        return model.model_validate(document.root), findings, frozenset()
    except ValidationError as invalid:
        root, errors = document.root, invalid.errors(include_url=False)
        findings += explain_all(errors, root, model)
        return None, findings, frozenset().union(*(kinds_hidden_by(error, model) for error in errors))


def model_for(file: PlanFile) -> type[Element] | None:
    """The model a file must fit, by its place."""
    return next((model for pattern, model in PLAN_MODELS if fnmatchcase(file.inside, pattern)), None)


def _misplaced(file: PlanFile) -> Finding:
    if file.inside.endswith(".yaml"):
        remedy = f"Rename it to `{file.path.removesuffix('.yaml')}.yml`."
    else:
        remedy = did_you_mean(file.inside, (pattern for pattern, _ in PLAN_MODELS))
    return Finding(
        "plan-misplaced",
        f"Nothing is known about a plan file at `{file.inside}`.",
        Position(file.path),
        expected="a file such as " + ", ".join(f"`{pattern}`" for pattern, _ in PLAN_MODELS),
        remedy=remedy or "Move the file to the folder that fits its content.",
    )


def _settings_missing(folder: str) -> Finding:
    return Finding(
        "handbook-missing",
        f"The folder `{folder}` has no `handbook.yml`, so it is not a handbook.",
        Position(f"{folder}/handbook.yml"),
        expected="a file `handbook.yml` with the company, the languages and the scenario groups",
        remedy="Run `handbook init NAME` to start from the bundled example, or name the right folder.",
    )
