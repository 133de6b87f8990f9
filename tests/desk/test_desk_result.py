from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
from record_samples import CALM_RESULT, GUIDE, INCOMPLETE_RESULT, ITEMS, MOTHER, NOW, RESULT, TODAY

from nurseapp.base.errors import AlreadyClosedError, DiskFullError, UnreadableError
from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.result import Closing, NewAssessment, PlannedStep, ResultView, TalkGuide
from nurseapp.desk.result.amend_flow import AmendCases, AmendFlow
from nurseapp.desk.result.closing_flow import ClosingFlow
from nurseapp.desk.result.ehr_flow import EhrFlow
from nurseapp.desk.result.flow import ResultCases, ResultFlow
from nurseapp.desk.result.guide_flow import GuideFlow
from nurseapp.desk.routes import HandOver, Referral, Route, TakeHome


@dataclass
class Clinic:
    view: ResultView = RESULT
    assessed: list[NewAssessment] = field(default_factory=list)
    went: list[Route] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    full: bool = False

    def assess(self, new: NewAssessment) -> None:
        if self.full:
            raise DiskFullError
        self.assessed.append(new)

    def flow(self) -> ResultFlow:
        flow = ResultFlow(
            14,
            ResultCases(result=lambda _screening: self.view, assess=self.assess),
            WorkAtOnce(),
            go=self.went.append,
            back=self.back.append,
            today=TODAY,
        )
        flow.start()
        return flow


CLOSED = replace(
    RESULT, critical=(replace(RESULT.critical[0], closed="Samtale i dag."),), open_alerts=()
)


def test_result_with_an_open_critical_answer_cannot_be_closed() -> None:
    clinic = Clinic()
    flow = clinic.flow()
    flow.type_text("Snakket sammen.")
    flow.save_and_close()
    assert clinic.assessed == []
    assert clinic.back == []
    assert "ikke fulgt opp" in flow.state.problem
    assert flow.state.text == "Snakket sammen."


def test_result_is_saved_and_left_once_the_critical_answer_is_followed_up() -> None:
    clinic = Clinic(view=CLOSED)
    flow = clinic.flow()
    flow.type_text(" Snakket sammen. ")
    flow.tick("talk-today", True)
    flow.tick("support-talk", True)
    flow.save_and_close()
    assert clinic.assessed == [
        NewAssessment(
            screening=14,
            text="Snakket sammen.",
            steps=(
                PlannedStep(code="talk-today", due=None, done=True),
                PlannedStep(code="support-talk", due=date(2026, 11, 28), done=False),
            ),
        )
    ]
    assert clinic.back == ["Lagret."]


def test_result_finished_later_keeps_what_was_written_and_stays_open() -> None:
    clinic = Clinic()
    flow = clinic.flow()
    flow.type_text("Ringer henne i morgen.")
    flow.finish_later()
    assert [new.text for new in clinic.assessed] == ["Ringer henne i morgen."]
    assert "blir stående på listen" in clinic.back[0]


def test_result_left_untouched_writes_nothing() -> None:
    clinic = Clinic(view=CALM_RESULT)
    flow = clinic.flow()
    flow.save_and_close()
    assert clinic.assessed == []
    assert clinic.back == [""]


def test_result_over_the_cut_off_asks_for_a_word_or_a_step_before_it_closes() -> None:
    clinic = Clinic(view=replace(CALM_RESULT, open_alerts=(8,)))
    flow = clinic.flow()
    flow.save_and_close()
    assert clinic.back == []
    assert "vurdering" in flow.state.problem
    flow.tick("talk-today", True)
    flow.save_and_close()
    assert len(clinic.assessed) == 1


@pytest.mark.parametrize("due", ["", "snart", "31.02.2027", "20.11.2026"])
def test_step_without_a_day_that_can_come_is_not_saved(due: str) -> None:
    clinic = Clinic(view=CLOSED)
    flow = clinic.flow()
    flow.tick("support-talk", True)
    flow.type_due("support-talk", due)
    flow.save_and_close()
    assert clinic.assessed == []
    step = next(step for step in flow.state.steps if step.offer.code == "support-talk")
    assert step.problem
    flow.type_due("support-talk", "01.12.2026")
    flow.save_and_close()
    assert clinic.assessed[0].steps[0].due == date(2026, 12, 1)


