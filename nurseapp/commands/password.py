"""How a command gets a password."""

from __future__ import annotations

import getpass
import sys

from nurseapp.base.text import _


def password_of(name: str) -> str:
    """Asked for at a terminal, else the first line of standard input; never an argument."""
    if sys.stdin.isatty():
        return getpass.getpass(_("Passord for {name}: ").format(name=name))
    return sys.stdin.readline().rstrip("\r\n")
