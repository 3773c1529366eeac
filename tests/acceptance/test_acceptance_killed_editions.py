"""A release or a publication that is killed at any moment leaves everything whole and can be repeated."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

from tests.acceptance.projects import HANDBOOK, differing, tree
from tests.acceptance.repositories import DAY, NEW, OLD, bookshop, git, rename_the_leak, succeeded, traces

# Fractions of the time of a whole run: starting, making the worktree, building, putting in place.
KILLED_AT = (0.25, 0.5, 0.75, 0.95)


def killed_after(folder: Path, seconds: float, *arguments: str) -> bool:
    """Run a command and kill it; whether it was still running."""
    process = subprocess.Popen(
        [*HANDBOOK, *arguments],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL
    return False


def test_a_killed_release_has_set_no_tag_or_a_whole_one_and_can_be_repeated(tmp_path: Path) -> None:
    shop = bookshop(tmp_path / "shop")
    began = time.monotonic()
    succeeded(shop, "release", OLD, "--dry-run", "--manifest", str(tmp_path / "whole.json"))
    whole = time.monotonic() - began
    killed = 0
    for fraction in KILLED_AT:
        killed += killed_after(shop, whole * fraction, "release", OLD)
        # The tag comes last and in one step: from then on there is nothing left to repeat.
        if git(shop, "tag", "--list"):
            break
    else:
        succeeded(shop, "release", OLD)
    assert killed >= 1
    message = git(shop, "for-each-ref", "--format=%(contents)", f"refs/tags/edition/{OLD}")
    # Cleared away by the next command that builds, if the last one was killed.
    succeeded(shop, "verify", OLD)
    assert message[message.index("{") :].strip() == (tmp_path / "whole.json").read_text().strip()
    assert traces(shop) == []


def test_a_killed_publication_leaves_a_whole_folder_and_can_be_repeated(tmp_path: Path) -> None:
    shop = bookshop(tmp_path / "shop")
    succeeded(shop, "release", OLD)
    succeeded(shop, "site")
    old = tree(shop / "public")
    rename_the_leak(shop)
    succeeded(shop, "release", NEW)
    began = time.monotonic()
    succeeded(shop, "site", "--output", str(tmp_path / "elsewhere"))
    whole = time.monotonic() - began
    new = tree(tmp_path / "elsewhere")
    killed = 0
    for fraction in KILLED_AT:
        # One of the two editions is built: about half of what was measured.
        killed += killed_after(shop, whole * 0.6 * fraction, "site")
        found = tree(shop / "public")
        assert not differing(found, old) or not differing(found, new), f"killed at {fraction}"
    assert killed >= 1
    succeeded(shop, "site")
    assert differing(tree(shop / "public"), new) == []
    assert traces(shop) == []
