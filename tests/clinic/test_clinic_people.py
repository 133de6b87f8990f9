"""People are registered, found, corrected and tied together without losing what stood before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from clinic_day import TODAY, Family, HandClock, adult, screened, worth

from nurseapp.base.errors import (
    AlreadyClosedError,
    AlreadyRegisteredError,
    BirthDateError,
    DueDateError,
    NationalNumberError,
    PersonIncompleteError,
)
from nurseapp.clinic.followup import today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.people import people
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.people import FamilyLink, PersonDetails
from nurseapp.journal.entries.people import PersonCorrected, PersonRegistered
from nurseapp.journal.kinds import Kind
from nurseapp.people.national_number import control_digits, synthetic_number

pytest_plugins = ("clinic_stations",)

BORN = date(1996, 3, 2)
SYNTHETIC = synthetic_number(BORN, "female", 0)


def child(given: str = "Blid", **other: object) -> PersonDetails:
    details: dict[str, object] = {
        "kind": "child",
        "given_name": given,
        "family_name": "Bjørk",
        "birth_date": TODAY - timedelta(days=44),
    }
    return PersonDetails(**(details | other))  # type: ignore[arg-type] # by name


def names(station: OpenStation, typed: str) -> list[str]:
    return [row.name for row in people.search(station, typed)]


def test_training_station_refuses_real_numbers_and_production_synthetic_ones(
    station: OpenStation, production: OpenStation
) -> None:
    assert people.national_number_problem(SYNTHETIC, training=True, today=TODAY) == ""
    with pytest.raises(NationalNumberError):
        people.register(station, adult("Lun", "Gran", national_number=not_synthetic()))
    with pytest.raises(NationalNumberError):
        people.register(production, adult("Lun", "Gran", national_number=SYNTHETIC))
    people.register(station, adult("Lun", "Gran", national_number=SYNTHETIC))
    people.register(production, adult("Lun", "Gran", national_number=not_synthetic()))


def not_synthetic() -> str:
    """A help number (FH), of the only kind that is neither synthetic nor anybody's birth date."""
    nine = next(nine for nine in map(str, range(800_000_000, 800_000_100)) if control_digits(nine))
    return f"{nine}{control_digits(nine)}"


def test_number_is_checked_while_it_is_typed(station: OpenStation) -> None:
    assert people.national_number_problem("  ", training=True, today=TODAY) == ""
    wrong = SYNTHETIC[:-1] + str((int(SYNTHETIC[-1]) + 1) % 10)
    assert people.national_number_problem(wrong, training=True, today=TODAY) != ""


def test_one_number_belongs_to_one_person(station: OpenStation) -> None:
    first = people.register(station, adult("Lun", "Gran", national_number=SYNTHETIC))
    second = people.register(station, adult("Glad", "Gran"))
    with pytest.raises(AlreadyRegisteredError):
        people.register(station, adult("Lun", "Gran", national_number=SYNTHETIC))
    with pytest.raises(AlreadyRegisteredError):
        people.correct(station, second, adult("Glad", "Gran", national_number=SYNTHETIC), "Feil")
    people.correct(station, first, adult("Lun", "Gran", national_number=SYNTHETIC), "Uendret")


def test_birth_date_ahead_of_today_is_refused(station: OpenStation) -> None:
    with pytest.raises(BirthDateError):
        people.register(station, child(birth_date=TODAY + timedelta(days=1)))
    with pytest.raises(BirthDateError):
        people.register(station, child(birth_date=date(1850, 1, 1)))
    too_late = PersonDetails(kind="pregnancy", due_date=TODAY + timedelta(days=400))
    with pytest.raises(DueDateError):
        people.register(station, too_late)


