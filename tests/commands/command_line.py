"""Runs a command as a shell would, but in the test's own process, and tells how it ended."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from nurseapp.base.clock import SystemClock
from nurseapp.cli import run
from nurseapp.clinic.station.access import found_station
from nurseapp.clinic.values.station import NewStation, NewUser
from nurseapp.vault.cost import FLOOR

NURSE = "S. Eik"
MIDWIFE = "M. Lind"
PASSWORD = "en lang nok setning"


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


class Shell:
    """Types commands; `typed` is what stands on standard input."""

    def __init__(self, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._patch = patch

    def __call__(self, *words: object, typed: str = "") -> Ended:
        self._capsys.readouterr()
        self._patch.setattr(sys, "stdin", io.StringIO(typed))
        try:
            code = run([str(word) for word in words])
        except SystemExit as end:  # argparse leaves like this
            code = int(end.code or 0)
        printed = self._capsys.readouterr()
        return Ended(code, printed.out, printed.err)


def found(folder: Path) -> None:
    """A station with one user."""
    first = NewUser(
        name=NURSE,
        title="helsesykepleier",
        password=PASSWORD,
        phone="00 00 00 00",
        administrator=True,
    )
    new = NewStation(
        name="Solvang helsestasjon",
        municipality="Testvik kommune",
        phone="00 00 00 00",
        training=True,
        language="nb",
        first_user=first,
    )
    found_station(folder, new, clock=SystemClock(), cost=FLOOR)


def one_sentence(err: str, *words: str) -> bool:
    """Whether an error is said in words, with no trace of the program's inside."""
    return all(word in err for word in words) and "Traceback" not in err and "Error" not in err
