"""The papers for real: a print system of the test's own, whose printers write into files."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest

from nurseapp.base.errors import NoPrinterError, NoPrinterHereError, PrinterStoppedError
from nurseapp.desk.printing.printers import Printers, find_printers, print_paper

pytestmark = pytest.mark.slow

NEEDED = ("cupsd", "lpadmin", "lp", "lpstat", "cupsdisable", "cupsreject")
ADMINISTRATION = ":/usr/sbin:/sbin"


class PrintSystem:
    """A cupsd with two printers, `gangen` and `kontoret`, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "cups.sock"
        for name in ("root", "spool", "state", "cache", "tmp", "programs"):
            (folder / name).mkdir()
        self._build_printer()
        (folder / "files.conf").write_text(
            f"ServerBin {folder}/programs\nServerRoot {folder}/root\nRequestRoot {folder}/spool\n"
            f"StateDir {folder}/state\nCacheDir {folder}/cache\nTempDir {folder}/tmp\n"
            f"ErrorLog {folder}/error\nAccessLog {folder}/access\nPageLog {folder}/page\n"
            "SystemGroup root\n"
        )
        (folder / "cupsd.conf").write_text(
            f"Listen {self.socket}\nBrowsing Off\nPreserveJobFiles No\nLogLevel debug\n"
            "DefaultAuthType None\n<Location />\nAllow all\n</Location>\n"
            "<Location /admin>\nAllow all\n</Location>\n"
            "<Policy default>\nJobPrivateAccess all\nJobPrivateValues none\n"
            "<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n"
        )
        self._start()
        for printer in ("gangen", "kontoret"):
            self.order("lpadmin", "-p", printer, "-E", "-v", f"drawer:{folder}/{printer}")

    def order(self, command: str, *words: str) -> None:
        subprocess.run([command, *words], check=True, capture_output=True)

    def came_out(self, printer: str) -> tuple[str, bytes]:
        """Under which name, and what."""
        paper, name = self.folder / f"{printer}.paper", self.folder / f"{printer}.name"
        wait_for(lambda: not self.waiting() and paper.exists())
        return name.read_text().strip(), paper.read_bytes()

    def state(self, printer: str) -> str:
        told = subprocess.run(["lpstat", "-p", printer], capture_output=True, text=True, check=True)
        return told.stdout

    def waiting(self) -> list[str]:
        listed = subprocess.run(["lpstat", "-o"], capture_output=True, text=True, check=True)
        return listed.stdout.splitlines()

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()

    def _build_printer(self) -> None:
        """A printer that lays what it gets into a file, and stops where it has no paper."""
        programs = self.folder / "programs"
        for each in Path("/usr/lib/cups").iterdir():
            if each.name != "backend":
                (programs / each.name).symlink_to(each)
        drawer = programs / "backend" / "drawer"
        drawer.parent.mkdir()
        drawer.write_text(
            '#!/bin/sh\ndrawer="${DEVICE_URI#drawer:}"\n'
            '[ -e "$drawer.empty" ] && exit 4\n'  # 4: the queue is stopped
            'echo "$3" > "$drawer.name"\ncat "${6:--}" > "$drawer.paper"\n'
        )
        drawer.chmod(0o700)  # run by root, and as root

    def _start(self) -> None:
        command = ["cupsd", "-f", "-c", f"{self.folder}/cupsd.conf", "-s",
                   f"{self.folder}/files.conf"]  # fmt: skip
        self._server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        wait_for(self.socket.exists)


def wait_for(there: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not there():
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintSystem]:
    monkeypatch.setenv("PATH", os.environ["PATH"] + ADMINISTRATION)
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    if os.geteuid() != 0:
        pytest.skip("only root may run a print system of its own")
    with tempfile.TemporaryDirectory() as folder:  # short enough for the name of a socket
        Path(folder).chmod(0o755)
        monkeypatch.setenv("CUPS_SERVER", f"{folder}/cups.sock")
        monkeypatch.setenv("HOME", folder)  # nobody's own standard printer
        made = PrintSystem(Path(folder))
        yield made
        made.close()


def paper() -> bytes:
    """A file of two pages."""
    made = pikepdf.new()
    for _page in range(2):
        made.add_blank_page()
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_paper_comes_out_as_it_was_where_the_nurse_chose(system: PrintSystem) -> None:
    sent = paper()
    assert find_printers() == Printers(names=("gangen", "kontoret"))
    assert "kontoret" in print_paper(sent, "kontoret")
    _name, came = system.came_out("kontoret")
    assert len(pikepdf.open(io.BytesIO(came)).pages) == 2
    assert came == sent
    assert not (system.folder / "gangen.paper").exists()


def test_print_system_is_told_no_more_than_the_program_s_name(system: PrintSystem) -> None:
    print_paper(paper(), "gangen")
    name, _paper = system.came_out("gangen")
    assert name == "nurseapp"
    assert list((system.folder / "spool").glob("d*")) == []


def test_printer_that_ran_out_of_paper_is_told_of_at_the_next_one(system: PrintSystem) -> None:
    (system.folder / "gangen.empty").touch()
    print_paper(paper(), "gangen")
    wait_for(lambda: "disabled" in system.state("gangen"))
    with pytest.raises(PrinterStoppedError):
        print_paper(paper(), "gangen")
    assert len(system.waiting()) == 1


def test_printer_that_stands_still_keeps_no_paper_for_later(system: PrintSystem) -> None:
    system.order("cupsdisable", "-r", "tomt for papir", "gangen")
    with pytest.raises(PrinterStoppedError):
        print_paper(paper(), "gangen")
    assert system.waiting() == []


def test_printer_that_takes_no_jobs_is_a_sentence(system: PrintSystem) -> None:
    system.order("cupsreject", "gangen")
    with pytest.raises(NoPrinterError):
        print_paper(paper(), "gangen")


def test_standard_printer_is_the_one_that_is_chosen(system: PrintSystem) -> None:
    system.order("lpadmin", "-d", "kontoret")
    assert find_printers().chosen == "kontoret"


def test_print_system_that_has_ended_is_a_sentence(system: PrintSystem) -> None:
    system.close()
    with pytest.raises(NoPrinterError):
        print_paper(paper(), "gangen")
    with pytest.raises(NoPrinterHereError):
        print_paper(paper())
