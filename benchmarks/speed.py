"""Speed and memory of the extraction: `python benchmarks/speed.py`. Prints figures and judges nothing.

Words a second of the whole pipeline on one core; what a sentence costs in texts of 10, 100 and 1,000
sentences; the peak memory of a fresh process that extracts. The Arabic text is the seed, the English one is
made here.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from claimtrack import extract

SEED = Path(__file__).parents[1] / "seeds" / "000_d335081de3df55a2.txt"
ENGLISH = (
    "The ministry said on Monday that more than 12,000 people had left the region since March.",
    "Officials denied that the company, which was founded in 2013, had received a formal request.",
    "“We paid $4.5 million in 2022,” she added, “and we have not been told why.”",
    "According to the report, exports to France fell by 7 percent in the second quarter.",
    "If the court agrees, the case may be heard in Brussels next month.",
)


def parts(language: str) -> list[str]:
    """The sentences that texts are made of."""
    if language == "en":
        return list(ENGLISH)
    text = SEED.read_text(encoding="utf-8")
    return [text[s.start : s.end] for s in extract(text).sentences if s.role in ("body", "statement", "item")]


def text_of(language: str, count: int) -> str:
    """A text of `count` sentences, five to a paragraph."""
    chosen = list(islice(cycle(parts(language)), count))
    return "\n".join(" ".join(chosen[i : i + 5]) for i in range(0, count, 5))


def seconds(text: str, language: str, times: int) -> float:
    """The median time of an extraction."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        extract(text, language=language)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def report(language: str) -> None:
    """Words a second, and the cost of a sentence by the size of the text."""
    extract(text_of(language, 10), language=language)  # loads lists and weights
    cost = {}
    for count, times in ((10, 25), (100, 5), (1000, 1)):
        text = text_of(language, count)
        taken = seconds(text, language, times)
        cost[count] = taken / count
        rate, milliseconds = len(text.split()) / taken, 1000 * cost[count]
        print(f"{language}  {count:5} sentences  {rate:9,.0f} words/s  {milliseconds:7.3f} ms a sentence")
    over_10, over_100 = cost[1000] / cost[10], cost[1000] / cost[100]
    print(f"{language}  cost of a sentence, 1,000 over 10: {over_10:.2f}, 1,000 over 100: {over_100:.2f}")


def peak(language: str, count: int) -> float:
    """Megabytes that a fresh process needs at most while it extracts a text of `count` sentences."""
    # Linux hands a parent's peak on to its children in ru_maxrss; VmHWM is the process's own
    code = (
        "import re, resource, sys; from pathlib import Path; from claimtrack import extract;"
        "extract(sys.stdin.buffer.read().decode(), language=sys.argv[1]);"
        "status = Path('/proc/self/status');"
        "own = re.search(r'VmHWM:\\s+(\\d+)', status.read_text()) if status.exists() else None;"
        "used = int(own[1]) if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "print(used / (1024 if sys.platform == 'linux' else 1024 * 1024))"
    )
    given = text_of(language, count)
    command = [sys.executable, "-c", code, language]
    done = subprocess.run(command, input=given, capture_output=True, check=True, encoding="utf-8")
    return float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=("ar", "en"), action="append")
    for language in parser.parse_args().language or ("ar", "en"):
        report(language)
        for count in (36, 1000):
            print(f"{language}  peak memory with {count} sentences: {peak(language, count):.0f} MB")


if __name__ == "__main__":
    main()
