"""Links in templates: right address, title in the language of the page."""

from __future__ import annotations

import pytest

from generator.errors import HandbookError
from generator.i18n.words import Translator, Words
from generator.render.links import Links, Titles, words_html
from generator.views.sitemap import Location, Sitemap
from tests.unit.analysis.sample_plans import handbook, organization, role, scenario, step

BOOK = handbook(
    organization([role("guard"), role("cook", title="Cook & <Baker>")]),
    scenario(step("see")),
)
SITEMAP = Sitemap.of(BOOK)


def links(page: str, translator: Translator) -> Links:
    return Links(Titles(BOOK, translator), SITEMAP, page)


ENGLISH = Translator("en", "en")
GERMAN = Translator("de", "en", {"Guard": "Wache"})


def test_a_link_has_the_title_of_its_target_and_an_address_seen_from_the_page() -> None:
    assert links("scenarios/outage.html", ENGLISH).to("role", "guard") == '<a href="../roles/guard.html">Guard</a>'
    assert links("roles/cook.html", ENGLISH).to("role", "guard") == '<a href="guard.html">Guard</a>'


def test_titles_are_escaped() -> None:
    assert links("index.html", ENGLISH).title("role", "cook") == "Cook &amp; &lt;Baker&gt;"


def test_titles_are_translated_or_marked_as_untranslated() -> None:
    german = links("index.html", GERMAN)
    assert german.title("role", "guard") == "Wache"
    assert german.to("role", "chief") == (
        '<a href="roles/chief.html"><span lang="en" class="hb-untranslated">Chief</span></a>'
    )


def test_several_links_are_separated_by_commas() -> None:
    english = links("index.html", ENGLISH)
    assert english.many("role", ("chief", "guard")) == (
        '<a href="roles/chief.html">Chief</a>, <a href="roles/guard.html">Guard</a>'
    )
    assert english.titles("role", ("chief", "guard")) == "Chief, Guard"
    assert english.many("role", ()) == ""


def test_pages_and_locations_are_seen_from_the_page_too() -> None:
    english = links("scenarios/outage.html", ENGLISH)
    assert english.path("downloads/matrix.csv") == "../downloads/matrix.csv"
    assert english.path("severity.html", "grades") == "../severity.html#grades"
    assert english.location(Location("scenarios/outage.html", "step-see")) == "#step-see"
    assert english.href("scenario", "outage") == "outage.html"


def test_a_link_to_nothing_is_an_expected_failure() -> None:
    with pytest.raises(HandbookError, match="`nobody`"):
        links("index.html", ENGLISH).href("role", "nobody")


def test_words_in_another_language_carry_its_mark() -> None:
    assert words_html(Words("A & *b*")) == "A &amp; b"
    assert words_html(Words("A & *b*", "en")) == '<span lang="en" class="hb-untranslated">A &amp; b</span>'
