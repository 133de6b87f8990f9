"""Licence, start, clinics and name: what the approval says of itself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.clinic.values.approving import FamilyApprovalView
from nurseapp.clinic.values.library import ApprovalView
from nurseapp.desk.approval.family_flow import FamilyFlow, FamilyState
from nurseapp.desk.approval.flow import ApprovalFlow, ApprovalState
from nurseapp.desk.approval.terms import Terms
from nurseapp.desk.field_rows import side_by_side
from nurseapp.desk.screen import Screen
from nurseapp.look.card import Card
from nurseapp.look.check_row import CheckRow
from nurseapp.look.fields import TextField
from nurseapp.look.labels import body, muted, title


class TermsPart(Screen):
    """The fields begin as the licence was last recorded, from today, for this station."""

    def __init__(
        self,
        flow: ApprovalFlow | FamilyFlow,
        view: ApprovalView | FamilyApprovalView,
        heading: str,
    ) -> None:
        super().__init__()
        self._flow = flow
        self.holder = TextField(
            _("Hvem har lisensen?"), hint=_("For eksempel kommunens navn.")
        )  # fmt: skip
        self.number = TextField(_("Lisensens nummer eller dato"))
        self.until = TextField(_("Gjelder til"), placeholder=_("dag.måned.år"),
                               hint=_("Kan stå tomt."))  # fmt: skip
        self.starts = TextField(_("Tas i bruk fra"))
        self.clinics = TextField(_("Gjelder for disse helsestasjonene"))
        self.second = CheckRow(_("Hver godkjenning her skal bekreftes av en til"))
        self._lay_out(flow.state.approver, view, heading)
        for field in (self.holder, self.number, self.until, self.starts, self.clinics):
            field.changed.connect(self._typed)
        self.second.toggled.connect(flow.ask_for_second)

    def render(self, state: ApprovalState | FamilyState) -> None:  # type: ignore[override]
        """Shows what was typed."""
        terms = state.terms
        for field, text in (
            (self.holder, terms.holder), (self.number, terms.number), (self.until, terms.until),
            (self.starts, terms.starts), (self.clinics, terms.clinics),
        ):  # fmt: skip
            if text.strip() != field.text():
                field.blockSignals(True)
                field.set_text(text)
                field.blockSignals(False)
        if state.view is not None:
            self.second.blockSignals(True)
            self.second.setChecked(state.view.second_needed)
            self.second.blockSignals(False)

    def _lay_out(
        self, approver: str, view: ApprovalView | FamilyApprovalView, heading: str
    ) -> None:
        card = Card(spacing=12)
        card.add(title(heading))
        if view.licence_needed:
            if view.licence_words:
                card.add(muted(view.licence_words))
            card.add(side_by_side(self.holder, self.number, self.until))
        else:
            card.add(body(_("Skjemaet trenger ingen lisens.")))
        card.add(side_by_side(self.starts, self.clinics))
        card.add(body(_("Den som godkjenner: {name}").format(name=approver)))
        card.add(self.second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _typed(self) -> None:
        self._flow.write(
            Terms(
                holder=self.holder.text(),
                number=self.number.text(),
                until=self.until.text(),
                starts=self.starts.text(),
                clinics=self.clinics.text(),
            )
        )
