"""A believable clinic of made-up people, all of whom look made up; days count back from today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nurseapp.clinic.training.paper import MadeUpPaper
from nurseapp.clinic.values.people import FamilyRole, Interpreter, Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpAdult:
    """A parent; `age_days` is how long ago she or he was born."""

    given: str
    role: FamilyRole
    sex: Sex
    age_days: int
    language: str = "nb"
    interpreter: Interpreter = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpSheet:
    """An EPDS of one adult, `days_ago`, with the points of items 1 to 10."""

    adult: int
    days_ago: int
    points: tuple[int, ...]
    assessment: str = ""
    repeat_in_days: int | None = None
    repeat_done: bool = False
    support_talk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpFamily:
    """A child (or a pregnancy, when `due_in_days` is given) with its adults.

    `child_age_days` is 0 for a pregnancy; `pregnant_days_ago` says that the clinic met them
    before the birth. `visit_form` is for `visit_adult`, who may be None. `papers` are about the
    child.
    """

    name: str
    adults: tuple[MadeUpAdult, ...]
    child: str = ""
    child_sex: Sex = "unknown"
    child_age_days: int = 0
    gestation_weeks: int | None = None
    due_in_days: int | None = None
    pregnant_days_ago: int | None = None
    sheets: tuple[MadeUpSheet, ...] = ()
    papers: tuple[MadeUpPaper, ...] = ()
    visit: bool = False
    visit_form: str = ""
    visit_adult: int | None = None
    visit_reason: str = ""
    twin: str = ""
    talk_without_form_days_ago: int | None = None


def _mother(given: str, age_days: int, **more: object) -> MadeUpAdult:
    return MadeUpAdult(given=given, role="mother", sex="female", age_days=age_days, **more)  # type: ignore[arg-type] # language and interpreter


def _father(given: str, age_days: int) -> MadeUpAdult:
    return MadeUpAdult(given=given, role="father", sex="male", age_days=age_days)


FAMILIES: Final[tuple[MadeUpFamily, ...]] = (
    MadeUpFamily(
        name="Bjørk",
        adults=(_mother("Rolig", 11_300), _father("Trygg", 12_100)),
        child="Blid",
        child_sex="female",
        child_age_days=44,
        gestation_weeks=40,
        visit=True,
        visit_form="epds",
        visit_adult=0,
    ),
    MadeUpFamily(
        name="Rogn",
        adults=(_mother("Stø", 10_400), _father("Jevn", 10_900)),
        child="Kvikk",
        child_sex="male",
        child_age_days=254,
        gestation_weeks=33,
        visit=True,
    ),
    MadeUpFamily(
        name="Furu",
        adults=(_mother("Stille", 9_700, language="ar", interpreter="phone"),),
        due_in_days=109,
        visit=True,
        visit_form="epds",
        visit_adult=0,
        visit_reason="alone",
    ),
    MadeUpFamily(
        name="Selje",
        adults=(_mother("Våken", 11_900), _father("Varm", 12_800)),
        child="Rask",
        child_sex="male",
        child_age_days=84,
        gestation_weeks=39,
        sheets=(
            MadeUpSheet(
                adult=1,
                days_ago=31,
                points=(1, 1, 1, 1, 1, 2, 2, 1, 1, 0),
                assessment="Sliten etter lite søvn. Vil gjerne snakke mer om en stund.",
                repeat_in_days=28,
            ),
        ),
        visit=True,
        visit_form="epds",
        visit_adult=1,
        visit_reason="repeat_overdue",
    ),
    MadeUpFamily(
        name="Gran",
        adults=(_mother("Lun", 10_050), _father("Rolig", 10_700)),
        child="Glad",
        child_sex="female",
        child_age_days=42,
        gestation_weeks=41,
        sheets=(MadeUpSheet(adult=0, days_ago=0, points=(1, 0, 1, 1, 1, 1, 1, 1, 0, 1)),),
    ),
    MadeUpFamily(
        name="Hassel",
        adults=(_mother("Mild", 11_050), _father("Klok", 11_700)),
        child="Frisk",
        child_sex="female",
        child_age_days=88,
        gestation_weeks=38,
        pregnant_days_ago=165,
        sheets=(
            MadeUpSheet(adult=0, days_ago=158, points=(0, 1, 1, 1, 1, 1, 2, 1, 0, 0)),
            MadeUpSheet(adult=0, days_ago=46, points=(1, 1, 2, 2, 2, 2, 2, 2, 2, 0),
                        assessment="Nedstemt siden fødselen, sover lite. Støtte hjemme.",
                        repeat_in_days=14, repeat_done=True, support_talk=True),
            MadeUpSheet(adult=0, days_ago=32, points=(1, 1, 2, 1, 2, 1, 2, 2, 1, 0),
                        assessment="Noe bedre. Fortsetter med samtalene.", repeat_in_days=28,
                        repeat_done=True),
            MadeUpSheet(adult=0, days_ago=4, points=(1, 0, 1, 1, 1, 1, 1, 1, 1, 0),
                        assessment="Merker selv at det har snudd."),
        ),
    ),
    MadeUpFamily(
        name="Lind",
        adults=(_mother("Sval", 10_600), _father("Lett", 11_000)),
        child="Klar",
        child_sex="male",
        child_age_days=123,
        gestation_weeks=40,
        sheets=(MadeUpSheet(adult=0, days_ago=80, points=(0, 0, 1, 0, 1, 0, 1, 0, 0, 0)),),
    ),
    MadeUpFamily(
        name="Osp",
        adults=(_mother("Myk", 9_900),),
        child="Lys",
        child_sex="female",
        child_age_days=15,
        gestation_weeks=39,
        talk_without_form_days_ago=6,
    ),
    MadeUpFamily(
        name="Alm",
        adults=(_mother("Tapper", 12_300), _father("Stødig", 12_900)),
        child="Lys",
        child_sex="female",
        child_age_days=200,
        gestation_weeks=36,
        twin="Snar",
        sheets=(MadeUpSheet(adult=0, days_ago=150, points=(0, 1, 1, 1, 0, 1, 1, 0, 0, 0)),),
    ),
    MadeUpFamily(
        name="Hegg",
        adults=(
            _mother("Stolt", 11_500),
            MadeUpAdult(given="Munter", role="co_mother", sex="female", age_days=11_800),
        ),
        child="Ny",
        child_sex="male",
        child_age_days=30,
        gestation_weeks=40,
    ),
    MadeUpFamily(
        name="Einer",
        adults=(
            _mother("Fin", 10_200, language="pl", interpreter="on_site"),
            _father("Kjapp", 10_950),
        ),
        due_in_days=30,
    ),
    MadeUpFamily(
        name="Lønn",
        adults=(MadeUpAdult(given="Raus", role="foster_carer", sex="female", age_days=15_600),),
        child="Sterk",
        child_sex="male",
        child_age_days=480,
        papers=(
            MadeUpPaper(adult=0, days_ago=16, form="carer-diary", options="cbcca"),
            MadeUpPaper(adult=0, days_ago=9, form="carer-diary", options="bbbcb"),
            MadeUpPaper(adult=0, days_ago=2, form="carer-diary", options="abaab"),
        ),
    ),
    # Ten months old and eight weeks early: the form for eight months is the right one.
    MadeUpFamily(
        name="Vier",
        adults=(_mother("Åpen", 10_800), _father("Ærlig", 11_400)),
        child="Livlig",
        child_sex="male",
        child_age_days=320,
        gestation_weeks=32,
        visit=True,
        visit_form="asq-3-8",
        visit_adult=0,
    ),
    # Four points in the first stage of M-CHAT-R/F: the nurse is to ask further.
    MadeUpFamily(
        name="Pil",
        adults=(_mother("Sindig", 11_200),),
        child="Ivrig",
        child_sex="male",
        child_age_days=800,
        gestation_weeks=40,
        papers=(
            MadeUpPaper(adult=0, days_ago=60, form="sdq-2-4",
                        options="ccbcbababbcabccacbacbaaab"),
            MadeUpPaper(adult=0, days_ago=2, form="m-chat-rf", options="abaabababaabaabaabaa"),
        ),
    ),
)  # fmt: skip
