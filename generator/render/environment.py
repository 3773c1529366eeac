"""The template engine of one language: escaping on, unknown names an error, words and formats as filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.i18n.formats import Formats
from generator.i18n.labels import name_of
from generator.i18n.words import Translator, Words
from generator.model.communication import Variable
from generator.model.duration import Duration
from generator.model.money import Money
from generator.render.links import COMMA, words_html
from generator.render.prose import block_html, inline_html, plain_text, with_gaps


def template_environment(folders: Sequence[Path], translator: Translator, cache: Path) -> Environment:
    """Look for a template in each folder in turn, so that a project can replace any of them."""
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        bytecode_cache=FileSystemBytecodeCache(str(cache)),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.loopcontrols"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        translator.gettext, translator.ngettext, newstyle=True
    )
    formats = Formats.of(translator)
    prose = _Prose(translator)
    environment.filters.update(
        prose=prose.block,
        inline=prose.inline,
        words=prose.words,
        plain=prose.plain,
        told=told,
        told_block=told_block,
        statement=prose.statement,
        gap=prose.gap,
        name=lambda value: _name(value, translator),
        duration=lambda length: _duration(length, formats),
        minutes=formats.minutes,
        day=lambda day: _day(day, formats),
        month=formats.month,
        money=lambda money: _money(money, formats),
        label=translator.gettext,
        number=formats.number,
        place=formats.place,
        language=formats.language,
    )
    environment.globals.update(language=translator.language, comma=translator.gettext(COMMA))
    return environment


class _Prose:
    """Filters that translate a plan's text and turn it into HTML."""

    def __init__(self, translator: Translator) -> None:
        self._translator = translator

    def block(self, text: str) -> Markup:
        found = self._translator.words(text)
        html = block_html(found.text)
        return html if found.language is None else _foreign("div", found, html)

    def inline(self, text: str) -> Markup:
        found = self._translator.words(text)
        html = inline_html(found.text)
        return html if found.language is None else _foreign("span", found, html)

    def statement(self, text: str, variables: Iterable[Variable] = ()) -> Markup:
        return with_gaps(self.block(text), {variable.name: self.gap(variable) for variable in variables})

    def gap(self, variable: Variable) -> str:
        """What stands in the braces: the name, or for readers of another language what it means."""
        means = self._translator.words(variable.means)
        translated = means.language is None and self._translator.language != self._translator.source_language
        return means.text if translated else variable.name

    def words(self, text: str) -> Markup:
        return words_html(self._translator.words(text))

    def plain(self, text: str) -> str:
        """For attributes and pictures: no markup, no mark of language."""
        return plain_text(self._translator.words(text).text)


def told(text: str) -> Markup:
    """Words of the checker, which are English in every language."""
    return Markup('<span lang="en">{}</span>').format(inline_html(text))


def told_block(text: str) -> Markup:
    """Paragraphs of the checker's manual."""
    return Markup('<div lang="en">{}</div>').format(block_html(text))


def _foreign(tag: str, found: Words, html: Markup) -> Markup:
    form = f'<{tag} lang="{{}}" class="hb-untranslated">{{}}</{tag}>'
    return Markup(form.format(found.language, html))


def _name(value: StrEnum, translator: Translator) -> str:
    return translator.gettext(name_of(value))


def _duration(length: Duration | None, formats: Formats) -> str:
    return "—" if length is None else formats.duration(length)


def _day(day: date | None, formats: Formats) -> str:
    return "—" if day is None else formats.day(day)


def _money(money: Money | None, formats: Formats) -> str:
    return "—" if money is None else formats.money(money)
