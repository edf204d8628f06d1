"""Static files have addresses before and after they are collected."""

import pytest
from django.core.management import call_command
from django.test import override_settings

from vrplan.static import StaticFiles

STORAGES = {"staticfiles": {"BACKEND": "vrplan.static.StaticFiles"}}


def test_plain_name_until_collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path

    assert StaticFiles().stored_name("css/tokens.css") == "css/tokens.css"


def test_name_with_its_content_in_it_when_collected(settings, tmp_path):
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.css").write_text("p { color: teal }")
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "collected"

    with override_settings(STORAGES=STORAGES):
        call_command("collectstatic", "--noinput", verbosity=0)

    assert StaticFiles().stored_name("a.css").startswith("a.")
    with pytest.raises(ValueError, match="Missing"):
        StaticFiles().stored_name("b.css")
