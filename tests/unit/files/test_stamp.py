"""A site is current only while its inputs, its day and its own files are what they were."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.files.stamp import BuildStamp, input_digest, read_stamp, write_stamp


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    (folder / "scenarios").mkdir(parents=True)
    (folder / "handbook.yml").write_text("one")
    (folder / "scenarios" / "fire.yml").write_text("two")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "roles").mkdir(parents=True)
    (folder / "index.html").write_text("home")
    (folder / "roles" / "cook.html").write_text("cook")
    write_stamp(tmp_path / "cache", folder, STAMP)
    return folder


STAMP = BuildStamp("digest", "2026-11-22", "Asia/Shanghai")


def test_the_same_inputs_have_the_same_digest(plans: Path) -> None:
    first = input_digest([plans], "mkdocs 1.6")
    for path in plans.rglob("*.yml"):
        os.utime(path, (1_000_000, 1_000_000))
    assert input_digest([plans], "mkdocs 1.6") == first, "times of inputs don't matter"


def test_an_edit_an_added_a_removed_and_a_renamed_file_change_the_digest(plans: Path) -> None:
    digests = [input_digest([plans])]
    fire = plans / "scenarios" / "fire.yml"
    fire.write_text("tow")
    digests.append(input_digest([plans]))
    (plans / "empty.yml").touch()
    digests.append(input_digest([plans]))
    (plans / "empty.yml").rename(plans / "other.yml")
    digests.append(input_digest([plans]))
    fire.unlink()
    digests.append(input_digest([plans]))
    assert len(set(digests)) == len(digests)


def test_another_version_of_the_engine_changes_the_digest(plans: Path) -> None:
    versions = [("mkdocs 1.6",), ("mkdocs 1.7",), ("mkdocs 1.6", "jinja2 3.1"), ()]
    assert len({input_digest([plans], *version) for version in versions}) == len(versions)


def test_content_may_not_move_between_files_unnoticed(plans: Path) -> None:
    before = input_digest([plans])
    (plans / "handbook.yml").write_text("two")
    (plans / "scenarios" / "fire.yml").write_text("one")
    assert input_digest([plans]) != before


def test_compiled_python_is_no_input(plans: Path) -> None:
    before = input_digest([plans])
    (plans / "__pycache__").mkdir()
    (plans / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert input_digest([plans]) == before


def test_a_single_file_is_an_input_too(plans: Path) -> None:
    config = plans / "handbook.yml"
    before = input_digest([config])
    config.write_text("changed")
    assert input_digest([config]) != before


def test_the_stamp_of_an_untouched_site_is_read_back(tmp_path: Path, site: Path) -> None:
    found = read_stamp(tmp_path / "cache", site)
    assert found is not None
    assert (found.inputs, found.as_of, found.time_zone) == ("digest", "2026-11-22", "Asia/Shanghai")


def test_a_touched_an_added_and_a_removed_output_make_the_stamp_void(tmp_path: Path, site: Path) -> None:
    cache, page = tmp_path / "cache", site / "index.html"
    stat = page.stat()
    page.write_text("mine")
    assert read_stamp(cache, site) is None, "same size, other time"
    page.write_text("home")
    os.utime(page, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert read_stamp(cache, site) is not None
    (site / "extra.html").touch()
    assert read_stamp(cache, site) is None
    (site / "extra.html").unlink()
    (site / "roles" / "cook.html").unlink()
    assert read_stamp(cache, site) is None


def test_a_site_without_a_stamp_is_not_current(tmp_path: Path, site: Path) -> None:
    assert read_stamp(tmp_path / "elsewhere", site) is None
    assert read_stamp(tmp_path / "cache", tmp_path / "other-site") is None


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", '{"inputs": "x"}', '{"unknown": 1}', "null"])
def test_a_damaged_stamp_is_not_current(tmp_path: Path, site: Path, damage: str) -> None:
    (stamp,) = (tmp_path / "cache").glob("*.json")
    stamp.write_text(damage)
    assert read_stamp(tmp_path / "cache", site) is None


def test_two_sites_of_one_project_have_stamps_of_their_own(tmp_path: Path, site: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write_stamp(tmp_path / "cache", other, BuildStamp("else", "2026-11-23", "UTC"))
    found = read_stamp(tmp_path / "cache", site)
    assert found is not None
    assert found.inputs == "digest"
