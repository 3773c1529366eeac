"""What an auditor reads on the pages: who approved exactly this, what changed since, what is due, what was learned."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from tests.acceptance.built_pages import BuiltPage, read_page
from tests.acceptance.repositories import bookshop, succeeded

PLANS = ("fire", "data-leak", "shop-outage", "risks")
CATALOG = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Strangers saw customer data."
msgstr "Unos extraños vieron datos de clientes."
"""


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Plans were approved; then one was changed, one got another translation, and one another version."""
    folder = bookshop(tmp_path_factory.mktemp("register") / "shop", second_language=True)
    succeeded(folder, "approve", *PLANS, "--by", "director")
    plans = folder / "plans"
    edit(plans / "scenarios" / "fire.yml", "Lead everybody out to", "Lead everybody to")
    outage = plans / "scenarios" / "shop-outage.yml"
    edit(outage, "control: {version: 1.0.0,", "control: {version: 1.1.0,")
    newer = "{version: 1.1.0, on: 2026-10-01, by: engineer, change: A list., resolves: [no-list]}"
    edit(outage, "change: First edition.}", f"change: First edition.}}, {newer}")
    programme = plans / "exercises" / "programme.yml"
    edit(programme, "topic: headcount", "topic: headcount, changes_scenarios: [fire, shop-outage]")
    edit(programme, "next_on: 2026-12-10", "next_on: 2026-11-21")
    catalog = plans / "locales" / "es" / "plans.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(CATALOG, encoding="utf-8")
    succeeded(folder, "build")
    return folder


def page(shop: Path, path: str) -> BuiltPage:
    return read_page(shop / "site" / path)


def register(shop: Path, path: str = "plans.html") -> dict[str, list[str]]:
    """Rows of the register by title."""
    table = next(table for table in page(shop, path).tables if len(table.rows) > len(PLANS))
    return {row[0].partition(" plans/")[0]: row for row in table.rows}


def downloaded(shop: Path, name: str) -> list[dict[str, str]]:
    text = (shop / "site" / "downloads" / f"{name}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_the_register_says_what_changed_since_whose_approval(shop: Path) -> None:
    approval = register(shop)["Fire"][3]
    assert "changed since approval" in approval
    assert "1.0.0 · Director · 1 Sept 2026" in approval
    assert "detect/leave changed" in approval


def test_the_register_says_which_plans_are_approved_exactly_as_they_stand(shop: Path) -> None:
    rows = register(shop)
    assert "approved as it stands" in rows["Risks"][3]
    assert "this version not recorded" in rows["Shop outage"][3]
    assert "approval not recorded" in rows["Grades"][3]


@pytest.mark.parametrize(("path", "language"), [("plans.html", "Spanish"), ("es/plans.html", "español")])
def test_the_register_of_every_language_says_which_translation_was_not_approved(
    shop: Path, path: str, language: str
) -> None:
    stale = [title for title, row in register(shop, path).items() if language in row[3]]
    assert stale == ["Data leak", "Fire"], "the fire has another sentence, which has no translation"


def test_the_register_sums_up_and_says_that_it_shows_no_edition(shop: Path) -> None:
    text = " ".join((shop / "site" / "plans.html").read_text(encoding="utf-8").split())
    approved = sum(row[2].startswith("approved") for row in register(shop).values())
    assert "<b>1</b> changed since approval" in text
    assert f"<b>{approved - len(PLANS) + 1}</b> approved without a record" in text
    assert "<b>0</b> overdue for review" in text
    assert "Plans that are being worked on, not an edition" in text


def test_the_download_of_the_register_has_the_same_facts_and_the_whole_fingerprint(shop: Path) -> None:
    rows = {row["Plan"]: row for row in downloaded(shop, "plans")}
    assert rows["fire"]["Changed since approval"] == "detect/leave: changed"
    assert rows["data-leak"]["Translations changed since approval"] == "es"
    html = (shop / "site" / "plans.html").read_text(encoding="utf-8")
    for row in rows.values():
        assert len(row["Fingerprint"]) == 64
        assert row["Fingerprint"] in html


def test_due_dates_stand_by_month_with_what_is_overdue_on_top(shop: Path) -> None:
    due = page(shop, "reviews.html")
    rows = due.table("Due").rows
    assert rows[0] == ["Overdue 1"]
    assert rows[1] == ["21 Nov 2026", "-1 overdue", "Exercise", "Call tree", "Duty desk"]
    assert ["March 2027 1"] in rows
    assert {"overdue", "month-2027-03"} <= due.ids.keys()
    listed = [row for row in rows if len(row) > 1]
    assert [row["Days left"] for row in downloaded(shop, "due-dates")] == [row[1].split()[0] for row in listed]


def test_the_exercises_page_follows_a_finding_to_the_version_that_answers_it(shop: Path) -> None:
    text = " ".join((shop / "site" / "exercises.html").read_text(encoding="utf-8").split())
    finding = text[text.index('id="exercise-finding-no-list"') :]
    finding = finding[: finding.index("</ul>")]
    assert '<a href="scenarios/fire.html">Fire</a> <span class="hb-status hb-status-in-progress">open</span>' in finding
    assert '<a href="revisions.html#plan-shop-outage">in version 1.1.0</a>' in finding
    assert '<a href="#action-print-list">' in finding
    demanded = [(row["Change of plan"], row["State"]) for row in downloaded(shop, "exercise-findings")]
    assert demanded == [("fire", "open"), ("shop-outage", "done")]


def test_the_exercises_page_holds_the_programme_against_the_records(shop: Path) -> None:
    (row,) = (row for row in page(shop, "exercises.html").table("Exercise").rows if row[0].startswith("Call tree"))
    assert row[2].startswith("10 Sept 2026")
    assert row[2].endswith("21 Nov 2026 overdue")
    assert [f"21 {month} 2027" in row[3] for month in ("Feb", "May", "Aug", "Nov")] == [True] * 4
    states = [row["State"] for row in downloaded(shop, "exercises")]
    assert (states.count("held"), states.count("overdue"), states.count("missed")) == (3, 1, 0)


def test_where_nothing_was_ever_recorded_the_register_says_it_once(built_shop: Path) -> None:
    html = (built_shop / "site" / "plans.html").read_text(encoding="utf-8")
    assert html.count("keeps no records of approvals") == 1
    assert "approval not recorded" not in html.partition("<table")[0]
    rows = next(table for table in read_page(built_shop / "site" / "plans.html").tables if table.rows).rows
    approvals = {(row[2].split()[0], row[3]) for row in rows}
    assert {status for status, _ in approvals} == {"approved", "draft"}
    claims = [told for status, told in approvals if status == "approved"]
    assert claims
    assert all(told.startswith("according to the plan: ") for told in claims)
    assert all(told.startswith("draft approver: ") for status, told in approvals if status == "draft")


def test_the_register_of_an_edition_names_it_and_says_how_to_prove_it(published_editions: Path) -> None:
    text = (published_editions / "public" / "2026.10" / "plans.html").read_text(encoding="utf-8")
    assert "<b>Edition 2026.10</b>" in text
    assert "<code>handbook verify 2026.10</code>" in text
    assert "not an edition" not in text
