"""Words that do harm in a statement."""

from __future__ import annotations

from generator.analysis.harmful_words import harms


def found(says: str, *, recall: bool = False) -> list[tuple[str, str]]:
    return [(harm.name, quoted) for harm, quoted in harms(says, recall)]


def test_each_kind_of_harm_is_told_once_with_its_first_words() -> None:
    says = "Probably the host is to blame, probably not. The courier is to blame too."
    assert found(says) == [("a guess", "Probably"), ("blame of others", "is to blame")]


def test_words_are_found_over_line_breaks_and_quoted_on_one_line() -> None:
    assert found("We take this\n  very seriously.") == [("an empty phrase", "take this very seriously")]


def test_a_phrase_ends_with_its_sentence() -> None:
    assert found("We take orders by phone. Seriously hurt people come first.") == []


def test_parts_of_words_and_names_of_gaps_do_no_harm() -> None:
    assert found("Improbably cheap: {probably}.") == []
    assert found("METODOLOGY") == []


def test_soothing_words_count_in_recalls_only() -> None:
    assert found("This recall is voluntary.") == []
    assert found("This recall is voluntary.", recall=True) == [("words that play the danger down", "voluntary")]
