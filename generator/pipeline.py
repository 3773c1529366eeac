"""The way through the house: from a project folder to a handbook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.files.read import read_plan_files, shown_path
from generator.loading import LoadedHandbook, load_handbook


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with `plans/`, `mkdocs.yml` and perhaps templates of its own."""

    folder: Path

    @property
    def plans(self) -> Path:
        return self.folder / "plans"

    @property
    def cache(self) -> Path:
        return self.folder / ".handbook"


def load_project(project: Project) -> LoadedHandbook:
    """Read and check all plans of a project. Raises HandbookError if the folder can't be read."""
    folder = shown_path(project.plans, project.folder)
    return load_handbook(read_plan_files(project.plans, project.folder), folder)
