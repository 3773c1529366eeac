"""Whatever is written as prose, no HTML of its own reaches a page."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.prose import block_html, inline_html, plain_text, with_gaps
from tests.properties.places import PROPERTY, check_outcome
from tests.unit.loading.small_handbook import SmallHandbook

ALLOWED_TAGS = {"p", "ul", "ol", "li", "em", "strong", "code", "a", "br"}
ALLOWED_ATTRIBUTES = {("a", "href"), ("a", "title"), ("ol", "start")}
SCHEMES = ("http:", "https:", "mailto:", "tel:")
VOID = {"br"}
HOSTILE = [
    "<script>alert(1)</script>", "</p><script src=//x>", "<img src=x onerror=alert(1)>", "<!--", "-->", "<![CDATA[",
    "<p class=x>", "<a href=x>", "</li></ul>", "<", ">", "&", "&lt;", "&#60;script&#62;", "&colon;", '"', "'", "`",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\tscript:alert(1))", "[x](<javascript:a>)",
    "[x](&#106;avascript:a)", "[x](javascript&colon;a)", "[x](data:text/html,<script>)", "[x](vbscript:a)",
    "[x](//evil.example)", "[x](https://ok.example)", '[x](https://ok.example "t<b>")', "[x](tel:110)",
    '[x](https://a"onmouseover=alert(1))', "<javascript:alert(1)>", "<https://auto.example>", "[x]: javascript:a\n",
    "![x](javascript:a)", "![x](https://ok.example/i.png)", "[[x](https://a.example)](https://b.example)",
    "**", "*", "_", "\\", "\n", "\n\n", "  \n", "- ", "1. ", "# ", "> ", "    ", "\t", "{time}", "{", "}", "```html\n",
    "word ", "火灾 ", "<svg/onload=alert(1)>", "<iframe srcdoc='<script>'>", "\u2028", "\u202e", "|a|b|\n|-|-|\n",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=6), min_size=1, max_size=12).map("".join)
WITHOUT_LINKS = st.text(
    st.characters(exclude_characters="[]()\0\r", exclude_categories=["Cs"]), max_size=60
) | st.lists(st.sampled_from([text for text in HOSTILE if "[" not in text]), max_size=12).map("".join)


class Reader(HTMLParser):
    """Reads HTML strictly: only allowed tags and attributes, all closed in order."""

    def __init__(self, html: str, extra: frozenset[str] = frozenset()) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.open: list[str] = []
        self.extra = extra
        self.feed(html)
        self.close()
        assert self.open == [], html

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED_TAGS | self.extra
        for name, value in attrs:
            assert (tag, name) in ALLOWED_ATTRIBUTES or (tag, name, value) == ("mark", "class", "hb-gap")
            assert name != "href" or (value or "").strip().lower().startswith(SCHEMES)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


@settings(PROPERTY, max_examples=400)
@given(TEXT)
def test_any_prose_becomes_only_allowed_html(text: str) -> None:
    for html in (str(inline_html(text)), str(block_html(text))):
        Reader(html)
        assert "<script" not in html.lower()


@settings(PROPERTY, max_examples=200)
@given(WITHOUT_LINKS)
def test_no_angle_bracket_is_lost_or_let_through(text: str) -> None:
    assert Reader(str(inline_html(text))).words.count("<") == text.count("<")
    assert Reader(str(block_html(text))).words.count("<") == text.count("<")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "<javascript:alert(1)>",
        "\\javascript:alert(1)",
        "data:text/html,hello",
        "vbscript:alert(1)",
        "file:///etc/passwd",
        "//evil.example",
        "/other",
        "ftp://a.example",
        "",
    ],
)
def test_only_web_mail_and_phone_addresses_become_links(address: str) -> None:
    html = str(block_html(f"See [this]({address}) now."))
    assert "<a" not in html
    assert "this" in html


def test_allowed_markup_does_become_html() -> None:
    assert str(block_html("- *a*\n- **b** `c`")) == (
        "<ul>\n<li><em>a</em></li>\n<li><strong>b</strong> <code>c</code></li>\n</ul>\n"
    )
    assert str(inline_html("[call](tel:110)")) == '<a href="tel:110">call</a>'


@settings(PROPERTY, max_examples=200)
@given(TEXT)
def test_gaps_are_marked_without_touching_tags(text: str) -> None:
    html = str(inline_html(text))
    marked = str(with_gaps(inline_html(text)))
    assert marked.replace('<mark class="hb-gap">', "").replace("</mark>", "") == html
    assert "<script" not in marked.lower()


@pytest.mark.parametrize("text", ['[x](https://a.example "{name}")', "**{a** b}", "{a [b}](tel:1)"])
def test_marks_of_gaps_stay_outside_attributes_and_in_order(text: str) -> None:
    Reader(str(with_gaps(inline_html(text))), extra=frozenset({"mark"}))


@settings(PROPERTY, max_examples=200)
@given(TEXT)
def test_plain_text_of_a_sentence_without_markup_is_the_sentence(text: str) -> None:
    bare = "".join(character for character in text if character not in "*_`[]<>&\\\n!(){}#-+.|~\"'\t\r\0 0123456789")
    assert plain_text(bare) == bare


@pytest.mark.parametrize("text", ["Go out.  \nStay out.", "Go out.\\\nStay out."])
def test_plain_text_keeps_words_apart_at_a_line_break(text: str) -> None:
    assert plain_text(text) == "Go out. Stay out."


@settings(PROPERTY, max_examples=150)
@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=4), min_size=1, max_size=8).map("".join))
def test_any_text_in_prose_fields_is_loaded_and_rendered_without_html_of_its_own(text: str) -> None:
    quoted = json.dumps(text.replace("«", "").encode("utf-8", "replace").decode(), ensure_ascii=False)
    loaded = (
        SmallHandbook()
        .with_change("handbook.yml", "about: A shop with one room.", f"about: {quoted}")
        .with_change("scenarios/fire.yml", "do: Call the fire service.", f"do: {quoted}")
        .load()
    )
    check_outcome(loaded)
    if loaded.handbook is not None:
        step = loaded.handbook.scenarios["fire"].steps[1]
        for html in (block_html(loaded.handbook.settings.company.about), inline_html(step.do), block_html(step.do)):
            Reader(str(html))
