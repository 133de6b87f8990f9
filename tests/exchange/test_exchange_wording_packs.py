"""A signed pack: read as it was written, or refused in a sentence."""

from __future__ import annotations

import json
import random
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wording_samples import TABLE, WORDING, worded

from nurseapp.base.errors import PackRefusedError
from nurseapp.exchange.wording_pack import (
    MOST_BYTES,
    Pack,
    PackContents,
    PackedForm,
    PackedWording,
    fingerprint,
    opened_pack,
    public_key_of,
    signed_pack,
)
from nurseapp.forms.licensed import LicensedCutOff, LicensedValues

SEED = bytes(range(32))
CONTENTS = PackContents(
    station="Solvang helsestasjon",
    municipality="Testvik kommune",
    made_on=date(2026, 11, 21),
    forms=(PackedForm(table=TABLE, kept='{"a": [1.5]}'),),
    wordings=(
        PackedWording(wording=WORDING, approved_by="S. Eik", approved_on=date(2026, 11, 20)),
        PackedWording(wording=worded(language="ar", text="كم كوبا نظيف؟")),
    ),
    values=(
        LicensedValues(
            form="asq-3",
            version=1,
            source="Håndbok",
            cut_offs=(LicensedCutOff(scale="communication", age_form="12", value=30.0),),
        ),
    ),
)
FILE = signed_pack(CONTENTS, SEED)


def refused(data: bytes) -> str:
    with pytest.raises(PackRefusedError) as told:
        opened_pack(data)
    assert "Ingenting er tatt inn" in told.value.hint
    return told.value.sentence


def rewritten(**parts: Any) -> bytes:
    return json.dumps(json.loads(FILE) | parts, ensure_ascii=False).encode()


def test_pack_comes_out_as_it_went_in_with_who_signed_it() -> None:
    assert opened_pack(FILE) == Pack(contents=CONTENTS, signer=public_key_of(SEED))
    assert signed_pack(CONTENTS, SEED) == FILE
    assert SEED.hex().encode() not in FILE


@settings(max_examples=200)
@given(st.integers(0, len(FILE) * 8 - 1))
def test_pack_in_which_one_bit_is_changed_is_refused(bit: int) -> None:
    changed = bytearray(FILE)
    changed[bit // 8] ^= 1 << bit % 8
    refused(bytes(changed))


@settings(max_examples=60)
@given(st.integers(0, len(FILE) - 1))
def test_pack_that_was_cut_off_is_refused(length: int) -> None:
    assert "signert tekstpakke" in refused(FILE[:length])


def test_pack_signed_by_another_key_than_it_says_is_refused() -> None:
    other = json.loads(signed_pack(CONTENTS, bytes(32)))
    assert "endret etter" in refused(rewritten(signer=other["signer"]))
    assert "endret etter" in refused(rewritten(signature=other["signature"]))


def test_pack_whose_contents_were_written_anew_is_refused() -> None:
    """The same values in another order of bytes are not what was signed."""
    contents = json.loads(FILE)["contents"]
    assert "endret etter" in refused(rewritten(contents=contents))
    contents["wordings"][0]["approved_by"] = "M. Lind"
    assert "endret etter" in refused(rewritten(contents=contents))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        msgspec.json.encode(CONTENTS),
        b'{"format": "nurseapp-wording-pack"}',
        b"[" * 100_000,
    ],
)
def test_file_that_is_no_pack_is_refused(data: bytes) -> None:
    assert "signert tekstpakke" in refused(data)


def test_pack_without_a_signature_is_refused() -> None:
    unsigned = json.loads(FILE)
    del unsigned["signature"]
    assert "signert tekstpakke" in refused(json.dumps(unsigned).encode())
    assert "signert tekstpakke" in refused(rewritten(signature=""))


def test_pack_of_another_version_says_so() -> None:
    assert "en annen utgave av programmet" in refused(rewritten(version=2))


def test_pack_that_is_too_large_is_refused_unread() -> None:
    assert "større enn 8 MB" in refused(b" " * (MOST_BYTES + 1))


