"""Makes a drawn paper fit for the archive: PDF/A-2b in structure, tagged, same bytes each time.

ISO 19005-2 asks for embedded fonts (report.fonts), an output intent, metadata that agree, and
nothing outside the file. Tests look at each; "passes the machine-checkable rules" is all that
may be said of a file. The tags (report.structure) follow ISO 14289-1, which the file does not
claim: whether headings and order make sense to a listener is for people to judge.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name

from nurseapp.base.paths import resources_folder
from nurseapp.base.text import Language
from nurseapp.report.structure import Element
from nurseapp.report.tags import write_structure

_LANGUAGES: Final[dict[Language, str]] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
_PRODUCER: Final = "nurseapp"

_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>{producer}</xmp:CreatorTool>
   <xmp:CreateDate>{moment}</xmp:CreateDate>
   <xmp:ModifyDate>{moment}</xmp:ModifyDate>
   <xmp:MetadataDate>{moment}</xmp:MetadataDate>
   <pdf:Producer>{producer}</pdf:Producer>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What the file says of itself: never a person's name. `made_at` knows its time zone."""

    document_id: str
    made_at: datetime
    language: Language


def archived(drawn: bytes, document: Element, imprint: Imprint) -> bytes:
    """The file to keep; the same paper gives the same bytes."""
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        for sheet in pdf.pages:
            if Name.Trans in sheet.obj:
                del sheet.obj[Name.Trans]
        write_structure(pdf, document)
        _say_language(pdf, _LANGUAGES[imprint.language])
        _describe(pdf, imprint)
        _intend_colours(pdf)
        kept = io.BytesIO()
        pdf.save(
            kept,
            deterministic_id=True,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return kept.getvalue()


def _say_language(pdf: pikepdf.Pdf, code: str) -> None:
    pdf.Root.Lang = pikepdf.String(code)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseNone
    if Name.Outlines in pdf.Root:
        del pdf.Root[Name.Outlines]


def _describe(pdf: pikepdf.Pdf, imprint: Imprint) -> None:
    """Writes the same facts twice, as the standard wants: Info and XMP."""
    moment = imprint.made_at.replace(microsecond=0)
    offset = f"{moment:%z}"
    stamp = f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo[Name.Title] = imprint.document_id
    pdf.docinfo[Name.Creator] = _PRODUCER
    pdf.docinfo[Name.Producer] = _PRODUCER
    pdf.docinfo[Name.CreationDate] = stamp
    pdf.docinfo[Name.ModDate] = stamp
    xmp = _XMP.format(
        title=escape(imprint.document_id),
        language=_LANGUAGES[imprint.language],
        producer=_PRODUCER,
        moment=moment.isoformat(),
    )
    metadata = pdf.make_stream(xmp.encode())
    metadata.Type = Name.Metadata
    metadata.Subtype = Name.XML
    pdf.Root.Metadata = metadata


def _intend_colours(pdf: pikepdf.Pdf) -> None:
    profile = pdf.make_stream((resources_folder() / "colour" / "sRGB.icc").read_bytes())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB"),
        Info=pikepdf.String("sRGB"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
