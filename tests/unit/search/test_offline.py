"""The list of pages that a copy without a server searches."""

from __future__ import annotations

import json
from typing import Any

from generator.render.page import Page
from generator.search.offline import offline_index


def page(html: str, path: str = "scenarios/outage.html", title: str = "Outage") -> Page:
    return Page(path, title, "", html, None, path)


def entries(*pages: Page) -> list[dict[str, Any]]:
    script = offline_index(pages).decode()
    assert script.startswith("window.handbookPages=")
    assert script.endswith(";\n")
    found: list[dict[str, Any]] = json.loads(script.removeprefix("window.handbookPages=").removesuffix(";\n"))
    return found


def test_each_page_has_an_entry_with_path_title_and_text() -> None:
    found = entries(page("<p>It is <b>dark</b>.</p>"), page("<p>停电</p>", "roles/cook.html", "厨师"))
    assert [(entry["path"], entry["title"], entry["text"]) for entry in found] == [
        ("scenarios/outage.html", "Outage", "It is dark ."),
        ("roles/cook.html", "厨师", "停电"),
    ]


def test_other_words_that_lead_to_a_page_are_kept_apart() -> None:
    html = '<p class="hb-aka" data-x="8"><span>blackout</span> · <span>no power &amp; light</span></p><p>Text</p>'
    (entry,) = entries(page(html))
    assert "blackout" in entry["words"]
    assert "no power & light" in entry["words"]
    assert "Text" not in entry["words"]
    assert "blackout" in entry["text"]


def test_a_page_without_other_words_has_none() -> None:
    assert entries(page("<p>Text</p>"))[0]["words"] == ""


def test_the_label_before_the_other_words_leads_nowhere() -> None:
    html = '<p class="hb-aka"><span data-pagefind-ignore>Also called:</span> <span>blackout</span></p>'
    assert entries(page(html))[0]["words"] == "blackout"


def test_pictures_scripts_styles_buttons_and_pilcrows_are_no_text() -> None:
    html = (
        '<svg role="img"><title>Picture</title><text>label</text></svg><script>let code = "<p>";</script>'
        '<style>p{color:red}</style><button type="button">Press</button>'
        '<h2 id="a">Head<a class="headerlink" href="#a">¶</a></h2>\n\n<p>One\ntwo</p>'
    )
    assert entries(page(html))[0]["text"] == "Head One two"


def test_there_are_no_tags_and_no_entities_in_the_text() -> None:
    (entry,) = entries(page('<table><tr><td title="a &gt; b">R&amp;D</td><td>5 &lt; 6</td></tr></table>'))
    assert entry["text"] == "R&D 5 < 6"


def test_the_script_cannot_be_left_early() -> None:
    wicked = "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- &lt;script"
    script = offline_index([page(f"<p>{wicked}</p>", title="</script><!--")]).decode()
    assert "</script" not in script
    assert "<!--" not in script, "inside a script element it would swallow what follows"
    (entry,) = entries(page(f"<p>{wicked}</p>", title="</script><!--"))
    assert entry["title"] == "</script><!--"
    assert entry["text"] == "</script><script>alert(1)</script> <!-- <script"
