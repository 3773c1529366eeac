"""Which headings of EDITIONS.md are entries of editions."""

from __future__ import annotations

import pytest

from generator.editions.changelog import edition_entries, edition_entry
from generator.editions.number import Edition


@pytest.mark.parametrize(
    "heading",
    [
        "## 2026.12",
        "## [2026.12]",
        "##\t2026.12 – 3 December",
        "## Edition 2026.12",
        "## Versión 2026.12 – 3 December",
        "## Ausgabe [2026.12] (in force)",
        "## 版本 2026.12",
        "## No. 2026.12",
    ],
)
def test_an_entry_is_found_under_its_heading(heading: str) -> None:
    text = f"# Editions\n\n{heading}\n\n- What changed.\n\n## 2026.11\n\n- Before.\n"
    assert edition_entry(text, Edition(2026, 12)) == "- What changed."
    assert edition_entry(text, Edition(2026, 11)) == "- Before."


@pytest.mark.parametrize(
    "heading",
    [
        "# 2026.12",
        "### Edition 2026.12",
        "## The edition 2026.12",
        "## 2026.12.1",
        "## Edition 2026.12.1",
        "## Edition2026.12",
        "## 12 2026.12",
        "## Edition 2026.12th",
        "## Edition",
    ],
)
def test_another_heading_is_no_entry_of_the_edition(heading: str) -> None:
    text = f"## 2026.11\n\n- Before.\n\n{heading}\n\n- What changed.\n"
    assert edition_entry(text, Edition(2026, 12)) == ""


def test_only_numbers_of_editions_have_entries() -> None:
    assert edition_entries("## Appendix 3\n\nA.\n\n## 2026.13\n\nB.\n\n## Edition 2026.12.1\n\nC.\n") == {
        "2026.12.1": "C."
    }
