"""Editions as git keeps them: annotated tags, whose message is the manifest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.editions.manifest import Manifest, NoEditionError, parse_manifest
from generator.editions.number import TAG_FOLDER, Edition
from generator.errors import HandbookError
from generator.git.command import GitError, NoRepositoryError, git, git_line

_TAGS = f"refs/tags/{TAG_FOLDER}"
_FIELDS = "%(objecttype)%00%(*objectname)%00%(*committerdate:unix)%00%(contents)"
_OBJECT_FIELDS = "%(objectname)%00%(*objectname)%00%(tagger)%00%(taggerdate:iso-strict)%00%(contents:signature)"


@dataclass(frozen=True, slots=True)
class EditionTag:
    """A tag of an edition."""

    edition: Edition
    commit: str
    time: int
    """When the commit was made, in seconds since 1970."""
    message: str

    def day(self, time_zone: str) -> date:
        """The day of the commit, where the time zone is."""
        return datetime.fromtimestamp(self.time, UTC).astimezone(ZoneInfo(time_zone)).date()


@dataclass(frozen=True, slots=True)
class TagObject:
    """What git keeps of a tag beside its message."""

    name: str
    id: str
    commit: str
    tagger: str
    """Name and address of who set it."""
    on: str
    """When it was set, after ISO 8601."""
    signature: str
    """As it stands in the tag; empty where it is not signed."""


def edition_numbers(folder: Path) -> tuple[Edition, ...]:
    """Editions that are tagged, newest first; none where there is no repository. Other tags are left alone.

    Raises GitError if git is missing or refuses.
    """
    try:
        git(folder, "rev-parse", "--git-dir")
    except NoRepositoryError:
        return ()
    names = git(folder, "for-each-ref", "--format=%(refname)", _TAGS).decode(errors="replace").split()
    found = (Edition.known(name.removeprefix(_TAGS)) for name in names)
    return tuple(sorted(filter(None, found), reverse=True))


def tag_names(folder: Path) -> tuple[str, ...]:
    """The tags of editions with the ids of what they hold; none where there is no repository."""
    try:
        return tuple(git(folder, "for-each-ref", "--format=%(refname) %(objectname)", _TAGS).decode().splitlines())
    except NoRepositoryError:
        return ()


def edition_tag(folder: Path, edition: Edition) -> EditionTag:
    """One edition. Raises HandbookError if there is none, or it is no annotated tag of a commit."""
    try:
        answer = git(folder, "for-each-ref", f"--format={_FIELDS}", f"refs/tags/{edition.tag}")
    except GitError as error:
        raise HandbookError(
            f"The tag `{edition.tag}` cannot be read: {error.message}",
            "In a shallow clone fetch its commit: `git fetch --tags`.",
        ) from error
    if not answer:
        known = ", ".join(str(one) for one in edition_numbers(folder)[:5])
        raise HandbookError(
            f"Git knows no edition {edition} here.",
            f"Known here: {known}." if known else "No edition is known here; fetch them with `git fetch --tags`.",
        )
    kind, commit, time, message = answer.decode("utf-8", "replace").split("\0", 3)
    if kind != "tag" or not time:
        raise NoEditionError(
            f"The tag `{edition.tag}` carries no manifest of this edition.",
            f"Only `handbook release {edition}` makes editions; remove the tag if it was set by hand.",
        )
    return EditionTag(edition, commit, int(time), message)


def released_edition(folder: Path, edition: Edition) -> tuple[EditionTag, Manifest]:
    """An edition as it was released. Raises HandbookError if it was not, or its tag leads to another commit now."""
    tag = edition_tag(folder, edition)
    manifest = parse_manifest(edition, tag.message)
    if tag.commit != manifest.revision:
        raise HandbookError(
            f"The tag `{edition.tag}` was moved: its manifest is of commit {manifest.revision[:12]}.",
            "Set it back to that commit, or release a new edition.",
        )
    return tag, manifest


def tag_object(folder: Path, edition: Edition) -> TagObject:
    """The tag of an edition that is known to exist. Raises GitError if git refuses."""
    answer = git(folder, "for-each-ref", f"--format={_OBJECT_FIELDS}", f"refs/tags/{edition.tag}")
    name, commit, tagger, on, signature = answer.decode("utf-8", "replace").split("\0", 4)
    # The tagger ends with the time in seconds, which is told in words.
    return TagObject(edition.tag, name, commit, tagger.rpartition(">")[0] + ">", on, signature.strip())


def create_edition_tag(folder: Path, edition: Edition, commit: str, message: str) -> None:
    """Set the tag in one step. Git signs it if it is told to sign tags. Raises HandbookError if it exists."""
    try:
        git(folder, "tag", "--annotate", "--cleanup=verbatim", "--file=-", edition.tag, commit, given=message.encode())
    except GitError as error:
        if edition not in edition_numbers(folder):
            raise
        raise HandbookError(
            f"The edition {edition} was released by somebody else in the meantime.",
            f"Look at it with `git show --no-patch {edition.tag}`; yours is released under the next number.",
        ) from error


def require_tagger(folder: Path) -> None:
    """Raises HandbookError if git does not know who sets a tag."""
    try:
        git(folder, "var", "GIT_COMMITTER_IDENT")
    except GitError as error:
        raise HandbookError(
            "Git does not know who releases the edition.", 'Tell it: `git config user.name "…"` and `user.email`.'
        ) from error


def head_commit(folder: Path) -> tuple[str, int]:
    """The commit of the work tree, and when it was made. Raises HandbookError if there is none."""
    try:
        commit, time = git_line(folder, "log", "-1", "--format=%H %ct", "HEAD").split()
    except GitError as error:
        raise HandbookError(
            f"There is no commit to release in `{folder}`. {error.message}",
            "Editions are released from a commit: make one, or mend what git says.",
        ) from error
    return commit, int(time)


def uncommitted_files(folder: Path, watched: frozenset[str]) -> tuple[str, ...]:
    """Files below the folder that are not as committed; new ones only below what is `watched`."""
    prefix = git_line(folder, "rev-parse", "--show-prefix")
    found = []
    parts = iter(
        git(folder, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ".").split(b"\0")
    )
    for part in filter(None, parts):
        state, path = part[:2], part[3:].decode("utf-8", "replace").removeprefix(prefix)
        if state != b"??" or path.partition("/")[0] in watched:
            found.append(path)
    return tuple(found)
