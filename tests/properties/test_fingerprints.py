"""Fingerprints are equal for equal meaning, and different for everything else."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.fingerprint import CHECK_DAYS, ContentPrint, Fingerprints
from generator.files.read import read_plan_files
from generator.loading.load import PlanFile, model_for
from generator.model.control import Plan
from generator.model.duration import Duration, Unit
from generator.model.element import Element, reference_fields
from generator.model.governance import WaiverPlan
from generator.model.handbook import Handbook
from generator.model.money import Money
from generator.model.places import PLAN_MODELS
from generator.source import read_document
from tests.conftest import ROOT
from tests.properties.places import PROPERTY
from tests.unit.analysis.sample_plans import handbook, scenario, step

FILES = {
    file.inside: file
    for file in sorted(read_plan_files(ROOT / "plans", ROOT), key=lambda file: len(file.data), reverse=True)
    if issubclass(model_for(file) or Element, Plan)
}
SMALLEST = list({model_for(file): inside for inside, file in FILES.items()}.values())
"""The smallest plan of each kind."""
EVIDENCE_DAYS = CHECK_DAYS | {"next_on"}
"""What is noted between two approvals: when something was checked, and when it is practised next."""
WITH_EVIDENCE_DAYS = ["conduct.yml", "exercises/programme.yml", "remediation/floors.yml", "technical/spares.yml"]
NOT_CONTENT = {"covers", "version", "status", "approved_on", "effective_on", "revisions"}
Path = tuple[str | int, ...]
E = TypeVar("E", bound=Element)


def plan_of(inside: str, data: bytes) -> Plan:
    document = read_document(data, inside)
    assert not document.findings
    model = model_for(PlanFile(inside, inside, data))
    assert model is not None
    plan = model.model_validate(document.root)
    assert isinstance(plan, Plan)
    return plan


def root_of(inside: str) -> Any:
    return read_document(FILES[inside].data, inside).root


def print_of(plan: Plan, book: Handbook) -> str:
    return Fingerprints(book).of(plan).whole


def shuffled(value: Any, order: random.Random) -> Any:
    if isinstance(value, dict):
        keys = order.sample(list(value), len(value))
        return {key: shuffled(value[key], order) for key in keys}
    return [shuffled(item, order) for item in value] if isinstance(value, list) else value


@settings(PROPERTY, max_examples=10)
@given(st.sampled_from(SMALLEST), st.randoms(use_true_random=False), st.integers(20, 90))
def test_layout_and_order_of_keys_make_no_difference(
    bundled_handbook: Handbook, inside: str, order: random.Random, width: int
) -> None:
    plain = json.loads(json.dumps(shuffled(root_of(inside), order)))
    as_written = print_of(plan_of(inside, FILES[inside].data), bundled_handbook)
    for text in (
        json.dumps(plain, ensure_ascii=False, indent=3),
        "# A comment.\n" + yaml.safe_dump(plain, sort_keys=False, width=width, allow_unicode=True),
        yaml.safe_dump(plain, sort_keys=False, default_flow_style=True, width=width),
    ):
        assert text.encode() != FILES[inside].data
        assert print_of(plan_of(inside, text.encode()), bundled_handbook) == as_written


@pytest.mark.parametrize("inside", SMALLEST)
def test_defaults_may_be_written_out(inside: str, bundled_handbook: Handbook) -> None:
    plan = plan_of(inside, FILES[inside].data)
    written_out = type(plan).model_validate(plan.model_dump())
    assert len(str(written_out.model_dump(exclude_unset=True))) > len(str(plan.model_dump(exclude_unset=True)))
    assert print_of(written_out, bundled_handbook) == print_of(plan, bundled_handbook)


def leaves(value: Any, at: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Everything in a plan that can be changed by itself, empty lists and left-out values included."""
    if isinstance(value, Element):
        for name in type(value).model_fields:
            if name not in NOT_CONTENT:
                yield from leaves(getattr(value, name), (*at, name))
    elif isinstance(value, tuple) and value:
        for number, item in enumerate(value):
            yield from leaves(item, (*at, number))
    else:
        yield at, value


OTHERS: tuple[tuple[tuple[type, ...], Callable[[Any], Any]], ...] = (
    ((bool,), lambda value: not value),
    ((int, float), lambda value: value + 1),
    ((str,), lambda value: f"{value}."),
    ((Duration,), lambda value: Duration(value.amount + 1, value.unit)),
    ((Money,), lambda value: Money(value.currency, value.amount + Decimal("0.01"))),
    ((date,), lambda value: value + timedelta(days=1)),
)


def other_than(value: Any, kind: str | None, book: Handbook) -> Any:
    """Another value in the place of a leaf; where it names something, something else of the kind."""
    if kind:
        return next(name for name in book.index[kind] if name != value)
    if isinstance(value, StrEnum):
        return next(member for member in [*type(value), "other"] if member != value)
    for kinds, change in OTHERS:
        if isinstance(value, kinds):
            return change(value)
    return "something"


def with_leaf(element: E, path: Path, book: Handbook) -> E:
    """A copy of an element in which the one leaf at a path has another value."""
    name, *rest = path
    assert isinstance(name, str)
    kind = reference_fields(type(element)).get(name)
    return element.model_copy(update={name: _changed(getattr(element, name), tuple(rest), kind, book)})


