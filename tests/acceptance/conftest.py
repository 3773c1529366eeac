"""A small handbook for each test, and one built once for those that only begin from a site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.acceptance.books import commit, git
from tests.acceptance.projects import build
from tests.acceptance.repositories import bookshop
from tests.golden.books import copy_book
from tests.rules.overlay import BASE


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The corner shop, not built yet."""
    return copy_book("corner-shop", tmp_path / "shop")


@pytest.fixture(scope="session")
def built_shop_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_book("corner-shop", tmp_path_factory.mktemp("built") / "shop")
    build(folder)
    return folder


@pytest.fixture
def built_shop(built_shop_once: Path, tmp_path: Path) -> Path:
    """The corner shop with a site; its stamp is of another folder, so that the next build is a whole one."""
    return Path(shutil.copytree(built_shop_once, tmp_path / "shop"))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The small handbook of the rules, in which nothing is wrong, in a folder of its own."""
    return Path(shutil.copytree(BASE, tmp_path / "book"))


@pytest.fixture
def repository(book: Path) -> Path:
    git(book, "init", "-q", "-b", "main")
    commit(book)
    return book


@pytest.fixture
def unreleased(tmp_path: Path) -> Path:
    """A bookshop in a repository of its own, committed and ready for its first edition."""
    return bookshop(tmp_path / "shop")


@pytest.fixture
def published(published_editions: Path, tmp_path: Path) -> Path:
    """Two editions in two languages, released and published."""
    return Path(shutil.copytree(published_editions, tmp_path / "shop"))
