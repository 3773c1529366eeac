"""What people do to plan files: every fault has a place, a status and no traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.acceptance.projects import run
from tests.golden.books import copy_book

TILL = "plans/scenarios/till-failure.yml"
BOMB = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
)
APPENDED = {
    "a bracket that is never closed": (b"extra: [one, two\n", 1),
    "a tab as indentation": (b"extra:\n\t- one\n", 2),
    "bytes that are no UTF-8": (b"extra: caf\xe9\n", 1),
    "a key for the second time": (b"title: Again\n", 1),
    "a key nobody knows": (b"titel: Again\n", 1),
    "an alias without an anchor": (b"extra: *nobody\n", 1),
    "a second document": (b"---\nid: other\n", 1),
    "a tag that would run code": (b"extra: !!python/object/apply:os.system [echo hacked]\n", 1),
    "a control character": (b"extra: a\x07b\n", 1),
}


@pytest.mark.parametrize(("more", "line"), APPENDED.values(), ids=APPENDED.keys())
def test_a_spoilt_file_is_reported_at_its_line(more: bytes, line: int, shop: Path) -> None:
    path = shop / TILL
    lines = len(path.read_bytes().splitlines())
    path.write_bytes(path.read_bytes() + more)
    done = run(shop, "check")
    assert done.returncode == 1
    first = done.stdout.splitlines()[0]
    assert re.match(rf"{TILL}:({lines + line}):\d+: error\[[a-z0-9-]+\] \S", first), done.stdout
    assert "hacked" not in done.stdout.replace("[echo hacked]", "")
    assert "Traceback" not in done.stdout + done.stderr


def test_a_chain_of_aliases_that_multiplies_is_refused_at_once(shop: Path) -> None:
    (shop / "plans" / "glossary.yml").write_text(BOMB)
    done = run(shop, "check")
    assert done.returncode == 1
    assert re.search(r"^plans/glossary\.yml:\d+:\d+: error\[yaml-too-large\]", done.stdout, re.MULTILINE)
    assert "Traceback" not in done.stdout + done.stderr


def test_a_file_of_2_mb_is_refused_as_a_whole(shop: Path) -> None:
    (shop / TILL).write_text("# " + "x" * 2_000_000)
    done = run(shop, "check")
    assert done.returncode == 1
    assert done.stdout.startswith(f"{TILL}: error[yaml-too-large] ")
    assert "Traceback" not in done.stdout + done.stderr


def test_an_empty_file_is_an_error_with_a_place(shop: Path) -> None:
    (shop / TILL).write_text("")
    done = run(shop, "check")
    assert done.returncode == 1
    assert done.stdout.startswith(TILL)
    assert "Traceback" not in done.stdout + done.stderr


def test_an_empty_plans_folder_says_that_it_is_no_handbook(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    done = run(tmp_path, "check")
    assert done.returncode == 1
    assert "plans/handbook.yml: error[handbook-missing] The folder `plans` has no `handbook.yml`" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_plans_folder_that_is_a_file_cannot_run(tmp_path: Path) -> None:
    (tmp_path / "plans").write_text("")
    done = run(tmp_path, "check")
    assert done.returncode == 2
    assert "There is no folder `plans`." in done.stderr


@pytest.mark.parametrize("command", ["coverage", "build"])
def test_a_command_that_needs_sound_plans_reports_what_is_wrong_with_them(command: str, shop: Path) -> None:
    (shop / TILL).write_text((shop / TILL).read_text().replace("group: shop", "group: shopp"))
    done = run(shop, command)
    assert done.returncode == 1
    assert re.search(rf"^{TILL}:6:8: error\[reference-unknown\]", done.stderr, re.MULTILINE)
    assert "Did you mean `shop`?" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_broken_catalog_cannot_run_and_is_named(tmp_path: Path) -> None:
    folder = copy_book("libreria", tmp_path / "libreria")
    (folder / "plans" / "locales" / "en" / "plans.po").write_bytes(b'msgid "open\nmsgstr nothing\n\xff')
    done = run(folder, "build")
    assert done.returncode == 2
    assert "`plans/locales/en/plans.po` is not a translation catalog" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "spoilt", ["{{ view.nothing_like_this }}", "{% if %}", "{% include 'partials/none.html.j2' %}"]
)
def test_a_broken_template_cannot_run_and_is_named(spoilt: str, tmp_path: Path) -> None:
    folder = copy_book("libreria", tmp_path / "libreria")
    (folder / "site_templates" / "partials" / "card.html.j2").write_text(spoilt)
    done = run(folder, "build")
    assert done.returncode == 2
    assert ".html.j2" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (folder / "site").exists()


UNBUILDABLE = {
    "the source language is not among the languages": (
        "handbook.yml",
        "code: en, title: English",
        "code: es, title: E",
    ),
    "a language nobody knows": (
        "handbook.yml",
        "code: en, title: English}",
        "code: en, title: E}\n  - {code: xx, title: X}",
    ),
    "an emergency number without a contact": (
        "organization/shop.yml",
        'contacts:\n      - {contact: phone, value: "112", after_hours: true}',
        "contacts: []",
    ),
    "a review in a hundred thousand years": ("severity.yml", "review_every: 12 months", "review_every: 99999 years"),
    "a scenario that takes the place of the list": ("scenarios/till-failure.yml", "id: till-failure", "id: index"),
}


@pytest.mark.parametrize(("file", "old", "new"), UNBUILDABLE.values(), ids=UNBUILDABLE.keys())
def test_plans_that_cannot_become_a_site_are_reported_at_their_file(file: str, old: str, new: str, shop: Path) -> None:
    path = shop / "plans" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    done = run(shop, "build")
    assert "Traceback" not in done.stdout + done.stderr
    assert done.returncode == 1
    assert f"plans/{file}:" in done.stderr
    assert not (shop / "site").exists()


def test_an_epoch_that_is_no_day_is_said_in_words(shop: Path) -> None:
    done = run(shop, "build", env={"SOURCE_DATE_EPOCH": "99999999999999"})
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_day_in_mkdocs_yml_needs_no_quotes(shop: Path) -> None:
    config = shop / "mkdocs.yml"
    config.write_text(config.read_text().replace("- handbook\n", "- handbook: {as_of: 2026-11-23}\n"))
    done = run(shop, "build")
    assert done.returncode == 0, done.stderr
    assert "(as of 2026-11-23)" in done.stdout
