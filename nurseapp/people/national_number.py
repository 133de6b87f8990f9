"""Reads Norwegian national identity numbers, today's kind and the kind issued from 2032.

Sources:
- fødselsnummer and D-number: folkeregisterforskriften (FOR-2017-07-14-1201) § 2-2.
- numbers issued from 1 January 2032: Skatteetaten, "Nytt fødselsnummer fra 2032"
  (skatteetaten.github.io/folkeregisteret-api-dokumentasjon/nytt-fodselsnummer-fra-2032):
  the first control digit may leave a remainder of 0, 1, 2 or 3; the second as before; sex
  and century can no longer be read from a number, whoever it was issued to.
- H-number (month + 40) and FH-number (first digit 8 or 9): HIS 1001:2010. No change to their
  control digits is announced for 2032, so they keep the strict rule.
- synthetic numbers for testing (month + 80): Skatteetaten, the series of Tenor.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NoReturn

from nurseapp.base.errors import NationalNumberError
from nurseapp.base.text import _, plural

NumberKind = Literal["fnr", "dnr", "hnr", "fh"]
NumberSex = Literal["female", "male"]

NEW_RULE_FROM: Final = date(2032, 1, 1)

_LENGTH: Final = 11
_DAYS_OF_D_NUMBERS: Final = 40
_MONTHS_OF_H_NUMBERS: Final = 40
_MONTHS_OF_SYNTHETIC: Final = 80
_FIRST_DIGITS_OF_FH: Final = "89"
_WEIGHTS_1: Final = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_WEIGHTS_2: Final = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_REMAINDERS_BEFORE_2032: Final = (0,)
_REMAINDERS_FROM_2032: Final = (0, 1, 2, 3)
_SEPARATORS: Final = str.maketrans("", "", " -.\u00a0\u2009\u202f")

# Individual numbers and two-digit years, and the century they stand for (§ 2-2).
_SERIES: Final = (
    (range(500, 750), range(54, 100), 1800),
    (range(500), range(100), 1900),
    (range(900, 1000), range(40, 100), 1900),
    (range(500, 1000), range(40), 2000),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalNumber:
    """A number that checks; `birth_date` and `sex` are None where the number does not tell."""

    kind: NumberKind
    digits: str
    birth_date: date | None
    sex: NumberSex | None
    synthetic: bool

    def fits(self, birth_date: date) -> bool:
        """Tells whether the number's day, month and year are those of `birth_date`.

        True for an FH-number, which carries no date. A number outlives a corrected birth
        date, so a misfit is a question to ask, not a proof.
        """
        if self.kind == "fh":
            return True
        if self.birth_date is not None:
            return self.birth_date == birth_date
        written = _written_date(self.digits)
        return written == (birth_date.day, birth_date.month, birth_date.year % 100)


def read_national_number(text: str, *, training: bool, today: date) -> NationalNumber:
    """The number written in `text`; blanks, hyphens and full stops between digits are allowed.

    `training` says that only synthetic numbers may be used; otherwise only real ones may.
    Raises NationalNumberError, whose `why` is a plain sentence.
    """
    digits = _digits(text)
    kind = _kind(digits)
    new_rule = today >= NEW_RULE_FROM
    relaxed = new_rule and kind in {"fnr", "dnr"}
    if not _checks(digits, _REMAINDERS_FROM_2032 if relaxed else _REMAINDERS_BEFORE_2032):
        _refuse(_("kontrollsifrene passer ikke til resten av nummeret"))
    birth_date = None if kind == "fh" or new_rule else _birth_date(digits)
    if birth_date is not None and birth_date > today:
        _refuse(_("fødselsdatoen i nummeret er fram i tid"))
    number = NationalNumber(
        kind=kind,
        digits=digits,
        birth_date=birth_date,
        sex=_sex(digits) if birth_date is not None else None,
        synthetic=kind != "fh" and int(digits[2]) >= _MONTHS_OF_SYNTHETIC // 10,
    )
    _refuse_wrong_series(number, training=training)
    return number


def control_digits(nine: str, *, remainder: int = 0) -> str | None:
    """The two control digits after `nine` digits, or None where the register skips the number.

    `remainder` is 0 for all numbers issued before 2032 and may be 0 to 3 for later ones.
    """
    first = _control_digit(nine, _WEIGHTS_1, remainder)
    if first is None:
        return None
    second = _control_digit(nine + first, _WEIGHTS_2, 0)
    return None if second is None else first + second


def synthetic_number(birth_date: date, sex: NumberSex, serial: int) -> str:
    """The `serial`-th (from 0) synthetic fødselsnummer of that day and sex; always the same.

    Raises ValueError for years outside 1900-2039 and where the day has no number left; each
    day has at least 150 for each sex.
    """
    parity = 1 if sex == "male" else 0
    months = birth_date.month + _MONTHS_OF_SYNTHETIC
    start = f"{birth_date.day:02}{months:02}{birth_date.year % 100:02}"
    left = serial
    for individual in _individuals(birth_date.year):
        nine = f"{start}{individual:03}"
        control = control_digits(nine)
        if individual % 2 != parity or control is None:
            continue
        if left == 0:
            return nine + control
        left -= 1
    raise ValueError("no synthetic number left for that day")


def _individuals(year: int) -> range:
    """Individual numbers of a birth year, in the order in which they are given out here."""
    if 1900 <= year < 2000:  # noqa: PLR2004 - the series of § 2-2
        return range(499, -1, -1)
    if 2000 <= year < 2040:  # noqa: PLR2004 - the series of § 2-2
        return range(999, 499, -1)
    raise ValueError("no series for that year")


def _refuse(why: str) -> NoReturn:
    raise NationalNumberError(why=why)


def _refuse_wrong_series(number: NationalNumber, *, training: bool) -> None:
    if number.synthetic and not training:
        _refuse(_("det er et syntetisk nummer, og de brukes bare til øving"))
    if training and not number.synthetic:
        _refuse(_("det er et ekte nummer, og en øvingsstasjon tar bare imot syntetiske"))


def _digits(text: str) -> str:
    digits = text.strip().translate(_SEPARATORS)
    if not digits.isascii() or not digits.isdigit():
        _refuse(_("det skal bare være sifre"))
    if len(digits) != _LENGTH:
        found = plural("her er det {count} siffer", "her er det {count} sifre", len(digits))
        _refuse(_("det skal ha 11 sifre, og {found}").format(found=found))
    return digits


def _kind(digits: str) -> NumberKind:
    """Tells the kind from the offsets; raises when day and month are those of no kind."""
    if digits[0] in _FIRST_DIGITS_OF_FH:
        return "fh"
    day, month, year = _written_date(digits)
    # The century does not matter here except for 29 February; 2000 + year has the leap
    # years of 1900 + year, and 1900 itself is caught by _birth_date.
    if not _exists(2000 + year, month, day):
        _refuse(_("de første seks sifrene er ingen dato"))
    day_raised = int(digits[:2]) > _DAYS_OF_D_NUMBERS
    helper = _MONTHS_OF_H_NUMBERS < int(digits[2:4]) <= _MONTHS_OF_H_NUMBERS + 12
    if day_raised and helper:
        _refuse(_("de første seks sifrene er ingen dato"))
    if helper:
        return "hnr"
    return "dnr" if day_raised else "fnr"


def _written_date(digits: str) -> tuple[int, int, int]:
    """Day, month and two-digit year without the offsets of any kind."""
    day, month = int(digits[:2]), int(digits[2:4])
    if day > _DAYS_OF_D_NUMBERS:
        day -= _DAYS_OF_D_NUMBERS
    if month > _MONTHS_OF_SYNTHETIC:
        month -= _MONTHS_OF_SYNTHETIC
    elif month > _MONTHS_OF_H_NUMBERS:
        month -= _MONTHS_OF_H_NUMBERS
    return day, month, int(digits[4:6])


def _birth_date(digits: str) -> date:
    """The date with its century, as numbers issued before 2032 tell it."""
    day, month, year = _written_date(digits)
    individual = int(digits[6:9])
    for individuals, years, century in _SERIES:
        if individual in individuals and year in years and _exists(century + year, month, day):
            return date(century + year, month, day)
    _refuse(_("de første ni sifrene hører ikke til noe år"))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _sex(digits: str) -> NumberSex:
    return "male" if int(digits[8]) % 2 else "female"


def _checks(digits: str, remainders: tuple[int, ...]) -> bool:
    return digits[9:] in {control_digits(digits[:9], remainder=rest) for rest in remainders}


def _control_digit(digits: str, weights: tuple[int, ...], remainder: int) -> str | None:
    weighted = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    control = (remainder - weighted) % 11
    return None if control == 10 else str(control)  # noqa: PLR2004 - ten is no digit
