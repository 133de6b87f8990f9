"""Blank forms on paper, where the rights let them be printed."""

from __future__ import annotations

from typing import Final

from nurseapp.base.errors import NotPrintableError
from nurseapp.base.text import LANGUAGES, _, speaking
from nurseapp.clinic.library.form_cards import may_print_blank
from nurseapp.clinic.library.licences import licence_of
from nurseapp.clinic.library.usable_forms import usable_wordings
from nurseapp.clinic.station.document_id import new_document_id
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.papers import Paper
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.vocabulary import ItemKind
from nurseapp.forms.wording import Wording
from nurseapp.forms.wording_hash import wording_sha256
from nurseapp.journal.queries import library
from nurseapp.report.blank_form import BlankFormDocument, BlankItem, Kind, blank_form_pdf

_SIGNS_OF_HASH: Final = 8
_AS_PRINTED: Final[dict[ItemKind, Kind]] = {"yes_no": "choice"}


def blank_paper(station: OpenStation, form: str, spoken: str) -> Paper:
    """The form to be filled in by hand, in words that may be used here now.

    Raises NotPrintableError where the rights do not let it be printed, where no paper may name
    it, and without usable words in the language, FormNotUsableError without any usable words,
    UnknownFormError, FormProblemsError, MissingGlyphError.
    """
    loaded = station.library.form(form)
    if not may_print_blank(loaded.form):
        why = _("eieren tillater det ikke. Bruk eierens egne ark")
        if loaded.form.off_hand_outs:
            why = _("det skal ikke stå på papir som noen kan finne")
        elif loaded.form.not_scored is not None:
            why = _("det tar bare imot det andre har funnet")
        raise NotPrintableError(form=loaded.form.name, why=why)
    wordings = usable_wordings(station, loaded)
    wording = next((one for one in wordings if one.language == spoken), None)
    if wording is None:
        raise NotPrintableError(form=loaded.form.name, why=_("språket er ikke godkjent"))
    number = new_document_id()
    with speaking(spoken):
        content = blank_form_pdf(_document(station, loaded, wording, number))
    return Paper(document=number, file_name=f"{number}.pdf", content=content)


def _document(
    station: OpenStation, loaded: LoadedForm, wording: Wording, number: str
) -> BlankFormDocument:
    card = station.card
    return BlankFormDocument(
        document_id=number,
        made_at=station.clock.now(),
        station=" · ".join(part for part in (card.name, card.municipality) if part),
        title=wording.title,
        recall=wording.recall,
        introduction=wording.introduction,
        items=tuple(_items(loaded, wording)),
        several=_("Flere svar kan passe.") if wording.language in LANGUAGES else "",
        identity=_("{form}, utgave {version} · tekst {hash}").format(
            form=loaded.form.id,
            version=loaded.form.version,
            hash=wording_sha256(wording)[:_SIGNS_OF_HASH],
        ),
        rights=_rights(station, loaded),
        training=station.training,
    )


def _items(loaded: LoadedForm, wording: Wording) -> list[BlankItem]:
    """The questions for the one who answers; a second stage is the nurse's."""
    return [
        BlankItem(
            number=item.id,
            kind=_AS_PRINTED.get(item.kind, item.kind),  # type: ignore[arg-type] # the same words
            text=wording.items[item.id].text,
            options=tuple(wording.items[item.id].options[option.id] for option in item.options),
            unit=item.unit,
        )
        for item in loaded.form.items
        if item.stage == 1
    ]


def _rights(station: OpenStation, loaded: LoadedForm) -> str:
    """Who owns the words, and under which licence they stand on this paper."""
    rights = loaded.form.about.rights
    words = _("© {holder}.").format(holder=rights.holder)
    licence = station.journal.read(lambda cursor: library.licence(cursor, licence_of(loaded.form)))
    if licence is None or rights.wording == "own":
        return words
    says = _("{owner} Brukt av {holder}.") if not licence.number else _(
        "{owner} Brukt av {holder}, lisens {number}."
    )  # fmt: skip
    return says.format(owner=words, holder=licence.holder, number=licence.number)
