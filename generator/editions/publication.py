"""What stands around the editions in a published folder: their list, the way to the one in force, the way between them.

`versions.json` is the list as mike writes it and as Material's own selector reads it. `editions.js` is the same for our
pages: a script can be loaded without a server too. `editions/2026.11.js` lists the pages of one edition, which tells
whether a page exists there; it is loaded when somebody is about to go there. `latest/` holds a page for every page of
any edition that leads on to the edition in force. Hosts show `404.html` for addresses that lead nowhere; it leads to
the home page of the edition in force.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

LATEST = "latest"
CURRENT = "current"
"""Stands in for an edition where none is known."""
MARK = "editions.js"
"""Every published folder has it."""
STAMP = "edition.json"
"""In the folder of each edition: its manifest, and what was built from it if that is something else."""

_HOME, _LOST = "index.html", "404.html"
_VERSIONS = "versions.json"
_LISTS = "editions"
AROUND = frozenset({_HOME, _LOST, _VERSIONS, MARK, _LISTS, LATEST})
"""What stands beside the folders of the editions."""

_REDIRECT = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<script>location.replace("{target}" + location.search + location.hash)</script>
<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>
<meta name="robots" content="noindex"><meta name="viewport" content="width=device-width"></head>
<body><p><a href="{target}">{title}</a></p></body></html>
"""

_LOST_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>404 · {title}</title>
<meta name="robots" content="noindex"><meta name="viewport" content="width=device-width">
<script>
// Shown at the wrong address, of which only the folder of an edition tells where the handbook begins.
const [, root, language] = location.pathname.match({pattern}) ?? [, "/"];
const home = root + "{latest}/" + (language ? language + "/" : "") + "index.html";
if (location.pathname !== home) location.replace(home);
</script></head>
<body><h1>404</h1><p><a href="/">{title}</a></p></body></html>
"""


@dataclass(frozen=True, slots=True)
class PublishedEdition:
    """What readers of other editions need to know of one."""

    name: str
    source_language: str
    languages: tuple[str, ...]
    pages: frozenset[str]
    """Paths of its pages, those of other languages with the folder of the language."""
    rebuilt: bool = False
    """Whether its pages are not those that were released, as another version of the generator built them."""

    def page_for(self, path: str, origin: PublishedEdition) -> str:
        """The page of the same path and language, or else the home page in that language, or the home page.

        The path is one of the edition `origin`, which may be written in another language.
        """
        folder, _, rest = path.partition("/")
        language, inside = (folder, rest) if folder in origin.languages else (origin.source_language, path)
        prefix = "" if language == self.source_language else f"{language}/"
        for candidate in (f"{prefix}{inside}", f"{prefix}index.html"):
            if candidate in self.pages:
                return candidate
        return "index.html"


def pages_of(files: Iterable[str]) -> frozenset[str]:
    """The pages among the files of a site; the one for wrong addresses is none to go to."""
    return frozenset(path for path in files if path.endswith(".html") and not path.endswith("404.html"))


def surroundings(editions: Sequence[PublishedEdition], in_force: str | None) -> dict[str, bytes]:
    """All files outside the folders of the editions, which are given newest first. `in_force` is None if none is."""
    latest = editions[0]
    files = {
        _HOME: _redirect(latest.name, f"{LATEST}/index.html", latest.source_language),
        _LOST: _lost(latest),
        _VERSIONS: _versions(editions, latest.name),
        MARK: _script("window.handbookEditions", {"inForce": in_force, "editions": [_entry(one) for one in editions]}),
    }
    for edition in editions:
        name = f"(window.handbookEditionPages??={{}})[{json.dumps(edition.name)}]"
        files[f"{_LISTS}/{edition.name}.js"] = _script(name, sorted(edition.pages))
    origins = {page: edition for edition in reversed(editions) for page in edition.pages}
    for page, origin in origins.items():
        up = "../" * (page.count("/") + 1)
        target = f"{up}{latest.name}/{latest.page_for(page, origin)}"
        files[f"{LATEST}/{page}"] = _redirect(latest.name, target, latest.source_language)
    return files


def _versions(editions: Sequence[PublishedEdition], latest: str) -> bytes:
    listed = [
        {"version": one.name, "title": one.name, "aliases": [LATEST] if one.name == latest else []} for one in editions
    ]
    return (json.dumps(listed, indent=2) + "\n").encode()


def _entry(edition: PublishedEdition) -> Mapping[str, object]:
    entry = {"name": edition.name, "source": edition.source_language, "languages": list(edition.languages)}
    return entry | ({"rebuilt": True} if edition.rebuilt else {})


def _script(name: str, value: object) -> bytes:
    return f"{name}={json.dumps(value, separators=(',', ':'))};\n".encode()


def _lost(latest: PublishedEdition) -> bytes:
    folders = "|".join(code for code in latest.languages if code != latest.source_language) or "-"
    pattern = rf"/^(.*?\/)(?:\d{{4}}\.\d\d(?:\.\d+)?|{CURRENT}|{LATEST})\/(?:({folders})\/)?/"
    told = {"language": escape(latest.source_language), "title": escape(latest.name), "latest": LATEST}
    return _LOST_PAGE.format(pattern=pattern, **told).encode()


def _redirect(title: str, target: str, language: str) -> bytes:
    return _REDIRECT.format(language=escape(language), title=escape(title), target=escape(quote(target))).encode()
