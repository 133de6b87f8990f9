"""Signed packs between two stations: what is in them, who is believed, and nothing by halves."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from clinic_day import HandClock
from clinic_library import approval, approved, kitchen, no_administrator, rebuilds_the_same, worded
from clinic_mould import Mould
from test_clinic_library import kitchen_words
from test_clinic_wordings import areas

from nurseapp.base.errors import (
    FormNotUsableError,
    NotAdministratorError,
    PackRefusedError,
    UnreadableError,
)
from nurseapp.clinic.library import approvals, form_library, packs, wordings
from nurseapp.clinic.library.usable_forms import usable_wordings
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.library import ImportedForm
from nurseapp.exchange.wording_pack import PackContents, opened_pack, signed_pack
from nurseapp.journal.entries.library import SigningKeyMade
from nurseapp.journal.queries import library

pytest_plugins = ("clinic_stations",)


@pytest.fixture
def other(production_mould: Mould, tmp_path: Path, clock: HandClock) -> Iterator[OpenStation]:
    """Another station of the municipality."""
    station = production_mould.open(production_mould.copy(tmp_path / "other"), clock)
    station.card = station.card._replace(name="Nordlia helsestasjon")
    yield station
    station.close()


@pytest.fixture
def pack(production: OpenStation, tmp_path: Path) -> Path:
    """EPDS in our own words, approved; a form of our own; limits for an age."""
    approved(production, word="først")
    form_library.import_form(
        production, ImportedForm(form=kitchen(), wordings=(kitchen_words(),), kept='{"a":1}')
    )
    wordings.save_values(production, areas("asq-3", "12", 30.0))
    file = tmp_path / "pakke.json"
    packs.export(production, ["epds", "kitchen", "asq-3"], file)
    return file


def accepted(station: OpenStation, file: Path) -> None:
    packs.accept(station, file, packs.read(station, file).fingerprint)


def resigned(pack: Path, file: Path, **changed: Any) -> Path:
    """The pack with other contents, signed by somebody else."""
    contents = opened_pack(pack.read_bytes()).contents
    file.write_bytes(signed_pack(msgspec.structs.replace(contents, **changed), bytes(32)))
    return file


def test_pack_says_who_signed_and_what_it_would_change(
    production: OpenStation, other: OpenStation, pack: Path
) -> None:
    view = packs.read(other, pack)
    assert view.signer == "Solvang helsestasjon, Testvik kommune"
    assert view.fingerprint == packs.own_fingerprint(production)
    assert not view.known
    assert view.problems == ()
    assert {line.title: line.words for line in view.contents} == {
        "Kjøkkenet, utgave 1": "Nytt skjema.",
        "ASQ-3: verdier fra lisensen": "Nye her.",
        "EPDS på norsk": "Tekst: validert oversettelse. Godkjent der 21.11.2026 av S. Eik. Ny her.",
        "Kjøkkenet på norsk": "Tekst: egne ord. Ny her.",
    }
    assert all(line.news for line in view.contents)


def test_pack_brings_everything_and_no_approval(other: OpenStation, pack: Path) -> None:
    accepted(other, pack)
    assert wordings.draft(other, "epds", "nb").title == "Hyllene først"
    assert other.library.form("kitchen").real_wordings()
    assert other.library.form("asq-3-12").form.licensed == ()
    (kept,) = other.journal.read(library.imported_forms)
    assert kept.kept == '{"a":1}'
    card = form_library.form_card(other, "epds")
    assert card.status == "ready", "it is approved where it will be used"
    (line,) = [one for one in card.wordings if not one.shipped]
    assert line.origin_words == (
        "Fra Solvang helsestasjon, Testvik kommune 21.11.2026, tatt inn av S. Eik."
        " Godkjent der 21.11.2026 av S. Eik"
    )
    with pytest.raises(FormNotUsableError):
        usable_wordings(other, other.library.form("epds"))
    approvals.approve(other, approval(other))
    assert usable_wordings(other, other.library.form("epds"))
    assert rebuilds_the_same(other)


def test_pack_from_a_stranger_asks_for_a_telephone_call_once(
    production: OpenStation, other: OpenStation, pack: Path
) -> None:
    head = other.journal.head()
    for compared in ("", "0000 0000 0000 0000 0000 0000"):
        with pytest.raises(PackRefusedError) as told:
            packs.accept(other, pack, compared)
        assert "Ring dem og sammenlign" in told.value.sentence
    assert other.journal.head() == head
    accepted(other, pack)
    (known,) = packs.known_stations(other)
    assert known == ("Solvang helsestasjon, Testvik kommune", packs.own_fingerprint(production))

    worded(production, language="so", word="so")
    packs.export(production, ["epds"], pack)
    assert packs.read(other, pack).known
    packs.accept(other, pack)
    assert wordings.draft(other, "epds", "so").title == "Hyllene so"
    packs.forget_station(other, known[1])
    assert packs.known_stations(other) == ()
    with pytest.raises(PackRefusedError):
        packs.accept(other, pack)


def test_pack_put_in_the_place_of_the_one_that_was_compared_is_refused(
    other: OpenStation, pack: Path
) -> None:
    compared = packs.read(other, pack).fingerprint
    resigned(pack, pack)
    with pytest.raises(PackRefusedError):
        packs.accept(other, pack, compared)
    assert packs.known_stations(other) == ()


def test_pack_taken_in_again_is_no_news(other: OpenStation, pack: Path) -> None:
    accepted(other, pack)
    view = packs.read(other, pack)
    assert view.known
    assert not any(line.news for line in view.contents)
    head = other.journal.head()
    packs.accept(other, pack)
    assert other.journal.head() == head


def test_pack_leaves_what_is_approved_here_in_use_and_what_is_being_written(
    other: OpenStation, pack: Path
) -> None:
    approved(other, word="vår")
    draft = dataclasses.replace(wordings.draft(other, "epds", "nb"), title="", note="Utkast")
    wordings.save(other, draft)
    view = packs.read(other, pack)
    (line,) = [one for one in view.contents if one.title == "EPDS på norsk"]
    assert "i bruk til den nye er godkjent" in line.words
    accepted(other, pack)
    (wording,) = usable_wordings(other, other.library.form("epds"))
    assert wording.title == "Hyllene vår"
    assert wordings.draft(other, "epds", "nb").note == "Utkast"
    wordings.remove_draft(other, "epds", "nb")
    assert wordings.draft(other, "epds", "nb").title == "Hyllene først"
    approvals.approve(other, approval(other))
    (wording,) = usable_wordings(other, other.library.form("epds"))
    assert wording.title == "Hyllene først"
    assert rebuilds_the_same(other)


def test_pack_with_one_part_that_cannot_be_meant_brings_nothing(
    other: OpenStation, pack: Path, tmp_path: Path
) -> None:
    contents = opened_pack(pack.read_bytes()).contents
    first = contents.wordings[0]
    wrong: dict[str, PackContents] = {
        "Skjemaet «zebra» finnes ikke her": msgspec.structs.replace(
            contents,
            wordings=(
                *contents.wordings,
                msgspec.structs.replace(
                    first, wording=msgspec.structs.replace(first.wording, form="zebra")
                ),
            ),
        ),
        "Teksten hører til utgave 7": msgspec.structs.replace(
            contents,
            wordings=(
                msgspec.structs.replace(
                    first, wording=msgspec.structs.replace(first.wording, version=7)
                ),
            ),
        ),
        "Aldersformen «13» finnes ikke": msgspec.structs.replace(
            contents, values=(areas("asq-3", "13", 30.0),)
        ),
        "Øvingstekst skrives ikke her": msgspec.structs.replace(
            contents,
            wordings=(
                msgspec.structs.replace(
                    first, wording=msgspec.structs.replace(first.wording, status="training")
                ),
            ),
        ),
        "følger med programmet": msgspec.structs.replace(
            contents,
            forms=(
                msgspec.structs.replace(
                    contents.forms[0], table=contents.forms[0].table | {"id": "epds"}
                ),
            ),
        ),
        "Ukjent nøkkel": msgspec.structs.replace(
            contents,
            forms=(
                msgspec.structs.replace(
                    contents.forms[0], table=contents.forms[0].table | {"song": 1}
                ),
            ),
        ),
    }
    head = other.journal.head()
    for sentence, changed in wrong.items():
        file = tmp_path / "gal.json"
        file.write_bytes(signed_pack(changed, bytes(32)))
        view = packs.read(other, file)
        assert any(sentence in problem for problem in view.problems), (sentence, view.problems)
        with pytest.raises(PackRefusedError) as told:
            packs.accept(other, file, view.fingerprint)
        assert sentence in told.value.sentence
    assert other.journal.head() == head


def test_pack_with_an_older_or_other_form_of_the_same_version_is_refused(
    production: OpenStation, other: OpenStation, pack: Path
) -> None:
    form_library.import_form(other, ImportedForm(form=kitchen(minutes=9)))
    view = packs.read(other, pack)
    assert any("Dere har utgave 1" in problem for problem in view.problems)


def test_pack_in_which_two_forms_would_have_one_id_is_refused(
    production: OpenStation, other: OpenStation, tmp_path: Path
) -> None:
    window = {"from": {"months": 1}, "to": {"months": 2}, "verified": False}
    ages = [{"id": "3", "window": window}]
    form_library.import_form(production, ImportedForm(form=kitchen(id="kitchen-3")))
    file = tmp_path / "en.json"
    packs.export(production, ["kitchen-3"], file)
    family = kitchen(subject="child", age_forms=ages)
    form_library.import_form(other, ImportedForm(form=family))
    head = other.journal.head()
    assert any("står to ganger" in problem for problem in packs.read(other, file).problems)
    with pytest.raises(PackRefusedError):
        accepted(other, file)
    assert other.journal.head() == head


def test_pack_texts_come_in_without_signs_that_steer_a_screen(
    other: OpenStation, pack: Path, tmp_path: Path
) -> None:
    contents = opened_pack(pack.read_bytes()).contents
    first = contents.wordings[0]
    odd = msgspec.structs.replace(first.wording, title="En\u202e tittel")
    file = resigned(
        pack,
        tmp_path / "rar.json",
        station="Sol\u202evang",
        wordings=(msgspec.structs.replace(first, wording=odd, approved_by="S.\n Eik"),),
    )
    assert packs.read(other, file).signer == "Solvang, Testvik kommune"
    accepted(other, file)
    assert wordings.draft(other, "epds", "nb").title == "En tittel"


def test_pack_has_nothing_that_was_shipped_or_is_not_whole(
    production: OpenStation, tmp_path: Path
) -> None:
    wordings.save(
        production,
        dataclasses.replace(wordings.draft(production, "who-5", "nb"), title="Påbegynt"),
    )
    for forms in (["phq-9"], ["who-5"], [], ["zebra"]):
        with pytest.raises(FormNotUsableError):
            packs.export(production, forms, tmp_path / "tom.json")
    assert not (tmp_path / "tom.json").exists()


def test_station_signs_with_one_key_for_ever(production: OpenStation, tmp_path: Path) -> None:
    worded(production)
    first = packs.own_fingerprint(production)
    packs.export(production, ["epds"], tmp_path / "a.json")
    assert packs.own_fingerprint(production) == first
    assert packs.read(production, tmp_path / "a.json").known, "its own"
    made = [
        entry
        for entry in production.journal.entries_after(0, 1000)
        if isinstance(entry.body, SigningKeyMade)
    ]
    assert len(made) == 1
    assert isinstance(made[0].body, SigningKeyMade)
    assert made[0].body.seed.hex() not in repr(made[0].body)
    assert made[0].body.seed.hex().encode() not in (tmp_path / "a.json").read_bytes()


def test_packs_are_an_administrators_business(
    production: OpenStation, other: OpenStation, pack: Path, tmp_path: Path
) -> None:
    fingerprint = packs.read(other, pack).fingerprint
    no_administrator(other)
    refused: list[Callable[[], object]] = [
        lambda: packs.accept(other, pack, fingerprint),
        lambda: packs.export(other, ["epds"], tmp_path / "x.json"),
        lambda: packs.own_fingerprint(other),
        lambda: packs.forget_station(other, fingerprint),
    ]
    head = other.journal.head()
    for refuse in refused:
        with pytest.raises(NotAdministratorError):
            refuse()
    assert other.journal.head() == head


def test_pack_that_is_not_there_is_told(other: OpenStation, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        packs.read(other, tmp_path / "none.json")


@pytest.mark.parametrize(
    "tries", [30, pytest.param(1_000, marks=pytest.mark.slow)], ids=["30", "1000"]
)
def test_odd_pack_comes_in_whole_or_not_at_all(
    other: OpenStation, pack: Path, tmp_path: Path, tries: int
) -> None:
    """Contents with an odd value somewhere, signed by a station that is known."""
    contents = msgspec.to_builtins(opened_pack(pack.read_bytes()).contents)
    file = tmp_path / "rar.json"
    for number in range(tries):
        chance = random.Random(number)
        odd = _with_an_odd_value(contents, chance)
        try:
            changed = msgspec.convert(odd, PackContents)
        except msgspec.ValidationError:
            continue
        file.write_bytes(signed_pack(changed, bytes(32)))
        head = other.journal.head()
        view = packs.read(other, file)
        assert other.journal.head() == head
        if not view.problems:
            packs.accept(other, file, view.fingerprint)
            continue
        with pytest.raises(PackRefusedError) as told:
            packs.accept(other, file, view.fingerprint)
        assert all(problem.removesuffix(".") in told.value.sentence for problem in view.problems)
        assert ".." not in told.value.sentence
        assert other.journal.head() == head
    assert other.library.problems == ()


def _with_an_odd_value(contents: Any, chance: random.Random) -> Any:
    odd = msgspec.json.decode(msgspec.json.encode(contents))
    holder: Any = odd
    while isinstance(holder, dict | list) and holder:
        key = chance.choice(list(holder) if isinstance(holder, dict) else list(range(len(holder))))
        if not isinstance(holder[key], dict | list) or chance.random() < 0.15:
            holder[key] = chance.choice(
                ["", "x", "x" * 2500, 0, 7, -3, 99.5, [], {}, None, True, "=1+1", "\u202e", "epds"]
            )
            return odd
        holder = holder[key]
    return odd
