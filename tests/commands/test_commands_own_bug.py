"""A command that meets a bug of ours says so, where it is, and nothing of what it was given."""

from __future__ import annotations

import pytest
from command_line import Shell

from nurseapp.commands import forms

pytest_plugins = ("command_fixtures",)


def test_bug_in_a_command_is_a_sentence_and_never_a_traceback_with_its_words(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_words: object) -> int:
        raise KeyError("Rolig Bjørk")

    monkeypatch.setattr(forms, "list_forms", fails)
    ended = shell("forms", "list")
    assert ended.code == 70
    assert ended.out == ""
    assert ended.err.startswith("Noe gikk galt i programmet. KeyError\n")
    assert "test_commands_own_bug.py" in ended.err
    for told in ("Rolig", "Traceback", "/"):
        assert told not in ended.err
