"""A window's process without a window: `pretend_window.py KIND WAY DIARY [window's own words]`.

It speaks the launcher's language and misbehaves as WAY says. DIARY gets a line for each start
and for what it is told.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import IO

from nurseapp.base.channel import Message, pack, read_message

WAYS = (
    "dies with 3",
    "is killed",
    "spares are killed",
    "takes its time",
    "the hidden speak",
    "hands over, the parent dies of the ticket",
    "hands over, the parent says nonsense",
    "hands over twice",
)


class Pretender:
    """One window; a desk that comes after another window, or after a failed hand-over, quits."""

    def __init__(self, kind: str, way: str, diary: Path, sink: IO[bytes]) -> None:
        self._kind = kind
        self._way = way
        self._diary = diary
        self._sink = sink

    def note(self, words: str) -> None:
        with self._diary.open("a") as diary:
            diary.write(f"{self._kind} {words}\n")

    def say(self, message: Message) -> None:
        self._sink.write(pack(message))
        self._sink.flush()

    def start(self, *, shown: bool) -> None:
        self.note("starts")
        if self._way == "dies with 3":
            sys.exit(3)
        if self._way == "is killed" or (self._way == "spares are killed" and not shown):
            die()
        self.say({"type": "ready"})
        if self._way == "the hidden speak" and not shown:
            self.say({"type": "handover", "ticket": "falsk"})
            self.say({"type": "end", "why": "locked"})
        if shown:
            self.appear("start")

    def hear(self, message: Message) -> None:
        match message["type"]:
            case "exit":
                sys.exit(0)
            case "ping":
                self.say({"type": "pong"})
            case "show":
                self.appear(message["why"])
            case "ticket":
                self.take(message["ticket"])
            case "handover_failed":
                self.note("is told that the hand-over failed")
                self.say({"type": "end", "why": "quit"})

    def appear(self, why: str) -> None:
        self.note(f"appears after {why}")
        self.say({"type": "painted"})
        if why != "start":
            self.say({"type": "end", "why": "quit"})
        elif self._way.startswith("hands over"):
            for _time in range(1 + self._way.endswith("twice")):
                self.say({"type": "handover", "ticket": "billett"})

    def take(self, ticket: str) -> None:
        self.note(f"takes {ticket}")
        if self._way == "takes its time":
            return
        if self._way.endswith("dies of the ticket"):
            die()
        self.say({"type": "painted"})
        if self._way.endswith("says nonsense"):
            self._sink.write(b"\xff" * 64)
            self._sink.flush()
        elif self._way.endswith("twice"):
            self.say({"type": "end", "why": "finished"})


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    kind, way, diary, *words = sys.argv[1:]
    assert way in WAYS
    pretender = Pretender(kind, way, Path(diary), sys.stdout.buffer)
    pretender.start(shown="--show" in words)
    while (message := read_message(sys.stdin.buffer)) is not None:
        pretender.hear(message)


if __name__ == "__main__":
    main()
