"""Files as a ZIP archive: the same bytes for the same files, wherever and whenever it is made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST = datetime(1980, 1, 1, tzinfo=UTC)
"""The format knows no earlier time."""
_UNIX = 3
_READABLE = 0o100644 << 16
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}


def zip_bytes(files: Mapping[str, bytes], time: int) -> bytes:
    """The archive, in order of paths; every file has the time given, in seconds since 1970."""
    stamp = max(datetime.fromtimestamp(time, UTC), _FIRST).timetuple()[:6]
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for path, content in sorted(files.items()):
            entry = ZipInfo(path, stamp)
            entry.create_system, entry.external_attr, entry.compress_type = _UNIX, _READABLE, ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def sums_text(digests: Mapping[str, str]) -> bytes:
    """Digests by path, as `sha256sum --check` reads them."""
    return "".join(_line(path, digest) for path, digest in sorted(digests.items())).encode()


def sums_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 by path."""
    return {path: sha256(content).hexdigest() for path, content in files.items()}


def _line(path: str, digest: str) -> str:
    escaped = "".join(_ESCAPES.get(character, character) for character in path)
    mark = "" if escaped == path else "\\"
    return f"{mark}{digest}  {escaped}\n"
