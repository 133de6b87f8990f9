"""Forms of an invented library, and a clinic that remembers what was asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from nurseapp.base.errors import SituationError
from nurseapp.clinic.values.approving import NewConfirmation
from nurseapp.clinic.values.library import (
    ApprovalLine,
    ApprovalView,
    CaseLine,
    DraftRow,
    FormCard,
    LibraryView,
    NewApproval,
    ToTick,
    WordingDraft,
    WordingLine,
)
from nurseapp.desk.approval.flow import ApprovalCases
from nurseapp.desk.library.facts import FormFacts, LimitLine
from nurseapp.desk.library.files_flow import FilesCases
from nurseapp.desk.library.flow import LibraryCases
from nurseapp.desk.library.page_flow import PageCases, PageView
from nurseapp.desk.printing.printers import Printers
from nurseapp.desk.routes import Route
from nurseapp.desk.wording.flow import Opened, WordingCases
from nurseapp.forms.problem import Problem

DAY = date(2026, 11, 21)

OWN = WordingLine(
    form="sleep-talk", language="nb", language_words="norsk", status="validated",
    status_words="validert oversettelse", sha256="ab" * 32, whole=True,
    origin_words="Skrevet inn her 20.11.2026 av S. Eik", editable=True, approved=False,
    approved_words="", shipped=False,
)  # fmt: skip
PRACTICE = replace(
    OWN, status="training", status_words="øvingstekst, aldri på virkelige personer",
    origin_words="Fulgte med programmet", editable=False, shipped=True,
)  # fmt: skip
SLEEP = FormCard(
    form="sleep-talk", family="", name="Søvnskjema", full_name="Ti spørsmål om søvn hjemme",
    purpose="Hjelper foreldre å fortelle hvordan nettene er, så de kan snakke om det.",
    answered_by="mor, far", minutes=5, ages="fra 4 uker til 12 måneder",
    evidence="Norge: prøvd på 310 mødre seks uker etter fødselen. Andre land: lite.",
    rights="Eier: Søvnforlaget. Teksten kan bare brukes av den som har lisens.",
    training="", unverified=("Grensen for fedre er ikke funnet i kilden.",), version=1,
    status="training", status_words="Til øving",
    why_not="", wordings=(PRACTICE,), licence_words="",
    age_forms=(), can_print_blank=True, paper_mode=True, observer=False, imported=False,
    licensed=(), licensed_words="", not_scored="",
)  # fmt: skip
APPROVED = replace(
    SLEEP, form="joy-talk", name="Gledeskjema", full_name="Fem spørsmål om gode stunder",
    purpose="Finner det som går bra.", ages="", status="approved", status_words="Godkjent",
    unverified=(), wordings=(replace(OWN, form="joy-talk", approved=True,
                                     approved_words="Godkjent og i bruk"),),
)  # fmt: skip
FAMILY = replace(
    SLEEP, form="steps", family="steps", name="Små steg", full_name="Barnets utvikling",
    purpose="Viser hva barnet får til på hvert alderstrinn.", answered_by="mor, far, om barnet",
    ages="3 aldersformer, fra 2 måneder til 12 måneder", minutes=15, status="no_wording",
    status_words="Mangler tekst", unverified=(), wordings=(),
    why_not="Små steg kan ikke brukes nå: kommunen må legge inn teksten under Skjema.",
    age_forms=(("steps-2", "2 måneder: mangler tekst"), ("steps-6", "6 måneder: mangler tekst")),
    licensed=("cut_offs",), licensed_words="Lisensen gir grensene. De mangler, og skrives inn her.",
)  # fmt: skip
SEALED = replace(
    SLEEP, form="exam", name="Observasjonsprøven", full_name="Sertifisert undersøkelse",
    purpose="Undersøkelse ved sertifisert helsepersonell.", status="not_scored",
    status_words="Skåres ikke her", unverified=(), wordings=(), observer=True,
    not_scored="Krever sertifisert undersøker. Det andre har funnet, kan føres inn.",
)  # fmt: skip
VIEW = LibraryView(cards=(APPROVED, SEALED, FAMILY, SLEEP), problems=(), warnings=())
TOPICS: Any = {
    "sleep-talk": "parents", "joy-talk": "parents", "steps": "development", "exam": "interplay",
}  # fmt: skip
LIMIT = LimitLine(
    scale="Sum", limit="10 eller mer (mor)", used=True, verified=True,
    source="Nordmann 2001. Norge, 6 uker etter fødselen. Sensitivitet 100 %, spesifisitet 87 %.",
)  # fmt: skip
OTHER_LIMIT = replace(LIMIT, limit="12 eller mer (far)", used=False, verified=False)
FACTS = FormFacts(questions=10, limits=(LIMIT, OTHER_LIMIT), alone=False)
EARLIER = ApprovalLine(
    approval=7, language="nb", status="approved", can_confirm=False,
    words="Tekst på norsk, utgave 1, godkjent 20.11.2026 av S. Eik. Gjelder fra 21.11.2026 for "
          "Solvang helsestasjon.",
)  # fmt: skip
PAGE = PageView(card=SLEEP, facts=FACTS, approvals=())


@dataclass
class FakeLibrary:
    """Gives what it is told to, and keeps what was done."""

    view: LibraryView = VIEW
    page: PageView = PAGE
    failing: SituationError | None = None
    table_problems: tuple[str, ...] = ()
    done: list[tuple[Any, ...]] = field(default_factory=list)
    gone_to: list[Route] = field(default_factory=list)

    def cases(self) -> LibraryCases:
        return LibraryCases(view=lambda: self.view, topics=lambda: TOPICS)

    def page_cases(self) -> PageCases:
        return PageCases(
            view=self._page,
            withdraw=lambda form, why: self._do("withdraw", form, why),
        )

    def files_cases(self) -> FilesCases:
        return FilesCases(
            table_out=lambda form, language, path: self._do("table_out", form, language, path),
            table_in=self._table_in,
            fhir_out=lambda form, path: self._do("fhir_out", form, path),
            pack_out=self._pack_out,
            blank_out=lambda form, language, path: self._do("blank_out", form, language, path),
            blank_print=self._print,
            printers=lambda: Printers(names=("gangen", "kontoret"), standard="kontoret"),
        )

    def _page(self, form: str) -> PageView:
        self._do("page", form)
        return self.page

    def _table_in(self, form: str, language: str, path: Path) -> tuple[str, ...]:
        self._do("table_in", form, language, path)
        return self.table_problems

    def _print(self, form: str, language: str, printer: str) -> str:
        self._do("blank_print", form, language, printer)
        return "Sendt til skriveren."

    def _pack_out(self, form: str, path: Path) -> str:
        self._do("pack_out", form, path)
        return "Les opp disse tallene: 0412 9931"

    def _do(self, *what: Any) -> None:
        if self.failing is not None:
            raise self.failing
        self.done.append(what)


def draft(**other: Any) -> WordingDraft:
    """Ten questions about sleep, four answers each; nothing is written yet."""
    topics = ("Leggetid", "Natt", "Morgen", "Hvile", "Lys", "Lyd", "Uro", "Trøst", "Hjelp", "Ro")
    options = tuple((option, str(points), "") for points, option in enumerate("abcd"))
    rows = tuple(
        DraftRow(item=str(number), topic=topic, kind="choice", text="", options=options)
        for number, topic in enumerate(topics, start=1)
    )
    made = WordingDraft(
        form="sleep-talk", version=1, language="nb", status="translated_only", title="",
        introduction="", recall="", note="", rows=rows,
        options=tuple((option, "") for option in "abcd"),
    )  # fmt: skip
    return replace(made, **other)


@dataclass
class FakeWordings:
    """Drafts by language; a draft with an empty title is not whole."""

    drafts: dict[str, WordingDraft] = field(default_factory=lambda: {"nb": draft()})
    failing: SituationError | None = None
    saved: list[WordingDraft] = field(default_factory=list)
    removed: list[tuple[str, str]] = field(default_factory=list)
    gone_to: list[Route] = field(default_factory=list)

    def cases(self) -> WordingCases:
        return WordingCases(
            draft=lambda _form, language: Opened(
                name="Søvnskjema", draft=self.drafts.get(language) or draft(language=language)
            ),
            save=self._save,
            remove=lambda form, language: self.removed.append((form, language)),
        )

    def _save(self, kept: WordingDraft) -> tuple[Problem, ...]:
        if self.failing is not None:
            raise self.failing
        self.saved.append(kept)
        self.drafts[kept.language] = kept
        if kept.title:
            return ()
        return (Problem(file="Søvnskjema", path="title", sentence="Tittelen mangler."),)


def approval_view(**other: Any) -> ApprovalView:
    """Ten questions to tick, two cases that pass, a licence to write down."""
    topics = ("Leggetid", "Natt", "Morgen", "Hvile", "Lys", "Lyd", "Uro", "Trøst", "Hjelp", "Ro")
    answers = ((1, "0", "Aldri"), (2, "1", "Iblant"), (3, "2", "Ofte"), (4, "3", "Alltid"))
    view = ApprovalView(
        form="sleep-talk", family="", title="Søvnskjema", version=1, language="nb",
        form_sha256="aa" * 32, wording_sha256="bb" * 32, starts=None, clinics="", language_words="norsk",
        first_time=True, structure_changes=(), wording_changes=(), notes=(),
        cases=tuple(CaseLine(name=name, passed=True, differences=())
                    for name in ("Alle lavest gir 0", "Alle høyest gir 30")),
        cases_words="Programmet har regnet ut 2 prøvesvar, og alle stemmer.",
        rows=tuple(ToTick(item=str(number), topic=topic, options=answers,
                          text=f"Hvordan har det vært med {topic.lower()} den siste uken?")
                   for number, topic in enumerate(topics, start=1)),
        refusals=(), licence_needed=True, licence_words="", holder="", number="", until=None,
        second_needed=False, may_approve=True, earlier=(),
    )  # fmt: skip
    return replace(view, **other)


@dataclass
class FakeApprovals:
    """An approval that holds; what was approved is remembered."""

    view: ApprovalView = field(default_factory=approval_view)
    failing: SituationError | None = None
    approved: list[NewApproval] = field(default_factory=list)
    confirmed: list[NewConfirmation] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    gone_to: list[Route] = field(default_factory=list)

    def cases(self) -> ApprovalCases:
        return ApprovalCases(
            view=lambda _form, _language: self.view,
            approve=self._approve,
            confirm=self.confirmed.append,
            set_second_needed=self._second,
        )

    def _approve(self, new: NewApproval) -> None:
        if self.failing is not None:
            raise self.failing
        self.approved.append(new)

    def _second(self, needed: bool) -> None:
        if self.failing is not None:
            raise self.failing
        self.view = replace(self.view, second_needed=needed)
