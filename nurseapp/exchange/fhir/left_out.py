"""What of a file could not be brought in, each thing with its place and the reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something that is not used: `what` in a few words, `why` in a sentence.

    `link_id` is the item's name in the file, empty for the form as a whole. It is kept beside
    the form all the same, and comes out again when the form is exported.
    """

    link_id: str
    what: str
    why: str
