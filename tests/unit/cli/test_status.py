"""What `handbook status` shows of plans, their approvals and their reviews."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.rules.overlay import BASE
from tests.unit.cli.approved_plans import FIRE, approve, change, rows, run, speak


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    shutil.copytree(BASE / "plans", tmp_path / "plans")
    return tmp_path


def test_the_status_begins_with_what_is_overdue_longest(shop: Path) -> None:
    change(shop, FIRE, "review_every: 12 months", "review_every: 1 month")
    change(shop, "plans/risks.yml", "review_every: 12 months", "review_every: 2 months")
    change(shop, "plans/severity.yml", "status: approved", "status: retired")
    done = run(shop, "status", "--format", "json", "--as-of", "2026-11-11")
    found = [(row["plan"], row["review_due_on"], row["days_left"]) for row in json.loads(done.stdout)]
    assert found[:2] == [("fire", "2026-10-01", -41), ("risks", "2026-11-01", -10)]
    assert found[-1] == ("severity", None, None), "what is retired is not reviewed"
    assert found[2][2] > 0


def test_the_status_of_a_handbook_without_records_is_never_and_it_ends_well(shop: Path) -> None:
    assert {row["approval"] for row in rows(shop).values()} == {"never"}
    done = run(shop, "status")
    assert done.exit_code == 0
    assert done.stdout.split().count("never") == 13
    assert done.stdout.endswith("\n13 plans, 13 without a record of their version.\n")


def test_the_status_names_what_changed(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    approve(shop, "--all")
    change(shop, FIRE, "Photograph everything", "Film everything")
    shown = run(shop, "status").stdout
    (line,) = [line for line in shown.splitlines() if line.split()[:1] == ["fire"]]
    assert "changed since 2026-09-01" in line
    assert "\nNot as approved in `fire`:\n  `handle/keep-scene` changed\n" in shown
    assert shown.endswith("\n13 plans, 1 changed since their approval.\n")


def test_the_last_line_counts_what_needs_somebody_and_nothing_else(shop: Path) -> None:
    change(
        shop, "plans/handbook.yml", "languages:", "languages: [{code: en, title: English}, {code: zh, title: 中文}]\n#"
    )
    approve(shop, "--all")
    assert run(shop, "status").stdout.endswith("\n13 plans.\n")
    speak(shop, "没事")
    change(shop, "plans/risks.yml", "status: approved", "status: in-review")
    change(shop, "plans/severity.yml", "status: approved", "status: draft")
    change(shop, "plans/conduct.yml", "version: 1.0.0, status", "version: 1.1.0, status")
    shown = run(shop, "status", "--as-of", "2027-09-02").stdout
    translated, rest = "1 with a translation changed since their approval", "1 in review, 1 in draft"
    told = f"13 overdue for review, {translated}, 1 without a record of their version, {rest}"
    assert shown.endswith(f"\n13 plans, {told}.\n")
    assert "\nNot as approved in `fire`:\n  the translation `zh`\n" in shown


@pytest.mark.parametrize("columns", ["80", "40"])
def test_no_word_of_the_table_is_broken(columns: str, shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    name = "conflict-with-foreign-nationals"
    change(shop, FIRE, "id: fire\n", f"id: {name}\n")
    for path in (shop / "plans").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(scenarios?: \[?)fire\b", rf"\1{name}", text), encoding="utf-8")
    approve(shop, name)
    change(shop, FIRE, "version: 1.0.0, status", "version: 1.1.0, status")
    lines = run(shop, "status").stdout.splitlines()
    (at,) = [number for number, line in enumerate(lines) if line.startswith(f"{name}  1.1.0    not")]
    words = " ".join([lines[at].partition("1.1.0")[2], *(line.strip() for line in lines[at + 1 : at + 5])])
    assert {"not", "recorded;", "last", "1.0.0,", "2026-09-01", "2027-09-01"} <= {*words.split()}
    if columns == "80":
        assert max(map(len, lines)) <= 80
