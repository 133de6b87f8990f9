"""The names on the lock screen, read without loading any cryptography."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from nurseapp.base.errors import KeyFileError
from nurseapp.vault.generations import newest


class VaultUser(NamedTuple):
    """Somebody who has a slot, as the key file says; proven only by unlocking."""

    user_id: int
    name: str
    administrator: bool


def read_users(folder: Path) -> tuple[VaultUser, ...]:
    """Everybody with a slot, in the order they came; raises NoStationError, KeyFileError.

    Standard library only: it runs before the lock screen's first paint.
    """
    try:
        listed = json.loads(newest(folder).body)["users"]
        return tuple(
            VaultUser(
                user_id=int(user["id"]),
                name=str(user["name"]),
                administrator=user["administrator"] is True,
            )
            for user in listed
        )
    except (ValueError, KeyError, TypeError) as error:
        raise KeyFileError from error
