"""`handbook check` and `handbook explain` from the outside: statuses, revisions, mending, other people's rules."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
from contextlib import chdir
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.checker.manual import faults
from generator.checker.registry import all_rules
from generator.cli.app import app
from tests.acceptance.projects import AS_OF, differing, run, tree
from tests.rules.overlay import BASE
from tests.unit.checker.rule_packages import offer, write_rules

COMPANY = "plans/organization/company.yml"
TECHNOLOGY = "plans/technical/technology.yml"
OUTAGE = "plans/scenarios/shop-outage.yml"
FIRE = "plans/scenarios/fire.yml"
RISKS = "plans/risks.yml"
LEAK = "plans/scenarios/data-leak.yml"
DIRECTOR_RELEASES = ("spend, release, notify, ransom]", "spend, notify, ransom]")
RUN_BY_ADMIN = ("[engineer, admin]\n    depends_on: [order-data]", "[admin]\n    depends_on: [order-data]")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The small handbook of the rules, in which nothing is wrong, in a folder of its own."""
    return Path(shutil.copytree(BASE, tmp_path / "book"))


@pytest.fixture
def repository(book: Path) -> Path:
    git(book, "init", "-q", "-b", "main")
    commit(book)
    return book


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


def test_the_status_is_0_for_sound_plans_1_for_findings_and_2_where_nothing_can_be_checked(book: Path) -> None:
    sound = check(book, "--fail-on", "note")
    assert (sound.returncode, sound.stdout, sound.stderr) == (0, "No faults found.\n", "")
    change(book, COMPANY, DIRECTOR_RELEASES)
    faulty = check(book)
    assert faulty.returncode == 1
    assert f"{OUTAGE}:25:143: error[authority-not-held] " in faulty.stdout
    assert faulty.stdout.endswith("2 errors in 2 files.\nRun `handbook explain RULE` for the reasons.\n")
    shutil.rmtree(book / "plans")
    assert check(book).returncode == 2


