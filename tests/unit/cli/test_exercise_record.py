"""`handbook exercise record`: a record is added to the plans, and nothing else changes."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

import pytest

from generator.errors import HandbookError
from generator.model.exercises import ExerciseRecord
from generator.pipeline import PlansInvalidError, Project, require_handbook
from tests.unit.cli.companies import Company

HELD = (
    "exercise", "record", "evacuation", "--on", "2026-11-20", "--place", "Shop", "--participant", "director",
    "--participant", "shop-lead", "--participant", "clerk", "--participant", "writer", "--participant", "duty-desk",
    "--course", "The alarm was set off: twice.", "--timing", "Everybody, all = outside=3 min/2 min",
    "--strength", "Nobody ran.", "--conclusion", "The plan is kept.",
)  # fmt: skip
FINDING = ("--finding", "late-list: The list was late. | No paper.")
ACTION = ("--action", "buy-paper: late-list | Buy paper. | shop-lead | 2026-12-20")
SNIPPET = """\
place: Shop # not kept
participants: [director, shop-lead, clerk, writer, duty-desk]
course: The alarm was set off.
timings:
  - what: Everybody is outside
    limit: 3 min
    measured: 2 min
findings:
  - {id: late-list, finding: The list was late., cause: No paper., changes_scenarios: [fire]}
actions:
  - {id: buy-paper, finding: late-list, do: Buy paper., owner: shop-lead, due_on: 2026-12-20}
