"""Lay the few lines of an example over the small handbook in `base`, and remember where each line came from.

An example is a YAML file whose keys are plan files. Blocks are merged key by key, lists of things with an `id` thing
by thing; other lists are replaced. An empty value removes the key, and `{id: x, remove: true}` removes a thing.
`locales/es/plans.po` is the text of a catalog.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from generator.analysis.facts import Facts
from generator.analysis.fingerprint import translation_print
from generator.files.read import read_plan_files
from generator.i18n.catalogs import parse_catalog, translated
from generator.i18n.words import Translator
from generator.loading.load import PlanFile, assemble, model_for
from generator.loading.resolve import Unread, dangling_references, duplicate_ids
from generator.loading.structure import structural_faults
from generator.model.element import Element
from generator.model.handbook import Handbook, index_elements
from generator.source import Document, PositionedMapping, PositionedSequence, read_document

BASE = Path(__file__).parent / "base"
AS_OF = date(2026, 11, 22)


@cache
def base_files() -> tuple[PlanFile, ...]:
    return tuple(read_plan_files(BASE / "plans", BASE))


def example(text: str, name: str) -> tuple[Facts, dict[str, tuple[str, ...]]]:
    """The base handbook with an example laid over it, and the lines of all files for excerpts."""
    document = read_document(text.encode(), name)
    assert not document.findings, document.findings
    assert document.root is not None
    lines = {name: document.lines}
    parts: list[Element] = []
    extra = set(document.root)
    for file in base_files():
        extra.discard(file.inside)
        root, lines[file.path] = _document(file)
        if file.inside in document.root:
            root = merged(root, document.root[file.inside])
        parts.append(_model(file.inside).model_validate(root))
    catalogs = {inside: document.root[inside] for inside in extra if inside.startswith("locales/")}
    parts += [_model(inside).model_validate(document.root[inside]) for inside in sorted(extra - catalogs.keys())]
    faults = [
        *duplicate_ids(parts),
        *(fault for part in parts for fault in structural_faults(part)),
        *dangling_references(parts, index_elements(parts), Unread()),
    ]
    assert not faults, f"{name} does not load: {faults[0].position}: {faults[0].message}"
    handbook = assemble(parts)
    return Facts(handbook, AS_OF, _translations(handbook, catalogs)), lines


def _translations(handbook: Handbook, catalogs: dict[str, str]) -> dict[str, dict[str, str]]:
    """Fingerprints of translated sentences of plans with a record, where the example has catalogs."""
    source, translators = handbook.settings.source_language, {}
    for inside, text in catalogs.items():
        language = inside.split("/")[1]
        words = translated(parse_catalog(text.encode(), inside, language))
        translators[language] = Translator(language, source, words)
    recorded = {record.plan for record in handbook.approvals}
    plans = (plan for plan in handbook.plans if translators and plan.id in recorded)
    return {
        plan.id: {language: translation_print(plan, translator) for language, translator in translators.items()}
        for plan in plans
    }


def _document(file: PlanFile) -> tuple[PositionedMapping, tuple[str, ...]]:
    document: Document = read_document(file.data, file.path)
    assert document.root is not None
    return document.root, document.lines


def _model(inside: str) -> type[Element]:
    model = model_for(PlanFile(inside, inside, b""))
    assert model is not None, f"no plan lies at {inside}"
    return model


def merged(base: PositionedMapping, over: PositionedMapping) -> PositionedMapping:
    """`base` with the keys of `over`; each key keeps the place where it was written."""
    result = PositionedMapping(base, file=over.file, span=over.span)
    result.key_spans, result.value_spans = dict(base.key_spans), dict(base.value_spans)
    result.files = {key: base.file_of(key) for key in base}
    for key, value in over.items():
        if value is None:
            result.pop(key, None)
            result.key_spans.pop(key, None)
            result.value_spans.pop(key, None)
            continue
        result[key] = _merged_value(base.get(key), value)
        result.key_spans[key], result.value_spans[key] = over.key_spans[key], over.value_spans[key]
        result.files[key] = over.file_of(key)
    return result


def _merged_value(base: object, over: object) -> object:
    if isinstance(base, PositionedMapping) and isinstance(over, PositionedMapping):
        return merged(base, over)
    if isinstance(base, PositionedSequence) and isinstance(over, PositionedSequence) and over and _have_ids(over):
        return _merged_list(base, over)
    return over


def _have_ids(items: PositionedSequence) -> bool:
    return all(isinstance(item, PositionedMapping) and "id" in item for item in items)


def _merged_list(base: PositionedSequence, over: PositionedSequence) -> PositionedSequence:
    changes = {item["id"]: item for item in over}
    result = PositionedSequence(file=over.file, span=over.span)
    for item, span in zip(base, base.item_spans, strict=True):
        change = changes.pop(item["id"], None)
        if change is None or not change.get("remove"):
            result.append(item if change is None else merged(item, change))
            result.item_spans.append(span)
    for item, span in zip(over, over.item_spans, strict=True):
        if item["id"] in changes:
            result.append(item)
            result.item_spans.append(span)
    return result
