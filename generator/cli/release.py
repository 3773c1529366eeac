"""`handbook release`: freeze the committed plans as an edition that can be rebuilt and proved."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click
from rich.text import Text

from generator.cli.console import error_console, output_console
from generator.cli.edition_sites import build_commit, built_with, passing_site
from generator.editions.manifest import Manifest, Origin, manifest_of
from generator.editions.number import Edition
from generator.editions.readiness import Readiness, objections
from generator.files.sums import sums
from generator.files.write import write_file
from generator.git.tags import create_edition_tag, head_commit, require_tagger
from generator.pipeline import Project, readiness_of


@click.command()
@click.argument("name", metavar="EDITION")
@click.option("--dry-run", is_flag=True, help="Check and build, but set no tag.")
@click.option("--manifest", "wanted", type=click.Path(path_type=Path, dir_okay=False), help="Also write it to a file.")
@click.pass_context
def release(context: click.Context, name: str, dry_run: bool, wanted: Path | None) -> None:
    """Release what is committed as EDITION: year and month, such as 2026.11, or 2026.11.1 for a second one.

    The edition is the git tag `edition/2026.11`. Its message is the manifest: every plan with version, approval and
    fingerprint, the commit, the versions of the tools, and the SHA-256 of every file of the site. Status 1 if something
    keeps it from being released: findings at level error, plans that are not approved as they stand, uncommitted
    files, no entry in EDITIONS.md, or none that names the plans that are no longer in force.
    """
    project: Project = context.obj
    edition = Edition.parse(name)
    commit, time = head_commit(project.folder)
    if not dry_run:
        require_tagger(project.folder)
    known = readiness_of(project, edition, commit, datetime.fromtimestamp(time, UTC).date())
    if _refused(known):
        context.exit(1)
    with passing_site(project) as site, error_console().status("Starting") as status:
        handbook = build_commit(project, commit, time, str(edition), site, status.update)
        tools, files = built_with(), sums(site)
    origin = Origin(commit, tuple(map(str, known.others)), known.entry)
    manifest = manifest_of(name, handbook, files, origin, tools)
    if wanted:
        write_file(wanted.absolute(), manifest.json_text.encode())
    if not dry_run:
        create_edition_tag(project.folder, edition, commit, manifest.message)
    _tell(manifest, edition, dry_run)
    if not handbook.approvals:
        output_console().print("No approval is recorded, so nothing proves who approved what: see `handbook approve`.")


def _refused(known: Readiness) -> bool:
    found = list(objections(known))
    console = error_console()
    for objection in found:
        console.print(Text.assemble(("refused:", "bold red"), f" {objection.reason}."))
        console.print(Text.assemble("  ", ("fix:", "green"), f" {objection.remedy}"))
    if found:
        console.print("Nothing was released.")
    return bool(found)


def _tell(manifest: Manifest, edition: Edition, dry_run: bool) -> None:
    size = f"{len(manifest.plans)} plans, {len(manifest.files)} files, {len(manifest.languages)} languages"
    what = f"Edition {edition} of commit {manifest.revision[:12]}: {size}.\nManifest: sha256 {manifest.digest}"
    end = (
        f"Nothing was tagged. Without `--dry-run` the tag would be `{edition.tag}`."
        if dry_run
        else f"Tagged as `{edition.tag}`.\nNext: git push origin {edition.tag} && handbook site"
    )
    output_console().print(Text(f"{what}\n{end}"))
