"""Build the site of an edition, with the generator as it is installed now."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import generator
from generator.cli.build import ENGINE
from generator.errors import HandbookError
from generator.files.stamp import input_digest
from generator.files.write import staging_folder
from generator.git.worktree import worktree
from generator.model.handbook import Handbook
from generator.pipeline import PlansInvalidError, Project
from generator.resources import package, templates

_EPOCH = "SOURCE_DATE_EPOCH"
Progress = Callable[[str], None]


def built_with() -> dict[str, str]:
    """What shapes the bytes of a site."""
    code = [path for path in sorted(package().iterdir()) if path.name != "bundled"]
    own = f"{generator.__version__} ({input_digest([*code, templates()])[:12]})"
    tools = {"handbook": own, "python": ".".join(platform.python_version_tuple()[:2])}
    return tools | {name: version(name) for name in ENGINE}


@contextmanager
def passing_site(project: Project) -> Iterator[Path]:
    """Where a site may grow that nobody keeps; also clears away what killed commands left behind."""
    folder = staging_folder(project.cache / "edition")
    try:
        # The engine puts a folder of its own beside the site, which so lies inside of what is removed.
        yield folder / "site"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def build_commit(project: Project, commit: str, time: int, name: str, site: Path, tell: Progress) -> Handbook:
    """Build the site of a commit, as of the day of the commit, and give its handbook.

    Raises HandbookError if it can't be built; that its plans can't be read is one of the reasons.
    """
    with worktree(project.folder, commit, project.cache) as folder, _as_of(time):
        try:
            return build_named(Project(folder), name, site, tell)
        except PlansInvalidError as error:
            first = error.report.errors[0]
            raise HandbookError(
                f"Its plans cannot be read by this version of the generator: {first.position}: {first.message}",
                "Use the version of the generator that it was released with.",
            ) from error


def build_named(project: Project, name: str, site: Path, tell: Progress) -> Handbook:
    """Build the site of a project as an edition of this name."""
    # The engine takes half a second to import, which commands that build nothing need not spend.
    from generator.cli.engine import build_site, configured, handbook_plugin

    config = configured(project, site, strict=False)
    plugin = handbook_plugin(config)
    plugin.edition = name
    plugin.progress = lambda step: tell(f"{name}: {step}")
    build_site(config)
    if plugin.session is None:
        raise HandbookError("The site was not built.", "Run `mkdocs build` to see why.")
    return plugin.session.handbook


@contextmanager
def _as_of(time: int) -> Iterator[None]:
    before = os.environ.get(_EPOCH)
    os.environ[_EPOCH] = str(time)
    try:
        yield
    finally:
        if before is None:
            del os.environ[_EPOCH]
        else:
            os.environ[_EPOCH] = before
