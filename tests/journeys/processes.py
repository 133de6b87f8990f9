"""Processes as the kernel shows them in /proc: whose child, still there, what is in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

PROC = Path("/proc")


def children_of(parent: int) -> tuple[int, ...]:
    """The processes that `parent` started and that still run, oldest first."""
    found = []
    for pid, fields in _all():
        if int(fields[1]) == parent and fields[0] not in "ZX":
            found.append((int(fields[19]), pid))
    return tuple(pid for _started, pid in sorted(found))


def of_station(folder: Path) -> tuple[int, ...]:
    """The processes whose command line names this station."""
    return tuple(pid for pid, _fields in _all() if str(folder).encode() in command_of(pid))


def is_running(pid: int) -> bool:
    """Whether any thread of it is still there, and not just waiting to be counted as dead."""
    try:
        threads = [task.name for task in (PROC / str(pid) / "task").iterdir()]
    except (FileNotFoundError, ProcessLookupError):
        return False
    stats = [_read(pid, f"task/{thread}/stat").decode(errors="replace") for thread in threads]
    return any(stat and stat.rpartition(")")[2].split()[0] not in "ZX" for stat in stats)


def command_of(pid: int) -> bytes:
    """The command line; empty for one that is gone."""
    return _read(pid, "cmdline")


def environment_of(pid: int) -> bytes:
    """The environment as it was at the start."""
    return _read(pid, "environ")


def found_in_memory(pid: int, wanted: Mapping[str, bytes]) -> set[str]:
    """Which of the wanted stand in the memory that this process can write to.

    Raises PermissionError where the kernel lets nobody look.
    """
    found: set[str] = set()
    for data in _memory(pid):
        found |= {name for name, needle in wanted.items() if name not in found and needle in data}
    return found


def _memory(pid: int) -> Iterator[bytes]:
    with (PROC / str(pid) / "mem").open("rb", 0) as memory:
        for line in (PROC / str(pid) / "maps").read_text().splitlines():
            span, rights, *_rest = line.split()
            begin, end = (int(part, 16) for part in span.split("-"))
            if rights.startswith("rw") and "[v" not in line:
                try:
                    memory.seek(begin)
                    yield memory.read(end - begin)
                except OSError:  # a guard page, or freed since the list was read
                    continue


def _read(pid: int, name: str) -> bytes:
    try:
        return (PROC / str(pid) / name).read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def _all() -> Iterator[tuple[int, list[str]]]:
    """Each process with what stands after its name in /proc/<pid>/stat (proc(5))."""
    for place in PROC.iterdir():
        if place.name.isdigit():
            text = _read(int(place.name), "stat").decode(errors="replace")
            if text:
                yield int(place.name), text.rpartition(")")[2].split()
