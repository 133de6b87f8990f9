"""Signed files between the municipality's stations: forms, wording and licensed values.

An approval does not travel. The key that signs is a station's and not a person's, and who
approves must hold the words against the paper form under a licence that covers her own clinics.
What was approved elsewhere comes along as news.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nurseapp.base.disk import replace_file
from nurseapp.base.errors import FormNotUsableError, PackRefusedError, UnreadableError
from nurseapp.base.text import _
from nurseapp.clinic.library.pack_receiving import Received, Receiving, signer_name
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.permission import require_administrator
from nurseapp.clinic.values.library import PackView
from nurseapp.journal.entries.library import SignerTrusted, SigningKeyMade
from nurseapp.journal.entry import Body, Entry
from nurseapp.journal.queries import library

if TYPE_CHECKING:
    from nurseapp.exchange.wording_pack import Pack

_SEED_BYTES = 32


def export(station: OpenStation, forms: Sequence[str], file: Path) -> None:
    """Writes what the clinic has put in for these forms or families, signed by this station.

    Raises NotAdministratorError, FormNotUsableError if there is nothing of its own, DiskError.
    """
    from nurseapp.clinic.library.pack_sending import contents_of
    from nurseapp.exchange.wording_pack import signed_pack

    require_administrator(station)
    contents = station.journal.read(lambda cursor: contents_of(station, cursor, forms))
    if not (contents.forms or contents.wordings or contents.values):
        why = _("ingen av skjemaene har tekst eller verdier som er lagt inn her")
        raise FormNotUsableError(form=_("Tekstpakken"), why=why)
    replace_file(file, signed_pack(contents, _signing_seed(station)))


def own_fingerprint(station: OpenStation) -> str:
    """The digits to read aloud when another station asks who signed; NotAdministratorError."""
    from nurseapp.exchange.wording_pack import fingerprint, public_key_of

    require_administrator(station)
    return fingerprint(public_key_of(_signing_seed(station)))


def read(station: OpenStation, file: Path) -> PackView:
    """What the pack says and would change; nothing is taken in.

    Raises PackRefusedError for a file that is changed, unsigned or of another kind, and
    UnreadableError.
    """
    from nurseapp.exchange.wording_pack import fingerprint

    pack = _opened(file)
    received = _received(station, pack)
    return PackView(
        signer=_called(station, pack),
        fingerprint=fingerprint(pack.signer),
        known=_is_known(station, pack),
        made_on=pack.contents.made_on,
        contents=received.lines,
        problems=received.problems,
    )


def accept(station: OpenStation, file: Path, compared: str = "") -> None:
    """Takes the whole pack in; what is in it must be approved here like anything else.

    From a station that is not known, `compared` is the fingerprint that was held against the one
    its people read aloud; from then on it is known. Raises NotAdministratorError,
    PackRefusedError, UnreadableError; then nothing is taken in.
    """
    from nurseapp.exchange.wording_pack import fingerprint

    require_administrator(station)
    pack = _opened(file)
    known = _is_known(station, pack)
    if not known and compared != fingerprint(pack.signer):
        why = _("stasjonen som har signert, er ikke kjent her. Ring dem og sammenlign tallene")
        raise PackRefusedError(why=why)
    received = _received(station, pack)
    if received.problems:
        raise PackRefusedError(why="\n" + "\n".join(received.problems).removesuffix("."))
    bodies: list[Body] = [*received.bodies]
    if not known:
        bodies.insert(0, SignerTrusted(pack.signer, signer_name(pack.contents), trusted=True))
    station.journal.append(station.author, [Entry(subject=None, body=body) for body in bodies])
    station.library_changed()


def known_stations(station: OpenStation) -> tuple[tuple[str, str], ...]:
    """The stations whose packs are taken in without a telephone call: name and fingerprint."""
    from nurseapp.exchange.wording_pack import fingerprint

    found = station.journal.read(library.trusted_signers)
    return tuple(sorted((name, fingerprint(key)) for key, name in found.items()))


def forget_station(station: OpenStation, fingerprint_: str) -> None:
    """Packs from this station ask for a telephone call again; NotAdministratorError."""
    from nurseapp.exchange.wording_pack import fingerprint

    require_administrator(station)
    found = station.journal.read(library.trusted_signers)
    bodies = [
        SignerTrusted(key, name, trusted=False)
        for key, name in found.items()
        if fingerprint(key) == fingerprint_
    ]
    station.journal.append(station.author, [Entry(subject=None, body=body) for body in bodies])


def _opened(file: Path) -> Pack:
    from nurseapp.exchange.wording_pack import MOST_BYTES, opened_pack

    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(file=file) from error
    return opened_pack(data)


def _received(station: OpenStation, pack: Pack) -> Received:
    return station.journal.read(
        lambda cursor: Receiving(station, cursor, pack.contents).looked_through()
    )


def _is_known(station: OpenStation, pack: Pack) -> bool:
    """Whether the key was compared before, or is this station's own."""
    from nurseapp.exchange.wording_pack import public_key_of

    seed = station.journal.read(library.signing_seed)
    if seed is not None and public_key_of(seed) == pack.signer:
        return True
    return pack.signer in station.journal.read(library.trusted_signers)


def _called(station: OpenStation, pack: Pack) -> str:
    """What the signer calls itself, and what it was called when it became known."""
    name = signer_name(pack.contents)
    before = station.journal.read(library.trusted_signers).get(pack.signer, name)
    if before == name:
        return name
    return _("{name} (kjent her som {before})").format(name=name, before=before)


def _signing_seed(station: OpenStation) -> bytes:
    """The station's own, made the first time it is asked for."""
    seed = station.journal.read(library.signing_seed)
    if seed is None:
        seed = os.urandom(_SEED_BYTES)
        station.journal.append(station.author, [Entry(subject=None, body=SigningKeyMade(seed))])
    return seed
