"""Writes a paper's structure into its file, so that it can be listened to (ISO 32000-1, 14.7)."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

from nurseapp.report.structure import Element


def write_structure(pdf: pikepdf.Pdf, document: Element) -> None:
    """Puts the tree into the file, with the way back from every mark to its element."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    owners: list[dict[int, pikepdf.Object]] = [{} for _page in pdf.pages]
    root.K = _written(pdf, document, root, owners)
    numbers = Array()
    for at, page in enumerate(pdf.pages):
        page.obj.StructParents = at
        page.obj.Tabs = Name.S
        marks = owners[at]
        numbers.append(at)
        numbers.append(pdf.make_indirect(Array([marks[n] for n in range(len(marks))])))
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(pdf.pages)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _written(
    pdf: pikepdf.Pdf,
    element: Element,
    parent: pikepdf.Object,
    owners: list[dict[int, pikepdf.Object]],
) -> pikepdf.Object:
    node = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent))
    if element.alt:
        node.Alt = pikepdf.String(element.alt)
    if element.scope or element.columns > 1:
        node.A = Dictionary(O=Name.Table)
    if element.scope:
        node.A.Scope = Name(f"/{element.scope}")
    if element.columns > 1:
        node.A.ColSpan = element.columns
    kids = Array()
    for held in element.holds:
        if isinstance(held, Element):
            kids.append(_written(pdf, held, node, owners))
            continue
        page, number = held
        owners[page][number] = node
        kids.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[page].obj, MCID=number))
    node.K = kids
    return node
