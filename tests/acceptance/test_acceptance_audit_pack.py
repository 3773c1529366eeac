"""With the site and the pack of an edition, and nothing else, an auditor can check what is in force."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.acceptance.projects import run, tree
from tests.acceptance.repositories import NEW, commit, git, handbook, succeeded
from tests.acceptance.test_acceptance_killed_editions import KILLED_AT, killed_after

NEXT = "2026.12"
FIRE = Path("plans") / "scenarios" / "fire.yml"


@pytest.fixture(scope="module")
def shop(published_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A third edition, in which every plan is approved and one of them says something else than before."""
    folder = Path(shutil.copytree(published_editions, tmp_path_factory.mktemp("audit") / "shop"))
    plan = folder / FIRE
    text = plan.read_text(encoding="utf-8")
    first = "{version: 1.0.0, on: 2026-08-20, by: shop-lead, change: First edition.}"
    second = "{version: 1.1.0, on: 2026-11-19, by: shop-lead, change: A shorter limit.}"
    for old, new in (
        (first, f"{first}, {second}"),
        ("control: {version: 1.0.0", "control: {version: 1.1.0"),
        ("approved_on: 2026-09-01, effective_on: 2026-09-15", "approved_on: 2026-11-20, effective_on: 2026-11-21"),
        ("within: 3 min, takes: {best: 1 min, likely: 2 min", "within: 2 min, takes: {best: 1 min, likely: 90 s"),
    ):
        assert old in text
        text = text.replace(old, new)
    plan.write_text(text, encoding="utf-8")
    succeeded(folder, "approve", "--all", "--by", "director")
    (folder / "EDITIONS.md").write_text(f"# Editions\n\n## {NEXT}\n\n- Leave within 2 minutes.\n")
    commit(folder, "shorter limit, approved")
    succeeded(folder, "release", NEXT)
    succeeded(folder, "site")
    return folder


def unzipped(archive: Path, folder: Path) -> Path:
    with ZipFile(archive) as found:
        found.extractall(folder)
    return folder


