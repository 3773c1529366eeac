"""The pages of two small handbooks, byte by byte: the generator serves any company, whatever it leaves out."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from generator.analysis.facts import Facts
from generator.pipeline import Project, RenderedLanguage, inspect_facts, render_language, require_handbook
from tests.golden.books import AS_OF, copy_book
from tests.golden.conftest import Golden

PAGES = [
    ("corner-shop", "en", "index.md"),
    ("corner-shop", "en", "scenarios/till-failure.md"),
    ("corner-shop", "en", "scenarios/power-cut.md"),
    ("corner-shop", "en", "roles/cashier.md"),
    ("corner-shop", "en", "contacts.md"),
    ("corner-shop", "en", "matrix.md"),
    ("corner-shop", "en", "plans.md"),
    ("corner-shop", "en", "downloads/scenario-till-failure.csv"),
    ("libreria", "es", "scenarios/inundacion.md"),
    ("libreria", "es", "scenarios/fuga-de-datos.md"),
    ("libreria", "es", "roles/libreria.md"),
    ("libreria", "es", "contacts.md"),
    ("libreria", "es", "matrix.md"),
    ("libreria", "es", "plans.md"),
    ("libreria", "es", "coverage.md"),
    ("libreria", "en", "scenarios/inundacion.md"),
    ("libreria", "en", "roles/libreria.md"),
    ("libreria", "en", "plans.md"),
    ("libreria", "en", "downloads/plans.csv"),
]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("books")
    for name in ("corner-shop", "libreria"):
        copy_book(name, folder / name)
    return folder


@cache
def rendered(folder: Path, language: str) -> RenderedLanguage:
    project = Project(folder)
    facts = Facts(require_handbook(project), AS_OF)
    return render_language(project, facts, inspect_facts(facts), language)


@pytest.mark.parametrize(("book", "language", "path"), PAGES)
def test_a_page_is_written_as_the_golden_file_says(
    book: str, language: str, path: str, folders: Path, golden: Golden
) -> None:
    golden(f"{book}/{language}/{path}", rendered(folders / book, language).files[path])


def test_a_handbook_without_optional_plans_has_no_pages_for_them(folders: Path) -> None:
    found = rendered(folders / "corner-shop", "en")
    paths = {page.path for page in found.pages}
    assert paths.isdisjoint({"glossary.html", "peak-day.html", "risks.html", "conduct.html"})
    assert {path for _, listed in found.navigation for path in listed} <= paths
    assert "severity.html" in paths


def test_a_scenario_group_without_scenarios_is_left_out(folders: Path) -> None:
    files = rendered(folders / "corner-shop", "en").files
    assert all(b"Nothing yet" not in content for name, content in files.items() if name.endswith(".md"))


def test_plan_text_never_becomes_markup(folders: Path) -> None:
    page = rendered(folders / "corner-shop", "en").files["contacts.md"].decode()
    assert "Cleo &lt;Penny&gt;" in page
    assert "<Penny>" not in page


def test_names_and_numbers_of_people_appear_nowhere_when_contacts_are_hidden(folders: Path) -> None:
    for language in ("es", "en"):
        for name, content in rendered(folders / "libreria", language).files.items():
            leaked = [secret for secret in ("Secreta", "Oculto", "600 000 001") if secret.encode() in content]
            assert not leaked, f"{language}/{name} shows {leaked}"


def test_the_projects_own_partial_replaces_the_bundled_one_on_every_role_page(folders: Path) -> None:
    pages = [page for page in rendered(folders / "libreria", "es").pages if page.path.startswith("roles/")]
    assert {page.path for page in pages if 'class="nandu-card"' in page.html} == {
        "roles/direccion.html",
        "roles/informatica.html",
        "roles/libreria.html",
    }
    assert all("hb-card-sheet" not in page.html for page in pages)


def test_a_sentence_without_translation_stays_and_says_its_language(folders: Path) -> None:
    page = rendered(folders / "libreria", "en").files["scenarios/inundacion.md"].decode()
    assert "Look where the water comes from." in page
    assert '<span lang="es" class="hb-untranslated">Colgar el cartel.</span>' in page


def test_an_out_of_date_translation_is_not_used(folders: Path) -> None:
    page = rendered(folders / "libreria", "en").files["scenarios/inundacion.md"].decode()
    assert "weather" not in page
    assert "Hablar de lo ocurrido." in page


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_page_of_a_language_has_the_paths_of_every_other(folders: Path, language: str) -> None:
    assert {page.path for page in rendered(folders / "libreria", language).pages} == {
        page.path for page in rendered(folders / "libreria", "es").pages
    }


def test_a_handbook_without_severity_plan_has_every_other_page(tmp_path: Path) -> None:
    folder = copy_book("corner-shop", tmp_path / "shop")
    (folder / "plans" / "severity.yml").unlink()
    for path in (folder / "plans" / "scenarios").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^severity:\n(  - .*\n)+", "severity: []\n", text), encoding="utf-8")
    found = rendered(folder, "en")
    whole = {spec.path for spec in rendered(copy_book("corner-shop", tmp_path / "whole"), "en").pages}
    assert {page.path for page in found.pages} == whole - {"severity.html"}
    for page in found.pages:
        home = "../" * page.path.count("/")
        assert f'"{home}severity.html' not in page.html or page.path.startswith("rules/"), page.path


def test_no_table_shows_a_value_of_python(folders: Path) -> None:
    for book, language in (("corner-shop", "en"), ("libreria", "es"), ("libreria", "en")):
        for page in rendered(folders / book, language).pages:
            assert ">None<" not in page.html, f"{book}/{language}/{page.path}"


def test_sentences_that_count_are_not_empty_in_a_language_without_labels(folders: Path) -> None:
    for page in rendered(folders / "libreria", "es").pages:
        assert not re.search(r'<p class="hb-note">\s*</p>', page.html), page.path
