"""What no file of the repository may contain."""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
TEXT = {".py", ".toml", ".md", ".sql", ".po", ".txt", ".json", ".run", ""}


def _files() -> list[Path]:
    if shutil.which("git") is None:
        pytest.skip("needs git")
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


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _all_that_people_read() -> Iterator[tuple[str, str]]:
    """Every sentence in every language, with its file: the interface, the forms, the guides."""
    for file in (ROOT / "nurseapp" / "locale").rglob("*.po"):
        with file.open("rb") as content:
            for message in read_po(content):
                for words in (message.id, message.string):
                    yield from ((file.name, each) for each in _strings(list(_several(words))))
    for folder in ("forms", "resources"):
        for file in (ROOT / folder).rglob("*.toml"):
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            yield from ((file.name, each) for each in _strings(table))


def _several(words: object) -> tuple[object, ...]:
    return words if isinstance(words, tuple) else (words,)


@pytest.mark.parametrize(
    "forbidden",
    [
        r"\b(u|ab)?normal",  # nobody is called normal, and nothing a person answers
        r"\bdiagnos",
        r"\b(frisk|syk|sjuk|healthy|sick|disorder)(e|t)?\b",
        r"\b(lav|låg|moderat|høy|høg|low|moderate|high)\w* (selvmords|sjølvmords|suicid)?\w*ris[ik]",
    ],
)
def test_nothing_that_people_read_judges_a_person(forbidden: str) -> None:
    """A score supports a talk; the sentences that say it is no diagnosis are let through."""
    says_no = re.compile(r"(ikke|ikkje|not a|no) diagnos\w*", re.IGNORECASE)
    said = list(_all_that_people_read())
    assert len(said) > 1000
    hits = [
        (file, words)
        for file, words in said
        if re.search(forbidden, says_no.sub("", words), re.IGNORECASE)
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
