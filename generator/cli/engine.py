"""Run MkDocs from the command line, with its failures turned into ours."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.errors import HandbookError
from generator.files.read import plans_missing
from generator.files.write import disk_error
from generator.mkdocs_plugin import HandbookPlugin
from generator.pipeline import Project


def configured(project: Project, site: Path, *, strict: bool) -> MkDocsConfig:
    """The configuration of a project. Raises HandbookError if mkdocs.yml is missing or wrong."""
    if not project.site_config.is_file():
        raise HandbookError(
            f"There is no `mkdocs.yml` in `{project.folder}`.",
            "Run the command in the folder of a handbook, or start one with `handbook init NAME`.",
        )
    if not project.plans.is_dir():
        raise plans_missing(project.plans, project.folder)
    try:
        return load_config(config_file=str(project.site_config), site_dir=str(site), strict=strict)
    except (MkDocsException, Abort) as error:
        raise HandbookError(f"`mkdocs.yml` cannot be used: {error}", "Compare it with the bundled one.") from error


def handbook_plugin(config: MkDocsConfig) -> HandbookPlugin:
    """The plugin that renders the plans. Raises HandbookError if mkdocs.yml does not name it."""
    plugin = config.plugins.get("handbook")
    if not isinstance(plugin, HandbookPlugin):
        raise HandbookError("`mkdocs.yml` does not use the `handbook` plugin.", "Add `- handbook` under `plugins:`.")
    return plugin


def build_site(config: MkDocsConfig) -> None:
    """Build, without the log of the engine. Raises HandbookError if the build fails."""
    log = logging.getLogger("mkdocs")
    level = log.level
    log.setLevel(logging.CRITICAL)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    except (MkDocsException, Abort) as error:
        raise _own_error(error) from error
    except OSError as error:
        raise disk_error(Path(config.site_dir), error) from error
    finally:
        config.plugins.on_shutdown()
        log.setLevel(level)


def serve_site(project: Project, port: int, *, open_browser: bool) -> None:
    """Serve with live reload until interrupted."""
    configured(project, project.folder / "site", strict=False)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        mkdocs_serve(str(project.site_config), open_in_browser=open_browser, dev_addr=f"127.0.0.1:{port}")
    except OSError as error:
        raise HandbookError(
            f"The port {port} cannot be used: {error.strerror}.", "Choose another with `--port`."
        ) from error
    except (MkDocsException, Abort) as error:
        raise _own_error(error) from error


def _own_error(error: BaseException) -> HandbookError:
    """The failure of ours that made MkDocs stop, or else its own words."""
    link: BaseException | None = error
    while link is not None:
        if isinstance(link, HandbookError):
            return link
        link = link.__cause__ or link.__context__
    return HandbookError(f"The site could not be built: {error}", "Run `mkdocs build` to see the engine's own log.")
