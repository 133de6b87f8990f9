"""How people are called in lists and headings: by name, place in the family, and age."""

from __future__ import annotations

from datetime import date
from typing import Final

from nurseapp.base.text import _, mark
from nurseapp.journal.queries.families import Circle
from nurseapp.journal.queries.people import Person
from nurseapp.people.ages import Gestation, age_in_words, pregnancy_in_words
from nurseapp.people.roles import Role, role_in_words, role_towards


def born(person: Person) -> date | None:
    """The birth date."""
    return None if person.birth_day is None else date.fromordinal(person.birth_day)


def due(person: Person) -> date | None:
    """The due date of a pregnancy."""
    return None if person.due_day is None else date.fromordinal(person.due_day)


def gestation(person: Person) -> Gestation | None:
    """How far the pregnancy was at a child's birth."""
    return None if person.gestation_days is None else Gestation(*divmod(person.gestation_days, 7))


def age_words(person: Person, day: date) -> str:
    """A child's age (with the corrected one) or a pregnancy's week; empty if neither is known."""
    birth, term = born(person), due(person)
    if person.kind == "pregnancy" and term is not None:
        return pregnancy_in_words(term, day)
    if birth is None or birth > day:
        return ""
    return age_in_words(birth, day, gestation(person))


def name_and_age(person: Person, day: date) -> str:
    """`Blid Bjørk (6 uker 2 dager)`, by the age since birth; a pregnancy is `svangerskapet`."""
    birth = born(person)
    age = age_words(person, day) if birth is None or birth > day else age_in_words(birth, day)
    name = person.name or _("svangerskapet")
    return f"{name} ({age})" if age else name


def place_in_family(circle: Circle, adult: int, day: date) -> str:
    """`mor til Glad Gran (6 uker)` or `gravid uke 24`; empty for somebody without children."""
    for child, role in circle.children_of(adult):
        if child.kind == "pregnancy":
            if role == Role.MOTHER.value:
                return age_words(child, day)
            return _("{role}, venter barn").format(role=role_in_words(Role(role)))
        return role_towards(Role(role), name_and_age(child, day))
    return ""


def role_of(circle: Circle, adult: int) -> Role:
    """Her place beside the youngest child or the pregnancy; OTHER_CARER if she has none."""
    children = circle.children_of(adult)
    return Role(children[0].role) if children else Role.OTHER_CARER


def title_of(circle: Circle, number: int, day: date) -> str:
    """`Lun Gran, mor til Glad Gran (6 uker)`, `Blid Bjørk · 6 uker 2 dager`; empty for nobody."""
    person = circle.people.get(number)
    if person is None:
        return ""
    if person.kind == "adult":
        place = place_in_family(circle, number, day)
        return f"{person.name}, {place}" if place else person.name
    age = age_words(person, day)
    name = person.name
    if person.kind == "pregnancy":
        name = next((adult.person.name for adult in circle.adults_of(number)), "")
    return " · ".join(part for part in (name, age) if part)


def matter_of(circle: Circle, number: int, day: date, what: str) -> str:
    """`Lun Gran, mor til Glad Gran (6 uker) – kritisk svar, EPDS spørsmål 10`.

    A dash between whose and `what`, which often has a colon of its own.
    """
    return " – ".join(part for part in (title_of(circle, number, day), what) if part)


def language_words(code: str) -> str:
    """A language's name; the code itself for one that has none here."""
    return _(_SPOKEN.get(code, code))


_SPOKEN: Final = {
    "nb": mark("norsk"),
    "nn": mark("nynorsk"),
    "en": mark("engelsk"),
    "se": mark("nordsamisk"),
    "am": mark("amharisk"),
    "ar": mark("arabisk"),
    "ckb": mark("sorani"),
    "fa": mark("dari"),
    "ku": mark("kurdisk"),
    "pl": mark("polsk"),
    "prs": mark("dari"),
    "ps": mark("pashto"),
    "so": mark("somali"),
    "ti": mark("tigrinja"),
    "uk": mark("ukrainsk"),
    "ur": mark("urdu"),
    "vi": mark("vietnamesisk"),
}
