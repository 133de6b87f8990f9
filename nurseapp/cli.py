"""The command line for IT and for checks: errors are sentences, exit codes are listed below."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from nurseapp import exit_codes
from nurseapp.base.errors import SituationError
from nurseapp.base.text import LANGUAGES, use_language
from nurseapp.commands.code_for import code_for
from nurseapp.commands.fhir_words import add_fhir_forms, add_fhir_responses
from nurseapp.commands.own_bug import tell_of_bug

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXIT_CODES = """\
Avslutningskoder: 0 gjort · 1 fant feil · 2 feil bruk · 65 kan ikke brukes · 66 finnes ikke ·
69 mangler systembibliotek eller skjerm · 70 feil i programmet · 73 får ikke skrive ·
75 i bruk · 77 slapp ikke inn · 130 avbrutt med Ctrl+C"""


_ASKS = "Spør etter passordet, eller leser det fra standard inn."


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
        code = int(asked.run(asked))
        sys.stdout.flush()  # or a reader that has gone shows itself when Python ends
    except SituationError as error:
        sys.stderr.write(f"{error}\n")
        return code_for(error)
    except OSError as error:
        return tell_of_bug(error) if error.filename else _not_printed(error)
    except Exception as error:  # noqa: BLE001 - the border: told without its own words
        return tell_of_bug(error)
    return code


def _not_printed(error: OSError) -> int:
    """A reader that has gone wants no more; where a full disk takes the words, that is told."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left goes there
    if isinstance(error, BrokenPipeError):
        return exit_codes.DONE
    from nurseapp.base.disk import disk_error

    sys.stderr.write(f"{disk_error(error, Path.cwd())}\n")
    return exit_codes.CANNOT_WRITE


def _parser() -> _Parser:
    parser = _Parser(
        prog="nurseapp",
        description="Kartlegging og oppfølging på helsestasjonen. Uten kommando åpnes vinduet.",
        epilog=_EXIT_CODES,
    )
    commands = parser.add_subparsers(
        title="kommandoer", metavar="KOMMANDO", required=True, parser_class=_Parser
    )
    _add_windows(commands)
    _add_score(commands)
    _add_forms(commands)
    add_fhir_responses(commands)
    _add_station(commands)
    return parser


def _add_windows(commands: Commands) -> None:
    opening = commands.add_parser(
        "open",
        help="åpne vinduet",
        description="Åpner stasjonen i mappen. Ligger det ingen der, settes en ny opp.\n"
        "Uten MAPPE brukes den vanlige mappen til den som er logget inn på maskinen.",
    )
    opening.add_argument("folder", metavar="MAPPE", nargs="?", help="stasjonens mappe")
    opening.add_argument("--windowed", action="store_true", help="i et vindu, ikke på full skjerm")

    demo = commands.add_parser(
        "demo",
        help="prøv programmet på en øvingsstasjon",
        description="Lager en øvingsstasjon med oppdiktede personer og åpner den. På en maskin\n"
        "uten skjerm går programmet gjennom hovedjobben selv og sier hvor bildene ligger.",
    )
    demo.add_argument(
        "--folder", type=Path, metavar="MAPPE", help="behold stasjonen her; ellers slettes den"
    )
    demo.add_argument(
        "--out", type=Path, metavar="MAPPE", help="hvor bildene legges, når det ikke er noen skjerm"
    )
    demo.set_defaults(run=_demo)

    tour = commands.add_parser(
        "tour",
        help="gå gjennom hovedjobben og ta bilder",
        description="Går gjennom hovedjobben med det virkelige programmet, uten skjerm, og legger\n"
        "igjen bilder og papirer. Avslutter med 0 bare når hvert steg holdt.",
    )
    tour.add_argument(
        "--out", type=Path, metavar="MAPPE", required=True, help="hvor bildene legges"
    )
    tour.add_argument("--lang", choices=LANGUAGES, default="nb", help="programmets språk (nb)")
    tour.set_defaults(run=_tour)


def _add_score(commands: Commands) -> None:
    score = commands.add_parser(
        "score",
        help="skår et svarark",
        description="Skårer ett svarark og skriver resultatet som JSON. SVAR.json er ett objekt:\n"
        'spørsmål til svaralternativ, for eksempel {"1": "a", "2": "c"}.\n'
        "Alternativene heter a, b, c … ovenfra.",
    )
    score.add_argument("form", metavar="SKJEMA", help="for eksempel epds")
    score.add_argument("answers", type=Path, metavar="SVAR.json", help="filen med svarene")
    score.add_argument(
        "--role",
        choices=("mother", "father", "pregnant", "other_carer"),
        default="mother",
        help="hvem som svarte: mor, far, gravid eller annen omsorgsperson (mother)",
    )
    score.set_defaults(run=_score)


def _add_forms(commands: Commands) -> None:
    forms = commands.add_parser(
        "forms",
        help="skjemaene i programmet",
        description="Lister opp skjemaene, finner feil i dem og leser og skriver dem som FHIR.",
    )
    kinds = forms.add_subparsers(
        title="kommandoer", metavar="KOMMANDO", required=True, parser_class=_Parser
    )
    listing = kinds.add_parser(
        "list",
        help="list opp skjemaene",
        description="En linje for hvert skjema som følger med programmet.",
    )
    listing.set_defaults(run=_forms_list)
    check = kinds.add_parser(
        "check",
        help="finn alle feil i skjemaene",
        description="Sier alt som er galt, med fil og sted. Avslutter med 1 når noe er galt.",
    )
    check.add_argument(
        "path",
        type=Path,
        metavar="MAPPE",
        nargs="?",
        help="ett skjema eller en mappe med skjemaer; ellers de som følger med programmet",
    )
    check.set_defaults(run=_forms_check)
    add_fhir_forms(kinds)


def _add_station(commands: Commands) -> None:
    verify = commands.add_parser(
        "verify",
        help="helsesjekk av en stasjon",
        description="Går gjennom hele stasjonen og sier hva som er funnet. Avslutter med 1\n"
        f"når noe er galt. {_ASKS}",
    )
    verify.add_argument("folder", type=Path, metavar="MAPPE", help="stasjonens mappe")
    backup = commands.add_parser(
        "backup",
        help="ta en kryptert sikkerhetskopi",
        description="Skriver og prøver en kopi, som åpnes med passordene som gjelder i dag.\n"
        f"{_ASKS}",
    )
    backup.add_argument("folder", type=Path, metavar="MAPPE", help="stasjonens mappe")
    backup.add_argument("file", type=Path, metavar="FIL", help="kopien, en ny fil")
    for command, does in ((verify, _verify), (backup, _backup)):
        command.add_argument("--user", metavar="NAVN", help="brukeren; ellers den første")
        command.set_defaults(run=does)
    restore = commands.add_parser(
        "restore",
        help="hent tilbake en sikkerhetskopi",
        description="Lager en stasjon av en kopi. Den åpnes siden med passordene som gjaldt da\n"
        "kopien ble tatt, eller med gjenopprettingsnøkkelen.",
    )
    restore.add_argument("file", type=Path, metavar="FIL", help="sikkerhetskopien")
    restore.add_argument("folder", type=Path, metavar="MAPPE", help="en ny eller tom mappe")
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
