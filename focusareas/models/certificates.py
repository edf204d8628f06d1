"""Certificates as they came in, and what was decided about them on which day."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from focusareas.models.access import User
from focusareas.models.organisation import Unit
from focusareas.models.people import Employment, StaffMember
from focusareas.models.plan import Course
from focusareas.models.trainings import Training
from focusareas.names import fold


class CertificateFileQuerySet(models.QuerySet["CertificateFile"]):
    """Files by what is known of them."""

    def unscanned(self) -> Self:
        """Those that no virus scanner has said anything of."""
        return self.filter(scanned_on__isnull=True)

    def infected(self) -> Self:
        """Those in which a virus was found; they are kept apart."""
        return self.exclude(infection="")


class CertificateFile(models.Model):
    """A file that was handed in, stored once however often it comes in."""

    sha256 = models.CharField("kontrollsumma", max_length=64, unique=True)
    path = models.CharField("plats", max_length=100, unique=True)
    original_name = models.CharField("filnamn", max_length=255)
    content_type = models.CharField("typ", max_length=50)
    size = models.PositiveIntegerField("storlek, byte")
    stored_at = models.DateTimeField("sparad", auto_now_add=True)
    scanned_on = models.DateField("virusgranskad", null=True, blank=True)
    infection = models.CharField("virusfynd", max_length=200, blank=True)

    objects = CertificateFileQuerySet.as_manager()

    class Meta:
        verbose_name = "intygsfil"
        verbose_name_plural = "intygsfiler"
        constraints = [
            models.CheckConstraint(
                name="certificate_file_infected_is_scanned",
                condition=Q(infection="") | Q(scanned_on__isnull=False),
                violation_error_message="Ett virusfynd behöver dagen då filen granskades.",
            )
        ]

    def __str__(self) -> str:
        return self.original_name


class CertificateQuerySet(models.QuerySet["Certificate"]):
    """Certificates by what held about them on a day, and by who asks."""

    def visible_to(self, user: User, *, on: date) -> Self:
        """Those handed in by a unit the user may see that day, or of a person who works there."""
        if user.sees_everything:
            return self
        units = Unit.objects.visible_to(user, on=on)
        people = Employment.objects.on(on).filter(unit__in=units).values("staff_member")
        return self.filter(Q(unit__in=units) | Q(staff_member__in=people))

    def questions(self) -> Self:
        """Those that wait for somebody to say whose they are."""
        return self.live().filter(staff_member__isnull=True)

    def in_turn(self) -> Self:
        """In the order to answer them: the latest submission first, from its beginning.

        Those that may yet be read without a person come last.
        """
        latest_first = F("submitted__submission").desc(nulls_last=True)
        return self.order_by("awaits_reading", latest_first, "pk")

    def awaiting_reading(self) -> Self:
        """Those whose pictures a worker has not read yet, answered by hand or not."""
        return self.live().filter(awaits_reading=True)

    def live(self) -> Self:
        """Approved or waiting now: those that stop a second one from coming in."""
        return self.filter(
            returned_on__isnull=True, withdrawn_on__isnull=True, renewable_from__isnull=True
        )

    def completed_since(self, day: date | None) -> Self:
        """Those of a course completed on the day or later, or nobody knows when; none asks all."""
        if day is None:
            return self
        return self.filter(Q(completed_on__isnull=True) | Q(completed_on__gte=day))

    def approved_on_or_before(self, day: date) -> Self:
        """Approved by the day and not withdrawn by then."""
        return self.filter(approved_on__lte=day).filter(
            Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day)
        )

    def waiting_on(self, day: date) -> Self:
        """Received by the day and neither approved, returned nor withdrawn by then."""
        return self.filter(
            Q(approved_on__isnull=True) | Q(approved_on__gt=day),
            Q(returned_on__isnull=True) | Q(returned_on__gt=day),
            Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day),
            received_on__lte=day,
        )

    def came_after(self, day: date) -> Self:
        """Of a course completed by the day, received later and neither returned nor withdrawn."""
        held = self.filter(returned_on__isnull=True, withdrawn_on__isnull=True)
        return held.filter(completed_on__lte=day, received_on__gt=day)


class ApprovalRound(models.Model):
    """Certificates that a lead approved in one go, so that they can be taken back together."""

    made_at = models.DateTimeField("när")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="godkänt av")
    undone_at = models.DateTimeField("ångrat", null=True, blank=True)

    class Meta:
        verbose_name = "godkännande av flera"
        verbose_name_plural = "godkännanden av flera"
        constraints = [
            models.CheckConstraint(
                name="approval_round_undone_after_made",
                condition=Q(undone_at__isnull=True) | Q(undone_at__gte=F("made_at")),
                violation_error_message="Ett godkännande kan inte ångras innan det är gjort.",
            )
        ]

    def __str__(self) -> str:
        return f"godkännande {self.pk} av flera intyg"


class Certificate(models.Model):
    """A person's certificate of a course; days tell how far it has come.

    It comes from a file, or instead of that from having attended a training day.

    Without a staff member it is a question to the one who handed it in: `question` says which.
    """

    staff_member = models.ForeignKey(
        StaffMember,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="certificates",
        verbose_name="medarbetare",
    )
    course = models.ForeignKey(
        Course, models.PROTECT, related_name="certificates", verbose_name="kurs"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="certificates", verbose_name="inlämnat av enheten"
    )
    file = models.ForeignKey(
        CertificateFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="certificates",
        verbose_name="fil",
    )
    training = models.ForeignKey(
        Training,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="certificates",
        verbose_name="utbildningsdag",
    )
    page = models.PositiveSmallIntegerField("sida", default=1)
    name_read = models.CharField("namn på intyget", max_length=200, blank=True)
    question = models.CharField("fråga", max_length=300, blank=True)
    awaits_reading = models.BooleanField("bilden ska läsas", default=False)
    completed_on = models.DateField("genomförd", null=True, blank=True)
    received_on = models.DateField("inkommet")
    approved_on = models.DateField("godkänt", null=True, blank=True)
    returned_on = models.DateField("återsänt", null=True, blank=True)
    withdrawn_on = models.DateField("återkallat", null=True, blank=True)
    # Too old for the plan of that day: it counts where it counted, and a newer one may come in.
    renewable_from = models.DateField("får förnyas från", null=True, blank=True)
    reason = models.CharField("skäl", max_length=300, blank=True)
    handed_in_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="inlämnat av"
    )
    reviewed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="granskat av"
    )
    # The moment of the decision counts nothing; it tells who was first and what can be undone.
    decided_at = models.DateTimeField("beslutat", null=True, blank=True)
    approval_round = models.ForeignKey(
        ApprovalRound,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="certificates",
        verbose_name="godkänt tillsammans med andra",
    )

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = "intyg"
        verbose_name_plural = "intyg"
        constraints = [
            models.UniqueConstraint(
                "staff_member",
                "course",
                name="certificate_one_live_per_person_course",
                condition=Q(
                    staff_member__isnull=False,
                    returned_on__isnull=True,
                    withdrawn_on__isnull=True,
                    renewable_from__isnull=True,
                ),
                violation_error_message="Personen har redan ett intyg för kursen.",
            ),
            models.UniqueConstraint(
                "file",
                "page",
                name="certificate_one_live_per_file_page",
                condition=Q(
                    file__isnull=False, returned_on__isnull=True, withdrawn_on__isnull=True
                ),
                violation_error_message="Intyget är redan inlämnat.",
            ),
            models.CheckConstraint(
                name="certificate_file_or_training",
                condition=Q(file__isnull=True) | Q(training__isnull=True),
                violation_error_message="Närvaro på en utbildningsdag har ingen fil.",
            ),
            models.CheckConstraint(
                name="certificate_approved_is_complete",
                condition=Q(approved_on__isnull=True)
                | Q(
                    staff_member__isnull=False,
                    completed_on__isnull=False,
                    completed_on__lte=F("received_on"),
                    approved_on__gte=F("received_on"),
                ),
                violation_error_message=(
                    "Ett godkänt intyg behöver en person och en dag då kursen var klar, "
                    "och dagarna ska komma i ordning: klar, inkommet, godkänt."
                ),
            ),
            models.CheckConstraint(
                name="certificate_returned_instead_of_approved",
                condition=Q(returned_on__isnull=True)
                | (Q(approved_on__isnull=True, returned_on__gte=F("received_on")) & ~Q(reason="")),
                violation_error_message=(
                    "Ett intyg kan återsändas om det inte är godkänt, med skäl och tidigast "
                    "dagen då det kom in."
                ),
            ),
            models.CheckConstraint(
                name="certificate_withdrawn_after_approved",
                condition=Q(withdrawn_on__isnull=True)
                | (
                    Q(approved_on__isnull=False, withdrawn_on__gte=F("approved_on")) & ~Q(reason="")
                ),
                violation_error_message=(
                    "Bara ett godkänt intyg kan återkallas, med skäl och tidigast dagen "
                    "då det godkändes."
                ),
            ),
            models.CheckConstraint(
                name="certificate_decided_at_with_decision",
                condition=Q(decided_at__isnull=True)
                | Q(approved_on__isnull=False)
                | Q(returned_on__isnull=False),
                violation_error_message="Ett klockslag för beslutet hör till ett beslut.",
            ),
            models.CheckConstraint(
                name="certificate_in_round_is_approved",
                condition=Q(approval_round__isnull=True)
                | Q(approved_on__isnull=False, decided_at__isnull=False),
                violation_error_message="Bara ett godkänt intyg är godkänt tillsammans med andra.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["course", "staff_member", "approved_on"], name="certificate_by_course"
            ),
            models.Index(
                fields=["received_on"],
                name="certificate_waiting",
                condition=Q(
                    approved_on__isnull=True, returned_on__isnull=True, withdrawn_on__isnull=True
                ),
            ),
            models.Index(
                fields=["decided_at"],
                name="certificate_decided",
                condition=Q(decided_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.course}: {self.staff_member or 'okänd person'}"

    @property
    def is_waiting(self) -> bool:
        """Whether nothing has been decided about it yet."""
        return not (self.approved_on or self.returned_on or self.withdrawn_on)

    @property
    def is_question(self) -> bool:
        """Whether it waits for somebody to say whose it is."""
        return self.is_waiting and self.staff_member_id is None

    @property
    def is_approved(self) -> bool:
        """Whether it is approved and has not been withdrawn."""
        return self.approved_on is not None and self.withdrawn_on is None

    @property
    def names_another(self) -> bool:
        """Whether the name that was read is not that of the person it was put on."""
        person = self.staff_member
        if person is None or not self.name_read:
            return False
        given, family = person.given_name, person.family_name
        return fold(self.name_read) not in {fold(given + family), fold(family + given)}
