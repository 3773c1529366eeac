"""`handbook audit-pack`: everything that an auditor asks of an edition, in one file."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from generator.audit.archive import zip_bytes
from generator.audit.pack import SUMS
from generator.audit.verbatim import NOTE
from generator.cli.console import error_console, output_console
from generator.cli.edition_sites import built_with
from generator.editions.number import Edition
from generator.files.write import write_file
from generator.pipeline import PackOrder, Project, audit_files


@click.command("audit-pack")
@click.argument("name", metavar="EDITION")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File of the pack. Default: audit-pack-EDITION.zip in the folder of the handbook.",
)
@click.option("--with-contacts", is_flag=True, help="With names, phone numbers and addresses of people.")
@click.pass_obj
def audit_pack(project: Project, name: str, output: Path | None, with_contacts: bool) -> None:
    """Pack what an auditor asks of EDITION: plans, approvals, changes, exercises, coverage, and what proves them.

    The pack is made from the tag of the edition, as of the day of its commit; the plans as they lie here have no part
    in it. The same tag gives the same bytes. `index.html` in it is the report. Files that tell how to reach people
    are left out, and their digests stand in their place.
    """
    edition = Edition.parse(name)
    target = (output or project.folder / f"audit-pack-{edition}.zip").absolute()
    with error_console().status(f"Packing the edition {edition}"):
        files, time = audit_files(project, PackOrder(edition, with_contacts, built_with()))
        write_file(target, zip_bytes(files, time))
    left_out = sum(path.endswith(NOTE) for path in files)
    told = f"; {left_out} left out, as they tell how to reach people" if left_out else ""
    output_console().print(
        Text(
            f"Edition {edition}: {len(files)} files{told}.\nWritten: {target}\n"
            f"Check: unzip it, read index.html, and run `sha256sum --check {SUMS}` in its folder."
        )
    )