@pytest.mark.parametrize(
    "contents",
    [
        b"{}",
        b"3",
        b'{"station": "a", "municipality": "b", "made_on": "i dag"}',
        b'{"station": "a", "municipality": "b", "made_on": "2026-11-21", "song": 1}',
        b'{"station": "' + b"a" * 300 + b'", "municipality": "b", "made_on": "2026-11-21"}',
    ],
)
def test_pack_that_is_signed_and_makes_no_sense_is_refused(contents: bytes) -> None:
    from nacl.signing import SigningKey

    key = SigningKey(SEED)
    file = {
        "format": "nurseapp-wording-pack",
        "version": 1,
        "signer": key.verify_key.encode().hex(),
        "signature": key.sign(b"nurseapp-wording-pack 1\n" + contents).signature.hex(),
        "contents": msgspec.Raw(contents),
    }
    assert "ikke satt sammen" in refused(msgspec.json.encode(file))


def test_key_of_low_order_signs_nothing() -> None:
    """Such keys would let one signature hold over any contents."""
    for key in ("00" * 32, "01" + "00" * 31, "ec" + "ff" * 30 + "7f"):
        refused(rewritten(signer=key, signature="00" * 64))


def test_fingerprint_is_six_groups_of_digits_that_hang_on_every_bit() -> None:
    key = public_key_of(SEED)
    groups = fingerprint(key).split(" ")
    assert [len(group) for group in groups] == [4] * 6
    assert all(group.isdigit() for group in groups)
    assert fingerprint(key) == fingerprint(key)
    others = {fingerprint(bytes(b ^ (1 << bit) if at == byte else b for at, b in enumerate(key)))
              for byte in range(32) for bit in range(8)}  # fmt: skip
    assert len(others | {fingerprint(key)}) == 257


def spoilt(chance: random.Random) -> bytes:
    """The file with a part of it changed, doubled, cut, or written anew and signed again."""
    if chance.randrange(3) == 0:
        return signed_again(chance)
    data = bytearray(FILE)
    at = chance.randrange(len(data))
    match chance.randrange(4):
        case 0:
            data[at] = chance.randrange(256)
        case 1:
            del data[at : at + chance.randint(1, 80)]
        case 2:
            data[at:at] = data[at : at + chance.randint(1, 80)]
        case _:
            data[at:at] = chance.choice([b"{", b'"', b"\x00", b"1e999", b"null,", b"\xd8"])
    return bytes(data)


def signed_again(chance: random.Random) -> bytes:
    """Contents with an odd value somewhere, whose signature holds."""
    from nacl.signing import SigningKey

    contents = json.loads(FILE)["contents"]
    holder: Any = contents
    while isinstance(holder, dict | list) and holder and chance.random() < 0.8:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = chance.choice(keys)
        if not isinstance(holder[key], dict | list) or chance.random() < 0.2:
            holder[key] = chance.choice([None, "", "x" * 3000, -1, 1e300, [], {}, True, "\u202e"])
            break
        holder = holder[key]
    written = json.dumps(contents).encode()
    signing = SigningKey(SEED)
    return msgspec.json.encode(
        {
            "format": "nurseapp-wording-pack",
            "version": 1,
            "signer": signing.verify_key.encode().hex(),
            "signature": signing.sign(b"nurseapp-wording-pack 1\n" + written).signature.hex(),
            "contents": msgspec.Raw(written),
        }
    )


@pytest.mark.parametrize(
    "tries", [300, pytest.param(10_000, marks=pytest.mark.slow)], ids=["300", "10000"]
)
def test_spoilt_pack_is_read_whole_or_refused_in_a_sentence(tries: int) -> None:
    said: set[str] = set()
    for number in range(tries):
        try:
            pack = opened_pack(spoilt(random.Random(number)))
        except PackRefusedError as refusal:
            said.add(refusal.sentence)
        else:
            said.add(type(pack.contents).__name__)
    assert "PackContents" in said
    assert all(one.startswith("Tekstpakken kan ikke tas inn: ") for one in said - {"PackContents"})
