"""Reports for people: place, message, excerpt with carets, expectation and remedy."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from generator.finding import Finding, Level, RelatedPlace, Report
from generator.position import Position
from generator.reporters import report_as_text
from generator.source import read_document

FILE = "plans/fire.yml"


def report(*lines: str, at: Position, **details: object) -> list[str]:
    finding = Finding("some-rule", "Something is wrong.", at, **details)  # type: ignore[arg-type]
    return report_as_text(Report.of([finding], {FILE: lines})).plain.splitlines()


def word(line: int, column: int, length: int) -> Position:
    return Position(FILE, line, column, line, column + length)


def underlined(excerpt: str, carets: str) -> str:
    """What stands above the carets on a terminal, where Chinese characters are two cells wide."""
    begin, end = carets.index("^"), carets.rindex("^") + 1
    shown, cell = "", 0
    for character in excerpt:
        if begin <= cell < end:
            shown += character
        cell += cell_len(character)
    return shown


def test_a_finding_is_shown_with_place_excerpt_expectation_and_remedy() -> None:
    lines = report("id: fire", "titel: Fire", at=word(2, 1, 5), expected="`title`", remedy="Did you mean `title`?")
    assert lines == [
        "plans/fire.yml:2:1: error[some-rule] Something is wrong.",
        "    2 | titel: Fire",
        "      | ^^^^^",
        "  expected: `title`",
        "  fix: Did you mean `title`?",
        "",
        "1 error in 1 file.",
    ]


def test_carets_stand_under_exactly_the_word() -> None:
    lines = report("after: [call, leafe]", at=word(1, 15, 5))
    assert underlined(lines[1], lines[2]) == "leafe"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("- {name: 林美, site: shpo}", "shpo"),
        ("title: 火灾应急预案 fire", "应急预案"),
        ("a: 撤离，集合 # 😀 x", "x"),
        ("a: ｆｕｌｌ wide", "wide"),
        ("a: café\u0301 wide", "wide"),
    ],
)
def test_carets_stand_under_exactly_the_word_after_chinese_characters(line: str, name: str) -> None:
    lines = report(line, at=word(1, line.index(name) + 1, len(name)))
    assert underlined(lines[1], lines[2]) == name
    assert lines[2].count("^") == cell_len(name)


def test_a_tab_is_shown_as_one_blank_so_that_carets_fit() -> None:
    lines = report("\ta:\tb wrong", at=word(1, 7, 5))
    assert lines[1] == "    1 |  a: b wrong"
    assert underlined(lines[1], lines[2]) == "wrong"


def test_a_long_line_is_cut_around_the_word() -> None:
    line = "x" * 300 + " wrong " + "y" * 300
    lines = report(line, at=word(1, 302, 5))
    assert len(lines[1]) < 180
    assert underlined(lines[1], lines[2]) == "wrong"


def test_a_long_chinese_line_is_cut_around_the_word() -> None:
    line = "长" * 200 + "错误" + "短" * 200
    lines = report(line, at=word(1, 201, 2))
    assert underlined(lines[1], lines[2]) == "错误"


def test_carets_do_not_run_beyond_a_line_that_was_cut() -> None:
    lines = report("a: " + "x" * 400, at=word(1, 4, 400))
    assert cell_len(lines[2]) <= cell_len(lines[1])
    assert set(underlined(lines[1], lines[2])) == {"x"}


def test_a_position_at_the_end_of_a_line_still_gets_a_caret() -> None:
    assert report("id:", at=Position(FILE, 1, 4, 1, 4))[2].count("^") == 1
    assert report("", at=Position(FILE, 1, 1, 1, 1))[2].count("^") == 1


def test_a_stretch_over_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    lines = report("a: [1,", "  2]", at=Position(FILE, 1, 4, 2, 5))
    assert underlined(lines[1], lines[2]) == "[1,"


def test_a_related_place_is_shown_with_its_caption_and_excerpt() -> None:
    place = RelatedPlace(word(1, 5, 4), "first given here")
    lines = report("id: fire", "id: fire", at=word(2, 5, 4), related=(place,))
    assert lines[3] == "  plans/fire.yml:1:5: first given here"
    assert lines[4] == "    1 | id: fire"
    assert underlined(lines[4], lines[5]) == "fire"


def test_related_places_in_other_files_are_shown_with_their_own_excerpts() -> None:
    places = (
        RelatedPlace(Position("plans/a.yml", 2, 5, 2, 9), "the deadline there"),
        RelatedPlace(Position("plans/b.yml"), "the whole file"),
    )
    lines = {FILE: ("id: fire",), "plans/a.yml": ("", "at: noon")}
    finding = Finding("r", "m", word(1, 5, 4), related=places)
    assert report_as_text(Report.of([finding], lines)).plain.splitlines()[1:] == [
        "    1 | id: fire",
        "      |     ^^^^",
        "  plans/a.yml:2:5: the deadline there",
        "    2 | at: noon",
        "      |     ^^^^",
        "  plans/b.yml: the whole file",
        "",
        "1 error in 1 file.",
    ]


def test_a_finding_of_a_whole_file_has_no_excerpt() -> None:
    lines = report("id: fire", at=Position(FILE), remedy="Move it.")
    assert lines[:2] == ["plans/fire.yml: error[some-rule] Something is wrong.", "  fix: Move it."]


def test_words_in_brackets_are_not_taken_for_styles() -> None:
    finding = Finding("r", "Write [bold]this[/bold] or [red].", word(1, 1, 1), remedy="[link=x]y[/link]")
    text = report_as_text(Report.of([finding], {FILE: ("[blink]x",)})).plain
    assert "Write [bold]this[/bold] or [red]." in text
    assert "[link=x]y[/link]" in text
    assert "[blink]x" in text


@pytest.mark.parametrize(
    ("levels", "files", "summary"),
    [
        ([], [], "No faults found."),
        ([Level.ERROR], ["a"], "1 error in 1 file."),
        ([Level.ERROR, Level.ERROR], ["a", "b"], "2 errors in 2 files."),
        ([Level.ERROR, Level.WARNING], ["a", "a"], "1 error and 1 warning in 1 file."),
        ([Level.WARNING, Level.NOTE], ["a", "b"], "1 warning and 1 note in 2 files."),
        ([Level.NOTE, Level.NOTE], ["a", "a"], "2 notes in 1 file."),
        (
            [Level.ERROR, Level.ERROR, Level.WARNING, Level.NOTE, Level.NOTE, Level.NOTE],
            ["a", "b", "b", "c", "d", "d"],
            "2 errors, 1 warning and 3 notes in 4 files.",
        ),
    ],
)
def test_the_last_line_counts_findings_by_level_and_files(levels: list[Level], files: list[str], summary: str) -> None:
    findings = [
        Finding("r", str(number), Position(file), level=level)
        for number, (level, file) in enumerate(zip(levels, files, strict=True))
    ]
    assert report_as_text(Report.of(findings, {})).plain.splitlines()[-1] == summary


def test_levels_are_named() -> None:
    findings = [Finding("r", level.value, Position("a"), level=level) for level in Level]
    text = report_as_text(Report.of(findings, {})).plain
    assert all(f"a: {level}[r] {level}\n" in text for level in ("error", "warning", "note"))


def test_a_file_that_could_not_be_decoded_shows_its_line() -> None:
    document = read_document("a: 火\nb: ".encode() + b"\xff\n", FILE)
    text = report_as_text(Report.of(document.findings, {FILE: document.lines})).plain
    assert "    2 | b: \ufffd\n      |    ^\n" in text


def test_control_characters_of_a_plan_do_not_reach_the_terminal() -> None:
    document = read_document(b"a: \x1b[2J\x1b]0;owned\x07 b\n", FILE)
    assert document.findings
    text = report_as_text(Report.of(document.findings, {FILE: document.lines})).plain
    assert not {c for c in text if ord(c) < 32} - {"\n"}


def test_control_characters_of_captions_and_file_names_do_not_reach_the_terminal() -> None:
    at = Position("plans/\x1b[2J.yml", 1, 1, 1, 2)
    finding = Finding("r", "m", at, related=(RelatedPlace(at, "\x1b]0;owned\x07"),))
    text = report_as_text(Report.of([finding], {})).plain
    assert not {c for c in text if ord(c) < 32} - {"\n"}
