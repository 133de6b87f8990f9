from dataclasses import dataclass, field, replace

import pytest
from record_samples import CHILD as CHILD_ID
from record_samples import (
    CHILD_PAGE,
    CHILD_ROW,
    MOTHER_PAGE,
    MOTHER_ROW,
    PREGNANCY,
    PREGNANCY_PAGE,
    TODAY,
)
from record_samples import MOTHER as MOTHER_ID

from nurseapp.base.errors import AlreadyRegisteredError, DiskFullError
from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.people import FamilyLink, PersonDetails, PersonPage
from nurseapp.desk.people.birth_flow import BirthCases, BirthFlow, TypedChild
from nurseapp.desk.people.details_flow import DetailsCases, DetailsFlow
from nurseapp.desk.people.page_flow import PageCases, PageFlow
from nurseapp.desk.people.typed_person import TypedPerson, as_typed, read_person
from nurseapp.desk.routes import Birth, CorrectPerson, HandOver, RegisterPerson, Result, Route
from nurseapp.desk.routes import PersonPage as PageRoute

PAGES = {MOTHER_ID: MOTHER_PAGE, CHILD_ID: CHILD_PAGE, PREGNANCY: PREGNANCY_PAGE}
MOTHER = TypedPerson(standing="mother", given_name="Rolig", family_name="Bjørk")
CHILD = TypedPerson(
    standing="child", given_name="Blid", family_name="Bjørk", birth_date="08.10.2026"
)


@dataclass
class Clinic:
    """Remembers what was written, in the clinic's own terms."""

    registered: list[tuple[PersonDetails, tuple[FamilyLink, ...]]] = field(default_factory=list)
    corrected: list[tuple[int, PersonDetails, str]] = field(default_factory=list)
    linked: list[FamilyLink] = field(default_factory=list)
    unlinked: list[tuple[int, int, str]] = field(default_factory=list)
    full: bool = False
    known: bool = False

    def register(self, details: PersonDetails, links: tuple[FamilyLink, ...]) -> int:
        if self.full:
            raise DiskFullError
        if self.known:
            raise AlreadyRegisteredError
        self.registered.append((details, links))
        return 40

    def correct(self, person: int, details: PersonDetails, why: str) -> None:
        self.corrected.append((person, details, why))

    def cases(self) -> DetailsCases:
        return DetailsCases(
            page=PAGES.__getitem__,
            register=self.register,
            correct=self.correct,
            link=self.linked.append,
            unlink=lambda *link: self.unlinked.append(link),
            search=lambda text: (MOTHER_ROW, CHILD_ROW) if text == "Bjørk" else (),
            number_problem=lambda text: "Nummeret stemmer ikke." if text == "1" else "",
        )


def form(clinic: Clinic, said: list[tuple[int, str]], correcting: int | None = None) -> DetailsFlow:
    return DetailsFlow(
        clinic.cases(),
        WorkAtOnce(),
        lambda person, sentence: said.append((person, sentence)),
        today=TODAY,
        correcting=correcting,
    )


def test_form_registers_an_adult_and_goes_to_her() -> None:
    clinic, said = Clinic(), list[tuple[int, str]]()
    flow = form(clinic, said)
    flow.start()
    flow.type(replace(MOTHER, birth_date="12.09.1994", shielded=True))
    flow.save()
    ((details, links),) = clinic.registered
    assert (details.kind, details.given_name, details.family_name) == ("adult", "Rolig", "Bjørk")
    assert details.birth_date is not None
    assert details.birth_date.year == 1994
    assert details.shielded_address
    assert links == ()
    assert said == [(40, "Registrert.")]
    assert not flow.state.changed


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        (replace(MOTHER, given_name=" "), "given_name", "Fornavn mangler"),
        (replace(MOTHER, family_name=""), "family_name", "Etternavn mangler"),
        (replace(MOTHER, birth_date="22.11.2026"), "birth_date", "framtiden"),
        (replace(MOTHER, birth_date="31.02.1990"), "birth_date", "finnes ikke"),
        (replace(CHILD, birth_date=""), "birth_date", "Fødselsdato mangler"),
        (replace(CHILD, weeks="55"), "weeks", "Uken ved fødsel"),
        (replace(CHILD, weeks="40", days="7"), "weeks", "fra 0 til 6"),
        (replace(CHILD, days="3"), "weeks", "Uken ved fødsel"),
        (TypedPerson(standing="pregnancy"), "due_date", "Termin mangler"),
        (TypedPerson(standing="pregnancy", due_date="21.11.2027"), "due_date", "40 uker"),
        (TypedPerson(standing="pregnancy", due_date="21.01.2026"), "due_date", "passert"),
    ],
)
def test_form_says_field_by_field_what_does_not_hold(
    typed: TypedPerson, field: str, words: str
) -> None:
    clinic = Clinic()
    flow = form(clinic, [])
    flow.type(typed)
    flow.save()
    assert words in flow.state.problem_of(field)
    assert flow.state.problem
    assert clinic.registered == []


