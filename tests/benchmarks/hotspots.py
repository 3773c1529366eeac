"""Where the generator's own stages spend their time: `python -m tests.benchmarks.hotspots PROJECT`."""

from __future__ import annotations

import cProfile
import pstats
import sys
from pathlib import Path

from generator.pipeline import Project, inspect_facts, render_language, require_handbook

from .process import ROOT
from .stage import all_facts

_SHOWN = 28


def profile(project: Project) -> None:
    """Load, derive and render the source language under the profiler; print the functions that matter most."""
    recorder = cProfile.Profile()
    recorder.enable()
    facts = all_facts(require_handbook(project))
    render_language(project, facts, inspect_facts(facts), facts.handbook.settings.source_language)
    recorder.disable()
    entries = pstats.Stats(recorder).stats.items()  # type: ignore[attr-defined]
    whole = sum(own for _, (_, _, own, _, _) in entries)
    for heading, order in (("in the function itself", 2), ("with all it calls", 3)):
        print(f"\n{whole:.1f} s under the profiler; seconds {heading}, calls, function")
        for place, numbers in sorted(entries, key=lambda entry: -entry[1][order])[:_SHOWN]:
            print(f"{numbers[order]:9.2f} {numbers[order] / whole:6.1%} {numbers[1]:10}  {_shown(*place)}")


def _shown(file: str, line: int, name: str) -> str:
    path = Path(file)
    if path.is_relative_to(ROOT / ".venv"):
        return f"{'/'.join(path.parts[-3:])}:{line} {name}"
    return f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else file}:{line} {name}"


if __name__ == "__main__":
    profile(Project(Path(sys.argv[1])))
