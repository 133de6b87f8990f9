from dataclasses import replace

from desk_fakes import LaterWork
from record_samples import CHILD, CHILD_ROW, MOTHER, MOTHER_ROW

from nurseapp.base.errors import DiskFailedError
from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.people import PersonRow
from nurseapp.desk.people.flow import PeopleCases, PeopleFlow, hints
from nurseapp.desk.routes import PersonPage, RegisterPerson, Route

TWIN_ROW = replace(CHILD_ROW, person=9, name="Glad Bjørk")


def search(text: str) -> tuple[PersonRow, ...]:
    if not text:
        return (MOTHER_ROW, CHILD_ROW)
    return tuple(row for row in (MOTHER_ROW, CHILD_ROW) if text.casefold() in row.name.casefold())


def flow_over(rows: dict[str, tuple[PersonRow, ...]], went: list[Route]) -> PeopleFlow:
    return PeopleFlow(PeopleCases(search=rows.__getitem__), WorkAtOnce(), went.append)


def test_search_without_text_shows_those_seen_last() -> None:
    flow = PeopleFlow(PeopleCases(search=search), WorkAtOnce(), lambda _route: None)
    flow.start()
    assert flow.state.heading == "Sist sett"
    assert [hit.row.person for hit in flow.state.hits] == [MOTHER, CHILD]


def test_search_says_how_many_it_found_or_that_it_found_none() -> None:
    flow = PeopleFlow(PeopleCases(search=search), WorkAtOnce(), lambda _route: None)
    flow.type("rolig")
    assert flow.state.heading == "1 treff"
    flow.type("Ukjent")
    assert flow.state.hits == ()
    assert "«Ukjent»" in flow.state.heading


def test_search_never_lets_an_older_answer_replace_a_newer_one() -> None:
    work = LaterWork()
    flow = PeopleFlow(PeopleCases(search=search), work, lambda _route: None)
    flow.type("Blid")
    flow.type("Rolig")
    work.finish(1)
    work.finish(0)
    assert [hit.row.name for hit in flow.state.hits] == ["Rolig Bjørk"]


def test_return_before_the_hits_have_come_opens_the_person_that_was_typed() -> None:
    work, went = LaterWork(), list[Route]()
    flow = PeopleFlow(PeopleCases(search=search), work, went.append)
    flow.type("Blid")
    work.finish()
    flow.type("Rolig")
    flow.open_first()
    assert went == [], "the hit of what stood there before"
    work.finish()
    assert went == [PersonPage(MOTHER)]


def test_search_opens_the_only_hit_on_return_and_nothing_while_there_are_several() -> None:
    went: list[Route] = []
    flow = flow_over({"": (MOTHER_ROW, CHILD_ROW), "rol": (MOTHER_ROW,)}, went)
    flow.start()
    flow.open_first()
    assert went == []
    flow.type("rol")
    flow.open_first()
    assert went == [PersonPage(MOTHER)]


def test_search_leads_to_a_person_and_to_the_form() -> None:
    went: list[Route] = []
    flow = flow_over({}, went)
    flow.open(2)
    flow.register()
    assert went == [PersonPage(2), RegisterPerson()]


def test_search_says_what_the_disk_did() -> None:
    def broken(_text: str) -> tuple[PersonRow, ...]:
        raise DiskFailedError

    flow = PeopleFlow(PeopleCases(search=broken), WorkAtOnce(), lambda _route: None)
    flow.type("x")
    assert flow.state.problem == str(DiskFailedError())


def test_hint_tells_people_of_the_same_name_apart() -> None:
    namesake = replace(MOTHER_ROW, person=7, born="01.02.1990")
    first, second, child = hints((MOTHER_ROW, namesake, CHILD_ROW))
    assert "Flere har dette navnet" in first
    assert first == second
    assert child == ""


def test_hint_warns_of_twins_but_not_of_a_parent() -> None:
    one, two, parent = hints((CHILD_ROW, TWIN_ROW, MOTHER_ROW))
    assert "Født samme dag" in one
    assert one == two
    assert parent == ""