conclusion: The plan is kept.
"""


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return Company(tmp_path)


def record_of(company: Company, name: str = "evacuation-2026-11") -> ExerciseRecord:
    return require_handbook(Project(company.folder)).exercise_records[name]


def lines_apart(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    """Lines that were taken away and lines that were added."""
    compared = list(ndiff(before.decode().splitlines(True), after.decode().splitlines(True)))
    return [line[2:] for line in compared if line[0] == "-"], [line[2:] for line in compared if line[0] == "+"]


def test_a_record_says_what_the_options_say_and_what_the_programme_plans(company: Company) -> None:
    assert company.run(*HELD).exit_code == 0
    record = record_of(company)
    assert (record.exercise, str(record.on), record.place) == ("evacuation", "2026-11-20", "Shop")
    assert (record.led_by, record.evaluated_by) == ("shop-lead", "lawyer")
    assert record.participants == ("director", "shop-lead", "clerk", "writer", "duty-desk")
    assert [(t.what, str(t.limit), str(t.measured)) for t in record.timings] == [
        ("Everybody, all = outside", "3 min", "2 min")
    ]
    assert (record.course, record.conclusion) == ("The alarm was set off: twice.", "The plan is kept.")


def test_only_the_lines_of_the_record_are_added(company: Company) -> None:
    company.file.write_text(
        "# Kept.\n" + company.file.read_text().replace("incidents:", "# Above.\n\nincidents:  # And.")
    )
    before = company.contents()
    assert company.run(*HELD).exit_code == 0
    after = company.contents()
    assert [path for path in after if before[path] != after[path]] == [company.file]
    gone, added = lines_apart(before[company.file], after[company.file])
    assert gone == []
    assert added[:2] == ["  - id: evacuation-2026-11\n", "    exercise: evacuation\n"]


def test_line_ends_and_byte_order_mark_of_the_file_stay(company: Company) -> None:
    company.file.write_bytes(b"\xef\xbb\xbf" + company.file.read_bytes().replace(b"\n", b"\r\n"))
    assert company.run(*HELD).exit_code == 0
    content = company.file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid:")
    assert content.count(b"\n") == content.count(b"\r\n") > 20
    assert record_of(company).place == "Shop"


def test_a_finding_is_written_together_with_its_action(company: Company) -> None:
    assert company.run(*HELD, *FINDING, *ACTION).exit_code == 0
    action = require_handbook(Project(company.folder)).corrective_actions["buy-paper"]
    assert (action.source, action.finding, action.status) == ("evacuation-2026-11", "late-list", "open")


def test_a_finding_without_an_action_is_shown_and_nothing_is_written(company: Company) -> None:
    before = company.contents()
    run = company.run(*HELD, *FINDING)
    assert run.exit_code == 1
    assert "finding-without-action" in run.output
    assert "nothing was written" in run.output
    assert company.contents() == before


def test_a_record_that_lacks_what_the_model_demands_is_shown_and_not_written(company: Company) -> None:
    before = company.contents()
    run = company.run(*HELD[:5])
    assert run.exit_code == 1
    assert "The key `course` is missing." in run.output
    assert company.contents() == before


def test_errors_that_the_plans_have_already_do_not_stand_in_the_way(company: Company) -> None:
    text = company.file.read_text().replace("next_on: 2026-12-10", "next_on: 2026-11-10")
    company.file.write_text(text)
    assert company.run("check").exit_code == 1
    assert company.run(*HELD).exit_code == 0


def test_a_snippet_gives_the_content_and_an_option_replaces_its_key(company: Company, tmp_path: Path) -> None:
    (tmp_path / "drill.yml").write_text(SNIPPET)
    source = ("--from", str(tmp_path / "drill.yml"), "--place", "Yard")
    assert company.run(*HELD[:5], *source).exit_code == 0
    record = record_of(company)
    assert (record.place, record.course) == ("Yard", "The alarm was set off.")
    assert record.findings[0].changes_scenarios == ("fire",)
    assert require_handbook(Project(company.folder)).corrective_actions["buy-paper"].status == "open"


@pytest.mark.parametrize(
    ("snippet", "said"),
    [
        ("on: 2026-11-19\n", "`on: 2026-11-20`"),
        ("exercise: switch-over\n", "`exercise: evacuation`"),
        ("actions: {a: b}\n", "no list of blocks"),
    ],
)
def test_a_snippet_that_contradicts_the_command_is_refused(company: Company, snippet: str, said: str) -> None:
    (company.folder / "drill.yml").write_text(snippet)
    before = company.contents()
    run = company.run(*HELD, "--from", str(company.folder / "drill.yml"))
    assert isinstance(run.exception, HandbookError)
    assert said in run.exception.message + run.exception.remedy
    assert company.contents() == before


def test_a_snippet_that_is_no_yaml_is_refused_with_its_place(company: Company) -> None:
    (company.folder / "drill.yml").write_text("place: [\n")
    run = company.run(*HELD, "--from", str(company.folder / "drill.yml"))
    assert isinstance(run.exception, PlansInvalidError)
    assert run.exception.report.errors[0].position.line


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("evacuaton", "--on", "2026-11-20"), "Did you mean `evacuation`?"),
        (("evacuation", "--on", "2026-11-23"), "lies in the future"),
        (("evacuation", "--on", "2026-09-20"), "the record `evacuation-2026` of 2026-09-20"),
        (("evacuation", "--on", "2026-11-20", "--led-by", "clark"), "Did you mean `clerk`?"),
        (("evacuation", "--on", "2026-11-20", "--absent", "clark"), "There is no role `clark`."),
        (("evacuation", "--on", "2026-11-20", "--led-by", "lawyer"), "cannot lead the exercise and judge it"),
        (("evacuation", "--on", "2026-11-20", "--file", "{folder}/plans/../x.yml"), "is no file of the plans"),
    ],
)
def test_what_cannot_be_true_is_refused(company: Company, arguments: tuple[str, ...], said: str) -> None:
    (company.folder / "x.yml").write_text("a: 1\n")
    before = company.contents()
    run = company.run("exercise", "record", *(word.format(folder=company.folder) for word in arguments))
    assert isinstance(run.exception, HandbookError)
    assert said in run.exception.message + run.exception.remedy
    assert company.contents() == before


def test_a_finding_demands_changes_of_plans_and_of_scenarios(company: Company) -> None:
    demands = ("--demand", "late-list: fire", "--demand", "late-list: company", "--demand", "late-list: fire")
    assert company.run(*HELD, *FINDING, *ACTION, *demands).exit_code == 0
    (found,) = record_of(company).findings
    assert (found.changes_scenarios, found.changes_plans) == (("fire",), ("company",))


@pytest.mark.parametrize(("demand", "told"), [
    ("late-lst: fire", "no finding in this record `late-lst`"), ("late-list: fir", "no plan `fir`"),
])  # fmt: skip
def test_a_demand_names_a_finding_of_the_record_and_a_plan(company: Company, demand: str, told: str) -> None:
    before = company.contents()
    run = company.run(*HELD, *FINDING, *ACTION, "--demand", demand)
    assert isinstance(run.exception, HandbookError)
    assert told in run.exception.message
    assert company.contents() == before


def test_a_second_record_of_the_same_month_is_refused(company: Company) -> None:
    assert company.run(*HELD).exit_code == 0
    before = company.contents()
    run = company.run(*("2026-11-21" if word == "2026-11-20" else word for word in HELD))
    assert isinstance(run.exception, HandbookError)
    assert "`evacuation-2026-11` of 2026-11-20 already" in run.exception.message
    assert company.contents() == before


@pytest.mark.parametrize(
    "value",
    [
        ("--finding", "late-list: No cause."),
        ("--timing", "Call=5 min"),
        ("--action", "a: b | c"),
        ("--finding", ": a | b"),
        ("--demand", "late-list"),
    ],
)
def test_an_option_of_the_wrong_form_is_a_mistake_of_use(company: Company, value: tuple[str, ...]) -> None:
    run = company.run(*HELD, *value)
    assert run.exit_code == 2
    assert "is not " in run.output


def test_a_dry_run_prints_the_block_and_writes_nothing(company: Company) -> None:
    before = company.contents()
    run = company.run(*HELD, *FINDING, *ACTION, "--dry-run")
    assert run.exit_code == 0
    assert company.contents() == before
    assert company.run(*HELD, *FINDING, *ACTION).exit_code == 0
    written = company.file.read_text()
    records, _, actions = run.output.removeprefix("records:\n").partition("actions:\n")
    assert records in written
    assert actions in written


def test_a_dry_run_of_what_is_wrong_fails_too(company: Company) -> None:
    assert company.run(*HELD, *FINDING, "--dry-run").exit_code == 1


def test_the_next_round_is_planned_in_the_same_step(company: Company) -> None:
    before = company.file.read_bytes()
    assert company.run(*HELD, "--next-on", "2027-04-01").exit_code == 0
    gone, added = lines_apart(before, company.file.read_bytes())
    assert [line.replace("2027-03-01", "2027-04-01") for line in gone] == added[:1]


def test_records_go_into_the_file_that_is_named(company: Company) -> None:
    head = company.file.read_text().partition("programme:\n")[0].replace("id: programme", "id: records")
    other = company.folder / "plans/exercises/records.yml"
    other.write_text(head)
    before = company.file.read_bytes()
    assert company.run(*HELD, "--file", str(other)).exit_code == 0
    assert company.file.read_bytes() == before
    assert record_of(company).position("id").file == "plans/exercises/records.yml"


def test_a_disk_that_refuses_leaves_the_file_whole(company: Company) -> None:
    company.file.chmod(0o444)
    before = company.contents()
    run = company.run(*HELD)
    assert isinstance(run.exception, HandbookError)
    assert company.contents() == before


def test_a_kill_before_the_last_step_leaves_the_file_whole(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    before = company.contents()

    def killed(_path: Path, _target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", killed)
    assert company.run(*HELD).exit_code != 0
    assert company.contents() == before


def test_what_somebody_else_wrote_meanwhile_is_not_lost(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(*_: object) -> None:
        company.file.write_text(company.file.read_text() + "# Mine.\n")

    monkeypatch.setattr("generator.cli.amend.Draft.require_no_new_error", meanwhile)
    run = company.run(*HELD)
    assert isinstance(run.exception, HandbookError)
    assert "changed meanwhile" in run.exception.message
    assert company.file.read_text().endswith("# Mine.\n")
