"""The shipped forms' files as they were read when the program was installed.

Reading TOML takes longer than everything else a form needs. So the installation keeps each file's
content as JSON beside this module, under the SHA-256 of the file's bytes: a file that has changed
since then is not found here and is read anew. What stands here is as much a part of the program
as its code; a released form is held against forms.lock all the same.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Final

import msgspec

from nurseapp.forms.problem import Table

TABLES_FILE: Final = Path(__file__).with_name("tables.json")


def ready_table(raw: bytes) -> Table | None:
    """The content of a file with these bytes, or None if it must be read."""
    content = _tables(TABLES_FILE).get(hashlib.sha256(raw).hexdigest())
    return None if content is None else msgspec.json.decode(content, type=dict)


@lru_cache(maxsize=1)
def _tables(file: Path) -> dict[str, msgspec.Raw]:
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, msgspec.Raw])
    except (OSError, msgspec.MsgspecError):
        return {}  # not installed, or written half: every file is read