def test_a_warning_fails_only_where_it_is_asked_for(book: Path) -> None:
    change(book, TECHNOLOGY, RUN_BY_ADMIN)
    assert found(book) == [(LEAK, "right-missing"), (OUTAGE, "right-missing")]
    statuses = {level: check(book, "--fail-on", level).returncode for level in ("never", "error", "warning", "note")}
    assert statuses == {"never": 0, "error": 0, "warning": 1, "note": 1}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--fail-on", "everything"], "everything"),
        (["--as-of", "tomorrow"], "tomorrow"),
        (["--format", "html"], "html"),
        (["plans/nowhere.yml"], "nowhere.yml"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_status_2(arguments: list[str], says: str, book: Path) -> None:
    done = run(book, "check", *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_plans_grow_old_with_the_day_of_the_check(book: Path) -> None:
    later = (date.fromisoformat(AS_OF) + timedelta(days=800)).isoformat()
    assert check(book, as_of=later).returncode == 1
    assert check(book).returncode == 0


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_on_the_first_and_the_last_day_of_the_calendar_no_rule_breaks_off(day: str, book: Path) -> None:
    assert "rule-crashed" not in check(book, as_of=day).stdout


def test_files_and_folders_narrow_the_report_from_wherever_they_are_named(book: Path) -> None:
    change(book, COMPANY, DIRECTOR_RELEASES)
    assert found(book, OUTAGE) == [(OUTAGE, "authority-not-held")]
    assert found(book, "plans/scenarios") == [(LEAK, "authority-not-held"), (OUTAGE, "authority-not-held")]
    assert found(book, COMPANY) == []
    assert check(book, COMPANY).returncode == 0
    inside = run(book / "plans/scenarios", "-C", str(book), "check", "--as-of", AS_OF, "shop-outage.yml")
    assert inside.returncode == 1
    assert inside.stdout.startswith(f"{OUTAGE}:25:143: error[authority-not-held]")


def test_a_change_in_one_file_is_reported_where_it_does_harm_and_nothing_else(repository: Path) -> None:
    change(repository, TECHNOLOGY, RUN_BY_ADMIN)
    commit(repository)
    assert found(repository, "--changed-since", "HEAD") == [], "what is in the commit is not introduced since"
    change(repository, COMPANY, DIRECTOR_RELEASES)
    assert len(found(repository)) == 4
    assert found(repository, "--changed-since", "HEAD") == [
        (LEAK, "authority-not-held"),
        (OUTAGE, "authority-not-held"),
    ]
    assert found(repository, "--changed-since", "main~1", "--fail-on", "note") == found(repository)
    assert found(repository, "--changed-since", "HEAD", OUTAGE) == [(OUTAGE, "authority-not-held")]
    assert check(repository, "--changed-since", "HEAD").returncode == 1


def test_lines_and_comments_that_move_introduce_nothing(repository: Path) -> None:
    change(repository, COMPANY, DIRECTOR_RELEASES)
    change(repository, TECHNOLOGY, RUN_BY_ADMIN)
    commit(repository)
    for file in (OUTAGE, LEAK):
        change(repository, file, ("phases:", "# a comment\n\n# and one more\nphases:   # here"))
    assert len(found(repository)) == 4
    unchanged = check(repository, "--changed-since", "HEAD", "--fail-on", "note")
    assert (unchanged.returncode, unchanged.stdout) == (0, "No faults found.\n")


def test_a_plan_that_was_renamed_introduces_nothing(repository: Path) -> None:
    change(repository, TECHNOLOGY, RUN_BY_ADMIN, ("  - {id: power,", "  - {id: power, rpo: 1 h,"))
    commit(repository)
    git(repository, "mv", TECHNOLOGY, "plans/technical/systems.yml")
    assert found(repository, "--changed-since", "HEAD") == []


def test_plans_that_could_not_be_read_at_the_revision_make_every_finding_new(repository: Path) -> None:
    sound = (repository / OUTAGE).read_bytes()
    (repository / OUTAGE).write_text("id: [\n")
    commit(repository)
    (repository / OUTAGE).write_bytes(sound)
    change(repository, COMPANY, DIRECTOR_RELEASES)
    done = check(repository, "--changed-since", "HEAD")
    assert done.returncode == 1
    assert done.stderr == "The plans could not be read at HEAD, so every finding counts as new.\n"
    assert done.stdout.count("error[authority-not-held]") == 2


def test_plans_that_cannot_be_read_now_are_reported_as_introduced(repository: Path) -> None:
    change(repository, OUTAGE, ("title: Shop outage", "titel: Shop outage"))
    assert {file for file, _ in found(repository, "--changed-since", "HEAD")} == {OUTAGE}
    commit(repository)
    assert found(repository, "--changed-since", "HEAD") == []


def test_a_handbook_below_the_top_of_its_repository_is_compared(tmp_path: Path) -> None:
    book = Path(shutil.copytree(BASE, tmp_path / "books" / "one"))
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    change(book, COMPANY, DIRECTOR_RELEASES)
    assert len(found(book, "--changed-since", "HEAD")) == 2


def test_an_unknown_revision_is_refused_with_a_remedy(repository: Path) -> None:
    for revision in ("nowhere", "--all", "HEAD~9"):
        done = check(repository, f"--changed-since={revision}")
        assert (done.returncode, done.stdout) == (2, "")
        assert f"Git knows no revision `{revision}` here." in done.stderr
        assert "fix: Name a branch, tag or commit" in done.stderr


def test_a_folder_that_is_no_repository_is_refused_with_a_remedy(book: Path) -> None:
    done = run(book, "check", "--changed-since", "HEAD", env={"GIT_CEILING_DIRECTORIES": str(book.parent)})
    assert (done.returncode, done.stdout) == (2, "")
    assert "not a git repository" in done.stderr
    assert "fix: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_shallow_clone_knows_its_last_commit_and_says_to_fetch_others(repository: Path, tmp_path: Path) -> None:
    change(repository, COMPANY, DIRECTOR_RELEASES)
    commit(repository)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    assert found(tmp_path / "shallow", "--changed-since", "HEAD") == []
    done = check(tmp_path / "shallow", "--changed-since", "HEAD~1")
    assert done.returncode == 2
    assert "in a shallow clone fetch it first" in done.stderr
    git(tmp_path / "shallow", "fetch", "-q", "--unshallow")
    assert len(found(tmp_path / "shallow", "--changed-since", "HEAD~1")) == 2


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


def test_a_report_goes_to_a_folder_that_was_missing_and_to_a_full_disk_not_at_all(book: Path) -> None:
    done = check(book, "--format", "json", "--output", "reports/deep/check.json")
    assert (done.returncode, done.stdout) == (0, "No faults found.\n")
    assert json.loads((book / "reports/deep/check.json").read_text())["findings"] == []
    before = tree(book)
    full = run(
        book, "check", "--as-of", AS_OF, "--format", "sarif", "--output", "reports/deep/check.json",
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
    )  # fmt: skip
    assert full.returncode == 2
    assert "check.json` cannot be written" in full.stderr
    assert "Traceback" not in full.stderr
    assert tree(book) == before
    assert "No space left" in check(book, "--format", "json", "--output", "/dev/full").stderr
    assert Path("/dev/full").is_char_device()


def test_a_report_to_dev_stdout_is_one_on_standard_output(book: Path) -> None:
    done = check(book, "--format", "json", "--output", "/dev/stdout")
    assert done.stdout == check(book, "--format", "json").stdout + "No faults found.\n"
    assert Path("/dev/stdout").is_symlink()


ESCAPE = "\x1b"


@pytest.mark.parametrize("arguments", [[], ["deputy-missing"], ["yaml-tab"]])
def test_what_is_explained_to_a_pipe_has_no_colours(arguments: list[str], book: Path) -> None:
    done = run(book, "explain", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert ESCAPE not in done.stdout


def test_a_report_to_a_pipe_has_no_colours(book: Path) -> None:
    spoil(book)
    done = check(book)
    assert done.returncode == 1
    assert ESCAPE not in done.stdout + done.stderr


def test_without_a_rule_all_rules_and_faults_are_listed_by_their_whole_names(tmp_path: Path) -> None:
    words = run(tmp_path, "explain").stdout.split()
    assert {*all_rules(), *faults()} <= set(words)


def test_a_rule_is_explained_with_its_examples_and_so_is_a_fault_of_reading(tmp_path: Path) -> None:
    rule = all_rules()["authority-not-held"]
    page = run(tmp_path, "explain", "authority-not-held").stdout
    assert all(part.rstrip() in page for part in (rule.why, rule.fix, rule.bad, rule.good, rule.report))
    fault = run(tmp_path, "explain", "yaml-not-utf8")
    assert fault.returncode == 0
    assert faults()["yaml-not-utf8"].fix in fault.stdout


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("deputy-mising", "Did you mean `deputy-missing`?"),
        ("[/bold]", "There is no rule `[/bold]`."),
        ("zzz", "handbook explain"),
    ],
)
def test_an_unknown_rule_has_status_2_and_a_hint(name: str, says: str, tmp_path: Path) -> None:
    done = run(tmp_path, "explain", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_rules_of_another_package_are_checked_explained_and_published(shop: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    write_rules(installed, "lantern_rules")
    offer(installed, "lantern_rules")
    env = {"PYTHONPATH": f"{installed}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    checked = run(shop, "check", "--as-of", AS_OF, env=env)
    assert re.search(r"^plans/handbook\.yml:\d+:12: warning\[lantern-lit\] The lantern is lit\.$", checked.stdout, re.M)
    assert "lantern-lit" not in run(shop, "check", "--as-of", AS_OF).stdout
    explained = run(shop, "explain", "lantern-lit", env=env)
    assert "**The place of the company is told.** (warning, family house)" in explained.stdout
    built = run(shop, "build", "--as-of", AS_OF, env=env)
    assert built.returncode == 0, built.stderr
    pages = {path.name: path.read_text() for path in (shop / "site/rules").glob("*.html")}
    assert "time_zone: Asia/Shanghai  # lit" in pages["house.html"].replace("<span></span>", "")
    assert "house.html#lantern-lit" in pages["index.html"]


def test_rules_of_another_package_that_cannot_be_loaded_have_status_2(shop: Path, tmp_path: Path) -> None:
    write_rules(tmp_path / "installed", "lantern_rules", parts={".py": "import nothing_of_this_name\n"})
    offer(tmp_path / "installed", "lantern_rules")
    done = run(shop, "check", env={"PYTHONPATH": str(tmp_path / "installed")})
    assert (done.returncode, done.stdout) == (2, "")
    assert "The rules `lantern` of `lantern_rules` cannot be loaded: ModuleNotFoundError" in done.stderr
    assert "Traceback" not in done.stderr