@pytest.mark.parametrize(
    ("details", "missing"),
    [
        (PersonDetails(kind="adult", given_name=" ", family_name="Bjørk"), "fornavn"),
        (child(birth_date=None), "fødselsdato"),
        (PersonDetails(kind="pregnancy"), "termindato"),
    ],
)
def test_what_is_missing_is_named(
    station: OpenStation, details: PersonDetails, missing: str
) -> None:
    with pytest.raises(PersonIncompleteError) as told:
        people.register(station, details)
    assert missing in told.value.sentence


def test_search_finds_by_beginnings_in_any_spelling(station: OpenStation, family: Family) -> None:
    people.register(station, adult("Åse-Marie", "Sørbø"))
    for typed in ("bjø", "BJOR", "bjoerk rol", "rolig bj"):
        assert "Rolig Bjørk" in names(station, typed), typed
    for typed in ("ase", "aase", "åse", "marie", "sorb", "soerboe åse"):
        assert names(station, typed) == ["Åse-Marie Sørbø"], typed
    assert names(station, "bjørk") == ["Blid Bjørk", "Rolig Bjørk", "Trygg Bjørk"]
    assert names(station, "olig") == []
    assert len(people.search(station, "bjørk", limit=2)) == 2


def test_search_finds_by_birth_date_and_number(station: OpenStation, family: Family) -> None:
    people.register(station, adult("Lun", "Gran", birth_date=BORN, national_number=SYNTHETIC))
    for typed in ("2.3.1996", "02.03.96", "02031996", SYNTHETIC[:6], SYNTHETIC):
        assert names(station, typed) == ["Lun Gran"], typed
    spaced = f"{SYNTHETIC[:6]} {SYNTHETIC[6:]}"
    assert names(station, spaced) == ["Lun Gran"]
    assert names(station, "8.10.26") == ["Blid Bjørk"]


def test_search_tells_people_of_the_same_name_apart(station: OpenStation, family: Family) -> None:
    people.register(station, adult("Rolig", "Bjørk", birth_date=date(1990, 1, 1)))
    rows = people.search(station, "rolig")
    assert {(row.born, row.context) for row in rows} == {
        ("14.12.1995", "mor til Blid Bjørk (6 uker 2 dager)"),
        ("01.01.1990", ""),
    }


