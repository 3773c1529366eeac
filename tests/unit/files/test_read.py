"""Which files make the plans of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import HandbookError
from generator.files.read import read_bytes, read_plan_files, shown_path


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_all_yaml_files_at_any_depth_are_plans_in_path_order(tmp_path: Path) -> None:
    write(tmp_path / "plans", "risks.yml", "handbook.yaml", "scenarios/b.YML", "scenarios/a.yml")
    found = read_plan_files(tmp_path / "plans", tmp_path)
    assert [(file.path, file.inside, file.data) for file in found] == [
        (f"plans/{name}", name, name.encode())
        for name in ("handbook.yaml", "risks.yml", "scenarios/a.yml", "scenarios/b.YML")
    ]


def test_hidden_files_translations_and_other_kinds_are_no_plans(tmp_path: Path) -> None:
    write(
        tmp_path / "plans",
        "a.yml",
        ".hidden.yml",
        ".git/config.yml",
        "scenarios/.draft/x.yml",
        "locales/zh/extra.yml",
        "notes.txt",
        "b.yml~",
        "c.yml.bak",
    )
    (tmp_path / "plans" / "folder.yml").mkdir()
    assert [file.inside for file in read_plan_files(tmp_path / "plans", tmp_path)] == ["a.yml"]


def test_only_the_top_folder_of_translations_is_left_out(tmp_path: Path) -> None:
    write(tmp_path / "plans", "scenarios/locales/a.yml")
    assert [file.inside for file in read_plan_files(tmp_path / "plans", tmp_path)] == ["scenarios/locales/a.yml"]


def test_a_hidden_folder_above_the_plans_does_not_hide_them(tmp_path: Path) -> None:
    project = tmp_path / ".work" / "locales"
    write(project / "plans", "a.yml")
    assert [file.path for file in read_plan_files(project / "plans", project)] == ["plans/a.yml"]


def test_a_missing_folder_is_an_expected_failure_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(HandbookError, match="`plans`") as caught:
        read_plan_files(tmp_path / "plans", tmp_path)
    assert "handbook init" in caught.value.remedy


def test_an_empty_folder_has_no_plans(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    assert read_plan_files(tmp_path / "plans", tmp_path) == []


def test_a_file_that_cannot_be_read_is_an_expected_failure(tmp_path: Path) -> None:
    with pytest.raises(HandbookError, match="No such file") as caught:
        read_bytes(tmp_path / "gone.yml")
    assert "gone.yml" in caught.value.message


def test_paths_are_shown_from_the_project_or_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "project"
    project.mkdir()
    assert shown_path(project / "plans" / "a.yml", project) == "plans/a.yml"
    assert shown_path(tmp_path / "else.yml", project) == (tmp_path / "else.yml").as_posix()
    monkeypatch.chdir(project)
    assert shown_path(Path("plans/a.yml"), project) == "plans/a.yml"
