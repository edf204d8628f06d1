"""Run by itself, in the environment of a server under test: fills its database, or reports on it.

`python -m tests.live_world make` prints what a manager needs to hand in; `report` prints the
number of live certificates for the SHA-256 of each file and for each person, and of pictures that
are yet to be read.
"""

import json
import sys

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db.models import Count, Q

from focusareas.models import Certificate, CertificateFile, StaffMember, User
from tests import factories as make

N_UNITS = 4


def make_world() -> dict:
    """Units whose managers are signed in; Kim Berg and Siv Lind work at all of them."""
    call_command("migrate", verbosity=0)
    course = make.make_course()
    make.make_activity("1.2", courses=(course,))
    people = [make.make_staff_member(name) for name in ("Kim Berg", "Siv Lind")]
    units = {}
    for number in range(N_UNITS):
        unit, user = make.make_unit(f"E{number}"), make.make_user()
        for person in people:
            make.make_employment(person, unit)
        make.make_unit_manager(user, unit)
        units[unit.pk] = session_of(user)
    return {"course": course.pk, "units": units}


def session_of(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "vrplan.accounts.SignInBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return session.session_key


def report() -> dict:
    live = Q(certificates__returned_on=None, certificates__withdrawn_on=None)
    files = CertificateFile.objects.annotate(n=Count("certificates", filter=live))
    people = StaffMember.objects.annotate(n=Count("certificates", filter=live))
    return {
        "files": dict(files.values_list("sha256", "n")),
        "people": dict(people.values_list("given_name", "n")),
        "awaited": Certificate.objects.awaiting_reading().count(),
    }


print(json.dumps({"make": make_world, "report": report}[sys.argv[1]]()))  # noqa: T201
