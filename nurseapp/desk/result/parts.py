"""The flows of a result, side by side: each holds one thing that can be open in the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nurseapp.clinic.values.result import Closing, TalkGuide
from nurseapp.desk.result.amend_flow import AmendCases, AmendFlow
from nurseapp.desk.result.closing_flow import ClosingFlow
from nurseapp.desk.result.ehr_flow import EhrFlow
from nurseapp.desk.result.fhir_flow import FhirFlow
from nurseapp.desk.result.flow import ResultCases, ResultFlow
from nurseapp.desk.result.guide_flow import GuideFlow


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPlaceCases:
    """What the clinic does for everything on the page of a result."""

    result: ResultCases
    amend: AmendCases
    talk_guide: Callable[[str], TalkGuide]
    close_alert: Callable[[Closing], None]
    ehr_text: Callable[[int], str]
    fhir_out: Callable[[int, Path], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultFlows:
    """The main flow, and one for each thing that opens in the page."""

    main: ResultFlow
    closing: ClosingFlow
    guide: GuideFlow
    amend: AmendFlow
    ehr: EhrFlow
    fhir: FhirFlow

    def put_away(self) -> bool:
        """Closes what is open in the page; tells whether anything was."""
        was_open = (
            self.closing.state.alert is not None
            or self.guide.state.guide is not None
            or bool(self.amend.state.amending)
            or bool(self.ehr.state.text)
            or self.fhir.state.open
        )
        self.closing.put_away()
        self.guide.put_away()
        self.amend.put_away()
        self.ehr.put_away()
        self.fhir.put_away()
        return was_open

    def forget(self) -> None:
        """Lets go of everybody who looks on."""
        for flow in (self.closing, self.guide, self.amend, self.ehr, self.fhir):
            flow.forget()
