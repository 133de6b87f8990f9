"""Strips on pages: in order, all of them, inside the margins, and together where they belong."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nurseapp.report import page
from nurseapp.report.ink import Ink
from nurseapp.report.paper import Sheets, paginate
from nurseapp.report.strips import Strip

ROOM = page.TOP - page.BOTTOM


def ground(_ink: Ink, _top: float) -> None:
    """Makes a strip count as something."""


def strip(height: float, *, stays: bool = False) -> Strip:
    return Strip(height=height, ground=ground, stays=stays)


HEAD = strip(40)
FOOT = strip(50)

strips = st.lists(
    st.builds(strip, st.floats(5, 200), stays=st.booleans())
    | st.builds(Strip, height=st.floats(2, 30), stays=st.just(True)),
    max_size=60,
)


def pages(body: list[Strip]) -> list[list[Strip]]:
    return paginate(Sheets(body=body, foot=[FOOT], head=lambda _n, _of: [HEAD], watermark=""))


@given(strips)
def test_every_strip_is_on_a_page_once_in_order_and_within_the_margins(body: list[Strip]) -> None:
    made = pages(body)
    placed = [s for sheet in made for s in sheet if s.ground and s not in (HEAD, FOOT)]
    expected = [s for s in body if s.ground and s not in (HEAD, FOOT)]
    assert [id(s) for s in placed] == [id(s) for s in expected]
    assert all(sheet[0] is HEAD for sheet in made)
    assert [sheet[-1] is FOOT for sheet in made] == [False] * (len(made) - 1) + [True]
    for sheet in made:
        assert sum(s.height for s in sheet) <= ROOM + 0.01


@given(strips)
def test_the_foot_stands_at_the_bottom_of_the_last_page(body: list[Strip]) -> None:
    last = pages(body)[-1]
    assert abs(sum(s.height for s in last) - ROOM) < 0.01


def test_strips_that_belong_together_turn_the_page_together() -> None:
    heading, first, second = strip(30, stays=True), strip(30, stays=True), strip(30)
    made = pages([strip(ROOM - 40 - 70), heading, first, second])
    assert [id(s) for s in made[1][1:4]] == [id(heading), id(first), id(second)]


def test_what_is_longer_than_a_page_is_divided_all_the_same() -> None:
    made = pages([strip(100, stays=True) for _n in range(20)])
    assert len(made) == 3
    assert [len([s for s in sheet if s.height == 100]) for sheet in made] == [7, 7, 6]


def test_a_page_does_not_begin_with_white_space() -> None:
    made = pages([strip(ROOM - 45), Strip(height=30), strip(20)])
    assert made[1][1].height == 20


def test_a_foot_that_does_not_fit_gets_a_page_of_its_own() -> None:
    made = pages([strip(ROOM - 40 - 49)])
    assert len(made) == 2
    assert len(pages([strip(ROOM - 40 - 50)])) == 1


def test_the_head_is_told_how_many_pages_there_are() -> None:
    told: list[tuple[int, int]] = []

    def head(number: int, total: int) -> list[Strip]:
        told.append((number, total))
        return [HEAD]

    made = paginate(
        Sheets(body=[strip(300) for _n in range(5)], foot=[FOOT], head=head, watermark="")
    )
    assert told[-len(made) :] == [(n, len(made)) for n in range(1, len(made) + 1)]
