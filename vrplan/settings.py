"""Settings, all from the environment; docs/settings.md lists what can be set.

Nothing needs to be set: without any variable this is a working system on an
embedded database in `var/`, reachable on this computer only.
"""

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import bootstrap
import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from vrplan.database import database
from vrplan.secret import secret_key_in

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DATA_DIR = Path(env.str("VRPLAN_DATA_DIR", str(BASE_DIR / "var"))).absolute()
DATA_DIR.mkdir(parents=True, exist_ok=True)
CERTIFICATE_DIR = DATA_DIR / "certificates"
QUARANTINE_DIR = DATA_DIR / "quarantine"
# Not the computer's own temporary folder: what a killed process leaves there names people.
FILE_UPLOAD_TEMP_DIR = DATA_DIR / "incoming"
FILE_UPLOAD_TEMP_DIR.mkdir(mode=0o700, exist_ok=True)

SITE_URL = env.str("VRPLAN_URL", "http://127.0.0.1:8000").rstrip("/")
HTTPS = SITE_URL.startswith("https://")

DEBUG = env.bool("VRPLAN_DEBUG", False)
SECRET_KEY = env.str("VRPLAN_SECRET_KEY", "") or secret_key_in(DATA_DIR)
ALLOWED_HOSTS = [urlsplit(SITE_URL).hostname or "localhost", "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
ROOT_URLCONF = "vrplan.urls"
WSGI_APPLICATION = "vrplan.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "focusareas",
    "reporting",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "vrplan.middleware.PrivatePagesMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "vrplan.middleware.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "vrplan.context_processors.site",
            ],
            "builtins": [
                "focusareas.templatetags.people",
                "focusareas.templatetags.swedish",
            ],
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"

# Every file that is sent goes to disk at once, so that a big pile takes no memory.
FILE_UPLOAD_HANDLERS = ["vrplan.upload_handlers.LimitedUploadHandler"]
# Above what the pages accept, so that it is they who can say what was too much.
DATA_UPLOAD_MAX_NUMBER_FILES = 200

DATABASES = {"default": database(env.str("DATABASE_URL", f"sqlite:///{DATA_DIR}/vrplan.sqlite3"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Shared by all processes, so that the limits on sign-in attempts hold.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "vrplan_cache",
        # More than anybody counts in a day: the limits must not make room for each other.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# What takes seconds waits in the database for `manage.py work`; without it all else still works.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "focusareas.User"
AUTHENTICATION_BACKENDS = ["vrplan.accounts.SignInBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "vrplan.accounts.ClosedSignupAdapter"
ACCOUNT_FORMS = {
    "login": "vrplan.account_forms.SignInForm",
    "reset_password": "vrplan.account_forms.ResetPasswordForm",
    "reset_password_from_key": "vrplan.account_forms.ResetPasswordKeyForm",
    "change_password": "vrplan.account_forms.ChangePasswordForm",
    "set_password": "vrplan.account_forms.SetPasswordForm",
    "reauthenticate": "vrplan.account_forms.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# From the letter straight in; whoever has a code is still asked for it.
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_SESSION_REMEMBER = False
# Who hands in with a shared link: a whole workplace may sit behind one address.
ACCOUNT_RATE_LIMITS = {"share_link": "100/h/ip,300/d/key"}
# The limits on attempts count by address, which a proxy in front is the one to know.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HTTPS else 0

# Who must sign in with a code from the phone too: those who lead contracted units, all or none.
# A system tried out on this computer is reached from nowhere else.
SECOND_FACTOR = env.str("VRPLAN_SECOND_FACTOR", "contracted" if HTTPS else "none")
if SECOND_FACTOR not in ("contracted", "all", "none"):
    raise ImproperlyConfigured("VRPLAN_SECOND_FACTOR ska vara contracted, all eller none.")
MFA_ADAPTER = "vrplan.accounts.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "vrplan.account_forms.CodeForm",
    "activate_totp": "vrplan.account_forms.SetUpForm",
}
MFA_TOTP_ISSUER = "vrplan"
# Half a minute before and after: phones do not show the very same time.
MFA_TOTP_TOLERANCE = 1
# Nobody signs up, so there is no address that its owner would have to confirm first.
MFA_ALLOW_UNVERIFIED_EMAIL = True

# A line at the foot of every page: whom to ask.
CONTACT = env.str("VRPLAN_CONTACT", "")
# Where ClamAV listens: a socket's path, or host:port. Without it nothing is scanned.
CLAMAV = env.str("VRPLAN_CLAMAV", "")
# A demonstration or a course may stand still on a day of its own.
TODAY = date.fromisoformat(env.str("VRPLAN_TODAY")) if env.str("VRPLAN_TODAY", "") else None

LANGUAGE_CODE = "sv"
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static", ("bootstrap", bootstrap.__path__[0])]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "vrplan.static.StaticFiles"},
}
WHITENOISE_USE_FINDERS = True

EMAIL_CONFIG = env.email_url("VRPLAN_EMAIL_URL", "filemail:///")
# A mail server that does not answer must not hold up the others' letters, or a page.
EMAIL_TIMEOUT = 10
vars().update(EMAIL_CONFIG)
EMAIL_FILE_PATH = DATA_DIR / "mail"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("VRPLAN_FROM_EMAIL", "vrplan@localhost")

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# Messages name people: they stay on the server instead of in a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "vrplan.errors.csrf_failure"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "vrplan.logs.Formatter",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
