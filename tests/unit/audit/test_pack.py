"""A pack is whole, tells nothing of people unless it was asked to, and proves itself."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest

from generator.analysis.restricted import Restricted, Word
from generator.audit.edition import AuditedEdition
from generator.audit.pack import REPORT, SUMS, masked_table, pack_files
from generator.errors import HandbookError
from generator.exports import Table
from generator.history.past import Gap, Past
from generator.loading import PlanFile
from tests.unit.audit.audited import SITE, audited, edited, environment, loaded, plan_files

FIRE = "scenarios/fire.yml"
COMPANY = "plans/organization/company.yml"
NAMED = edited(FIRE, "do: Lead everybody out to the assembly point.", "do: Call Ai Lan at +86 (571) 5550-1001 and run.")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("templates")


@pytest.fixture(scope="module")
def pack(cache: Path) -> dict[str, bytes]:
    """What changed is a name, a number, and a duty in which both are named."""
    return packed(audited(NAMED, before=plan_files()), cache)


def packed(edition: AuditedEdition, cache: Path) -> dict[str, bytes]:
    return pack_files(edition, environment(cache))


def texts(files: dict[str, bytes]) -> dict[str, str]:
    """Everything that can be read in a pack; spreadsheets are archives themselves."""
    return {path: _inside(content) if path.endswith(".xlsx") else content.decode() for path, content in files.items()}


def _inside(archive: bytes) -> str:
    with ZipFile(BytesIO(archive)) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist())


def digests(sums: bytes) -> dict[str, str]:
    """Digests by path."""
    found = (line.partition("  ") for line in sums.decode().splitlines())
    return {path: digest for digest, _, path in found}


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.append(value)
            if name == "id" and value:
                self.ids.append(value)


def report(files: dict[str, bytes]) -> _Links:
    found = _Links()
    found.feed(files[REPORT].decode())
    return found


def test_every_file_named_in_the_report_is_there_and_every_file_is_named(pack: dict[str, bytes]) -> None:
    found = report(pack)
    named = {unquote(link) for link in found.links if not link.startswith("#")}
    assert named == pack.keys() - {REPORT}
    assert {link.removeprefix("#") for link in found.links if link.startswith("#")} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


def test_the_report_needs_no_script_and_no_other_host(pack: dict[str, bytes]) -> None:
    html = pack[REPORT].decode()
    assert "<script" not in html
    assert "://" not in html
    assert "@import" not in html


def test_the_digests_are_those_of_every_other_file(pack: dict[str, bytes]) -> None:
    assert digests(pack[SUMS]) == {path: sha256(content).hexdigest() for path, content in pack.items() if path != SUMS}


def test_nothing_of_people_is_in_any_file(pack: dict[str, bytes]) -> None:
    people = loaded(plan_files())[1].people.values()
    secrets = [word for person in people for word in (person.name, *(way.value for way in person.contacts))]
    secrets += [re.sub(r"\D", "", word)[2:] for word in secrets if word.startswith("+86")]
    assert len(secrets) > 20
    for path, text in texts(pack).items():
        bare = re.sub(r"[\s().\-/+]", "", text)
        told = [word for word in secrets if word in text or (word.isdigit() and word in bare)]
        assert told == [], path


def test_with_contacts_the_files_are_as_they_were_committed(cache: Path) -> None:
    files = packed(audited(NAMED, before=plan_files(), contacts=True), cache)
    assert {path: files[path] for path in (file.path for file in NAMED)} == {file.path: file.data for file in NAMED}
    assert not [path for path in files if "left-out" in path]
    assert b"Ai Lan" in files["tables/changes.csv"]
    assert b"tagger: Ai Lan <ai@lantern.example>" in files["tag.txt"]


def test_what_is_left_out_can_be_proved_later(pack: dict[str, bytes]) -> None:
    originals = {file.path: sha256(file.data).hexdigest() for file in NAMED}
    left_out = digests(pack["left-out.sha256"])
    assert left_out.keys() == {COMPANY, "plans/organization/assignments.yml", f"plans/{FIRE}"}
    assert all(originals[path] == digest for path, digest in left_out.items())
    assert all(f"{path}.left-out.txt" in pack and path not in pack for path in left_out)
    kept = {path for path in pack if path.startswith("plans/") and path.endswith(".yml")}
    assert kept == originals.keys() - left_out.keys()
    assert all(sha256(pack[path]).hexdigest() == originals[path] for path in kept)


def test_the_manifest_is_that_of_the_tag_and_the_digests_of_the_site_are_its(pack: dict[str, bytes]) -> None:
    assert pack["manifest.json"] == audited(NAMED).manifest.json_text.encode()
    assert pack["site.sha256"].decode() == "".join(f"{digest}  {path}\n" for path, digest in SITE.items())
    assert sha256(pack["manifest.json"]).hexdigest() in pack[REPORT].decode()


def test_a_signature_is_told_and_kept(cache: Path) -> None:
    edition = audited()
    signed = "-----BEGIN SSH SIGNATURE-----\nabc\n-----END SSH SIGNATURE-----"
    told = packed(replace(edition, tag=replace(edition.tag, signature=signed)), cache)["tag.txt"].decode()
    assert "signature: SSH SIGNATURE\n" in told
    assert signed in told
    assert "signature: none" in packed(edition, cache)["tag.txt"].decode()


def section(files: dict[str, bytes], name: str) -> str:
    """The text of a section of the report, without markup."""
    found = re.search(rf'<section id="{name}">(.*?)</section>', files[REPORT].decode(), re.DOTALL)
    assert found is not None
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


def test_the_report_says_what_a_fingerprint_holds_and_what_it_leaves_out(pack: dict[str, bytes]) -> None:
    told = section(pack, "verify")
    assert "SHA-256 of its content, written as JSON in one fixed form" in told
    assert "Left out are references to requirements (covers), version, status, days and revisions" in told
    assert "exercises, incidents, corrective actions and restore tests" in told
    assert "Records are therefore not approved. The tag and its commit hold them" in told
    assert "apart from records of exercises, incidents, actions and restore tests" in section(pack, "answers")


def test_who_held_the_role_of_the_approver_is_left_out_with_a_digest_or_packed(
    pack: dict[str, bytes], cache: Path
) -> None:
    assert "which is left out here; its digest is given" in section(pack, "verify")
    assert "which this pack holds" in section(packed(audited(contacts=True), cache), "verify")


def test_a_tag_without_signature_is_said_to_prove_nobody(pack: dict[str, bytes], cache: Path) -> None:
    edition = audited()
    signed = replace(edition, tag=replace(edition.tag, signature="-----BEGIN SSH SIGNATURE-----\nabc"))
    bare, proved = section(pack, "verify"), section(packed(signed, cache), "verify")
    assert "The tag is not signed: nothing here proves who released the edition" in bare
    assert "git verify-tag" not in bare
    assert "The tag is signed: SSH SIGNATURE." in proved
    assert "git verify-tag edition/2026.11" in proved
    assert "not signed" not in proved


def test_another_generator_is_told_with_what_can_still_be_compared(cache: Path) -> None:
    edition = audited()
    told = packed(edition, cache)[REPORT].decode()
    assert "Plans, approvals and manifest are those of the tag" in told
    assert "says so in its edition.json, under rebuilt, with its own list of digests" in told
    same = replace(edition, made_with=edition.manifest.built_with)
    assert "edition.json" not in packed(same, cache)[REPORT].decode()


def test_coverage_is_counted_by_catalog_and_a_gap_is_told_in_words(cache: Path) -> None:
    law = b"id: law\ntitle: Law of Ai Lan\nsummary: All.\ncomplete: true\nrequirements:\n"
    law += b"".join(b"  - {id: %s, area: Fire, need: Say so.}\n" % name for name in (b"LAW-1", b"LAW-2"))
    files = (
        *edited(FIRE, "title: Fire", "covers: [LAW-1]\ntitle: Fire"),
        PlanFile("plans/requirements/law.yml", "requirements/law.yml", law),
    )
    pack = packed(audited(files), cache)
    assert "Which requirements are covered? Law of …: 1 of 2 requirements are covered. 1 gap." in section(
        pack, "answers"
    )
    assert "LAW-2 Fire Say so. not covered" in section(pack, "covered")


def test_questions_tell_what_became_of_findings(pack: dict[str, bytes]) -> None:
    told = section(pack, "answers")
    assert "Which requirements are covered? The handbook has no list of requirements." in told
    assert re.search(r"Findings demand \d+ changes? of (a plan|plans): \d+ done, \d+ open, \d+ late\.", told)


def test_every_table_says_the_same_in_all_its_forms(pack: dict[str, bytes]) -> None:
    names = {path.removesuffix(".json") for path in pack if path.startswith("tables/") and path.endswith(".json")}
    assert {name.removeprefix("tables/") for name in names} >= {
        *("register", "approvals", "revisions", "changes", "due-dates", "exercises", "exercise-records"),
        *(
            "exercise-timings",
            "exercise-findings",
            "corrective-actions",
            "incidents",
            "restore-tests",
            "checker-findings",
        ),
        "waivers",
    }
    assert not [name for name in names if "/scenario-" in name or "/role-" in name]
    for name in names:
        told = json.loads(pack[f"{name}.json"])
        assert {f"{name}.csv", f"{name}.xlsx"} <= pack.keys()
        assert all(len(row) == len(told["columns"]) for row in told["rows"])
        head = pack[f"{name}.csv"].decode("utf-8-sig").split("\r\n")[0]
        assert head.count(",") == len(told["columns"]) - 1


def test_differences_are_told_as_the_comparison_tells_them(pack: dict[str, bytes]) -> None:
    told = json.loads(pack["differences.json"])
    assert (told["before"], told["after"]) == ("2026.10", "2026.11")
    assert [change["after"] for change in told["changes"]] == ["Call … at … and run."]


def test_without_an_edition_before_the_report_says_so(cache: Path) -> None:
    files = packed(audited(), cache)
    assert "differences.json" not in files
    assert "There is no edition before this one." in files[REPORT].decode()


def test_an_edition_before_that_cannot_be_read_is_told_with_the_reason(cache: Path) -> None:
    past = Past((), None, Gap.UNREADABLE, "plans/a.yml:1:1: A key is <unknown>.", "2026.11", "")
    html = packed(replace(audited(), past=past), cache)[REPORT].decode()
    assert "cannot be read by this version" in html
    assert "A key is &lt;unknown&gt;." in html


def test_words_of_plans_and_people_do_not_become_markup(cache: Path) -> None:
    files = edited(FIRE, "title: Fire", "title: <script>alert(1)</script>")
    html = packed(audited(files, changes="- <b>Bold</b>"), cache)[REPORT].decode()
    assert "<script" not in html
    assert "<b>Bold" not in html


def test_a_manifest_that_names_somebody_is_left_out_like_any_other_file(cache: Path) -> None:
    files = packed(audited(changes="- Ask Bo Ren."), cache)
    assert "manifest.json" not in files
    assert "Bo Ren" not in "".join(texts(files).values())


def test_a_company_can_replace_the_report_and_is_told_what_is_wrong_with_it(tmp_path: Path) -> None:
    own = tmp_path / "site_templates" / "audit"
    own.mkdir(parents=True)
    (own / "report.html.j2").write_text("{{ view.edition.name }} of ours")
    shown = pack_files(audited(), environment(tmp_path, own.parent))
    assert shown[REPORT] == b"2026.11 of ours"
    (own / "report.html.j2").write_text("\n{{ view.nothing }}")
    with pytest.raises(HandbookError, match=r"audit/report\.html\.j2.* cannot be used"):
        pack_files(audited(), environment(tmp_path, own.parent))


def test_a_table_keeps_its_shape_without_what_is_restricted() -> None:
    word = Word.of("Lin Yue", "Lin Yue")
    table = Table("t", "Of Lin Yue", ("Who", "Number"), (("Lin Yue", 1), (None, 2.5)))
    assert masked_table(table, Restricted((word,))) == replace(table, title="Of …", rows=(("…", 1), (None, 2.5)))
