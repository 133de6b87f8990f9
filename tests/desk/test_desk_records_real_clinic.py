"""The flows about people, hand-over, results and papers over a real clinic and a real database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.followup.today import today
from nurseapp.clinic.handover.handover import take_in_answers
from nurseapp.clinic.station.access import OpenStation, found_station, open_station
from nurseapp.clinic.values.station import NewStation, NewUser
from nurseapp.desk import wiring_records as wiring
from nurseapp.desk.handover.flow import HandOverFlow
from nurseapp.desk.people.birth_flow import BirthFlow, TypedChild
from nurseapp.desk.people.details_flow import DetailsFlow
from nurseapp.desk.people.flow import PeopleFlow
from nurseapp.desk.people.page_flow import PageFlow
from nurseapp.desk.people.typed_person import TypedPerson
from nurseapp.desk.referral.flow import ReferralFlow
from nurseapp.desk.referral.take_home_flow import TakeHomeFlow
from nurseapp.desk.result.closing_flow import ClosingFlow
from nurseapp.desk.result.flow import ResultFlow
from nurseapp.outbox.answer import Answered, Started
from nurseapp.outbox.ticket import SealTicket
from nurseapp.outbox.writer import OutboxWriter
from nurseapp.people.national_number import synthetic_number
from nurseapp.vault.cost import FLOOR

PASSWORD = "en lang nok setning"
NOW = datetime(2026, 11, 21, 10, 12, tzinfo=UTC)
WORK = WorkAtOnce()
REAL_SERIES = "01010012356"


class MorningClock:
    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> float:
        return 0.0


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenStation]:
    folder = tmp_path_factory.mktemp("real") / "station"
    nurse = NewUser(
        name="S. Eik",
        title="helsesykepleier",
        password=PASSWORD,
        phone="00 00 00 00",
        administrator=True,
    )
    new = NewStation(
        name="Solvang helsestasjon",
        municipality="Testvik kommune",
        phone="00 00 00 00",
        training=True,
        language="nb",
        first_user=nurse,
    )
    found_station(folder, new, clock=MorningClock(), cost=FLOOR)
    opened = open_station(folder, "S. Eik", PASSWORD, clock=MorningClock())
    yield opened
    opened.close()


def registered(station: OpenStation, typed: TypedPerson, beside: int | None = None) -> int:
    done: list[int] = []
    cases = wiring.details_cases(station, training=True, today=NOW.date())
    flow = DetailsFlow(cases, WORK, lambda person, _s: done.append(person), today=NOW.date())
    flow.start(beside=beside)
    flow.type(typed)
    flow.save()
    assert flow.state.problem == ""
    return done[0]


@pytest.fixture(scope="module")
def mother(station: OpenStation) -> int:
    number = synthetic_number(date(1994, 9, 12), "female", 3)
    return registered(
        station,
        TypedPerson(
            standing="mother",
            given_name="Rolig",
            family_name="Bjørk",
            birth_date="12.09.1994",
            national_number=number,
            sex="female",
        ),
    )


@pytest.fixture(scope="module")
def child(station: OpenStation, mother: int) -> int:
    typed = TypedPerson(
        standing="child",
        given_name="Blid",
        family_name="Bjørk",
        birth_date="08.10.2026",
        weeks="40",
        days="1",
    )
    return registered(station, typed, beside=mother)


def answered(ticket: dict[str, Any], option: str) -> None:
    """The parent chooses the same place in the list each time, to the end."""
    seal = msgspec.convert(ticket["seal"], SealTicket)
    writer = OutboxWriter(Path(ticket["outbox"]), seal, clock=MorningClock())
    writer.append(Started(language="nb", layout="one_at_a_time"))
    for item in ticket["questionnaire"]["items"]:
        writer.append(Answered(item=item["id"], value=option))
    writer.finish()
    writer.close()


@pytest.fixture(scope="module")
def screening(station: OpenStation, mother: int, child: int) -> int:
    """Answers at the top of every list: 21 points, and a critical answer."""
    tickets: list[dict[str, Any]] = []
    flow = HandOverFlow(
        wiring.hand_over_cases(station),
        WORK,
        give=tickets.append,
        go=lambda _route: None,
        tell=lambda _sentence: None,
    )
    flow.start(child)
    assert flow.state.respondent == mother
    flow.choose(replace(flow.state.conditions, informed=True, alone=True))
    assert flow.state.blocked == ""
    flow.hand_over()
    answered(tickets[0], "a")
    (taken,) = take_in_answers(station)
    assert taken.critical
    return taken.screening


def result_flow(station: OpenStation, screening: int, said: list[str]) -> ResultFlow:
    flow = ResultFlow(
        screening,
        wiring.result_cases(station).result,
        WORK,
        go=lambda _route: None,
        back=said.append,
        today=NOW.date(),
    )
    flow.start()
    return flow


def words_of(qapp: QApplication, file: Path) -> str:
    document = QPdfDocument(qapp)
    document.load(str(file))
    words = "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    document.deleteLater()
    return words


def test_person_registered_in_the_form_is_found_as_it_is_typed(
    station: OpenStation, mother: int, child: int
) -> None:
    flow = PeopleFlow(wiring.people_cases(station), WORK, lambda _route: None)
    for text in ("rol", "bjørk rolig", "12.09.1994"):
        flow.type(text)
        assert mother in [hit.row.person for hit in flow.state.hits], text
    flow.type("08.10.2026")
    assert [hit.row.person for hit in flow.state.hits] == [child]


def test_number_of_the_real_series_is_refused_while_it_is_typed(station: OpenStation) -> None:
    cases = wiring.details_cases(station, training=True, today=NOW.date())
    assert cases.number_problem(REAL_SERIES)
    assert cases.number_problem(synthetic_number(date(1994, 9, 12), "male", 0)) == ""


def test_same_number_twice_is_said_and_nothing_typed_is_lost(
    station: OpenStation, mother: int
) -> None:
    cases = wiring.details_cases(station, training=True, today=NOW.date())
    flow = DetailsFlow(cases, WORK, lambda _p, _s: None, today=NOW.date())
    typed = TypedPerson(
        given_name="Annen",
        family_name="Bjørk",
        national_number=synthetic_number(date(1994, 9, 12), "female", 3),
    )
    flow.type(typed)
    flow.save()
    assert "registrert fra før" in flow.state.problem
    assert flow.state.typed == typed


def test_correction_is_read_back_and_the_reason_is_needed(
    station: OpenStation, mother: int
) -> None:
    cases = wiring.details_cases(station, training=True, today=NOW.date())
    flow = DetailsFlow(cases, WORK, lambda _p, _s: None, today=NOW.date(), correcting=mother)
    flow.start()
    flow.type(replace(flow.state.typed, general_practitioner="Torget legesenter"))
    flow.type_why("Ny fastlege")
    flow.save()
    assert flow.state.problem == ""
    page = wiring.page_cases(station).page(mother)
    assert page.details.general_practitioner == "Torget legesenter"
    assert page.details.national_number


def test_link_made_by_mistake_is_taken_away_and_both_records_stay(
    station: OpenStation, mother: int
) -> None:
    typed = TypedPerson(
        standing="child", given_name="Feil", family_name="Bjørk", birth_date="08.10.2026"
    )
    wrong = registered(station, typed, beside=mother)
    cases = wiring.details_cases(station, training=True, today=NOW.date())
    flow = DetailsFlow(cases, WORK, lambda _p, _s: None, today=NOW.date(), correcting=wrong)
    flow.start()
    flow.family.unlink(mother)
    flow.type_why("Feil mor")
    flow.save()
    assert flow.state.problem == ""
    page = cases.page(wrong)
    assert page.family == ()
    assert page.timeline[0].text == "Rolig Bjørk er ikke lenger koblet hit: Feil mor"
    assert wrong not in [member.person for member in cases.page(mother).family]


def test_pregnancy_becomes_a_child_with_the_same_family(station: OpenStation, mother: int) -> None:
    expected = registered(
        station, TypedPerson(standing="pregnancy", due_date="20.11.2026"), beside=mother
    )
    born: list[int | None] = []
    cases = wiring.birth_cases(station, training=True, today=NOW.date())
    flow = BirthFlow(expected, cases, WORK, lambda one, _s: born.append(one), today=NOW.date())
    flow.start()
    flow.type(birth_date="20.11.2026", weeks="40", days="0")
    flow.type_child(0, TypedChild(given_name="Ny", family_name="Bjørk"))
    flow.save()
    assert flow.state.problem == ""
    assert born[0] is not None
    page = wiring.page_cases(station).page(born[0])
    assert mother in [member.person for member in page.family]


def test_critical_answer_is_closed_only_with_all_its_parts_and_leaves_the_list(
    station: OpenStation, screening: int, mother: int
) -> None:
    said: list[str] = []
    main = result_flow(station, screening, said)
    view = main.state.view
    assert view is not None
    assert view.subject == mother
    assert view.scales[0].score == 21
    main.save_and_close()
    assert said == []
    closing = ClosingFlow(
        wiring.result_cases(station).close_alert,
        WORK,
        by="S. Eik",
        now=lambda: NOW,
        closed=main.start,
    )
    closing.open(view.critical[0].alert)
    closing.close()
    assert "Dette mangler" in closing.state.problem
    closing.type(replace(closing.state.typed, action="Samtale i enerom", discussed="no"))
    closing.next_contact_in(1)
    closing.close()
    assert closing.state.problem == ""
    assert main.state.view is not None
    assert main.state.view.critical[0].closed
    main.type_text("Snakket lenge sammen.")
    main.save_and_close()
    assert said == ["Lagret."]
    assert screening not in [alert.screening for alert in today(station).alerts]
    flow = PageFlow(mother, wiring.page_cases(station), WORK, lambda _route: None)
    flow.start()
    assert flow.state.page is not None
    assert any(row.screening == screening for row in flow.state.page.timeline)


def test_childs_page_shows_nothing_of_the_mothers_answers(
    station: OpenStation, screening: int, child: int
) -> None:
    page = wiring.page_cases(station).page(child)
    assert page.trends == ()
    assert all(row.screening is None for row in page.timeline)
    assert "21" not in " ".join(row.text + row.pill for row in page.timeline)


def test_referral_is_listed_as_incomplete_and_then_saved_without_a_name_in_its_name(
    station: OpenStation, screening: int, qapp: QApplication, tmp_path: Path
) -> None:
    flow = ReferralFlow(screening, wiring.referral_cases(station), wiring.paper_ways(station), WORK)
    flow.start()
    draft = flow.state.draft
    assert draft is not None
    assert flow.state.missing
    flow.type(replace(draft, plan="Ny samtale her", consent="oral", wishes="<b>Sove</b> & hvile"))
    flow.preview()
    assert flow.state.problem == ""
    assert flow.state.paper is not None
    flow.save_to(tmp_path)
    (file,) = tmp_path.iterdir()
    assert "Bjørk" not in file.name
    words = words_of(qapp, file)
    assert "Rolig Bjørk" in words
    assert "<b>Sove</b> & hvile" in words


def test_take_home_sheet_has_neither_score_nor_form(
    station: OpenStation, screening: int, qapp: QApplication, tmp_path: Path
) -> None:
    flow = TakeHomeFlow(
        screening, wiring.take_home_cases(station), wiring.paper_ways(station), WORK
    )
    flow.start()
    assert flow.state.draft is not None
    flow.type(replace(flow.state.draft, talked_about="Hvordan nettene går."))
    flow.save_to(tmp_path)
    (file,) = tmp_path.iterdir()
    words = words_of(qapp, file)
    assert "Hvordan nettene går." in words
    assert "EPDS" not in words
    assert "21 av 30" not in words


def test_guide_and_record_text_are_there(station: OpenStation, screening: int) -> None:
    cases = wiring.result_cases(station)
    view = cases.result.result(screening)
    assert cases.talk_guide(view.critical[0].guide).telephones
    assert "MORS" in cases.ehr_text(screening)