def test_search_for_nothing_gives_those_met_last(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    clock.let_pass(hours=1)
    screened(station, family.father, worth(3))
    assert names(station, "")[0] == "Trygg Bjørk"


def test_correction_keeps_who_when_and_why_and_the_old_stays(
    station: OpenStation, family: Family
) -> None:
    married = replace(adult("Rolig", "Gran"), sex="female")
    people.correct(station, family.mother, married, "Giftet seg")
    assert names(station, "rolig") == ["Rolig Gran"]
    assert names(station, "bjørk rolig") == []
    bodies = [entry.body for entry in station.journal.history(family.mother)]
    (first,) = [body for body in bodies if isinstance(body, PersonRegistered)]
    (second,) = [body for body in bodies if isinstance(body, PersonCorrected)]
    assert (first.person.family_name, second.person.family_name) == ("Bjørk", "Gran")
    page = person_page(station, family.mother)
    says = "Opplysninger rettet av S. Eik: Giftet seg (før: Etternavn Bjørk)"
    assert says in [row.text for row in page.timeline]
    with pytest.raises(PersonIncompleteError):
        people.correct(station, family.mother, married, " ")


def test_page_reading_is_recorded(station: OpenStation, family: Family) -> None:
    person_page(station, family.child)
    person_page(station, family.child)
    read = [
        entry for entry in station.journal.history(family.child) if entry.kind == Kind.RECORD_READ
    ]
    assert [entry.author for entry in read] == [station.author] * 2


def test_page_hides_where_a_shielded_person_lives(station: OpenStation) -> None:
    hidden = adult(
        "Lun",
        "Gran",
        shielded_address=True,
        address="Testveien 1",
        phone="12345678",
        next_of_kin="Stø Gran, Testveien 1",
    )
    page = person_page(station, people.register(station, hidden))
    assert ("Adresse", "skjermet") in page.facts
    assert not [value for _label, value in page.facts if "Testveien" in value or "1234" in value]


def test_unlinked_adult_is_no_longer_beside_the_child(station: OpenStation, family: Family) -> None:
    link = FamilyLink(adult=family.father, child=family.child, role="father")
    people.unlink(station, adult=family.father, child=family.child, why="Feil person")
    assert [member.name for member in person_page(station, family.child).family] == ["Rolig Bjørk"]
    people.link(station, replace(link, role="other_carer"))
    assert handover.respondents(station, family.child)[1][1] == (
        "Trygg Bjørk (annen omsorgsperson)"
    )


def test_unlinking_needs_a_reason_and_deletes_nothing(
    login: Callable[[], OpenStation], family: Family
) -> None:
    station = login()
    with pytest.raises(PersonIncompleteError):
        people.unlink(station, adult=family.father, child=family.child, why=" ")
    before = station.journal.history(family.child)
    people.unlink(station, adult=family.father, child=family.child, why="Feil person")
    after = station.journal.history(family.child)
    assert after[:-1] == before
    assert after[-1].kind == Kind.FAMILY_UNLINKED
    page = person_page(login(), family.child)
    assert "Trygg Bjørk er ikke lenger koblet hit: Feil person" in [
        happened.text for happened in page.timeline
    ]
    own = person_page(login(), family.father)
    assert own.name == "Trygg Bjørk"
    assert own.family == ()


def test_birth_gives_each_twin_the_family_and_ends_the_pregnancy(station: OpenStation) -> None:
    mother = people.register(station, adult("Tapper", "Alm"))
    father = people.register(station, adult("Stødig", "Alm"))
    due = PersonDetails(kind="pregnancy", due_date=TODAY + timedelta(days=20))
    pregnancy = people.register(
        station,
        due,
        [
            FamilyLink(adult=mother, child=0, role="mother"),
            FamilyLink(adult=father, child=0, role="father"),
        ],
    )
    twins = people.birth(
        station, pregnancy, [child("Lys", birth_date=TODAY), child("Snar", birth_date=TODAY)]
    )
    for twin in twins:
        members = person_page(station, twin).family
        assert [member.person for member in members] == [mother, father]
    page = person_page(station, mother)
    assert {member.person for member in page.family} == set(twins)
    assert page.subtitle.startswith("Mor til ")
    for again in (
        lambda: people.birth(station, pregnancy, []),
        lambda: people.loss(station, pregnancy),
    ):
        with pytest.raises(AlreadyClosedError):
            again()


def test_lost_pregnancy_is_never_shown_again(
    login: Callable[[], OpenStation], clock: HandClock
) -> None:
    station = login()
    mother = people.register(station, adult("Stille", "Furu"))
    due = PersonDetails(kind="pregnancy", due_date=TODAY + timedelta(days=109))
    pregnancy = people.register(station, due, [FamilyLink(adult=mother, child=0, role="mother")])
    today.plan_visit(station, pregnancy, TODAY, "epds", mother)
    screened(station, mother, worth(13))
    assert "gravid uke 24" in person_page(station, mother).subtitle.lower()

    people.loss(station, pregnancy)

    page = person_page(station, mother)
    shown = [page.subtitle, *(member.name for member in page.family)]
    shown += [point.label for trend in page.trends for point in trend.points]
    shown += [card.title for card in today.today(station).alerts]
    shown += [card.title for card in today.today(station).visits]
    shown += [row.context for row in people.search(station, "stille")]
    shown += [handover.offer(station, mother).subject_words]
    assert shown
    for words in shown:
        assert "gravid" not in words.lower()
        assert "svangerskap" not in words.lower()
        assert "uke 24" not in words


def test_markup_and_odd_names_are_kept_as_typed(station: OpenStation) -> None:
    odd = "<b>x\u202e\x00</b>"
    person = people.register(station, adult(odd, '=HYPERLINK("x")'))
    assert person_page(station, person).name == '<b>x</b> =HYPERLINK("x")'
