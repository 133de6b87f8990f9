"""The language of the windows, and of a paper for somebody else."""

import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from nurseapp.base.text import LANGUAGES, language, speaking, use_language


@pytest.fixture(autouse=True)
def _bokmaal_afterwards() -> Iterator[None]:
    yield
    use_language("nb")


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_language_is_the_one_that_is_used(spoken: str) -> None:
    use_language(spoken)  # type: ignore[arg-type] # each of LANGUAGES is a Language
    assert language() == spoken


def test_speaking_ends_with_its_block_even_after_an_error() -> None:
    with suppress(ZeroDivisionError), speaking("en"):
        raise ZeroDivisionError
    assert language() == "nb"


def test_speaking_a_language_that_the_interface_lacks_changes_nothing() -> None:
    use_language("nn")
    with speaking("ar"):
        assert language() == "nn"


def test_speaking_on_one_thread_leaves_the_windows_thread_as_it_was() -> None:
    heard: list[str] = []
    spoken, looked = threading.Event(), threading.Event()

    def paper() -> None:
        with speaking("en"):
            heard.append(language())
            spoken.set()
            looked.wait(10)

    worker = threading.Thread(target=paper)
    worker.start()
    assert spoken.wait(10)
    heard.append(language())
    looked.set()
    worker.join()
    assert heard == ["en", "nb"]
