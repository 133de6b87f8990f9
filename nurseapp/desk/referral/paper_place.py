"""How a place for one paper looks: what it says to the left, the paper itself to the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.desk.columns import Columns
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.referral.paper_flow import PaperCases, PaperFlow
from nurseapp.desk.referral.paper_part import PaperPart, papers_folder
from nurseapp.look.page import ScrollPage


class PaperPlace(Place):
    """Fields and paper side by side, the paper below where there is no room."""

    def __init__(
        self,
        flow: PaperFlow[Any],
        name: str,
        fields: QWidget,
        *,
        hide: Callable[[], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__(flow)
        self._paper_flow = flow
        self.header = PlaceHeader(name, hide=hide, back=back)
        self.paper = PaperPart(flow)
        page = ScrollPage(widest=1400)
        page.add(self.header)
        columns = Columns(least=340)
        columns.add_column(fields)
        columns.add_column(self.paper)
        page.add(columns)
        self.paper.stay_in_view(page)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def unsaved(self) -> bool:
        """Whether something is typed that stands on no paper yet."""
        state = self._paper_flow.state
        return state.changed and state.made is None


def paper_flow(screening: int, cases: PaperCases[Any], desk: DeskContext) -> PaperFlow[Any]:
    """The flow of one paper about this answer sheet, on this desk."""
    from nurseapp.desk.wiring_records import paper_ways

    ways = paper_ways(desk.station)
    return PaperFlow(screening, cases, ways, desk.work, folder=papers_folder())
