"""Texts in a comment mean nothing to Markdown but themselves, and no comment is longer than allowed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.history.wording import Fate, Segment
from generator.reporters.comment import Comment, escaped, marked

TEXTS = st.text(alphabet="ab 1`|*_~[]()<>@#&\\!:\n\t火\x1b", max_size=30)


def read(markdown: str) -> str:
    """What a reader sees of a paragraph, and no tag but code and paragraph."""
    (inline,) = (token for token in MarkdownIt("commonmark").parse(markdown) if token.type == "inline")
    assert {child.type for child in inline.children or ()} <= {"text", "code_inline"}
    return "".join(child.content for child in inline.children or ())


@given(TEXTS)
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    shown = read(f"x{escaped(text)}x").replace("\u200b", "").replace("`", "")
    expected = " ".join(f"x{text}x".replace("\x1b", "\n").replace("`", "").split())
    assert " ".join(shown.split()) == expected


@given(TEXTS, TEXTS)
def test_a_text_does_not_change_how_the_next_one_is_read(one: str, other: str) -> None:
    both = read(f"x{escaped(one)}x · y{escaped(other)}y")
    assert both == f"{read(f'x{escaped(one)}x')} · {read(f'y{escaped(other)}y')}"


@given(TEXTS)
def test_nobody_is_called_and_no_other_thread_is_linked(text: str) -> None:
    for token in MarkdownIt("commonmark").parse(f"x{escaped(text)}x"):
        for child in token.children or ():
            if child.type == "text":
                assert "@" not in child.content.replace("@\u200b", "")
                assert "#" not in child.content.replace("#\u200b", "")


@pytest.mark.parametrize("text", ["`not_applicable`", "the `<img>` of `@all`"])
def test_code_stays_code(text: str) -> None:
    assert escaped(text) == text


def test_a_row_of_a_table_keeps_its_cells() -> None:
    assert "|" not in escaped("`a|b` | c").replace("\\|", "")


def test_what_changed_within_a_text_is_marked_without_its_spaces() -> None:
    words = [Segment(Fate.SAME, "Call "), Segment(Fate.REMOVED, "119 "), Segment(Fate.ADDED, "*110* ")]
    assert marked(words) == r"Call ~~119~~ **\*110\*** "


def test_a_copy_of_a_comment_grows_by_itself() -> None:
    comment = Comment(100)
    comment.add("one")
    copy = comment.copy()
    copy.add("two")
    assert (comment.lines, copy.lines) == (["one"], ["one", "two"])


@given(st.lists(st.text("abc", max_size=40), max_size=30), st.integers(50, 400))
def test_rows_that_do_not_fit_are_counted(rows: list[str], most: int) -> None:
    comment = Comment(most)
    comment.rows((f"- {row}" for row in rows), 0.5, "rows")
    shown = [line for line in comment.lines if line.startswith("- ")]
    rest = [line for line in comment.lines if line.startswith("… and ")]
    missing = int(rest[0].split()[2]) if rest else 0
    assert len(shown) + missing == len(rows)
    assert len("\n".join(comment.lines)) <= most
