"""Measure the generator beside plain MkDocs with Material: `python -m tests.benchmarks --help`."""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from .measure import Measured, measure
from .process import ROOT, run
from .report import as_data, as_text

_LARGE = 500
_WORD = {"bundled": "refund"}
"""What is searched for in the browser; in generated sets, the invented word of the last scenario."""


def main() -> None:
    """Run the benchmark and print its table."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="handbook-benchmark-") as made:
        folder = Path(options.work or made)
        folder.mkdir(parents=True, exist_ok=True)
        every = []
        for size in options.sizes.split(","):
            repeat = options.repeat_large if size.isdigit() and int(size) >= _LARGE else options.repeat
            every.append(measure(folder, size, repeat, _progress))
            _save(options.json, every, {})
        print("\n".join(as_text(every)), flush=True)
        if options.browser:
            searched = {name: result for found in every for name, result in _search(folder, found)}
            print("\n".join(_browser_line(name, result) for name, result in searched.items()), flush=True)
            _save(options.json, every, searched)
        if options.profile:
            for found in every:
                print(f"\nHot spots of {found.size}", flush=True)
                command = [sys.executable, "-m", "tests.benchmarks.hotspots", str(folder / found.size)]
                subprocess.run(command, cwd=ROOT, check=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--sizes", default="bundled,100,1000", help="sets to build (default: %(default)s)")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each small set (default: %(default)s)")
    parser.add_argument("--repeat-large", type=int, default=1, help="runs of each large set (default: %(default)s)")
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    parser.add_argument("--browser", action="store_true", help="measure search in Chromium, too")
    parser.add_argument("--profile", action="store_true", help="show where the own stages spend their time")
    parser.add_argument("--work", help="folder to build in and keep (default: a temporary one)")
    return parser.parse_args()


def _save(target: Path | None, every: list[Measured], searched: dict[str, Any]) -> None:
    if target:
        data = as_data(every, shlex.join(["python", "-m", "tests.benchmarks", *sys.argv[1:]]), searched)
        target.write_text(json.dumps(data, indent=1, ensure_ascii=False), encoding="utf-8")


def _search(folder: Path, found: Measured) -> list[tuple[str, dict[str, Any]]]:
    from .variation import invented_word

    word = _WORD.get(found.size) or invented_word(int(found.size) - 1)
    plain = sorted((folder / f"{found.size}-plain" / "site").iterdir())
    source = next((path for path in plain if path.name == "en"), plain[0])
    sites = {"handbook": folder / found.size / "site", "plain Material": source}
    return [
        (f"{found.size} {name}", run("tests.benchmarks.browser", str(site), word, read_json=True).said)
        for name, site in sites.items()
    ]


def _browser_line(name: str, result: dict[str, Any]) -> str:
    page, search = result["page_bytes"] / 1000, result["search_bytes"] / 1000
    return (
        f"search in the browser, {name}: page after {result['to_load_ms']:.0f} ms, first result after "
        f"{result['to_result_ms']:.0f} ms; {page:.0f} kB for the page, {search:.0f} kB for the search; "
        f"{result['requests']} requests; “{result['first']}”"
    )


def _progress(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
