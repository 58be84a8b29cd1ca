"""What is built and installed is whole."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
from wheel import missing

ROOT = Path(__file__).parents[1]

PIN = re.compile(r"^([a-z0-9.-]+)==\S+", re.MULTILINE)


@pytest.mark.skipif(find_spec("hatchling") is None, reason="the build backend is not installed: ./run setup")
def test_the_wheel_holds_every_file(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    assert missing(wheel) == []


def pins(name: str) -> dict[str, str]:
    """What a requirements file pins, line by line."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return {m[1]: m[0] for m in PIN.finditer(text)}


def test_what_runs_is_pinned_as_what_is_tested() -> None:
    everything = pins("constraints.txt")
    assert pins("run.txt").items() <= everything.items()


def test_every_dependency_is_pinned_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + [each for extra in project["optional-dependencies"].values() for each in extra]
    names = {re.split(r"[^A-Za-z0-9.-]", each)[0].lower() for each in wanted} - {"claimtrack"}
    assert names <= set(pins("constraints.txt"))
    for name in ("run.txt", "constraints.txt"):
        blocks = re.split(r"^(?=[a-z])", (ROOT / "requirements" / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert [block for block in blocks if PIN.match(block) and "--hash=sha256:" not in block] == []
