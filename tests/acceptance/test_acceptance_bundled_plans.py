"""The bundled handbook says what it must say: grades, scenarios, clocks, languages."""

from __future__ import annotations

import re

import pytest

from generator.analysis.facts import Facts
from generator.i18n.catalogs import LABEL_CATALOG, parse_catalog, plan_texts, translated_labels
from generator.i18n.template_labels import template_labels
from generator.model.acts import Part, PhaseId
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario
from generator.pipeline import Project, translator_for
from generator.resources import package, templates

FEWEST_SCENARIOS = 26


@pytest.mark.parametrize(
    ("grade", "limit", "numbers"),
    [
        ("special", 24 * 60, set()),
        ("level-1", 12 * 60, set()),
        ("level-2", 8 * 60, {20, 5, 100}),
        ("level-3", 30, set()),
    ],
)
def test_a_grade_keeps_its_limit_and_thresholds(
    bundled_handbook: Handbook, grade: str, limit: float, numbers: set[int]
) -> None:
    found = bundled_handbook.grades[grade]
    assert found.within.minutes == limit
    assert numbers <= {criterion.at_least for criterion in found.criteria}


def test_worse_grades_come_first_and_take_longer(bundled_handbook: Handbook) -> None:
    grades = list(bundled_handbook.grades.values())
    assert [grade.id for grade in grades] == ["special", "level-1", "level-2", "level-3"]
    assert [grade.within.minutes for grade in grades] == sorted((g.within.minutes for g in grades), reverse=True)


def test_every_scenario_is_a_plan_to_follow(bundled_handbook: Handbook) -> None:
    assert len(bundled_handbook.scenarios) >= FEWEST_SCENARIOS
    for scenario in bundled_handbook.scenarios.values():
        assert [phase.id for phase in scenario.phases] == list(PhaseId), scenario.id
        reasons = {part for part in Part if getattr(scenario.not_applicable, part)}
        assert {step.part for step in scenario.steps} | reasons == set(Part), scenario.id
        assert len(scenario.steps) >= 16, scenario.id
        assert len(scenario.signals) >= 3, scenario.id
        assert scenario.statements, scenario.id
        assert all(step.if_not for step in scenario.steps), scenario.id


def test_every_limit_can_be_kept_if_things_go_as_usual(bundled_facts: Facts) -> None:
    late = [
        (name, step.step.id)
        for name, schedule in bundled_facts.schedules.items()
        for step in schedule.steps.values()
        if step.ends > step.limit
    ]
    assert late == []


def test_statements_list_exactly_the_gaps_they_have(bundled_handbook: Handbook) -> None:
    for statement in bundled_handbook.statements.values():
        gaps = set(re.findall(r"\{([^{}]+)\}", statement.says))
        assert gaps == {variable.name for variable in statement.variables}, statement.id


def test_statements_fit_the_channels_they_go_over(bundled_handbook: Handbook) -> None:
    for statement in bundled_handbook.statements.values():
        for name in statement.channels:
            most = bundled_handbook.channels[name].max_characters
            assert most is None or len(statement.says) <= most, (statement.id, name)


def test_every_clock_shows_its_basis_and_is_stricter_than_the_law(bundled_handbook: Handbook) -> None:
    assert len(bundled_handbook.obligations) > 30
    for duty in bundled_handbook.obligations.values():
        assert duty.basis, duty.id
        assert duty.last_checked_on, duty.id
        if duty.deadline is not None:
            assert duty.company_limit.minutes <= duty.deadline.minutes, duty.id


def test_the_chinese_translation_is_complete(bundled_project: Project, bundled_handbook: Handbook) -> None:
    translator = translator_for(bundled_project, bundled_handbook, "zh")
    assert [text.text for text in plan_texts(bundled_handbook) if text.text not in translator.plan_messages] == []


def test_spanish_covers_titles_signals_and_search_words(bundled_project: Project, bundled_handbook: Handbook) -> None:
    translator = translator_for(bundled_project, bundled_handbook, "es")
    for scenario in bundled_handbook.scenarios.values():
        words = _way_in(scenario)
        assert [word for word in words if word not in translator.plan_messages] == [], scenario.id


def _way_in(scenario: Scenario) -> list[str]:
    return [scenario.title, *scenario.also_known_as, *(signal.see for signal in scenario.signals)]


@pytest.mark.parametrize("language", ["zh", "es"])
def test_labels_are_translated_completely(language: str) -> None:
    path = templates() / "locales" / language / LABEL_CATALOG
    done = translated_labels(parse_catalog(path.read_bytes(), str(path), language))
    assert [label.text for label in template_labels(templates(), package()) if label.text not in done] == []
