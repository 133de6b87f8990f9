"""The order in which signs stand on a line where directions are mixed (Unicode UAX 9).

Covers the implicit part of the algorithm (rules P2-P3, W1-W7, N0-N2, I1-I2, L1-L2). Explicit
embeddings do not occur, since `people.typed` takes direction controls out of typed text.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_NEUTRAL: Final = frozenset({"B", "S", "WS", "ON", "BN"})
_DIRECTED: Final = frozenset({"L", "R", "EN", "AN"})
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}
_MIRRORED: Final = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def is_plain(text: str) -> bool:
    """True if nothing in `text` runs from right to left."""
    return not any(unicodedata.bidirectional(sign) in {"R", "AL", "AN"} for sign in text)


def base_level(text: str) -> int:
    """1 if the first letter with a direction runs from right to left, else 0."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in {"L", "R", "AL"}:
            return 0 if kind == "L" else 1
    return 0


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each sign of one paragraph; odd ones run from right to left."""
    kinds = [unicodedata.bidirectional(sign) or "L" for sign in text]
    edge = "R" if base else "L"
    _resolve_marks(kinds, edge)
    _resolve_numbers(kinds, edge)
    _resolve_brackets(text, kinds, edge)
    _resolve_neutrals(kinds, edge)
    return [_level(kind, base) for kind in kinds]


def visual_order(text: str, line_levels: list[int], base: int) -> list[tuple[int, int, int]]:
    """Stretches of equal level, `(start, end, level)`, from left to right (L1, L2)."""
    found = list(line_levels)
    for at in range(len(text) - 1, -1, -1):
        if not text[at].isspace():
            break
        found[at] = base
    stretches: list[tuple[int, int, int]] = []
    for at, level in enumerate(found):
        if stretches and stretches[-1][2] == level:
            stretches[-1] = (stretches[-1][0], at + 1, level)
        else:
            stretches.append((at, at + 1, level))
    for threshold in range(max(found, default=0), 0, -1):
        _turn(stretches, threshold)
    return stretches


def mirrored(text: str) -> str:
    """`text` turned round for a right-to-left stretch, brackets facing the other way."""
    return text[::-1].translate(_MIRRORED)


def _turn(stretches: list[tuple[int, int, int]], threshold: int) -> None:
    """Reverses each run of stretches at `threshold` or above."""
    at = 0
    while at < len(stretches):
        end = at
        while end < len(stretches) and stretches[end][2] >= threshold:
            end += 1
        stretches[at:end] = stretches[at:end][::-1]
        at = end + 1


def _resolve_marks(kinds: list[str], edge: str) -> None:
    """W1-W3: marks follow their letter, numbers after Arabic letters are Arabic."""
    before, strong = edge, edge
    for at, kind in enumerate(kinds):
        kinds[at] = before if kind == "NSM" else kind
        before = kinds[at]
        if before in {"L", "R", "AL"}:
            strong = before
        elif before == "EN" and strong == "AL":
            kinds[at] = "AN"
    for at, kind in enumerate(kinds):
        if kind == "AL":
            kinds[at] = "R"


def _resolve_numbers(kinds: list[str], edge: str) -> None:
    """W4-W7: separators and signs that belong to numbers; numbers in left-to-right text."""
    for at in range(1, len(kinds) - 1):
        left, kind, right = kinds[at - 1 : at + 2]
        if left == right and (
            (kind in {"ES", "CS"} and left == "EN") or (kind == "CS" and left == "AN")
        ):
            kinds[at] = left
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        step = order.step
        for at in order:
            if kinds[at] == "ET" and kinds[at - step] == "EN":
                kinds[at] = "EN"
    strong = edge
    for at, kind in enumerate(kinds):
        if kind in {"ES", "ET", "CS"}:
            kinds[at] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _resolve_brackets(text: str, kinds: list[str], edge: str) -> None:
    """N0: both brackets of a pair take one direction, the paragraph's if it occurs inside."""
    for opening, closing in sorted(_bracket_pairs(text)):
        inside = {_side(kind) for kind in kinds[opening + 1 : closing] if kind in _DIRECTED}
        if not inside:
            continue
        before = next((_side(k) for k in kinds[opening - 1 :: -1] if k in _DIRECTED), edge)
        other = "R" if edge == "L" else "L"
        direction = other if edge not in inside and opening and before == other else edge
        kinds[opening] = kinds[closing] = direction


def _bracket_pairs(text: str) -> list[tuple[int, int]]:
    open_: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at, sign in enumerate(text):
        if sign in _PAIRS.values():
            open_.append(at)
        elif sign in _PAIRS and any(text[before] == _PAIRS[sign] for before in open_):
            while text[open_[-1]] != _PAIRS[sign]:
                open_.pop()
            pairs.append((open_.pop(), at))
    return pairs


def _resolve_neutrals(kinds: list[str], edge: str) -> None:
    """N1-N2: neutrals take the direction on both sides of them, else that of the paragraph."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > at:
            left = _side(kinds[at - 1]) if at else edge
            right = _side(kinds[end]) if end < len(kinds) else edge
            kinds[at:end] = [left if left == right else edge] * (end - at)
        at = end + 1


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _level(kind: str, base: int) -> int:
    if base % 2 == 0:
        return base + {"L": 0, "R": 1}.get(kind, 2)
    return base + (0 if kind == "R" else 1)
