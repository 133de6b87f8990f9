"""Reads the conversation guides that come with the program."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from nurseapp.base.errors import UnreadableError
from nurseapp.base.paths import resources_folder
from nurseapp.base.text import language
from nurseapp.clinic.values.result import TalkGuide

_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def talk_guide(guide: str) -> TalkGuide:
    """The guide in the interface language, else in bokmål; raises UnreadableError."""
    if not _NAME.fullmatch(guide):
        raise UnreadableError(file=guide)
    found = _table(f"{guide}.{language()}.toml") or _table(f"{guide}.nb.toml")
    if found is None:
        raise UnreadableError(file=f"{guide}.nb.toml")
    return TalkGuide(
        guide=guide,
        title=found["title"],
        introduction=found["introduction"].strip(),
        sections=tuple(
            (section["heading"], tuple(section["prompts"])) for section in found["sections"]
        ),
        telephones=tuple((each["name"], each["number"]) for each in found["telephones"]),
    )


def _table(name: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads((resources_folder() / "guides" / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise UnreadableError(file=name) from error
