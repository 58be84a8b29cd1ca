"""How many cases of each corpus hold: `python benchmarks/corpus.py`. One line a file and language, failures on demand.

Cases that are expected to fail count as what they are: not yet right. `--failures` prints what each of them says.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TESTS = ("tests/corpus", "tests/mentions")
_MENTIONS = re.compile(r"mentions/test_(\w+)\.py::test_corpus\[(\w\w)\b")
_CLAIMS = re.compile(r"corpora\.py::test_\w+\[(\w\w)-(\w+)-\d+-")


class Tally:
    """Counts the outcomes of cases by file and language while the tests run."""

    def __init__(self) -> None:
        self.held: Counter[tuple[str, str]] = Counter()
        self.all: Counter[tuple[str, str]] = Counter()
        self.failures: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "call":
            return
        if match := _CLAIMS.search(report.nodeid):
            key = (match.group(2), match.group(1))
        elif match := _MENTIONS.search(report.nodeid):
            key = (match.group(1), match.group(2))
        else:
            return
        self.all[key] += 1
        self.held[key] += report.passed
        if not report.passed:
            self.failures.append(f"{report.nodeid}\n{report.longreprtext}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--failures", action="store_true", help="print what each failing case says")
    options = parser.parse_args()
    tally = Tally()
    said = io.StringIO()
    options_of_pytest = ["-q", "--tb=line", "-p", "no:cacheprovider", f"--rootdir={ROOT}"]
    with contextlib.redirect_stdout(said):
        pytest.main([*options_of_pytest, *(str(ROOT / each) for each in TESTS)], plugins=[tally])
    if not tally.all:
        raise SystemExit(f"No case ran:\n{said.getvalue()}")
    for file, code in sorted(tally.all):
        held, number = tally.held[file, code], tally.all[file, code]
        print(f"{code} {file:<14} {held:>4} of {number:>4}  {held / number:6.1%}")
    print(f"all               {tally.held.total():>4} of {tally.all.total():>4}")
    if options.failures:
        print(*tally.failures, sep="\n\n")


if __name__ == "__main__":
    main()
