"""The system as it is set up by the environment: each case in a process of its own."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SECURE = (
    "SECURE_SSL_REDIRECT",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
)
PRINT_SETTINGS = """
import json
from vrplan import settings
values = {name: value for name, value in vars(settings).items() if name.isupper()}
print(json.dumps(values, default=str))
"""


def settings_with(data_dir: Path, **variables: str) -> dict[str, Any]:
    """The settings of a new process that is given these variables and no other of ours."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("VRPLAN_")}
    inherited.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-c", PRINT_SETTINGS],
        cwd=ROOT,
        env=inherited | {"VRPLAN_DATA_DIR": str(data_dir)} | variables,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_without_any_setting_the_system_serves_this_computer_only(tmp_path: Path) -> None:
    settings = settings_with(tmp_path / "data")

    assert settings["DEBUG"] is False
    assert set(settings["ALLOWED_HOSTS"]) == {"127.0.0.1", "localhost", "[::1]"}
    assert not any(settings[name] for name in SECURE)
    assert settings["SECOND_FACTOR"] == "none"
    assert settings["DATABASES"]["default"]["NAME"] == str(tmp_path / "data" / "vrplan.sqlite3")


@pytest.mark.parametrize(
    ("query", "options"),
    [("", "-c jit=off"), ("?options=-c%20lock_timeout%3D5s", "-c jit=off -c lock_timeout=5s")],
)
def test_no_server_compiles_our_queries(tmp_path: Path, query: str, options: str) -> None:
    settings = settings_with(tmp_path, DATABASE_URL=f"postgres://vrplan@server/vrplan{query}")

    assert settings["DATABASES"]["default"]["OPTIONS"] == {"options": options}


def test_https_address_makes_cookies_secure_and_tells_browsers_to_stay(tmp_path: Path) -> None:
    settings = settings_with(tmp_path, VRPLAN_URL="https://vrplan.example.se/")

    assert all(settings[name] for name in SECURE)
    assert settings["SECURE_HSTS_SECONDS"] == 31536000
    assert settings["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert settings["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1
    assert settings["SECOND_FACTOR"] == "contracted"
    assert settings["ALLOWED_HOSTS"][0] == "vrplan.example.se"
    assert settings["CSRF_TRUSTED_ORIGINS"] == ["https://vrplan.example.se"]


def test_secret_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    first = settings_with(tmp_path)["SECRET_KEY"]
    second = settings_with(tmp_path)["SECRET_KEY"]

    assert first == second
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_given_secret_key_is_used_and_not_written(tmp_path: Path) -> None:
    settings = settings_with(tmp_path, VRPLAN_SECRET_KEY="given")

    assert settings["SECRET_KEY"] == "given"
    assert not (tmp_path / "secret_key").exists()


def test_database_url_chooses_postgresql(tmp_path: Path) -> None:
    url = "postgres://plan:hemligt@db.example.se:5433/vrplan"

    database = settings_with(tmp_path, DATABASE_URL=url)["DATABASES"]["default"]

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["PORT"]) == ("db.example.se", 5433)
    assert database["CONN_HEALTH_CHECKS"] is True


def test_email_url_chooses_the_mail_server(tmp_path: Path) -> None:
    settings = settings_with(tmp_path, VRPLAN_EMAIL_URL="smtp+tls://post.example.se:587")

    assert settings["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert (settings["EMAIL_HOST"], settings["EMAIL_PORT"]) == ("post.example.se", 587)
    assert settings["EMAIL_USE_TLS"] is True


def test_every_variable_is_documented() -> None:
    code = "".join(path.read_text() for path in (ROOT / "vrplan").glob("*.py"))
    variables = set(re.findall(r'env\.\w+\(\s*"(\w+)"', code))

    documented = set(re.findall(r"^\| `(\w+)`", (ROOT / "docs/settings.md").read_text(), re.M))

    assert variables >= {"VRPLAN_DATA_DIR", "DATABASE_URL"}
    assert variables == documented


@pytest.mark.parametrize("script", ["run", "test", "check"])
def test_scripts_are_sound_and_may_be_run(script: str) -> None:
    path = ROOT / "bin" / script

    assert os.access(path, os.X_OK)
    subprocess.run(["bash", "-n", path], check=True)


@pytest.mark.parametrize("port", ["0", "65536", "åtta", "-1", "80 80", ""])
def test_run_refuses_what_is_no_port(port: str) -> None:
    done = subprocess.run([ROOT / "bin" / "run", port], capture_output=True, text=True)

    assert done.returncode == 2
    assert "bin/run [PORT]" in done.stderr
