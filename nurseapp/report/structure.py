"""What each mark on the page is (heading, paragraph, table cell ...), for those who listen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Role = Literal[
    "Document", "H1", "H2", "H3", "P", "Sect", "Div", "Figure",
    "Table", "TR", "TH", "TD", "L", "LI", "Lbl", "LBody",
]  # fmt: skip


@dataclass(slots=True)
class Element:
    """A node of the document's structure; what it holds is noted as it is drawn.

    `holds` lists child elements and marks, a mark being (page from 0, number on that page).
    `columns` is how many columns a table cell spans.
    """

    role: Role
    alt: str = ""
    scope: Literal["", "Row", "Column"] = ""
    columns: int = 1
    holds: list[Element | tuple[int, int]] = field(default_factory=list)

    def add(
        self,
        role: Role,
        *,
        alt: str = "",
        scope: Literal["", "Row", "Column"] = "",
        columns: int = 1,
    ) -> Element:
        """A new child, after those that are there."""
        child = Element(role, alt=alt, scope=scope, columns=columns)
        self.holds.append(child)
        return child
