"""Who gets in, and what the key file gives away."""

from __future__ import annotations

import base64
import errno
import time
import unicodedata
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest

from nurseapp.base.disk import REAL_DISK, Disk
from nurseapp.base.errors import (
    AccessLostError,
    DiskFullError,
    KeyFileError,
    NameTakenError,
    NoStationError,
    PersonIncompleteError,
    StationExistsError,
    StationTooNewError,
    TooManyTriesError,
    WeakPasswordError,
    WrongPasswordError,
    WrongRecoveryKeyError,
)
from nurseapp.vault.cost import FLOOR, KdfCost
from nurseapp.vault.generations import CURRENT, newest, put_in_force
from nurseapp.vault.keyfile import KeyFile, decode, sealed_body
from nurseapp.vault.recovery import new_recovery_key, recovery_private_key
from nurseapp.vault.rotation import remove_user
from nurseapp.vault.tries import count_try
from nurseapp.vault.users import VaultUser, read_users
from nurseapp.vault.values import CreatedVault, Unlocked
from nurseapp.vault.vault import (
    add_user,
    change_password,
    create_vault,
    public_keys,
    set_password_by_recovery,
    unlock,
    unlock_with_recovery,
)

BLID, BLIDS = "Blid Bjørk", "bjørka står i lauv"
ROLIG, ROLIGS = "Rolig Bjørk", "fem små fugler på rad"