def test_form_checks_dates_and_numbers_while_they_are_typed() -> None:
    flow = form(Clinic(), [])
    flow.type(replace(MOTHER, birth_date="22.11.2026", national_number="1"))
    assert "framtiden" in flow.state.problem_of("birth_date")
    assert flow.state.problem_of("national_number") == "Nummeret stemmer ikke."
    flow.type(replace(MOTHER, birth_date="22.11.1996"))
    assert flow.state.problems == ()


def test_form_refuses_a_number_that_does_not_check() -> None:
    clinic = Clinic()
    flow = form(clinic, [])
    flow.type(replace(MOTHER, national_number="1"))
    flow.save()
    assert clinic.registered == []


def test_form_of_a_pregnancy_does_not_ask_about_a_number_nobody_sees() -> None:
    clinic = Clinic()
    flow = form(clinic, [])
    flow.type(TypedPerson(standing="pregnancy", due_date="01.03.2027", national_number="1"))
    flow.save()
    ((details, _links),) = clinic.registered
    assert details.kind == "pregnancy"
    assert details.national_number == ""


def test_form_keeps_gestation_for_a_child_alone() -> None:
    read = read_person(replace(CHILD, weeks="36", days="2"), today=TODAY).details
    assert read is not None
    assert (read.gestation_weeks, read.gestation_days) == (36, 2)
    adult = read_person(replace(MOTHER, weeks="36"), today=TODAY).details
    assert adult is not None
    assert adult.gestation_weeks is None


def test_form_keeps_what_was_typed_when_the_disk_is_full() -> None:
    clinic, said = Clinic(full=True), list[tuple[int, str]]()
    flow = form(clinic, said)
    flow.type(MOTHER)
    flow.save()
    assert flow.state.problem == str(DiskFullError())
    assert flow.state.typed == MOTHER
    assert flow.state.changed
    assert not flow.state.busy
    assert said == []


def test_form_says_when_the_person_is_registered_already() -> None:
    flow = form(Clinic(known=True), [])
    flow.type(MOTHER)
    flow.save()
    assert flow.state.problem == str(AlreadyRegisteredError())


def test_child_registered_beside_her_mother_is_linked_with_the_role_that_was_chosen() -> None:
    clinic = Clinic()
    flow = form(clinic, [])
    flow.start(beside=MOTHER_ID)
    assert flow.state.typed.standing == "child"
    assert flow.state.typed.family_name == "Bjørk"
    flow.family.set_role(MOTHER_ID, "co_mother")
    flow.type(CHILD)
    flow.save()
    assert clinic.registered[0][1] == (FamilyLink(adult=MOTHER_ID, child=0, role="co_mother"),)


def test_father_registered_beside_a_child_is_linked_as_father() -> None:
    clinic = Clinic()
    flow = form(clinic, [])
    flow.start(beside=CHILD_ID)
    flow.type(replace(flow.state.typed, standing="father", given_name="Trygg"))
    flow.save()
    assert clinic.registered[0][1] == (FamilyLink(adult=0, child=CHILD_ID, role="father"),)


