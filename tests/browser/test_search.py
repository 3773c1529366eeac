"""Search finds the page of the emergency first, over HTTP and from a folder, in English and in Chinese."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import Visits

Way = Literal["served", "folder"]
BOTH_WAYS = pytest.mark.parametrize("way", ["served", "folder"])

ENGLISH = [
    ("payment", "payment-anomaly"),
    ("refund", None),
    ("data leak", "customer-data-leak"),
    ("cannot pay", "payment-anomaly"),
    ("charged twice", "payment-anomaly"),
    ("blackout", "power-failure"),
    ("Fire", "fire"),
]
CHINESE = [
    ("支付异常", "payment-anomaly"),
    ("退款", None),
    ("断电", "power-failure"),
    ("爆仓", "warehouse-overload"),
    ("数据泄露", "customer-data-leak"),
    ("扣押", "parcels-withheld"),
    ("付不了款", None),
]
"""Words that are in the title or the synonyms of a scenario, and which one (None where several share the word)."""

IN_SENTENCES = ["对讲机", "集合点", "清点人数", "充电宝", "错误代码", "应急照明", "测试订单", "发电机"]
"""Chinese words that no scenario has in its title or synonyms: they are in the middle of sentences."""


def search(page: Page, words: str) -> list[str]:
    """Paths of the results, best first, below the root of the language."""
    page.locator("[data-hb-search-open]").click()
    page.locator("[data-hb-query]").fill(words)
    expect(page.locator("[data-hb-status]")).not_to_be_empty()
    expect(page.locator("[data-hb-results] a").first).to_be_visible()
    links = page.locator("[data-hb-results] a").evaluate_all("links => links.map((link) => link.href)")
    return [
        re.sub(r".*?/(zh/|bundled-site/|(?=scenarios/|roles/))+", "", urlsplit(link).path).lstrip("/") for link in links
    ]


def text_of(site: Path, path: str) -> tuple[str, str]:
    """Title with synonyms, and everything in the content of a page."""
    html = (site / path / "index.html" if (site / path).is_dir() else site / path).read_text(encoding="utf-8")
    content = html[html.index('class="md-content"') : html.index('class="hb-footer"')]
    heads = re.findall(r'<h1[^>]*>.*?</h1>|<p class="hb-aka".*?</p>', content, re.DOTALL)
    return _plain(" ".join(heads)), _plain(content)


def _plain(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html))).lower()


@BOTH_WAYS
@pytest.mark.parametrize(("words", "expected"), ENGLISH + CHINESE)
def test_a_scenario_named_by_the_words_comes_before_pages_that_only_mention_them(
    visits: Visits, built_site: Path, way: Way, words: str, expected: str | None
) -> None:
    prefix = "" if words.isascii() else "zh/"
    page = visits.blank()
    page.goto(f"{visits.root(way)}{prefix}index.html")
    found = search(page, words)
    assert expected is None or found[0] == f"scenarios/{expected}.html"
    heads = [text_of(built_site / prefix, path)[0] if path.startswith("scenarios/") else "" for path in found]
    named = [words.lower() in head for head in heads]
    assert named[0], f"{found[0]} is not named by {words}"
    assert named == sorted(named, reverse=True), f"named ones are not first: {list(zip(found, named, strict=True))}"


@BOTH_WAYS
@pytest.mark.parametrize("words", IN_SENTENCES)
def test_a_chinese_word_from_the_middle_of_a_sentence_is_found(
    visits: Visits, built_site: Path, way: Way, words: str
) -> None:
    page = visits.blank()
    page.goto(f"{visits.root(way)}zh/index.html")
    found = search(page, words)
    assert words in text_of(built_site / "zh", found[0])[1], f"{found[0]} does not have {words}"


@BOTH_WAYS
@pytest.mark.parametrize(("prefix", "words"), [("", "double charge"), ("zh/", "支付异常")], ids=["en", "zh"])
def test_a_cold_visit_to_a_deep_page_can_search_and_open_the_result(
    visits: Visits, way: Way, prefix: str, words: str
) -> None:
    page = visits.blank()
    page.goto(f"{visits.root(way)}{prefix}roles/duty-manager.html")
    search(page, words)
    page.locator("[data-hb-results] a").first.click()
    page.wait_for_url(f"**/{prefix}scenarios/payment-anomaly.html")
    expect(page.locator("[data-hb-scenario=payment-anomaly]")).to_be_visible()


@BOTH_WAYS
def test_results_tell_what_they_are_and_mark_or_quote_the_text(visits: Visits, way: Way) -> None:
    page = visits.blank()
    page.goto(f"{visits.root(way)}index.html")
    search(page, "blackout")
    first = page.locator("[data-hb-results] li").first
    expect(first.locator(".hb-tag")).to_have_text("Emergency")
    expect(first.locator("p")).to_contain_text("blackout", ignore_case=True)


@BOTH_WAYS
@pytest.mark.parametrize("prefix", ["", "zh/"], ids=["en", "zh"])
def test_nothing_found_is_said_and_old_results_go(visits: Visits, way: Way, prefix: str) -> None:
    page = visits.blank()
    page.goto(f"{visits.root(way)}{prefix}index.html")
    search(page, "UPS")
    message = page.locator("[data-hb-status]").get_attribute("data-hb-none")
    assert message
    page.locator("[data-hb-query]").fill("qqzzxxjj")
    expect(page.locator("[data-hb-status]")).to_have_text(message)
    expect(page.locator("[data-hb-results] li")).to_have_count(0)


def test_the_message_for_no_result_is_chinese_on_chinese_pages(visits: Visits) -> None:
    page = visits.open("zh/index.html")
    page.locator("[data-hb-search-open]").click()
    page.locator("[data-hb-query]").fill("qqzzxxjj")
    expect(page.locator("[data-hb-status]")).to_have_text(re.compile("[一-鿿]{4}"))


def test_an_emptied_field_empties_the_results(visits: Visits) -> None:
    page = visits.open("index.html")
    search(page, "fire")
    page.locator("[data-hb-query]").fill("")
    expect(page.locator("[data-hb-results] li")).to_have_count(0)
    expect(page.locator("[data-hb-status]")).to_be_empty()
