"""The built site of the bundled handbook: nothing leads nowhere, nothing is loaded from elsewhere, numbers agree."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest

from generator.analysis.facts import Facts
from generator.model.handbook import Handbook
from generator.views.sitemap import Sitemap
from tests.acceptance.built_pages import BuiltPage, dead_ends, is_remote, leads_to, loaded_from_css, pages_of

LANGUAGES = {"": "en", "zh/": "zh", "es/": "es"}


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, BuiltPage]:
    return pages_of(built_site)


def of_language(pages: dict[str, BuiltPage], prefix: str) -> dict[str, BuiltPage]:
    """Pages of one language by their path below its root."""
    others = tuple(other for other in LANGUAGES if other and other != prefix)
    return {
        path.removeprefix(prefix): page
        for path, page in pages.items()
        if path.startswith(prefix) and not path.startswith(others)
    }


def test_every_language_has_a_page_for_every_scenario_and_role(
    pages: dict[str, BuiltPage], bundled_handbook: Handbook
) -> None:
    wanted = {f"scenarios/{name}.html" for name in bundled_handbook.scenarios}
    wanted |= {f"roles/{name}.html" for name in bundled_handbook.roles}
    wanted |= {"index.html", "matrix.html", "plans.html", "coverage.html", "contacts.html", "severity.html"}
    first = of_language(pages, "").keys()
    assert wanted <= first
    for prefix in LANGUAGES:
        assert of_language(pages, prefix).keys() == first


def test_every_link_and_every_anchor_leads_somewhere(built_site: Path) -> None:
    assert dead_ends(built_site) == []


def test_every_page_leads_to_itself_in_every_language(pages: dict[str, BuiltPage]) -> None:
    for prefix in LANGUAGES:
        for path, page in of_language(pages, prefix).items():
            goals = {leads_to(prefix + path, href) for href in page.links}
            assert {(other + path, "") for other in LANGUAGES} <= goals, prefix + path


def test_no_template_is_published_as_it_is(built_site: Path) -> None:
    texts = (path for path in built_site.rglob("*") if path.suffix in {".html", ".xml", ".js", ".css", ".txt"})
    assert [path for path in texts if "{% " in path.read_text(encoding="utf-8")] == []
    assert not (built_site / "sitemap.xml").exists()


def test_every_element_of_the_sitemap_stands_where_links_lead(
    pages: dict[str, BuiltPage], bundled_handbook: Handbook
) -> None:
    locations = Sitemap.of(bundled_handbook).locations
    assert len(locations) > 500
    for prefix in LANGUAGES:
        missing = [
            (kind, name, location)
            for (kind, name), location in locations.items()
            if location.anchor and location.anchor not in pages[prefix + location.page].ids
        ]
        assert missing == []


def test_ids_are_unique_on_every_page(pages: dict[str, BuiltPage]) -> None:
    twice = {path: [i for i, count in page.ids.items() if count > 1] for path, page in pages.items()}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_every_element_that_is_opened_is_closed_in_order(pages: dict[str, BuiltPage]) -> None:
    assert {path: page.unclosed for path, page in pages.items() if page.unclosed} == {}


def test_each_covered_requirement_links_to_existing_places(
    built_site: Path, pages: dict[str, BuiltPage], bundled_facts: Facts
) -> None:
    covered = {row.requirement.id: bool(row.evidence) for catalog in bundled_facts.coverage for row in catalog.rows}
    for prefix in LANGUAGES:
        name = f"{prefix}coverage.html"
        _, *tables = pages[name].tables
        assert {number for table in tables for number in table.row_ids} == covered.keys()
        assert len(tables[0].rows) == 98, "the list that must be complete comes first"
        for table in tables:
            for number, links in zip(table.row_ids, table.links, strict=True):
                assert number is not None
                assert bool(links) is covered[number], number
                for href in links:
                    goal = leads_to(name, href)
                    assert goal is not None
                    assert goal[0] in pages, (number, href)
                    assert not goal[1] or goal[1] in pages[goal[0]].ids, (number, href)


def test_the_summary_of_the_coverage_counts_each_list_and_leads_to_it_and_to_its_gaps(
    pages: dict[str, BuiltPage], bundled_facts: Facts
) -> None:
    for prefix in LANGUAGES:
        page = pages[f"{prefix}coverage.html"]
        summary = page.tables[0]
        assert len(summary.rows) == len(bundled_facts.coverage)
        by_name = {catalog.catalog.id: catalog for catalog in bundled_facts.coverage}
        for row, links in zip(summary.rows, summary.links, strict=True):
            catalog = by_name[links[0].removeprefix("#catalog-")]
            assert row[1] == f"{catalog.covered} / {len(catalog.rows)}"
            assert links[1:] == [f"#{requirement.id}" for requirement in catalog.missing]
            assert all(link.removeprefix("#") in page.ids for link in links)


def test_nothing_is_loaded_from_another_host(built_site: Path, pages: dict[str, BuiltPage]) -> None:
    remote = {
        (path, address)
        for path, page in pages.items()
        for address in (*page.embedded, *(url for css in page.styles for url in loaded_from_css(css)))
        if is_remote(address)
    }
    assert remote == set()
    sheets = sorted(built_site.rglob("*.css"))
    assert sheets
    assert [(sheet.name, url) for sheet in sheets for url in loaded_from_css(sheet.read_text()) if is_remote(url)] == []


def test_links_that_leave_the_site_lead_to_the_plans_or_are_calls(pages: dict[str, BuiltPage]) -> None:
    left = {href for page in pages.values() for href in page.links if is_remote(href)}
    assert left
    assert {
        href for href in left if not href.startswith("https://git.songlan.example/handbook/edit/main/plans/")
    } == set()


def test_pages_say_their_language_and_mark_words_in_another(pages: dict[str, BuiltPage]) -> None:
    for prefix, code in LANGUAGES.items():
        for path, page in of_language(pages, prefix).items():
            assert page.language == code, prefix + path
            assert page.marked_languages <= set(LANGUAGES.values()), prefix + path
            assert page.title.strip(), prefix + path


def test_no_page_shows_a_value_of_python(pages: dict[str, BuiltPage]) -> None:
    shown = [
        (path, row) for path, page in pages.items() for table in page.tables for row in table.rows if "None" in row
    ]
    assert shown == []


def test_every_table_of_a_page_can_be_downloaded_in_both_forms(built_site: Path, pages: dict[str, BuiltPage]) -> None:
    offered: dict[str, set[str]] = {}
    for path, page in pages.items():
        for href in page.links:
            goal = leads_to(path, href)
            if goal and "downloads/" in goal[0]:
                file, _, ending = goal[0].rpartition(".")
                offered.setdefault(file, set()).add(ending)
                assert (built_site / goal[0]).stat().st_size > 100
    calendars = {file: endings for file, endings in offered.items() if file.endswith("downloads/calendar")}
    assert list(calendars.values()) == [{"ics"}] * len(LANGUAGES)
    tables = {file: endings for file, endings in offered.items() if file not in calendars}
    assert set(map(frozenset, tables.values())) == {frozenset({"csv", "xlsx"})}
    written = {path.relative_to(built_site).as_posix().rpartition(".")[0] for path in built_site.rglob("downloads/*")}
    assert offered.keys() == written


def rows_of(file: Path) -> list[list[str]]:
    text = file.read_bytes().decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline="")))


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_the_downloaded_matrix_has_the_numbers_of_the_page(
    prefix: str, built_site: Path, pages: dict[str, BuiltPage]
) -> None:
    (table,) = pages[f"{prefix}matrix.html"].tables
    head, *rows = rows_of(built_site / prefix / "downloads" / "matrix.csv")
    assert head[4:] == table.head[4:]
    assert len(rows) == len(table.rows) > 20
    for written, shown in zip(rows, table.rows, strict=True):
        assert written[:3] == shown[:3]
        for number, cell in zip(written[4:], shown[4:], strict=True):
            # A page adds the limit behind the number, and shows a dot where a role only is asked or told.
            assert cell == "·" if number == "0" else cell.startswith(number) and bool(cell) == bool(number)


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_the_downloaded_scenario_has_the_letters_of_the_page(
    prefix: str, built_site: Path, pages: dict[str, BuiltPage], bundled_handbook: Handbook
) -> None:
    for name in bundled_handbook.scenarios:
        page = pages[f"{prefix}scenarios/{name}.html"]
        head, *rows = rows_of(built_site / prefix / "downloads" / f"scenario-{name}.csv")
        table = next(table for table in page.tables if table.head[2:] == head[3:])
        for written, shown in zip(rows, table.rows, strict=True):
            assert shown[0].split()[0] == written[0]
            assert shown[2:] == written[3:], (name, written[0])


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_the_downloaded_register_and_coverage_have_the_rows_of_the_page(
    prefix: str, built_site: Path, pages: dict[str, BuiltPage]
) -> None:
    (register,) = pages[f"{prefix}plans.html"].tables
    _, *rows = rows_of(built_site / prefix / "downloads" / "plans.csv")
    for written, (_plan, version, _status, _approval, due, _owner) in zip(rows, register.rows, strict=True):
        assert version.startswith(written[3])
        assert written[10] in re.findall(r"-?\d+", due), "the days left"
    _, covered, *_others = pages[f"{prefix}coverage.html"].tables
    _, *rows = rows_of(built_site / prefix / "downloads" / "coverage-handbook-inventory.csv")
    assert [row[:2] for row in rows] == [row[:2] for row in covered.rows]
    assert [" ".join(row[3].split()) for row in rows] == [row[3] for row in covered.rows]


def test_the_downloaded_duties_of_a_role_are_those_of_its_page(
    built_site: Path, pages: dict[str, BuiltPage], bundled_handbook: Handbook
) -> None:
    for name in bundled_handbook.roles:
        tables = [table for table in pages[f"roles/{name}.html"].tables if table.head[2:3] in (["Duty"], ["Step"])]
        shown = [(row[1], row[2], row[-1]) for table in tables for row in table.rows]
        _, *rows = rows_of(built_site / "downloads" / f"role-{name}.csv")
        assert [(row[1], row[3], row[4]) for row in rows] == shown, name
