"""Numbers as they are written, without the rounding of a computer's fractions."""

from __future__ import annotations

from fractions import Fraction

from nurseapp.forms.vocabulary import Score

Exact = int | Fraction


def exact(value: float | Fraction) -> Exact:
    """The number itself: 22.77 is 2277 hundredths, and nothing beside it."""
    return value if isinstance(value, int | Fraction) else Fraction(repr(value))


def plain(value: float) -> float:
    """The same number, an int where it is whole: 10.0 is 10."""
    return int(value) if value == int(value) else value


def half_up(value: Exact) -> int:
    """The nearest whole number, the higher one from the middle between two."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def told(value: Exact) -> Score:
    """As it is shown and kept: an int where it is whole, else two decimals, half up."""
    whole, hundredths = divmod(half_up(value * 100), 100)
    return whole if hundredths == 0 else (whole * 100 + hundredths) / 100
