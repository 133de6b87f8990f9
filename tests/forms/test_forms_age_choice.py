"""The age form that fits a child today, exact to the day, by the edition's own rule."""

from datetime import date, timedelta
from typing import NamedTuple

import pytest
from form_samples import a_form, an_item
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from nurseapp.base.errors import BirthDateError
from nurseapp.forms.age import Age, AgeForm, AgeWindow, Prematurity
from nurseapp.forms.age_choice import AgeChoice, age_in_months, choose
from nurseapp.forms.family import expanded
from nurseapp.forms.library import Library
from nurseapp.forms.model import Form


class Weeks(NamedTuple):
    """A pregnancy at birth."""

    weeks: int
    days: int = 0


def _choice(
    shipped: Library, family: str, birth: date, today: date, pregnancy: Weeks | None = None
) -> AgeChoice:
    forms = [one.form for one in shipped.family(family)]
    return choose(forms, birth, pregnancy, today)


@pytest.mark.parametrize(
    ("birth", "today", "months", "days"),
    [
        ("2026-01-15", "2026-01-15", 0, 0),
        ("2026-01-15", "2026-02-14", 0, 30),
        ("2026-01-15", "2026-02-15", 1, 0),
        ("2026-01-31", "2026-02-28", 0, 28),
        ("2026-01-31", "2026-03-01", 1, 0),
        ("2026-01-31", "2026-03-31", 2, 0),
        ("2024-02-29", "2025-02-28", 11, 30),
        ("2024-02-29", "2025-03-01", 12, 0),
        ("2025-12-20", "2026-12-21", 12, 1),
        ("2025-08-31", "2025-09-30", 0, 30),
        ("2025-08-31", "2025-10-01", 1, 0),
    ],
)
def test_age_is_completed_months_and_the_days_beyond(
    birth: str, today: str, months: int, days: int
) -> None:
    assert age_in_months(date.fromisoformat(birth), date.fromisoformat(today)) == Age(months, days)


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 2500))
def test_age_grows_by_a_day_or_to_a_new_month(birth: date, days: int) -> None:
    today = birth + timedelta(days=days)
    before, after = age_in_months(birth, today), age_in_months(birth, today + timedelta(days=1))
    assert before < after
    assert after in {Age(before.months, before.days + 1), Age(before.months + 1, 0)}
    assert 0 <= before.days <= 30


def test_child_that_is_not_born_has_no_age() -> None:
    with pytest.raises(BirthDateError):
        age_in_months(date(2026, 1, 2), date(2026, 1, 1))


BORN = date(2024, 3, 10)


@pytest.mark.parametrize(
    ("today", "form"),
    [
        ("2024-04-09", None),  # 0 months 30 days
        ("2024-04-10", "asq-3-2"),  # 1 month
        ("2024-06-09", "asq-3-2"),  # 2 months 30 days
        ("2024-06-10", "asq-3-4"),
        ("2024-12-09", "asq-3-8"),  # 8 months 29 days
        ("2024-12-10", "asq-3-10"),  # 9 months: the 9-month form gives way
        ("2025-02-09", "asq-3-10"),  # 10 months 30 days
        ("2025-02-10", "asq-3-12"),
        ("2026-04-25", "asq-3-24"),  # 25 months 15 days
        ("2026-04-26", "asq-3-27"),  # 25 months 16 days
        ("2026-07-25", "asq-3-27"),  # 28 months 15 days
        ("2026-07-26", "asq-3-30"),  # 28 months 16 days
        ("2029-09-10", "asq-3-60"),  # 66 months
        ("2029-09-11", None),  # 66 months 1 day
    ],
)
def test_window_holds_from_its_first_day_to_its_last(
    shipped: Library, today: str, form: str | None
) -> None:
    choice = _choice(shipped, "asq-3", BORN, date.fromisoformat(today))
    assert choice.form == form
    assert choice.corrected is None
    assert choice.chronological == age_in_months(BORN, date.fromisoformat(today))


