"""A tracker: claims of many documents in one SQLite file, and everything that a newsroom does with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

import claimtrack.tracker.by_hand as by_hand
import claimtrack.tracker.curating as curating
import claimtrack.tracker.marking as marking
import claimtrack.tracker.reversing as reversing
import claimtrack.tracker.saving as saving
import claimtrack.tracker.sourcing as sourcing
from claimtrack.errors import UsageError
from claimtrack.store import opening
from claimtrack.tracker.reading import Reading
from claimtrack.tracker.session import Picked, Session, stamp, system_clock, system_user

if TYPE_CHECKING:
    from claimtrack.model import Extraction
    from claimtrack.model.filters import Filter
    from claimtrack.model.history import Change
    from claimtrack.model.spreadsheets import ImportRow
    from claimtrack.model.stored import ExtractionOutcome


class Tracker(Reading):
    """The claims of one database. Use as a context manager, or call `close`.

    `actor` is who does things (default: the system's user name); `clock` gives the time of every change
    (default: the environment's CLAIMTRACK_NOW, else now in UTC). `read_only` opens without the right to write.
    `strict` turns on the strict evidence rules; `reviewer` says that verdicts need a second person. A missing
    file is created on the first open unless `read_only`, or `create=False` (then NotFound).

    What only reads is in `Reading`. Every write takes `dry_run` and returns a `Change`: what changed, in
    sentences and counts, and what to undo.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        actor: str | None = None,
        clock: Callable[[], datetime] | None = None,
        read_only: bool = False,
        create: bool = True,
        strict: bool = False,
        reviewer: bool = False,
        command: str | None = None,
    ) -> None:
        """Open the database at `path`. `command` is what the history shows (default: the verb)."""
        file = Path(path)
        tick = clock or system_clock
        conn, self._said = opening.connect(file, now=stamp(tick()), read_only=read_only, create=create)
        self._session = Session(conn, file, actor or system_user(), tick, strict, reviewer, command)

    def close(self) -> None:
        self._session.conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # extraction
    def extract(
        self,
        text: str,
        *,
        name: str | None = None,
        language: str | None = None,
        published: date | datetime | str | None = None,
        speaker: str | None = None,
        title: str | None = None,
        source: str | None = None,
        dry_run: bool = False,
    ) -> ExtractionOutcome:
        """Extract the claims of a text and store what is new. The same text again adds nothing."""
        from claimtrack import __version__

        extraction = self.read(
            text, language=language, published=published, speaker=speaker, title=title, source=source
        )
        return self.store(extraction, text, name=name, engine=f"claimtrack {__version__}", dry_run=dry_run)

    def read(
        self,
        text: str,
        *,
        language: str | None = None,
        published: date | datetime | str | None = None,
        speaker: str | None = None,
        title: str | None = None,
        source: str | None = None,
    ) -> Extraction:
        """Extract without storing. What was once said about a stored text (its day, its speaker) holds again where
        neither this call nor the text itself says it."""
        import claimtrack.tracker.extracting as extracting

        day = _day(published) if isinstance(published, str) else published
        about = {"language": language, "published": day, "speaker": speaker, "title": title, "source": source}
        return extracting.read(self._session, text, about)

    def store(
        self,
        extraction: Extraction,
        text: str,
        *,
        name: str | None = None,
        engine: str | None = None,
        dry_run: bool = False,
    ) -> ExtractionOutcome:
        """Store an extraction that was made elsewhere (another engine, a model, a test)."""
        return self.store_all([(extraction, text, name)], engine=engine, dry_run=dry_run)[0]

    def store_all(
        self, made: Sequence[tuple[Extraction, str, str | None]], *, engine: str | None = None, dry_run: bool = False
    ) -> list[ExtractionOutcome]:
        """Store several extractions, each with its text and name, as one operation with one undo."""
        import claimtrack.tracker.extracting as extracting

        return extracting.store(self._session, made, engine=engine or "unknown", dry_run=dry_run)

    # tags, notes, people
    def tag(
        self, claims: Picked, *, add: Iterable[str] = (), remove: Iterable[str] = (), dry_run: bool = False
    ) -> Change:
        return curating.tag(self._session, claims, add, remove, dry_run)

    def rename_tag(self, old: str, new: str, *, dry_run: bool = False) -> Change:
        """Rename a tag; where `new` is there already, Conflict (use `merge_tags`)."""
        return curating.rename(self._session, old, new, dry_run)

    def merge_tags(self, tags: Sequence[str], into: str, *, dry_run: bool = False) -> Change:
        return curating.merge(self._session, tags, into, dry_run)

    def note(self, claims: Picked, text: str, *, dry_run: bool = False) -> Change:
        return curating.note(self._session, claims, text, dry_run)

    def remove_note(self, note: int, *, dry_run: bool = False) -> Change:
        return curating.remove_note(self._session, note, dry_run)

    def assign(self, claims: Picked, to: str | None, *, dry_run: bool = False) -> Change:
        """Assign claims to somebody; None takes the assignment back."""
        return curating.assign(self._session, claims, to, dry_run)

    # claims by hand
    def edit(self, claim: int, *, reason: str | None = None, dry_run: bool = False, **fields: Any) -> Change:
        """Change gloss, text, kind, checkable, speaker, subject, polarity, modality, quantities, times, places,
        outdated_on or published_url."""
        return by_hand.edit(self._session, claim, fields, reason, dry_run)

    def add_claim(
        self,
        document: int | str,
        quote: str,
        *,
        kind: str = "event",
        text: str | None = None,
        gloss: str | None = None,
        speaker: str | None = None,
        checkable: bool = True,
        occurrence: int = 1,
        dry_run: bool = False,
        **fields: Any,
    ) -> Change:
        """A claim that the engine did not find; `quote` must stand in the document (its `occurrence`-th place).

        The new id is in `Change.claims`.
        """
        about = {
            "kind": kind,
            "text": text,
            "gloss": gloss,
            "speaker": speaker,
            "checkable": checkable,
            **fields,
        }
        return by_hand.add(self._session, document, quote, occurrence, about, dry_run)

    def merge(self, claims: Sequence[int], into: int, *, dry_run: bool = False) -> Change:
        """Make claims duplicates of `into`, which gets their tags, notes and evidence."""
        return by_hand.merge(self._session, claims, into, dry_run)

    def split(self, claim: int, quotes: Sequence[str], *, dry_run: bool = False) -> Change:
        """Several claims in place of one; the old one stays, superseded by the first."""
        return by_hand.split(self._session, claim, quotes, dry_run)

    def remove_claim(self, claims: Picked, *, reason: str | None = None, dry_run: bool = False) -> Change:
        return by_hand.remove(self._session, claims, reason, dry_run)

    # standing
    def mark(
        self,
        claims: Picked,
        status: str,
        *,
        because: str | None = None,
        without_evidence: str | None = None,
        correction: str | None = None,
        published_url: str | None = None,
        outdated_on: str | None = None,
        dry_run: bool = False,
    ) -> Change:
        """Give claims a status.

        EvidenceRefused when the evidence does not carry it, UsageError for a step that is not allowed.
        """
        wish = marking.Wish(status, because, without_evidence, correction, published_url, outdated_on)
        return marking.mark(self._session, claims, wish, dry_run)

    # sources and evidence
    def source_add(
        self,
        *,
        url: str | None = None,
        file: str | Path | None = None,
        title: str | None = None,
        kind: str | None = None,
        publisher: str | None = None,
        author: str | None = None,
        published: str | None = None,
        rank: str | None = None,
        origin: str | None = None,
        interest: str | None = None,
        access: str | None = None,
        fetch: bool = False,
        dry_run: bool = False,
    ) -> Change:
        """A source; one with the same canonical URL or file hash is recognised. Its id is in `Change.ids`.

        With `fetch` the page at its URL is kept; a failure of the network is recorded and told in `Change.warnings`.
        """
        about = {
            "url": url,
            "title": title,
            "kind": kind,
            "publisher": publisher,
            "author": author,
            "published": published,
            "rank": rank,
            "origin": origin,
            "interest": interest,
            "access": access,
        }
        return sourcing.add(self._session, file, about, fetch=fetch, dry_run=dry_run)

    def source_fetch(self, ids: int | Sequence[int], *, dry_run: bool = False) -> Change:
        """Keep the pages of sources that have a URL, again or for the first time. `Change.counts` says how many
        `captures` were made and how many `failed`."""
        return sourcing.fetch(self._session, [ids] if isinstance(ids, int) else ids, dry_run)

    def source_edit(self, id: int, *, dry_run: bool = False, **fields: Any) -> Change:
        return sourcing.edit(self._session, id, fields, dry_run)

    def source_remove(self, id: int, *, dry_run: bool = False) -> Change:
        """Refused (Conflict) while evidence rests on it."""
        return sourcing.remove(self._session, id, dry_run)

    def attach(
        self,
        claims: Picked,
        source: int | str | Path,
        *,
        stance: str = "context",
        quote: str | None = None,
        locator: str | None = None,
        note: str | None = None,
        fetch: bool = False,
        dry_run: bool = False,
        **about: Any,
    ) -> Change:
        """Evidence: `source` is an id, a URL or a file (made a source first; `about` and `fetch` as in source_add)."""
        evidence = {"stance": stance, "quote": quote, "locator": locator, "note": note}
        return sourcing.attach(self._session, claims, source, evidence, about, fetch=fetch, dry_run=dry_run)

    def detach(self, evidence: int, *, because: str | None = None, dry_run: bool = False) -> Change:
        """Withdraw evidence by its id."""
        return sourcing.detach(self._session, evidence, because, dry_run)

    # history
    def undo(self, operation: int | None = None, *, dry_run: bool = False) -> Change:
        """Take back the last operation that stands, or a named one; Conflict when later changes rest on it."""
        return reversing.undo(self._session, operation, dry_run)

    def redo(self, operation: int | None = None, *, dry_run: bool = False) -> Change:
        """Bring back what the last undo took, or a named operation that was undone."""
        return reversing.redo(self._session, operation, dry_run)

    # documents
    def remove_document(self, which: int | str, *, dry_run: bool = False) -> Change:
        return by_hand.remove_document(self._session, which, dry_run)

    # spreadsheets
    def import_rows(
        self,
        rows: Iterable[ImportRow | Mapping[str, str]],
        *,
        prefer: Literal["theirs", "mine"] | None = None,
        without_evidence: str | None = None,
        because: str | None = None,
        dry_run: bool = False,
    ) -> Change:
        """Apply an edited sheet in one operation.

        Conflict for rows changed since the export unless `prefer`: `theirs` takes the sheet's values, `mine` keeps
        the tracker's. UsageError names the cells that make no sense; then nothing is changed.
        """
        import claimtrack.tracker.importing as importing

        return importing.apply(self._session, rows, prefer, because, without_evidence, dry_run)

    # saved filters
    def save_filter(self, name: str, filter: Filter, *, words: str | None = None, dry_run: bool = False) -> Change:
        return saving.save(self._session, name, filter, words, dry_run)

    def remove_filter(self, name: str, *, dry_run: bool = False) -> Change:
        return saving.remove(self._session, name, dry_run)


def _day(text: str) -> date | datetime:
    try:
        return datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"“{text}” is no date.", "Write it as 2024-09-06.") from error
