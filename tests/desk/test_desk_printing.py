"""Which printer a paper goes to, over commands that stand in for the print system's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_fakes import stand
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import (
    NoPrinterError,
    NoPrinterHereError,
    PrinterNotChosenError,
    PrinterStoppedError,
)
from nurseapp.base.flow import WorkAtOnce
from nurseapp.desk.printing.flow import PrinterFlow
from nurseapp.desk.printing.part import PrinterPart
from nurseapp.desk.printing.printers import Printers, find_printers, print_paper

PAPER = b"%PDF-1.7 Bj\xc3\xb8rk"


class PrintSystem:
    """The commands `lp` and `lpstat` in a folder that is all of the PATH."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def has(self, *names: str, standard: str = "", stopped: str = "", code: int = 0) -> None:
        said = f"system default destination: {standard}" if standard else "no system default"
        self._command(
            "lpstat",
            f'case "$1" in\n-e) {";".join(f"echo {name}" for name in names) or ":"} ;;\n'
            f'-d) echo "{said}" ;;\n'
            f'-p) if [ "$2" = "{stopped}" ]; then echo "printer $2 disabled since"; '
            'else echo "printer $2 is idle."; fi ;;\nesac\n',
        )
        self._command("lp", f'IFS= read -r paper; echo "$paper" > "{self.folder}/got"\n'
                            f'echo "$LC_ALL $*" > "{self.folder}/said"\nexit {code}\n')  # fmt: skip

    def got(self) -> bytes:
        file = self.folder / "got"
        return file.read_bytes().rstrip(b"\n") if file.exists() else b""

    def said(self) -> str:
        return (self.folder / "said").read_text()

    def _command(self, name: str, script: str) -> None:
        file = self.folder / name
        file.write_text(f"#!/bin/sh\n{script}")
        file.chmod(0o755)


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PrintSystem:
    monkeypatch.setenv("PATH", str(tmp_path))
    return PrintSystem(tmp_path)


def test_printer_gets_the_paper_itself_under_a_name_that_is_nobodys(system: PrintSystem) -> None:
    system.has("kontoret")
    assert "kontoret" in print_paper(PAPER)
    assert system.got() == PAPER
    assert "Bj" not in system.said()


def test_paper_goes_to_the_printer_that_was_chosen(system: PrintSystem) -> None:
    system.has("gangen", "kontoret", standard="gangen")
    assert "kontoret" in print_paper(PAPER, "kontoret")
    assert "-d kontoret" in system.said()
    assert "gangen" in print_paper(PAPER)
    assert "-d gangen" in system.said()


def test_paper_waits_for_a_choice_where_no_printer_is_the_standard_one(
    system: PrintSystem,
) -> None:
    system.has("gangen", "kontoret")
    with pytest.raises(PrinterNotChosenError):
        print_paper(PAPER)
    assert system.got() == b""


def test_paper_is_not_left_waiting_at_a_printer_that_stands_still(system: PrintSystem) -> None:
    system.has("gangen", "kontoret", stopped="gangen")
    with pytest.raises(PrinterStoppedError, match="gangen"):
        print_paper(PAPER, "gangen")
    assert system.got() == b""


def test_machine_without_a_printer_says_so(system: PrintSystem) -> None:
    assert find_printers() == Printers()  # not even the commands are there
    with pytest.raises(NoPrinterHereError):
        print_paper(PAPER)
    system.has()
    with pytest.raises(NoPrinterHereError):
        print_paper(PAPER)


def test_printer_that_refuses_is_a_sentence(system: PrintSystem) -> None:
    system.has("kontoret", code=1)
    with pytest.raises(NoPrinterError):
        print_paper(PAPER)


def test_standard_printer_that_is_gone_is_not_chosen(system: PrintSystem) -> None:
    system.has("gangen", "kontoret", standard="loftet")
    assert find_printers() == Printers(names=("gangen", "kontoret"))


def part(qtbot: QtBot, found: Printers) -> tuple[PrinterPart, PrinterFlow]:
    flow = PrinterFlow(lambda: found, WorkAtOnce())
    made = PrinterPart(flow)
    flow.look()
    stand(qtbot, made)
    return made, flow


def test_only_printer_is_named_before_anything_is_printed(qtbot: QtBot) -> None:
    made, flow = part(qtbot, Printers(names=("kontoret",)))
    assert made.line.text() == "Skrives ut på kontoret."
    assert flow.state.chosen == "kontoret"


def test_several_printers_are_offered_with_the_standard_one_chosen(qtbot: QtBot) -> None:
    made, flow = part(qtbot, Printers(names=("gangen", "kontoret"), standard="kontoret"))
    assert made.choice is not None
    assert made.choice.value() == "kontoret"
    made.choice.edit.setCurrentIndex(0)
    made.choice.edit.activated.emit(0)
    assert flow.state.chosen == "gangen"


def test_no_printer_is_chosen_for_the_nurse_where_none_is_the_standard_one(qtbot: QtBot) -> None:
    made, flow = part(qtbot, Printers(names=("gangen", "kontoret")))
    assert made.choice is not None
    assert made.choice.edit.currentText() == "Velg skriver"
    assert flow.state.chosen == ""


def test_missing_printer_is_said_before_anything_is_printed(qtbot: QtBot) -> None:
    made, _flow = part(qtbot, Printers())
    assert made.line.text() == str(NoPrinterHereError())
