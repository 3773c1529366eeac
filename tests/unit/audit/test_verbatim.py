"""What is left out can be proved later."""

from __future__ import annotations

from hashlib import sha256

from generator.analysis.restricted import NOTHING_RESTRICTED, Restricted
from generator.audit.verbatim import withheld
from tests.unit.analysis.sample_plans import handbook, organization, person
from tests.unit.audit.audited import ENGLISH

NAMED = Restricted.of(handbook(organization(people=[person("anna") | {"name": "Anna"}])))
FILES = {"plans/b.yml": b"do: Call Anna.\nby: nobody\n", "plans/a.yml": b"do: Call 119.\n"}


def test_only_files_that_tell_of_people_are_left_out() -> None:
    assert [found.path for found in withheld(FILES, NAMED)] == ["plans/b.yml"]
    assert withheld(FILES, NOTHING_RESTRICTED) == ()


def test_the_note_names_the_digest_of_the_original_and_says_the_rest_of_it() -> None:
    (found,) = withheld(FILES, NAMED)
    note = found.note("edition/2026.11", ENGLISH).decode()
    assert sha256(FILES["plans/b.yml"]).hexdigest() in note
    assert "git show edition/2026.11:./plans/b.yml | sha256sum" in note
    assert note.endswith("\n\ndo: Call ….\nby: nobody\n")
    assert "Anna" not in note


def test_of_a_file_that_says_who_is_who_nothing_is_said() -> None:
    about = Restricted(NAMED.words, frozenset({"plans/a.yml"}), applies=True)
    notes = {found.path: found.note("t", ENGLISH).decode() for found in withheld(FILES, about)}
    assert notes.keys() == FILES.keys()
    assert "119" not in notes["plans/a.yml"]
