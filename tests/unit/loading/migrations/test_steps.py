"""Every earlier schema has its step and a kept handbook that loads as the same handbook written today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.analysis.fingerprint import Fingerprints
from generator.history.changes import Effect, Topic
from generator.history.compare import compare
from generator.loading import migrations
from generator.loading.migrations import SCHEMA, STEPS, migrated
from generator.model.handbook import Handbook
from tests.conftest import ROOT
from tests.samples.kept import SAMPLES, Sample, loaded, trees

FOLDER = Path(migrations.__file__).parent
every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.schema)


def handbook(book: Path) -> Handbook:
    found = loaded(book)
    assert found.report.errors == ()
    assert found.handbook is not None
    return found.handbook


def content(book: Handbook) -> list[dict[str, object]]:
    """All that was read, but for the schema that is stated."""
    return [part.model_dump(exclude={"schema_version"}) for part in (*book.parts, *book.approvals)]


def test_every_module_of_a_step_is_in_the_chain_at_its_place() -> None:
    modules = sorted(path.stem for path in FOLDER.glob("from_*.py"))
    assert modules == [step.__module__.rpartition(".")[2] for step in STEPS]
    assert modules == [f"from_{major}" for major in range(1, len(STEPS) + 1)]
    assert SCHEMA.startswith(f"{len(STEPS) + 1}.")


def test_the_bundled_plans_state_the_schema_of_today(bundled_handbook: Handbook) -> None:
    assert bundled_handbook.settings.schema_version == SCHEMA


@pytest.mark.parametrize("inside", ["tests/golden/corner-shop", "tests/golden/libreria", "tests/rules/base"])
def test_the_handbooks_of_the_tests_are_in_the_schema_of_today(inside: str) -> None:
    assert loaded(ROOT / inside).report.findings == ()
    assert handbook(ROOT / inside).settings.schema_version == SCHEMA


@pytest.mark.parametrize("major", range(1, len(STEPS) + 1))
def test_every_step_rewrites_a_kept_handbook(major: int) -> None:
    kept = [trees(sample.as_written) for sample in SAMPLES if sample.major == major]
    assert any(STEPS[major - 1](files).rewrites for files in kept), f"Keep a handbook of schema {major}."


@every_sample
def test_a_kept_handbook_needs_every_change_of_its_step(sample: Sample) -> None:
    done = STEPS[sample.major - 1](trees(sample.as_written))
    written = (FOLDER / f"from_{sample.major}.py").read_text()
    assert len({rewrite.change.told for rewrite in done.rewrites}) == len(re.findall(r"\bChange\(", written))


@every_sample
def test_a_kept_handbook_loads_as_the_same_handbook_written_today(sample: Sample) -> None:
    before, after = handbook(sample.as_written), handbook(sample.today)
    assert content(before) == content(after)
    assert (before.settings.schema_version, after.settings.schema_version) == (sample.schema, SCHEMA)


@every_sample
def test_only_the_schema_differs_from_the_handbook_written_today_and_concerns_nobody(sample: Sample) -> None:
    (change,) = compare(handbook(sample.as_written), handbook(sample.today)).changes
    assert (change.subject.field, change.before, change.after) == ("schema_version", sample.schema, SCHEMA)
    assert (change.effect, change.topic) == (Effect.NEUTRAL, Topic.CONTROL)
    assert change.roles_before == change.roles_after == frozenset()


@every_sample
def test_an_approval_outlives_a_change_of_schema(sample: Sample) -> None:
    before, after = handbook(sample.as_written), handbook(sample.today)
    for old, new in zip(before.plans, after.plans, strict=True):
        assert Fingerprints(before).of(old).whole == Fingerprints(after).of(new).whole


@every_sample
def test_every_text_that_was_written_is_still_there(sample: Sample) -> None:
    texts = {" ".join(text.split()) for root in trees(sample.as_written).values() for text in texts_in(root)}
    now = {
        " ".join(text.split())
        for root in migrated(trees(sample.as_written), sample.major).trees.values()
        for text in texts_in(root)
    }
    assert {text.casefold() for text in texts - now} <= {"todos los días", "lunes a viernes", "sábado y domingo"}


@every_sample
def test_everything_stands_in_a_line_that_holds_it(sample: Sample) -> None:
    found = loaded(sample.as_written)
    assert found.handbook is not None
    for part in found.handbook.parts:
        for element in part.walk():
            for field in element.model_fields_set:
                at = element.position(field)
                line = found.report.lines[at.file][at.line - 1]
                assert 1 <= at.column < at.end_column <= len(line) + 1


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from texts_in(child)
    elif isinstance(value, list):
        for child in value:
            yield from texts_in(child)
