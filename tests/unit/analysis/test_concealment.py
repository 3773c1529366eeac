"""Orders to conceal are found in three languages; orders that forbid it are not."""

from __future__ import annotations

import pytest

from generator.analysis.concealment import order_to_conceal


@pytest.mark.parametrize(
    "words",
    [
        "Do not report the leak before Monday.",
        "Don't tell the police.",
        "Keep it secret from the authorities.",
        "Delay the notification until the sale is over.",
        "Wipe the server and delete the log files.",
        "Alter the records so that the times fit.",
        "Backdate the entry.",
        "If the disk cannot be saved, destroy the evidence.",
        "先不上报，等老板回来。",
        "删除相关日志。",
        "把事故压下来，瞒报人数。",
        "推迟上报。",
        "No informar a la autoridad hasta el lunes.",
        "Borrar los registros del servidor.",
        "Retrasar la notificación.",
        "Ocultar el accidente.",
    ],
)
def test_an_order_to_conceal_is_found(words: str) -> None:
    assert order_to_conceal(words)


@pytest.mark.parametrize(
    "words",
    [
        "Never delete the logs.",
        "Nobody may alter records or delete evidence.",
        "Do not tell the press.",
        "Never tell a buyer that he is suspected.",
        "Do not hide the accident.",
        "Delete the listing and keep the records.",
        "Hide the failed way of paying.",
        "A false alarm is never punished; a hidden or altered report always is.",
        "Report at once.",
        "不得迟报、谎报、瞒报。",
        "严禁删除日志。",
        "Nunca borrar los registros.",
        "No ocultar el accidente.",
        "No informar a la prensa.",
    ],
)
def test_what_forbids_it_or_means_something_else_is_left_alone(words: str) -> None:
    assert order_to_conceal(words) is None


def test_the_words_of_the_order_are_given_as_written() -> None:
    assert order_to_conceal("Stay calm. Do not report  the fire\nyet.") == "Do not report the fire"
