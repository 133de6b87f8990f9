"""Where the flows about people, hand-over, results and papers meet the real use cases.

As in `wiring.py`: one function for each place, bound to the open station, imports inside.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nurseapp.clinic.station.open_station import OpenStation
    from nurseapp.desk.entry.flow import EntryCases
    from nurseapp.desk.handover.feedback_flow import FeedbackCases
    from nurseapp.desk.handover.flow import HandOverCases
    from nurseapp.desk.people.birth_flow import BirthCases
    from nurseapp.desk.people.details_flow import DetailsCases
    from nurseapp.desk.people.flow import PeopleCases
    from nurseapp.desk.people.page_flow import PageCases
    from nurseapp.desk.referral.flow import ReferralCases
    from nurseapp.desk.referral.paper_flow import PaperWays
    from nurseapp.desk.referral.take_home_flow import TakeHomeCases
    from nurseapp.desk.result.parts import ResultPlaceCases


def people_cases(station: OpenStation) -> PeopleCases:
    """For Personer."""
    from nurseapp.clinic.people import people
    from nurseapp.desk.people.flow import PeopleCases

    return PeopleCases(search=lambda text: people.search(station, text))


def page_cases(station: OpenStation) -> PageCases:
    """For one person's page."""
    from nurseapp.clinic.people import people
    from nurseapp.clinic.record.person_page import person_page
    from nurseapp.desk.people.page_flow import PageCases

    return PageCases(
        page=lambda person: person_page(station, person),
        write_nurse_line=lambda person, text: people.write_nurse_line(station, person, text),
    )


def details_cases(station: OpenStation, *, training: bool, today: date) -> DetailsCases:
    """For registering and correcting."""
    from nurseapp.clinic.people import people
    from nurseapp.clinic.record.person_page import person_page
    from nurseapp.desk.people.details_flow import DetailsCases

    return DetailsCases(
        page=lambda person: person_page(station, person),
        register=lambda details, links: people.register(station, details, links),
        correct=lambda person, details, why: people.correct(station, person, details, why),
        link=lambda link: people.link(station, link),
        unlink=lambda adult, child, why: people.unlink(station, adult=adult, child=child, why=why),
        search=lambda text: people.search(station, text),
        number_problem=lambda text: people.national_number_problem(
            text, training=training, today=today
        ),
    )


def birth_cases(station: OpenStation, *, training: bool, today: date) -> BirthCases:
    """For a birth or a loss."""
    from nurseapp.clinic.people import people
    from nurseapp.clinic.record.person_page import person_page
    from nurseapp.desk.people.birth_flow import BirthCases

    return BirthCases(
        page=lambda person: person_page(station, person),
        birth=lambda pregnancy, children: people.birth(station, pregnancy, children),
        loss=lambda pregnancy: people.loss(station, pregnancy),
        number_problem=lambda text: people.national_number_problem(
            text, training=training, today=today
        ),
    )


def hand_over_cases(station: OpenStation) -> HandOverCases:
    """For the hand-over."""
    from nurseapp.clinic.handover import handover
    from nurseapp.desk.handover.flow import HandOverCases

    return HandOverCases(
        respondents=lambda person: handover.respondents(station, person),
        offer=lambda person, visit, about: handover.offer(
            station, person, visit=visit, about=about
        ),
        hand_over=lambda choice: handover.hand_over(station, choice),
        resume=lambda screening, alone: handover.resume(station, screening, alone=alone),
        not_now=lambda noted: handover.not_now(station, noted),
    )


def feedback_cases(station: OpenStation) -> FeedbackCases:
    """For anonymous feedback."""
    from nurseapp.clinic.handover import feedback
    from nurseapp.desk.handover.feedback_flow import FeedbackCases

    return FeedbackCases(
        offer=lambda: feedback.offer(station),
        hand_over=lambda form, spoken: feedback.hand_over(station, form, spoken),
    )


def entry_cases(station: OpenStation) -> EntryCases:
    """For a sheet that was not answered on the device."""
    from nurseapp.clinic.sheets import sheet_entry
    from nurseapp.desk.entry.flow import EntryCases

    return EntryCases(
        offer=lambda person, day: sheet_entry.offer(station, person, on=day),
        questions=lambda form, mode, continues: sheet_entry.questions(
            station, form, mode, continues=continues
        ),
        differences=sheet_entry.differences,
        record=lambda new: sheet_entry.record(station, new),
    )


def result_cases(station: OpenStation) -> ResultPlaceCases:
    """For a result and everything that opens in its page."""
    import uuid

    from nurseapp.clinic.followup import followup
    from nurseapp.clinic.handover import handover
    from nurseapp.clinic.papers import papers
    from nurseapp.clinic.sheets import fhir_response, results
    from nurseapp.desk.result.amend_flow import AmendCases
    from nurseapp.desk.result.flow import ResultCases
    from nurseapp.desk.result.parts import ResultPlaceCases

    return ResultPlaceCases(
        result=ResultCases(
            result=lambda screening: results.result(station, screening),
            assess=lambda new: results.assess(station, new),
        ),
        amend=AmendCases(
            correct_answer=lambda screening, item, option, why: results.correct_answer(
                station, screening, item, option, why
            ),
            withdraw=lambda screening, why: handover.withdraw(station, screening, why),
            abandon=lambda screening, why: handover.abandon_unfinished(station, screening, why),
        ),
        talk_guide=followup.talk_guide,
        close_alert=lambda closing: followup.close_alert(station, closing),
        ehr_text=lambda screening: papers.ehr_text(station, screening),
        fhir_out=lambda screening, path: fhir_response.write_response(
            station, screening, path, lambda: str(uuid.uuid4())
        ),
    )


def referral_cases(station: OpenStation) -> ReferralCases:
    """For the referral summary."""
    from nurseapp.clinic.papers import papers
    from nurseapp.desk.referral.flow import ReferralCases

    return ReferralCases(
        draft=lambda screening: papers.referral_draft(station, screening),
        preview=lambda draft: papers.preview_referral(station, draft),
        make=lambda draft: papers.make_referral(station, draft),
    )


def take_home_cases(station: OpenStation) -> TakeHomeCases:
    """For the sheet that goes home."""
    from nurseapp.clinic.papers import papers
    from nurseapp.desk.referral.take_home_flow import TakeHomeCases

    return TakeHomeCases(
        draft=lambda screening: papers.take_home_draft(station, screening),
        preview=lambda draft: papers.preview_take_home(station, draft),
        make=lambda draft: papers.take_home(station, draft),
    )


def paper_ways(station: OpenStation) -> PaperWays:
    """For a finished paper: the disk and the printer, each noted."""
    from nurseapp.clinic.papers import papers
    from nurseapp.desk.printing.printers import find_printers, print_paper
    from nurseapp.desk.referral.paper_flow import PaperWays
    from nurseapp.desk.referral.ways import write_paper

    return PaperWays(
        write=write_paper,
        print=print_paper,
        printers=find_printers,
        note=lambda document, how: papers.note_printed(station, document, how),
    )
