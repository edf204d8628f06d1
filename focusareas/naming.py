"""What people are called to somebody who reads: by name, or "Skyddad"; the rule is in `access`."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from focusareas.access import hidden_from, named_to
from focusareas.models import StaffMember, User
from focusareas.models.people import HIDDEN
from focusareas.names import fold

OUTSIDE = "Någon utanför enheten"
SHORTEST_NAME = 3


class Names:
    """What one reader may call people that day: one query, and none before somebody is hidden."""

    def __init__(self, reader: User, *, on: date) -> None:
        self.reader, self.on = reader, on
        self._called: dict[int, str] = {}

    def kept_back(self) -> QuerySet[StaffMember]:
        """The people whose names are kept from the reader."""
        return hidden_from(self.reader, on=self.on)

    @cached_property
    def hidden(self) -> dict[int, StaffMember]:
        """Those whose names are kept from the reader, by key."""
        return {person.pk: person for person in self._spelt}

    @cached_property
    def _spelt(self) -> list[StaffMember]:
        """The same, a row for each other spelling of their names that is known as well."""
        if self.reader.sees_everything:
            return []
        found = self.kept_back()
        return list(found.annotate(spelling=F("spellings__spelling")))

    def knows(self, person: StaffMember) -> bool:
        """Whether the reader may see the name, wherever it stands."""
        return not person.is_protected or person.pk not in self.hidden

    def of(self, person: StaffMember) -> str:
        """The person's name, if the reader may see it."""
        return person.full_name if self.knows(person) else HIDDEN

    def of_user(self, user: User) -> str:
        """The name somebody signs in with; read users with their `staff_member`."""
        person = user.staff_member
        if person is None:
            return self.without_hidden(user.full_name)
        return user.full_name if self.knows(person) else HIDDEN

    def is_hidden(self, person: str) -> Exists:
        """The same asked within a query: whether the person of the row is hidden."""
        return Exists(self.kept_back().filter(pk=OuterRef(person)))

    def is_hidden_login(self, user: str) -> Exists:
        """Whether the login of the row is a hidden person's, by its link or by its address."""
        owner = Q(user=OuterRef(user)) | Q(email__iexact=OuterRef(f"{user}__email"))
        return Exists(self.kept_back().filter(owner))

    def in_scope(self, keys: Iterable[int | None]) -> dict[int, str]:
        """People by key, as they are called on what the reader did not choose them for.

        A name from outside the reader's scope is nobody's, protected or not: one query for those
        who have not been asked about before.
        """
        wanted = {key for key in keys if key}
        if unknown := wanted - self._called.keys():
            self._called |= self._asked_in_scope(unknown)
        return {key: self._called[key] for key in wanted & self._called.keys()}

    def _asked_in_scope(self, wanted: set[int]) -> dict[int, str]:
        named = named_to(self.reader, on=self.on).filter(pk=OuterRef("pk"))
        found = StaffMember.objects.filter(pk__in=wanted).annotate(is_named=Exists(named))
        rows = found.values_list("pk", "given_name", "family_name", "is_protected", "is_named")
        return {
            pk: f"{given} {family}".strip() if is_named else HIDDEN if is_protected else OUTSIDE
            for pk, given, family, is_protected, is_named in rows
        }

    def without_hidden(self, text: str, *, typed: bool = False) -> str:
        """The text without whole names and addresses that the reader may not see.

        What somebody `typed` may hold half a name too; in our own words that could be a place.
        """
        pattern = self._in_typed if typed else self._whole
        return pattern.sub(HIDDEN, text) if pattern else text

    def of_file(self, name: str) -> str:
        """What a file is called, unless that tells whom it is about."""
        written = fold(name)
        people = self.hidden.values()
        tells = any(
            fold(person.given_name) in written and fold(person.family_name) in written
            for person in people
        )
        return HIDDEN if tells else name

    @cached_property
    def _whole(self) -> re.Pattern[str] | None:
        return _any_of({word for person in self._spelt for word in _whole_names(person)})

    @cached_property
    def _in_typed(self) -> re.Pattern[str] | None:
        words = {word for row in self._spelt for word in _whole_names(row) | _half_names(row)}
        return _any_of(words)


def _any_of(words: set[str]) -> re.Pattern[str] | None:
    """The words as they are written; whole names and addresses in whatever case."""
    if not words:
        return None
    # The longest come first: a double name must not leave half of itself behind.
    found = sorted(words, key=lambda word: (-len(word), word))
    spelt = (
        f"(?i:{re.escape(word)})" if re.search(r"[\s@]", word) else re.escape(word)
        for word in found
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)")


def _whole_names(person: StaffMember) -> set[str]:
    given, family = person.given_name, person.family_name
    both = {f"{given} {family}", f"{family} {given}", f"{family}, {given}"} if given else {family}
    return {word for word in both | {person.email, _spelling(person)} if word}


def _half_names(person: StaffMember) -> set[str]:
    written = f"{person.given_name} {person.family_name} {_spelling(person)}"
    halves = {person.given_name, person.family_name, *re.split(r"[\s-]+", written)}
    return {word for word in halves if len(word) >= SHORTEST_NAME}


def _spelling(person: StaffMember) -> str:
    return getattr(person, "spelling", None) or ""
