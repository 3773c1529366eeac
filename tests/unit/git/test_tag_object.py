"""What git keeps of a tag is told as it stands there."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.editions.number import Edition
from generator.errors import HandbookError
from generator.git.tags import create_edition_tag, tag_object
from tests.acceptance.repositories import bookshop, git

EDITION = Edition.parse("2026.11")
SIGNATURE = "-----BEGIN SSH SIGNATURE-----\nabc\n-----END SSH SIGNATURE-----"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return bookshop(tmp_path / "shop")


def test_who_set_a_tag_when_and_on_which_commit_is_told(shop: Path) -> None:
    git(shop, "tag", "-a", "-m", "words", EDITION.tag)
    found = tag_object(shop, EDITION)
    assert (found.name, found.tagger, found.on) == (
        "edition/2026.11",
        "T <t@example.org>",
        "2026-11-22T12:00:00+00:00",
    )
    assert found.id == git(shop, "rev-parse", EDITION.tag)
    assert found.commit == git(shop, "rev-parse", "HEAD")
    assert found.signature == ""


def test_a_signature_is_told_as_it_stands(shop: Path) -> None:
    head = f"object {git(shop, 'rev-parse', 'HEAD')}\ntype commit\ntag {EDITION.tag}\ntagger A B <a@b> 1795348800 -0500"
    command = ["git", "-C", str(shop), "hash-object", "-t", "tag", "-w", "--stdin"]
    text = f"{head}\n\nwords\n{SIGNATURE}\n"
    made = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout.strip()
    git(shop, "update-ref", f"refs/tags/{EDITION.tag}", made)
    found = tag_object(shop, EDITION)
    assert (found.tagger, found.on, found.signature) == ("A B <a@b>", "2026-11-22T07:00:00-05:00", SIGNATURE)


def test_of_two_releases_at_once_the_later_is_told_of_the_other(shop: Path) -> None:
    commit = git(shop, "rev-parse", "HEAD")
    create_edition_tag(shop, EDITION, commit, "first")
    with pytest.raises(HandbookError, match=r"2026\.11 was released by somebody else"):
        create_edition_tag(shop, EDITION, commit, "second")
    assert git(shop, "for-each-ref", "--format=%(contents)", f"refs/tags/{EDITION.tag}") == "first"
