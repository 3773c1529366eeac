"""The numbers in the downloads are those on the pages."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO

import openpyxl
import pytest

from generator.analysis.facts import Facts
from generator.exports import Table, all_tables, csv_bytes, xlsx_bytes
from generator.i18n.words import Translator
from generator.views.register import view_register
from generator.views.roles import view_matrix, view_role
from generator.views.scenario import view_scenario
from generator.views.sitemap import Sitemap
from tests.unit.analysis.sample_plans import catalog, handbook, organization, role, scenario, step

AS_OF = date(2026, 11, 22)
ENGLISH = Translator("en", "en")


def tables_of(facts: Facts, translator: Translator = ENGLISH) -> dict[str, Table]:
    return {table.name: table for table in all_tables(facts, Sitemap.of(facts.handbook), translator)}


@pytest.fixture(scope="module")
def tables(bundled_facts: Facts) -> dict[str, Table]:
    return tables_of(bundled_facts)


def test_there_is_a_table_for_each_scenario_role_and_catalog(tables: dict[str, Table], bundled_facts: Facts) -> None:
    book = bundled_facts.handbook
    assert set(tables) == {
        *(f"scenario-{name}" for name in book.scenarios),
        *(f"role-{name}" for name in book.roles),
        *(f"coverage-{found.id}" for found in book.catalogs),
        "matrix",
        "plans",
        "due-dates",
        "exercises",
        "exercise-findings",
        "corrective-actions",
    }


def test_every_row_fits_its_head(tables: dict[str, Table]) -> None:
    for table in tables.values():
        assert table.rows
        assert all(table.columns)
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_scenario_tables_hold_the_letters_of_their_pages(tables: dict[str, Table], bundled_facts: Facts) -> None:
    for name, plan in bundled_facts.handbook.scenarios.items():
        shown = view_scenario(bundled_facts, plan).matrix
        table = tables[f"scenario-{name}"]
        assert [(row[0], row[2], *row[3:]) for row in table.rows] == [
            (row.number, row.timed.limit, *("".join(letters) for letters in row.letters)) for row in shown.rows
        ]
        titles = [bundled_facts.handbook.roles[found].title for found in shown.roles]
        assert list(table.columns[3:]) == titles


def test_role_tables_hold_the_duties_of_their_pages(tables: dict[str, Table], bundled_facts: Facts) -> None:
    for name, found in bundled_facts.handbook.roles.items():
        page = view_role(bundled_facts, found)
        rows = tables[f"role-{name}"].rows
        assert [(row[0], row[1], row[4]) for row in rows] == [
            (duty.limit, duty.scenario.title, "".join(duty.letters)) for duty in (*page.acting, *page.advising)
        ]


def test_the_matrix_table_holds_the_numbers_of_its_page(tables: dict[str, Table], bundled_facts: Facts) -> None:
    shown = view_matrix(bundled_facts)
    assert tables["matrix"].columns[4:] == tuple(plan.title for plan in shown.scenarios)
    assert [row[1:] for row in tables["matrix"].rows] == [
        (row.acting, row.duties, row.tightest, *(cell.acting if cell else None for cell in row.cells))
        for row in shown.rows
    ]


def test_the_register_table_holds_the_dates_of_its_page(tables: dict[str, Table], bundled_facts: Facts) -> None:
    assert [(row[0], row[2], row[9], row[10]) for row in tables["plans"].rows] == [
        (row.plan.id, row.file, row.due.isoformat() if row.due else "", row.days_left)
        for row in view_register(bundled_facts, Sitemap.of(bundled_facts.handbook)).rows
    ]


def test_xlsx_reads_back_with_the_same_numbers_as_csv(tables: dict[str, Table]) -> None:
    for name in (
        "matrix",
        "plans",
        "due-dates",
        "exercises",
        "corrective-actions",
        "scenario-payment-anomaly",
        "role-duty-manager",
    ):
        table = tables[name]
        written = csv.reader(StringIO(csv_bytes(table).decode("utf-8-sig"), newline=""))
        workbook = openpyxl.load_workbook(BytesIO(xlsx_bytes(table)), read_only=True)
        read = workbook.worksheets[0].iter_rows(values_only=True)
        for from_csv, from_xlsx in zip(written, read, strict=True):
            assert from_csv == ["" if cell is None else str(cell) for cell in from_xlsx]
        workbook.close()


def test_limits_are_whole_minutes_where_they_can_be() -> None:
    found = tables_of(Facts(handbook(scenario(step("quick", within="30 s"), step("slow", within="2 h"))), AS_OF))
    assert [row[2] for row in found["scenario-outage"].rows] == [0.5, 120]
    assert [type(row[2]) for row in found["scenario-outage"].rows] == [float, int]


def test_a_role_that_never_acts_has_an_empty_limit() -> None:
    book = handbook(organization([role("guard")]), scenario(step("see", informed=["guard"])))
    rows = {row[0]: row[1:] for row in tables_of(Facts(book, AS_OF))["matrix"].rows}
    assert rows == {"Chief": (1, 1, 10, 1), "Guard": (0, 1, None, 0)}


def test_coverage_says_where_and_leaves_what_is_missing_empty() -> None:
    demands = catalog("LAW-1", "LAW-2", source="Fire Law, 44")
    book = handbook(scenario(step("see", covers=["LAW-1"]), covers=["LAW-1"]), catalogs=(demands,))
    rows = tables_of(Facts(book, AS_OF))["coverage-law"].rows
    assert rows == (
        ("LAW-1", "Area", "Say LAW-1.", "Title of outage\nDo see. · Title of outage", "Fire Law, 44"),
        ("LAW-2", "Area", "Say LAW-2.", "", "Fire Law, 44"),
    )


def test_tables_are_in_the_language_of_the_reader_without_markup() -> None:
    book = handbook(scenario(step("see", do="Look **now**.")))
    german = Translator("de", "en", {"Chief": "Chefin", "Look **now**.": "Schau **jetzt**."}, {"Step": "Schritt"})
    found = tables_of(Facts(book, AS_OF), german)["scenario-outage"]
    assert found.columns == ("No.", "Schritt", "Limit (min)", "Chefin")
    assert found.rows == ((1, "Schau jetzt.", 10, "RA"),)
