"""Syntax errors in plain words, at the place to mend. Each parser of PyYAML must agree on them."""

import pytest
import yaml

from generator.source import read_document

CASES = [
    # text, line and column, what is underlined, part of the message, part of the remedy
    ("a: b: c\n", (1, 5), ":", 'inside the text "b: c"', 'quotes: "b: c"'),
    ("- a: b: c\n", (1, 7), ":", 'inside the text "b: c"', "quotes"),
    ('a: say "x": y\n', (1, 11), ":", "starts a new key", "quotes: 'say \"x\": y'"),
    ("撤离: 火警: 😀\n", (1, 7), ":", 'inside the text "火警: 😀"', 'quotes: "火警: 😀"'),
    ("a: 1\n b: 2\n", (2, 2), "b:", 'key "b" cannot begin here', "same indentation"),
    ("a:b\nc: d\n", (2, 1), "c:", 'key "c" cannot begin here', "line above has a colon"),
    ("a: 1\nfoo bar\nb: 2\n", (2, 1), "foo bar", '"foo bar" is neither a key', "colon and a space"),
    ("a:\n  b: 1\n c: 2\n", (3, 2), "c: 2", '"c: 2" is indented unlike', "spaces as its neighbours"),
    ("a: |\n  text\n bad\nb: c\n", (3, 2), "bad", '"bad" is', "spaces"),
    ("a: 1\n- b\n", (2, 1), "- b", "item of a list stands where a key", "list under a key"),
    ("a:\n  - b\n  c: d\n", (3, 3), "c: d", "does not begin with a dash", '"- "'),
    ("a: - b\n", (1, 4), "- b", "cannot begin in the line of its key", "next line"),
    ("a: @x y # c\n", (1, 4), "@", 'begin with "@"', 'quotes: "@x y"'),
    ("a: `x`\n", (1, 4), "`", 'begin with "`"', 'quotes: "`x`"'),
    ("a: %x\n", (1, 4), "%", 'begin with "%"', 'quotes: "%x"'),
    ("a: *\n", (1, 4), "*", 'begin with "*"', "quotes"),
    ("a: & b\n", (1, 4), "& b", 'begin with "&"', 'quotes: "& b"'),
    ("a: 'x\nb: 3\n", (1, 4), "'x", "quote ' that opens this text is never closed", "closing quote"),
    ('a: "x\nb: 3\n---\n', (1, 4), '"x', "never closed", "closing quote"),
    ('a: "Fire\nb: "Hall"\nc: d\n', (1, 4), '"Fire', "only closed in line 2", "closing quote"),
    ("a: 'x' y\n", (1, 8), "y", '"y" stands after the end', "one pair of quotes"),
    ("a: 'it's'\n", (1, 8), "s'", "after the end", "apostrophe twice"),
    ("a: {b: c} d\n", (1, 11), "d", "after the end", "quotes"),
    ('a: "C:\\q"\n', (1, 7), "\\q", '"\\q" is none that is known', "twice"),
    ('a: "\\xZZ"\n', (1, 5), "\\x", "backslash", "twice"),
    ("a: [1, 2\nb: 3\n", (1, 4), "[", '"[" is never closed', 'Add "]"'),
    ("a: {x: 1\nb: 3\n", (1, 4), "{", '"{" is never closed', 'Add "}"'),
    ("a: [\n", (1, 4), "[", '"[" is never closed', 'Add "]"'),
    ("a: [\n  'b'\n  'c'\n]\n", (3, 3), "'c'", "does not fit", "missing comma"),
    ("a: [b,,c]\n", (1, 7), ",", 'missing where "," stands', "superfluous comma"),
    ("a: [\n- b\n]\n", (2, 1), "-", 'where "-" stands', "without dashes"),
    ("a: ]\n", (1, 4), "]", 'where "]" stands', "quotes"),
    ("a: |x\n", (1, 4), "|x", "same line as the mark", "next line"),
    ("a: > x\n", (1, 4), "> x", "same line as the mark", "next line"),
    ("%x: 1\n", (1, 1), "%x: 1", "begins with %", "quotes"),
    ("%YAML 2.0\n---\na: 1\n", (1, 1), "%YAML 2.0", "begins with %", "Delete"),
    ("a: 1\n: 2\n", (2, 1), ": 2", "no key before the colon", "Add the key"),
    (" a: 1\nb: 2\n", (2, 1), "b: 2", '"b: 2" stands outside', "like the first key"),
    ("{a: 1}\nb\n", (2, 1), "b", '"b" stands outside', "delete"),
]


def test_a_colon_without_space_inside_braces_is_explained() -> None:
    [finding] = read_document(b"a: {b: 1, c:, d}\n", "p.yaml").findings
    assert (finding.rule, str(finding.position)) == ("yaml-syntax", "p.yaml:1:12")
    assert "not followed by a space" in finding.message


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader")


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("text", "place", "shown", "message", "remedy"), CASES)
def test_a_syntax_error_is_explained_where_it_can_be_mended(
    text: str, place: tuple[int, int], shown: str, message: str, remedy: str, newline: str
) -> None:
    document = read_document(text.replace("\n", newline).encode(), "p.yaml")
    [finding] = document.findings
    at = finding.position
    assert (finding.rule, document.root) == ("yaml-syntax", None)
    assert (at.line, at.column) == place
    assert document.lines[at.line - 1][at.column - 1 : at.end_column - 1] == shown
    assert message in finding.message
    assert remedy in finding.remedy
    assert finding.expected


def test_an_open_bracket_names_the_place_where_it_was_noticed() -> None:
    [finding] = read_document(b"a: [1, 2\nb: 3\n", "p.yaml").findings
    assert [(str(r.position), r.caption) for r in finding.related] == [("p.yaml:2:2", "noticed here")]


def test_a_long_text_is_shortened_in_a_message() -> None:
    [finding] = read_document(f"a: 1\n{'x ' * 100}\nb: 2\n".encode(), "p.yaml").findings
    assert "…" in finding.message
    assert len(finding.message) < 150
