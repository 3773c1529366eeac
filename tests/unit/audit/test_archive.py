"""Archives depend on nothing but the files and the time of the commit."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

from generator.audit.archive import sums_of, sums_text, zip_bytes

NOON = 1795348800
FILES = {"b/二.txt": b"two", "a.txt": b"one", "empty": b""}


def test_the_order_in_which_files_were_made_makes_no_difference() -> None:
    assert zip_bytes(FILES, NOON) == zip_bytes(dict(reversed(FILES.items())), NOON)


def test_every_file_is_there_with_the_time_of_the_commit_and_readable_for_all() -> None:
    with ZipFile(BytesIO(zip_bytes(FILES, NOON))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == FILES
        assert archive.namelist() == sorted(FILES)
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 22, 12, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}


def test_a_commit_before_the_first_year_of_the_format_can_be_packed() -> None:
    with ZipFile(BytesIO(zip_bytes(FILES, 0))) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_digests_are_those_of_the_content_in_the_form_of_sha256sum() -> None:
    digest = sha256(b"one").hexdigest()
    assert sums_of(FILES)["a.txt"] == digest
    assert sums_text({"b": "2", "a.txt": digest}) == f"{digest}  a.txt\n2  b\n".encode()


def test_a_name_with_a_line_break_is_marked_as_sha256sum_does() -> None:
    assert sums_text({"a\nb\\c": "1"}) == b"\\1  a\\nb\\\\c\n"
