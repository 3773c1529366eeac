"""The command line: groups the commands and turns expected failures into a message and an exit status."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click
from rich.text import Text

import generator
from generator.cli.action import action
from generator.cli.approve import approve
from generator.cli.audit_pack import audit_pack
from generator.cli.build import build, serve
from generator.cli.calendar import calendar
from generator.cli.check import check
from generator.cli.console import error_console
from generator.cli.coverage import coverage
from generator.cli.diff import diff
from generator.cli.exercise import exercise
from generator.cli.explain import explain
from generator.cli.init import init
from generator.cli.release import release
from generator.cli.review import review
from generator.cli.schema import schema
from generator.cli.site import site
from generator.cli.status import status
from generator.cli.translations import translations
from generator.cli.verify import verify
from generator.errors import HandbookError
from generator.files.write import disk_error
from generator.pipeline import PlansInvalidError, Project
from generator.reporters import report_as_text


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(generator.__version__, prog_name="handbook")
@click.option(
    "-C",
    "--project",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Folder of the handbook. Default: the current folder.",
)
@click.pass_context
def app(context: click.Context, folder: Path) -> None:
    """Check emergency plans and publish them as a handbook."""
    context.obj = Project(folder.resolve())


for command in (
    init,
    check,
    diff,
    review,
    explain,
    build,
    serve,
    coverage,
    schema,
    translations,
    approve,
    status,
    release,
    site,
    verify,
    audit_pack,
    exercise,
    action,
    calendar,
):
    app.add_command(command)


def main() -> None:
    """Run a command; status 0 clean, 1 findings, 2 cannot run."""
    # A handbook stays in memory to the end: looking through it for garbage again and again only costs time.
    gc.set_threshold(100_000, 50, 100)
    try:
        # Without standalone mode click hands back the status of `context.exit`.
        sys.exit(app(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        error_console().print("Interrupted; nothing was changed.")
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
    except PlansInvalidError as error:
        error_console().print(report_as_text(error.report))
        sys.exit(1)
    except OSError as error:
        _refuse(disk_error(Path(error.filename or "."), error))
    except HandbookError as error:
        _refuse(error)


def _refuse(error: HandbookError) -> None:
    """Say why a command cannot go on, and leave with status 2."""
    console = error_console()
    console.print(Text.assemble(("Cannot go on:", "bold red"), " ", error.message))
    if error.remedy:
        console.print(Text.assemble(("fix:", "green"), " ", error.remedy))
    sys.exit(2)
