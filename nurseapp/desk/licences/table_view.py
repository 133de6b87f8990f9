"""What may be typed into a form's licensed table, and what is in it."""

from __future__ import annotations

from nurseapp.base.text import language, plural
from nurseapp.clinic.library import wordings
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.station_library import source_of
from nurseapp.desk.licences.typed_table import AgeTable, TableView
from nurseapp.forms.family import expanded
from nurseapp.forms.licensed import keyed
from nurseapp.forms.model import Form


def table_view(station: OpenStation, form: str) -> TableView:
    """The table of a form or family, by the id of either or of an age form; raises FormError."""
    source = source_of(station.library, form)
    return TableView(
        form=source.id,
        version=source.version,
        name=source.name,
        scales=tuple((scale.id, scale.name.said(language())) for scale in source.scales),
        ages=tuple(_age(one, source) for one in expanded(source)),
        limits="cut_offs" in source.licensed,
        aged=bool(source.age_forms),
        values=wordings.licensed_values(station, source.id),
    )


def _age(one: Form, source: Form) -> AgeTable:
    items = keyed(one) if "key" in source.licensed else ()
    return AgeTable(
        age=one.age_form or one.id,
        words=plural("{count} måned", "{count} måneder", int(one.age_form))
        if one.age_form
        else source.name,
        keyed=tuple((item, len(one.item(item).options)) for item in items),
    )
