"""Earlier editions of a project, from the tags that hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from generator.editions.changelog import NAME, edition_entry
from generator.editions.manifest import Manifest
from generator.editions.number import Edition
from generator.errors import HandbookError
from generator.files.read import read_bytes
from generator.git.command import GitError
from generator.git.tags import EditionTag, edition_numbers, released_edition, tag_names
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
    day = None
    if shown is None and known and tuple(known[0].plans.values()) == plan_entries(handbook):
        shown, day, known = Edition.parse(known[0].name), known[0].on, known[1:]
    told = _told(project, shown) if shown else ""
    past = Past(known, shown=str(shown) if shown else None, told=told, shown_on=day)
    if not known:
        return past
    try:
        before = require_edition(project, known[0].commit)
    except EditionUnreadableError as error:
        first = error.report.errors[0]
        return replace(past, gap=Gap.UNREADABLE, detail=f"{first.position}: {first.message}")
    except HandbookError as error:
        return replace(past, gap=Gap.UNREADABLE, detail=error.message)
    return replace(past, comparison=compare(before, handbook), gap=None)


def tags_digest(project: Project) -> str:
    """A digest of all tags of editions: with them, what a site says of the past changes."""
    try:
        names = tag_names(project.folder)
    except GitError:
        names = ()
    return sha256("\n".join(names).encode()).hexdigest()


def _readable(project: Project, handbook: Handbook, before: Edition | None) -> Iterator[PastEdition]:
    own = _released(project, before) if before else None
    for edition in _known(project):
        later = before is not None and edition >= before
        # What was released once is shown with the past that it was released with.
        if later or (own and str(edition) not in own[1].earlier):
            continue
        if found := _released(project, edition):
            tag, manifest = found
            day = tag.day(handbook.settings.time_zone)
            plans = {entry.id: entry for entry in manifest.plans}
            yield PastEdition(str(edition), day, tag.commit, manifest.changes, plans)


def _known(project: Project) -> tuple[Edition, ...]:
    try:
        return edition_numbers(project.folder)
    except GitError:
        return ()


def _released(project: Project, edition: Edition) -> tuple[EditionTag, Manifest] | None:
    """The tag and the manifest of an edition; None if it is not released, or its tag is not that of its release."""
    try:
        return released_edition(project.folder, edition)
    except HandbookError:
        return None


def _told(project: Project, edition: Edition) -> str:
    path = project.folder / NAME
    return edition_entry(read_bytes(path).decode("utf-8-sig", errors="replace"), edition) if path.is_file() else ""
