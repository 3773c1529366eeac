"""What the folder holds in which editions are published."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editions.comparison import Differences
from generator.errors import HandbookError
from generator.files.editions import foreign_names, other_surroundings, read_copies, require_ours, same_surroundings

AROUND = {"index.html": b"home", "latest/es/index.html": b"leads on"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in {**AROUND, "2026.11/index.html": b"an edition"}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_what_was_written_around_the_editions_is_the_same(folder: Path) -> None:
    assert same_surroundings(folder, AROUND, ["2026.11"])
    assert not other_surroundings(folder, AROUND, ["2026.11"])


def test_what_differs_around_the_editions_is_told_by_path(folder: Path) -> None:
    (folder / "index.html").write_bytes(b"Home")
    (folder / "latest" / "es" / "index.html").rename(folder / "latest" / "es" / "start.html")
    assert not same_surroundings(folder, AROUND, [])
    assert other_surroundings(folder, AROUND, []) == Differences(
        changed=("index.html",),
        missing=("latest/es/index.html",),
        added=("2026.11/index.html", "latest/es/start.html"),
    )


def test_what_is_not_of_the_editions_is_named_and_never_replaced(folder: Path) -> None:
    require_ours(folder)
    assert foreign_names(folder) == ()
    (folder / "empty").mkdir()
    (folder / "CNAME").touch()
    assert foreign_names(folder) == ("CNAME", "empty")
    with pytest.raises(HandbookError, match="`CNAME` and 1 more"):
        require_ours(folder)
    assert foreign_names(folder / "nowhere") == ()


@pytest.mark.parametrize(("name", "known"), [("2026.11", True), ("current", True), ("latest", False), ("x", False)])
def test_only_folders_of_editions_hold_copies(name: str, known: bool, tmp_path: Path) -> None:
    manifest = f'{{"edition": "{name}", "revision": "", "changes": "", "source_language": "en", "languages": ["en"],'
    (tmp_path / name).mkdir()
    (tmp_path / name / "edition.json").write_text(
        f'{{"manifest": {manifest} "built_with": {{}}, "plans": [], "files": {{}}}}}}'
    )
    assert [*read_copies(tmp_path)] == ([name] if known else [])
