"""What the parts of the project have agreed on, checked on the files themselves."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.template.utils import get_app_template_dirs

ROOT = Path(__file__).parent.parent
PACKAGES = ("vrplan", "focusareas", "reporting")
CODE = sorted(
    path
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
    if path.parent.name != "migrations"
)
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))

# What may be imported: only what stands further down, or on the same line.
LAYERS = (
    ("vrplan",),
    ("reporting",),
    (
        "focusareas.urls",
        "focusareas.urls_follow_up",
        "focusareas.urls_imports",
        "focusareas.urls_key_persons",
        "focusareas.urls_organisation",
        "focusareas.urls_plans",
        "focusareas.urls_share_links",
        "focusareas.urls_provider_staff",
        "focusareas.management",
    ),
    ("focusareas.views",),
    ("focusareas.forms",),
    ("focusareas",),
    ("focusareas.models",),
)


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def line_count(path: Path) -> int:
    return len(path.read_text().splitlines())


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_name(path): path for path in CODE}


def run_time_nodes(path: Path) -> Iterator[ast.AST]:
    tree = ast.parse(path.read_text())
    for_types_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    return (node for node in ast.walk(tree) if node not in for_types_only)


def project_imports(path: Path) -> Iterator[str]:
    """The modules of the project that a file imports, at its top or inside a function."""
    for node in run_time_nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else node.module for name in inner)


@cache
def imports() -> dict[str, set[str]]:
    """The modules of the project that each of them imports."""
    return {name: set(project_imports(path)) - {name} for name, path in MODULES.items()}


def layer(module: str) -> int:
    """The number of the most particular layer that the module belongs to, from the top."""
    return max(
        (len(prefix), number)
        for number, prefixes in enumerate(LAYERS)
        for prefix in prefixes
        if f"{module}.".startswith(f"{prefix}.")
    )[1]


def test_imports_run_one_way() -> None:
    # Something that leans on nothing of the project, such as the folding of names, serves all.
    upwards = [
        f"{module} imports {imported}"
        for module, found in imports().items()
        for imported in found
        if layer(imported) < layer(module) and imports()[imported]
    ]

    assert upwards == []


def test_imports_go_in_no_circle() -> None:
    TopologicalSorter(imports()).prepare()


# One test looks at all files: that each has a test of its own takes longer than to look.
def test_files_are_at_most_400_lines() -> None:
    lengths = {relative(path): line_count(path) for path in CODE + TESTS}

    assert {path: length for path, length in lengths.items() if length > 400} == {}


def test_functions_are_at_most_40_lines() -> None:
    lengths = {
        f"{relative(path)}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef)
    }

    assert {name: length for name, length in lengths.items() if length > 40} == {}


def test_no_pattern_holds_on_to_a_group() -> None:
    """Python before 3.11.5 lets "(?: a,)*+" take what did not match: "(?>(?: a,)*)" does not."""
    holds_on = re.compile(r"\)(?:[*+?]|\{\{?[\d,]+\}?\})\+")

    assert [relative(path) for path in CODE if holds_on.search(path.read_text())] == []


def test_templates_are_at_most_150_lines() -> None:
    lengths = {relative(path): line_count(path) for path in TEMPLATES}

    assert {path: length for path, length in lengths.items() if length > 150} == {}


def test_every_template_is_used() -> None:
    named = "\n".join(path.read_text() for path in CODE + TEMPLATES)
    packages = get_app_template_dirs("templates")

    unused = {
        name
        for name in (str(path.relative_to(ROOT / "templates")) for path in TEMPLATES)
        if f'"{name}"' not in named
        and not re.match(r"\d{3}", name)  # an error page is found by its status
        and not any((folder / name).exists() for folder in packages)
    }

    assert unused == set()


def test_verbose_names_begin_with_a_small_letter() -> None:
    models = [model for label in PACKAGES[1:] for model in apps.get_app_config(label).get_models()]
    names = {
        str(name)
        for model in models
        for name in (
            model._meta.verbose_name,
            model._meta.verbose_name_plural,
            *(getattr(field, "verbose_name", "x") for field in model._meta.get_fields()),
        )
    }

    # An abbreviation such as SHA-256 is written as it always is.
    assert {name for name in names if re.match(r"[A-ZÅÄÖ](?![A-ZÅÄÖ])", name)} == set()


@pytest.mark.django_db
def test_migrations_are_current() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("path", sorted(ROOT.glob("requirements*.in")), ids=relative)
def test_every_dependency_has_a_reason_in_both_files(path: Path) -> None:
    wanted = [line for line in path.read_text().splitlines() if not line.startswith("-")]
    locked = path.with_suffix(".txt").read_text()

    assert [line for line in wanted if not re.fullmatch(r"\S+ +# \S.+", line)] == []
    assert [line for line in wanted if f"# {line}\n" not in locked] == []


def test_everything_asked_for_is_locked() -> None:
    for path in ROOT.glob("requirements*.in"):
        locked = set(re.findall(r"^([\w-]+)==", path.with_suffix(".txt").read_text(), re.MULTILINE))
        names = set(re.findall(r"^([a-z][\w-]*)", path.read_text(), re.MULTILINE))

        assert names <= locked
