"""Help: -h everywhere, examples first, and nothing heavy loaded for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_statement import Run

from claimtrack.cli.commands import COMMANDS
from claimtrack.tracking.rows import COLUMNS

Golden = Callable[[str, str], None]
_PROMISED = (
    "extract list show search tag tags source attach detach mark assign note edit merge split history "
    "undo redo export import compare facts document explain report serve check backup path stats languages"
)


def test_every_promised_command_is_there() -> None:
    assert set(_PROMISED.split()) <= {each.name for each in COMMANDS}


@pytest.mark.parametrize("name", [each.name for each in COMMANDS])
def test_every_command_explains_itself_with_an_example(run: Run, name: str) -> None:
    found = run(name, "-h")
    assert found.exit_code == 0
    assert f"claimtrack {name}" in found.stdout.split("Options:")[0].split("\n", 1)[1]
    assert run(name, "--help").stdout == found.stdout


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['claimtrack', '--help']\n"
        "from claimtrack.cli.app import app\n"
        "try: app()\n"
        "except SystemExit: pass\n"
        "heavy = {'pydantic', 'rich', 'sqlite3', 'sqlite_utils', 'claimtrack.store'}\n"
        "print(heavy & set(sys.modules), file=sys.stderr)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stderr.strip() == "set()"


def test_list_never_loads_the_extractor(desk: Run, home: Path) -> None:
    code = (
        "import sys; sys.argv = ['claimtrack', 'list']\n"
        "from claimtrack.cli.app import app\n"
        "try: app()\n"
        "except SystemExit: pass\n"
        "late = {'claimtrack.pipeline', 'claimtrack.tagging', 'simplemma'}\n"
        "print(late & set(sys.modules), file=sys.stderr)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stderr.splitlines()[-1] == "set()"


def test_help_is_as_published(run: Run, golden: Golden) -> None:
    golden("help.txt", run("--help").stdout)


def test_the_columns_of_sheets_are_as_published(golden: Golden) -> None:
    golden("columns.txt", "\n".join(COLUMNS) + "\n")


def test_the_schema_of_a_claim_is_as_published(run: Run, golden: Golden) -> None:
    golden("claim.schema.json", run("export", "--schema").stdout)
