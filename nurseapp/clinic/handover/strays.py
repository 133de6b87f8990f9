"""What lies in the outbox though nobody handed it out: a folder, a link, a file from elsewhere.

Such a thing must keep nobody out. It is set aside and told of once; what cannot even be moved is
left alone, and told of at each login until somebody takes it away.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nurseapp.base.errors import DiskError
from nurseapp.base.text import plural


def put_aside(strays: Sequence[Path]) -> tuple[str, ...]:
    """Sets each aside where it lies; what the nurse is told about them, in sentences."""
    moved = sum(_is_moved(path) for path in strays)
    left = len(strays) - moved
    return (*((_moved_words(moved),) if moved else ()), *((_left_words(left),) if left else ()))


def _is_moved(path: Path) -> bool:
    from nurseapp.outbox.reader import set_aside

    try:
        set_aside(path)
    except DiskError:
        return False
    return True


def _moved_words(files: int) -> str:
    return plural(
        "En svarfil hører ikke til noe som er overlevert her. Den er lagt til side. Si fra til IT.",
        "{count} svarfiler hører ikke til noe som er overlevert her. De er lagt til side."
        " Si fra til IT.",
        files,
    )


def _left_words(files: int) -> str:
    return plural(
        "En svarfil hører ikke til noe som er overlevert her, og lar seg ikke flytte. Den er ikke"
        " rørt. Si fra til IT.",
        "{count} svarfiler hører ikke til noe som er overlevert her, og lar seg ikke flytte. De er"
        " ikke rørt. Si fra til IT.",
        files,
    )
