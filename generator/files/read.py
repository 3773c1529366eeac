"""Read the files of a plans folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.errors import HandbookError
from generator.loading import PlanFile

CATALOG_FOLDER = "locales"
_MAX_FILES = 20_000


def read_plan_files(plans: Path, project: Path) -> list[PlanFile]:
    """All YAML files below `plans`, apart from hidden ones and translations.

    Raises HandbookError if the folder is missing or a file can't be read.
    """
    if not plans.is_dir():
        raise plans_missing(plans, project)
    return [PlanFile(shown_path(path, project), inside, read_bytes(path)) for path, inside in _plan_paths(plans)]


def plans_missing(plans: Path, project: Path) -> HandbookError:
    """The command was run where no handbook is."""
    return HandbookError(
        f"There is no folder `{shown_path(plans, project)}`.",
        "Run the command in the folder of a handbook, or start one with `handbook init NAME`.",
    )


def _plan_paths(plans: Path) -> Iterator[tuple[Path, str]]:
    found = 0
    for path in sorted(plans.rglob("*")):
        inside = path.relative_to(plans)
        if is_plan(inside) and path.is_file():
            found += 1
            if found > _MAX_FILES:
                raise HandbookError(f"`{plans}` holds more than {_MAX_FILES} plan files.", "Name the right folder.")
            yield path, inside.as_posix()


def is_plan(inside: Path) -> bool:
    """Whether a path below the plans folder is that of a plan: YAML, not hidden, no translation."""
    seen = not any(part.startswith(".") for part in inside.parts) and inside.parts[0] != CATALOG_FOLDER
    return seen and inside.suffix.lower() in (".yml", ".yaml")


def read_bytes(path: Path) -> bytes:
    """The content of a file; HandbookError says why it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise HandbookError(f"`{path}` cannot be read: {error.strerror}.", "Check the file's permissions.") from error


def shown_path(path: Path, project: Path) -> str:
    """A path as messages show it: relative to the project where it lies inside."""
    absolute = path.absolute()
    return absolute.relative_to(project).as_posix() if absolute.is_relative_to(project) else absolute.as_posix()
