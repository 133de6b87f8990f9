from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from record_samples import CHILD, EPDS_CHOICE, FATHER, MOTHER, OFFER, PHQ_CHOICE

from nurseapp.base.errors import FormNotUsableError
from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.feedback import FeedbackForm
from nurseapp.clinic.values.handover import HandOverChoice, HandOverOffer, NotNow, NotNowOutcome
from nurseapp.desk.handover.feedback_flow import FeedbackCases, FeedbackFlow
from nurseapp.desk.handover.flow import HandOverCases, HandOverFlow
from nurseapp.desk.routes import Route, Today

BOTH = ((MOTHER, "Rolig Bjørk (mor)"), (FATHER, "Trygg Bjørk (far)"))
FATHER_OFFER = replace(OFFER, subject=FATHER, subject_name="Trygg Bjørk", subject_words="far")


@dataclass
class Clinic:
    """Offers what it is told, and remembers what was decided."""

    who: tuple[tuple[int, str], ...] = BOTH[:1]
    offers: dict[int, HandOverOffer] = field(
        default_factory=lambda: {MOTHER: OFFER, FATHER: FATHER_OFFER}
    )
    choices: list[HandOverChoice] = field(default_factory=list)
    resumed: list[tuple[int, bool]] = field(default_factory=list)
    noted: list[NotNow] = field(default_factory=list)
    tickets: list[dict[str, Any]] = field(default_factory=list)
    went: list[Route] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    refuses: bool = False

    def hand_over(self, choice: HandOverChoice) -> dict[str, Any]:
        if self.refuses:
            raise FormNotUsableError(form="EPDS", why="teksten er trukket tilbake")
        self.choices.append(choice)
        return {"session": 1}

    def resume(self, screening: int, alone: bool) -> dict[str, Any]:
        self.resumed.append((screening, alone))
        return {"session": 2}

    def flow(self, visit: int | None = None) -> HandOverFlow:
        cases = HandOverCases(
            respondents=lambda _person: self.who,
            offer=lambda person, _visit, _about: self.offers.get(person, OFFER),
            hand_over=self.hand_over,
            resume=self.resume,
            not_now=self.noted.append,
        )
        return HandOverFlow(
            cases,
            WorkAtOnce(),
            give=self.tickets.append,
            go=self.went.append,
            tell=self.told.append,
            visit=visit,
        )


def change(flow: HandOverFlow, **other: Any) -> None:
    flow.choose(replace(flow.state.conditions, **other))


def test_hand_over_needs_one_tick_and_one_press_after_the_start() -> None:
    clinic = Clinic()
    flow = clinic.flow(visit=7)
    flow.start(MOTHER)
    assert flow.state.blocked
    flow.hand_over()
    assert clinic.tickets == []
    change(flow, informed=True)
    flow.hand_over()
    assert clinic.tickets == [{"session": 1}]
    (choice,) = clinic.choices
    assert (choice.subject, choice.form, choice.language) == (MOTHER, "epds", "nb")
    assert (choice.how, choice.informed, choice.alone, choice.visit) == ("self", True, False, 7)


def test_hand_over_from_a_childs_page_asks_whose_answers() -> None:
    clinic = Clinic(who=BOTH)
    flow = clinic.flow()
    flow.start(CHILD)
    assert flow.state.offer is None
    assert flow.state.respondents == BOTH
    flow.answer_for(FATHER)
    assert flow.state.offer == FATHER_OFFER


def test_hand_over_from_a_visit_shows_the_expected_respondent_and_takes_another() -> None:
    clinic = Clinic(who=BOTH)
    flow = clinic.flow(visit=7)
    flow.start(CHILD)
    assert flow.state.respondent == MOTHER
    change(flow, informed=True)
    flow.answer_for(FATHER)
    assert flow.state.offer == FATHER_OFFER
    assert not flow.state.conditions.informed


def test_hand_over_says_when_no_adult_is_registered() -> None:
    flow = Clinic(who=()).flow()
    flow.start(CHILD)
    assert "Registrer forelderen" in flow.state.problem


def test_form_that_needs_privacy_waits_for_the_tick() -> None:
    offer = replace(OFFER, forms=(replace(EPDS_CHOICE, alone_required=True),))
    clinic = Clinic(offers={MOTHER: offer})
    flow = clinic.flow()
    flow.start(MOTHER)
    change(flow, informed=True)
    assert "alene" in flow.state.blocked
    change(flow, alone=True)
    assert flow.state.blocked == ""


def test_form_that_may_not_be_used_says_why_and_is_not_handed_over() -> None:
    offer = replace(OFFER, forms=(replace(EPDS_CHOICE, why_not="Ikke godkjent.", languages=()),))
    clinic = Clinic(offers={MOTHER: offer})
    flow = clinic.flow()
    flow.start(MOTHER)
    change(flow, informed=True)
    flow.hand_over()
    assert flow.state.blocked == "Ikke godkjent."
    assert flow.state.choices_open
    assert clinic.choices == []


def test_form_that_lacks_a_language_falls_back_to_its_own_first() -> None:
    flow = Clinic().flow()
    flow.start(MOTHER)
    change(flow, language="en", layout="page")
    assert (flow.state.conditions.language, flow.state.conditions.layout) == ("en", "page")
    change(flow, form="phq-9")
    assert flow.state.conditions.language == PHQ_CHOICE.languages[0][0]


