"""Reasons why a command cannot go on. What is wrong inside a plan is a `Finding`, never one of these."""

from __future__ import annotations


class HandbookError(Exception):
    """Base of all expected failures: `message` says what is wrong, `remedy` what to do about it."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
