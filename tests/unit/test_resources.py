"""What comes with the generator is found in a checkout and in an installed package."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import resources


def test_a_checkout_uses_the_folders_beside_the_package() -> None:
    root = resources.package().parent
    assert resources.bundled("plans") == root / "plans"
    assert resources.templates() == root / "site_templates"
    assert (resources.templates() / "pages" / "home.html.j2").is_file()
    assert (resources.bundled("plans") / "handbook.yml").is_file()
    assert resources.bundled("mkdocs.yml").is_file()


def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "site-packages" / "generator"
    (package / "bundled" / "plans").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    return package


def test_an_installed_package_uses_what_it_brings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = installed(tmp_path, monkeypatch)
    assert resources.bundled("plans") == package / "bundled" / "plans"
    assert resources.package() == package


def test_an_unrelated_folder_beside_an_installed_package_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = installed(tmp_path, monkeypatch)
    (package.parent / "plans").mkdir()
    assert resources.bundled("plans") == package / "bundled" / "plans"
