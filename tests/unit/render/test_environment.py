"""What templates can rely on: escaping, words and formats as filters, and no silent gaps."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, UndefinedError

from generator.i18n.words import Translator
from generator.model.acts import PhaseId
from generator.model.duration import Duration
from generator.model.money import Money
from generator.render.environment import template_environment

GERMAN = Translator(
    "de",
    "en",
    {"Call **now**.": "**Jetzt** anrufen."},
    {"Detect": "Erkennen", "Hello": "Hallo", "%(num)s plan": ("%(num)s Plan", "%(num)s Pläne")},
)


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return template_environment([tmp_path], GERMAN, tmp_path)


def render(environment: Environment, template: str, **values: Any) -> str:
    return environment.from_string(template).render(**values)


def test_values_are_escaped(environment: Environment) -> None:
    assert render(environment, "{{ x }}", x="<b>&") == "&lt;b&gt;&amp;"


@pytest.mark.parametrize("template", ["{{ nothing }}", "{{ x.nothing }}", "{% if nothing %}{% endif %}"])
def test_an_unknown_name_is_an_error(environment: Environment, template: str) -> None:
    with pytest.raises(UndefinedError):
        render(environment, template, x=object())


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ 'Call **now**.' | inline }}", "<strong>Jetzt</strong> anrufen."),
        ("{{ 'Call **now**.' | plain }}", "Jetzt anrufen."),
        ("{{ 'Call **now**.' | words }}", "Jetzt anrufen."),
        ("{{ 'Call **now**.' | prose }}", "<p><strong>Jetzt</strong> anrufen.</p>\n"),
        ("{{ 'Go *on*.' | inline }}", '<span lang="en" class="hb-untranslated">Go <em>on</em>.</span>'),
        ("{{ 'Go on.' | prose }}", '<div lang="en" class="hb-untranslated"><p>Go on.</p></div>'),
        ("{{ 'A & B' | words }}", '<span lang="en" class="hb-untranslated">A &amp; B</span>'),
        ("{{ 'Go *on*.' | plain }}", "Go on."),
    ],
)
def test_plan_text_is_translated_or_marked_with_its_language(
    environment: Environment, template: str, html: str
) -> None:
    assert render(environment, template) == html


def test_a_statement_marks_its_gaps(environment: Environment) -> None:
    html = render(environment, "{{ 'Dear {name}' | statement }}")
    assert '<mark class="hb-gap">{name}</mark>' in html
    assert html.startswith('<div lang="en"')


@pytest.mark.parametrize(
    ("template", "value", "text"),
    [
        ("{{ x | name }}", PhaseId.DETECT, "Erkennen"),
        ("{{ x | name }}", PhaseId.REVIEW, "Review"),
        ("{{ x | duration }}", Duration.parse("2 h"), "2 Stunden"),
        ("{{ x | duration }}", None, "—"),
        ("{{ x | minutes }}", 90.0, "90 Min."),
        ("{{ x | day }}", date(2026, 11, 1), "01.11.2026"),
        ("{{ x | day }}", None, "—"),
        ("{{ x | money }}", Money.parse("EUR 1200"), "1.200 €"),
        ("{{ x | money }}", None, "—"),
        ("{{ x | number }}", 1234.5, "1.234,5"),
        ("{{ x | number }}", 3.0, "3"),
    ],
)
def test_values_read_as_people_write_them(environment: Environment, template: str, value: Any, text: str) -> None:
    assert render(environment, template, x=value) == text


def test_labels_are_translated_and_keep_their_values_escaped(environment: Environment) -> None:
    assert render(environment, "{{ _('Hello') }} {{ _('Unknown') }} {{ language }}") == "Hallo Unknown de"
    assert render(environment, "{{ ngettext('%(num)s plan', '%(num)s plans', 1) }}") == "1 Plan"
    assert render(environment, "{{ ngettext('%(num)s plan', '%(num)s plans', 5) }}") == "5 Pläne"
    assert render(environment, "{{ _('to %(who)s', who='<b>') }}") == "to &lt;b&gt;"


def test_the_first_folder_that_has_a_template_wins(tmp_path: Path) -> None:
    own, bundled = tmp_path / "own", tmp_path / "bundled"
    for folder, names in ((own, ["a"]), (bundled, ["a", "b"])):
        folder.mkdir()
        for name in names:
            (folder / name).write_text(f"{name} of {folder.name}")
    environment = template_environment([own, bundled], GERMAN, tmp_path)
    assert environment.get_template("a").render() == "a of own"
    assert environment.get_template("b").render() == "b of bundled"


def test_a_changed_template_is_not_taken_from_the_cache(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    assert template_environment([tmp_path], GERMAN, tmp_path).get_template("a").render() == "old"
    (tmp_path / "a").write_text("new")
    assert template_environment([tmp_path], GERMAN, tmp_path).get_template("a").render() == "new"
