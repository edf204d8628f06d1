"""Who may open what: every URL name of ours against every role.

A new URL gets a line here; without one `test_every_url_is_in_the_table` fails.
"""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from focusareas.models import Department, UnitManager
from tests import factories as make
from tests.worlds import ON_DAY, Inhabited, signed_in

ROLES = (
    "anonymous",
    "charlie",
    "superuser",
    "unit_manager",
    "provider_manager",
    "department_head",
    "steering_group",
    "administrator",
    "lead",
)
EVERYBODY = (200,) * 9
SIGNED_IN = (302, *(200,) * 8)
WITH_A_ROLE = (302, 403, 403, 200, 200, 200, 200, 200, 200)
WITH_A_ROLE_IF_THERE = (302, 403, 403, 404, 404, 404, 404, 404, 404)
EDITORS = (302, *(403,) * 6, 200, 200)
DEPARTMENT = (302, 403, 403, 404, 404, 200, 200, 200, 200)
EDITORS_IF_THERE = (302, *(403,) * 6, 404, 404)
LEAD = (302, *(403,) * 7, 200)
LEAD_POSTS = (302, *(405,) * 8)
# Nothing has number 0: 404 is for those who may look, 403 for those whose role may not.
LEAD_IF_THERE = (302, *(403,) * 7, 404)
ADMINISTRATOR = (302, *(403,) * 6, 200, 403)
ADMINISTRATOR_IF_THERE = (302, *(403,) * 6, 404, 403)
# The unit's part: its manager does it, the lead and the administrator on its behalf.
UNIT_WORK = (302, 404, 404, 200, 404, 403, 404, 200, 200)
NOT_THERE = (302, *(404,) * 8)
SEES_UNITS_IF_THERE = (302, 403, 403, 404, 404, 404, 403, 404, 404)
READERS = (302, *(403,) * 5, 200, 200, 200)
READERS_IF_THERE = (302, *(403,) * 5, 404, 404, 404)

