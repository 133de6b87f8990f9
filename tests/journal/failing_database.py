"""A database whose Nth write, sync or cut fails: for real, below SQLite, in this process.

SQLite reaches the disk through a table of functions (https://sqlite.org/vfs.html). Here the
machine's own table is copied under another name, and three functions of each file it opens count
before they pass the call on. Nothing above SQLite's disk layer knows.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlcipher3 import _sqlite3  # type: ignore[import-untyped]

# https://sqlite.org/rescode.html
IOERR_WRITE: Final = 10 | 3 << 8
FULL: Final = 13
_IOERR_FSYNC: Final = 10 | 4 << 8
_IOERR_TRUNCATE: Final = 10 | 6 << 8

_Int, _Pointer, _Int64 = ctypes.c_int, ctypes.c_void_p, ctypes.c_int64
_Open = ctypes.CFUNCTYPE(_Int, _Pointer, _Pointer, _Pointer, _Int, ctypes.POINTER(ctypes.c_int))
_Write = ctypes.CFUNCTYPE(_Int, _Pointer, _Pointer, _Int, _Int64)
_Truncate = ctypes.CFUNCTYPE(_Int, _Pointer, _Int64)
_Sync = ctypes.CFUNCTYPE(_Int, _Pointer, _Int)


class _Vfs(ctypes.Structure):
    """sqlite3_vfs, https://sqlite.org/c3ref/vfs.html; the rest is passed on untouched."""

    _fields_ = (
        ("version", _Int),
        ("size_of_file", _Int),
        ("longest_path", _Int),
        ("next", _Pointer),
        ("name", ctypes.c_char_p),
        ("data", _Pointer),
        ("open", _Pointer),
        ("rest", _Pointer * 16),
    )


class _Methods(ctypes.Structure):
    """sqlite3_io_methods, https://sqlite.org/c3ref/io_methods.html, version 3."""

    _fields_ = (
        ("version", _Int),
        ("close", _Pointer),
        ("read", _Pointer),
        ("write", _Pointer),
        ("truncate", _Pointer),
        ("sync", _Pointer),
        ("rest", _Pointer * 13),
    )


class FailingDatabase:
    """Every database opened while it is `installed` fails at the call `fail_at` (from 1).

    A failing write tells SQLite `code`; with `torn`, half of it reaches the file. With `lasting`
    every later call fails too; otherwise the disk works again at once.
    """

    def __init__(
        self,
        fail_at: int = 0,
        code: int = IOERR_WRITE,
        *,
        torn: bool = False,
        lasting: bool = False,
    ) -> None:
        self.calls = 0
        self._fail_at = fail_at
        self._code = code
        self._torn = torn
        self._lasting = lasting
        self._library = ctypes.CDLL(_sqlite3.__file__)
        self._library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        self._held: list[Any] = []  # what C points to must not be collected
        self._dressed: dict[int, _Methods] = {}

    @contextmanager
    def installed(self) -> Iterator[None]:
        real = self._library.sqlite3_vfs_find(None)
        vfs = _Vfs.from_buffer_copy(real.contents)
        vfs.name = b"failing"
        opened = ctypes.cast(vfs.open, _Open)

        def open_file(_vfs: int, name: int, file: int, flags: int, out: Any) -> int:
            told = int(opened(ctypes.addressof(real.contents), name, file, flags, out))
            if told == 0:
                self._dress(file)
            return told

        callback = _Open(open_file)
        vfs.open = ctypes.cast(callback, _Pointer)
        self._held += [vfs, callback]
        self._library.sqlite3_vfs_register(ctypes.byref(vfs), 1)
        try:
            yield
        finally:
            self._library.sqlite3_vfs_register(real, 1)
            self._library.sqlite3_vfs_unregister(ctypes.byref(vfs))

    def _dress(self, file: int) -> None:
        """Gives the open file a table of functions that counts."""
        table = ctypes.cast(file, ctypes.POINTER(_Pointer))
        plain = table[0]
        assert plain is not None
        if plain not in self._dressed:
            self._dressed[plain] = self._counting(_Methods.from_address(plain))
        table[0] = ctypes.addressof(self._dressed[plain])

    def _counting(self, plain: _Methods) -> _Methods:
        methods = _Methods.from_buffer_copy(plain)
        write = ctypes.cast(plain.write, _Write)
        truncate = ctypes.cast(plain.truncate, _Truncate)
        sync = ctypes.cast(plain.sync, _Sync)

        def counted_write(file: int, data: int, size: int, at: int) -> int:
            if self._fails():
                if self._torn:
                    write(file, data, size // 2, at)
                return self._code
            return int(write(file, data, size, at))

        callbacks = (
            ("write", _Write(counted_write)),
            ("truncate", _Truncate(self._passing(truncate, _IOERR_TRUNCATE))),
            ("sync", _Sync(self._passing(sync, _IOERR_FSYNC))),
        )
        for name, callback in callbacks:
            setattr(methods, name, ctypes.cast(callback, _Pointer))
            self._held.append(callback)
        return methods

    def _passing(self, real: Callable[..., int], code: int) -> Callable[..., int]:
        return lambda *given: code if self._fails() else int(real(*given))

    def _fails(self) -> bool:
        self.calls += 1
        lasts = self._lasting and self.calls > self._fail_at > 0
        return lasts or self.calls == self._fail_at
