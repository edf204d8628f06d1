"""The files as they came in, for those who may see the unit's certificates."""

from pathlib import PurePath

from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404

from focusareas import clock, uploads
from focusareas.access import may_act_for, signed_in_user
from focusareas.models import Certificate, CertificateFile

ENDINGS = {
    uploads.PDF: (".pdf",),
    uploads.JPEG: (".jpg", ".jpeg"),
    uploads.PNG: (".png",),
}
# Whatever a browser makes of the file, nothing in it may run or reach anything.
POLICY = "sandbox; default-src 'none'"


def certificate_file(request: HttpRequest, pk: int) -> FileResponse:
    user, today = signed_in_user(request), clock.today()
    visible = Certificate.objects.visible_to(user, on=today).select_related("file")
    certificate = get_object_or_404(visible, pk=pk)
    file = certificate.file
    if file is None or not (
        may_act_for(user, certificate.unit_id, on=today) or names_only_the_open(file)
    ):
        raise Http404
    try:
        content = uploads.location(file.path).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(
        content,
        as_attachment=True,
        filename=download_name(file),
        content_type=file.content_type,
    )
    response["Content-Security-Policy"] = POLICY
    return response


def names_only_the_open(file: CertificateFile) -> bool:
    """Whether everybody in the file is known, and nobody's identity protected."""
    hidden = Q(staff_member__isnull=True) | Q(staff_member__is_protected=True)
    return not file.certificates.filter(hidden).exists()


def download_name(file: CertificateFile) -> str:
    """The file's own name, with an ending that tells what it is, whatever it was called."""
    endings = ENDINGS.get(file.content_type, ("",))
    name = file.original_name
    return name if PurePath(name.lower()).suffix in endings else f"{name}{endings[0]}"