# URL name: (arguments, status of a GET for each of ROLES).
TABLE: dict[str, tuple[tuple[object, ...], tuple[int, ...]]] = {
    "health": ((), EVERYBODY),
    # Charlie and the superuser are told that they have no role, the others are led on.
    "start": ((), (302, 200, 200, 302, 302, 302, 302, 302, 302)),
    "help": ((), SIGNED_IN),
    "overview": ((), WITH_A_ROLE),
    "activity_workbook": ((), WITH_A_ROLE),
    "comparison": ((), WITH_A_ROLE),
    "comparison_workbook": ((), WITH_A_ROLE),
    "unit_detail": (("HEMT",), (302, 404, 404, 200, 404, 200, 404, 200, 200)),
    "unit_activities": (("HEMT",), (302, 404, 404, 200, 404, 200, 404, 200, 200)),
    "unit_people": (("HEMT",), (302, 404, 404, 200, 404, 200, 404, 200, 200)),
    "unit_poster": (("HEMT",), UNIT_WORK),
    "certificate_hand_in": (("HEMT",), UNIT_WORK),
    "certificate_receipt": (("HEMT",), UNIT_WORK),
    "receipt_workbook": (("HEMT",), UNIT_WORK),
    # The staff of own units come from the HR file: there is no list to keep.
    "unit_staff": (("OMS",), (302, 404, 404, 404, 200, 403, 404, 200, 200)),
    "unit_staff_workbook": (("OMS",), (302, 404, 404, 404, 200, 403, 404, 200, 200)),
    "unit_staff_add": (("OMS",), (302, 404, 404, 404, 200, 403, 404, 200, 200)),
    "unit_staff_import": (("OMS",), (302, 404, 404, 404, 200, 403, 404, 200, 200)),
    "unit_staff_form": (("OMS",), (302, 404, 404, 404, 200, 403, 404, 200, 200)),
    # Nothing is handed in yet: whoever may is led to where one does that.
    "unit_staff_import_preview": (("OMS",), (302, 404, 404, 404, 302, 403, 404, 302, 302)),
    "unit_staff_import_carry_out": (("OMS",), LEAD_POSTS),
    "unit_staff_edit": ((0,), NOT_THERE),
    "unit_staff_leave": ((0,), NOT_THERE),
    "unit_staff_rename": ((0,), NOT_THERE),
    "share_link": (("HEMT",), UNIT_WORK),
    # There is no link yet: whoever may make one is led to where one does that.
    "share_link_poster": (("HEMT",), (302, 404, 404, 302, 404, 403, 404, 302, 302)),
    "share_link_revoke": ((0,), NOT_THERE),
    # Whoever has the link needs no login, and whoever has none gets nothing by one.
    "shared_hand_in": (("x",), (404,) * 9),
    "shared_receipt": (("x",), (404,) * 9),
    "key_person_create": (("HEMT",), UNIT_WORK),
    "key_person_end": ((0,), NOT_THERE),
    "key_person_hand_over": ((0,), NOT_THERE),
    # The steering group sees how many units have one, the others also who they are.
    "key_person_list": ((), (302, 403, 403, 403, 403, 200, 403, 200, 200)),
    "key_person_workbook": ((), (302, 403, 403, 403, 403, 200, 403, 200, 200)),
    "key_person_coverage": ((), (302, 403, 403, 403, 403, 200, 200, 200, 200)),
    "key_person_coverage_workbook": ((), (302, 403, 403, 403, 403, 200, 200, 200, 200)),
    "declaration_create": (("HEMT", "1.2"), UNIT_WORK),
    # Nothing is declared that could be taken back.
    "declaration_take_back": (("HEMT", "1.2"), (302, 404, 404, 404, 404, 403, 404, 404, 404)),
    "certificate_answer": ((0,), NOT_THERE),
    "certificate_alike": ((0,), NOT_THERE),
    "certificate_take_back": ((0,), NOT_THERE),
    "certificate_throw_out": ((0,), LEAD_POSTS),
    "certificate_put_back": ((0,), LEAD_POSTS),
    "certificate_piece_picture": ((0,), NOT_THERE),
    "submission_detail": ((0,), NOT_THERE),
    "submission_workbook": ((0,), NOT_THERE),
    "certificate_file": ((0,), NOT_THERE),
    # Activity 1.2 asks for no routine; who sees which is tested in test_views_routines.py.
    "routine_confirm": (("HEMT", "1.2"), (302, 404, 404, 404, 404, 403, 404, 404, 404)),
    "routine_edit": ((0,), NOT_THERE),
    "routine_withdraw": ((0,), NOT_THERE),
    "routine_document": ((0,), NOT_THERE),
    "training_list": (("1.2",), EDITORS),
    "training_workbook": (("1.2",), EDITORS),
    "training_create": (("1.2",), EDITORS),
    "training_detail": (("1.2", 0), EDITORS_IF_THERE),
    "training_people_workbook": (("1.2", 0), EDITORS_IF_THERE),
    "training_people": (("1.2", 0), EDITORS_IF_THERE),
    "training_paste": (("1.2", 0), EDITORS_IF_THERE),
    "training_undo": (("1.2", 0), EDITORS_IF_THERE),
    "indicator_list": (("the plan",), READERS),
    "indicator_workbook": (("the plan",), READERS),
    "indicator_create": (("the plan",), EDITORS),
    "indicator_edit": ((0,), EDITORS_IF_THERE),
    "indicator_remove": ((0,), EDITORS_IF_THERE),
    "indicator_value_create": ((0,), EDITORS_IF_THERE),
    "indicator_value_edit": ((0,), EDITORS_IF_THERE),
    "indicator_value_remove": ((0,), EDITORS_IF_THERE),
    "activity_value": (("1.2",), EDITORS_IF_THERE),
    "routine_list": (("1.2",), SEES_UNITS_IF_THERE),
    "routine_workbook": (("1.2",), SEES_UNITS_IF_THERE),
    "activity_detail": (("1.2",), WITH_A_ROLE),
    "activity_units": (("1.2",), WITH_A_ROLE),
    # The head of Äldreomsorg opens it, those who see every figure do too; a manager does not.
    "department_detail": (("Äldreomsorg",), DEPARTMENT),
    "department_activities": (("Äldreomsorg",), DEPARTMENT),
    "department_units": (("Äldreomsorg",), DEPARTMENT),
    "status_note_create": (("1.2",), EDITORS),
    "activity_link": (("1.2",), EDITORS),
    # Activity 1.2 is no milestone and has no meetings.
    "plan_list": ((), EDITORS),
    "plan_detail": (("the plan",), EDITORS),
    "plan_compare": ((), WITH_A_ROLE),
    # There is only one plan: nothing to compare.
    "plan_compare_workbook": ((), WITH_A_ROLE_IF_THERE),
    "plan_letter": (("the plan",), EDITORS),
    "plan_copy": (("the plan",), EDITORS),
    "plan_choose": (("the plan",), EDITORS),
    "activity_create": (("the plan",), EDITORS),
    "activity_edit": (("1.2",), EDITORS),
    "activity_population": (("1.2",), EDITORS),
    "activity_end": (("1.2",), EDITORS),
    "activity_move": (("1.2",), LEAD_POSTS),
    "milestone_update": (("1.2",), EDITORS_IF_THERE),
    "deadline_revise": (("1.2",), EDITORS),
    "meeting_create": (("1.2",), EDITORS_IF_THERE),
    "meeting_edit": ((0,), EDITORS_IF_THERE),
    "meeting_attendance": ((0,), EDITORS_IF_THERE),
    "meeting_attendance_paste": ((0,), EDITORS_IF_THERE),
    "meeting_notes": ((0,), EDITORS_IF_THERE),
    "meeting_invite": ((0,), EDITORS_IF_THERE),
    # That key persons open it without a role is tested in test_views_meetings.py.
    "meeting_detail": ((0,), WITH_A_ROLE_IF_THERE),
    "meeting_calendar": ((0,), WITH_A_ROLE_IF_THERE),
    "administration": ((), ADMINISTRATOR),
    "import_create": ((), ADMINISTRATOR),
    # Nothing is uploaded yet: the administrator is led to where one does that.
    "import_preview": ((), (302, *(403,) * 6, 302, 403)),
    "import_preview_rows": ((), (302, *(403,) * 6, 302, 403)),
    "import_findings": ((), (302, *(403,) * 6, 302, 403)),
    "import_carry_out": ((), LEAD_POSTS),
    "import_template": ((), ADMINISTRATOR),
    "import_list": ((), ADMINISTRATOR),
    "import_workbook": ((), ADMINISTRATOR),
    "import_detail": ((0,), ADMINISTRATOR_IF_THERE),
    "import_rows": ((0,), ADMINISTRATOR_IF_THERE),
    "import_undo": ((0,), ADMINISTRATOR_IF_THERE),
    "organisation_export": ((), ADMINISTRATOR),
    "organisation_workbook": ((), ADMINISTRATOR),
    "person_pair_list": ((), ADMINISTRATOR),
    "person_pair_workbook": ((), ADMINISTRATOR),
    "person_pair_apart": ((0, 0), LEAD_POSTS),
    "person_merge": (("Anna", 0), ADMINISTRATOR_IF_THERE),
    "person_merge_with": (("Anna",), ADMINISTRATOR),
    "person_list": ((), EDITORS),
    "person_workbook": ((), EDITORS),
    "unit_workbook": ((), EDITORS),
    "user_workbook": ((), EDITORS),
    "person_detail": (("Anna",), EDITORS),
    "person_trace": (("Anna",), EDITORS),
    "person_create": ((), ADMINISTRATOR),
    "person_edit": (("Anna",), ADMINISTRATOR),
    "person_protection": (("Anna",), ADMINISTRATOR),
    "spelling_forget": ((0,), EDITORS_IF_THERE),
    "employment_create": (("Anna",), ADMINISTRATOR),
    "employment_edit": ((0,), ADMINISTRATOR_IF_THERE),
    "employment_move": ((0,), ADMINISTRATOR_IF_THERE),
    "leave_create": ((0,), ADMINISTRATOR_IF_THERE),
    "leave_edit": ((0,), ADMINISTRATOR_IF_THERE),
    "unit_corrections": (("HEMT",), UNIT_WORK),
    "unit_correction_workbook": (("HEMT",), UNIT_WORK),
    "correction_list": ((), EDITORS),
    "correction_workbook": ((), EDITORS),
    "unit_trace": (("HEMT",), (302, 404, 404, 200, 404, 403, 404, 200, 200)),
    "review_queue": ((), LEAD),
    "review_workbook": ((), LEAD),
    "review_approve_all": ((), LEAD),
    "review_decisions": ((), LEAD),
    "decision_workbook": ((), LEAD),
    "review_undo_all": ((0,), LEAD_IF_THERE),
    "review_undo": ((0,), LEAD_POSTS),
    "review_certificate": ((0,), LEAD_IF_THERE),
    "review_approve": ((0,), LEAD_POSTS),
    "review_return": ((0,), LEAD_POSTS),
    "review_correct": ((0,), LEAD_IF_THERE),
    # Who sees which certificate is tested in test_views_certificates.py.
    "certificate_detail": ((0,), NOT_THERE),
    "certificate_page_picture": ((0,), NOT_THERE),
    "certificate_trace": ((0,), NOT_THERE),
    "certificate_withdraw": ((0,), LEAD_IF_THERE),
    "certificate_move": ((0,), LEAD_IF_THERE),
    "unit_list": ((), EDITORS),
    "unit_settings": (("HEMT",), EDITORS),
    "unit_create": ((), ADMINISTRATOR),
    "unit_edit": (("HEMT",), ADMINISTRATOR),
    "unit_close": (("HEMT",), ADMINISTRATOR),
    # The unit is open: there is nothing to open again.
    "unit_reopen": (("HEMT",), ADMINISTRATOR_IF_THERE),
    "unit_move": (("HEMT",), ADMINISTRATOR),
    "unit_merge": (("HEMT",), ADMINISTRATOR),
    "unit_split": (("HEMT",), ADMINISTRATOR),
    "unit_manager_create": (("HEMT",), ADMINISTRATOR),
    "unit_manager_end": ((0,), ADMINISTRATOR_IF_THERE),
    "cover_create": (("HEMT",), UNIT_WORK),
    "cover_end": ((0,), NOT_THERE),
    "department_list": ((), EDITORS),
    "department_settings": ((0,), EDITORS_IF_THERE),
    "department_trace": (("Äldreomsorg",), EDITORS),
    "department_workbook": ((), EDITORS),
    "department_create": ((), ADMINISTRATOR),
    "department_edit": ((0,), ADMINISTRATOR_IF_THERE),
    "department_head_create": ((0,), ADMINISTRATOR_IF_THERE),
    "department_head_end": ((0,), ADMINISTRATOR_IF_THERE),
    "provider_list": ((), EDITORS),
    "provider_workbook": ((), EDITORS),
    "provider_create": ((), ADMINISTRATOR),
    "provider_edit": ((0,), ADMINISTRATOR_IF_THERE),
    "course_list": ((), EDITORS),
    "course_workbook": ((), EDITORS),
    "course_create": ((), ADMINISTRATOR),
    "payment_overview": ((), EDITORS),
    "batch_workbook": ((), EDITORS),
    "payment_create": (("plan",), EDITORS_IF_THERE),
    "due_workbook": (("plan",), EDITORS_IF_THERE),
    "payment_detail": ((0,), EDITORS_IF_THERE),
    "payment_workbook": ((0,), EDITORS_IF_THERE),
    "budget_edit": ((0,), EDITORS_IF_THERE),
    "unit_payments": (("HEMT",), UNIT_WORK),
    "unit_payment_workbook": (("HEMT",), UNIT_WORK),
    "course_edit": ((0,), ADMINISTRATOR_IF_THERE),
    "user_list": ((), EDITORS),
    "user_create": ((), ADMINISTRATOR),
    "user_edit": ((0,), ADMINISTRATOR_IF_THERE),
    "user_invite": ((0,), ADMINISTRATOR_IF_THERE),
    "user_second_factor": ((0,), ADMINISTRATOR_IF_THERE),
    "report_list": ((), READERS),
    "report_workbook": ((), READERS),
    "report_create": ((), LEAD),
    "report_detail": ((0,), READERS_IF_THERE),
    "report_refresh": ((0,), LEAD_POSTS),
    "report_say": ((0,), LEAD_POSTS),
    "report_section_edit": ((0, "summary"), LEAD_IF_THERE),
    "report_preview": ((0,), READERS_IF_THERE),
    "report_issue": ((0,), LEAD_IF_THERE),
    "report_trace": ((0,), EDITORS_IF_THERE),
    "report_pdf": ((0,), READERS_IF_THERE),
}


