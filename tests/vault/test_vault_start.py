"""The lock screen's names are there before any cryptography is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from nurseapp.vault.vault import create_vault

DEAR = ("nacl", "argon2", "msgspec", "hashlib", "sqlcipher3")


def test_names_are_read_without_cryptography(tmp_path: Path) -> None:
    create_vault(tmp_path, "Blid Bjørk", "bjørka står i lauv")
    program = (
        "import sys; from pathlib import Path; from nurseapp.vault.users import read_users\n"
        "print(read_users(Path(sys.argv[1]))[0].name)\n"
        f"print([name for name in {DEAR!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, tmp_path],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.split("\n")[:2] == ["Blid Bjørk", "[]"]
