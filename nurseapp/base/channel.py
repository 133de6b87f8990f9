"""How the launcher and its windows talk: 4 bytes of length, big-endian, then one JSON object.

Launcher to window: show, ticket, handover_failed, exit, ping, steer.
Window to launcher: ready, painted, handover, end, pong, steered.

A window's end of the channel is its standard input and output, moved to other descriptors
first thing, so that a stray print cannot break a message.
"""

from __future__ import annotations

import json
import os
import struct
import threading
from collections import deque
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

Message = dict[str, Any]

LONGEST: Final = 1 << 20
_LENGTH: Final = struct.Struct(">I")


class ChannelError(Exception):
    """The other side sent something that is no message; the channel is of no more use."""


def pack(message: Message) -> bytes:
    """The message as it travels; raises ChannelError above 1 MiB."""
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()
    if len(body) > LONGEST:
        raise ChannelError("message too long")
    return _LENGTH.pack(len(body)) + body


def read_message(source: IO[bytes]) -> Message | None:
    """The next message, or None when the other side has closed; raises ChannelError."""
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > LONGEST:
        raise ChannelError("message too long")
    body = source.read(length)
    if len(body) < length:
        return None
    try:
        message = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ChannelError("not JSON") from error
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        raise ChannelError("not a message")
    return message


class Channel:
    """One reader and one writer thread around a pair of pipes.

    `heard` is called from the reader thread with each message, and once with None at the end.
    At the end both threads and both pipes are let go: a launcher outlives many windows.
    """

    def __init__(
        self, source: IO[bytes], sink: IO[bytes], heard: Callable[[Message | None], None]
    ) -> None:
        self._source = source
        self._sink = sink
        self._heard = heard
        self._outgoing: deque[bytes | None] = deque()
        self._waiting = threading.Semaphore(0)
        self._reader = threading.Thread(target=self._read, name="channel in", daemon=True)
        self._writer = threading.Thread(target=self._write, name="channel out", daemon=True)

    def open(self) -> None:
        """Begins to listen."""
        self._reader.start()
        self._writer.start()

    def say(self, message: Message) -> None:
        """Sends `message` after those said before; never blocks the caller."""
        self._put(pack(message))

    def finish(self, seconds: float) -> None:
        """Waits until what was said is on its way, at most `seconds`."""
        self._put(None)
        self._writer.join(seconds)

    def _put(self, data: bytes | None) -> None:
        # `queue` would bring two libraries that the first picture does not need.
        self._outgoing.append(data)
        self._waiting.release()

    def _next(self) -> bytes | None:
        self._waiting.acquire()
        return self._outgoing.popleft()

    def _read(self) -> None:
        # A broken channel ends like a closed one: the other side is gone.
        with suppress(ChannelError, OSError, ValueError), self._source as source:
            while (message := read_message(source)) is not None:
                self._heard(message)
        self._put(None)
        self._heard(None)

    def _write(self) -> None:
        # The reader thread tells when the other side is gone.
        with suppress(OSError, ValueError), self._sink as sink:
            while (data := self._next()) is not None:
                sink.write(data)
                sink.flush()


def take_standard_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Moves the channel off standard input and output; prints go to standard error from now on."""
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return source, sink
