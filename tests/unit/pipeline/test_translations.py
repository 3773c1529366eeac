"""Which files shape pages, and the translations of a base in git or in a folder."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.analysis.approvals import approvals, record_of
from generator.pipeline import Project, beside_plans, load_project, recorded_prints
from generator.pipeline.translations import shapes_pages
from tests.acceptance.repositories import bookshop, commit
from tests.rules.overlay import AS_OF

CONFIG = """
theme: {name: material, custom_dir: ./look}
hooks: [tools/hook.py]
extra_javascript:
  - "./js/x y.js"
"""
PO = 'msgid "Call 119."\nmsgstr "Llame al 119."\n'
BROKEN = ["\xff\x00", "msgid", 'msgid ""\nmsgstr "Content-Type: text/plain; charset=none-such\\n"\n\nmsgid "a"\n']


@pytest.mark.parametrize(
    "path",
    [
        *("mkdocs.yml", "site_templates/pages/home.html.j2", "site_templates/locales/es/labels.po"),
        *("plans/map.png", "plans/scripts/x.js", "plans/locales/es/notes.txt", "plans/.hidden.yml", "plans"),
        *("tools/hook.py", "js/x y.js", "look/main.html", "look/partials/header.html"),
    ],
)
def test_files_that_shape_pages(path: str) -> None:
    assert shapes_pages(path, ["", CONFIG])
    assert shapes_pages(path, [CONFIG, ""])


@pytest.mark.parametrize(
    "path",
    [
        *("plans/scenarios/fire.yml", "plans/approvals/fire.yml", "plans/locales/es/plans.po", "README.md"),
        *("hook.py", "tools/hook", "tools/hook.p", "ools/hook.py", "looks/main.html", "docs/mkdocs.yml"),
        *("x/site_templates/a.j2", "generator/x.py"),
    ],
)
def test_files_that_do_not_or_that_are_compared_otherwise(path: str) -> None:
    assert not shapes_pages(path, [CONFIG, ""])


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bookshop(tmp_path_factory.mktemp("first") / "shop", second_language=True)


@pytest.fixture
def shop(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first, tmp_path / "shop"))


def translate(folder: Path, text: str) -> None:
    path = folder / "plans" / "locales" / "es" / "plans.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("latin-1"))


def test_translations_are_those_of_the_base(shop: Path) -> None:
    translate(shop, PO)
    commit(shop, "words")
    shutil.copytree(shop / "plans", shop.parent / "other" / "plans")
    translate(shop, PO.replace("Llame al 119", "Llame al 120"))
    for base in ("HEAD", "main", str(shop.parent / "other")):
        assert beside_plans(Project(shop), base, ["es", "zh"]).catalogs == {
            "es": {"Call 119.": "Llame al 119."},
            "zh": {},
        }
    assert beside_plans(Project(shop), "HEAD~1", ["es"]).catalogs == {"es": {}}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_catalog_of_a_base_is_missing_and_stops_nothing(text: str, shop: Path) -> None:
    translate(shop, text)
    commit(shop, "broken")
    shutil.copytree(shop / "plans", shop.parent / "other" / "plans")
    for base in ("HEAD", str(shop.parent / "other")):
        assert beside_plans(Project(shop), base, ["es", "zh"]).catalogs == {"zh": {}}


def test_only_a_revision_tells_which_files_changed(shop: Path) -> None:
    (shop / "plans" / "map.png").write_bytes(b"x")
    (shop / "README.md").write_text("x")
    files = beside_plans(Project(shop), "HEAD", []).files
    assert files is not None
    assert [(file.path, file.change.value) for file in files] == [("plans/map.png", "added")]
    assert beside_plans(Project(shop), ".", []).files is None


def test_a_hook_that_mkdocs_names_on_either_side_is_told(shop: Path) -> None:
    (shop / "hook.py").write_text("x = 1")
    (shop / "mkdocs.yml").write_text((shop / "mkdocs.yml").read_text() + "hooks: [hook.py]\n")
    commit(shop, "hook")
    (shop / "hook.py").write_text("x = 2")
    (shop / "mkdocs.yml").write_text("site_name: x\n")
    files = beside_plans(Project(shop), "HEAD", []).files
    assert [file.path for file in files or ()] == ["hook.py", "mkdocs.yml"]


def test_git_runs_as_often_for_many_languages_as_for_one(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    run = subprocess.run

    def counted(command: list[str], **options: Any) -> Any:
        asked.append(command[-1])
        return run(command, **options)

    monkeypatch.setattr(subprocess, "run", counted)
    beside_plans(Project(shop), "HEAD", ["es"])
    once = len(asked)
    beside_plans(Project(shop), "HEAD", ["es", "zh", "fr", "de", "it"])
    assert len(asked) == 2 * once > 0


def test_prints_are_of_plans_with_a_record_and_of_the_languages_of_their_handbook(shop: Path) -> None:
    plans = load_project(Project(shop)).handbook
    assert plans is not None
    fire = next(one for one in approvals(plans) if one.plan.id == "fire")
    kept = replace(plans, approvals=(record_of(fire, "director", None, {}, AS_OF),))
    old, new = (recorded_prints(kept, {"es": {"Call 119.": words}, "zh": {}}) for words in ("119", "120"))
    assert (list(old), list(old["fire"])) == (["fire"], ["es"])
    assert old != new
    assert recorded_prints(kept, {}) == recorded_prints(plans, {"es": {}}) == recorded_prints(None, {}) == {}
