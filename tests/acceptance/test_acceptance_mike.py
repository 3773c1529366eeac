"""mike can publish the handbook into a branch, with all languages and without links that a file system must know."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from tests.acceptance.projects import run
from tests.acceptance.repositories import git
from tests.golden.books import copy_book

MIKE = (sys.executable, "-c", "from mike.driver import main; main()")


def test_mike_publishes_every_language_and_redirects_the_alias(tmp_path: Path) -> None:
    folder = copy_book("libreria", tmp_path / "libreria")
    (folder / ".gitignore").write_text(".handbook/\nsite/\n")
    git(folder, "init", "-q", "-b", "main")
    for key, value in (("user.name", "T"), ("user.email", "t@example.org"), ("commit.gpgsign", "false")):
        git(folder, "config", key, value)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "first")
    arguments = ("deploy", "--update-aliases", "--alias-type", "redirect", "2026.11", "latest")
    done = run(
        folder, *arguments, command=MIKE, env={"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    files = set(git(folder, "ls-tree", "-r", "--name-only", "gh-pages").splitlines())
    assert {"2026.11/index.html", "2026.11/en/index.html", "2026.11/pagefind/pagefind.js"} <= files
    assert {path.removeprefix("latest/") for path in files if path.startswith("latest/")} == {
        path.removeprefix("2026.11/") for path in files if path.startswith("2026.11/") and path.endswith(".html")
    }
    assert "../../2026.11/en/index.html" in git(folder, "show", "gh-pages:latest/en/index.html")
    versions = json.loads(git(folder, "show", "gh-pages:versions.json"))
    assert versions == [{"version": "2026.11", "title": "2026.11", "aliases": ["latest"]}]
    assert "120000" not in git(folder, "ls-tree", "-r", "gh-pages")
    assert git(folder, "status", "--porcelain") == ""