class StillClock:
    def now(self) -> datetime:
        return datetime(2026, 11, 21, 10, 12, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


@cache
def made() -> tuple[CreatedVault, dict[str, bytes]]:
    """A station with an administrator and a nurse; made once, since passwords are dear."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        vault = create_vault(folder, BLID, BLIDS)
        add_user(folder, ROLIG, ROLIGS, administrator=False, key=vault.key)
        return vault, {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.fixture
def vault(tmp_path: Path) -> CreatedVault:
    vault, files = made()
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    return vault


def log_in(folder: Path, name: str, password: str) -> Unlocked:
    return unlock(folder, name, password, clock=StillClock())


def key_file(folder: Path) -> KeyFile:
    return decode(newest(folder).body)


def test_login_every_user_opens_the_same_database(tmp_path: Path, vault: CreatedVault) -> None:
    first = log_in(tmp_path, BLID, BLIDS)
    assert first == Unlocked(keys=(vault.key,), user_id=1, name=BLID, administrator=True)
    second = log_in(tmp_path, ROLIG, ROLIGS)
    assert second == Unlocked(keys=(vault.key,), user_id=2, name=ROLIG, administrator=False)


def test_login_takes_a_name_however_it_is_typed_and_a_password_from_any_keyboard(
    tmp_path: Path, vault: CreatedVault
) -> None:
    typed = unicodedata.normalize("NFD", "  BLID   bjørk ")
    decomposed = unicodedata.normalize("NFD", BLIDS)
    assert decomposed != BLIDS
    assert log_in(tmp_path, typed, decomposed).key == vault.key


@pytest.mark.parametrize(("name", "password"), [(BLID, ROLIGS), ("Ukjent", ROLIGS)])
def test_login_a_wrong_pair_is_refused_without_saying_what_was_wrong(
    tmp_path: Path, vault: CreatedVault, name: str, password: str
) -> None:
    with pytest.raises(WrongPasswordError) as caught:
        log_in(tmp_path, name, password)
    assert name not in str(caught.value)
    assert caught.value.facts == {}


def test_login_an_unknown_name_costs_the_same_work(tmp_path: Path, vault: CreatedVault) -> None:
    def work(name: str) -> float:
        before = time.process_time()
        with pytest.raises(WrongPasswordError):
            log_in(tmp_path, name, "et galt passord")
        return time.process_time() - before

    known, unknown = work(BLID), work("Ukjent")
    assert known / 3 < unknown < known * 3


def test_login_is_refused_if_the_try_cannot_be_counted(tmp_path: Path, vault: CreatedVault) -> None:
    class Full(Disk):
        def write(self, handle: int, data: bytes) -> int:
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(DiskFullError):
        unlock(tmp_path, BLID, BLIDS, clock=StillClock(), disk=Full())


def test_login_makes_the_next_five_tries_free_for_her_alone(
    tmp_path: Path, vault: CreatedVault
) -> None:
    clock = StillClock()
    for _slip in range(4):
        count_try(tmp_path, BLID, clock=clock, disk=REAL_DISK)
        count_try(tmp_path, ROLIG, clock=clock, disk=REAL_DISK)
    log_in(tmp_path, BLID, BLIDS)
    for _slip in range(5):
        count_try(tmp_path, BLID, clock=clock, disk=REAL_DISK)
    count_try(tmp_path, ROLIG, clock=clock, disk=REAL_DISK)
    with pytest.raises(TooManyTriesError):
        log_in(tmp_path, ROLIG, ROLIGS)


def test_login_after_damage_uses_the_generation_before_and_mends_the_file(
    tmp_path: Path, vault: CreatedVault
) -> None:
    put_in_force(tmp_path, newest(tmp_path).body, REAL_DISK)
    (tmp_path / CURRENT).write_bytes(b"broken")
    unlocked = log_in(tmp_path, BLID, BLIDS)
    assert unlocked.fell_back
    assert unlocked.key == vault.key
    assert not newest(tmp_path).fell_back


def test_login_without_a_station_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoStationError):
        log_in(tmp_path, BLID, BLIDS)
    with pytest.raises(NoStationError):
        read_users(tmp_path)


def test_setup_never_overwrites_a_station(tmp_path: Path, vault: CreatedVault) -> None:
    before = newest(tmp_path).body
    with pytest.raises(StationExistsError):
        create_vault(tmp_path, "Ny", "en lang setning")
    (tmp_path / CURRENT).unlink()
    with pytest.raises(StationExistsError):
        create_vault(tmp_path, "Ny", "en lang setning")
    assert before


def test_passwords_under_ten_characters_are_refused_everywhere(
    tmp_path: Path, vault: CreatedVault
) -> None:
    short = "ni tegn!!"
    before = newest(tmp_path).body
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(WeakPasswordError):
        create_vault(empty, BLID, short + "   ")
    with pytest.raises(WeakPasswordError):
        add_user(tmp_path, "Ny", short, administrator=False, key=vault.key)
    with pytest.raises(WeakPasswordError):
        change_password(tmp_path, BLID, BLIDS, short, key=vault.key, clock=StillClock())
    with pytest.raises(WeakPasswordError):
        set_password_by_recovery(tmp_path, vault.recovery_key, BLID, short)
    assert newest(tmp_path).body == before
    assert list(empty.iterdir()) == []


def test_users_a_name_is_given_once_and_is_needed(tmp_path: Path, vault: CreatedVault) -> None:
    with pytest.raises(NameTakenError):
        add_user(tmp_path, " rolig BJØRK", ROLIGS, administrator=False, key=vault.key)
    with pytest.raises(PersonIncompleteError):
        add_user(tmp_path, " \t", ROLIGS, administrator=False, key=vault.key)


def test_users_are_listed_in_the_order_they_came(tmp_path: Path, vault: CreatedVault) -> None:
    assert read_users(tmp_path) == (
        VaultUser(user_id=1, name=BLID, administrator=True),
        VaultUser(user_id=2, name=ROLIG, administrator=False),
    )


def test_users_a_removed_one_gets_no_new_key_and_her_number_is_not_used_again(
    tmp_path: Path, vault: CreatedVault
) -> None:
    given: list[bytes] = []
    new_key = remove_user(tmp_path, 2, key=vault.key, rekey=given.append, verify=given.append)
    assert given == [new_key, new_key]
    with pytest.raises(WrongPasswordError):
        log_in(tmp_path, ROLIG, ROLIGS)
    with pytest.raises(AccessLostError):
        remove_user(tmp_path, 2, key=new_key, rekey=given.append, verify=given.append)
    again = add_user(tmp_path, ROLIG, ROLIGS, administrator=False, key=new_key)
    assert again == 3
    with pytest.raises(KeyFileError):
        add_user(tmp_path, "Ny", ROLIGS, administrator=False, key=vault.key)


def test_password_change_lets_the_new_one_in_and_the_old_one_out(
    tmp_path: Path, vault: CreatedVault
) -> None:
    others = key_file(tmp_path).users[0]
    public = public_keys(tmp_path)
    change_password(tmp_path, ROLIG, ROLIGS, "et nytt passord", key=vault.key, clock=StillClock())
    assert log_in(tmp_path, ROLIG, "et nytt passord").key == vault.key
    with pytest.raises(WrongPasswordError):
        change_password(
            tmp_path, ROLIG, ROLIGS, "nok et passord", key=vault.key, clock=StillClock()
        )
    assert public_keys(tmp_path) == public
    assert key_file(tmp_path).users[0].wrapped_private_key == others.wrapped_private_key


def test_users_a_new_one_costs_as_much_to_guess_as_the_stations_first(tmp_path: Path) -> None:
    cost = KdfCost(memory_kib=FLOOR.memory_kib, iterations=4, lanes=1)
    key = create_vault(tmp_path, BLID, BLIDS, cost=cost).key
    add_user(tmp_path, ROLIG, ROLIGS, administrator=False, key=key)
    assert [user.cost for user in key_file(tmp_path).users] == [cost, cost]


def test_recovery_gives_the_key_and_a_new_password(tmp_path: Path, vault: CreatedVault) -> None:
    typed = vault.recovery_key.lower().replace("-", " ")
    assert unlock_with_recovery(tmp_path, typed).keys == (vault.key,)
    recovered = set_password_by_recovery(tmp_path, typed, "blid bjørk", "et nytt passord")
    assert recovered == Unlocked(keys=(vault.key,), user_id=1, name=BLID, administrator=True)
    assert log_in(tmp_path, BLID, "et nytt passord").key == vault.key
    with pytest.raises(AccessLostError):
        set_password_by_recovery(tmp_path, typed, "Ukjent", "et nytt passord")


def test_recovery_with_another_stations_key_is_refused(tmp_path: Path, vault: CreatedVault) -> None:
    other = new_recovery_key(lambda count: b"\x07" * count)
    with pytest.raises(WrongRecoveryKeyError):
        unlock_with_recovery(tmp_path, other)


WEAK = [
    KdfCost(memory_kib=FLOOR.memory_kib - 1, iterations=3, lanes=1),
    KdfCost(memory_kib=FLOOR.memory_kib, iterations=2, lanes=1),
    KdfCost(memory_kib=FLOOR.memory_kib, iterations=3, lanes=0),
    KdfCost(memory_kib=2**31, iterations=3, lanes=1),
]


@pytest.mark.parametrize("cost", WEAK)
def test_floor_a_weaker_slot_is_neither_made_nor_used(
    tmp_path: Path, vault: CreatedVault, cost: KdfCost
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(KeyFileError):
        create_vault(empty, BLID, BLIDS, cost=cost)
    file = key_file(tmp_path)
    weakened = msgspec.structs.replace(
        file.users[0], memory_kib=cost.memory_kib, iterations=cost.iterations, lanes=cost.lanes
    )
    weak = msgspec.structs.replace(file, users=(weakened, file.users[1]))
    put_in_force(tmp_path, sealed_body(weak, (vault.key,)), REAL_DISK)
    with pytest.raises(KeyFileError):
        log_in(tmp_path, BLID, BLIDS)


@pytest.mark.parametrize(
    "change",
    [
        {"administrator": True},
        {"name": "Annen Bjørk"},
        {"public_key": b"\x09" * 32},
        {"id": 9},
        {"salt": bytes(16)},
    ],
)
def test_forgery_by_somebody_without_the_key_is_noticed(
    tmp_path: Path, vault: CreatedVault, change: dict[str, object]
) -> None:
    file = key_file(tmp_path)
    forged_user = msgspec.structs.replace(file.users[1], **change)
    forged = msgspec.structs.replace(file, users=(file.users[0], forged_user))
    put_in_force(tmp_path, msgspec.json.encode(forged), REAL_DISK)
    with pytest.raises(KeyFileError):
        unlock_with_recovery(tmp_path, vault.recovery_key)
    with pytest.raises(KeyFileError):
        add_user(tmp_path, "Ny", ROLIGS, administrator=False, key=vault.key)


def test_forgery_an_exchanged_recovery_key_never_gets_the_databases_key(
    tmp_path: Path, vault: CreatedVault
) -> None:
    file = key_file(tmp_path)
    forged = msgspec.structs.replace(
        file, recovery=msgspec.structs.replace(file.recovery, public_key=b"\x09" * 32)
    )
    put_in_force(tmp_path, msgspec.json.encode(forged), REAL_DISK)
    with pytest.raises(KeyFileError):
        log_in(tmp_path, BLID, BLIDS)


@pytest.mark.parametrize(
    "body", [b"{}", b"[]", b'{"format":1}', b"not json", b'{"format":1,"users":[{"id":"x"}]}']
)
def test_a_key_file_that_is_none_is_named(tmp_path: Path, body: bytes) -> None:
    put_in_force(tmp_path, body, REAL_DISK)
    with pytest.raises(KeyFileError):
        log_in(tmp_path, BLID, BLIDS)
    with pytest.raises(KeyFileError):
        read_users(tmp_path)


def test_a_key_file_of_a_newer_program_is_named(tmp_path: Path) -> None:
    put_in_force(tmp_path, b'{"format":2,"users":[],"more":1}', REAL_DISK)
    with pytest.raises(StationTooNewError):
        log_in(tmp_path, BLID, BLIDS)


def test_public_keys_tell_when_somebody_elses_key_is_put_in(
    tmp_path: Path, vault: CreatedVault
) -> None:
    before = public_keys(tmp_path)
    assert set(before.users) == {1, 2}
    set_password_by_recovery(tmp_path, vault.recovery_key, ROLIG, "et nytt passord")
    after = public_keys(tmp_path)
    assert after.users[1] == before.users[1]
    assert after.users[2] != before.users[2]
    assert after.recovery == before.recovery


def test_no_file_and_no_printed_value_holds_a_secret(tmp_path: Path, vault: CreatedVault) -> None:
    unlocked = log_in(tmp_path, BLID, BLIDS)
    recovered = unlock_with_recovery(tmp_path, vault.recovery_key)
    on_disk = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    shown = repr((vault, unlocked, recovered)).encode()
    private = recovery_private_key(vault.recovery_key)
    written = vault.recovery_key.encode()
    for secret in (vault.key, private, written, written.replace(b"-", b""), BLIDS.encode()):
        for spelt in (
            secret,
            secret.hex().encode(),
            base64.b64encode(secret),
            repr(secret).encode(),
        ):
            assert spelt not in on_disk
            assert spelt not in shown
