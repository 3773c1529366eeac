"""`handbook check --fix`: what needs no choice is mended, and no other byte changes."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from tests.acceptance.books import (
    BOTH_EDITIONS,
    FIRE,
    FIRST_EDITION,
    MENDED,
    RISKS,
    TECHNOLOGY,
    change,
    check,
    commit,
    found,
    mended,
    spoil,
)
from tests.acceptance.projects import AS_OF, differing, run, tree


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_mending_changes_what_needs_no_choice_and_no_other_byte(end: bytes, book: Path) -> None:
    spoil(book)
    for path in (book / "plans").rglob("*.yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", end))
    before = tree(book)
    every = found(book)
    done = check(book, "--fix")
    assert done.stderr == f"Mended 4 findings in {RISKS}, {FIRE}, {TECHNOLOGY}.\n"
    assert done.returncode == 1
    assert "error[authority-not-held]" in done.stdout, "what needs a choice is still reported"
    assert differing(tree(book), mended(before)) == []
    assert differing(before, tree(book)) == sorted(MENDED)
    mechanical = {"version-mismatch", "recovery-order", "obligation-not-listed"}
    assert mechanical <= {rule for _, rule in every}
    assert mechanical.isdisjoint({rule for _, rule in found(book)})
    after = tree(book)
    again = check(book, "--fix")
    assert again.stderr == "Nothing could be mended without a choice.\n"
    assert tree(book) == after


def test_a_file_with_a_byte_order_mark_is_mended_at_the_right_place_and_keeps_it(book: Path) -> None:
    path = book / RISKS
    head, _, body = path.read_bytes().partition(b"control: ")
    control, _, rest = body.partition(b"\n")
    path.write_bytes(b"\xef\xbb\xbfcontrol: " + control + b"\n" + head + rest)
    change(book, RISKS, (FIRST_EDITION, BOTH_EDITIONS))
    before = path.read_bytes()
    assert "Mended 1 finding in" in check(book, "--fix").stderr
    assert path.read_bytes() == before.replace(b"{version: 1.0.0,", b"{version: 1.1.0,", 1)


@pytest.mark.parametrize(
    "written",
    [
        "restores:\n      - web-shop  # the shop\n      - order-data  # below it",
        "restores: [web-shop,  # the shop\n      order-data]",
    ],
)
def test_a_list_over_several_lines_is_left_to_people_since_its_comments_would_move(written: str, book: Path) -> None:
    change(book, TECHNOLOGY, ("restores: [order-data, web-shop]", written))
    before = tree(book)
    done = check(book, "--fix")
    assert "error[recovery-order]" in done.stdout
    assert tree(book) == before


def test_only_what_was_asked_about_is_mended(repository: Path) -> None:
    spoil(repository)
    before = tree(repository / "plans")
    check(repository, "--fix", FIRE)
    assert differing(before, tree(repository / "plans")) == ["scenarios/fire.yml"]
    commit(repository)
    check(repository, "--fix", "--changed-since", "HEAD")
    assert differing(before, tree(repository / "plans")) == ["scenarios/fire.yml"]


def test_a_plan_that_is_a_link_stays_one_and_its_target_is_mended(book: Path, tmp_path: Path) -> None:
    spoil(book)
    (book / RISKS).rename(tmp_path / "risks.yml")
    (book / RISKS).symlink_to(tmp_path / "risks.yml")
    check(book, "--fix")
    assert (book / RISKS).is_symlink()
    assert b"control: {version: 1.1.0," in (tmp_path / "risks.yml").read_bytes()


@pytest.mark.parametrize("locked", [RISKS, FIRE, TECHNOLOGY])
def test_if_one_file_is_read_only_nothing_is_mended_and_the_status_is_2(locked: str, book: Path) -> None:
    spoil(book)
    (book / locked).chmod(0o444)
    before = tree(book)
    done = check(book, "--fix")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{Path(locked).name}` cannot be written: Permission denied" in done.stderr
    assert tree(book) == before


def test_a_disk_that_fills_up_while_mending_leaves_every_plan_whole(book: Path) -> None:
    spoil(book)
    before = tree(book)
    most = (book / TECHNOLOGY).stat().st_size - 1
    assert (book / RISKS).stat().st_size < most
    done = run(
        book, "check", "--as-of", AS_OF, "--fix", before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    )
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(book) == before