def test_step_that_is_planned_already_is_not_planned_again() -> None:
    steps = tuple(replace(step, planned=3) for step in RESULT.steps)
    clinic = Clinic(view=replace(CLOSED, steps=steps))
    flow = clinic.flow()
    flow.type_text("Etter samtalen")
    flow.save_and_close()
    assert clinic.assessed[0].steps == ()


def test_result_read_again_keeps_what_is_being_written() -> None:
    clinic = Clinic()
    flow = clinic.flow()
    flow.type_text("Halv setning")
    flow.tick("support-talk", True)
    flow.type_due("support-talk", "02.12.2026")
    clinic.view = CLOSED
    flow.start()
    assert flow.state.text == "Halv setning"
    step = next(step for step in flow.state.steps if step.offer.code == "support-talk")
    assert (step.ticked, step.due) == (True, "02.12.2026")


def test_papers_are_reached_with_what_was_written_saved_first() -> None:
    clinic = Clinic()
    flow = clinic.flow()
    flow.type_text("Snakket sammen.")
    flow.refer()
    assert len(clinic.assessed) == 1
    assert clinic.went == [Referral(14)]
    clinic.flow().take_home()
    assert clinic.went[-1] == TakeHome(14)
    assert len(clinic.assessed) == 1


def test_paused_sheet_is_taken_up_at_the_hand_over() -> None:
    clinic = Clinic(view=INCOMPLETE_RESULT)
    clinic.flow().resume()
    assert clinic.went == [HandOver(MOTHER)]


def test_assessment_that_meets_a_full_disk_is_kept_on_the_screen() -> None:
    clinic = Clinic(view=CLOSED, full=True)
    flow = clinic.flow()
    flow.type_text("Viktig setning")
    flow.save_and_close()
    assert flow.state.problem == str(DiskFullError())
    assert flow.state.text == "Viktig setning"
    assert clinic.back == []


@dataclass
class Closings:
    closings: list[Closing] = field(default_factory=list)
    closed: int = 0
    too_late: bool = False

    def close(self, closing: Closing) -> None:
        if self.too_late:
            raise AlreadyClosedError
        self.closings.append(closing)

    def count(self) -> None:
        self.closed += 1

    def flow(self) -> ClosingFlow:
        return ClosingFlow(
            self.close, WorkAtOnce(), by="S. Eik", now=lambda: NOW, closed=self.count
        )


def filled(flow: ClosingFlow) -> None:
    flow.open(5)
    flow.type(
        replace(flow.state.typed, action="Samtale i enerom, ringt fastlege.", discussed="discussed")
    )
    flow.next_contact_in(1)


def test_closing_starts_with_the_nurse_and_the_moment() -> None:
    flow = Closings().flow()
    flow.open(5)
    assert flow.state.typed.by == "S. Eik"
    assert flow.state.typed.at == "21.11.2026 kl. 10:12"


def test_closing_names_everything_that_is_missing_in_one_sentence() -> None:
    closings = Closings()
    flow = closings.flow()
    flow.open(5)
    flow.type(replace(flow.state.typed, by=" ", at=""))
    flow.close()
    for missing in ("hva som er gjort", "hvem", "når", "neste kontakt", "meldeplikten"):
        assert missing in flow.state.problem
    assert closings.closings == []


@pytest.mark.parametrize("lacking", ["action", "by", "at", "next_contact", "discussed"])
def test_closing_without_any_one_of_its_parts_is_refused(lacking: str) -> None:
    closings = Closings()
    flow = closings.flow()
    filled(flow)
    flow.type(replace(flow.state.typed, **{lacking: ""}))  # type: ignore[arg-type]
    flow.close()
    assert flow.state.problem
    assert closings.closings == []


def test_closing_writes_what_who_when_and_what_comes_next() -> None:
    closings = Closings()
    flow = closings.flow()
    filled(flow)
    flow.close()
    assert closings.closings == [
        Closing(
            alert=5,
            action="Samtale i enerom, ringt fastlege.",
            by="S. Eik",
            at=NOW,
            next_contact=TODAY + timedelta(days=1),
            discussed_duty_to_notify="discussed",
        )
    ]
    assert closings.closed == 1
    assert flow.state.alert is None


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("at", "21.11.2026 kl. 23:00"),
        ("at", "i sted"),
        ("next_contact", "20.11.2026"),
        ("next_contact", "snart"),
    ],
)
def test_closing_refuses_times_that_cannot_be(field: str, text: str) -> None:
    closings = Closings()
    flow = closings.flow()
    filled(flow)
    flow.type(replace(flow.state.typed, **{field: text}))  # type: ignore[arg-type]
    flow.close()
    assert flow.state.problem
    assert closings.closings == []


