"""Git repositories of a small bookshop, with editions, for tests that change them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from tests.acceptance.projects import run
from tests.conftest import ROOT

DAY = "1795348800"
"""Noon of 22 November 2026 in UTC: the small handbook has no finding on that day."""
OLD, NEW = "2026.10", "2026.11"
TOLD = "- The leak has another name: `data-leak` is `leaked-data` now."
CHANGELOG = f"# Editions\n\n## {NEW} – today\n\n{TOLD}\n\n## {OLD}\n\n- The first one.\n"
_WHO = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "-c", "tag.gpgsign=false")
_LANGUAGES = "languages: [{code: en, title: English}, {code: es, title: Español, complete: false}]"


def git(folder: Path, *arguments: str) -> str:
    """What git says, run as somebody at noon of the day."""
    done = subprocess.run(
        ["git", "-C", str(folder), *_WHO, *arguments],
        env={"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": "/nonexistent", "GIT_COMMITTER_DATE": f"{DAY} +0000"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def handbook(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line on the day of the test."""
    return run(folder, *arguments, env={"SOURCE_DATE_EPOCH": DAY, "PYTHONDONTWRITEBYTECODE": "1"})


def succeeded(folder: Path, *arguments: str) -> str:
    """What a command prints that must succeed."""
    done = handbook(folder, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def bookshop(folder: Path, *, second_language: bool = False) -> Path:
    """A committed handbook without findings, in a repository of its own; the small one has no search index."""
    shutil.copytree(ROOT / "tests" / "rules" / "base" / "plans", folder / "plans")
    config = (ROOT / "tests" / "golden" / "corner-shop" / "mkdocs.yml").read_text()
    search = "true" if second_language else "false"
    (folder / "mkdocs.yml").write_text(config.replace("- handbook\n", f"- handbook: {{search: {search}}}\n"))
    settings = folder / "plans" / "handbook.yml"
    if second_language:
        one = "languages: [{code: en, title: English}]"
        assert one in settings.read_text(encoding="utf-8")
        settings.write_text(settings.read_text(encoding="utf-8").replace(one, _LANGUAGES), encoding="utf-8")
    (folder / ".gitignore").write_text(".handbook/\npublic/\n")
    (folder / "EDITIONS.md").write_text(CHANGELOG, encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.name", "T")
    git(folder, "config", "user.email", "t@example.org")
    commit(folder, "first")
    return folder


def bundled_company(folder: Path) -> Path:
    """The bundled handbook in a repository that knows the editions of its company."""
    for name in ("plans", ".editions"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "EDITIONS.md", ".gitignore"):
        shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q", "-b", "main")
    commit(folder, "the plans as they stand")
    subprocess.run([folder / ".editions" / "fetch"], check=True)
    return folder


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def rename_the_leak(folder: Path) -> None:
    """One page goes, and one of another address comes."""
    for path in sorted((folder / "plans").rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("data-leak", "leaked-data"), encoding="utf-8")
    scenarios = folder / "plans" / "scenarios"
    (scenarios / "data-leak.yml").rename(scenarios / "leaked-data.yml")
    commit(folder, "another name")


def two_editions(folder: Path) -> Path:
    """Two editions in two languages, published in `public`."""
    bookshop(folder, second_language=True)
    succeeded(folder, "release", OLD)
    rename_the_leak(folder)
    succeeded(folder, "release", NEW)
    succeeded(folder, "site")
    return folder


def manifest(folder: Path, edition: str) -> dict[str, object]:
    """What the message of the tag of an edition says."""
    message = git(folder, "for-each-ref", "--format=%(contents)", f"refs/tags/edition/{edition}")
    found: dict[str, object] = json.loads(message[message.index("{") :])
    return found


def traces(folder: Path) -> list[str]:
    """What commands about editions should have cleared away."""
    cache = [path.name for path in (folder / ".handbook").glob(".*")] if (folder / ".handbook").is_dir() else []
    beside = [path.name for path in folder.iterdir() if path.name.startswith(".public.")]
    worktrees = git(folder, "worktree", "list").splitlines()[1:]
    return [*cache, *beside, *worktrees]