def url(inhabited: Inhabited, name: str) -> str:
    """The address; a unit's code, a person's name and an activity's number stand for their keys."""
    world = inhabited.world
    keys = {code: row.pk for code, row in (world.units | world.people).items()}
    keys |= {"1.2": world.web_course.pk, "the plan": world.plan.pk}
    keys |= {department.name: department.pk for department in Department.objects.all()}
    return reverse(name, args=[keys.get(str(part), part) for part in TABLE[name][0]])


def our_url_names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    """Every name outside the sign-in library and the admin."""
    for pattern in patterns:
        if str(pattern.pattern) in ("accounts/", "admin/"):
            continue
        if isinstance(pattern, URLResolver):
            yield from our_url_names(pattern.url_patterns)
        else:
            yield pattern.name or f"unnamed: {pattern.pattern}"


def test_every_url_is_in_the_table() -> None:
    assert set(our_url_names(get_resolver().url_patterns)) == set(TABLE)


def as_cases() -> Iterator[object]:
    """Each URL name; where nobody is let in, no database is asked for what stands on a page."""
    for name, (_, statuses) in TABLE.items():
        yield pytest.param(name, marks=() if 200 in statuses else pytest.mark.once)


@pytest.mark.parametrize("name", [*as_cases()])
def test_roles_meet_their_status(inhabited: Inhabited, name: str) -> None:
    address = url(inhabited, name)

    met = {role: inhabited.clients[role].get(address).status_code for role in ROLES}

    assert met == dict(zip(ROLES, TABLE[name][1], strict=True))


