"""What is known of earlier editions comes from their tags, and a clone without them still builds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.editions.manifest import Origin, manifest_of
from generator.editions.number import Edition
from generator.errors import HandbookError
from generator.git.tags import create_edition_tag, edition_numbers, edition_tag, head_commit
from generator.history.past import Gap
from generator.pipeline import Project, past_of, require_edition, require_handbook
from tests.acceptance.repositories import bookshop, commit, git


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(bookshop(tmp_path))


def tag(project: Project, name: str) -> None:
    """Release what is committed, without its site."""
    commit_id = head_commit(project.folder)[0]
    earlier = tuple(map(str, edition_numbers(project.folder)))
    manifest = manifest_of(name, require_handbook(project), {}, Origin(commit_id, earlier, f"Says {name}."), {})
    create_edition_tag(project.folder, Edition.parse(name), commit_id, manifest.message)


def change(project: Project, words: str) -> None:
    path = project.plans / "scenarios" / "data-leak.yml"
    text = path.read_text(encoding="utf-8")
    changed = re.sub("^title: Data leak.*$", f"title: Data leak {words}", text, flags=re.MULTILINE)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    commit(project.folder, words)


def test_without_tags_nothing_is_known_and_that_is_said(project: Project) -> None:
    past = past_of(project, require_handbook(project))
    assert (past.editions, past.comparison, past.gap, past.shown) == ((), None, Gap.UNKNOWN, None)


def test_without_git_nothing_is_known_either(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    project.plans.rename(outside / "plans")
    alone = Project(outside)
    assert past_of(alone, require_handbook(alone)).gap is Gap.UNKNOWN


def test_plans_are_compared_with_the_newest_edition_before_them(project: Project) -> None:
    tag(project, "2026.09")
    change(project, "one")
    tag(project, "2026.10")
    change(project, "two")
    past = past_of(project, require_handbook(project))
    assert [edition.name for edition in past.editions] == ["2026.10", "2026.09"]
    assert past.shown is None
    assert past.comparison is not None
    assert [change.after for change in past.comparison.changes] == ["Data leak two"]
    assert past.previous is not None
    assert past.previous.told == "Says 2026.10."
    assert [entry.version for _, entry in past.releases_of("data-leak")] == ["1.0.0", "1.0.0"]
    assert len({entry.fingerprint for _, entry in past.releases_of("data-leak")}) == 2


def test_an_edition_is_compared_with_the_one_before_it_whatever_came_later(project: Project) -> None:
    tag(project, "2026.09")
    change(project, "one")
    tag(project, "2026.10")
    at_that_time = require_handbook(project)
    change(project, "two")
    tag(project, "2026.11")
    past = past_of(project, at_that_time, "2026.10")
    assert past.shown == "2026.10"
    assert [edition.name for edition in past.editions] == ["2026.09"]
    assert past.comparison is not None
    assert [change.after for change in past.comparison.changes] == ["Data leak one"]


def test_an_edition_is_shown_with_the_past_it_was_released_with(project: Project) -> None:
    tag(project, "2026.10")
    at_that_time = require_handbook(project)
    change(project, "one")
    tag(project, "2026.09")
    assert past_of(project, at_that_time, "2026.10").editions == ()


def test_an_edition_whose_tag_was_moved_is_not_compared_with(project: Project) -> None:
    tag(project, "2026.10")
    message = edition_tag(project.folder, Edition.parse("2026.10")).message
    change(project, "later")
    git(project.folder, "tag", "-d", "edition/2026.10")
    create_edition_tag(project.folder, Edition.parse("2026.10"), head_commit(project.folder)[0], message)
    for name in ("2026.10", "edition/2026.10"):
        with pytest.raises(HandbookError, match="was moved"):
            require_edition(project, name)
