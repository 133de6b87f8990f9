"""What a file says of whose form it is, and plainly what it does not say."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from nurseapp.base.text import LANGUAGES, _, mark, speaking
from nurseapp.exchange.fhir.resources import Questionnaire
from nurseapp.exchange.fhir.texts import Texts, shown

_LONGEST_TEXT: Final = 2000
_LONGEST_SLUG: Final = 50
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ß": "ss"})

_Table = dict[str, object]

# FHIR has no place for any of this; a file that says nothing must not pass for one that does.
NOT_SAID: Final = (
    mark("Filen sier ikke hvem som skal svare. Alle voksne kan velges."),
    mark("Filen sier ikke hvilke svar som må følges opp samme dag. Ingen svar varsler."),
)
NOT_SAID_OF_SCORES: Final = (
    mark("Filen har ingen grenser. Skåren vises uten å bli holdt opp mot noe."),
    mark("Filen sier ikke hva som gjelder når svar mangler. Da vises et spenn, ikke en skår."),
)


def about(questionnaire: Questionnaire, *, scored: bool) -> _Table:
    """The library's words; the wording counts as owned by others whatever the file says."""
    said = NOT_SAID + (NOT_SAID_OF_SCORES if scored else ())
    holder = shown(questionnaire.publisher) or _first_line(questionnaire.copyright)
    return {
        "purpose": _stated(questionnaire.purpose or questionnaire.description),
        "evidence": in_all(mark("Ikke vurdert. Skjemaet er hentet inn fra en FHIR-fil.")),
        "rights": {
            "holder": holder or _("Står ikke i filen"),
            "wording": "licence",
            "print_blank": False,
            "note": _stated(questionnaire.copyright),
        },
        "unverified": [in_all(sentence) for sentence in said],
    }


def in_all(message: str, **facts: object) -> _Table:
    """A sentence of the program's in all its languages."""
    said: _Table = {}
    for language in LANGUAGES:
        with speaking(language):
            said[language] = _(message).format(**facts)
    return said


def in_words(texts: Texts, main: str) -> _Table:
    """A text of the file for the nurse; what lacks in bokmål stands in the file's language."""
    said = {"nb": texts.get("nb") or texts[main]}
    said |= {language: texts[language] for language in ("nn", "en") if language in texts}
    return {language: shown(text) for language, text in said.items()}


def form_id(questionnaire: Questionnaire) -> str:
    """An id that none of the program's own forms has: `fhir-` and the file's name for the form."""
    last = questionnaire.url.rstrip("/").rpartition("/")[2]
    named = (questionnaire.name, questionnaire.title, last, questionnaire.id)
    slugs = (_slug(name) for name in named)
    return f"fhir-{next((slug for slug in slugs if slug), 'form')}"


def _slug(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    plain = letters.encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_SLUG].strip("-")


def _stated(text: str) -> _Table:
    """What the file says, or that it says nothing; the whole of a long text stays in the file."""
    words = shown(text)
    if len(words) > _LONGEST_TEXT:
        words = words[: _LONGEST_TEXT - 1] + "…"
    return {"nb": words} if words else in_all(mark("Står ikke i filen."))


def _first_line(text: str) -> str:
    return shown(text).partition("\n")[0][:_LONGEST_TEXT]
