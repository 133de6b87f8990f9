"""Reads the shipped forms when the program is installed, so that it need not when it starts.

`python resources/build_tables.py` does the same by hand, after forms have changed; without it
they are read at each start, which takes longer and comes to the same.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_FORMS = _ROOT / "forms"
_TABLES = _ROOT / "nurseapp" / "forms" / "tables.json"


def build_tables(forms: Path = _FORMS, tables: Path = _TABLES) -> None:
    """Writes the content of every form and wording as JSON, under the SHA-256 of its file."""
    content = {}
    for file in sorted(forms.glob("*/*.toml")):
        raw = file.read_bytes()
        if file.name != "cases.toml":
            content[hashlib.sha256(raw).hexdigest()] = tomllib.loads(raw.decode("utf-8"))
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    tables.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    build_tables()
