"""Run a command in a process of its own and say what it cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parents[2]
_SAMPLE_EVERY = 0.1


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of all processors, bytes of memory, and what the command printed as JSON."""

    seconds: float
    cpu: float
    peak: int
    said: dict[str, Any]


def run(*arguments: str, read_json: bool = False) -> Cost:
    """Run `python -m ARGUMENTS` at the root of the repository; an error ends the benchmark with its output."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", *arguments], cwd=ROOT, stdout=out, stderr=err)
        sampled = 0
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            sampled = max(sampled, _memory(process.pid))
            time.sleep(_SAMPLE_EVERY)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        said, complaint = _text(out), _text(err)
    if process.returncode != 0:
        raise SystemExit(
            f"{' '.join(arguments)} failed with {process.returncode}:\n{said[-3000:]}\n{complaint[-3000:]}"
        )
    # The kernel's figure is that of the largest single process; a sample adds up processes that run at once.
    peak = max(sampled, usage.ru_maxrss * 1024)
    answer: dict[str, Any] = json.loads(said.strip().splitlines()[-1]) if read_json else {}
    return Cost(seconds, usage.ru_utime + usage.ru_stime, peak, answer)


def stage(name: str, *arguments: str) -> Cost:
    """Run a stage in a fresh process; its seconds are those of the stage alone, without what prepares it."""
    cost = run("tests.benchmarks.stage", name, *arguments, read_json=True)
    own = {key: value for key, value in cost.said.items() if key not in ("seconds", "cpu")}
    return Cost(cost.said.get("seconds", cost.seconds), cost.said.get("cpu", cost.cpu), cost.peak, own)


def middle(costs: list[Cost]) -> Cost:
    """Medians; what was said is that of the last run, with medians where it gave numbers."""
    last = costs[-1].said
    said = {
        key: median(cost.said[key] for cost in costs) if isinstance(value, float) else value
        for key, value in last.items()
    }
    return Cost(
        median(cost.seconds for cost in costs),
        median(cost.cpu for cost in costs),
        int(median(cost.peak for cost in costs)),
        said,
    )


def _memory(pid: int) -> int:
    try:
        root = psutil.Process(pid)
        return sum(_resident(process) for process in (root, *root.children(recursive=True)))
    except psutil.Error:
        return 0


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _text(stream: Any) -> str:
    stream.seek(0)
    return str(stream.read().decode(errors="replace"))
