"""From a project folder to the pages of a language."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from generator.analysis.approvals import approvals, record_of
from generator.analysis.facts import Facts
from generator.errors import HandbookError
from generator.i18n.words import Translator, Words
from generator.model.handbook import Handbook
from generator.pipeline import (
    PlansInvalidError,
    Project,
    RenderedLanguage,
    facts_for_pages,
    inspect_facts,
    load_project,
    prints_of_translations,
    render_language,
    require_handbook,
    today,
    translator_for,
)
from generator.render.page import split_source
from generator.resources import templates
from generator.views.sitemap import Sitemap
from tests.unit.analysis.sample_plans import assigned, handbook, organization, person, phone, scenario, severity, step

AS_OF = date(2026, 11, 22)
PO_HEAD = 'msgid ""\nmsgstr ""\n"Language: zh\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def small_book() -> Handbook:
    rule = {"grade": "grade-1", "when": "It is dark."}
    return handbook(severity(1), scenario(step("see"), step("tell"), severity=[rule]))


def rendered(project: Project, book: Handbook, language: str = "en") -> RenderedLanguage:
    facts = Facts(book, AS_OF)
    return render_language(project, facts, inspect_facts(facts), language)


def test_pages_know_the_translations_of_plans_whose_approval_is_recorded_and_of_no_others(project: Project) -> None:
    book = handbook(scenario(step("see")), languages=[{"code": code, "title": code} for code in ("en", "zh")])
    assert facts_for_pages(project, book, AS_OF).translations == {}
    approval = next(found for found in approvals(book) if found.plan.id == "outage")
    before = prints_of_translations(project, book, [approval.plan])["outage"]
    recorded = replace(book, approvals=(record_of(approval, "chief", None, before, AS_OF),))
    facts = facts_for_pages(project, recorded, AS_OF)
    assert facts.translations == {"outage": before}
    catalog = project.plans / "locales" / "zh" / "plans.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(PO_HEAD + 'msgid "Do see."\nmsgstr "看。"\n', encoding="utf-8")
    facts = facts_for_pages(project, recorded, AS_OF)
    assert [facts.stale_translations(found) for found in facts.approvals if found.plan.id == "outage"] == [("zh",)]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compiled templates, shared by the projects of these tests."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture
def project(tmp_path: Path, compiled: Path) -> Project:
    (tmp_path / ".handbook").symlink_to(compiled)
    return Project(tmp_path)


@pytest.fixture(scope="module")
def bundled_pages(tmp_path_factory: pytest.TempPathFactory, compiled: Path, bundled_facts: Facts) -> RenderedLanguage:
    copy = tmp_path_factory.mktemp("project")
    (copy / ".handbook").symlink_to(compiled)
    return render_language(Project(copy), bundled_facts, inspect_facts(bundled_facts), "en")


def test_a_folder_without_plans_is_an_expected_failure(project: Project) -> None:
    with pytest.raises(HandbookError, match="`plans`"):
        load_project(project)


def test_plans_with_errors_make_no_handbook_but_a_report(project: Project, bundled_project: Project) -> None:
    project.plans.mkdir()
    shutil.copy(bundled_project.plans / "handbook.yml", project.plans)
    (project.plans / "glossary.yml").write_text("titel: x\n")
    with pytest.raises(PlansInvalidError) as caught:
        require_handbook(project)
    assert caught.value.report.errors
    assert f"{len(caught.value.report.errors)} errors" in caught.value.message
    assert "plans/glossary.yml" in {finding.position.file for finding in caught.value.report.errors}


def test_templates_of_the_project_come_before_the_bundled_ones(project: Project) -> None:
    assert [*project.template_folders] == [templates()]
    own = project.folder / "site_templates"
    own.mkdir()
    assert [*project.template_folders] == [own, templates()]


def test_a_project_can_replace_one_template_and_one_asset(project: Project) -> None:
    own = project.folder / "site_templates"
    (own / "pages").mkdir(parents=True)
    (own / "assets").mkdir()
    (own / "pages" / "glossary.html.j2").write_text("unused")
    (own / "pages" / "roles.html.j2").write_text("<p>{{ page_title }} of {{ book.settings.company.name }}</p>")
    (own / "assets" / "handbook.css").write_text("/* mine */")
    files = rendered(project, small_book()).files
    assert split_source(files["roles/index.md"].decode())[1] == "<p>Roles of Small Shop</p>"
    assert files["assets/handbook/handbook.css"] == b"/* mine */"
    assert "assets/handbook/handbook.js" in files, "the others stay"


@pytest.mark.parametrize(
    ("template", "says"), [("{{ missing }}", "missing"), ("{% if %}", "line 1"), ("{% include 'gone.j2' %}", "gone.j2")]
)
def test_a_broken_template_is_an_expected_failure_that_names_it(project: Project, template: str, says: str) -> None:
    pages = project.folder / "site_templates" / "pages"
    pages.mkdir(parents=True)
    (pages / "roles.html.j2").write_text(template)
    with pytest.raises(HandbookError, match=says) as caught:
        rendered(project, small_book())
    assert "template" in caught.value.message


def test_labels_of_the_project_win_over_the_bundled_ones(project: Project) -> None:
    folder = project.folder / "site_templates" / "locales" / "zh"
    folder.mkdir(parents=True)
    (folder / "labels.po").write_text(PO_HEAD + 'msgid "Roles"\nmsgstr "岗位表"\n')
    translator = translator_for(project, small_book(), "zh")
    assert translator.gettext("Roles") == "岗位表"
    assert translator.gettext("Contacts") != "Contacts", "the bundled ones are still there"


def test_translations_of_plans_are_read_and_a_broken_catalog_is_an_expected_failure(project: Project) -> None:
    assert translator_for(project, small_book(), "zh").words("Chief") == Words("Chief", "en")
    catalog = project.plans / "locales" / "zh" / "plans.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(PO_HEAD + 'msgid "Chief"\nmsgstr "主管"\n')
    assert translator_for(project, small_book(), "zh").words("Chief") == Words("主管")
    catalog.write_text("msgid broken")
    with pytest.raises(HandbookError, match=r"plans/locales/zh/plans\.po"):
        translator_for(project, small_book(), "zh")


def test_a_small_handbook_renders_in_another_language_with_marks_on_what_is_untranslated(project: Project) -> None:
    found = rendered(project, small_book(), "zh")
    assert found.language == "zh"
    text = found.files["scenarios/outage.md"].decode()
    assert '<span lang="en" class="hb-untranslated">Title of outage</span>' in text
    assert translator_for(project, small_book(), "zh").gettext("Who does what by when") in text


@pytest.mark.parametrize("shown", [True, False])
def test_names_and_numbers_of_people_are_in_the_files_only_where_contacts_are_shown(
    project: Project, shown: bool
) -> None:
    company = organization(
        people=[person("qiwei", phone("+86 555 0199"), phone("q@shop.example", contact="email"))],
        assignments=assigned("chief", "qiwei"),
    )
    rule = {"grade": "grade-1", "when": "It is dark."}
    book = handbook(company, severity(1), scenario(step("see"), severity=[rule]), show_contacts=shown)
    files = rendered(project, book).files
    for secret in ("Qiwei", "+86 555 0199", "q@shop.example"):
        having = {name for name, data in files.items() if secret.encode() in data}
        assert bool(having) is shown, having


def test_the_same_plans_give_the_same_bytes_with_and_without_a_cache(project: Project, tmp_path: Path) -> None:
    files = [rendered(place, small_book()).files for place in (project, Project(tmp_path / "cold"))]
    assert files[0] == files[1]
    assert len(files[0]) > 20


def test_every_place_of_the_sitemap_is_on_its_page(bundled_pages: RenderedLanguage, bundled_handbook: Handbook) -> None:
    html = {page.path: page.html for page in bundled_pages.pages}
    anchors = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in html.items()}
    for place in Sitemap.of(bundled_handbook).locations.values():
        assert place.page in html
        assert not place.anchor or place.anchor in anchors[place.page]


def test_no_id_stands_twice_on_a_page(bundled_pages: RenderedLanguage) -> None:
    for page in bundled_pages.pages:
        ids = re.findall(r'\bid="([^"]+)"', page.html)
        assert len(ids) == len(set(ids)), page.path


def test_every_step_stands_on_its_page_with_an_anchor_of_its_own(
    bundled_pages: RenderedLanguage, bundled_handbook: Handbook
) -> None:
    html = {page.path: page.html for page in bundled_pages.pages}
    for name, plan in bundled_handbook.scenarios.items():
        anchors = re.findall(r'id="step-([^"]+)"', html[f"scenarios/{name}.html"])
        assert anchors == [item.id for item in plan.steps]


def test_pages_have_titles_sections_and_an_address_to_edit_them(bundled_pages: RenderedLanguage) -> None:
    paths = {page.path for page in bundled_pages.pages}
    assert len(paths) == len(bundled_pages.pages)
    for page in bundled_pages.pages:
        assert page.title
        assert bundled_pages.titles[page.path] == page.title
        assert page.section in paths
        assert page.edit_url
        assert "{" not in page.edit_url
        assert page.edit_url.startswith("https://git.songlan.example/handbook/edit/main/plans/")


def test_every_page_is_in_the_navigation_or_belongs_to_one_that_is(bundled_pages: RenderedLanguage) -> None:
    listed = [path for _, paths in bundled_pages.navigation for path in paths]
    assert len(listed) == len(set(listed))
    assert {page.section for page in bundled_pages.pages} == set(listed)


def test_downloads_that_pages_link_to_exist(bundled_pages: RenderedLanguage) -> None:
    linked = {name for page in bundled_pages.pages for name in re.findall(r'"(?:\.\./)?(downloads/[^"]+)"', page.html)}
    assert len(linked) > 100
    assert linked <= set(bundled_pages.files)


def test_today_is_that_of_the_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    late = int(datetime(2026, 11, 22, 23, 30, tzinfo=UTC).timestamp())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(late))
    assert today("Asia/Shanghai") == date(2026, 11, 23)
    assert today("UTC") == date(2026, 11, 22)
    assert today("America/New_York") == date(2026, 11, 22)


@pytest.mark.parametrize("value", ["yesterday", "99999999999999", "-99999999999999"])
def test_a_time_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(HandbookError, match="SOURCE_DATE_EPOCH"):
        today("UTC")


def test_without_a_given_time_the_clock_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    zone = ZoneInfo("Asia/Shanghai")
    before = datetime.now(zone).date()
    assert before <= today("Asia/Shanghai") <= datetime.now(zone).date()


def test_a_translator_without_catalogs_leaves_everything_as_it_is(project: Project) -> None:
    assert translator_for(project, small_book(), "en") == Translator("en", "en")
