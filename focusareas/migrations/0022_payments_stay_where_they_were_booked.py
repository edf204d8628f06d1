"""A payment keeps the form and the provider of its unit; those made already get what holds now."""

from typing import Any

from django.db import migrations, models
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce


def book(apps: Any, schema_editor: Any) -> None:
    unit = apps.get_model("focusareas", "Unit").objects.filter(pk=OuterRef("unit"))
    provider = Subquery(unit.values("provider__name"))
    apps.get_model("focusareas", "Payment").objects.update(
        is_contracted=Exists(unit.filter(operation="contracted")),
        provider=Coalesce(provider, models.Value("")),
    )


class Migration(migrations.Migration):
    dependencies = [("focusareas", "0021_forget_replaced_addresses")]
    operations = [
        migrations.AddField(
            model_name="payment",
            name="is_contracted",
            field=models.BooleanField(default=False, verbose_name="hos privat utförare"),
        ),
        migrations.AddField(
            model_name="payment",
            name="provider",
            field=models.CharField(blank=True, max_length=200, verbose_name="privat utförare"),
        ),
        migrations.RunPython(book, migrations.RunPython.noop),
    ]
