"""`handbook site`: publish every released edition in one folder, the one in force first."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import click
from rich.text import Text

from generator.cli.build import inputs_digest
from generator.cli.console import error_console, output_console
from generator.cli.edition_sites import Progress, build_commit, build_named, built_with
from generator.editions.copy import PublishedCopy
from generator.editions.manifest import NoEditionError, Origin, manifest_of
from generator.editions.number import Edition
from generator.editions.publication import CURRENT, surroundings
from generator.errors import HandbookError
from generator.files.editions import intact, publish, read_copies, require_ours, same_surroundings, write_copy
from generator.files.sums import sums
from generator.files.write import staging_folder
from generator.git.tags import edition_numbers, released_edition
from generator.pipeline import Project, require_handbook, today


@click.command()
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), default="public", help="Folder. Default: public."
)
@click.option("--current", is_flag=True, help="Also publish the plans as they stand, marked as not in force.")
@click.option("--force", is_flag=True, help="Build every edition again, even if its copy is intact.")
@click.pass_context
def site(context: click.Context, output: Path, current: bool, force: bool) -> None:
    """Publish every edition: a folder for each, `latest/` for the one in force, a selector on every page.

    Each is built from its tag with the generator as installed now; intact copies of earlier runs are kept as they are.
    Where no edition is tagged, the plans as they stand are published, and their pages say so. Status 1 if an edition
    can't be built: the others are published, and an earlier copy of it is kept.
    """
    project: Project = context.obj
    final = output if output.is_absolute() else project.folder / output
    require_ours(final)
    with error_console().status("Starting") as status:
        publishing = _Publishing(project, final, staging_folder(final), current, force, status.update)
        try:
            found = publishing.run()
        finally:
            shutil.rmtree(publishing.staging, ignore_errors=True)
    found.tell(final)
    context.exit(1 if found.failures else 0)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a run came to."""

    copies: tuple[PublishedCopy, ...]
    built: int
    failures: tuple[tuple[str, HandbookError], ...]
    changed: bool

    def tell(self, final: Path) -> None:
        console, errors = output_console(), error_console()
        names = [copy.manifest.edition for copy in self.copies]
        for name, error in self.failures:
            kept = " Its earlier copy is kept." if name in names else ""
            errors.print(Text.assemble(("failed:", "bold red"), f" edition {name}: {error.message}{kept}"))
            if error.remedy:
                errors.print(Text.assemble("  ", ("fix:", "green"), f" {error.remedy}"))
        for copy in self.copies:
            if copy.departure:
                unknown = sorted({*copy.manifest.earlier} - {*names})
                told = f" Its pages tell of {', '.join(unknown)}: fetch the tags." if unknown else ""
                errors.print(
                    Text.assemble(("note:", "bold"), f" edition {copy.manifest.edition}: {copy.departure}{told}")
                )
        if not self.changed:
            console.print("Nothing has changed since the editions were published.")
        elif names == [CURRENT]:
            console.print("No edition is tagged here; published the plans as they stand.")
        else:
            console.print(f"Published {self._listed(names)}. Built {self.built}, kept {len(names) - self.built}.")
        console.print(Text(f"Open: {final / 'index.html'}"))

    @staticmethod
    def _listed(names: list[str]) -> str:
        editions = [name for name in names if name != CURRENT]
        listed = f"{editions[0]} (in force)" + "".join(f", {name}" for name in editions[1:])
        count = f"{len(editions)} edition{'' if len(editions) == 1 else 's'}"
        return f"{count}: {listed}" + (", and the plans as they stand" if CURRENT in names else "")


@dataclass(frozen=True, slots=True)
class _Publishing:
    """One run: builds what is missing beside the published folder, and changes places with it at the end."""

    project: Project
    final: Path
    staging: Path
    current: bool
    force: bool
    tell: Progress

    def run(self) -> _Outcome:
        before = read_copies(self.final)
        editions = edition_numbers(self.project.folder)
        _require_tags(before, editions)
        failures: list[tuple[str, HandbookError]] = []
        copies: dict[str, PublishedCopy] = {}
        built = set()
        for edition in editions:
            name = str(edition)
            try:
                copies[name], fresh = self._edition(edition, before.get(name))
            except HandbookError as error:
                failures.append((name, error))
                shutil.rmtree(self.staging / name, ignore_errors=True)
                if name not in before:
                    if not copies and not isinstance(error, NoEditionError):
                        raise _newest_missing(name, error) from error
                    continue
                copies[name], fresh = before[name], False
            if fresh:
                built.add(name)
        if self.current or not editions:
            copies[CURRENT], fresh = self._current(before.get(CURRENT))
            built |= {CURRENT} if fresh else set()
        if not copies:
            first, why = failures[0]
            raise HandbookError(f"No edition can be built. {first}: {why.message}", why.remedy)
        around = surroundings(
            [copy.listed for copy in copies.values()], next((name for name in copies if name != CURRENT), None)
        )
        changed = bool(built) or copies.keys() != before.keys() or not same_surroundings(self.final, around, copies)
        if changed:
            kept = [name for name in copies if name not in built]
            publish(self.staging, self.final, around, kept)
        return _Outcome(tuple(copies.values()), len(built), tuple(failures), changed)

    def _edition(self, edition: Edition, before: PublishedCopy | None) -> tuple[PublishedCopy, bool]:
        """The copy of an edition, and whether it was built just now."""
        name, (tag, manifest) = str(edition), released_edition(self.project.folder, edition)
        if before and not self.force and before.manifest == manifest and intact(self.final / name, before):
            return before, False
        build_commit(self.project, tag.commit, tag.time, name, self.staging / name, self.tell)
        copy = PublishedCopy.of(manifest, sums(self.staging / name), built_with())
        write_copy(self.staging / name, copy)
        return copy, True

    def _current(self, before: PublishedCopy | None) -> tuple[PublishedCopy, bool]:
        """The copy of the plans as they stand, and whether it was built just now."""
        state = self._state()
        if before and not self.force and before.manifest.revision == state and intact(self.final / CURRENT, before):
            return before, False
        handbook = build_named(self.project, CURRENT, self.staging / CURRENT, self.tell)
        files, tools = sums(self.staging / CURRENT), built_with()
        copy = PublishedCopy(manifest=manifest_of(CURRENT, handbook, files, Origin(state), tools))
        write_copy(self.staging / CURRENT, copy)
        return copy, True

    def _state(self) -> str:
        """What stands in for a commit: a digest of what the plans as they stand are built from, and the day."""
        day = today(require_handbook(self.project).settings.time_zone)
        return f"{inputs_digest(self.project)} {day}"


def _newest_missing(name: str, error: HandbookError) -> HandbookError:
    return HandbookError(
        f"The newest edition {name} cannot be built, and an older one must not take its place: {error.message}",
        error.remedy,
    )


def _require_tags(published: dict[str, PublishedCopy], editions: tuple[Edition, ...]) -> None:
    """A clone that was fetched without tags must not wipe out what others published."""
    unknown = sorted(published.keys() - {str(edition) for edition in editions} - {CURRENT})
    if unknown:
        raise HandbookError(
            f"The folder holds the edition {unknown[-1]}, but git knows no tag `edition/{unknown[-1]}` here.",
            "Fetch the tags with `git fetch --tags`; if the edition was withdrawn, remove its folder first.",
        )
