"""A whole build with a clock at each of its parts, to tell the site engine's time from ours."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

from generator.cli.engine import build_site, configured, handbook_plugin
from generator.mkdocs_plugin import plugin as plugin_module
from generator.mkdocs_plugin.session import BuildSession
from generator.pipeline import Project
from generator.search.pagefind import build_index

R = TypeVar("R")


class _Clock:
    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def timed(self, name: str, work: Callable[..., R]) -> Callable[..., R]:
        def wrapper(*arguments: Any, **options: Any) -> R:
            began = time.perf_counter()
            try:
                return work(*arguments, **options)
            finally:
                self.spent[name] = self.spent.get(name, 0.0) + time.perf_counter() - began

        return wrapper


def build_with_clock(project: Project) -> dict[str, float]:
    """Build into `site-clocked`; seconds of loading, rendering and writing, search, and all the rest (MkDocs)."""
    clock = _Clock()
    setattr(BuildSession, "start", clock.timed("inside_load", BuildSession.start))  # noqa: B010
    setattr(BuildSession, "render", clock.timed("inside_render", BuildSession.render))  # noqa: B010
    setattr(plugin_module, "build_index", clock.timed("inside_search", build_index))  # noqa: B010
    began = time.perf_counter()
    config = configured(project, project.folder / "site-clocked", strict=False)
    handbook_plugin(config).progress = lambda _: None
    build_site(config)
    whole = time.perf_counter() - began
    return {**clock.spent, "inside_engine": whole - sum(clock.spent.values()), "inside_whole": whole}
