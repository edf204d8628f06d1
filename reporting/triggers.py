"""The database's own refusal to change or delete an issued report, whoever asks."""

MESSAGE = "an issued report cannot be changed or deleted"

CREATE = {
    "sqlite": [
        f"CREATE TRIGGER issued_report_{verb.lower()} BEFORE {verb} ON reporting_report "
        "WHEN OLD.issued_at IS NOT NULL "
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        "CREATE FUNCTION refuse_issued_report() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$",
        "CREATE TRIGGER issued_report BEFORE UPDATE OR DELETE ON reporting_report "
        "FOR EACH ROW WHEN (OLD.issued_at IS NOT NULL) EXECUTE FUNCTION refuse_issued_report()",
    ],
}
DROP = {
    "sqlite": [
        "DROP TRIGGER IF EXISTS issued_report_update",
        "DROP TRIGGER IF EXISTS issued_report_delete",
    ],
    "postgresql": [
        "DROP TRIGGER IF EXISTS issued_report ON reporting_report",
        "DROP FUNCTION IF EXISTS refuse_issued_report()",
    ],
}
