"""The bundled fonts: which of them has a sign, how wide words are, and no other font ever."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Final

from nurseapp.base.errors import MissingGlyphError
from nurseapp.base.paths import resources_folder
from nurseapp.people.typed import plain_text
from nurseapp.report.direction import mirrored
from nurseapp.report.page import Weight

BASE_FONT: Final = "NotoSans-Regular"

_BASE_ARABIC: Final = "NotoSansArabic-Regular"
_FILES: Final = (
    "NotoSans-Regular",
    "NotoSans-SemiBold",
    "NotoSans-Bold",
    "NotoSansArabic-Regular",
    "NotoSansArabic-Bold",
)
_JOINERS: Final = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Cut:
    """Words as the font draws them, from left to right: `drawn` may be glyphs in their places."""

    drawn: str
    font: str
    width: float

    def followed_by_blank(self) -> Cut:
        """The same with a blank that takes no room."""
        return Cut(f"{self.drawn} ", self.font, self.width)


def load_fonts() -> None:
    """Registers the fonts anew; a paper's bytes must not depend on the papers before it.

    (Shaped Arabic letters get code points in the order in which a font first meets them.)
    """
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
    from reportlab.pdfbase.ttfonts import TTFont, freshTTFont  # type: ignore[import-untyped]

    known = set(pdfmetrics.getRegisteredFontNames())
    for name in _FILES:
        file = resources_folder() / "fonts" / f"{name}.ttf"
        # A font of the same name is not replaced by registering: freshTTFont takes it away. For
        # a name it does not know it reads through all fonts that reportlab has: 100 ms for each.
        make = freshTTFont if name in known else TTFont
        pdfmetrics.registerFont(make(name, str(file), shapable="Arabic" in name))


def require_glyphs(document: object) -> None:
    """Raises MissingGlyphError naming every sign in `document` that no bundled font has."""
    missing = sorted({sign for text in _texts(document) for sign in text if not has_glyph(sign)})
    if missing:
        raise MissingGlyphError(signs=" ".join(missing))


def has_glyph(sign: str) -> bool:
    """True if some bundled font draws `sign`, or if there is nothing to draw."""
    nothing = sign == "\n" or sign in _JOINERS
    return nothing or ord(sign) in _signs(BASE_FONT) or ord(sign) in _signs(_BASE_ARABIC)


def font_for(sign: str, weight: Weight, *, right_to_left: bool) -> str:
    """The font that draws `sign`; raises MissingGlyphError rather than leave a gap."""
    arabic = f"NotoSansArabic-{'Regular' if weight == 'Regular' else 'Bold'}"
    latin = f"NotoSans-{weight}"
    in_arabic = ord(sign) in _signs(_BASE_ARABIC) or sign in _JOINERS
    if in_arabic and (right_to_left or ord(sign) not in _signs(BASE_FONT)):
        return arabic
    if ord(sign) in _signs(BASE_FONT):
        return latin
    raise MissingGlyphError(signs=sign)


def cut(text: str, font: str, size: float, *, right_to_left: bool) -> Cut:
    """`text`, all of one font and direction, ready to draw; `width` in points."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import ShapedStr, shapeStr

    if not right_to_left:
        drawn = text
    elif "Arabic" in font:
        drawn = shapeStr(text, font, size)
    else:
        drawn = mirrored(text)
    if isinstance(drawn, ShapedStr):
        advance = sum(glyph.x_advance for glyph in drawn.__shapeData__)
        return Cut(drawn, font, advance * size / 1000)
    return Cut(drawn, font, pdfmetrics.stringWidth(drawn, font, size))


@cache
def _signs(font: str) -> frozenset[int]:
    """The code points of a font as shipped, before any shaping adds its own.

    All weights have the same ones.
    """
    from reportlab.pdfbase.ttfonts import TTFont

    face = TTFont(font, str(resources_folder() / "fonts" / f"{font}.ttf")).face
    return frozenset(face.charToGlyph)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [plain_text(value)]
    if isinstance(value, tuple):
        return [text for part in value for text in _texts(part)]
    if is_dataclass(value) and not isinstance(value, type):
        return [text for field in fields(value) for text in _texts(getattr(value, field.name))]
    return []
