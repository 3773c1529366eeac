"""The form in which a page goes to the site engine."""

from __future__ import annotations

import json
from typing import Any

import pytest
from mkdocs.utils.meta import get_data

from generator.render.page import Heading, Page, split_source


def page(html: str, **changes: Any) -> Page:
    given: dict[str, Any] = {
        "path": "roles/guard.html",
        "title": "Guard",
        "description": "Watches.",
        "html": html,
        "edit_url": None,
        "section": "roles/index.html",
    }
    return Page(**(given | changes))


AWKWARD = 'He said: "no" — 保安 # not a comment\n---\n{x}: [1, 2] \\ \' & <b>'


@pytest.mark.parametrize("html", ["<p>One</p>", "<p>---</p>\n---\n<p>rule</p>", "<p>中文</p>\n\n", ""])
def test_front_matter_and_html_come_back_as_they_were(html: str) -> None:
    front, body = split_source(
        page(html, title=AWKWARD, description=AWKWARD, edit_url="https://e.example/#L1").source_text()
    )
    assert body == html
    assert front == {
        "title": AWKWARD,
        "description": AWKWARD,
        "edit_url": "https://e.example/#L1",
        "section": "roles/index.html",
        "hide": [],
        "toc": [],
    }


def test_the_site_engine_reads_the_same_front_matter() -> None:
    text = page('<h2 id="a">A: "b"</h2>', title=AWKWARD).source_text()
    body, front = get_data(text)
    assert front == split_source(text)[0]
    assert body.strip() == '<h2 id="a">A: "b"</h2>'


def test_a_wide_page_hides_its_table_of_contents() -> None:
    assert split_source(page("<p>x</p>", wide=True).source_text())[0]["hide"] == ["toc"]


def test_the_source_lies_where_the_page_will_be() -> None:
    assert page("").source_path == "roles/guard.md"


def test_headings_of_the_second_and_third_level_make_the_contents() -> None:
    html = '<h1 id="t">T</h1><h2 id="a">First</h2><p>x</p><h3 id="b" class="c">Second</h3><h4 id="d">No</h4><h2>No</h2>'
    assert page(html).headings == (Heading(2, "a", "First"), Heading(3, "b", "Second"))


def test_headings_come_without_codes_links_and_pilcrow() -> None:
    html = (
        '<h2 id="a">Power &amp; <em>light</em>'
        '<span class="hb-covers" data-x><a href="#r">LAW-1</a><a href="#s">LAW-2</a></span>'
        '<span class="hb-tag">law</span><small>3 rows</small>'
        '<a class="headerlink" href="#a" title="Link">¶</a></h2>'
    )
    assert page(html).headings == (Heading(2, "a", "Power & light"),)


def test_a_heading_over_several_lines_is_one_entry() -> None:
    assert page('<h2 id="a">\nOne\n</h2>').headings == (Heading(2, "a", "One"),)


def test_the_contents_in_the_front_matter_are_the_headings() -> None:
    text = page('<h2 id="a">中文 &lt;b&gt;</h2>').source_text()
    assert split_source(text)[0]["toc"] == [[2, "a", "中文 <b>"]]
    assert "中文" in text.splitlines()[1], "readable where people look at the source"
    json.loads(text.splitlines()[1])
