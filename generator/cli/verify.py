"""`handbook verify`: prove that an edition can still be built byte by byte, or that a published copy is untouched."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from generator.cli.console import error_console, output_console
from generator.cli.edition_sites import build_commit, built_with, passing_site
from generator.editions.comparison import Differences, differences, other_versions
from generator.editions.manifest import Manifest, parse_manifest
from generator.editions.number import Edition
from generator.editions.publication import STAMP
from generator.errors import HandbookError
from generator.files.editions import read_copies
from generator.files.sums import sums
from generator.git.tags import EditionTag, edition_numbers, edition_tag
from generator.pipeline import Project

_MOST = 20


@click.command()
@click.argument("name", metavar="EDITION")
@click.option(
    "--published",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Compare the copy in this folder, as `handbook site` wrote it, instead of building again.",
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
    files = _published(published / name) if published else _rebuilt(project, tag)
    copy = read_copies(published).get(name) if published else None
    found = differences(manifest.files, files)
    known = frozenset(map(str, edition_numbers(project.folder)))
    _tell(manifest, found, known, rebuilt=published is None)
    if found and copy and copy.rebuilt and not differences(copy.files, files):
        console = output_console()
        console.print(Text(f"The copy is untouched since `handbook site` built it again. {copy.departure}"))
    context.exit(1 if found else 0)


def _published(folder: Path) -> dict[str, str]:
    if not folder.is_dir():
        raise HandbookError(f"There is no folder `{folder}`.", "Name the folder that `handbook site` wrote.")
    return {path: digest for path, digest in sums(folder).items() if path != STAMP}


def _rebuilt(project: Project, tag: EditionTag) -> dict[str, str]:
    with passing_site(project) as site, error_console().status("Starting") as status:
        build_commit(project, tag.commit, tag.time, str(tag.edition), site, status.update)
        return sums(site)


def _tell(manifest: Manifest, found: Differences, known: frozenset[str], *, rebuilt: bool) -> None:
    console = output_console()
    if not found:
        console.print(f"Edition {manifest.edition}: all {len(manifest.files)} files are equal to the manifest.")
        console.print(f"Manifest: sha256 {manifest.digest}")
        return
    for word, paths in (("differs", found.changed), ("missing", found.missing), ("new", found.added)):
        for path in paths[:_MOST]:
            console.print(Text.assemble((f"{word}: ", "bold red"), path))
        if len(paths) > _MOST:
            console.print(f"{word}: {len(paths) - _MOST} more")
    console.print(f"Edition {manifest.edition}: {found.count} files are not those of the manifest.")
    if rebuilt and (unknown := sorted({*manifest.earlier} - known)):
        console.print(
            Text(f"Its pages tell of {', '.join(unknown)}, not known here: fetch the tags with `git fetch --tags`.")
        )
    if rebuilt and (others := other_versions(manifest.built_with, built_with())):
        console.print(Text(f"It was released with other tools: {'; '.join(others)}."))
