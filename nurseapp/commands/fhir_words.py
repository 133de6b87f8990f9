"""The words of the commands for FHIR files; what they do is read only when one is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import argparse

    # argparse has no public name for where a command is added.
    Commands: TypeAlias = argparse._SubParsersAction[Any]  # noqa: SLF001


def add_fhir_forms(kinds: Commands) -> None:
    """Adds `forms import` and `forms export`."""
    coming = kinds.add_parser(
        "import",
        help="hent inn et skjema fra en FHIR R4-fil",
        description="Sier hva som kommer med fra filen (Questionnaire som JSON), hva som ikke gjør "
        "det, og hvorfor. Lager en skjemamappe i mappen du står i, aldri oppå noe som finnes.",
    )
    coming.add_argument("file", type=Path, metavar="FIL", help="skjemaet som FHIR-JSON")
    coming.add_argument("--dry-run", action="store_true", help="bare si hva som kommer med")
    coming.add_argument("--out", type=Path, metavar="MAPPE", help="lag skjemamappen her")
    coming.add_argument(
        "--lang", default="nb", metavar="SPRÅK", help="språket, når filen ikke sier det (nb)"
    )
    coming.add_argument(
        "--sum", action="store_true", help="legg sammen alle poeng, når filen ikke sier hvordan"
    )
    coming.set_defaults(run=_import)
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


def _import(asked: argparse.Namespace) -> int:
    from nurseapp.commands.fhir import import_form

    return import_form(
        asked.file, asked.out, dry_run=asked.dry_run, language=asked.lang, add_up=asked.sum
    )


def _export(asked: argparse.Namespace) -> int:
    from nurseapp.commands.fhir import export_form

    return export_form(asked.form, asked.out, training=asked.training)