def test_two_adults_are_not_linked_with_each_other() -> None:
    clinic = Clinic()
    flow = form(clinic, [])
    flow.family.add(MOTHER_ROW, "mother")
    flow.type(MOTHER)
    flow.save()
    assert "kan ikke kobles" in flow.state.problem
    assert clinic.registered == []


def test_family_search_leaves_out_who_is_chosen_and_can_be_taken_back() -> None:
    flow = form(Clinic(), [])
    flow.family.search("B")
    assert not flow.family.state.hits
    flow.family.search("Bjørk")
    assert list(flow.family.state.hits) == [MOTHER_ROW, CHILD_ROW]
    flow.family.add(MOTHER_ROW, "mother")
    assert flow.family.state.searched == ""
    flow.family.search("Bjørk")
    assert list(flow.family.state.hits) == [CHILD_ROW]
    flow.family.drop(MOTHER_ID)
    assert not flow.family.state.relatives


def test_correction_is_filled_with_what_is_recorded_and_needs_a_reason() -> None:
    clinic, said = Clinic(), list[tuple[int, str]]()
    flow = form(clinic, said, correcting=MOTHER_ID)
    flow.start()
    assert flow.state.typed.birth_date == "12.09.1994"
    flow.type(replace(flow.state.typed, phone="00 00 00 00"))
    flow.save()
    assert "hvorfor" in flow.state.problem_of("why")
    assert clinic.corrected == []
    flow.type_why("Nytt nummer")
    flow.save()
    ((person, details, why),) = clinic.corrected
    assert (person, details.phone, why) == (MOTHER_ID, "00 00 00 00", "Nytt nummer")
    assert said == [(MOTHER_ID, "Rettelsen er lagret.")]


def test_adult_who_is_corrected_is_linked_in_the_role_chosen_for_that_child() -> None:
    clinic = Clinic()
    flow = form(clinic, [], correcting=MOTHER_ID)
    flow.start()
    flow.family.add(CHILD_ROW, "mother")
    flow.family.set_role(CHILD_ID, "foster_carer")
    flow.type_why("Ny i familien")
    flow.save()
    assert clinic.linked == [FamilyLink(adult=MOTHER_ID, child=CHILD_ID, role="foster_carer")]


@pytest.mark.parametrize(
    ("about", "member", "ends"),
    [(MOTHER_ID, CHILD_ID, (MOTHER_ID, CHILD_ID)), (CHILD_ID, MOTHER_ID, (MOTHER_ID, CHILD_ID))],
)
def test_link_is_taken_away_with_the_reason_and_nothing_else_is_written(
    about: int, member: int, ends: tuple[int, int]
) -> None:
    clinic, said = Clinic(), list[tuple[int, str]]()
    flow = form(clinic, said, correcting=about)
    flow.start()
    assert member in [linked.person for linked in flow.family.state.linked]
    flow.family.unlink(member)
    flow.save()
    assert "hvorfor" in flow.state.problem_of("why")
    assert clinic.unlinked == []
    flow.type_why("Feil barn")
    flow.save()
    assert clinic.unlinked == [(*ends, "Feil barn")]
    assert clinic.corrected == []
    assert clinic.linked == []
    assert said == [(about, "Rettelsen er lagret.")]
    assert not flow.family.state.changed


def test_link_that_is_kept_after_all_stays() -> None:
    clinic = Clinic()
    flow = form(clinic, [], correcting=CHILD_ID)
    flow.start()
    flow.family.unlink(MOTHER_ID)
    assert flow.family.state.changed
    flow.family.keep(MOTHER_ID)
    flow.type_why("Bare sett på")
    flow.save()
    assert clinic.unlinked == []


@pytest.mark.parametrize("page", [MOTHER_PAGE, CHILD_PAGE, PREGNANCY_PAGE])
def test_correction_without_a_change_writes_what_was_there(page: PersonPage) -> None:
    standing = "other_carer" if page.kind == "adult" else page.kind
    assert read_person(as_typed(page.details, standing), today=TODAY).details == page.details


