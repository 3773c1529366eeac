"""Small handbooks of earlier schemas, each as it was written then and, beside it, in the form of today.

The folder is called after the schema. `as-written` is never changed; `today` follows the schema of today.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.files.read import read_plan_files
from generator.loading import LoadedHandbook, load_handbook
from generator.loading.load import PlanFile
from generator.loading.migrations import Trees
from generator.source import read_document

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Sample:
    """A handbook of an earlier schema."""

    folder: Path

    @property
    def schema(self) -> str:
        return self.folder.name.removeprefix("schema-")

    @property
    def major(self) -> int:
        return int(self.schema.partition(".")[0])

    @property
    def as_written(self) -> Path:
        return self.folder / "as-written"

    @property
    def today(self) -> Path:
        return self.folder / "today"


SAMPLES = tuple(Sample(folder) for folder in sorted(HERE.glob("schema-*")))


def files(book: Path) -> list[PlanFile]:
    return list(read_plan_files(book / "plans", book))


def loaded(book: Path) -> LoadedHandbook:
    return load_handbook(files(book), "plans")


def trees(book: Path) -> Trees:
    """The files as they are read, before any migration."""
    roots = {file.inside: read_document(file.data, file.path).root for file in files(book)}
    return {inside: root for inside, root in roots.items() if root is not None}
