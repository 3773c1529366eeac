"""Consoles that print in colour only on a terminal."""

from __future__ import annotations

from rich.console import Console


def output_console() -> Console:
    """For results."""
    return Console(soft_wrap=True, highlight=False)


def error_console() -> Console:
    """For what went wrong, and for progress."""
    return Console(stderr=True, soft_wrap=True, highlight=False)