def test_interpreter_is_expected_where_the_record_says_so() -> None:
    clinic = Clinic(offers={MOTHER: replace(OFFER, interpreter_need="phone")})
    flow = clinic.flow()
    flow.start(MOTHER)
    assert flow.state.conditions.how == "interpreter"
    assert flow.state.conditions.interpreter == "phone"
    assert flow.state.choices_open


def test_interpreter_must_be_of_some_kind() -> None:
    flow = Clinic().flow()
    flow.start(MOTHER)
    change(flow, how="interpreter", informed=True)
    assert "hva slags tolk" in flow.state.blocked


def test_relative_who_interprets_must_be_accounted_for() -> None:
    clinic = Clinic()
    flow = clinic.flow()
    flow.start(MOTHER)
    change(flow, how="interpreter", interpreter="relative", informed=True)
    assert "hvorfor" in flow.state.blocked
    change(flow, interpreter_name="Søster, ingen tolk å få")
    flow.hand_over()
    assert clinic.choices[0].interpreter == "relative"


def test_interpreter_is_forgotten_when_she_fills_in_herself() -> None:
    flow = Clinic().flow()
    flow.start(MOTHER)
    change(flow, how="interpreter", interpreter="video", interpreter_name="Tolk 12")
    change(flow, how="self")
    assert flow.state.conditions.interpreter == "none"
    assert flow.state.conditions.interpreter_name == ""


def test_paused_sheet_is_taken_up_in_one_press() -> None:
    clinic = Clinic(offers={MOTHER: replace(OFFER, unfinished=12, unfinished_words="6 av 10")})
    flow = clinic.flow()
    flow.start(MOTHER)
    flow.resume()
    assert clinic.resumed == [(12, False)]
    assert clinic.tickets == [{"session": 2}]


def test_paused_sheet_that_asks_for_privacy_waits_until_she_is_seen_to_be_alone() -> None:
    paused = replace(OFFER, unfinished=12, unfinished_alone=True)
    clinic = Clinic(offers={MOTHER: paused})
    flow = clinic.flow()
    flow.start(MOTHER)
    assert not flow.state.may_resume
    flow.resume()
    assert clinic.resumed == []
    flow.see_alone(True)
    flow.resume()
    assert clinic.resumed == [(12, True)]


def test_sheet_about_a_child_is_handed_to_the_adult_and_belongs_to_the_child() -> None:
    own = OFFER.forms[0]
    twins = tuple(
        replace(own, form="asq-3-6", title="ASQ-3 6 mnd", about=child, about_name=name)
        for child, name in ((8, "Glad Gran"), (9, "Lun Gran"))
    )
    clinic = Clinic(offers={MOTHER: replace(OFFER, forms=(own, *twins))})
    flow = clinic.flow(visit=7)
    flow.start(MOTHER)
    change(flow, form=twins[1].key, informed=True)
    assert flow.state.form == twins[1]
    flow.hand_over()
    (choice,) = clinic.choices
    assert (choice.subject, choice.form, choice.about) == (MOTHER, "asq-3-6", 9)

    other = Clinic(offers=clinic.offers)
    flow = other.flow(visit=7)
    flow.start(MOTHER)
    change(flow, form=twins[0].key)
    flow.not_now("deferred")
    assert other.noted == [NotNow(subject=8, form="asq-3-6", outcome="deferred", visit=7)]


def test_anonymous_feedback_is_one_press_and_asks_for_nothing_about_anybody() -> None:
    asked = FeedbackForm(
        form="parent-feedback",
        title="Tilbakemelding",
        minutes=1,
        languages=(("nb", "norsk"), ("en", "engelsk")),
    )
    tickets: list[dict[str, Any]] = []

    def flow(*forms: FeedbackForm) -> FeedbackFlow:
        cases = FeedbackCases(
            offer=lambda: forms,
            hand_over=lambda form, spoken: {"anonymous": form, "in": spoken},
        )
        made = FeedbackFlow(cases, WorkAtOnce(), give=tickets.append)
        made.start()
        return made

    unusable = flow(replace(asked, why_not="ikke godkjent"))
    assert unusable.state.form is None
    unusable.hand_over("nb")
    assert tickets == []
    flow(asked).hand_over("en")
    flow(asked).hand_over("ti")
    assert tickets == [
        {"anonymous": "parent-feedback", "in": "en"},
        {"anonymous": "parent-feedback", "in": "nb"},
    ]


@pytest.mark.parametrize("outcome", ["talk_without_form", "deferred", "declined"])
def test_outcome_without_a_form_is_noted_in_one_press_and_leads_to_today(
    outcome: NotNowOutcome,
) -> None:
    clinic = Clinic()
    flow = clinic.flow(visit=7)
    flow.start(MOTHER)
    flow.open_not_now(True)
    flow.type_reason(" Partner i rommet ")
    flow.not_now(outcome)
    assert clinic.noted == [
        NotNow(subject=MOTHER, form="epds", outcome=outcome, reason="Partner i rommet", visit=7)
    ]
    assert clinic.went == [Today()]
    assert clinic.told[0].startswith("Notert")


def test_refusal_of_the_clinic_is_said_and_can_be_tried_again() -> None:
    clinic = Clinic(refuses=True)
    flow = clinic.flow()
    flow.start(MOTHER)
    change(flow, informed=True)
    flow.hand_over()
    assert "trukket tilbake" in flow.state.problem
    clinic.refuses = False
    flow.hand_over()
    assert len(clinic.tickets) == 1
