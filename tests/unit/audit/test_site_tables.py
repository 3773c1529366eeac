"""Tables of the site stand in the pack as an auditor reads them."""

from __future__ import annotations

from generator.analysis.facts import Facts
from generator.audit.site_tables import tables_of_site
from generator.exports import Table
from generator.exports.register_table import register_table
from generator.exports.table import TableWords
from generator.i18n.words import Translator
from generator.pipeline import Project, translator_for
from generator.views.sitemap import Sitemap
from tests.unit.analysis.sample_plans import AS_OF, handbook, scenario, step

ENGLISH = TableWords(Facts(handbook(scenario(step("see"))), AS_OF), Translator("en", "en"))
COVERAGE = Table("coverage-law", "Law", ("No.", "Where it says so", "Source"), (("L-1", "Fire", ""), ("L-2", "", "")))


def register(words: TableWords) -> tuple[Table, Table]:
    """On the site and in the pack."""
    table = register_table(words, Sitemap.of(words.facts.handbook))
    (found,) = tables_of_site(words, [table])
    return table, found


def test_the_register_shows_state_approval_and_fingerprint_first_and_loses_nothing() -> None:
    table, found = register(ENGLISH)
    assert found.name == "register"
    assert found.columns[:6] == ("Plan", "Title", "Version", "Status", "Approval", "Fingerprint")
    assert sorted(found.columns) == sorted(table.columns)
    for before, after in zip(table.rows, found.rows, strict=True):
        shown = dict(zip(found.columns, after, strict=True))
        assert shown == dict(zip(table.columns, before, strict=True))


def test_the_register_begins_alike_in_every_language(bundled_project: Project) -> None:
    (english,) = {register(ENGLISH)[1].columns.index("Fingerprint")}
    for language in ("zh", "es"):
        words = TableWords(ENGLISH.facts, translator_for(bundled_project, ENGLISH.facts.handbook, language))
        columns = register(words)[1].columns
        assert columns[english] == words.label("Fingerprint")
        assert columns[4] == words.label("Approval")


def test_a_requirement_that_nothing_covers_says_so_and_other_cells_stay_empty() -> None:
    (found,) = tables_of_site(ENGLISH, [COVERAGE])
    assert found.rows == (("L-1", "Fire", ""), ("L-2", "not covered", ""))


def test_tables_for_readers_alone_are_no_part_of_the_pack() -> None:
    names = ["scenario-fire", "role-director", "matrix", "exercises", "due-dates"]
    found = tables_of_site(ENGLISH, [Table(name, name, (), ()) for name in names])
    assert [table.name for table in found] == ["exercises", "due-dates"]