def _changed(value: Any, path: Path, kind: str | None, book: Handbook) -> Any:
    if isinstance(value, Element):
        return with_leaf(value, path, book)
    if path:
        number, *rest = path
        assert isinstance(number, int)
        return (*value[:number], _changed(value[number], tuple(rest), kind, book), *value[number + 1 :])
    return (other_than(None, kind, book),) if value == () else other_than(value, kind, book)


@pytest.mark.parametrize("inside", SMALLEST)
def test_each_single_value_counts_and_is_seen_in_its_own_part(inside: str, bundled_handbook: Handbook) -> None:
    plan = plan_of(inside, FILES[inside].data)
    prints = Fingerprints(bundled_handbook)
    before = own_parts(prints.of(plan))
    found = {prints.of(plan).whole}
    paths = [path for path, _ in leaves(plan) if not EVIDENCE_DAYS.intersection(path)]
    for path in paths:
        now = prints.of(with_leaf(plan, path, bundled_handbook))
        found.add(now.whole)
        if "id" not in path:
            assert len({address for address, _ in own_parts(now) ^ before}) == 1, path
    assert len(paths) > 15
    assert len(found) == len(paths) + 1, "each change differs from the plan and from every other change"


@pytest.mark.parametrize("inside", WITH_EVIDENCE_DAYS)
def test_a_day_of_a_check_or_of_the_next_exercise_makes_no_difference(inside: str, bundled_handbook: Handbook) -> None:
    plan = plan_of(inside, FILES[inside].data)
    prints = Fingerprints(bundled_handbook)
    days = [path for path, _ in leaves(plan) if EVIDENCE_DAYS.intersection(path)]
    assert {prints.of(with_leaf(plan, path, bundled_handbook)).whole for path in days} == {prints.of(plan).whole}


def own_parts(content: ContentPrint) -> set[tuple[str, str]]:
    return {(piece.address, piece.digest) for piece in content.pieces if not piece.outside}


WORDS = st.text(min_size=1, max_size=12)


@settings(PROPERTY, max_examples=100)
@given(WORDS, WORDS, WORDS, WORDS)
def test_words_of_adjacent_fields_do_not_run_together(one: str, two: str, three: str, four: str) -> None:
    plan = scenario(step("a"))
    first = plan.model_copy(update={"title": one, "summary": two})
    second = plan.model_copy(update={"title": three, "summary": four})
    assert (print_of(first, handbook()) == print_of(second, handbook())) == ((one, two) == (three, four))


@settings(PROPERTY, max_examples=100)
@given(st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4))
def test_lists_that_differ_in_a_member_or_in_order_differ(one: list[str], two: list[str]) -> None:
    plan = scenario(step("a"))
    first = plan.model_copy(update={"prevention": tuple(one)})
    second = plan.model_copy(update={"prevention": tuple(two)})
    assert (print_of(first, handbook()) == print_of(second, handbook())) == (one == two)


def test_swapped_words_differ(bundled_handbook: Handbook) -> None:
    plan = next(iter(bundled_handbook.scenarios.values()))
    swapped = plan.model_copy(update={"title": plan.summary, "summary": plan.title})
    assert print_of(swapped, bundled_handbook) != print_of(plan, bundled_handbook)


def print_within(length: str) -> str:
    return print_of(scenario(step("a", within=length)), handbook())


@settings(PROPERTY, max_examples=60)
@given(st.integers(0, 5000))
def test_a_duration_counts_by_its_length(hours: int) -> None:
    same = {f"{hours} h", f"{hours * 60} min", f"{hours * 3600} s", f"{hours:.2f} hours", f"{hours * 60}.0 minutes"}
    same |= {f"{hours // 24} days"} if hours % 24 == 0 else set()
    same |= {f"{hours // 168} weeks"} if hours % 168 == 0 else set()
    assert len({print_within(length) for length in same}) == 1
    assert print_within(f"{hours * 60 + 1} min") not in {print_within(length) for length in same}


UNITS = st.sampled_from(list(Unit))
DURATIONS = st.builds(Duration, st.integers(1, 3000).map(lambda number: number / 4), UNITS)


@settings(PROPERTY, max_examples=100)
@given(DURATIONS, DURATIONS)
def test_durations_of_different_length_differ(one: Duration, two: Duration) -> None:
    def printed(length: Duration) -> str:
        plan = scenario(step("a"))
        return print_of(plan.model_copy(update={"may_last": length}), handbook())

    if one.minutes != two.minutes:
        assert printed(one) != printed(two)


def test_months_and_business_days_have_no_fixed_length() -> None:
    assert print_within("1 year") == print_within("12 months")
    lengths = ("1 month", "30 days", "31 days", "43800 min", "30 business days")
    assert len({print_within(length) for length in lengths}) == len(lengths)


def test_every_kind_of_plan_is_among_the_samples() -> None:
    written_by_hand = {model for _, model in PLAN_MODELS if issubclass(model, Plan)}
    sampled = {model_for(FILES[inside]) for inside in SMALLEST}
    assert written_by_hand - sampled <= {WaiverPlan}
