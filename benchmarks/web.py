"""Speed of the review page: `python benchmarks/web.py` prints its figures; exit code 1 when one misses its goal.

Goals: a document of 200 claims renders in under twice the time of its template with the claims preloaded; a
document of 5,000 claims opens; 50 requests a second while another process extracts.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

from claimtrack.model import Appearance, Claim, Document, Extraction, Quantity, Sentence
from claimtrack.tracker import Tracker
from claimtrack.web import document_page
from claimtrack.web.application import application
from claimtrack.web.settings import Settings

ROOT = Path(__file__).parents[1]
SENTENCE = "The agency of region {n} counted {n} new clinics in 2024, said its director. "
EXTRACTING = """
from pathlib import Path
from claimtrack import extract
text = Path({seed!r}).read_text(encoding="utf-8")
while True:
    extract(text)
"""

SERVING = """
import time
from pathlib import Path
import uvicorn
from starlette.responses import PlainTextResponse
from claimtrack.web.addresses import listen
from claimtrack.web.application import application
from claimtrack.web.settings import Settings
listening = listen("127.0.0.1", 0)
app = application(Settings(Path({path!r}), "benchmark"))
app.add_route("/cpu", lambda request: PlainTextResponse(str(time.process_time())))
Path({port_file!r}).write_text(str(listening.getsockname()[1]))
uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listening])
"""


def document(count: int) -> tuple[Extraction, str]:
    """A text of `count` sentences with a claim in each, and a second claim inside every fifth."""
    parts, sentences, claims, at = [], [], [], 0
    for n in range(1, count + 1):
        words = SENTENCE.format(n=n) + ("\n" if n % 4 == 0 else "")
        sentences.append(Sentence(start=at, end=at + len(words.rstrip())))
        quote = words.split(",")[0]
        claims.append(_claim(at, quote, n))
        if n % 5 == 0 and len(claims) < count:
            inner = f"{n} new clinics"
            claims.append(_claim(at + words.index(inner), inner, n))
        parts.append(words)
        at += len(words)
    made = Extraction(document=Document(language="en"), sentences=tuple(sentences), claims=tuple(claims[:count]))
    return made, "".join(parts)


def _claim(start: int, quote: str, n: int) -> Claim:
    place = {"start": start, "end": start + len(quote), "quote": quote}
    value = Quantity(start=start, end=start + len(quote), value=n, unit="clinic")
    return Claim(
        **place, id=f"c{start}-{len(quote)}", kind="quantity", text=quote, gloss=f"{n} clinics · 2024", score=0.7,
        quantities=(value,), appearances=(Appearance(**place),),
    )  # fmt: skip


def timed(work: Callable[[], object], times: int = 15) -> float:
    """The median time in milliseconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return median(found)


def rendering(settings: Settings, id: int, times: int) -> tuple[float, float, int]:
    """A document's page through the application, and with its claims and text preloaded; and its size."""
    client = TestClient(application(settings), base_url="http://127.0.0.1:8765")
    size = len(client.get(f"/documents/{id}").content)
    whole = timed(lambda: client.get(f"/documents/{id}"), times)
    with Tracker(settings.path, read_only=True) as tracker:
        claims, row = document_page.standing(tracker, id), tracker.document(id)
    kept_standing, kept_document = document_page.standing, Tracker.document
    document_page.standing = lambda *_: claims  # type: ignore[assignment]
    Tracker.document = lambda *_: row  # type: ignore[method-assign, assignment]
    try:
        bare = timed(lambda: client.get(f"/documents/{id}"), times)
    finally:
        document_page.standing, Tracker.document = kept_standing, kept_document  # type: ignore[method-assign]
    return whole, bare, size


def throughput(path: Path, addresses: list[str], seconds: float = 6.0) -> tuple[float, float]:
    """Requests a second that the server answers while another process extracts without pause, and the
    milliseconds of processor time that one request costs the server."""
    port_file = path.with_suffix(".port")
    server = subprocess.Popen([sys.executable, "-c", SERVING.format(path=str(path), port_file=str(port_file))])
    seed = next((ROOT / "seeds").glob("*.txt"))
    busy = subprocess.Popen([sys.executable, "-c", EXTRACTING.format(seed=str(seed))])
    try:
        while not port_file.exists() or not port_file.read_text():
            time.sleep(0.05)
        connection = HTTPConnection("127.0.0.1", int(port_file.read_text()))
        for address in addresses:
            ask(connection, address)
        before, done, end = ask(connection, "/cpu"), 0, time.perf_counter() + seconds
        while time.perf_counter() < end:
            ask(connection, addresses[done % len(addresses)])
            done += 1
        spent = float(ask(connection, "/cpu")) - float(before)
        return done / seconds, spent * 1000 / done
    finally:
        for process in (busy, server):
            process.terminate()
            process.wait()


def ask(connection: HTTPConnection, address: str) -> bytes:
    """One request over a connection that stays open, as a browser's does."""
    connection.request("GET", address)
    return connection.getresponse().read()


def main() -> int:
    """Measure, print, compare with the goals."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        with Tracker(path, actor="benchmark") as tracker:
            for count in (200, 5000):
                extraction, text = document(count)
                tracker.store(extraction, text, name=f"{count}.txt")
        settings = Settings(path, "benchmark")
        whole, bare, size = rendering(settings, 1, 15)
        ratio = whole / bare
        print(f"200 claims: {whole:.0f} ms, preloaded {bare:.0f} ms, ratio {ratio:.2f} (goal < 2), {size:,} bytes")
        large, _, large_size = rendering(settings, 2, 3)
        print(f"5,000 claims: {large:.0f} ms, {large_size:,} bytes (goal: opens, < 5,000 ms)")
        rate, cost = throughput(path, ["/", "/documents/1", "/claims/7", "/documents/1?claim=9"])
        print(f"server: {rate:.0f} requests a second while another process extracts (goal ≥ 50), {cost:.1f} ms each")
    return 0 if whole < 2 * bare and large < 5000 and rate >= 50 else 1


if __name__ == "__main__":
    sys.exit(main())
