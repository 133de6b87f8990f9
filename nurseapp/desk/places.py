"""Which place serves which route; a place is imported when the nurse first goes there."""

from __future__ import annotations

from importlib import import_module
from typing import Final, cast

from nurseapp.desk import routes
from nurseapp.desk.place import Build, DeskContext, Place

_SCREENS: Final[dict[type[object], str]] = {
    routes.Today: "nurseapp.desk.today.screen",
    routes.People: "nurseapp.desk.people.screen",
    routes.PersonPage: "nurseapp.desk.people.page_screen",
    routes.RegisterPerson: "nurseapp.desk.people.details_screen",
    routes.CorrectPerson: "nurseapp.desk.people.details_screen",
    routes.Birth: "nurseapp.desk.people.birth_screen",
    routes.HandOver: "nurseapp.desk.handover.screen",
    routes.Entry: "nurseapp.desk.entry.screen",
    routes.Result: "nurseapp.desk.result.screen",
    routes.FollowUp: "nurseapp.desk.followup.screen",
    routes.Referral: "nurseapp.desk.referral.screen",
    routes.TakeHome: "nurseapp.desk.referral.take_home_screen",
    routes.FormLibrary: "nurseapp.desk.library.screen",
    routes.FormPage: "nurseapp.desk.library.page_screen",
    routes.FormPreview: "nurseapp.desk.library.preview_screen",
    routes.FormFile: "nurseapp.desk.library.file_screen",
    routes.FormPack: "nurseapp.desk.library.pack_screen",
    routes.FormWording: "nurseapp.desk.wording.screen",
    routes.FormApproval: "nurseapp.desk.approval.screen",
    routes.FamilyApproval: "nurseapp.desk.approval.family_screen",
    routes.LicensedTable: "nurseapp.desk.licences.table_screen",
    routes.Licences: "nurseapp.desk.licences.screen",
    routes.Settings: "nurseapp.desk.settings.screen",
}


def build(route: routes.Route, desk: DeskContext) -> Place:
    """The place for `route`, made anew."""
    make = cast("Build", import_module(_SCREENS[type(route)]).build)
    return make(route, desk)
