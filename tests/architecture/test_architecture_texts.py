"""Every text of the interface stands in every language, with the same places to fill in."""

import ast
import importlib.util
import re
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from source_trees import PACKAGE, ROOT, nodes_of, sources

from nurseapp.base import text
from nurseapp.base.paths import catalogues_folder
from nurseapp.sheet.languages import language_name

TRANSLATED = [language for language in text.LANGUAGES if language != "nb"]


def _tool() -> ModuleType:
    file = ROOT / "resources" / "build_catalogues.py"
    described = importlib.util.spec_from_file_location("build_catalogues", file)
    assert described is not None
    assert described.loader is not None
    tool = importlib.util.module_from_spec(described)
    described.loader.exec_module(tool)
    return tool


TOOL = _tool()
# Names of people and days, words that stand in many languages side by side, and the command line,
# which speaks bokmål alone.
SAID_AS_IT_STANDS = {
    "base/dates.py",
    "cli.py",
    "clinic/training/seeding.py",
    "clinic/training/crowd.py",
    "clinic/training/families.py",
    "commands/fhir_words.py",
    "exchange/fhir/small_words.py",
    "people/names.py",
    "tour/nurse.py",
    "tour/parent.py",
    "training_station.py",
}
# A language by the name its own readers give it, and letters as such.
SAME_IN_EVERY_LANGUAGE = {"Norsk bokmål", "æ", "ø", "å"}


def _file(language: str) -> Path:
    return catalogues_folder() / language / "LC_MESSAGES" / "nurseapp.po"


@pytest.fixture(scope="module")
def texts() -> Catalog:
    found: Catalog = TOOL.texts_in_code()
    return found


@pytest.fixture(scope="module", params=TRANSLATED)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    read: Catalog = TOOL.read_catalogue(_file(request.param))
    return read


def test_names_that_readers_give_their_languages_stand_in_one_list() -> None:
    own_names = {language_name("nn"), language_name("se"), language_name("uk")}
    told = {
        path.relative_to(PACKAGE).as_posix()
        for path in sources()
        for node in nodes_of(path)
        if isinstance(node, ast.Constant) and node.value in own_names
    }
    assert told == {"sheet/languages.py"}


@pytest.fixture
def _bokmaal_afterwards() -> Iterator[None]:
    yield
    text.use_language("nb")


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _forms(words: object) -> tuple[str, ...]:
    """The one text, or the singular and the plural."""
    return (words,) if isinstance(words, str) else tuple(map(str, words or ()))  # type: ignore[call-overload]


def _translated(catalogue: Catalog) -> list[tuple[str, str]]:
    """Each text that has a translation, beside it."""
    return [
        (meant, said)
        for message in _messages(catalogue)
        for meant, said in zip(_forms(message.id), _forms(message.string), strict=False)
        if said
    ]


def _places(words: str) -> set[str]:
    return {place for _before, place, _format, _how in string.Formatter().parse(words) if place}


def test_texts_in_code_are_many(texts: Catalog) -> None:
    assert len(texts) > 500  # or the search itself is broken


def test_texts_in_code_stand_in_the_catalogue(texts: Catalog, catalogue: Catalog) -> None:
    in_code = {_forms(message.id) for message in _messages(texts)}
    listed = {_forms(message.id) for message in _messages(catalogue)}
    assert in_code - listed == set(), "run resources/build_catalogues.py and translate these"


def test_norwegian_words_in_code_are_marked_for_translation(texts: Catalog) -> None:
    marked = {words for message in _messages(texts) for words in _forms(message.id)}
    marked |= SAME_IN_EVERY_LANGUAGE
    unmarked = [
        (name, words)
        for file in sources()
        if (name := file.relative_to(PACKAGE).as_posix()) not in SAID_AS_IT_STANDS
        for words in _said_in(file)
        if re.search("[æøåÆØÅ]", words) and words not in marked
    ]
    assert unmarked == []


def _said_in(file: Path) -> Iterator[str]:
    """The strings in a module, without those that explain it."""
    nodes = nodes_of(file)
    explaining = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and id(node) not in explaining:
            yield node.value if isinstance(node.value, str) else ""


def test_catalogue_lists_no_text_that_has_left_the_code(texts: Catalog, catalogue: Catalog) -> None:
    in_code = {_forms(message.id) for message in _messages(texts)}
    listed = {_forms(message.id) for message in _messages(catalogue)}
    assert listed - in_code == set(), "run resources/build_catalogues.py"


def test_translations_are_never_empty(catalogue: Catalog) -> None:
    assert TOOL.untranslated(catalogue) == []


def test_translations_of_counts_have_one_and_many(catalogue: Catalog) -> None:
    counted = [message for message in _messages(catalogue) if message.pluralizable]
    assert counted
    assert [each.id for each in counted if len(list(filter(None, _forms(each.string)))) != 2] == []


def test_translations_fill_in_the_same_places(catalogue: Catalog) -> None:
    pairs = _translated(catalogue)
    assert [pair for pair in pairs if _places(pair[0]) != _places(pair[1])] == []


def test_translations_begin_and_end_with_the_same_space(catalogue: Catalog) -> None:
    edges = re.compile(r"^\s*|\s*$")
    pairs = _translated(catalogue)
    assert [pair for pair in pairs if edges.findall(pair[0]) != edges.findall(pair[1])] == []


def test_translations_never_call_a_result_normal(catalogue: Catalog) -> None:
    words = re.compile(r"\b(ab|u)?normalt?\b", re.IGNORECASE)
    said = [said for message in _messages(catalogue) for said in _forms(message.string)]
    assert [each for each in said if words.search(each)] == []


@pytest.mark.usefixtures("_bokmaal_afterwards")
@pytest.mark.parametrize(
    ("language", "not_now", "three"),
    [("nb", "Ikke nå", "3 uker"), ("nn", "Ikkje no", "3 veker"), ("en", "Not now", "3 weeks")],
)
def test_use_language_changes_what_is_said(
    language: text.Language,
    not_now: str,
    three: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _compile_all(tmp_path)
    monkeypatch.setattr(text, "catalogues_folder", lambda: tmp_path)
    text.use_language(language)
    assert text._("Ikke nå") == not_now
    assert text.plural("{count} uke", "{count} uker", 3) == three


def _compile_all(folder: Path) -> None:
    """As when the program is installed, but into `folder`."""
    for language in TRANSLATED:
        copy = folder / language / "LC_MESSAGES" / "nurseapp.po"
        copy.parent.mkdir(parents=True)
        copy.write_bytes(_file(language).read_bytes())
        TOOL.compile_catalogue(copy)