def test_whoever_is_not_signed_in_is_led_to_the_sign_in_page(inhabited: Inhabited) -> None:
    address = url(inhabited, "unit_detail")

    response = inhabited.clients["anonymous"].get(address)

    assert response["Location"] == f"/accounts/login/?next={address}"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/accounts/login/", 200),
        ("/accounts/signup/", 200),
        ("/accounts/inactive/", 200),
        ("/accounts/password/reset/", 200),
        ("/accounts/password/reset/done/", 200),
        ("/accounts/password/change/", 302),
        ("/accounts/email/", 404),
        ("/accounts/confirm-email/", 404),
        ("/accounts/reauthenticate/", 302),
        ("/accounts/second-factor/", 302),
        ("/accounts/second-factor/code/", 302),
        ("/accounts/second-factor/set-up/", 302),
        ("/accounts/second-factor/take-away/", 302),
        ("/accounts/second-factor/recovery-codes/", 302),
        ("/accounts/second-factor/recovery-codes/new/", 302),
        ("/accounts/second-factor/recovery-codes/download/", 302),
        ("/accounts/2fa/", 404),
        ("/accounts/login/code/confirm/", 404),
        ("/admin/", 302),
    ],
)
def test_sign_in_library_shows_only_what_we_use(
    inhabited: Inhabited, address: str, status: int
) -> None:
    assert inhabited.clients["anonymous"].get(address).status_code == status


