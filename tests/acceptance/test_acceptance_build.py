"""Building: the same plans give the same site, and a site is replaced whole or not at all."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.acceptance.projects import (
    AS_OF,
    AS_OF_EPOCH,
    HANDBOOK,
    build,
    change_a_sentence,
    differing,
    left_behind,
    run,
    tree,
)
from tests.golden.books import copy_book

MKDOCS = (sys.executable, "-m", "mkdocs")
# Fractions of the time of a whole build: while starting, rendering, building, indexing, putting in place.
KILLED_AT = (0.15, 0.4, 0.55, 0.7, 0.8, 0.9, 0.97)


def times(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_a_second_build_without_changes_says_so_and_touches_nothing(shop: Path) -> None:
    first = build(shop)
    pages = len(list((shop / "site").rglob("*.html")))
    assert first.stdout.startswith(f"Built {pages} pages in 1 languages from 4 plans in ")
    before = times(shop / "site")
    second = build(shop)
    assert second.stdout.startswith("Nothing has changed since the last build.\n")
    assert times(shop / "site") == before


@pytest.mark.parametrize("changed", ["plan", "another day", "a page edited by hand", "force"])
def test_a_build_after_a_change_is_a_build(changed: str, shop: Path) -> None:
    build(shop)
    index = shop / "site" / "index.html"
    expected = index.read_bytes()
    arguments = {"another day": ["--as-of", "2026-11-23"], "force": ["--force"]}.get(changed, [])
    if changed == "plan":
        change_a_sentence(shop)
    elif changed == "a page edited by hand":
        index.write_text("spoilt")
    done = build(shop, *arguments)
    assert done.stdout.startswith("Built ")
    if changed == "plan":
        assert "Never kick the till." in (shop / "site" / "scenarios" / "till-failure.html").read_text(encoding="utf-8")
    elif changed == "another day":
        assert "as of 23 Nov 2026" in (shop / "site" / "plans.html").read_text(encoding="utf-8")
    else:
        assert index.read_bytes() == expected


def test_a_page_whose_plan_is_gone_is_gone_from_the_site(built_shop: Path) -> None:
    (built_shop / "plans" / "scenarios" / "power-cut.yml").unlink()
    till = built_shop / "plans" / "scenarios" / "till-failure.yml"
    till.write_text(
        till.read_text().replace('not_this:\n  - {when: "The whole street is dark.", go_to: power-cut}\n', "")
    )
    build(built_shop)
    paths = tree(built_shop / "site").keys()
    assert "scenarios/till-failure.html" in paths
    assert not [path for path in paths if "power-cut" in path]


def test_a_build_of_broken_plans_reports_them_and_leaves_the_site(built_shop: Path) -> None:
    before = tree(built_shop / "site")
    copy = built_shop / "plans" / "severity.yml"
    copy.write_text(copy.read_text().replace("rank: 1", "rank: first"))
    done = run(built_shop, "build")
    assert done.returncode == 1
    assert "plans/severity.yml:8:11: error[plan-wrong-type] `rank`" in done.stderr
    assert "expected: " in done.stderr
    assert "1 error in 1 file." in done.stderr
    assert differing(tree(built_shop / "site"), before) == []
    assert left_behind(built_shop) == []


def test_a_killed_build_leaves_a_whole_site_and_the_next_one_clears_up(built_shop: Path, tmp_path: Path) -> None:
    old = tree(built_shop / "site")
    change_a_sentence(built_shop)
    began = time.monotonic()
    build(built_shop, "--site-dir", str(tmp_path / "elsewhere" / "site"))
    whole = time.monotonic() - began
    new = tree(tmp_path / "elsewhere" / "site")
    assert differing(old, new) != []
    interrupted = 0
    for fraction in KILLED_AT:
        process = subprocess.Popen(
            [*HANDBOOK, "build", "--force", "--as-of", AS_OF],
            cwd=built_shop,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(whole * fraction)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            interrupted += process.wait() == -signal.SIGKILL
        found = tree(built_shop / "site")
        assert not differing(found, old) or not differing(found, new), f"killed at {fraction} of a build"
    assert interrupted >= 2
    build(built_shop, "--force")
    assert differing(tree(built_shop / "site"), new) == []
    assert left_behind(built_shop) == []


def test_the_staging_folder_of_a_process_that_is_gone_is_cleared(built_shop: Path) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    left = built_shop / f".site.new-{ended.pid}"
    (left / "scenarios").mkdir(parents=True)
    (left / "index.html").write_text("half")
    build(built_shop, "--force")
    assert left_behind(built_shop) == []
    assert (built_shop / "site" / "index.html").read_text() != "half"


@pytest.mark.parametrize("most", [2_000, 40_000], ids=["a page", "the style sheets"])
def test_a_disk_that_refuses_gives_a_message_and_leaves_the_site(most: int, built_shop: Path) -> None:
    """A limit on the size of files stands for a full disk: the system refuses the write just the same."""
    before = tree(built_shop / "site")
    change_a_sentence(built_shop)
    done = run(built_shop, "build", before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
    assert done.returncode == 2
    assert "cannot be written" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stdout + done.stderr
    assert differing(tree(built_shop / "site"), before) == []
    assert left_behind(built_shop) == []


def test_the_same_plans_and_day_give_the_same_bytes_anywhere(tmp_path: Path) -> None:
    one, other = (copy_book("libreria", tmp_path / name / "libreria") for name in ("one", "other-place"))
    build(one)
    epoch = run(other, "build", env={"SOURCE_DATE_EPOCH": AS_OF_EPOCH, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"})
    assert epoch.returncode == 0, epoch.stderr
    site = tree(one / "site")
    assert {"index.html", "en/index.html", "downloads/matrix.xlsx", "en/downloads/matrix.csv"} <= site.keys()
    assert any(path.startswith("pagefind/") for path in site)
    assert differing(site, tree(other / "site")) == []


def test_mkdocs_itself_builds_the_same_site_strictly(tmp_path: Path) -> None:
    folder = copy_book("libreria", tmp_path / "libreria")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("- handbook\n", f"- handbook: {{as_of: '{AS_OF}'}}\n"))
    done = run(folder, "build", "--strict", command=MKDOCS)
    assert done.returncode == 0, done.stderr
    by_mkdocs = tree(folder / "site")
    build(folder, "--force", "--strict")
    assert differing(by_mkdocs, tree(folder / "site")) == []
    assert left_behind(folder) == []


def test_mkdocs_reports_broken_plans_and_leaves_the_site(built_shop: Path) -> None:
    before = tree(built_shop / "site")
    till = built_shop / "plans" / "scenarios" / "till-failure.yml"
    till.write_text(till.read_text().replace("group: shop", "group: shopp"))
    done = run(built_shop, "build", command=MKDOCS)
    assert done.returncode != 0
    assert "plans/scenarios/till-failure.yml:6:8: error[reference-unknown]" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert differing(tree(built_shop / "site"), before) == []


def test_a_site_folder_elsewhere_is_used_and_the_usual_one_is_not(shop: Path, tmp_path: Path) -> None:
    build(shop, "--site-dir", str(tmp_path / "public" / "site"))
    assert (tmp_path / "public" / "site" / "index.html").is_file()
    assert not (shop / "site").exists()
