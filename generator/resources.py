"""What comes with the generator: templates, assets, the bundled handbook."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def bundled(name: str) -> Path:
    """A bundled file or folder: beside the package in a checkout, inside it in an installed wheel."""
    beside = _PACKAGE.parent / name
    return beside if (_PACKAGE.parent / "pyproject.toml").is_file() and beside.exists() else _PACKAGE / "bundled" / name


def templates() -> Path:
    """The folder of templates and assets."""
    return bundled("site_templates")


def package() -> Path:
    """The folder of the generator's own code."""
    return _PACKAGE