def sha256sum(sums: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    command = ["sha256sum", "--check", "--quiet", str(sums)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def pack(shop: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack")
    told = succeeded(shop, "audit-pack", NEXT, "--output", str(folder / "pack.zip"))
    assert "left out, as they tell how to reach people" in told
    return unzipped(folder / "pack.zip", folder / "pack")


def rows(pack: Path, name: str) -> list[dict[str, object]]:
    table = json.loads((pack / "tables" / f"{name}.json").read_text(encoding="utf-8"))
    return [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]


def test_the_pack_lies_in_the_folder_of_the_handbook_unless_told_otherwise(shop: Path) -> None:
    target = shop / f"audit-pack-{NEW}.zip"
    assert str(target) in succeeded(shop, "audit-pack", NEW)
    with ZipFile(target) as archive:
        assert archive.testzip() is None
    target.unlink()


def test_the_same_tag_gives_the_same_bytes_whatever_lies_in_the_folder(shop: Path, tmp_path: Path) -> None:
    succeeded(shop, "audit-pack", NEXT, "--output", str(tmp_path / "one.zip"))
    elsewhere = tmp_path / "elsewhere"
    git(tmp_path, "clone", "-q", str(shop), str(elsewhere))
    (elsewhere / FIRE).write_text("broken: [")
    later = {"SOURCE_DATE_EPOCH": "1900000000", "TZ": "America/Lima", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    done = run(elsewhere, "audit-pack", NEXT, "--output", "two.zip", env=later)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "one.zip").read_bytes() == (elsewhere / "two.zip").read_bytes()


def test_every_file_is_as_its_digest_says_and_a_change_is_found(pack: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(pack, tmp_path / "copy"))
    assert sha256sum(copy / "SHA256SUMS", copy).returncode == 0
    (copy / "tag.txt").write_text("another tag")
    assert "tag.txt: FAILED" in sha256sum(copy / "SHA256SUMS", copy).stdout


def test_the_site_that_staff_read_is_the_released_one_or_it_shows(shop: Path, pack: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(shop / "public" / NEXT, tmp_path / "site"))
    assert sha256sum(pack / "site.sha256", site).returncode == 0
    page = site / "scenarios" / "fire.html"
    page.write_text(page.read_text(encoding="utf-8").replace("2 min", "9 min"), encoding="utf-8")
    assert "scenarios/fire.html: FAILED" in sha256sum(pack / "site.sha256", site).stdout


def test_every_plan_has_one_fingerprint_in_plan_record_and_manifest(pack: Path) -> None:
    manifest = json.loads((pack / "manifest.json").read_text(encoding="utf-8"))
    released = {plan["id"]: plan["fingerprint"] for plan in manifest["plans"]}
    found = rows(pack, "approvals")
    assert {row["Plan"]: row["Fingerprint in the approval record"] for row in found} == released
    assert {row["All fingerprints are equal"] for row in found} == {"yes"}
    assert {(row["Plan"], row["Recorded version"], row["Recorded on"]) for row in found} >= {
        ("fire", "1.1.0", "2026-11-20"),
        ("shop-outage", "1.0.0", "2026-09-01"),
    }


def test_the_changed_duty_is_told_for_people_and_for_programs(pack: Path) -> None:
    told = json.loads((pack / "differences.json").read_text(encoding="utf-8"))
    limits = [change for change in told["changes"] if change["field"] == "within"]
    assert [(change["element"]["id"], change["effect"]) for change in limits] == [("leave", "strengthened")]
    assert any(row["Effect"] == "strengthened" and "3 min" in str(row["Change"]) for row in rows(pack, "changes"))
    held = {(row["Version"], row["Edition"]) for row in rows(pack, "revisions") if row["Plan"] == "fire"}
    assert held >= {("1.1.0", NEXT), ("1.0.0", NEW)}


def test_people_are_left_out_unless_they_are_asked_for(shop: Path, pack: Path, tmp_path: Path) -> None:
    company = Path("plans") / "organization" / "company.yml"
    original = (shop / company).read_bytes()
    number = re.findall(rb"contact: mobile, value: ([+\d ]+)", original)[0]
    assert not [path for path, content in tree(pack).items() if number in content]
    note = (pack / f"{company}.left-out.txt").read_text()
    shown = re.search(r"^git show (\S+) \| sha256sum$", note, re.MULTILINE)
    assert shown is not None
    assert git(shop, "show", shown[1]).encode() + b"\n" == original
    succeeded(shop, "audit-pack", NEXT, "--with-contacts", "--output", str(tmp_path / "all.zip"))
    whole = unzipped(tmp_path / "all.zip", tmp_path / "all")
    assert (whole / company).read_bytes() == original
    # Whoever gets the originals later proves with the pack that they are the ones.
    assert sha256sum(pack / "left-out.sha256", whole).returncode == 0


def test_what_cannot_be_packed_is_said_and_nothing_is_written(shop: Path, tmp_path: Path) -> None:
    for arguments, reason in (
        (["2027.01"], "Git knows no edition 2027.01 here."),
        (["next"], "`next` is no edition."),
        ([NEXT, "--output", str(shop / "EDITIONS.md" / "pack.zip")], "cannot be written"),
        ([NEXT, "--output", "/dev/full"], "No space left"),
    ):
        done = handbook(shop, "audit-pack", *arguments)
        assert done.returncode == 2
        assert reason in done.stderr.replace("\n", " ")
        assert "fix:" in done.stderr
        assert "Traceback" not in done.stderr
    assert not list(shop.glob("*.zip"))


def test_a_pack_that_is_read_only_stays_as_it_is(shop: Path, tmp_path: Path) -> None:
    target = tmp_path / "pack.zip"
    target.write_bytes(b"the one before")
    target.chmod(0o444)
    done = handbook(shop, "audit-pack", NEXT, "--output", str(target))
    assert (done.returncode, target.read_bytes()) == (2, b"the one before")
    assert "cannot be written" in done.stderr


def test_a_killed_command_leaves_the_pack_before_or_a_whole_one(shop: Path, tmp_path: Path) -> None:
    target = tmp_path / "pack.zip"
    began = time.monotonic()
    succeeded(shop, "audit-pack", NEXT, "--output", str(target))
    whole, content = time.monotonic() - began, target.read_bytes()
    killed = 0
    for fraction in KILLED_AT:
        target.write_bytes(b"the one before")
        killed += killed_after(shop, whole * fraction, "audit-pack", NEXT, "--output", str(target))
        assert target.read_bytes() in (b"the one before", content), f"killed at {fraction}"
    assert killed >= 1
    succeeded(shop, "audit-pack", NEXT, "--output", str(target))
    assert target.read_bytes() == content
    assert len(git(shop, "worktree", "list").splitlines()) == 1
