"""Who can sign in and what as: logins found or made by address, their roles, and their person."""

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models.functions import Lower

from focusareas.change_words import changed_words, values_of
from focusareas.fields import field_of
from focusareas.models import StaffMember, User
from focusareas.models.audit import Details, record
from focusareas.names import fold, plain
from focusareas.refusal import RefusedError

ROLES = ("is_development_lead", "is_administrator", "is_in_steering_group")
USER_FIELDS = (
    "email",
    "first_name",
    "last_name",
    "staff_member_id",
    "is_active",
    *ROLES,
)


def user_with(address: str, *, by: User) -> User:
    """The login with this address; a new one has no password and waits to be invited."""
    known = User.objects.filter(email__iexact=address).first()
    if known:
        return known
    found = people_by_address([address])[address.lower()]
    user = User(email=address.lower(), staff_member=owner_among(found))
    add_user(user, by=by)
    return user


@transaction.atomic
def add_user(user: User, *, by: User) -> None:
    """Save a new login without a password."""
    user.email = user.email.lower()
    user.set_unusable_password()
    user.save()
    record(by=by, text=["Lade till inloggningen ", user, "."], about=user)


@transaction.atomic
def change_user(user: User, *, by: User) -> None:
    """Save a login's name, person and roles; nobody takes away what lets oneself put it right."""
    if user.pk == by.pk and not (user.is_administrator and user.is_active):
        raise RefusedError(
            "Du kan inte ta bort din egen administratörsroll. Be en annan administratör.",
            field="is_administrator" if user.is_active else "is_active",
        )
    before = values_of(user, USER_FIELDS)
    user.email = user.email.lower()
    user.save()
    # The sign-in library remembers addresses: one that is replaced must open nothing.
    EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()
    if not _administrators_remain():
        raise RefusedError(
            "Det måste finnas minst en aktiv administratör.", field="is_administrator"
        )
    if words := changed_words(user, before):
        told = Details(user, words)
        record(by=by, text=["Ändrade inloggningen ", user, ": ", told, "."], about=user)


def _administrators_remain() -> bool:
    """Whether somebody can still let others in; two who let each other go wait in line."""
    rows = User.objects.select_for_update().filter(is_administrator=True, is_active=True)
    return bool(rows.order_by("pk"))


def people_by_address(addresses: Iterable[str]) -> dict[str, list[StaffMember]]:
    """The staff who have each address, in one query; an address that nobody has gives none."""
    wanted = {address.lower() for address in addresses}
    found: dict[str, list[StaffMember]] = {address: [] for address in wanted}
    staff = StaffMember.objects.annotate(address=Lower("email")).filter(address__in=wanted)
    for person in staff.select_related("user"):
        found.setdefault(person.email.lower(), []).append(person)
    return found


def owner_among(people: list[StaffMember]) -> StaffMember | None:
    """Whose a login with their address is: nobody's when several share it or it is taken."""
    if len(people) != 1 or hasattr(people[0], "user"):
        return None
    return people[0]


def roles_of(user: User) -> list[str]:
    """The memberships in words; duties at units and departments are not among them."""
    return [str(field_of(User, name).verbose_name) for name in ROLES if getattr(user, name)]


def state_of(user: User) -> str:
    """Whether the user can sign in, in words."""
    if not user.is_active:
        return "avstängd"
    if not user.has_usable_password():
        return "att bjuda in"
    has_code = user.has_second_factor  # type: ignore[attr-defined]  # annotated
    return "kan logga in i två steg" if has_code else "kan logga in"


def matching(users: Iterable[User], text: str) -> list[User]:
    """Those whose name or address holds each word of the text, whatever the diacritics."""
    words = [fold(word) for word in plain(text).split()]
    keys = ((user, fold(f"{user.first_name} {user.last_name} {user.email}")) for user in users)
    return [user for user, key in keys if all(word in key for word in words)]
