"""Makes the flows of a result from what the desk gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nurseapp.base.clock import today
from nurseapp.desk.result.amend_flow import AmendFlow
from nurseapp.desk.result.closing_flow import ClosingFlow
from nurseapp.desk.result.ehr_flow import EhrFlow
from nurseapp.desk.result.fhir_flow import FhirFlow
from nurseapp.desk.result.flow import ResultFlow
from nurseapp.desk.result.guide_flow import GuideFlow
from nurseapp.desk.result.parts import ResultFlows
from nurseapp.desk.wiring_records import result_cases

if TYPE_CHECKING:
    from nurseapp.desk.place import DeskContext


def result_flows(screening: int, desk: DeskContext) -> ResultFlows:
    """Every flow of the page; whatever changes the record reads the result again."""
    cases = result_cases(desk.station)

    def back(sentence: str) -> None:
        if sentence:
            desk.tell(sentence, "done")
        desk.back()

    main = ResultFlow(
        screening, cases.result, desk.work, go=desk.go, back=back, today=today(desk.clock)
    )
    return ResultFlows(
        main=main,
        closing=ClosingFlow(
            cases.close_alert,
            desk.work,
            by=desk.user.name,
            now=desk.clock.now,
            closed=main.start,
        ),
        guide=GuideFlow(cases.talk_guide, desk.work),
        amend=AmendFlow(screening, cases.amend, desk.work, amended=main.start),
        ehr=EhrFlow(screening, cases.ehr_text, desk.work),
        fhir=FhirFlow(screening, cases.fhir_out, desk.work),
    )
