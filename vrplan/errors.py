"""Our own error pages, in Swedish, with the reader's menu where the database answers."""

import errno
import sys

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

from vrplan.context_processors import basics

SECONDS_UNTIL_RETRY = 30
DISK_IS_FULL = {errno.ENOSPC, errno.EDQUOT}


def error_page(name: str, *, status: int) -> HttpResponse:
    """The page without any context processor: those would ask for the user."""
    content = loader.get_template(f"{name}.html").render(basics() | {"messages": ()})
    return HttpResponse(content, status=status)


def page_with_menu(request: HttpRequest, name: str, *, status: int) -> HttpResponse:
    """The page as any other, so that one finds the way on; without a database the plain one."""
    try:
        content = loader.get_template(f"{name}.html").render({}, request)
    except Exception:
        return error_page(name, status=status)
    return HttpResponse(content, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return page_with_menu(request, "413", status=413)
    return page_with_menu(request, "400", status=400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page_with_menu(request, "403", status=403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page_with_menu(request, "404", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django calls this wherever an exception rose: view, middleware or session.

    That makes it the one place that can tell a database that is away, or a disk that is full,
    from a fault of ours.
    """
    error = sys.exc_info()[1]
    # A server that goes away in the middle of a query is told of with no more than the base class.
    if isinstance(error, OperationalError | InterfaceError) or type(error) is DatabaseError:
        return service_unavailable(request)
    if isinstance(error, OSError) and error.errno in DISK_IS_FULL:
        return error_page("507", status=507)
    return error_page("500", status=500)


def service_unavailable(request: HttpRequest) -> HttpResponse:
    response = error_page("503", status=503)
    response["Retry-After"] = str(SECONDS_UNTIL_RETRY)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return page_with_menu(request, "403_csrf", status=403)
