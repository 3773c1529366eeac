"""Each rule of the dialect, with the exact place of its finding."""

import pytest

from generator.finding import Finding
from generator.source import Document, Limits, read_document


def read(text: str) -> Document:
    return read_document(text.encode(), "plan.yaml")


def underlined(document: Document, finding: Finding) -> str:
    at = finding.position
    assert at.line == at.end_line
    return document.lines[at.line - 1][at.column - 1 : at.end_column - 1]


def found(document: Document) -> list[tuple[str, str, str]]:
    return [(f.rule, str(f.position), underlined(document, f)) for f in document.findings]


def test_a_sound_file_has_no_findings() -> None:
    document = read("title: Fire\nsteps:\n  - go\n")
    assert document.root == {"title": "Fire", "steps": ["go"]}
    assert document.findings == ()
    assert document.lines == ("title: Fire", "steps:", "  - go")
    assert document.file == "plan.yaml"


@pytest.mark.parametrize(
    ("text", "place", "tag", "root"),
    [
        ("a: !foo b\n", "plan.yaml:1:4", "!foo", {"a": "b"}),
        ("a: !!str 5\n", "plan.yaml:1:4", "!!str", {"a": "5"}),
        ("a: !!binary aGk=\n", "plan.yaml:1:4", "!!binary", {"a": "aGk="}),
        ("a: !!python/object:os.system x\n", "plan.yaml:1:4", "!!python/object:os.system", {"a": "x"}),
        ("a: ! 5\n", "plan.yaml:1:4", "!", {"a": "5"}),
        ("a: ! '5'\n", "plan.yaml:1:4", "!", {"a": "5"}),
        ("a: !\n", "plan.yaml:1:4", "!", {"a": ""}),
        ("a: &x !foo 5\n", "plan.yaml:1:7", "!foo", {"a": "5"}),
        ("a: !set {b: c}\n", "plan.yaml:1:4", "!set", {"a": {"b": "c"}}),
        ("a:\n  - !x\n    - b\n", "plan.yaml:2:5", "!x", {"a": [["b"]]}),
        ("!foo\na: 1\n", "plan.yaml:1:1", "!foo", {"a": 1}),
        ("!!str 1: a\n", "plan.yaml:1:1", "!!str", {"1": "a"}),
    ],
)
def test_an_explicit_tag_is_refused_and_what_it_marks_is_kept(text: str, place: str, tag: str, root: object) -> None:
    document = read(text)
    assert found(document) == [("yaml-tag", place, tag)]
    assert f'"{tag}"' in document.findings[0].message
    assert document.root == root


@pytest.mark.parametrize("text", ["a: !foo!bar b\n", "a: !<x y\n", "%TAG ! tag:x,2026:\n---\na: b\n"])
def test_a_tag_that_the_parser_rejects_is_still_called_a_tag(text: str) -> None:
    assert [f.rule for f in read(text).findings] == ["yaml-tag"]


def test_a_merge_key_is_refused_and_dropped() -> None:
    document = read("a: &x {k: 1}\nb:\n  <<: *x\n  c: 2\n")
    assert found(document) == [("yaml-merge-key", "plan.yaml:3:3", "<<")]
    assert document.root == {"a": {"k": 1}, "b": {"c": 2}}


def test_a_merge_key_in_quotes_is_text() -> None:
    assert read('"<<": 1\n').root == {"<<": 1}


def test_an_alias_repeats_the_value_of_its_anchor() -> None:
    document = read("a: &x [1, two]\nb: *x\nc: &k key\n*k : 3\n")
    assert document.root == {"a": [1, "two"], "b": [1, "two"], "c": "key", "key": 3}
    assert document.findings == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: &x [*x]\n", "plan.yaml:1:8"), ("a: &x\n  b: {c: *x}\n", "plan.yaml:2:10")],
)
def test_an_alias_inside_its_own_value_is_refused(text: str, place: str) -> None:
    assert found(read(text)) == [("yaml-recursive-alias", place, "*x")]


def test_an_alias_without_anchor_is_treated_as_text_that_needs_quotes() -> None:
    document = read("a: *important\n")
    assert found(document) == [("yaml-syntax", "plan.yaml:1:4", "*important")]
    assert 'quotes: "*important"' in document.findings[0].remedy


