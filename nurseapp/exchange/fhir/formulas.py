"""The few FHIRPath formulas that are sums of what answers are worth, known by their exact form.

Nothing is evaluated. A formula is either one of these, and then says which items are added with
which weight, or it is none of ours:

    %a + %b                                         variables that are each one item's worth
    iif(%a.exists(), %a, 0) + ...                   the same, as LHC's form builder writes it
    iif(%any, SUM, {})                              only when something is answered
    %resource.item.where(linkId='x').answer.value.ordinal()        also weight(), and inside groups
    %resource.item.where(linkId!='total').answer.value.weight().sum()
    SUM * 4                                         a whole weight
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.exchange.fhir.urls import WORTH

Weights = dict[str, int]
"""What each item counts times, by the file's names."""

_LONGEST: Final = 20_000
_DEEPEST: Final = 8
_MOST_WEIGHT: Final = 100
_MOST_PARTS: Final = 5_000
_TOKEN: Final = re.compile(r"\s*('[^'\\]*'|[A-Za-z_][A-Za-z0-9_]*|[0-9]+|!=|[^\sA-Za-z0-9_'\\])")
_LINK: Final = r"'[^'\\]+'"
_STEP: Final = rf"(?:\.item\.where\(linkId={_LINK}\))"
_ROOT: Final = r"(?:%resource|%context|QuestionnaireResponse)"
_ANYWHERE: Final = rf"{_ROOT}?\.?(?:descendants\(\)|repeat\(item\))\.where\(linkId={_LINK}\)"
_ORDINAL: Final = r"\.answer(?:\.value)?\.(?:ordinal|weight)\(\)"
_BY_TABLE: Final = re.compile(
    rf"%questionnaire(?P<path>{_STEP}+)\.answerOption"
    rf"\.where\(valueCoding\.code=%resource(?P=path)\.answer\.valueCoding\.code\)"
    rf"\.extension\.where\(url='(?P<url>[^'\\]+)'\)\.valueDecimal"
)
_BY_PATH: Final = re.compile(
    rf"(?:{_ROOT}(?P<path>{_STEP}+)|(?P<anywhere>{_ANYWHERE})){_ORDINAL}(?:\.sum\(\))?"
)
_ALL_AT: Final = re.compile(
    rf"{_ROOT}(?P<path>{_STEP}*)(?P<where>\.item|\.descendants\(\)|\.repeat\(item\))"
    rf"(?:\.where\((?P<which>[^()]+)\))?{_ORDINAL}\.sum\(\)"
)
_IF_ANY: Final = re.compile(r"iif\((?P<whether>[^,]+),(?P<sum>.+),\{\}\)")
_IF_THERE: Final = re.compile(r"iif\((?P<one>.+)\.exists\(\),(?P=one),0\)")
_VARIABLE: Final = re.compile(r"%(?P<name>[A-Za-z_][A-Za-z0-9_]*)")
_TIMES: Final = re.compile(r"(?P<sum>.+)\*(?P<weight>[0-9]{1,3})")
_NAMED: Final = re.compile(rf"linkId=(?P<link>{_LINK})")
_NOT_NAMED: Final = re.compile(rf"linkId!=(?P<link>{_LINK})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """An item whose answers are worth something, and the names above it from the outermost."""

    link_id: str
    above: tuple[str, ...]


class SumReader:
    """Knows sums among the formulas of one form; `variables` are the formulas they may name."""

    def __init__(self, counted: Mapping[str, Counted], variables: Mapping[str, str]) -> None:
        self._counted = counted
        self._variables = variables
        self._left = _MOST_PARTS

    def weights(self, formula: str) -> Weights:
        """The items that are added; raises FhirError, `why` a sentence, for any other formula."""
        self._left = _MOST_PARTS
        found = self._sum(_tight(formula), 0)
        if not found:
            raise _unknown()
        return found

    def _sum(self, formula: str, depth: int) -> Weights:
        only_if = _IF_ANY.fullmatch(formula)
        if only_if is not None and only_if["whether"]:
            return self._only_if_any(only_if["whether"], only_if["sum"], depth)
        weights: Weights = {}
        for part in _parts(formula, "+"):
            for name, weight in self._part(part, depth).items():
                if name in weights:
                    raise _unknown()
                weights[name] = weight
        return weights

    def _only_if_any(self, whether: str, formula: str, depth: int) -> Weights:
        """The sum, if what it waits for is that any of its own items is answered."""
        named = _VARIABLE.fullmatch(whether)
        waited = _tight(self._variables.get(named["name"], "")) if named else whether
        weights = self._sum(formula, depth + 1)
        for part in _parts(waited, "or"):
            if not part.endswith(".exists()"):
                raise _unknown()
            if not set(self._part(part.removesuffix(".exists()"), depth + 1)) <= set(weights):
                raise _unknown()
        return weights

    def _part(self, formula: str, depth: int) -> Weights:
        self._left -= 1  # formulas may name each other, many times over
        if depth > _DEEPEST or self._left < 0:
            raise _unknown()
        times = _TIMES.fullmatch(formula)
        if times is not None:
            weight = int(times["weight"])
            inner = self._part(times["sum"], depth + 1)
            if not 1 <= weight <= _MOST_WEIGHT or any(one != 1 for one in inner.values()):
                raise _unknown()
            return dict.fromkeys(inner, weight)
        there = _IF_THERE.fullmatch(formula)
        if there is not None:
            return self._part(there["one"], depth + 1)
        named = _VARIABLE.fullmatch(formula)
        if named is not None and named["name"] in self._variables:
            return self._sum(_tight(self._variables[named["name"]]), depth + 1)
        if formula.startswith("(") and _closes_at(formula) == len(formula) - 1:
            return self._sum(formula[1:-1], depth + 1)
        return self._worths(formula)

    def _worths(self, formula: str) -> Weights:
        by_table = _BY_TABLE.fullmatch(formula)
        if by_table is not None and by_table["url"] in WORTH:
            return self._at(_links(by_table["path"]))
        by_path = _BY_PATH.fullmatch(formula)
        if by_path is not None and by_path["path"]:
            return self._at(_links(by_path["path"]))
        if by_path is not None:
            (link,) = _links(by_path["anywhere"])
            return {link: 1} if link in self._counted else _refuse()
        all_at = _ALL_AT.fullmatch(formula)
        if all_at is not None:
            return self._all_at(_links(all_at["path"]), all_at["where"], all_at["which"] or "")
        raise _unknown()

    def _at(self, path: tuple[str, ...]) -> Weights:
        """The one item at the end of a path from the outermost group."""
        found = self._counted.get(path[-1])
        return {path[-1]: 1} if found and found.above == path[:-1] else _refuse()

    def _all_at(self, path: tuple[str, ...], where: str, which: str) -> Weights:
        wanted = [one.link_id for one in self._counted.values() if one.above[: len(path)] == path]
        if where == ".item":
            wanted = [name for name in wanted if self._counted[name].above == path]
        if which:
            wanted = [name for name in wanted if _is_among(name, which)]
        return dict.fromkeys(wanted, 1) if wanted else _refuse()


def _is_among(name: str, which: str) -> bool:
    """Whether a condition of names joined by "or", or of exceptions joined by "and", holds."""
    exceptions = [_NOT_NAMED.fullmatch(part) for part in _parts(which, "and")]
    if all(exceptions):
        return all(found is not None and found["link"][1:-1] != name for found in exceptions)
    names = [_NAMED.fullmatch(part) for part in _parts(which, "or")]
    if not all(names):
        raise _unknown()
    return any(found is not None and found["link"][1:-1] == name for found in names)


def _tight(formula: str) -> str:
    """The formula without blanks but around words that need them; raises for signs not known."""
    if len(formula) > _LONGEST:
        raise _unknown()
    tokens: list[str] = []
    place = 0
    end = len(formula.rstrip())
    while place < end:
        found = _TOKEN.match(formula, place)
        if found is None:
            raise _unknown()
        tokens.append(f" {found[1]} " if found[1] in {"or", "and"} else found[1])
        place = found.end()
    return "".join(tokens)


def _parts(formula: str, sign: str) -> Iterator[str]:
    """What stands between the signs, outside brackets and quotation marks."""
    wanted = sign if sign == "+" else f" {sign} "
    depth, quoted, start, place = 0, False, 0, 0
    while place < len(formula):
        one = formula[place]
        quoted ^= one == "'"
        if not quoted:
            depth += (one == "(") - (one == ")")
            if depth == 0 and formula.startswith(wanted, place):
                yield formula[start:place]
                start = place + len(wanted)
                place = start
                continue
        place += 1
    yield formula[start:]


def _closes_at(formula: str) -> int:
    """Where the bracket that opens at the start is closed."""
    depth, quoted = 0, False
    for place, one in enumerate(formula):
        quoted ^= one == "'"
        if not quoted:
            depth += (one == "(") - (one == ")")
            if depth == 0:
                return place
    return -1


def _links(path: str) -> tuple[str, ...]:
    return tuple(link[1:-1] for link in re.findall(_LINK, path))


def _refuse() -> Weights:
    raise _unknown()


def _unknown() -> FhirError:
    return FhirError(why=_("Formelen er ikke en sum som programmet kjenner."))
