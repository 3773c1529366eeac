"""The same pages as a plain MkDocs site with Material: Markdown files, section-level navigation, `search` plugin."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.pipeline import Project
from generator.render.contents import NAVIGATION
from generator.render.page import split_source

from .markdown import to_markdown, word_count

_PICTURES = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


def make_plain(project: Project, folder: Path) -> dict[str, Any]:
    """Write one plain project for each language rendered below `.handbook/`; say how much of the text they keep."""
    shutil.rmtree(folder, ignore_errors=True)
    theme = _theme(project)
    pages = kept = words = 0
    for docs in sorted((project.cache / "docs").iterdir()):
        titles = {}
        for source in sorted(docs.rglob("*.md")):
            name = source.relative_to(docs).as_posix()
            front, html = split_source(source.read_text(encoding="utf-8"))
            titles[name] = str(front["title"])
            text = to_markdown(html)
            head = {key: front[key] for key in ("title", "description", "hide") if front[key]}
            target = folder / docs.name / "docs" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n\n{text}", encoding="utf-8")
            pages, kept, words = pages + 1, kept + len(text.split()), words + word_count(html)
        config = _config(theme, docs.name, titles)
        (folder / docs.name / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    return {"pages": pages, "words": words, "markdown_words": kept}


def build_plain(folder: Path) -> None:
    """Build every language, all in one process, as `mkdocs build --quiet` would."""
    for language in sorted(path.parent for path in folder.glob("*/mkdocs.yml")):
        config = load_config(config_file=str(language / "mkdocs.yml"), site_dir=str(folder / "site" / language.name))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()


def _theme(project: Project) -> dict[str, Any]:
    """The theme of the handbook, without what only the plugin provides."""
    written = yaml.safe_load(project.site_config.read_text(encoding="utf-8"))
    theme: dict[str, Any] = written["theme"]
    theme.pop("favicon", None)
    return theme


def _config(theme: dict[str, Any], language: str, titles: dict[str, str]) -> dict[str, Any]:
    sections = (
        (section.title, [path.removesuffix(".html") + ".md" for path in section.paths]) for section in NAVIGATION
    )
    return {
        "site_name": "Emergency handbook",
        "use_directory_urls": False,
        "repo_url": "https://git.example/handbook",
        "edit_uri": "edit/main/plans/",
        "theme": {**theme, "language": language},
        "nav": [{title: [{titles[page]: page} for page in pages if page in titles]} for title, pages in sections],
        "plugins": [{"search": {"lang": language}}],
        "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": True}}],
    }
