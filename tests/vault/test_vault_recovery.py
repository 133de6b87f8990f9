"""The recovery key is written by hand and read back by tired eyes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nurseapp.base.errors import WrongRecoveryKeyError
from nurseapp.vault.recovery import (
    GROUPS,
    SEED_BYTES,
    new_recovery_key,
    recovery_groups,
    recovery_private_key,
)
from nurseapp.vault.vault import create_vault, unlock_with_recovery

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
seeds = st.binary(min_size=SEED_BYTES, max_size=SEED_BYTES)


def key_of(seed: bytes) -> str:
    return new_recovery_key(lambda count: seed[:count])


def test_recovery_key_has_nine_groups_of_four_readable_signs() -> None:
    groups = recovery_groups(new_recovery_key(os.urandom))
    assert [len(group) for group in groups] == [4] * GROUPS
    assert set("".join(groups)) <= set(SIGNS)


@given(seed=seeds, data=st.data())
def test_recovery_key_is_read_back_however_it_is_typed(seed: bytes, data: st.DataObject) -> None:
    key = key_of(seed)
    typed = ""
    for sign in key.replace("-", ""):
        looks = {"0": "0Oo", "1": "1IiLl"}.get(sign, sign + sign.lower())
        typed += data.draw(st.sampled_from(looks))
        typed += data.draw(st.sampled_from(["", "", "-", " ", "–", "\n", "\u00a0"]))
    assert recovery_private_key(typed) == recovery_private_key(key)
    assert "-".join(recovery_groups(typed)) == key


@given(seed=seeds, at=st.integers(0, 35), other=st.sampled_from(SIGNS))
def test_recovery_key_with_one_wrong_sign_is_refused(seed: bytes, at: int, other: str) -> None:
    signs = key_of(seed).replace("-", "")
    if signs[at] == other:
        return
    with pytest.raises(WrongRecoveryKeyError):
        recovery_private_key(signs[:at] + other + signs[at + 1 :])


@given(seed=seeds, at=st.integers(0, 34))
def test_recovery_key_with_two_signs_swapped_is_refused(seed: bytes, at: int) -> None:
    signs = key_of(seed).replace("-", "")
    if signs[at] == signs[at + 1]:
        return
    swapped = signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :]
    with pytest.raises(WrongRecoveryKeyError):
        recovery_private_key(swapped)


@pytest.mark.parametrize(
    "typed", ["", "   ", "ABCD", "U" * 36, "!" * 36, "A" * 35, "A" * 37, "é" * 36]
)
def test_recovery_key_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(WrongRecoveryKeyError):
        recovery_groups(typed)


@given(one=seeds, other=seeds)
def test_recovery_keys_of_two_stations_differ(one: bytes, other: bytes) -> None:
    assert (key_of(one) == key_of(other)) == (one == other)
    assert (recovery_private_key(key_of(one)) == recovery_private_key(key_of(other))) == (
        one == other
    )


def test_recovery_key_of_another_station_is_told_as_such_and_opens_nothing(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    one = create_vault(tmp_path / "one", "S. Eik", "en lang nok setning")
    other = create_vault(tmp_path / "other", "S. Eik", "en lang nok setning")
    with pytest.raises(WrongRecoveryKeyError):
        unlock_with_recovery(tmp_path / "one", other.recovery_key)
    assert unlock_with_recovery(tmp_path / "one", one.recovery_key).keys == (one.key,)