def test_of_a_duplicate_key_the_first_value_is_kept_and_its_place_named() -> None:
    document = read("a:\n  name: x\n  b: 1\n  name: y\n")
    assert found(document) == [("yaml-duplicate-key", "plan.yaml:4:3", "name")]
    [related] = document.findings[0].related
    assert (str(related.position), related.caption) == ("plan.yaml:2:3", "first defined here")
    assert '"name"' in document.findings[0].message
    assert document.root == {"a": {"name": "x", "b": 1}}


def test_a_key_that_comes_three_times_is_reported_twice_against_the_first() -> None:
    document = read("a: 1\na: 2\n'a': 3\n")
    assert [str(f.position) for f in document.findings] == ["plan.yaml:2:1", "plan.yaml:3:1"]
    assert {str(f.related[0].position) for f in document.findings} == {"plan.yaml:1:1"}


@pytest.mark.parametrize(
    ("text", "key", "root"),
    [
        ("1: x\n", "1", {"1": "x"}),
        ("true: x\n", "true", {"true": "x"}),
        ("1.5: x\n", "1.5", {"1.5": "x"}),
        ("null: x\n", "null", {"null": "x"}),
        ("? [a]\n: x\n", "[a]", {}),
        ("? {a: b}\n: x\n", "a", {}),
    ],
)
def test_a_key_that_is_not_text_is_refused(text: str, key: str, root: object) -> None:
    document = read(text)
    [(rule, _, shown)] = found(document)
    assert (rule, shown) == ("yaml-key-not-text", key)
    assert document.root == root


def test_a_missing_key_is_refused_and_its_value_dropped() -> None:
    document = read("a: {? , b: 1}\n")
    assert found(document) == [("yaml-key-not-text", "plan.yaml:1:5", "?")]
    assert "(nothing)" in document.findings[0].message
    assert document.root == {"a": {"b": 1}}


@pytest.mark.parametrize("key", ["no", "on", "12:30", "2026-10-20", "012", '"1"', "'true'"])
def test_a_key_that_reads_as_text_is_accepted(key: str) -> None:
    assert read(f"{key}: x\n").root == {key.strip("\"'"): "x"}


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2\n", "a: 1\n---\n", "---\na: 1\n--- # more\nb: 2\n"])
def test_a_second_document_is_refused_where_it_begins(text: str) -> None:
    document = read(text)
    assert [(rule, shown) for rule, _, shown in found(document)] == [("yaml-several-documents", "---")]
    assert document.root is None


@pytest.mark.parametrize("text", ["---\na: 1\n", "a: 1\n...\n", "%YAML 1.2\n---\na: 1\n", "# c\n\na: 1"])
def test_the_marks_of_a_single_document_are_accepted(text: str) -> None:
    document = read(text)
    assert (document.root, document.findings) == ({"a": 1}, ())


@pytest.mark.parametrize(
    ("text", "place", "shown"),
    [
        ("- a\n- b\n", "plan.yaml:1:1", "- a"),
        ("\n\nHello there\n", "plan.yaml:3:1", "Hello there"),
        ("null\n", "plan.yaml:1:1", "null"),
        ("[a, b]\n", "plan.yaml:1:1", "[a, b]"),
    ],
)
def test_a_file_without_keys_is_refused(text: str, place: str, shown: str) -> None:
    document = read(text)
    assert found(document) == [("yaml-not-a-mapping", place, shown)]
    assert document.root is None


@pytest.mark.parametrize("text", ["", "\n\n", "# only this\n", "---\n", "\ufeff", "   "])
def test_an_empty_file_is_reported_as_a_whole(text: str) -> None:
    document = read(text)
    assert [(f.rule, str(f.position)) for f in document.findings] == [("yaml-empty", "plan.yaml")]
    assert document.root is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n\tb: 1\n", "plan.yaml:2:1"),
        ("a: x\n\tb: 1\n", "plan.yaml:2:1"),
        ("a:\n  b: x\n  \tc: 1\n", "plan.yaml:3:3"),
        ("a: |\n\ttext\n", "plan.yaml:2:1"),
        ("a:\n  -\tb: 1\n", "plan.yaml:2:4"),
        ("a: 1\n\t\nb: 2\n", "plan.yaml:2:1"),
    ],
)
def test_a_tab_that_indents_is_reported_at_the_tab(text: str, place: str) -> None:
    document = read(text)
    assert found(document) == [("yaml-tab", place, "\t")]
    assert "two spaces" in document.findings[0].remedy


