"""A whole case through the real command line, from the statement to the export, in a terminal of 100 columns."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from claimtrack.views.width import width

COLUMNS = 100
PROGRAM = (sys.executable, "-c", "from claimtrack.cli.app import main; main()")
Result = subprocess.CompletedProcess[str]


class Newsroom:
    """A folder with the statement in it, and the program as people start it there."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        taken = {name: value for name, value in os.environ.items() if not name.startswith(("CLAIMTRACK_", "XDG_"))}
        own = {"HOME": str(home), "CLAIMTRACK_USER": "Mona", "COLUMNS": str(COLUMNS), "LINES": "40", "PYTHONUTF8": "1"}
        self.environment = taken | own

    def __call__(self, *words: str, code: int = 0, who: str = "Mona", input: str | None = None) -> Result:
        """Run a command; any other exit code than `code` is a failure with what was said."""
        command = [*PROGRAM, "--as", who, *words]
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            input=input or "",
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert done.returncode == code, (words, done.returncode, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
        return done

    def json(self, *words: str) -> Any:
        """What a command says as JSON."""
        return json.loads(self(*words, "--json").stdout)

    def terminal(self, *words: str) -> str:
        """What a command shows on a terminal of 100 columns."""
        pty = pytest.importorskip("pty", reason="this system has no terminals to try")
        import fcntl
        import struct
        import termios

        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, COLUMNS, 0, 0))
        environment = {k: v for k, v in self.environment.items() if k not in ("COLUMNS", "LINES")} | {"TERM": "xterm"}
        command = [*PROGRAM, *words, "--no-pager"]
        run = subprocess.Popen(command, cwd=self.folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        parts = []
        try:
            while piece := os.read(ours, 65536):
                parts.append(piece)
        except OSError:  # a terminal whose other side is closed says so like this
            pass
        os.close(ours)
        assert run.wait(60) == 0
        return re.sub(r"\x1b\[[0-9;]*m", "", b"".join(parts).decode("utf-8")).replace("\r\n", "\n")


@pytest.fixture
def room(tmp_path: Path, root: Path) -> Newsroom:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "statement.txt").write_bytes((root / "seeds" / "000_d335081de3df55a2.txt").read_bytes())
    return Newsroom(folder, tmp_path / "home")


def find(room: Newsroom, fits: Callable[[Any], bool]) -> int:
    """The id of the first claim that fits."""
    return int(next(each["id"] for each in room.json("list", "--limit", "0") if fits(each)))


def edit(file: Path, id: int, **cells: str) -> None:
    """What a person does in a spreadsheet: change some cells and save, with semicolons as many of them do."""
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(row | cells if row["id"] == str(id) else row for row in rows)


def test_a_case_from_the_statement_to_the_dossier(room: Newsroom) -> None:
    assert "new claims" in room("extract", "statement.txt").stderr
    assert "nothing new" in room("extract", "statement.txt").stderr
    users = find(room, lambda c: any(q["value"] == 950_000_000 for q in c["quantities"]))
    blocked = find(room, lambda c: c["places"] == ["IR"])

    shown = room.terminal("list")
    assert "950M users" in shown
    assert max(width(line) for line in shown.split("\n")) <= COLUMNS

    room("tag", str(users), str(blocked), "--add", "telegram", "--add", "الأرقام")
    room("assign", "--where-tag", "telegram", "--to", "Ali")
    room("note", str(users), "asked the press office")

    refused = room("mark", str(users), "verified", code=4)
    assert "attach" in refused.stderr
    (room.folder / "filing.txt").write_text("Telegram: 950 million monthly users", encoding="utf-8")
    room("source", "add", "filing.txt", "--kind", "document", "--title", "Filing", "--rank", "primary")
    room("attach", str(users), "source:1", "--stance", "supports", "--quote", "950 million monthly users")
    room("mark", str(users), "verified", "--because", "the filing", who="Ali")
    claim = room.json("show", str(users))[0]
    assert (claim["status"], claim["status_by"], claim["assignee"]) == ("verified", "Ali", "Ali")
    assert sorted(claim["tags"]) == ["telegram", "الأرقام"]

    verbs = [each["command"].split()[3] for each in room.json("history", str(users))]
    assert verbs == ["mark", "attach", "note", "assign", "tag", "extract"]
    assert "unverified" in room("undo").stderr or room.json("show", str(users))[0]["status"] == "unverified"
    assert room.json("show", str(users))[0]["status"] == "unverified"
    room("redo")
    assert room.json("show", str(users))[0]["status"] == "verified"

    room("export", "claims.csv")
    edit(room.folder / "claims.csv", blocked, status="in_progress", tags="telegram; iran", notes="=cmd|' /C calc'!A0")
    planned = room("import", "claims.csv", "--dry-run")
    assert "status: unverified → in_progress" in planned.stdout
    assert room.json("show", str(blocked))[0]["status"] == "unverified"
    room("import", "claims.csv")
    taken = room.json("show", str(blocked))[0]
    assert (taken["status"], taken["tags"]) == ("in_progress", ["iran", "telegram"])
    assert [each["text"] for each in taken["notes"]] == ["=cmd|' /C calc'!A0"]

    room("tag", str(blocked), "--add", "meanwhile", who="Ali")
    conflict = room("import", "claims.csv", code=5)
    assert f"Claim {blocked}" in conflict.stderr
    assert "meanwhile" in room.json("show", str(blocked))[0]["tags"]
    room("import", "claims.csv", "--mine")
    assert "meanwhile" in room.json("show", str(blocked))[0]["tags"]
    room("import", "claims.csv", "--theirs")
    assert room.json("show", str(blocked))[0]["tags"] == ["iran", "telegram"]

    _leaves_the_house(room, users)
    assert "950M users" in room.terminal("show", str(users))
    assert room("check").returncode == 0
    assert room("backup", "copy.db").returncode == 0


def _leaves_the_house(room: Newsroom, users: int) -> None:
    """Every export of the finished case."""
    organisation = 'organisation = { name = "The Desk", url = "https://desk.example" }\n'
    (room.folder / "claimtrack.toml").write_text(organisation, encoding="utf-8")
    (review,) = json.loads(room("export", "-", "--format", "claimreview").stdout)
    assert review["reviewRating"]["ratingValue"] == 5
    assert review["inLanguage"] == "ar"
    pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")
    room("export", "claims.xlsx", "--all")
    assert "0 claims" in room("import", "claims.xlsx").stderr
    room("export", "--bundle", "case.zip", "--all")
    with ZipFile(room.folder / "case.zip") as case:
        assert case.read("documents/1.txt") == (room.folder / "statement.txt").read_bytes()
        (copy,) = [name for name in case.namelist() if name.startswith("captures/")]
        assert case.read(copy) == (room.folder / "filing.txt").read_bytes()
        history = [json.loads(line) for line in case.read("history.jsonl").splitlines()]
    assert any(change["claim_id"] == users for each in history for change in each["changes"])