@pytest.mark.parametrize("role", [role for role in ROLES if role != "superuser"])
def test_admin_is_for_superusers_only(inhabited: Inhabited, role: str) -> None:
    assert inhabited.clients[role].get("/admin/").status_code == 302


def test_charlie_sees_nothing(inhabited: Inhabited) -> None:
    addresses = [url(inhabited, name) for name in TABLE if name != "health"]

    pages = [inhabited.clients["charlie"].get(address).content.decode() for address in addresses]

    secrets = [unit.name for unit in inhabited.world.units.values()]
    secrets += [person.full_name for person in inhabited.world.people.values()]
    assert [secret for secret in secrets for page in pages if secret in page] == []


def test_provider_never_sees_another_provider(inhabited: Inhabited) -> None:
    rival = make.make_unit("RIV", name="Rivalens boende", provider="Rivalen AB")
    make.make_staff_member("Rut Rival", unit=rival)

    page = inhabited.get("provider_manager", f"/overview/{ON_DAY}")

    assert "Omsorgsbolaget" in page
    assert "Rivalen" not in page
    assert inhabited.clients["provider_manager"].get(f"/units/{rival.pk}/").status_code == 404


def test_losing_a_role_takes_effect_on_the_next_request(inhabited: Inhabited) -> None:
    client, address = inhabited.clients["unit_manager"], url(inhabited, "unit_detail")
    assert client.get(address).status_code == 200

    UnitManager.objects.filter(user=inhabited.users["unit_manager"]).delete()

    assert client.get(address).status_code == 404


def test_roles_add_up(inhabited: Inhabited) -> None:
    user = inhabited.users["steering_group"]
    make.make_unit_manager(user, inhabited.world.units["OMS"], is_deputy=True)

    client = signed_in(user)

    assert client.get(f"/units/{inhabited.world.units['OMS'].pk}/").status_code == 200
    assert client.get("/reports/").status_code == 200
