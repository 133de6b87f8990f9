"""Disks that fail at a chosen call, and disks that lose power.

The power-cut model: what was synced stays; each data write after the last sync of its file is
kept, dropped, or torn (its beginning only, or its beginning with zeros where the rest should
be); each new name, rename and removal after the last sync of the folder is kept or dropped.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

from nurseapp.base.disk import Disk


class FailingDisk(Disk):
    """Raises `error` at its `fail_at`-th call (from 1) and works before and after."""

    def __init__(self, fail_at: int = 0, error: BaseException | None = None) -> None:
        self.fail_at = fail_at
        self.error = error
        self.calls = 0

    def _step(self) -> None:
        self.calls += 1
        if self.calls == self.fail_at and self.error is not None:
            raise self.error

    def create(self, path: Path) -> int:
        self._step()
        return super().create(path)

    def write(self, handle: int, data: bytes) -> int:
        self._step()
        return super().write(handle, data)

    def cut(self, handle: int, length: int) -> None:
        self._step()
        super().cut(handle, length)

    def sync(self, handle: int) -> None:
        self._step()
        super().sync(handle)

    def rename(self, source: Path, target: Path) -> None:
        self._step()
        super().rename(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._step()
        super().sync_folder(folder)


class TornDisk(FailingDisk):
    """At its `fail_at`-th call half of a write reaches the file before `error` is raised."""

    def write(self, handle: int, data: bytes) -> int:
        if self.calls + 1 == self.fail_at:
            Disk.write(self, handle, data[: len(data) // 2])
        return super().write(handle, data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing the program asked of the disk, or told somebody."""

    kind: str
    file: int = 0
    data: bytes = b""
    number: int = 0
    name: str = ""
    target: str = ""


class RecordingDisk(Disk):
    """Works, and writes down each step; without `syncs` or `folder_syncs` it leaves those out.

    With `log`, it goes on from what another one wrote down.
    """

    def __init__(
        self, *, syncs: bool = True, folder_syncs: bool = True, log: list[Step] | None = None
    ) -> None:
        self.log: list[Step] = list(log or ())
        self._syncs = syncs
        self._folder_syncs = folder_syncs
        self._files: dict[int, int] = {}
        self._made = sum(step.kind == "create" for step in self.log)

    def acknowledge(self, number: int) -> None:
        """The program has told somebody that `number` is saved."""
        self.log.append(Step(kind="acknowledge", number=number))

    def create(self, path: Path) -> int:
        handle = super().create(path)
        self._made += 1
        self._files[handle] = self._made
        self.log.append(Step(kind="create", file=self._made, name=path.name))
        return handle

    def write(self, handle: int, data: bytes) -> int:
        written = super().write(handle, data)
        self.log.append(Step(kind="write", file=self._files[handle], data=data[:written]))
        return written

    def sync(self, handle: int) -> None:
        super().sync(handle)
        if self._syncs:
            self.log.append(Step(kind="sync", file=self._files[handle]))

    def rename(self, source: Path, target: Path) -> None:
        super().rename(source, target)
        self.log.append(Step(kind="rename", name=source.name, target=target.name))

    def remove(self, path: Path) -> None:
        if path.exists():
            self.log.append(Step(kind="remove", name=path.name))
        super().remove(path)

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        if self._folder_syncs:
            self.log.append(Step(kind="sync_folder"))


@dataclass(slots=True)
class _File:
    content: bytearray = field(default_factory=bytearray)
    pending: list[bytes] = field(default_factory=list)


def acknowledged(log: list[Step], point: int) -> int:
    """The last number somebody was told before `point`; 0 if none."""
    told = [step.number for step in log[:point] if step.kind == "acknowledge"]
    return told[-1] if told else 0


def after_power_cut(log: list[Step], point: int, chance: random.Random) -> dict[str, bytes]:
    """What lies in the folder after the power went just before step `point`."""
    files: dict[int, _File] = {}
    names: dict[str, int] = {}
    pending_names: list[Step] = []
    for step in log[:point]:
        match step.kind:
            case "create":
                files[step.file] = _File()
                pending_names.append(step)
            case "write":
                files[step.file].pending.append(step.data)
            case "sync":
                file = files[step.file]
                file.content += b"".join(file.pending)
                file.pending.clear()
            case "rename" | "remove":
                pending_names.append(step)
            case "sync_folder":
                for change in pending_names:
                    _rename(names, change)
                pending_names.clear()
    for change in pending_names:
        if chance.random() < 0.5:
            _rename(names, change)
    return {name: bytes(_after_cut(files[file], chance)) for name, file in names.items()}


def _rename(names: dict[str, int], change: Step) -> None:
    if change.kind == "create":
        names[change.name] = change.file
    elif change.name in names:
        file = names.pop(change.name)
        if change.kind == "rename":
            names[change.target] = file


def _after_cut(file: _File, chance: random.Random) -> bytearray:
    content = bytearray(file.content)
    for data in file.pending:
        fate = chance.choice(("kept", "dropped", "torn", "zeros"))
        arrived = chance.randrange(len(data) + 1)
        if fate == "kept":
            content += data
        elif fate == "torn":
            content += data[:arrived]
            break
        elif fate == "zeros":
            content += data[:arrived] + bytes(len(data) - arrived)
            break
        else:
            break
    return content