@pytest.mark.parametrize(
    ("family", "pregnancy", "corrected"),
    [
        ("asq-3", Weeks(37, 1), False),  # 2 weeks 6 days early
        ("asq-3", Weeks(37, 0), True),  # 3 weeks
        ("asq-2-nb", Weeks(37, 0), False),  # 3 weeks, and more than 3 is asked for
        ("asq-2-nb", Weeks(36, 6), True),  # 3 weeks 1 day
        ("asq-3", Weeks(40, 0), False),
        ("asq-3", Weeks(41, 5), False),
        ("asq-3", None, False),
    ],
)
def test_age_is_corrected_by_the_editions_own_rule(
    shipped: Library, family: str, pregnancy: Weeks | None, corrected: bool
) -> None:
    today = date(2025, 3, 10)
    choice = _choice(shipped, family, BORN, today, pregnancy)
    assert choice.chronological == Age(12)
    assert (choice.corrected is not None) is corrected


def test_corrected_age_picks_the_form() -> None:
    pregnancy = Weeks(32)  # eight weeks early
    choice = choose(_family(), date(2025, 1, 1), pregnancy, date(2025, 7, 26))
    assert choice.chronological == Age(6, 25)
    assert choice.corrected == Age(5)  # from 26 February
    assert choice.form == "f-5"
    assert choose(_family(), date(2025, 1, 1), None, date(2025, 7, 26)).form == "f-6"
    day_before = choose(_family(), date(2025, 1, 1), pregnancy, date(2025, 7, 25))
    assert (day_before.corrected, day_before.form) == (Age(4, 29), None)


def test_age_is_corrected_until_the_child_is_so_old() -> None:
    pregnancy = Weeks(30)
    last = choose(_family(until=6), date(2025, 1, 1), pregnancy, date(2025, 6, 30))
    assert (last.chronological, last.corrected) == (Age(5, 29), Age(3, 18))
    first = choose(_family(until=6), date(2025, 1, 1), pregnancy, date(2025, 7, 1))
    assert (first.chronological, first.corrected, first.form) == (Age(6), None, "f-6")


def test_age_is_not_corrected_forwards() -> None:
    for comparison in (">", ">="):
        family = _family(weeks=0)
        rule = family[0].prematurity
        assert rule is not None
        late = [replace(form, prematurity=replace(rule, comparison=comparison)) for form in family]
        assert choose(late, date(2025, 1, 1), Weeks(42), date(2025, 7, 1)).corrected is None
        assert choose(late, date(2025, 1, 1), Weeks(40), date(2025, 7, 1)).corrected is None
        assert choose(late, date(2025, 1, 1), Weeks(39, 6), date(2025, 7, 1)).corrected == Age(
            5, 29
        )


def test_term_is_what_the_licence_counts_as_term() -> None:
    for term, corrected in ((40, Age(5, 9)), (39, None), (38, None)):  # from 22 January
        choice = choose(_family(term=term), date(2025, 1, 1), Weeks(37), date(2025, 7, 1))
        assert choice.corrected == corrected


def test_no_form_fits_before_term() -> None:
    born, pregnancy = date(2025, 1, 1), Weeks(30)  # term on 12 March
    before = choose(_family(first=0), born, pregnancy, date(2025, 3, 11))
    assert (before.form, before.corrected) == (None, None)
    assert "termin" in before.rule
    at = choose(_family(first=0), born, pregnancy, date(2025, 3, 12))
    assert (at.form, at.corrected) == ("f-0", Age(0))


def test_choice_among_forms_without_a_rule_for_prematurity(shipped: Library) -> None:
    form = shipped.form("m-chat-rf").form
    for months, fits in ((15, False), (16, True), (30, True), (31, False)):
        year, month = divmod(2024 * 12 + months, 12)
        choice = choose([form], date(2024, 1, 1), Weeks(30), date(year, month + 1, 1))
        assert (choice.form == "m-chat-rf") is fits
        assert choice.corrected is None


