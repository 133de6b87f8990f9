"""The words of the commands for FHIR files; what they do is read only when one is given."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    import argparse

    # argparse has no public name for where a command is added.
    Commands: TypeAlias = argparse._SubParsersAction[Any]  # noqa: SLF001

ROLES: Final = ("mother", "father", "pregnant", "other_carer", "observer")


def add_fhir_forms(kinds: Commands) -> None:
    """Adds `forms import` and `forms export`."""
    _add_import(kinds)
    going = kinds.add_parser(
        "export",
        help="lagre et skjema som FHIR R4",
        description="Skriver skjemaet med poeng, grenser og regler, og med teksten der programmet "
        "har den. Filen kan hentes inn igjen uten at noe er tapt.",
    )
    going.add_argument("form", metavar="SKJEMA", help="for eksempel phq-9, eller en skjemamappe")
    going.add_argument("--out", type=Path, metavar="FIL", required=True, help="filen som lages")
    going.add_argument("--training", action="store_true", help="med øvingsteksten")
    going.set_defaults(run=_export)


def _add_import(kinds: Commands) -> None:
    coming = kinds.add_parser(
        "import",
        help="hent inn et skjema fra en FHIR R4-fil",
        description="Sier hva som kommer med fra filen (Questionnaire som JSON), hva som ikke gjør "
        "det, og hvorfor. Lager en skjemamappe i mappen du står i, aldri oppå noe som finnes.",
    )
    coming.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FIL",
        help="skjemaet som FHIR-JSON; kan utelates med --score-check, når svarene selv sier hva de "
        "svarer på",
    )
    coming.add_argument("--dry-run", action="store_true", help="bare si hva som kommer med")
    coming.add_argument("--out", type=Path, metavar="MAPPE", help="lag skjemamappen her")
    coming.add_argument(
        "--lang", default="nb", metavar="SPRÅK", help="språket, når filen ikke sier det (nb)"
    )
    coming.add_argument(
        "--sum", action="store_true", help="legg sammen alle poeng, når filen ikke sier hvordan"
    )
    coming.add_argument(
        "--score-check",
        type=Path,
        metavar="SVAR.json",
        help="regn ut skåren i et svarark (QuestionnaireResponse) på nytt; 1 hvis noe avviker",
    )
    coming.set_defaults(run=_import, usage_error=coming.error)


def add_fhir_responses(commands: Commands) -> None:
    """Adds `response export` and `response list`."""
    response = commands.add_parser(
        "response",
        help="svarark som FHIR R4",
        description="Lister opp svararkene på en stasjon og lagrer dem som FHIR R4.",
    )
    kinds = response.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)
    going = kinds.add_parser(
        "export",
        help="lagre et svarark med skårene som FHIR R4",
        description="Fra en stasjon (--station og --screening; spør etter passord, eller leser det "
        "fra standard inn), eller fra en fil med svar (--form og --answers).",
    )
    going.add_argument("--out", type=Path, metavar="FIL", required=True, help="filen som lages")
    going.add_argument("--form", metavar="SKJEMA", help="for eksempel epds, eller en skjemamappe")
    going.add_argument("--answers", type=Path, metavar="SVAR.json", help="svararket som fil")
    going.add_argument("--role", choices=ROLES, help="hvem som svarte")
    going.add_argument(
        "--date",
        type=date.fromisoformat,
        metavar="ÅÅÅÅ-MM-DD",
        help="dagen det ble besvart (i dag)",
    )
    going.add_argument("--station", type=Path, metavar="MAPPE", help="stasjonens mappe")
    going.add_argument("--screening", type=int, metavar="NUMMER", help="svararket på stasjonen")
    going.add_argument("--user", metavar="NAVN", help="brukeren; ellers den første")
    going.add_argument("--national-number", action="store_true", help="ta med fødselsnummer")
    going.set_defaults(run=_export_response, usage_error=going.error)
    listing = kinds.add_parser(
        "list",
        help="numrene på de nyeste svararkene på en stasjon, uten navn",
        description="Spør etter passord, eller leser det fra standard inn.",
    )
    listing.add_argument("folder", type=Path, metavar="MAPPE", help="stasjonens mappe")
    listing.add_argument("--user", metavar="NAVN", help="brukeren; ellers den første")
    listing.set_defaults(run=_list_responses)


def _import(asked: argparse.Namespace) -> int:
    if asked.score_check is not None:
        from nurseapp.commands.fhir_responses import check_stated_scores

        return check_stated_scores(asked.file, asked.score_check, asked.lang, add_up=asked.sum)
    if asked.file is None:
        asked.usage_error("")
    from nurseapp.commands.fhir import import_form

    return import_form(
        asked.file, asked.out, dry_run=asked.dry_run, language=asked.lang, add_up=asked.sum
    )


def _export(asked: argparse.Namespace) -> int:
    from nurseapp.commands.fhir import export_form

    return export_form(asked.form, asked.out, training=asked.training)


def _export_response(asked: argparse.Namespace) -> int:
    """From a station or from a file, and never half of each."""
    of_station = (asked.station, asked.screening)
    of_file = (asked.form, asked.answers)
    extra_for_file = (asked.role, asked.date)
    extra_for_station = (asked.user, asked.national_number or None)
    if None not in of_station and not any(map(_given, (*of_file, *extra_for_file))):
        from nurseapp.commands.fhir_responses import export_sheet

        return export_sheet(
            asked.station,
            asked.screening,
            asked.user,
            asked.out,
            national_number=asked.national_number,
        )
    if None not in of_file and not any(map(_given, (*of_station, *extra_for_station))):
        from nurseapp.commands.fhir_responses import export_answers

        return export_answers(asked.form, asked.answers, asked.role, asked.date, asked.out)
    asked.usage_error("")
    return 0


def _given(value: object) -> bool:
    return value is not None


def _list_responses(asked: argparse.Namespace) -> int:
    from nurseapp.commands.fhir_responses import list_sheets

    return list_sheets(asked.folder, asked.user)
