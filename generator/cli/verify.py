"""`handbook verify`: prove that an edition can still be built byte by byte, or that it is published as released."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click
from rich.text import Text

from generator.cli.console import error_console, output_console
from generator.cli.edition_sites import build_commit, built_with, passing_site
from generator.editions.comparison import Differences, differences, other_versions
from generator.editions.copy import PublishedCopy
from generator.editions.manifest import Manifest, parse_manifest
from generator.editions.number import Edition
from generator.editions.publication import CURRENT, STAMP, surroundings
from generator.errors import HandbookError
from generator.files.editions import foreign_names, other_surroundings, read_copies
from generator.files.read import shown_path
from generator.files.sums import sums
from generator.git.tags import EditionTag, edition_numbers, edition_tag, released_edition
from generator.pipeline import Project

_MOST = 20


@click.command()
@click.argument("name", metavar="EDITION")
@click.option(
    "--published",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Compare the copy in DIR and what stands around it there, as `handbook site` wrote them, instead of building"
    " again. A relative DIR is taken from the folder of the handbook (`--project`).",
)
@click.pass_context
def verify(context: click.Context, name: str, published: Path | None) -> None:
    """Build EDITION again from its tag and compare every file with its manifest.

    Status 0 if all are equal, 1 if not, 2 if it cannot be built.
    """
    project: Project = context.obj
    tag = edition_tag(project.folder, Edition.parse(name))
    manifest = parse_manifest(tag.edition, tag.message)
    if tag.commit != manifest.revision:
        error_console().print(
            Text(f"The tag `{tag.edition.tag}` was moved: its manifest is of commit {manifest.revision[:12]}.")
        )
        context.exit(1)
    if published is None:
        equal = _rebuilt_is_equal(project, tag, manifest)
    else:
        equal = _published_is_equal(project, project.folder / published, manifest)
    context.exit(0 if equal else 1)


def _rebuilt_is_equal(project: Project, tag: EditionTag, manifest: Manifest) -> bool:
    with passing_site(project) as site, error_console().status("Starting") as status:
        build_commit(project, tag.commit, tag.time, str(tag.edition), site, status.update)
        found = differences(manifest.files, sums(site))
    _tell(manifest, found)
    if found:
        _tell_causes(manifest, frozenset(map(str, edition_numbers(project.folder))))
    return not found


def _published_is_equal(project: Project, folder: Path, manifest: Manifest) -> bool:
    files, copy = _published(folder / manifest.edition), read_copies(folder).get(manifest.edition)
    found, around = differences(manifest.files, files), _around(project, folder)
    _tell(manifest, found)
    if found and copy and copy.rebuilt and not differences(copy.files, files):
        _tell_rebuilt(copy)
    _tell_around(around, shown_path(folder, project.folder))
    return not found and not around


def _published(folder: Path) -> dict[str, str]:
    if not folder.is_dir():
        raise HandbookError(
            f"There is no folder `{folder}`.",
            "Name the folder that `handbook site` wrote; a relative one is taken from the folder of the handbook.",
        )
    return {path: digest for path, digest in sums(folder).items() if path != STAMP}


@dataclass(frozen=True, slots=True)
class _Around:
    """What is wrong around the editions in a published folder."""

    files: Differences
    foreign: tuple[str, ...]
    """What is none of the files and folders that stand there."""
    unknown: tuple[str, ...]
    """Editions that git does not know here."""
    absent: str | None
    """The edition in force, if it is not there."""

    def __bool__(self) -> bool:
        return bool(self.files or self.foreign or self.unknown or self.absent)


def _around(project: Project, folder: Path) -> _Around:
    """Git says which editions there are, and `edition.json` only into which other files one was built again."""
    numbers = edition_numbers(project.folder)
    released, stamped = _released(project, numbers), read_copies(folder)
    copies = dict(_copies(folder, released, stamped))
    in_force = next((name for name in copies if name != CURRENT), None)
    expected = surroundings([copy.listed for copy in copies.values()], in_force)
    files = other_surroundings(folder, expected, copies)
    wrong = (f"{name}/{STAMP}" for name, copy in copies.items() if stamped.get(name) != copy)
    newest = next(iter(released), None)
    return _Around(
        replace(files, changed=(*files.changed, *wrong)),
        foreign_names(folder),
        tuple(sorted(stamped.keys() - {*map(str, numbers)} - {CURRENT})),
        newest if newest not in copies else None,
    )


def _released(project: Project, numbers: Iterable[Edition]) -> dict[str, Manifest]:
    """The manifests of the editions, newest first, without those of which `handbook site` keeps the copy it has."""
    found = {}
    for edition in numbers:
        try:
            found[str(edition)] = released_edition(project.folder, edition)[1]
        except HandbookError:
            continue
    return found


def _copies(
    folder: Path, released: Mapping[str, Manifest], stamped: Mapping[str, PublishedCopy]
) -> Iterator[tuple[str, PublishedCopy]]:
    """The copies that should be in the folder, in the order in which `handbook site` lists them."""
    there = {name for name in released if (folder / name).is_dir()} | stamped.keys()
    for name in sorted(there, key=lambda name: (name != CURRENT, Edition.known(name) or Edition(0, 0)), reverse=True):
        stamp, manifest = stamped.get(name), released.get(name)
        if stamp and manifest in (None, stamp.manifest):
            yield name, stamp
        elif manifest:
            yield name, PublishedCopy(manifest=manifest)


def _tell(manifest: Manifest, found: Differences) -> None:
    console = output_console()
    if not found:
        console.print(f"Edition {manifest.edition}: all {len(manifest.files)} files are equal to the manifest.")
        console.print(f"Manifest: sha256 {manifest.digest}")
        return
    _tell_files(found)
    console.print(f"Edition {manifest.edition}: {found.count} files are not those of the manifest.")


def _tell_files(found: Differences, folder: str = "") -> None:
    """Name the first files, and count the rest."""
    console, left = output_console(), _MOST
    for word, paths in (("differs", found.changed), ("missing", found.missing), ("new", found.added)):
        for path in paths[:left]:
            console.print(Text.assemble((f"{word}: ", "bold red"), f"{folder}{path}"))
        if len(paths) > left:
            console.print(f"{word}: {len(paths) - left} more")
        left = max(left - len(paths), 0)


def _tell_causes(manifest: Manifest, known: frozenset[str]) -> None:
    """What may have led to other files when it was built again."""
    console = output_console()
    if unknown := sorted({*manifest.earlier} - known):
        console.print(
            Text(f"Its pages tell of {', '.join(unknown)}, not known here: fetch the tags with `git fetch --tags`.")
        )
    if others := other_versions(manifest.built_with, built_with()):
        console.print(Text(f"It was released with other tools: {'; '.join(others)}."))


def _tell_rebuilt(copy: PublishedCopy) -> None:
    output_console().print(
        Text(
            f"The copy agrees with the note `{STAMP}` that `handbook site` left in it when it built the edition again."
            " That guards against accidents only: whoever can change a file there can change the note."
            f" `handbook site --force` builds it again. {copy.departure}"
        )
    )


def _tell_around(around: _Around, folder: str) -> None:
    console = output_console()
    if not around:
        console.print(Text(f"What stands around it in `{folder}` is as `handbook site` writes it."))
    if around.files:
        _tell_files(around.files, f"{folder}/")
        told = f"Around it in `{folder}`: {around.files.count} files are not those of `handbook site`."
        console.print(Text(f"{told} Run `handbook site` to write them anew."))
    if around.absent:
        told = f"`{folder}` does not hold the edition {around.absent}, which is in force."
        console.print(Text(f"{told} `handbook site` publishes it."))
    if around.unknown:
        told = f"`{folder}` holds {', '.join(around.unknown)}, which git does not know here."
        console.print(Text(f"{told} Fetch the tags with `git fetch --tags`, or remove what was never released."))
    if around.foreign:
        told = f"`{folder}` holds something else than editions: {', '.join(f'`{name}`' for name in around.foreign)}."
        console.print(Text(f"{told} Move it away before you run `handbook site`, which would refuse."))
