"""Which Markdown a plan may use, and what never reaches a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.render.prose import block_html, inline_html, plain_text, with_gaps

ALLOWED = {"p", "ul", "ol", "li", "em", "strong", "code", "a", "br"}


class Tags(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Call.", "Call."),
        ("Call *now*.", "Call <em>now</em>."),
        ("Call **now**.", "Call <strong>now</strong>."),
        ("Type `ls`.", "Type <code>ls</code>."),
        ("See [us](https://a.example/b).", 'See <a href="https://a.example/b">us</a>.'),
        ("[Write](mailto:a@b.example)", '<a href="mailto:a@b.example">Write</a>'),
        ("[Call](tel:+86123)", '<a href="tel:+86123">Call</a>'),
        ("Profit & loss < 5 > 3", "Profit &amp; loss &lt; 5 &gt; 3"),
        (r"Two \* three", "Two * three"),
        ("snake_case_name", "snake_case_name"),
        ("付款失败，请**立即**上报。", "付款失败，请<strong>立即</strong>上报。"),
    ],
)
def test_a_sentence_becomes_html_without_a_block(text: str, html: str) -> None:
    assert inline_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.", "<p>One.</p>"),
        ("One & two.", "<p>One &amp; two.</p>\n"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    ],
)
def test_a_text_becomes_paragraphs_and_lists(text: str, html: str) -> None:
    assert block_html(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b>bold</b> <img src=x onerror=alert(1)>",
        "<!-- comment -->",
        "![image](https://a.example/x.png)",
        "![image](data:image/png;base64,AAAA)",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x]( javascript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](java\\script:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        "[x](vbscript:x)",
        "[x](file:///etc/passwd)",
        "[x](//evil.example)",
        "[x](relative.html)",
        "<https://auto.example>",
        "<javascript:alert(1)>",
        "https://bare.example",
        "[x]: https://ref.example\n\n[x]",
        "# Heading",
        "> quote",
        "    code",
        "```\ncode\n```",
        "| a | b |\n|---|---|",
        "a\n===",
        "***\n",
    ],
)
def test_nothing_else_passes(text: str) -> None:
    for html in (inline_html(text), block_html(text)):
        seen = Tags(html)
        assert seen.tags <= ALLOWED
        links = [value or "" for name, value in seen.attributes if name == "href"]
        assert {name for name, _ in seen.attributes} <= {"href"}
        assert all(link == "https://a.example/x.png" for link in links), "a link only where the text had a sound one"


def test_an_image_is_left_as_a_link_to_it() -> None:
    assert inline_html("![map](https://a.example/x.png)") == '!<a href="https://a.example/x.png">map</a>'


def test_raw_html_is_shown_as_written() -> None:
    assert inline_html("<b>x</b>") == "&lt;b&gt;x&lt;/b&gt;"


def test_attributes_cannot_be_broken_out_of() -> None:
    for text in ('[x](https://a.example/"onclick="y)', "[x](https://a.example 'a\" onclick=\"y')"):
        names = {name for name, _ in Tags(inline_html(text)).attributes}
        assert names <= {"href", "title"}


@given(st.text(alphabet="ab<>&\"'`*_[]()!\\:/#-\n 1.{}javscriptdhml", max_size=60))
def test_no_text_makes_a_tag_or_a_scheme_that_is_not_allowed(text: str) -> None:
    for html in (inline_html(text), block_html(text)):
        assert isinstance(html, Markup)
        seen = Tags(html)
        assert seen.tags <= ALLOWED
        for name, value in seen.attributes:
            assert name in {"href", "title", "start"}
            assert name != "href" or re.match(r"(https?|mailto|tel):", value or "", re.IGNORECASE)


def test_gaps_of_a_statement_are_marked() -> None:
    html = with_gaps(block_html("Dear {name}, we **owe** {amount of money}."))
    assert html == (
        '<p>Dear <mark class="hb-gap">{name}</mark>, we <strong>owe</strong> '
        '<mark class="hb-gap">{amount of money}</mark>.</p>\n'
    )


def test_marking_gaps_leaves_links_whole() -> None:
    html = with_gaps(inline_html("[Track](https://a.example/{number})"))
    assert html == '<a href="https://a.example/%7Bnumber%7D">Track</a>'


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Call *now* & `run` **fast**.", "Call now & run fast."),
        ("See [us](https://a.example).", "See us."),
        (r"Two \* three", "Two * three"),
        ("<b>x</b>", "<b>x</b>"),
        ("One\ntwo", "One two"),
        ("One  \ntwo", "One two"),
        ("One\\\ntwo", "One two"),
        ("电话", "电话"),
    ],
)
def test_plain_text_has_no_signs_of_markup(text: str, plain: str) -> None:
    assert plain_text(text) == plain