@dataclass
class Births:
    born: list[tuple[int, tuple[PersonDetails, ...]]] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)

    def birth(self, pregnancy: int, children: tuple[PersonDetails, ...]) -> tuple[int, ...]:
        self.born.append((pregnancy, children))
        return tuple(range(50, 50 + len(children)))

    def flow(self, said: list[tuple[int | None, str]]) -> BirthFlow:
        cases = BirthCases(
            page=PAGES.__getitem__,
            birth=self.birth,
            loss=self.lost.append,
            number_problem=lambda text: "Nummeret stemmer ikke." if text == "1" else "",
        )
        return BirthFlow(
            PREGNANCY,
            cases,
            WorkAtOnce(),
            lambda child, words: said.append((child, words)),
            today=TODAY,
        )


def test_birth_of_twins_gives_two_children_of_the_same_day() -> None:
    births, said = Births(), list[tuple[int | None, str]]()
    flow = births.flow(said)
    flow.start()
    flow.type(birth_date="20.11.2026", weeks="36", days="4")
    flow.type_child(0, TypedChild(given_name="Blid", family_name="Bjørk"))
    flow.one_more()
    assert flow.state.children[1].family_name == "Bjørk"
    flow.type_child(1, replace(flow.state.children[1], given_name="Glad"))
    flow.save()
    ((pregnancy, children),) = births.born
    assert pregnancy == PREGNANCY
    assert [child.given_name for child in children] == ["Blid", "Glad"]
    assert {(child.gestation_weeks, child.gestation_days) for child in children} == {(36, 4)}
    assert said == [(50, "Fødselen er registrert.")]


def test_birth_says_which_child_lacks_what() -> None:
    births = Births()
    flow = births.flow([])
    flow.type(birth_date="22.11.2026", weeks="", days="")
    flow.one_more()
    flow.type_child(1, TypedChild(given_name="Glad", family_name="Bjørk", national_number="1"))
    flow.save()
    assert "framtiden" in flow.state.problem_of("birth_date")
    assert "Fornavn" in flow.state.problem_of("given_name 0")
    assert flow.state.problem_of("given_name 1") == ""
    assert flow.state.problem_of("national_number 1")
    assert births.born == []


def test_birth_takes_one_to_five_children() -> None:
    flow = Births().flow([])
    for _again in range(9):
        flow.one_more()
    assert len(flow.state.children) == 5
    for _again in range(9):
        flow.one_less()
    assert len(flow.state.children) == 1


def test_loss_is_asked_about_once_and_recorded_quietly() -> None:
    births, said = Births(), list[tuple[int | None, str]]()
    flow = births.flow(said)
    flow.ask_loss(True)
    assert births.lost == []
    flow.confirm_loss()
    assert births.lost == [PREGNANCY]
    assert said == [(None, "Tapet er registrert. Svangerskapet vises ikke mer i listene.")]


def test_page_leads_on_to_what_can_be_done() -> None:
    went: list[Route] = []
    flow = PageFlow(
        MOTHER_ID,
        PageCases(page=PAGES.__getitem__, write_nurse_line=lambda _p, _t: None),
        WorkAtOnce(),
        went.append,
    )
    flow.start()
    assert flow.state.page is MOTHER_PAGE
    flow.screen()
    flow.correct()
    flow.register_birth()
    flow.register_relative()
    flow.open_person(2)
    flow.open_screening(14)
    assert went == [
        HandOver(MOTHER_ID),
        CorrectPerson(MOTHER_ID),
        Birth(MOTHER_ID),
        RegisterPerson(beside=MOTHER_ID),
        PageRoute(2),
        Result(14),
    ]


def test_page_of_a_child_takes_a_line_and_refuses_an_empty_one() -> None:
    lines: list[tuple[int, str]] = []
    cases = PageCases(
        page=PAGES.__getitem__, write_nurse_line=lambda person, text: lines.append((person, text))
    )
    flow = PageFlow(CHILD_ID, cases, WorkAtOnce(), lambda _route: None)
    flow.start()
    flow.write_line()
    assert flow.state.problem
    flow.type_line("  Avtale om søvn. ")
    flow.write_line()
    assert lines == [(CHILD_ID, "Avtale om søvn.")]
    assert flow.state.line == ""
