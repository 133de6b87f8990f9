"""The command line for IT and for checks: errors are sentences, exit codes are listed below."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from nurseapp import exit_codes
from nurseapp.base.errors import SituationError
from nurseapp.base.text import LANGUAGES, use_language
from nurseapp.commands.code_for import code_for
from nurseapp.commands.fhir_words import add_fhir_forms, add_fhir_responses

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXIT_CODES = """\
Avslutningskoder: 0 gjort · 1 fant feil · 2 feil bruk · 65 kan ikke brukes · 66 finnes ikke ·
69 mangler systembibliotek eller skjerm · 70 feil i programmet · 73 får ikke skrive ·
75 i bruk · 77 slapp ikke inn"""


class _Parser(argparse.ArgumentParser):
    """Speaks Norwegian, and ends with 2 when it is used wrongly."""

    def __init__(self, **options: object) -> None:
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(add_help=False, **options)  # type: ignore[arg-type] # argparse's own names
        self.add_argument("-h", "--help", action="help", help="vis denne hjelpen")
        self._optionals.title = "valg"
        self._positionals.title = "argumenter"

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "bruk: ", 1)

    def error(self, _message: str) -> NoReturn:
        bruk = self.format_usage().replace("usage: ", "bruk: ", 1)
        sys.stderr.write(f"Kommandoen ble ikke forstått.\n{bruk}")
        sys.exit(exit_codes.USAGE)


if TYPE_CHECKING:
    # argparse has no public name for where a command is added.
    Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001


def run(words: Sequence[str]) -> int:
    """Does what `words` ask; returns the exit code."""
    asked = _parser().parse_args(list(words))
    try:
        return int(asked.run(asked))
    except SituationError as error:
        sys.stderr.write(f"{error}\n")
        return code_for(error)
    except BrokenPipeError:
        return exit_codes.DONE


def _parser() -> _Parser:
    parser = _Parser(
        prog="nurseapp",
        description="Kartlegging og oppfølging på helsestasjonen. Uten ord åpnes vinduet.",
        epilog=_EXIT_CODES,
    )
    commands = parser.add_subparsers(
        title="kommandoer", metavar="KOMMANDO", required=True, parser_class=_Parser
    )
    _add_windows(commands)
    _add_forms(commands)
    add_fhir_responses(commands)
    _add_station(commands)
    return parser


def _add_windows(commands: Commands) -> None:
    opening = commands.add_parser("open", help="åpne vinduet")
    opening.add_argument("folder", metavar="MAPPE", nargs="?", help="stasjonens mappe")
    opening.add_argument("--windowed", action="store_true", help="i et vindu, ikke full skjerm")

    demo = commands.add_parser("demo", help="øvingsstasjon med oppdiktede personer")
    demo.add_argument("--folder", type=Path, metavar="MAPPE", help="behold stasjonen her")
    demo.add_argument("--out", type=Path, metavar="MAPPE", help="bilder, når det ikke er skjerm")
    demo.set_defaults(run=_demo)

    tour = commands.add_parser("tour", help="gå gjennom hovedjobben og ta bilder")
    tour.add_argument("--out", type=Path, metavar="MAPPE", required=True, help="hit kommer bildene")
    tour.add_argument("--lang", choices=LANGUAGES, default="nb", help="språk (nb)")
    tour.set_defaults(run=_tour)


def _add_forms(commands: Commands) -> None:
    score = commands.add_parser(
        "score",
        help="skår et svarark",
        description="SVAR.json er ett objekt: spørsmål til svaralternativ, "
        'for eksempel {"1": "a", "2": "c"}. Alternativene heter a, b, c … ovenfra.',
    )
    score.add_argument("form", metavar="SKJEMA", help="for eksempel epds")
    score.add_argument("answers", type=Path, metavar="SVAR.json", help="svararket")
    score.add_argument(
        "--role", choices=("mother", "father", "pregnant"), default="mother", help="hvem som svarte"
    )
    score.set_defaults(run=_score)

    forms = commands.add_parser("forms", help="skjemaene i programmet")
    kinds = forms.add_subparsers(
        title="kommandoer", metavar="KOMMANDO", required=True, parser_class=_Parser
    )
    listing = kinds.add_parser("list", help="list opp skjemaene")
    listing.set_defaults(run=_forms_list)
    check = kinds.add_parser("check", help="finn alle feil i skjemaene; 1 hvis det er noen")
    check.add_argument("path", type=Path, metavar="MAPPE", nargs="?", help="skjemamappe")
    check.set_defaults(run=_forms_check)
    add_fhir_forms(kinds)


def _add_station(commands: Commands) -> None:
    verify = commands.add_parser(
        "verify",
        help="helsesjekk av en stasjon",
        description="Spør etter passord, eller leser det fra standard inn.",
    )
    verify.add_argument("folder", type=Path, metavar="MAPPE", help="stasjonens mappe")
    backup = commands.add_parser("backup", help="ta en kryptert sikkerhetskopi")
    backup.add_argument("folder", type=Path, metavar="MAPPE", help="stasjonens mappe")
    backup.add_argument("file", type=Path, metavar="FIL", help="kopien som lages")
    for command, does in ((verify, _verify), (backup, _backup)):
        command.add_argument("--user", metavar="NAVN", help="brukeren; ellers den første")
        command.set_defaults(run=does)
    restore = commands.add_parser("restore", help="hent tilbake en sikkerhetskopi")
    restore.add_argument("file", type=Path, metavar="FIL", help="sikkerhetskopien")
    restore.add_argument("folder", type=Path, metavar="MAPPE", help="en ny, tom mappe")
    restore.set_defaults(run=_restore)


def _demo(asked: argparse.Namespace) -> int:
    from nurseapp.commands.windows import demo

    return demo(asked.folder, asked.out)


def _tour(asked: argparse.Namespace) -> int:
    from nurseapp.commands.windows import tour

    use_language(asked.lang)
    return tour(asked.out, asked.lang)


def _score(asked: argparse.Namespace) -> int:
    from nurseapp.commands.forms import score

    return score(asked.form, asked.answers, asked.role)


def _forms_list(_asked: argparse.Namespace) -> int:
    from nurseapp.commands.forms import list_forms

    return list_forms()


def _forms_check(asked: argparse.Namespace) -> int:
    from nurseapp.commands.forms import check_forms

    return check_forms(asked.path)


def _verify(asked: argparse.Namespace) -> int:
    from nurseapp.commands.station import verify

    return verify(asked.folder, asked.user)


def _backup(asked: argparse.Namespace) -> int:
    from nurseapp.commands.station import backup

    return backup(asked.folder, asked.file, asked.user)


def _restore(asked: argparse.Namespace) -> int:
    from nurseapp.commands.station import restore

    return restore(asked.file, asked.folder)
