"""The files as they came in, for those who may see the unit's certificates."""

from pathlib import PurePath

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from focusareas import clock, uploads
from focusareas.access import may_act_for, signed_in_user
from focusareas.certificate_sight import may_open_file
from focusareas.models import Certificate, CertificateFile
from focusareas.naming import Names

ENDINGS = {
    uploads.PDF: (".pdf",),
    uploads.JPEG: (".jpg", ".jpeg"),
    uploads.PNG: (".png",),
    uploads.HEIC: (".heic", ".heif"),
}
# Whatever a browser makes of the file, nothing in it may run or reach anything.
POLICY = "sandbox; default-src 'none'"


def certificate_file(request: HttpRequest, pk: int) -> FileResponse | HttpResponse:
    user, today = signed_in_user(request), clock.today()
    visible = Certificate.objects.visible_to(user, on=today).select_related("file")
    certificate = get_object_or_404(visible, pk=pk)
    file = certificate.file
    # A scan may hold people of other units too, so others have the picture of the one page.
    if file is None or not may_act_for(user, certificate.unit_id, on=today):
        raise Http404
    if not may_open_file(certificate, Names(user, on=today)):
        raise Http404
    if file.infection:
        context = {"certificate": certificate}
        return render(request, "focusareas/certificate_file_gone.html", context, status=410)
    return as_attachment(file, download_name(file))


def as_attachment(file: CertificateFile, name: str) -> FileResponse:
    """The bytes to save, never to be shown as a page of ours; 404 when they are gone."""
    try:
        content = uploads.location(file.path).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(
        content, as_attachment=True, filename=name, content_type=file.content_type
    )
    response["Content-Security-Policy"] = POLICY
    return response


def download_name(file: CertificateFile) -> str:
    """The file's own name, with an ending that tells what it is, whatever it was called."""
    endings = ENDINGS.get(file.content_type, ("",))
    name = file.original_name
    return name if PurePath(name.lower()).suffix in endings else f"{name}{endings[0]}"
