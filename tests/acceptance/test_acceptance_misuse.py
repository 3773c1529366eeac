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
