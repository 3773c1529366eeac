"""The small handbook of the rules: how tests of the checker change it and ask about it."""

from __future__ import annotations

import json
import subprocess
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from generator.cli.app import app
from tests.acceptance.projects import AS_OF, run

COMPANY = "plans/organization/company.yml"
TECHNOLOGY = "plans/technical/technology.yml"
OUTAGE = "plans/scenarios/shop-outage.yml"
FIRE = "plans/scenarios/fire.yml"
RISKS = "plans/risks.yml"
LEAK = "plans/scenarios/data-leak.yml"
DIRECTOR_RELEASES = ("spend, release, notify, ransom]", "spend, notify, ransom]")
RUN_BY_ADMIN = ("[engineer, admin]\n    depends_on: [order-data]", "[admin]\n    depends_on: [order-data]")


def git(folder: Path, *arguments: str) -> str:
    name = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *name, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def commit(folder: Path) -> None:
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "next")


def change(folder: Path, file: str, *changes: tuple[str, str]) -> None:
    """Replace the first place of each text, byte by byte."""
    path = folder / file
    data = path.read_bytes()
    for old, new in changes:
        assert old.encode() in data, old
        data = data.replace(old.encode(), new.encode(), 1)
    path.write_bytes(data)


def check(folder: Path, *arguments: str, as_of: str = AS_OF) -> subprocess.CompletedProcess[str]:
    done = run(folder, "check", "--as-of", as_of, *arguments)
    assert "Traceback" not in done.stdout + done.stderr
    return done


def found(folder: Path, *arguments: str) -> list[tuple[str, str]]:
    """File and rule of each finding; in this process, since it is asked so often."""
    with chdir(folder):
        done = CliRunner().invoke(app, ["check", "--as-of", AS_OF, "--format", "json", *arguments])
    report = json.loads(done.stdout)
    return [(finding["file"], finding["rule"]) for finding in report["findings"]]


FIRST_EDITION = "revisions: [{version: 1.0.0, on: 2026-08-20, by: shop-lead, change: First edition.}]"
BOTH_EDITIONS = (
    "revisions: [{version: 1.0.0, on: 2026-06-20, by: shop-lead, change: First edition.},"
    " {version: 1.1.0, on: 2026-08-20, by: shop-lead, change: Next.}]"
)
MENDABLE = {
    RISKS: [(FIRST_EDITION, BOTH_EDITIONS), ("id: risks\n", "id: risks   # 火: kept\n\n\n")],
    TECHNOLOGY: [("restores: [order-data, web-shop]", "restores: [ web-shop,order-data ]  # both")],
    FIRE: [
        ("notifies: [tell-insurer]", "notifies: [tell-insurer, report-leak]"),
        ("obligations: [call-fire-service, tell-insurer]", "obligations: [call-fire-service]   # listed"),
    ],
    COMPANY: [DIRECTOR_RELEASES],
}


MENDED = {
    RISKS: ("control: {version: 1.0.0,", "control: {version: 1.1.0,"),
    TECHNOLOGY: ("restores: [ web-shop,order-data ]", "restores: [ order-data,web-shop ]"),
    FIRE: ("obligations: [call-fire-service] ", "obligations: [call-fire-service, tell-insurer, report-leak] "),
}


def spoil(book: Path) -> None:
    """Three files with faults that can be mended without a choice, and one without."""
    for file, changes in MENDABLE.items():
        change(book, file, *changes)


def mended(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files as they should be after mending, byte by byte."""
    return files | {file: files[file].replace(old.encode(), new.encode(), 1) for file, (old, new) in MENDED.items()}
