"""An invented form with everything the vocabulary has, and a folder to write forms into."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nurseapp.base.paths import forms_folder
from nurseapp.forms.library import Library, LoadedForm, load_library

FORM = """
id = "three-questions"
version = 1
name = "Tre"
full_name = "Three questions"
topic = "parents"
answered_by = ["mother", "pregnant"]
layout = "page"
layouts = ["page", "one_at_a_time"]
minutes = 1

[about]
purpose = { nb = "Prøver programmet." }
evidence = { nb = "Ingen." }
rights = { holder = "Oss", wording = "own", print_blank = true, note = { nb = "Fritt." } }

[[items]]
id = "1"
topic = { nb = "Søvn", en = "Sleep" }
points = [0, 1, 2, 3]

[[items]]
id = "2"
topic = { nb = "Uro" }
options = [{ id = "yes", points = 2 }, { id = "no", points = 0 }]
critical = { points_at_least = 2, guide = "worry-talk" }

[[items]]
id = "3"
topic = { nb = "Mer" }
points = [3, 2, 1, 0]
show_when = { item = "1", at_least = 2 }

[[items]]
id = "4"
topic = { nb = "Annet" }
points = [0, 0]
optional = true

[[scales]]
id = "total"
name = { nb = "Sum" }
kind = "sum"
items = ["1", "2", "3"]
missing = "refuse"
concern = "high"

[[scales.cut_offs]]
id = "mother-author-2001"
comparison = ">="
value = 4
for = { role = "mother" }
default = true
source = "Author 2001"
population = { nb = "Norge, 6 uker, n=310" }
verified = true
offers = ["talk-today"]

[[steps]]
id = "talk-today"
name = { nb = "Samtale i dag" }
due_days = 0
verified = true
"""

WORDING = """
form = "three-questions"
version = 1
language = "nb"
status = "working_translation"
title = "Tre spørsmål"
introduction = "Svar på tre spørsmål."
recall = "Siste uke"
note = "Våre egne ord."
options = { a = "Aldri", b = "Av og til", c = "Ofte", d = "Alltid" }
items.1 = { text = "Har du sovet?" }
items.2 = { text = "Har du uro?", options = { yes = "Ja", no = "Nei" } }
items.3 = { text = "Hvor ofte?" }
items.4 = { text = "Noe annet?", options = { a = "Ja", b = "Nei" } }
"""

CASES = """
[[cases]]
name = "most of everything"
why = "3 + 2 + 3"
role = "mother"
answers = { 1 = "d", 2 = "yes", 3 = "a" }
[cases.expect]
complete = true
score = 8
flags = [4]
critical = ["2"]

[[cases]]
name = "the third is not asked"
why = "0 + 2"
role = "mother"
answers = { 1 = "a", 2 = "yes", 3 = "a" }
[cases.expect]
complete = true
score = 2
critical = ["2"]

[[cases]]
name = "one lacks"
why = "2 + 3, and 0 or 2"
role = "mother"
answers = { 1 = "c", 3 = "a" }
[cases.expect]
complete = false
lowest = 5
highest = 7
flags = [4]
"""

WriteForm = Callable[..., Path]


@pytest.fixture
def write_form(tmp_path: Path) -> WriteForm:
    """Writes a form's folder into a new library; each `change` is (old text, new text)."""

    def write(
        *changes: tuple[str, str], wording: tuple[tuple[str, str], ...] = (), **files: str
    ) -> Path:
        folder = tmp_path / "library" / "three-questions"
        folder.mkdir(parents=True, exist_ok=True)
        contents = {"form": _changed(FORM, changes), "nb": _changed(WORDING, wording), **files}
        for stem, text in contents.items():
            (folder / f"{stem.replace('__', '.')}.toml").write_text(text, encoding="utf-8")
        (folder / "SOURCE.md").write_text("# Three questions\n", encoding="utf-8")
        return folder.parent

    return write


@pytest.fixture
def golden() -> str:
    """Golden cases of the invented form."""
    return CASES


@pytest.fixture
def three(write_form: WriteForm) -> LoadedForm:
    """The invented form, loaded."""
    return load_library(write_form()).form("three-questions")


@pytest.fixture(scope="session")
def shipped() -> Library:
    """The forms that come with the program."""
    return load_library(forms_folder())


def _changed(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text
