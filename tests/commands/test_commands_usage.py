"""Help, wrong use, and what a machine may lack."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Shell, one_sentence

from nurseapp.base import system_libraries
from nurseapp.base.system import ON_LINUX
from nurseapp.commands import windows

pytest_plugins = ("command_fixtures",)

ROOT = Path(__file__).resolve().parents[2]

COMMANDS = (
    (), ("open",), ("demo",), ("tour",), ("score",), ("forms",), ("forms", "list"),
    ("forms", "check"), ("forms", "import"), ("forms", "export"), ("verify",), ("backup",),
    ("restore",), ("response",), ("response", "list"), ("response", "export"),
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_norwegian_and_tells_how(shell: Shell, command: tuple[str, ...]) -> None:
    for flag in ("--help", "-h"):
        ended = shell(*command, flag)
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.startswith(" ".join(("bruk: nurseapp", *command)))
        said = " ".join(ended.out.split("\n\n")[1].split())
        assert said.endswith("."), "what it does, in a sentence"
        for english in ("usage", "options", "positional", "show this", "optional", "arguments:"):
            assert english not in ended.out


def test_help_of_the_program_lists_the_exit_codes(shell: Shell) -> None:
    out = shell("--help").out
    for code in ("0", "1", "2", "65", "66", "69", "70", "73", "75", "77"):
        assert f"{code} " in out.partition("Avslutningskoder:")[2]


@pytest.mark.parametrize(
    "words",
    [
        (), ("forms",), ("sk",), ("score",), ("score", "epds"), ("score", "epds", "a.json", "b"),
        ("score", "epds", "a.json", "--role", "barn"), ("forms", "slett"), ("verify",),
        ("backup", "mappe"), ("restore", "fil"), ("tour",), ("tour", "--out", "x", "--lang", "de"),
        ("forms", "list", "--alle"), ("--versjon",), ("verify", "a", "--password", "b"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_use_ends_with_2_and_tells_how(shell: Shell, words: tuple[str, ...]) -> None:
    ended = shell(*words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("Kommandoen ble ikke forstått.\nbruk: nurseapp")
    assert one_sentence(ended.err)


@pytest.mark.parametrize("words", [("a", "b"), ("--full-skjerm",), ("mappe", "--show")])
def test_open_used_wrongly_ends_with_2(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert windows.open_station(words) == 2
    assert capsys.readouterr().err == "Bruk: nurseapp open [MAPPE] [--windowed]\n"


def test_command_line_is_the_same_from_outside() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nurseapp", "score", "nei", "borte.json"],
        capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (66, "")
    assert one_sentence(done.stderr, "Skjemaet nei finnes ikke.")


def test_command_ends_quietly_when_nobody_reads_what_it_prints() -> None:
    talking = subprocess.Popen(
        [sys.executable, "-m", "nurseapp", "forms", "list"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert talking.stdout is not None
    talking.stdout.close()
    _out, err = talking.communicate()
    assert (talking.returncode, err) == (0, b"")


@pytest.mark.skipif(not ON_LINUX, reason="needs a device that is always full")
def test_command_says_so_when_the_disk_is_full_that_its_words_go_to() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "nurseapp", "forms", "list"],
            stdout=full, stderr=subprocess.PIPE, check=False, text=True,
        )  # fmt: skip
    assert done.returncode == 73
    assert one_sentence(done.stderr, "Disken er full.")
    assert len(done.stderr.splitlines()) == 1


def test_machine_that_runs_these_tests_lacks_nothing() -> None:
    assert system_libraries.missing_packages(on_screen=False) == ()


def test_readme_and_the_gate_install_what_a_window_cannot_do_without() -> None:
    packages = {package for _library, package in system_libraries._ALWAYS} | {"python3-venv"}
    asked = re.search(r"apt-get install ([^`]*)`", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert asked is not None
    assert set(asked[1].split()) == packages
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert {each for each in packages if f" {each}" not in gate.replace('"', " ")} == set()


def test_missing_system_library_is_named_as_debian_names_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(
        system_libraries,
        "_ALWAYS",
        (*system_libraries._ALWAYS, ("libfinnesikke.so.9", "libfinnesikke9")),
    )
    monkeypatch.setattr(system_libraries, "_ON_X11", (("libhellerikke.so.1", "libhellerikke1"),))
    assert system_libraries.missing_packages(on_screen=False) == ("libfinnesikke9",)
    monkeypatch.setenv("DISPLAY", ":77")
    ended = shell("tour", "--out", tmp_path / "bilder")
    assert (ended.code, ended.out) == (69, "")
    assert one_sentence(ended.err, "sudo apt-get install libfinnesikke9 libhellerikke1")
    assert not (tmp_path / "bilder").exists()


LACKING = """\
import importlib, sys
from nurseapp.base import system_libraries
from nurseapp.base.system import ON_LINUX
system_libraries._ALWAYS = (("libfinnesikke.so.9", "libfinnesikke9"),)
"""
WINDOW_WITHOUT_QT = f"""{LACKING}
sys.modules["PySide6.QtCore"] = None  # its import fails, as it does without its libraries
importlib.import_module(sys.argv.pop(1)).main()
"""
LAUNCHER_OF_SUCH_A_WINDOW = f"""{LACKING}
from nurseapp.commands.windows import show
sys.executable = sys.argv[2]
sys.exit(show(sys.argv[1], []))
"""


@pytest.mark.parametrize("kind", ["desk", "parent"])
def test_window_without_a_system_library_ends_without_a_trace(kind: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WINDOW_WITHOUT_QT, f"nurseapp.{kind}.__main__"],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (69, b"", b"")


def test_window_that_ends_for_want_of_a_library_is_explained(tmp_path: Path) -> None:
    window = tmp_path / "window"
    window.write_text("#!/bin/sh\nexit 69\n")
    window.chmod(0o700)
    done = subprocess.run(
        [sys.executable, "-c", LAUNCHER_OF_SUCH_A_WINDOW, str(tmp_path / "station"), str(window)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stdout) == (69, "")
    assert one_sentence(done.stderr, "sudo apt-get install libfinnesikke9")
