"""Writing trees: only what differs, all or nothing, and failures that say what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import HandbookError
from generator.files.write import put_in_place, staging_folder, write_file, write_files, write_tree


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def dead_process() -> int:
    """The id of a process that has ended."""
    run = subprocess.Popen([sys.executable, "-c", ""])
    run.wait()
    return run.pid


FILES = {"index.md": b"home", "roles/cook.md": b"cook", "assets/a/b.css": b"\x00\xff"}


def test_the_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "docs"
    assert write_tree(folder, FILES) == (3, 0)
    assert tree(folder) == FILES


def test_what_has_not_changed_is_not_touched(tmp_path: Path) -> None:
    write_tree(tmp_path, FILES)
    for path in (tmp_path / "index.md", tmp_path / "roles/cook.md"):
        os.utime(path, (1_000_000, 1_000_000))
    assert write_tree(tmp_path, FILES | {"index.md": b"hers"}) == (1, 0), "of the same size, but different"
    assert (tmp_path / "roles/cook.md").stat().st_mtime == 1_000_000
    assert (tmp_path / "index.md").stat().st_mtime != 1_000_000
    assert (tmp_path / "index.md").read_bytes() == b"hers"


def test_stale_files_and_the_folders_they_leave_empty_are_removed(tmp_path: Path) -> None:
    write_tree(tmp_path, FILES)
    assert write_tree(tmp_path, {"index.md": b"home"}) == (0, 2)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["index.md"]


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    write_tree(tmp_path, {"one": b"file", "two/inner": b"x"})
    write_tree(tmp_path, {"one/inner": b"x", "two": b"file"})
    assert tree(tmp_path) == {"one/inner": b"x", "two": b"file"}


def test_a_refusing_disk_is_an_expected_failure_that_names_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(HandbookError, match="file/docs") as caught:
        write_tree(tmp_path / "file" / "docs", FILES)
    assert "Not a directory" in caught.value.message
    assert "space" in caught.value.remedy


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_an_expected_failure(tmp_path: Path) -> None:
    (tmp_path / "index.md").symlink_to("/dev/full")
    with pytest.raises(HandbookError, match="No space left"):
        write_tree(tmp_path, {"index.md": b"x"})


def test_a_fresh_folder_becomes_the_site_where_there_was_none(tmp_path: Path) -> None:
    fresh, final = tmp_path / "fresh", tmp_path / "site"
    write_tree(fresh, FILES)
    put_in_place(fresh, final)
    assert tree(final) == FILES
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_fresh_folder_replaces_the_previous_site_and_nothing_of_it_stays(tmp_path: Path) -> None:
    fresh, final = tmp_path / "fresh", tmp_path / "site"
    write_tree(fresh, FILES)
    write_tree(final, {"old.html": b"old", "index.md": b"old"})
    put_in_place(fresh, final)
    assert tree(final) == FILES
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_where_the_system_cannot_swap_folders_the_site_is_replaced_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.files.write._exchanged", lambda one, other: False)
    fresh, final = tmp_path / "fresh", tmp_path / "site"
    write_tree(fresh, FILES)
    write_tree(final, {"old.html": b"old"})
    put_in_place(fresh, final)
    assert tree(final) == FILES
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_cannot_be_replaced_is_left_as_it_was(tmp_path: Path) -> None:
    final = tmp_path / "site"
    write_tree(final, FILES)
    with pytest.raises(HandbookError, match="site"):
        put_in_place(tmp_path / "missing", final)
    assert tree(final) == FILES


def test_the_staging_folder_lies_beside_the_site_so_that_it_can_be_swapped(tmp_path: Path) -> None:
    staging = staging_folder(tmp_path / "site")
    assert staging.parent == tmp_path
    assert staging.name.startswith(".site.")


def test_what_a_killed_run_left_behind_is_cleared(tmp_path: Path, dead_process: int) -> None:
    left = tmp_path / f".site.new-{dead_process}"
    write_tree(left, FILES)
    staging_folder(tmp_path / "site")
    assert not left.exists()


def test_what_a_killed_run_with_our_process_id_left_behind_is_cleared_too(tmp_path: Path) -> None:
    left = tmp_path / f".site.new-{os.getpid()}"
    write_tree(left, {"stale.html": b"stale"})
    staging = staging_folder(tmp_path / "site")
    assert not (staging / "stale.html").exists(), "in a container every run may have the same id"


def test_the_staging_folder_of_a_running_process_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / f".site.new-{os.getppid()}"
    write_tree(other, FILES)
    staging_folder(tmp_path / "site")
    assert tree(other) == FILES


def test_staging_folders_of_another_site_are_left_alone(tmp_path: Path, dead_process: int) -> None:
    other = tmp_path / f".other.new-{dead_process}"
    write_tree(other, FILES)
    staging_folder(tmp_path / "site")
    assert tree(other) == FILES


def test_files_are_put_in_place_together_with_their_rights(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "new" / "two"
    one.write_bytes(b"old")
    one.chmod(0o640)
    write_files({one: b"1", two: b"2"})
    assert tree(tmp_path) == {"one": b"1", "new/two": b"2"}
    assert one.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("order", [("one", "locked"), ("locked", "one")])
def test_if_one_file_is_read_only_none_is_changed(order: tuple[str, str], tmp_path: Path) -> None:
    for name in order:
        (tmp_path / name).write_bytes(b"old")
    (tmp_path / "locked").chmod(0o444)
    with pytest.raises(HandbookError, match="locked` cannot be written"):
        write_files({tmp_path / name: b"new" for name in order})
    assert tree(tmp_path) == {"one": b"old", "locked": b"old"}


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_device_is_written_to_and_stays() -> None:
    with pytest.raises(HandbookError, match="/dev/full` cannot be written: No space left"):
        write_file(Path("/dev/full"), b"x")
    write_file(Path("/dev/null"), b"x")
    assert Path("/dev/full").is_char_device()
    assert Path("/dev/null").is_char_device()
