"""Gets ready for the login while the nurse types, so that I dag comes up at once."""

from __future__ import annotations

from PySide6.QtCore import QSize


def import_clinic() -> None:
    """What opens a station and reads the day; runs on the worker."""
    from nurseapp.clinic.readiness import read_what_a_login_needs

    read_what_a_login_needs()


def rehearse(size: QSize) -> None:
    """Draws I dag once, unseen and about nobody; runs on the window's thread.

    The first drawing of each kind of widget costs several times the later ones.
    """
    from datetime import date

    import nurseapp.desk.inside
    import nurseapp.desk.places
    import nurseapp.desk.system_lock  # noqa: F401 - imported for the next who asks
    from nurseapp.base.flow import WorkAtOnce
    from nurseapp.clinic.values.card import StationCard
    from nurseapp.clinic.values.today import TodayView, VisitCard
    from nurseapp.desk import routes
    from nurseapp.desk.home import Home
    from nurseapp.desk.today.flow import TodayCases, TodayFlow
    from nurseapp.desk.today.screen import TodayScreen

    visit = VisitCard(
        visit=0, title="…", detail="…", pill="…", pill_kind="calm", person=0, respondent=None,
        form="",
    )  # fmt: skip
    view = TodayView(day=date.min, alerts=(), unfinished=(), overdue=(), visits=(visit,))
    flow = TodayFlow(
        TodayCases(today=lambda: view, search=lambda _text: ()), WorkAtOnce(), lambda _route: None
    )
    place = TodayScreen(flow, day=view.day, hide=lambda: None)
    home = Home(StationCard(name="…", municipality="", training=True, language="nb"), "…")
    home.resize(size)
    home.show_place(place, routes.Today())
    flow.refresh()
    home.grab()
    home.drop_place()
    home.deleteLater()
