"""Who people are to each other, and how a sheet came to be filled in: codes and their words."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal

from nurseapp.base.text import _, mark

Respondent = Literal["mother", "father", "pregnant", "other_carer"]


class PersonKind(StrEnum):
    """What a record is about."""

    ADULT = "adult"
    CHILD = "child"
    PREGNANCY = "pregnancy"


class Role(StrEnum):
    """A person's place in the family."""

    MOTHER = "mother"
    FATHER = "father"
    CO_MOTHER = "co_mother"
    OTHER_CARER = "other_carer"
    FOSTER_CARER = "foster_carer"
    CHILD = "child"


class Interpreter(StrEnum):
    """How an interpreter takes part; RELATIVE asks for a reason, see `interpreter_warning`."""

    NONE = "none"
    ON_SITE = "on_site"
    PHONE = "phone"
    VIDEO = "video"
    RELATIVE = "relative"


class FilledIn(StrEnum):
    """How the answers came onto the sheet."""

    SELF = "self"
    ASSISTED = "assisted"
    INTERPRETER = "interpreter"
    PAPER = "paper"


_KINDS: Final = {
    PersonKind.ADULT: mark("voksen"),
    PersonKind.CHILD: mark("barn"),
    PersonKind.PREGNANCY: mark("svangerskap"),
}
_ROLES: Final = {
    Role.MOTHER: mark("mor"),
    Role.FATHER: mark("far"),
    Role.CO_MOTHER: mark("medmor"),
    Role.OTHER_CARER: mark("annen omsorgsperson"),
    Role.FOSTER_CARER: mark("fosterforelder"),
    Role.CHILD: mark("barn"),
}
_ROLES_TO: Final = {
    Role.MOTHER: mark("mor til {name}"),
    Role.FATHER: mark("far til {name}"),
    Role.CO_MOTHER: mark("medmor til {name}"),
    Role.OTHER_CARER: mark("omsorgsperson for {name}"),
    Role.FOSTER_CARER: mark("fosterforelder til {name}"),
    Role.CHILD: mark("barn av {name}"),
}
_RECORDS: Final = {
    Role.MOTHER: mark("MORS journal"),
    Role.FATHER: mark("FARS journal"),
    Role.CO_MOTHER: mark("MEDMORS journal"),
    Role.OTHER_CARER: mark("OMSORGSPERSONENS EGEN journal"),
    Role.FOSTER_CARER: mark("FOSTERFORELDERENS EGEN journal"),
    Role.CHILD: mark("BARNETS journal"),
}
_INTERPRETERS: Final = {
    Interpreter.NONE: mark("uten tolk"),
    Interpreter.ON_SITE: mark("tolk i rommet"),
    Interpreter.PHONE: mark("tolk på telefon"),
    Interpreter.VIDEO: mark("tolk på skjerm"),
    Interpreter.RELATIVE: mark("en slektning oversatte"),
}
_FILLED_IN: Final = {
    FilledIn.SELF: mark("selv"),
    FilledIn.ASSISTED: mark("med hjelp av helsesykepleier"),
    FilledIn.INTERPRETER: mark("tolken leste opp"),
    FilledIn.PAPER: mark("på papir, ført inn etterpå"),
}
# A cut-off for fathers comes from studies of fathers, one for mothers from studies of women
# who have given birth; neither speaks of a co-mother, a foster carer or another carer.
_RESPONDENTS: Final[dict[Role, Respondent]] = {
    Role.MOTHER: "mother",
    Role.FATHER: "father",
    Role.CO_MOTHER: "other_carer",
    Role.OTHER_CARER: "other_carer",
    Role.FOSTER_CARER: "other_carer",
}


def kind_in_words(kind: PersonKind) -> str:
    """`voksen`, `barn` or `svangerskap`."""
    return _(_KINDS[kind])


def role_in_words(role: Role) -> str:
    """`mor`, `far`, `medmor` and so on."""
    return _(_ROLES[role])


def role_towards(role: Role, name: str) -> str:
    """`mor til Blid Bjørk`."""
    return _(_ROLES_TO[role]).format(name=name)


def record_in_words(role: Role | None) -> str:
    """Whose record a note belongs in: `MORS journal`; None is an adult without a recorded role."""
    return _("PERSONENS EGEN journal") if role is None else _(_RECORDS[role])


def respondent(role: Role, *, pregnant: bool = False) -> Respondent:
    """The role that cut-offs are chosen by; a mother who expects a child is `pregnant`.

    Raises ValueError for a child, who answers nothing here.
    """
    if role is Role.CHILD:
        raise ValueError("a child does not answer forms")
    return "pregnant" if pregnant and role is Role.MOTHER else _RESPONDENTS[role]


def interpreter_in_words(interpreter: Interpreter) -> str:
    """`uten tolk`, `tolk på telefon` and so on."""
    return _(_INTERPRETERS[interpreter])


def interpreter_warning(interpreter: Interpreter) -> str:
    """What the nurse should think of before going on; empty if there is nothing."""
    if interpreter is not Interpreter.RELATIVE:
        return ""
    return _(
        "Familie og barn skal ikke tolke. Skriv hvorfor det ikke var mulig å få kvalifisert tolk."
    )


def filled_in_in_words(filled_in: FilledIn) -> str:
    """`selv`, `tolken leste opp` and so on."""
    return _(_FILLED_IN[filled_in])
