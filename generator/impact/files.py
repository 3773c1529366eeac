"""Files that shape the pages and are no plans."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.approvals import ChangeKind


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that is not what it was, by its path from the folder of the project."""

    path: str
    change: ChangeKind
