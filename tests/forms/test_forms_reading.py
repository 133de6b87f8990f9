"""A TOML file from a stranger is refused with a sentence, quickly, and never with a crash."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nurseapp.forms.library import load_library
from nurseapp.forms.model import Form
from nurseapp.forms.reading import MOST_BYTES, read_table
from nurseapp.forms.shape import shaped

HOSTILE: list[tuple[str, bytes, str]] = [
    ("empty key", b"= 1", "ikke gyldig TOML ved linje 1"),
    ("not toml", b"\nhello\n", "ikke gyldig TOML ved linje 2"),
    ("not closed", b'a = "', "ikke gyldig TOML"),
    ("key twice", b"a = 1\na = 2\n", "En nøkkel kan stå to ganger"),
    ("table twice", b"[a]\n[a]\n", "En nøkkel kan stå to ganger"),
    ("latin-1", "a = 'ø'".encode("latin-1"), "UTF-8"),
    ("utf-16", "a = 1".encode("utf-16"), "UTF-8"),
    ("null", b"a = '\x00'", "ikke gyldig TOML"),
    ("escape sign", b"a = '\x1b[31m'", "ikke gyldig TOML"),
    ("huge number", b"a = " + b"9" * 2400, "for mange"),
    ("longer number", b"a = " + b"9" * 4500, "lengre enn 2500 tegn"),
    ("deep lists", b"a = " + b"[" * 1200 + b"]" * 1200, "for mange nivåer"),
    ("deep tables", b"a = " + b"{b=" * 600 + b"1" + b"}" * 600, "for mange nivåer"),
    ("deep keys", b"a." * 1200 + b"a = 1", "for mange nivåer"),
    ("deep headers", b"[" + b"a." * 17 + b"a]\nb = 1", "for mange nivåer"),
    ("huge file", b"#\n" * MOST_BYTES, "større enn 256 kB"),
    ("direction override", "a = 'x\u202ey'".encode(), "skjult tegn (U+202E)"),
    ("isolate", "a = ['x', {b = '\u2066y'}]".encode(), "skjult tegn (U+2066)"),
    ("mark in a key", "'a\u200f' = 1".encode(), "skjult tegn (U+200F)"),
    ("escaped control sign", rb'a = "\u0007"', "skjult tegn (U+0007)"),
    ("escaped null", rb'a = "\u0000"', "skjult tegn (U+0000)"),
    ("carriage return", rb'a = "x\ry"', "skjult tegn (U+000D)"),
    ("byte order mark inside", "a = 'x\ufeff'".encode(), "skjult tegn (U+FEFF)"),
    ("line separator", "a = 'x\u2028y'".encode(), "skjult tegn (U+2028)"),
]


@pytest.mark.parametrize(("name", "content", "sentence"), HOSTILE, ids=[one[0] for one in HOSTILE])
def test_hostile_file_is_refused_with_a_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    file = tmp_path / "form.toml"
    file.write_bytes(content)
    table, flaws = read_table(file)
    if name == "huge number":  # well-formed TOML: it is the shape that refuses it
        _form, flaws = shaped({**table, "id": table.get("a")}, Form)
        assert flaws
        return
    assert table == {}
    assert sentence in flaws[0].sentence


def test_reading_tells_where_the_hidden_signs_are(tmp_path: Path) -> None:
    file = tmp_path / "form.toml"
    file.write_text("[[items]]\nid = '7'\ntopic = { nb = 'S\u202eø' }\nx = ['\u2067']\n")
    _table, flaws = read_table(file)
    assert [flaw.path for flaw in flaws] == ["items[7].topic.nb", "items[7].x[#1]"]


def test_reading_keeps_the_joiners_that_some_languages_need(tmp_path: Path) -> None:
    file = tmp_path / "fa.toml"
    file.write_text('a = \'می\u200cخواهم\'\nb = """to\nlinjer"""\n', encoding="utf-8")
    table, flaws = read_table(file)
    assert not flaws
    assert table == {"a": "می\u200cخواهم", "b": "to\nlinjer"}


def test_reading_of_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    assert read_table(tmp_path / "none.toml")[1][0].sentence == "Filen kan ikke leses."
    assert read_table(tmp_path)[1][0].sentence == "Filen kan ikke leses."


def test_reading_the_worst_file_that_fits_is_quick(tmp_path: Path) -> None:
    line = b"a." * 1200 + b"b%d = 1\n"
    content = b"".join(line % number for number in range(MOST_BYTES // len(line)))
    (tmp_path / "form.toml").write_bytes(content)
    start = time.process_time()
    _table, flaws = read_table(tmp_path / "form.toml")
    assert flaws
    assert time.process_time() - start < 5


def test_hostile_form_leaves_the_other_forms_usable(write_form: Callable[..., Path]) -> None:
    folder = write_form()
    for number, (_name, content, _sentence) in enumerate(HOSTILE):
        (folder / f"bad-{number}").mkdir()
        (folder / f"bad-{number}" / "form.toml").write_bytes(content)
    library = load_library(folder)
    assert [loaded.form.id for loaded in library.forms] == ["three-questions"]
    assert {one.file.partition("/")[0] for one in library.problems} == {
        f"bad-{number}" for number in range(len(HOSTILE))
    }


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "items", "topic", "points", "scales", "for", "all", "cut_offs", "x"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150, deadline=None)
@given(ANYTHING)
def test_shape_explains_whatever_it_refuses(value: object) -> None:
    form, flaws = shaped(value, Form)
    assert form is None
    assert flaws
    assert all(flaw.sentence for flaw in flaws)