def test_closing_put_away_leaves_the_alert_open() -> None:
    closings = Closings()
    flow = closings.flow()
    filled(flow)
    flow.put_away()
    flow.close()
    assert closings.closings == []


def test_alert_that_a_colleague_closed_first_is_said_so() -> None:
    flow = Closings(too_late=True).flow()
    filled(flow)
    flow.close()
    assert flow.state.problem == str(AlreadyClosedError())


@dataclass
class Amendments:
    answers: list[tuple[int, str, str | None, str]] = field(default_factory=list)
    withdrawn: list[tuple[int, str]] = field(default_factory=list)
    abandoned: list[tuple[int, str]] = field(default_factory=list)
    read_again: int = 0

    def count(self) -> None:
        self.read_again += 1

    def flow(self) -> AmendFlow:
        cases = AmendCases(
            correct_answer=lambda *all_: self.answers.append(all_),
            withdraw=lambda *all_: self.withdrawn.append(all_),
            abandon=lambda *all_: self.abandoned.append(all_),
        )
        return AmendFlow(14, cases, WorkAtOnce(), amended=self.count)


def test_answer_is_corrected_only_to_another_one_and_with_a_reason() -> None:
    amendments = Amendments()
    flow = amendments.flow()
    flow.begin_answer(ITEMS[0])
    flow.type_why("Feil rad")
    flow.save()
    assert "et annet svar" in flow.state.problem
    flow.choose("d")
    flow.type_why(" ")
    flow.save()
    assert "hvorfor" in flow.state.problem
    flow.type_why("Feil rad")
    flow.save()
    assert amendments.answers == [(14, "1", "d", "Feil rad")]
    assert amendments.read_again == 1


def test_answer_can_be_corrected_to_none_given() -> None:
    amendments = Amendments()
    flow = amendments.flow()
    flow.begin_answer(ITEMS[0])
    flow.choose(None)
    flow.type_why("Hun trykket feil")
    flow.save()
    assert amendments.answers == [(14, "1", None, "Hun trykket feil")]


def test_sheet_is_withdrawn_or_ended_only_with_a_reason() -> None:
    amendments = Amendments()
    flow = amendments.flow()
    flow.begin_withdrawal()
    flow.save()
    assert amendments.withdrawn == []
    flow.type_why("Hun ba om det")
    flow.save()
    assert amendments.withdrawn == [(14, "Hun ba om det")]
    flow.begin_abandoning()
    flow.type_why("Måtte gå")
    flow.save()
    assert amendments.abandoned == [(14, "Måtte gå")]


def test_amendment_put_away_changes_nothing() -> None:
    amendments = Amendments()
    flow = amendments.flow()
    flow.begin_withdrawal()
    flow.type_why("Angret")
    flow.put_away()
    flow.save()
    assert amendments.withdrawn == []


def test_guide_opens_and_is_put_away() -> None:
    flow = GuideFlow(lambda _guide: GUIDE, WorkAtOnce())
    flow.open("self-harm-talk")
    assert flow.state.guide is GUIDE
    flow.put_away()
    assert flow.state.guide is None


def test_guide_that_cannot_be_read_is_said_so() -> None:
    def missing(_guide: str) -> TalkGuide:
        raise UnreadableError(file="samtale")

    flow = GuideFlow(missing, WorkAtOnce())
    flow.open("x")
    assert flow.state.problem


def test_record_text_is_opened_and_its_copy_is_told_about() -> None:
    flow = EhrFlow(14, lambda screening: f"Føres i MORS journal {screening}", WorkAtOnce())
    flow.open()
    assert flow.state.text == "Føres i MORS journal 14"
    flow.copied(60)
    assert "60 sekunder" in flow.state.note
    flow.emptied()
    assert flow.state.note == "Utklippstavlen er tømt."
    flow.put_away()
    flow.emptied()
    assert flow.state.note == ""
