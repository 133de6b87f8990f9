"""The part of FHIR R4's Questionnaire that is read here; whatever else a file has is kept aside.

Shapes and names are the standard's (hl7.org/fhir/R4/questionnaire.html).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct, field


class Element(Struct, frozen=True, rename="camel", kw_only=True):
    """What any element may carry, a single value (`_text`) too."""

    extension: tuple[Extension, ...] = ()


class Coding(Element, frozen=True, rename="camel", kw_only=True):
    """A code in a system, with the words that people read."""

    system: str = ""
    code: str = ""
    display: str = ""
    display_element: Element | None = field(default=None, name="_display")


class CodeableConcept(Element, frozen=True, rename="camel", kw_only=True):
    """A concept in one or more systems."""

    coding: tuple[Coding, ...] = ()


class Expression(Element, frozen=True, rename="camel", kw_only=True):
    """A formula in some language, often FHIRPath."""

    name: str = ""
    language: str = ""
    expression: str = ""


class Extension(Element, frozen=True, rename="camel", kw_only=True):
    """Something the standard has no element for; only the kinds of value that are used here."""

    url: str
    value_string: str | None = None
    value_code: str | None = None
    value_markdown: str | None = None
    value_boolean: bool | None = None
    value_integer: int | None = None
    value_decimal: Decimal | None = None
    value_date: str | None = None
    value_coding: Coding | None = None
    value_codeable_concept: CodeableConcept | None = None
    value_expression: Expression | None = None


class EnableWhen(Element, frozen=True, rename="camel", kw_only=True):
    """One condition for an item to be asked."""

    question: str
    operator: str = ""
    answer_boolean: bool | None = None
    answer_integer: int | None = None
    answer_decimal: Decimal | None = None
    answer_string: str | None = None
    answer_coding: Coding | None = None


class AnswerOption(Element, frozen=True, rename="camel", kw_only=True):
    """One possible answer to a choice."""

    value_coding: Coding | None = None
    value_integer: int | None = None
    value_string: str | None = None
    value_date: str | None = None
    value_time: str | None = None
    integer_element: Element | None = field(default=None, name="_valueInteger")
    string_element: Element | None = field(default=None, name="_valueString")
    initial_selected: bool = False


class Item(Element, frozen=True, rename="camel", kw_only=True):
    """A question, a group of them, or a text."""

    link_id: str
    type: str
    text: str = ""
    text_element: Element | None = field(default=None, name="_text")
    prefix: str = ""
    code: tuple[Coding, ...] = ()
    enable_when: tuple[EnableWhen, ...] = ()
    enable_behavior: str = ""
    required: bool = False
    repeats: bool = False
    read_only: bool = False
    max_length: int | None = None
    answer_value_set: str = ""
    answer_option: tuple[AnswerOption, ...] = ()
    initial: tuple[dict[str, object], ...] = ()
    item: tuple[Item, ...] = ()
    modifier_extension: tuple[Extension, ...] = ()


class Designation(Element, frozen=True, rename="camel", kw_only=True):
    """A concept's words in a language."""

    language: str = ""
    value: str = ""


class Concept(Coding, frozen=True, rename="camel", kw_only=True):
    """A code of a value set; in an expansion it may have codes below it."""

    designation: tuple[Designation, ...] = ()
    abstract: bool = False
    inactive: bool = False
    contains: tuple[Concept, ...] = ()


class Include(Element, frozen=True, rename="camel", kw_only=True):
    """The codes of one system, named one by one, or by a rule that is not read here."""

    system: str = ""
    concept: tuple[Concept, ...] = ()
    filter: tuple[dict[str, object], ...] = ()
    value_set: tuple[str, ...] = ()


class Compose(Element, frozen=True, rename="camel", kw_only=True):
    """What a value set is made of."""

    include: tuple[Include, ...] = ()
    exclude: tuple[Include, ...] = ()


class Expansion(Element, frozen=True, rename="camel", kw_only=True):
    """A value set spelt out."""

    contains: tuple[Concept, ...] = ()


class ValueSet(Element, frozen=True, rename="camel", kw_only=True):
    """A list of answers that items share."""

    id: str = ""
    url: str = ""
    compose: Compose | None = None
    expansion: Expansion | None = None


class Questionnaire(Element, frozen=True, rename="camel", kw_only=True):
    """A form; `contained` is looked into only for value sets."""

    id: str = ""
    url: str = ""
    version: str = ""
    name: str = ""
    title: str = ""
    title_element: Element | None = field(default=None, name="_title")
    status: str = ""
    language: str = ""
    publisher: str = ""
    copyright: str = ""
    description: str = ""
    purpose: str = ""
    contained: tuple[dict[str, object], ...] = ()
    item: tuple[Item, ...] = ()
    modifier_extension: tuple[Extension, ...] = ()
    implicit_rules: str = ""


def of_url(element: Element | None, *urls: str) -> Iterator[Extension]:
    """The element's extensions of these names."""
    for one in element.extension if element is not None else ():
        if one.url in urls:
            yield one


def control_of(item: Item, url: str) -> frozenset[str]:
    """The codes of a CodeableConcept extension, such as an item's controls."""
    return frozenset(
        coding.code
        for one in of_url(item, url)
        if one.value_codeable_concept is not None
        for coding in one.value_codeable_concept.coding
    )


def every(items: Iterable[Item]) -> Iterator[Item]:
    """The items and all below them, in printed order."""
    for item in items:
        yield item
        yield from every(item.item)