def test_rule_says_both_ages_and_why() -> None:
    born, today = date(2025, 1, 1), date(2025, 7, 26)
    assert choose(_family(), born, Weeks(31, 6), today).rule == (
        "Alder: 6 måneder og 25 dager, korrigert 4 måneder og 29 dager. "
        "Født 8 uker og 1 dag før termin. Det trekkes fra ved 3 uker eller mer, "
        "til barnet er 24 måneder. Ingen aldersform er laget for denne alderen."
    )
    assert choose(_family(), born, Weeks(38), today).rule == (
        "Alder: 6 måneder og 25 dager. "
        "Født 2 uker før termin. Det trekkes bare fra ved 3 uker eller mer. "
        "Skjemaet gjelder fra 6 måneder til 6 måneder og 30 dager."
    )
    assert choose(_family(until=6), born, Weeks(30), today).rule == (
        "Alder: 6 måneder og 25 dager. "
        "Født 10 uker før termin. Det trekkes ikke fra etter at barnet er 6 måneder. "
        "Skjemaet gjelder fra 6 måneder til 6 måneder og 30 dager."
    )
    assert choose(_family(), born, None, date(2025, 7, 1)).rule == (
        "Alder: 6 måneder. "
        "Svangerskapets lengde er ikke registrert. Alderen er regnet fra fødselen. "
        "Skjemaet gjelder fra 6 måneder til 6 måneder og 30 dager."
    )
    assert choose(_family(weeks=1), born, Weeks(39, 6), today).rule == (
        "Alder: 6 måneder og 25 dager. "
        "Født 1 dag før termin. Det trekkes bare fra ved 1 uke eller mer. "
        "Skjemaet gjelder fra 6 måneder til 6 måneder og 30 dager."
    )


def test_rule_says_what_was_not_found_in_a_source() -> None:
    form = _family()[0]
    assert form.prematurity is not None
    assert form.ages is not None
    doubtful = replace(
        form,
        prematurity=replace(form.prematurity, comparison=">", verified=False),
        ages=replace(form.ages, verified=False),
    )
    rule = choose([doubtful], date(2025, 1, 1), Weeks(30), date(2025, 8, 20)).rule
    assert "mer enn 3 uker" in rule
    assert "Regelen er ikke kontrollert mot kilden." in rule
    assert "Aldersvinduet er ikke kontrollert mot kilden." in rule


@pytest.mark.parametrize("family", ["asq-3", "asq-2-nb", "asq-se", "asq-se-2"])
def test_every_age_within_a_family_has_exactly_one_form(shipped: Library, family: str) -> None:
    forms = [one.form for one in shipped.family(family)]
    first = min(form.ages.first for form in forms if form.ages)
    last = max(form.ages.last for form in forms if form.ages)
    chosen, born = [], date(2024, 1, 1)
    for days in range(2200):
        today = born + timedelta(days=days)
        choice = choose(forms, born, None, today)
        assert (choice.form is not None) == (first <= choice.chronological <= last)
        if choice.form and choice.form not in chosen:
            chosen.append(choice.form)
    gives_way = {form.id for form in forms if form.gives_way_to}
    assert chosen == [form.id for form in forms if form.id not in gives_way]
    assert gives_way == ({"asq-3-9"} if family == "asq-3" else set())


def _family(*, first: int = 5, weeks: int = 3, until: int = 24, term: int = 40) -> tuple[Form, ...]:
    """An age form a month from `first` months to six."""
    age_forms = tuple(
        AgeForm(
            id=str(month), window=AgeWindow(first=Age(month), last=Age(month, 30), verified=True)
        )
        for month in range(first, 7)
    )
    rule = Prematurity(
        comparison=">=", weeks=weeks, until_months=until, term_weeks=term, verified=True
    )
    family = a_form([an_item("1", 0, 1)], subject="child", age_forms=age_forms, prematurity=rule)
    return expanded(replace(family, id="f"))


def test_rule_says_that_nobody_knows_whether_the_child_was_born_early(shipped: Library) -> None:
    """Only where it could matter: by a rule for prematurity, and before it ends."""
    says = "Svangerskapets lengde er ikke registrert"
    for today, said in (("2025-07-01", True), ("2026-12-31", True), ("2027-01-01", False)):
        choice = _choice(shipped, "asq-3", date(2025, 1, 1), date.fromisoformat(today))
        assert (says in choice.rule) is said, today
        known = _choice(shipped, "asq-3", date(2025, 1, 1), date.fromisoformat(today), Weeks(40))
        assert says not in known.rule
    sdq = [one.form for one in shipped.forms if one.form.id == "sdq-2-4"]
    assert says not in choose(sdq, date(2025, 1, 1), None, date(2026, 1, 1)).rule
