"""What commands that write into plans share: nothing is written that would make the handbook worse."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click
from rich.text import Text

from generator.cli.console import error_console
from generator.errors import HandbookError
from generator.files.read import read_bytes, shown_path
from generator.files.write import write_files
from generator.pipeline import Project, introduced_by
from generator.reporters import report_as_text


class Draft:
    """Plan files on their way to other texts. `file` is a path as people see it."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._before: dict[str, bytes] = {}
        self._texts: dict[str, str] = {}

    def text(self, file: str) -> str:
        """The text of a file as it would be now."""
        if file not in self._texts:
            self._before[file] = read_bytes(self._project.folder / file)
            self._texts[file] = self._before[file].decode()
        return self._texts[file]

    def put(self, file: str, text: str) -> None:
        """Another text for a file that was read."""
        self._texts[file] = text

    def require_no_new_error(self, context: click.Context, as_of: date) -> None:
        """Show the errors that the new texts would bring, and leave with status 1 if there is one."""
        report = introduced_by(self._project, self._contents(), as_of)
        if report.findings:
            console = error_console()
            console.print(report_as_text(report))
            console.print(Text("This would be wrong with the plans afterwards; nothing was written."))
            context.exit(1)

    def write(self) -> None:
        """Put all files in place, or none. Raises HandbookError if one was changed by somebody else meanwhile."""
        for file, content in self._before.items():
            if read_bytes(self._project.folder / file) != content:
                raise HandbookError(f"`{file}` was changed meanwhile.", "Nothing was written; run the command again.")
        write_files({self._project.folder / file: content for file, content in self._contents().items()})

    def _contents(self) -> Mapping[str, bytes]:
        return {file: text.encode() for file, text in self._texts.items()}


def plan_file(project: Project, path: Path) -> str:
    """A file that the user names, from where the command runs, as people see it.

    Raises HandbookError if it does not lie among the plans.
    """
    if not path.resolve().is_relative_to(project.plans.resolve()):
        raise HandbookError(f"`{path}` is no file of the plans.", "Name a file in `plans/exercises/`.")
    return shown_path(path.parent.resolve() / path.name, project.folder)
