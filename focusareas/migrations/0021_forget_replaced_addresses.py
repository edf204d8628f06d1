"""Take away addresses that logins had before: the sign-in library let them open the account."""

from typing import Any

from django.db import migrations
from django.db.models import F


def forget(apps: Any, schema_editor: Any) -> None:
    addresses = apps.get_model("account", "EmailAddress").objects
    addresses.exclude(email__iexact=F("user__email")).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("account", "0001_initial"),
        ("focusareas", "0020_limit_free_texts"),
    ]
    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
