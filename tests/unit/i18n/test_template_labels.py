"""Every label that a page can show is found for the catalogs."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generator import model
from generator.i18n import labels as named_values
from generator.i18n.catalogs import LABEL_CATALOG, parse_catalog, translated_labels
from generator.i18n.template_labels import template_labels
from generator.render.contents import NAVIGATION
from generator.resources import package, templates


@pytest.fixture(scope="module")
def found() -> dict[str, str | None]:
    return {label.text: label.plural for label in template_labels(templates(), package())}


def calls(folder: Path) -> Iterator[nodes.Call]:
    environment = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.loopcontrols"], autoescape=True)
    for path in sorted(folder.rglob("*.j2")):
        for call in environment.parse(path.read_text()).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("_", "gettext", "ngettext"):
                yield call


def test_every_label_used_in_a_template_is_found(found: dict[str, str | None]) -> None:
    used = list(calls(templates()))
    assert len(used) > 200
    for call in used:
        first = call.args[0]
        assert isinstance(first, nodes.Const), "a label must be written out to be found"
        assert first.value in found
        if isinstance(call.node, nodes.Name) and call.node.name == "ngettext":
            plural = call.args[1]
            assert isinstance(plural, nodes.Const)
            assert found[first.value] == plural.value


def test_every_label_marked_in_code_is_found(found: dict[str, str | None]) -> None:
    marked = re.compile(r"(?:\b_|\b_label|\bgettext)\(\"([^\"]+)\"\)")
    labels = [label for path in package().rglob("*.py") for label in marked.findall(path.read_text())]
    assert len(labels) > 100
    assert set(labels) <= set(found)
    assert {section.title for section in NAVIGATION} <= set(found)


def test_labels_of_tables_and_counted_labels_are_found(found: dict[str, str | None]) -> None:
    assert {"Limit (min)", "Tightest limit (min)", "Where it says so"} <= set(found)
    assert found["%(number)s business day"] == "%(number)s business days"


def test_every_fixed_value_that_a_page_names_has_a_label_that_is_found(found: dict[str, str | None]) -> None:
    kinds = {
        value
        for value in vars(named_values).values()
        if inspect.isclass(value) and issubclass(value, StrEnum) and value.__module__.startswith(model.__name__)
    }
    assert len(kinds) > 10
    for kind in kinds:
        for value in kind:
            assert named_values.name_of(value) in found


def test_labels_of_a_project_of_ones_own_are_found(tmp_path: Path) -> None:
    (tmp_path / "page.html.j2").write_text("{{ _('Own label') }}{{ ngettext('%(num)s a', '%(num)s b', 2) }}")
    (label, counted) = template_labels(tmp_path)
    assert (label.text, label.plural) == ("Own label", None)
    assert (counted.text, counted.plural) == ("%(num)s a", "%(num)s b")
    assert label.places == ((f"{tmp_path.name}/page.html.j2", 0),)


@pytest.mark.parametrize("language", ["zh", "es"])
def test_bundled_catalogs_translate_labels_with_the_same_gaps(language: str, found: dict[str, str | None]) -> None:
    path = templates() / "locales" / language / LABEL_CATALOG
    known = translated_labels(parse_catalog(path.read_bytes(), str(path), language))
    assert set(known) <= set(found), "the catalog is up to date"
    gap = re.compile(r"%\(\w+\)s")
    for label, text in known.items():
        for form in (text,) if isinstance(text, str) else text:
            assert sorted(gap.findall(form)) == sorted(gap.findall(label))
