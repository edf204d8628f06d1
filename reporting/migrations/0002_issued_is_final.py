"""Let the database itself refuse to change or delete an issued report.

On SQLite a later migration that alters the table makes it anew, without its triggers: such a
migration ends with these two operations again.
"""

from django.db import migrations

from reporting.triggers import CREATE, DROP


def create(apps, schema_editor):
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("reporting", "0001_report")]
    operations = [migrations.RunPython(create, drop)]
