"""What no file of the repository may contain."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = {".py", ".toml", ".md", ".sql", ".po", ".txt", ".json", ".run", ""}


def _files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    names = [ROOT / name for name in listed.stdout.splitlines()]
    here = Path(__file__).resolve()
    return [file for file in names if file.is_file() and file.suffix in TEXT and file != here]


@pytest.mark.parametrize(
    "forbidden",
    [
        r"pypi\.org|pythonhosted\.org|registry\.npmjs",  # a package registry's address
        r"(?<![\w.])/(work|home|root|Users)/[a-z]",  # a path of somebody's machine
    ],
)
def test_repository_never_names(forbidden: str) -> None:
    pattern = re.compile(forbidden)
    hits = {
        str(file.relative_to(ROOT)): found.group()
        for file in _files()
        if (found := pattern.search(file.read_text(encoding="utf-8", errors="replace")))
    }
    assert not hits


def test_interface_never_calls_a_result_normal() -> None:
    words = re.compile(r"_\(\s*\"[^\"]*\b(normal|normalt|unormal)\b", re.IGNORECASE)
    hits = [
        str(file.relative_to(ROOT))
        for file in (ROOT / "nurseapp").rglob("*.py")
        if words.search(file.read_text(encoding="utf-8"))
    ]
    assert not hits


def test_program_reads_no_part_of_qt_that_opens_connections() -> None:
    words = re.compile(r"QtNetwork|QtWeb|QtRemoteObjects|QtBluetooth|QNetwork")
    hits = [
        str(file.relative_to(ROOT))
        for file in (ROOT / "nurseapp").rglob("*.py")
        if words.search(file.read_text(encoding="utf-8"))
    ]
    assert not hits