@pytest.mark.parametrize("text", ["a:\tb\n", "a: b\t# c\n", "a: {\n\tb: 1}\n", "a: |\n  x\ty\n"])
def test_a_tab_that_does_no_harm_is_accepted(text: str) -> None:
    assert read(text).findings == ()


@pytest.mark.parametrize("character", ["\0", "\x07", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\uffff"])
def test_an_invisible_character_is_reported_at_its_place(character: str) -> None:
    document = read(f"撤离: 1\nb: 😀{character}x{character}\n")
    assert found(document) == [("yaml-bad-character", "plan.yaml:2:5", character)]
    assert f"U+{ord(character):04X}" in document.findings[0].message
    assert "1 more" in document.findings[0].message
    assert document.root is None


def test_an_invisible_character_may_be_written_as_an_escape() -> None:
    assert read('a: "\\0\\u2028"\n').root == {"a": "\0\u2028"}


@pytest.mark.parametrize(
    ("data", "place", "byte", "offset", "guess"),
    [
        ("a: b\nc: été bien".encode("latin-1"), "plan.yaml:2:4", "0xE9", 8, "Latin-1"),
        ("标题: 火警".encode("gb18030"), "plan.yaml:1:1", "0xB1", 0, "GB18030"),
        ("a: x\n".encode("utf-16"), "plan.yaml:1:1", "0xFF", 0, "UTF-16"),
        (b"\xef\xbb\xbfa: \xff\n", "plan.yaml:1:4", "0xFF", 6, ""),
        ("火警😀: ".encode() + b"\xff", "plan.yaml:1:6", "0xFF", 12, None),
        (b"a: 1\r\nb: \xe7\x81", "plan.yaml:2:4", "0xE7", 9, ""),
        (b"a: 1\n\xff", "plan.yaml:2:1", "0xFF", 5, ""),
    ],
)
def test_bytes_that_are_not_utf8_are_reported_with_their_offset(
    data: bytes, place: str, byte: str, offset: int, guess: str | None
) -> None:
    document = read_document(data, "plan.yaml")
    [(rule, at, shown)] = found(document)
    assert (rule, at, shown) == ("yaml-not-utf8", place, "\ufffd")
    message = document.findings[0].message
    assert f"byte {byte} at offset {offset} " in message
    assert guess in message if guess is not None else "looks as if" not in message
    assert "UTF-8" in document.findings[0].remedy
    assert document.root is None


def test_utf16_without_a_mark_is_recognised_by_its_zero_bytes() -> None:
    document = read_document("a: x\n".encode("utf-16-le"), "plan.yaml")
    assert [f.rule for f in document.findings] == ["yaml-bad-character"]
    assert "UTF-16" in document.findings[0].remedy


def test_several_faults_are_reported_together() -> None:
    rules = [f.rule for f in read("a: !x 1\na: 2\n1: y\n<<: z\nb: 'x' y\n").findings]
    assert rules == ["yaml-tag", "yaml-duplicate-key", "yaml-key-not-text", "yaml-merge-key", "yaml-syntax"]


def test_a_finding_names_a_remedy_and_what_was_expected() -> None:
    texts = ["a: !x 1", "a: 1\na: 2", "1: a", "<<: a", "a: &x [*x]", "a: *x", "- a", "", "a: 1\n---", "\0"]
    for text in texts:
        [finding] = read(text).findings
        assert finding.message
        assert finding.expected
        assert finding.remedy


def test_limits_have_the_documented_defaults() -> None:
    assert Limits() == Limits(max_bytes=1_000_000, max_nodes=200_000, max_depth=40)


def test_a_merge_that_was_not_finished_is_the_only_fault_of_its_file() -> None:
    document = read("# head\n<<<<<<< HEAD\ntitle: Fire\n=======\ntitle: Flames\n>>>>>>> other\n  x\n")
    assert document.root is None
    assert found(document) == [("yaml-conflict", "plan.yaml:2:1", "<<<<<<< HEAD")]


def test_a_line_that_only_begins_like_a_mark_is_no_merge() -> None:
    assert read("title: |\n  <<<<<<< HEAD\n  >>>>>>> other\n").findings == ()
    assert [rule for rule, _, _ in found(read("<<<<<<< HEAD\n"))] != ["yaml-conflict"]
