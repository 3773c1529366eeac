"""Values in the JSON Schemas for editors: what cannot be right is refused where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

import generator.rules
from generator.exports.schemas import plan_schema
from tests.acceptance.plan_schemas import (
    MODELS,
    faults,
    field_schema,
    kind_of,
    loose,
    parsed,
)
from tests.rules.overlay import base_files, example, merged

RULES = Path(generator.rules.__path__[0])


GOOD = """
id: glossary
title: Words
summary: What words mean.
control:
  version: 1.0.0
  status: approved
  owner: anybody
  approver: somebody
  approved_on: 2026-11-01
  review_every: 6 months
slots:
  - {id: night, starts: "00:00", ends: "24:00", focus: All, target: Everything is sold., tasks: [], if_short: Wait.}
"""


def test_a_day_a_version_and_a_time_in_quotes_are_text() -> None:
    assert faults(loose()["peak-day"], parsed(GOOD.encode())) == set()


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("title: Words", "titel: Words", {"titel is unknown", "title is missing"}),
        ("  status: approved", "  status: aproved", {"control.status"}),
        ("1.0.0", "1.0", {"control.version"}),
        ("2026-11-01", "2026-02-30", {"control.approved_on"}),
        ("2026-11-01", "1 November", {"control.approved_on"}),
        ("6 months", "6 m", {"control.review_every"}),
        ("6 months", "6", {"control.review_every"}),
        ('"24:00"', '"24:01"', {"slots.0.ends"}),
        ("id: night", "id: Night", {"slots.0.id"}),
        ("tasks: []", "tasks: none", {"slots.0.tasks"}),
        ("owner: anybody", "owner: [anybody]", {"control.owner"}),
        ("focus: All,", "", {"slots.0.focus is missing"}),
        ("focus: All,", "focus: All, aim: All,", {"slots.0.aim is unknown"}),
        ("focus: All,", 'focus: "",', {"slots.0.focus"}),
    ],
)
def test_a_value_that_cannot_be_right_is_refused_at_its_place(old: str, new: str, where: set[str]) -> None:
    assert GOOD.count(old) == 1
    assert faults(loose()["peak-day"], parsed(GOOD.replace(old, new).encode())) == where


def test_an_amount_of_money_is_a_currency_and_a_number_and_nothing_else() -> None:
    limit = field_schema(loose()["organization"], "Authority", "limit")
    assert [text for text in ("CNY 100", "EUR 0.50", "CNY 1000000") if faults(limit, text)] == []
    assert [text for text in ("100", "CNY 100 a day", "about CNY 100", "cny 100", 100) if not faults(limit, text)] == []


def bad_examples() -> list[Path]:
    return sorted(RULES.rglob("*.bad.yml"))


@pytest.mark.parametrize("path", bad_examples(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_the_rules_find_is_valid_under_the_schemas(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    handbook = example(text, path.name)[0].handbook
    base = {file.inside: file for file in base_files()}
    for inside, over in parsed(text.encode()).items():
        if inside.startswith("locales/"):
            continue
        plan = merged(parsed(base[inside].data), over) if inside in base else over
        assert faults(plan_schema(MODELS[kind_of(inside)], handbook), plan) == set(), inside
