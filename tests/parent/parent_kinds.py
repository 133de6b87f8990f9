"""A made-up questionnaire with a question of every kind, in Norwegian and Arabic."""

from __future__ import annotations

from typing import Literal

from nurseapp.forms.question import Question
from nurseapp.forms.questionnaire import Questionnaire, QuestionnaireText
from nurseapp.forms.visibility import Answered as WhenAnswered
from nurseapp.forms.wording import ItemText

ITEMS = (
    Question(id="i", kind="information"),
    Question(id="walk", kind="yes_no", options=("a", "b")),
    Question(id="far", kind="number", minimum=0.5, maximum=40, decimals=1, unit="km",
             show_when=WhenAnswered("walk", ("a",))),
    Question(id="seen", kind="multiple", options=("a", "b", "c")),
    Question(id="liked", kind="choice", options=("a", "b", "c")),
    Question(id="liked-c", kind="multiple", options=("a",), optional=True),
    Question(id="day", kind="date"),
    Question(id="told", kind="text", longest=200, optional=True),
)  # fmt: skip
_NB = {
    "i": ("Øvingstekst: Her kommer noen spørsmål om en tur i skogen.", ()),
    "walk": ("Øvingstekst: Har dere gått en tur denne uken?", ("Ja", "Nei")),
    "far": ("Øvingstekst: Hvor langt gikk dere?", ()),
    "seen": ("Øvingstekst: Hva så dere på turen?",
             ("Et ekorn", "En fugl som satt lenge i et tre og ventet på at vi skulle gå videre",
              "En maur")),
    "liked": ("Øvingstekst: Liker dere å gå i regn?", ("Ja, ofte", "Av og til", "Ikke ennå")),
    "liked-c": ("Øvingstekst: Vil du snakke om regntøy?", ("Ja, gjerne",)),
    "day": ("Øvingstekst: Når kjøpte dere støvler?", ()),
    "told": ("Øvingstekst: Fortell om turen.", ()),
}  # fmt: skip
_AR = {
    "i": ("نص للتدريب: بعض الأسئلة عن نزهة في الغابة", ()),
    "walk": ("نص للتدريب: هل ذهبتم في نزهة هذا الأسبوع؟", ("نعم", "لا")),
    "far": ("نص للتدريب: كم كانت المسافة؟", ()),
    "seen": ("نص للتدريب: ماذا رأيتم في الطريق؟", ("سنجاب", "طائر جلس طويلا", "نملة")),
    "liked": ("نص للتدريب: هل تحبون المشي تحت المطر؟", ("نعم", "أحيانا", "ليس بعد")),
    "liked-c": ("نص للتدريب: هل تريدون الحديث عن ملابس المطر؟", ("نعم",)),
    "day": ("نص للتدريب: متى اشتريتم الأحذية؟", ()),
    "told": ("نص للتدريب: احكوا لنا عن النزهة", ()),
}  # fmt: skip
_WORDS = {"nb": (_NB, "Denne uken"), "ar": (_AR, "هذا الأسبوع")}


def every_kind(
    *,
    layout: Literal["one_at_a_time", "page"] = "one_at_a_time",
    languages: tuple[str, ...] = ("nb",),
) -> Questionnaire:
    """A text, six questions and one tick beside the fifth; the third is asked after yes."""
    texts = {}
    for language in languages:
        words, recall = _WORDS[language]
        items = {
            item.id: ItemText(
                words[item.id][0], dict(zip(item.options, words[item.id][1], strict=True))
            )
            for item in ITEMS
        }
        texts[language] = QuestionnaireText(
            status="training", title="Tur", introduction="Øvelse.", recall=recall, items=items
        )
    return Questionnaire(
        form="walk",
        version=1,
        sha256="c" * 64,
        layout=layout,
        recall_days=7,
        items=ITEMS,
        texts=texts,
    )
