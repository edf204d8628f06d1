"""All models, by subject."""

from focusareas.models.access import DepartmentHead, UnitManager, User
from focusareas.models.audit import AuditEvent
from focusareas.models.certificates import ApprovalRound, Certificate, CertificateFile
from focusareas.models.identities import EarlierNumber, PeopleApart
from focusareas.models.imports import ImportBatch
from focusareas.models.indicators import Indicator, IndicatorValue
from focusareas.models.key_persons import KeyPerson
from focusareas.models.mail import DailyMail
from focusareas.models.meetings import Attendance, Meeting, MeetingLetter
from focusareas.models.organisation import (
    Department,
    FormerUnitName,
    Provider,
    Unit,
    UnitPlacement,
    UnitTag,
)
from focusareas.models.payments import Payment, PaymentBatch
from focusareas.models.people import Absence, Employment, StaffMember
from focusareas.models.plan import Activity, ActivityVersion, Course, Deadline, FocusArea, Plan
from focusareas.models.progress import Declaration, MilestoneUpdate, State, StatusNote
from focusareas.models.routines import RoutineConfirmation
from focusareas.models.share_links import ShareLink
from focusareas.models.spellings import NameSpelling
from focusareas.models.submissions import Submission, SubmittedCertificate
from focusareas.models.trainings import Training

__all__ = [
    "Absence",
    "Activity",
    "ActivityVersion",
    "ApprovalRound",
    "Attendance",
    "AuditEvent",
    "Certificate",
    "CertificateFile",
    "Course",
    "DailyMail",
    "Deadline",
    "Declaration",
    "Department",
    "DepartmentHead",
    "EarlierNumber",
    "Employment",
    "FocusArea",
    "FormerUnitName",
    "ImportBatch",
    "Indicator",
    "IndicatorValue",
    "KeyPerson",
    "Meeting",
    "MeetingLetter",
    "MilestoneUpdate",
    "NameSpelling",
    "Payment",
    "PaymentBatch",
    "PeopleApart",
    "Plan",
    "Provider",
    "RoutineConfirmation",
    "ShareLink",
    "StaffMember",
    "State",
    "StatusNote",
    "Submission",
    "SubmittedCertificate",
    "Training",
    "Unit",
    "UnitManager",
    "UnitPlacement",
    "UnitTag",
    "User",
]
