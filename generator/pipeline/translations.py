"""What belongs to a base and is no plan: its translations, and the files that shape the pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from babel import UnknownLocaleError

from generator.analysis.fingerprint import recorded_plans, translation_prints
from generator.errors import HandbookError
from generator.files.read import CATALOG_FOLDER, is_plan, read_bytes
from generator.git.changed import changed_since, commit_of, files_at
from generator.i18n.catalogs import PLAN_CATALOG, parse_catalog, translated
from generator.i18n.words import Translator
from generator.impact.files import FileChange
from generator.impact.translations import Catalogs
from generator.model.handbook import Handbook
from generator.pipeline.project import Project
from generator.pipeline.reading import WORKING_TREE, revision_of

_PLANS, _TEMPLATES, _CONFIG = "plans", "site_templates", "mkdocs.yml"
_THEME = re.compile(r"""\bcustom_dir:\s*["']?(?:\./)?([^\s"',}#]+)""")


@dataclass(frozen=True, slots=True)
class BesidePlans:
    """What is compared with the project as it lies here, beside the plans of a base."""

    catalogs: Catalogs
    files: tuple[FileChange, ...] | None
    """Files that shape the pages and are others now; None where the base is no revision."""


NOTHING_BESIDE = BesidePlans({}, None)


def beside_plans(project: Project, base: str, languages: Iterable[str]) -> BesidePlans:
    """Translations of a base that `load_edition` found, and files that shape the pages and changed since.

    A language without a catalog has no translations; one whose catalog can't be read is missing.
    """
    places = {language: f"{_PLANS}/{CATALOG_FOLDER}/{language}/{PLAN_CATALOG}" for language in languages}
    if folder := _folder(project, base):
        return BesidePlans(_catalogs(places, lambda path: _on_disk(folder / path)), None)
    commit = commit_of(revision_of(project, base), project.folder)
    then = files_at(commit, project.folder, (_CONFIG, *places.values()))
    configs = [text.decode(errors="replace") for text in (then.get(_CONFIG, b""), _on_disk(project.site_config))]
    shaping = tuple(file for file in changed_since(commit, project.folder) if shapes_pages(file.path, configs))
    return BesidePlans(_catalogs(places, lambda path: then.get(path, b"")), shaping)


def recorded_prints(handbook: Handbook | None, catalogs: Catalogs) -> dict[str, dict[str, str]]:
    """Fingerprints of the translations of plans with a record, by plan and language; none if a catalog is unread."""
    if handbook is None or not handbook.approvals:
        return {}
    languages = tuple(other_languages(handbook))
    if not catalogs.keys() >= set(languages):
        return {}
    source = handbook.settings.source_language
    translators = (Translator(language, source, catalogs[language]) for language in languages)
    return translation_prints(recorded_plans(handbook), translators)


def other_languages(handbook: Handbook | None) -> Iterator[str]:
    """The languages into which a handbook is translated."""
    if handbook:
        settings = handbook.settings
        yield from (language.code for language in settings.languages if language.code != settings.source_language)


def shapes_pages(path: str, configs: Iterable[str]) -> bool:
    """Whether a file of the project shapes pages though it is no plan; `configs` are texts of mkdocs.yml."""
    top, *inside = PurePosixPath(path).parts
    if top == _PLANS:
        # Plans and their translations are compared sentence by sentence.
        return not inside or not (is_plan(Path(*inside)) or _is_catalog(inside))
    return path == _CONFIG or top == _TEMPLATES or any(_names(text, path) for text in configs)


def _is_catalog(inside: list[str]) -> bool:
    return len(inside) == 3 and inside[0] == CATALOG_FOLDER and inside[-1] == PLAN_CATALOG


def _names(config: str, path: str) -> bool:
    """Whether mkdocs.yml names a file, or a folder of templates in which it lies."""
    whole = rf"(?<![\w./-])(?:\./)?{re.escape(path)}(?!\.?[\w/-])"
    folders = (PurePosixPath(folder) for folder in _THEME.findall(config))
    return bool(re.search(whole, config)) or any(PurePosixPath(path).is_relative_to(folder) for folder in folders)


def _folder(project: Project, base: str) -> Path | None:
    """The folder that a base is, told apart from a revision as `load_edition` does it."""
    if base == WORKING_TREE:
        return project.folder
    return Path(base) if (Path(base) / _PLANS).is_dir() else None


def _on_disk(path: Path) -> bytes:
    return read_bytes(path) if path.is_file() else b""


def _catalogs(places: dict[str, str], read: Callable[[str], bytes]) -> Catalogs:
    found = {}
    for language, path in places.items():
        try:
            found[language] = translated(parse_catalog(read(path), path, language))
        except (HandbookError, LookupError, UnknownLocaleError):
            # A fault of the base is nothing that the change did; the report says that it can't compare.
            continue
    return found
