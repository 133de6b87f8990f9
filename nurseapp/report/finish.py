"""The last steps, the same for every paper: a watermark in training, pages, and the archive."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from nurseapp.base.text import _, language
from nurseapp.people.typed import one_line
from nurseapp.report.archive import Imprint, archived
from nurseapp.report.paper import Sheets, draw
from nurseapp.report.strips import Strips
from nurseapp.report.structure import Element


class Document(Protocol):
    """What every paper knows of itself; `made_at` knows its time zone."""

    @property
    def document_id(self) -> str:
        """The number that stands in the foot and in the file's name."""
        ...

    @property
    def made_at(self) -> datetime:
        """When it was made."""
        ...

    @property
    def training(self) -> bool:
        """Whether it is about nobody real."""
        ...


def finished(
    document: Document,
    root: Element,
    *,
    head: Callable[[int, int], Strips],
    body: Strips,
    foot: Strips,
) -> bytes:
    """The file to keep; `root` holds the elements of all that was set."""
    watermark = _("ØVING") if document.training else ""
    sheets = Sheets(head=head, body=body, foot=foot, watermark=watermark)
    imprint = Imprint(
        document_id=one_line(document.document_id),
        made_at=document.made_at,
        language=language(),
    )
    return archived(draw(sheets), root, imprint)
