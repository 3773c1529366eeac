"""Set up MkDocs for one language of a handbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from generator.analysis.calls import call_order
from generator.editions.publication import CURRENT, MARK
from generator.i18n.words import Translator
from generator.i18n.words import translatable as _
from generator.mkdocs_plugin.session import BuildSession
from generator.model.handbook import Handbook
from generator.pipeline import RenderedLanguage, translator_for
from generator.render.prose import plain_text
from generator.search.pagefind import FOLDER

_LABELS = {
    "search": _("Search the handbook"),
    "close": _("Close"),
    "no_result": _("Nothing found. Try another word, or call the duty manager."),
    "results": _("Results"),
    "typing": _("Type what you see or what you need"),
    "emergency": _("Emergency"),
    "role": _("Role"),
    "report_first": _("Report first"),
    "languages": _("Language"),
    "partly_translated": _("The translation is not complete. What is missing is shown in the source language."),
    "copy": _("Copy the words"),
    "copied": _("Copied"),
    "filter": _("Filter this table"),
    "sort": _("Sort by this column"),
    "due": _("due"),
    "as_of": _("as of"),
    "print": _("Print"),
    "edition": _("Edition"),
    "in_force": _("in force"),
    "not_in_force": _("This edition is no longer in force."),
    "rebuilt": _("built again with another version of the generator; the plans are those that were released"),
    "go_to_page": _("Go to the same page of the edition in force."),
    "go_to_home": _("This page is not in the edition in force. Go to its home page."),
    "go_to_latest": _("Go to the edition in force."),
    "unsure": _("This is edition %(edition)s. Without scripts this page cannot tell whether it is still in force."),
    "draft": _("Draft"),
    "working": _("These are the plans as they are being worked on. They are not in force."),
    "as_released": _("These are the plans as they stand. They are those of edition %(edition)s."),
    "no_edition": _("These are the plans as they are being worked on. No edition is known."),
}


def configure_language(
    config: MkDocsConfig, session: BuildSession, rendered: RenderedLanguage, *, nested: bool
) -> MkDocsConfig:
    """Point MkDocs to the rendered tree and give the theme what it shows around every page."""
    translator = translator_for(session.project, session.handbook, rendered.language)
    company = plain_text(translator.words(session.handbook.settings.company.name).text)
    config.docs_dir = str(session.docs_folder(rendered.language))
    handbook = translator.gettext("Emergency handbook")
    config.site_name = f"{company} · {handbook}"
    config.nav = [
        {section: [{rendered.titles[path]: _source(path)} for path in paths]} for section, paths in rendered.navigation
    ]
    config.use_directory_urls = False
    config.extra_css = ["assets/handbook/handbook.css", *config.extra_css]
    config.extra_javascript = [*_scripts(config), *config.extra_javascript]
    # A copy in a folder has no server that would turn `..` into a page.
    config.extra["homepage"] = "index.html"
    config.extra["handbook"] = _around(session, translator, nested)
    config.theme["language"] = rendered.language
    for folder in reversed(session.project.template_folders):
        _put_first(config.theme.dirs, folder / "overrides")
    # Otherwise it would be filled in; what is left of it is taken out of the files.
    config.theme.static_templates.discard("sitemap.xml")
    config.validation.nav.omitted_files = 10
    return config


def _source(path: str) -> str:
    return path.removesuffix(".html") + ".md"


def _scripts(config: MkDocsConfig) -> list[Any]:
    return ["assets/handbook/handbook.js", "assets/handbook/search.js"]


def _put_first(folders: list[str], folder: Path) -> None:
    if folder.is_dir() and str(folder) not in folders:
        folders.insert(0, str(folder))


def _around(session: BuildSession, translator: Translator, nested: bool) -> dict[str, Any]:
    """What the theme shows around every page, in words of the language."""
    settings = session.handbook.settings
    here = next(language for language in settings.languages if language.code == translator.language)
    labels = {key: translator.gettext(label) for key, label in _LABELS.items()}
    return {
        "labels": labels,
        "root": "../" if nested else "",
        "search": f"{'../' if nested else ''}{FOLDER}/",
        "languages": [
            {
                "code": language.code,
                "title": language.title,
                "prefix": _prefix(language.code, translator.language, session.source_language),
                "here": language.code == translator.language,
            }
            for language in settings.languages
        ],
        "partly": not here.complete and translator.language != session.source_language,
        **_whom_to_call(session.handbook, translator),
        "as_of": session.as_of.isoformat(),
        "edition": session.edition,
        "edition_title": labels["draft"] if session.edition == CURRENT else session.edition,
        "edition_note": _edition_note(session, translator),
        "unsure_note": labels["unsure"] % {"edition": session.edition},
        "beside_others": session.released or bool(session.edition and session.past.knows_any),
        "released": session.released,
        "editions": f"{'../' if nested else ''}../",
        "editions_list": MARK,
        "language": translator.language,
    }


def _edition_note(session: BuildSession, translator: Translator) -> str:
    """What a reader must know of the edition; on pages of an edition only where another one is in force."""
    known = "as_released" if session.past.shown else "working" if session.past.knows_any else "no_edition"
    label = _LABELS["not_in_force" if session.released else known]
    return translator.gettext(label) % {"edition": session.past.shown}


def _whom_to_call(book: Handbook, translator: Translator) -> dict[str, Any]:
    """Emergency numbers, and the role everybody reports to with the number of its first holder."""

    def say(text: str) -> str:
        return plain_text(translator.words(text).text)

    intake = book.settings.intake
    calls = call_order(book, intake, most=1) if book.settings.show_contacts else ()
    bodies = [book.outside_bodies[name] for name in book.settings.emergency_numbers]
    number = calls[0].phone.value if calls and calls[0].phone else None
    return {
        "numbers": [{"title": say(body.title), "number": body.contacts[0].value} for body in bodies],
        "intake": {"title": say(book.roles[intake].title), "role": intake, "number": number},
    }


def _prefix(target: str, here: str, source: str) -> str:
    """From the root of one language to that of another."""
    up = "" if here == source else "../"
    return up if target == source else f"{up}{target}/"
