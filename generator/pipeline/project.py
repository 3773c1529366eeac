"""A folder of a company, and the day it is there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.errors import HandbookError
from generator.resources import templates


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with `plans/`, `mkdocs.yml` and perhaps templates of its own."""

    folder: Path

    @property
    def plans(self) -> Path:
        return self.folder / "plans"

    @property
    def site_config(self) -> Path:
        return self.folder / "mkdocs.yml"

    @property
    def cache(self) -> Path:
        """Where pages wait for the site engine; safe to delete."""
        return self.folder / ".handbook"

    @property
    def template_cache(self) -> Path:
        """Where compiled templates are kept; made if it is missing."""
        folder = self.cache / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """The project's own templates, if it has any, before the bundled ones."""
        return tuple(dict.fromkeys(path for path in (self.folder / "site_templates", templates()) if path.is_dir()))


def today(time_zone: str) -> date:
    """The day in a time zone; that of SOURCE_DATE_EPOCH where it is set, for repeatable builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
        return now.astimezone(ZoneInfo(time_zone)).date()
    except (ValueError, OverflowError, OSError):
        raise HandbookError(
            f"SOURCE_DATE_EPOCH is `{epoch}`, which is no time.", "Set it to seconds since 1970, or unset it."
        ) from None
