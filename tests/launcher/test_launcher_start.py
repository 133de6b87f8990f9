"""`nurseapp open`: one start for each station, clean windows, and a sentence where none can come."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nurseapp.base import system
from nurseapp.commands.windows import open_station
from nurseapp.launcher.spawn import clean_environment, window_command
from nurseapp.tour.driver import Driver

SECRET = "hemmelig-i-miljøet"


def children_of(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def environment_of(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/environ").read_bytes().decode().split("\0")


def check_what_windows_know(launcher: int) -> None:
    windows = children_of(launcher)
    assert windows
    if os.geteuid() != 0:  # memory closed to other programs, and so is this
        for closed in (launcher, *windows):
            with pytest.raises(PermissionError):
                environment_of(closed)
        return
    assert any(SECRET in line for line in environment_of(launcher)), "the launcher has it"
    for window in windows:
        known = environment_of(window)
        assert not [line for line in known if SECRET in line or line.startswith("LD_PRELOAD")]
        assert not [line for line in known if line.startswith("PYTHON")]


@pytest.mark.skipif(not system.ON_LINUX, reason="reads /proc")
def test_open_starts_once_and_its_windows_know_little_of_the_world(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NURSEAPP_SECRET", SECRET)
    monkeypatch.setenv("PYTHONSTARTUP", SECRET)
    monkeypatch.setenv("LD_PRELOAD", "")
    folder = tmp_path / "station"
    with Driver(folder, tmp_path) as driver:
        driver.wait_for("the first start", lambda texts: len(texts) > 3)
        check_what_windows_know(driver._process.pid)
        again = subprocess.run(
            [sys.executable, "-m", "nurseapp", "open", str(folder)],
            capture_output=True,
            check=False,
            text=True,
            timeout=20,
        )
        assert (again.returncode, again.stdout) == (75, "")
        assert again.stderr == (
            f"Stasjonen er åpen et annet sted: nurseapp, {driver._process.pid}."
            " Lukk programmet der først. Ingenting er endret.\n"
        )
        assert driver.look()
        assert driver.close() == 0
    assert not folder.exists(), "looking at the first start founds nothing"


@pytest.mark.parametrize("kind", ["desk", "parent"])
def test_window_runs_no_start_up_file_that_another_program_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text("print('was run', flush=True)")
    (tmp_path / "site-packages").mkdir()
    (tmp_path / "site-packages" / "a.pth").write_text("import os; os.write(1, b'was run')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path, "", str(tmp_path / "site-packages")])
    command = window_command(kind, "stasjon", [])
    code = command.index("-c") + 1
    begin = command[code].replace("; main()", "; print(sys.path, 'site' in sys.modules)")
    assert begin != command[code]
    told = subprocess.run(
        [*command[:code], begin], capture_output=True, text=True, check=True, timeout=20
    ).stdout
    assert "was run" not in told
    assert "''" not in told, "nor is a program read from where the nurse happens to stand"
    assert told.endswith("False\n")


def test_environment_of_a_window_is_chosen_name_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NURSEAPP_SECRET", "PYTHONHOME", "PYTHONPATH", "LD_PRELOAD", "SSH_AUTH_SOCK"):
        monkeypatch.setenv(name, SECRET)
    monkeypatch.setenv("LC_TIME", "nb_NO.UTF-8")
    monkeypatch.setenv("HOME", "hjemme")
    kept = clean_environment()
    assert SECRET not in kept.values()
    assert (kept["LC_TIME"], kept["HOME"]) == ("nb_NO.UTF-8", "hjemme")


def without_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.skipif(not system.ON_LINUX, reason="elsewhere there is always a display")
@pytest.mark.parametrize("words", [[], ["--windowed"]])
def test_open_without_a_display_says_so(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
) -> None:
    without_a_display(monkeypatch)
    assert open_station([str(tmp_path / "station"), *words]) == 69
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "Her er det ingen skjerm å vise vinduet på.\n")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("cloud", ["OneDrive", "Dropbox", "Google Drive", "Nextcloud", "iCloud"])
def test_open_in_a_folder_that_a_cloud_copies_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cloud: str
) -> None:
    folder = tmp_path / f"{cloud} - Testvik kommune" / "station"
    assert open_station([str(folder)]) == 73
    err = capsys.readouterr().err
    assert err == (
        f"Mappen {folder} er ikke trygg for journalen: en skytjeneste kopierer den."
        " Velg en mappe på maskinens egen disk.\n"
    )
    assert not folder.parent.exists()


def test_open_on_a_network_drive_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "_file_system", lambda _place: "cifs")
    assert open_station([str(tmp_path / "station")]) == 73
    assert "den ligger på en nettverksdisk" in capsys.readouterr().err


@pytest.mark.skipif(not system.ON_LINUX, reason="reads /proc")
def test_file_system_is_the_one_that_the_folder_lies_on(tmp_path: Path) -> None:
    assert system._file_system("/proc/self") == "proc"
    assert system._file_system(str(tmp_path)) == system._file_system(str(tmp_path / "not/yet"))
    assert system._file_system(str(tmp_path))


def test_open_where_nothing_can_be_written_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a file").write_text("")
    for folder in (tmp_path / "a file" / "under" / "station", Path("/proc/nurseapp/station")):
        assert open_station([str(folder)]) == 73
        err = capsys.readouterr().err
        assert err.startswith("Programmet får ikke skrive i ")
        assert err.endswith("Be IT gi skrivetilgang til mappen. Ingenting er endret.\n")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_open_in_a_read_only_folder_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.chmod(0o500)
    assert open_station([str(tmp_path / "station")]) == 73
    assert "Programmet får ikke skrive i" in capsys.readouterr().err
