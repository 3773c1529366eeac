"""Editions: published side by side, proved byte by byte."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from tests.acceptance.projects import differing, tree
from tests.acceptance.repositories import (
    NEW,
    OLD,
    commit,
    git,
    handbook,
    manifest,
    succeeded,
    traces,
)


def test_the_published_folder_has_all_editions_and_leads_to_the_one_in_force(published: Path) -> None:
    public = published / "public"
    assert json.loads((public / "versions.json").read_text()) == [
        {"version": NEW, "title": NEW, "aliases": ["latest"]},
        {"version": OLD, "title": OLD, "aliases": []},
    ]
    assert 'location.replace("latest/index.html"' in (public / "index.html").read_text()
    fire = (public / "latest" / "es" / "scenarios" / "fire.html").read_text()
    assert f"../../../{NEW}/es/scenarios/fire.html" in fire
    gone = (public / "latest" / "es" / "scenarios" / "data-leak.html").read_text()
    assert f"../../../{NEW}/es/index.html" in gone
    assert not [path for path in public.rglob("*") if path.is_symlink()]
    assert (public / OLD / "scenarios" / "data-leak.html").is_file()
    assert not (public / NEW / "scenarios" / "data-leak.html").exists()
    assert traces(published) == []


def test_an_edition_is_the_same_whichever_way_it_was_built(published: Path) -> None:
    """Released first in a process of its own, published after another one, and built again in another place."""
    for edition in (OLD, NEW):
        assert "are equal to the manifest" in succeeded(published, "verify", edition, "--published", "public")
        assert json.loads((published / "public" / edition / "edition.json").read_text())["rebuilt"] is None
    assert "are equal to the manifest" in succeeded(published, "verify", OLD)
    assert traces(published) == []


def test_a_second_run_builds_nothing_and_touches_nothing(published: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in (published / "public").rglob("*")}
    assert succeeded(published, "site").startswith("Nothing has changed")
    assert times == {path: path.stat().st_mtime_ns for path in (published / "public").rglob("*")}


def test_tampered_files_are_named_and_the_next_run_mends_them(published: Path) -> None:
    public, before = published / "public", tree(published / "public")
    (public / OLD / "es" / "index.html").write_text("Nobody is on duty.")
    (public / OLD / "severity.html").unlink()
    (public / OLD / "more.html").write_text("more")
    done = handbook(published, "verify", OLD, "--published", "public")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:3] == ["differs: es/index.html", "missing: severity.html", "new: more.html"]
    assert "Built 1, kept 1." in succeeded(published, "site")
    assert differing(tree(public), before) == []


def test_a_tag_that_was_moved_or_set_by_hand_is_no_edition(published: Path) -> None:
    message = git(published, "for-each-ref", "--format=%(contents)", f"refs/tags/edition/{OLD}")
    git(published, "tag", "-f", "-a", "--cleanup=verbatim", "-m", message, f"edition/{OLD}", "main")
    git(published, "tag", "edition/2026.12")
    before = tree(published / "public")
    moved, by_hand = handbook(published, "verify", OLD), handbook(published, "verify", "2026.12")
    assert (moved.returncode, by_hand.returncode) == (1, 2)
    assert f"The tag `edition/{OLD}` was moved" in moved.stderr
    assert "carries no manifest" in by_hand.stderr
    done = handbook(published, "site")
    assert done.returncode == 1
    assert "failed: edition 2026.12" in done.stderr
    assert f"failed: edition {OLD}: The tag `edition/{OLD}` was moved" in done.stderr
    assert differing(tree(published / "public"), before) == []


def test_an_edition_that_cannot_be_read_any_more_does_not_keep_the_others_back(unreleased: Path) -> None:
    """An old edition whose plans use words that the generator of today does not know."""
    succeeded(unreleased, "release", OLD)
    found = manifest(unreleased, OLD)
    settings = unreleased / "plans" / "handbook.yml"
    whole = settings.read_text()
    settings.write_text(whole.replace("company:", "firm:"))
    commit(unreleased, "words of another time")
    broken = json.dumps(found | {"edition": "2026.09", "revision": git(unreleased, "rev-parse", "HEAD")})
    git(unreleased, "tag", "-a", "--cleanup=verbatim", "-m", f"Edition\n\n{broken}", "edition/2026.09")
    done = handbook(unreleased, "site")
    assert done.returncode == 1
    assert "failed: edition 2026.09: Its plans cannot be read by this version of the generator" in done.stderr
    assert f"Published 1 edition: {OLD} (in force)." in done.stdout
    assert (unreleased / "public" / OLD / "index.html").is_file()
    assert not (unreleased / "public" / "2026.09").exists()
    assert handbook(unreleased, "verify", "2026.09").returncode == 2
    assert traces(unreleased) == []


def test_a_clone_without_tags_shows_the_plans_as_they_stand_and_says_so(published: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-tags", published.as_uri(), "clone")
    clone = tmp_path / "clone"
    assert "No edition is tagged here" in succeeded(clone, "site")
    home = (clone / "public" / "current" / "index.html").read_text()
    assert "No edition is known." in home
    assert "editions.js" not in home
    assert [one["version"] for one in json.loads((clone / "public" / "versions.json").read_text())] == ["current"]
    shutil.rmtree(clone / "public")
    shutil.copytree(published / "public", clone / "public")
    done = handbook(clone, "site")
    assert done.returncode == 2
    assert "git knows no tag" in done.stderr
    assert differing(tree(clone / "public"), tree(published / "public")) == []


def test_the_plans_as_they_stand_are_published_beside_the_editions_if_asked_for(published: Path) -> None:
    said = succeeded(published, "site", "--current")
    assert f"Published 2 editions: {NEW} (in force), {OLD}, and the plans as they stand. Built 1, kept 2." in said
    public = published / "public"
    listed = json.loads((public / "versions.json").read_text())
    assert [one["version"] for one in listed] == [NEW, OLD, "current"]
    assert [one["aliases"] for one in listed] == [["latest"], [], []]
    home = (public / "current" / "es" / "index.html").read_text()
    assert '../../latest/index.html"' in home
    assert "No edition is known" not in home
    home = (public / "current" / "index.html").read_text()
    assert f"These are the plans as they stand. They are those of edition {NEW}." in home
    assert "not in force" not in home.partition("data-hb-edition=")[2].partition("</p>")[0]
    assert succeeded(published, "site", "--current").startswith("Nothing has changed")
    settings = published / "plans" / "handbook.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert "Built 1, kept 2." in succeeded(published, "site", "--current")
    assert "Built 0, kept 2." in succeeded(published, "site")
    assert not (public / "current").exists()


@pytest.mark.parametrize("name", ["CNAME", ".git"])
def test_what_others_put_beside_the_editions_is_not_lost(name: str, published: Path) -> None:
    (published / "public" / name).write_text("of somebody else")
    done = handbook(published, "site")
    assert done.returncode == 2
    assert f"`{name}`" in done.stderr
    assert (published / "public" / name).read_text() == "of somebody else"


def test_an_old_edition_never_takes_the_place_of_the_newest_one(published: Path) -> None:
    """The newest one cannot be built, as its tag was moved, and there is no earlier copy of it."""
    message = git(published, "for-each-ref", "--format=%(contents)", f"refs/tags/edition/{NEW}")
    git(published, "commit", "-q", "--allow-empty", "-m", "later")
    git(published, "tag", "-f", "-a", "--cleanup=verbatim", "-m", message, f"edition/{NEW}", "main")
    kept = handbook(published, "site")
    assert kept.returncode == 1
    assert "Its earlier copy is kept." in kept.stderr
    shutil.rmtree(published / "public")
    done = handbook(published, "site")
    assert done.returncode == 2
    assert f"The newest edition {NEW} cannot be built" in done.stderr
    assert not (published / "public").exists()


def test_where_git_refuses_nothing_is_taken_for_unreleased(published: Path) -> None:
    (published / ".git" / "config").write_text("[broken")
    done = handbook(published, "site")
    assert done.returncode == 2
    assert "Git refuses" in done.stderr


def test_editions_never_replace_a_folder_of_something_else(unreleased: Path) -> None:
    done = handbook(unreleased, "site", "--output", "plans")
    assert done.returncode == 2
    assert "holds something else than editions" in done.stderr
    assert (unreleased / "plans" / "handbook.yml").is_file()


def test_a_copy_that_was_built_again_by_another_version_is_told_from_one_that_was_touched(published: Path) -> None:
    stamp = published / "public" / OLD / "edition.json"
    (published / "public" / OLD / "severity.html").write_text("of another version")
    known = json.loads(stamp.read_text())
    files = dict(known["manifest"]["files"])
    files["severity.html"] = hashlib.sha256(b"of another version").hexdigest()
    stamp.write_text(json.dumps(known | {"rebuilt": {"built_with": {"handbook": "9.9"}, "files": files}}))
    done = handbook(published, "verify", OLD, "--published", "public")
    assert done.returncode == 1
    assert "The copy agrees with the note `edition.json` that `handbook site` left in it" in done.stdout
    assert "guards against accidents only" in done.stdout
    assert "`handbook site --force` builds it again." in done.stdout
    (published / "public" / OLD / "severity.html").write_text("touched")
    done = handbook(published, "verify", OLD, "--published", "public")
    assert "The copy agrees" not in done.stdout


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        ("latest/es/index.html", "<script>location='https://evil.example'</script>", "differs: public/latest/es/"),
        ("index.html", "", "differs: public/index.html"),
        ("404.html", "gone", "differs: public/404.html"),
        ("editions.js", f'window.handbookEditions={{"inForce":"{OLD}"}};', "differs: public/editions.js"),
        ("versions.json", "[]", "differs: public/versions.json"),
        (f"editions/{OLD}.js", "", f"differs: public/editions/{OLD}.js"),
        (f"{OLD}/edition.json", "{}", f"differs: public/{OLD}/edition.json"),
        ("latest/edition.json", "{}", "new: public/latest/edition.json"),
        ("2026.09/index.html", "never released", "new: public/2026.09/index.html"),
        ("extra/index.html", "of somebody else", "new: public/extra/index.html"),
    ],
)
def test_what_was_changed_around_an_edition_is_named(path: str, content: str, told: str, published: Path) -> None:
    """The edition itself is as it was released."""
    changed = published / "public" / path
    changed.parent.mkdir(exist_ok=True)
    changed.write_text(content)
    done = handbook(published, "verify", NEW, "--published", "public")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0].endswith("files are equal to the manifest.")
    assert lines[2].startswith(told)
    assert "Around it in `public`: 1 files are not those of `handbook site`." in done.stdout
    assert "Run `handbook site` to write them anew." in done.stdout
    assert ("`public` holds something else than editions: `extra`. Move it away" in done.stdout) is ("extra" in path)


def test_of_many_files_that_were_changed_around_an_edition_the_first_are_named(published: Path) -> None:
    pages = sorted((published / "public" / "latest").rglob("*.html"))
    for page in pages:
        page.unlink()
    (published / "public" / "index.html").write_text("")
    done = handbook(published, "verify", NEW, "--published", "public")
    assert done.stdout.count("missing: public/latest/") == 19
    assert f"\nmissing: {len(pages) - 19} more\n" in done.stdout
    assert f"{len(pages) + 1} files are not those of `handbook site`" in done.stdout
    succeeded(published, "site")
    assert "is as `handbook site` writes it" in succeeded(published, "verify", NEW, "--published", "public")


def test_the_list_of_editions_is_that_of_git_and_not_that_of_the_published_folder(published: Path) -> None:
    """Nobody released the newest one, although all files agree with one another."""
    git(published, "tag", "-d", f"edition/{NEW}")
    done = handbook(published, "verify", OLD, "--published", "public")
    assert done.returncode == 1
    assert f"`public` holds {NEW}, which git does not know here." in done.stdout
    assert "differs" not in done.stdout


def test_that_the_edition_in_force_was_taken_away_is_told(published: Path) -> None:
    whole = git(published, "rev-parse", f"refs/tags/edition/{NEW}")
    git(published, "tag", "-d", f"edition/{NEW}")
    shutil.rmtree(published / "public" / NEW)
    assert f"1 edition: {OLD} (in force)" in succeeded(published, "site")
    assert "is as `handbook site` writes it" in succeeded(published, "verify", OLD, "--published", "public")
    git(published, "update-ref", f"refs/tags/edition/{NEW}", whole)
    done = handbook(published, "verify", OLD, "--published", "public")
    assert done.returncode == 1
    assert f"`public` does not hold the edition {NEW}, which is in force." in done.stdout
    assert "differs" not in done.stdout


def test_the_published_folder_is_taken_from_the_folder_of_the_handbook(published: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    project = ("--project", str(published))
    assert "equal" in succeeded(elsewhere, *project, "verify", OLD, "--published", "public")
    assert "equal" in succeeded(elsewhere, *project, "verify", OLD, "--published", str(published / "public"))
    (elsewhere / "copy").mkdir()
    done = handbook(elsewhere, *project, "verify", OLD, "--published", "copy")
    assert done.returncode == 2
    assert f"There is no folder `{published / 'copy' / OLD}`." in done.stderr
    assert "from the folder of the handbook" in done.stderr
