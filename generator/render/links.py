"""Links made from the model, as seen from one page."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup, escape

from generator.i18n.words import Translator, Words, translatable
from generator.model.handbook import Handbook
from generator.render.prose import plain_text
from generator.views.sitemap import Location, Sitemap

COMMA = translatable(", ")
_NAMED_BY = ("title", "term", "name", "focus")


def words_html(words: Words) -> Markup:
    """A plain label as HTML, marked where it is in another language than the page."""
    if words.language is None:
        return escape(plain_text(words.text))
    return Markup(f'<span lang="{words.language}" class="hb-untranslated">{escape(plain_text(words.text))}</span>')


@dataclass(frozen=True)
class Titles:
    """Titles of elements in one language, each made once for all pages."""

    handbook: Handbook
    translator: Translator
    _made: dict[tuple[str, str], Markup] = field(default_factory=dict)

    @property
    def comma(self) -> Markup:
        """What stands between the members of a list."""
        return escape(self.translator.gettext(COMMA))

    def of(self, kind: str, name: str) -> Markup:
        """The title of an element."""
        if (kind, name) not in self._made:
            element = self.handbook.index[kind][name]
            own = next(getattr(element, key) for key in _NAMED_BY if hasattr(element, key))
            words = self.translator.words(own)
            # A name of a person is right in every language.
            self._made[kind, name] = words_html(Words(words.text) if kind == "person" else words)
        return self._made[kind, name]


@dataclass(frozen=True)
class Links:
    """Makes links for one page of one language."""

    titles_of: Titles
    sitemap: Sitemap
    page: str
    _made: dict[tuple[str, str], Markup] = field(default_factory=dict)

    def href(self, kind: str, name: str) -> str:
        """The relative URL of an element."""
        return self.sitemap.find(kind, name).seen_from(self.page)

    def to(self, kind: str, name: str) -> Markup:
        """A link to an element, with its title."""
        if (kind, name) not in self._made:
            link = Markup(f'<a href="{escape(self.href(kind, name))}">{self.title(kind, name)}</a>')
            self._made[kind, name] = link
        return self._made[kind, name]

    def many(self, kind: str, names: tuple[str, ...]) -> Markup:
        """Links to several elements, separated by commas."""
        return self.titles_of.comma.join(self.to(kind, name) for name in names)

    def title(self, kind: str, name: str) -> Markup:
        """The title of an element in the language of the page."""
        return self.titles_of.of(kind, name)

    def titles(self, kind: str, names: tuple[str, ...]) -> Markup:
        """Titles of several elements without links."""
        return self.titles_of.comma.join(self.title(kind, name) for name in names)

    def path(self, page: str, anchor: str = "") -> str:
        """The relative URL of a page, from its path at the root of the language."""
        return Location(page, anchor).seen_from(self.page)

    def location(self, location: Location) -> str:
        """The relative URL of a location."""
        return location.seen_from(self.page)
