"""What the program asks of the operating system."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from nurseapp.base.errors import ReadOnlyError, StationInUseError, UnsafeFolderError
from nurseapp.base.system import (
    OneStart,
    make_folder_above,
    private_folder,
    read_ahead_of_qt,
    refuse_unsafe_folder,
)


def test_folder_above_keeps_the_rights_it_had(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_folder_above(tmp_path / "new" / "station")
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


def test_private_folder_is_this_users_alone(tmp_path: Path) -> None:
    folder = tmp_path / "station"
    folder.mkdir(mode=0o755)
    private_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_folder_below_a_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReadOnlyError, match="får ikke skrive"):
        private_folder(tmp_path / "file" / "station")


@pytest.mark.parametrize("name", ["OneDrive - Testvik kommune", "Dropbox", "Nextcloud"])
def test_folder_that_a_cloud_copies_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnsafeFolderError, match="skytjeneste"):
        refuse_unsafe_folder(tmp_path / name / "station")


def test_folder_on_this_machine_is_accepted(tmp_path: Path) -> None:
    refuse_unsafe_folder(tmp_path)


def test_second_start_is_told_who_has_the_station(tmp_path: Path) -> None:
    first = OneStart(tmp_path / "lock", "den ene")
    with pytest.raises(StationInUseError, match="den ene"):
        OneStart(tmp_path / "lock", "den andre")
    first.release()
    OneStart(tmp_path / "lock", "den andre").release()


READS_AHEAD = """
import sys, time
from nurseapp.base.system import read_ahead_of_qt
read_ahead_of_qt()
until = time.monotonic() + 20
while (library := "libQt6Widgets.so.6") not in open("/proc/self/maps").read():
    assert time.monotonic() < until, library
    time.sleep(0.005)
assert "PySide6" not in sys.modules
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
application = QApplication([])
assert QThread.isMainThread() and application.thread() == QThread.currentThread()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="read ahead on Linux alone")
def test_qt_is_read_by_another_thread_and_still_knows_its_own() -> None:
    subprocess.run([sys.executable, "-c", READS_AHEAD], check=True, timeout=60)


def test_window_without_a_library_to_read_ahead_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    read_ahead_of_qt()


NUMBERED = """
import sys
from nurseapp.base.system import open_closed_streams
open_closed_streams()
print("to nobody")
file = open(sys.argv[1], "w")
file.write(str(file.fileno()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the streams")
def test_stream_that_was_closed_before_the_start_is_never_another_file(tmp_path: Path) -> None:
    told = tmp_path / "told"
    closed = ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", sys.executable, "-c", NUMBERED, str(told)]
    subprocess.run(closed, check=True, timeout=60)
    assert int(told.read_text()) > 2
