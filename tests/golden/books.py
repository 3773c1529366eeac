"""Two small handbooks of other companies, copied to a folder of their own so that nothing is built among the tests.

`corner-shop` has almost nothing: one site, four roles, two scenarios, English only.
`libreria` is written in Spanish with a half-finished English translation, hides contacts and brings its own card.
`broken` holds files with faults, to be laid over `corner-shop`.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
AS_OF = date(2026, 11, 22)


def copy_book(name: str, target: Path, *, overlay: str | None = None) -> Path:
    """A copy of a small handbook in the new folder `target`."""
    shutil.copytree(HERE / name, target)
    if overlay:
        shutil.copytree(HERE / overlay, target, dirs_exist_ok=True)
    return target
