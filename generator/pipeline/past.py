"""Earlier editions of a project, from the tags that hold them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from generator.editions.changelog import NAME, edition_entry
from generator.editions.manifest import parse_manifest
from generator.editions.number import Edition
from generator.errors import HandbookError
from generator.files.read import read_bytes
from generator.git.tags import edition_numbers, edition_tag, tag_names
from generator.history.compare import compare
from generator.history.past import Gap, Past, PastEdition, plan_entries
from generator.model.handbook import Handbook
from generator.pipeline.project import Project
from generator.pipeline.reading import EditionUnreadableError, require_edition


def past_of(project: Project, handbook: Handbook, edition: str | None = None) -> Past:
    """What came before a handbook: before the edition of this name, or before the plans as they lie in the project.

    Plans that lie there exactly as in the newest edition are that edition. Editions that can't be read are left out:
    a clone without the tags, or without git, still builds.
    """
    shown = Edition.known(edition or "")
    known = tuple(_readable(project, handbook, shown))
    if shown is None and known and tuple(known[0].plans.values()) == plan_entries(handbook):
        shown, known = Edition.parse(known[0].name), known[1:]
    told = _told(project, shown) if shown else ""
    name = str(shown) if shown else None
    if not known:
        return Past(shown=name, told=told)
    try:
        before = require_edition(project, known[0].commit)
    except EditionUnreadableError as error:
        first = error.report.errors[0]
        return Past(known, None, Gap.UNREADABLE, f"{first.position}: {first.message}", name, told)
    except HandbookError as error:
        return Past(known, None, Gap.UNREADABLE, error.message, name, told)
    return Past(known, compare(before, handbook), None, "", name, told)


def tags_digest(project: Project) -> str:
    """A digest of all tags of editions: with them, what a site says of the past changes."""
    return sha256("\n".join(tag_names(project.folder)).encode()).hexdigest()


def _readable(project: Project, handbook: Handbook, before: Edition | None) -> Iterator[PastEdition]:
    zone = ZoneInfo(handbook.settings.time_zone)
    for edition in edition_numbers(project.folder):
        if before is not None and edition >= before:
            continue
        try:
            tag = edition_tag(project.folder, edition)
            manifest = parse_manifest(edition, tag.message)
        except HandbookError:
            continue
        day = datetime.fromtimestamp(tag.time, UTC).astimezone(zone).date()
        yield PastEdition(
            str(edition), day, tag.commit, manifest.changes, {entry.id: entry for entry in manifest.plans}
        )


def _told(project: Project, edition: Edition) -> str:
    path = project.folder / NAME
    return edition_entry(read_bytes(path).decode(errors="replace"), edition) if path.is_file() else ""
