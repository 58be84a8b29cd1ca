"""A tracker: claims of many documents in one SQLite file, and everything that a newsroom does with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from claimtrack.model import Extraction
from claimtrack.model.tracking import (
    Change,
    Comparison,
    DocumentRow,
    ExtractionOutcome,
    Fact,
    Filter,
    ImportPlan,
    ImportRow,
    Operation,
    Problem,
    SavedFilter,
    SearchHit,
    Similar,
    Source,
    Stats,
    TagCount,
    TrackedClaim,
)

Picked = int | Sequence[int] | Filter
"""Which claims: one id, several ids, or a filter."""


class Tracker:
    """The claims of one database. Use as a context manager, or call `close`.

    `actor` is who does things (default: the system's user name); `clock` gives the time of every change (default: the
    environment's CLAIMTRACK_NOW, else now in UTC). `read_only` opens without the right to write. `strict` turns on
    the strict evidence rules; `reviewer` says that verdicts need a second person. A missing file is created on the
    first open unless `read_only`, or `create=False` (then NotFound).

    Every write takes `dry_run` and returns a `Change`: what changed in sentences, counts, and the operation to undo.
    """

    def __init__(self, path: str | Path, *, actor: str | None = None, clock: Callable[[], datetime] | None = None,
                 read_only: bool = False, create: bool = True, strict: bool = False, reviewer: bool = False,
                 command: str | None = None) -> None:
        """Open the database at `path`. `command` is what the history shows as the command (default: the verb)."""
        raise NotImplementedError

    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None: ...

    @property
    def warnings(self) -> tuple[str, ...]:
        """What opening had to say (for example: the schema was migrated, and where the copy is)."""

    # extraction
    def extract(self, text: str, *, name: str | None = None, language: str | None = None,
                published: date | datetime | str | None = None, speaker: str | None = None, title: str | None = None,
                source: str | None = None, dry_run: bool = False) -> ExtractionOutcome:
        """Extract the claims of a text and store what is new. The same text again adds nothing."""

    def store(self, extraction: Extraction, text: str, *, name: str | None = None, engine: str | None = None,
              dry_run: bool = False) -> ExtractionOutcome:
        """Store an extraction that was made elsewhere (another engine, a model, a test)."""

    # reading
    def claims(self, filter: Filter = Filter()) -> list[TrackedClaim]: ...
    def iter_claims(self, filter: Filter = Filter()) -> Iterator[TrackedClaim]:
        """The same in batches, for exports."""
    def count(self, filter: Filter = Filter()) -> int: ...
    def claim(self, id: int) -> TrackedClaim:
        """One claim; NotFound says which ids there are."""
    def search(self, words: str, filter: Filter = Filter()) -> list[SearchHit]:
        """Ranked full-text search over text, quote, gloss, notes and evidence. `filter.limit` defaults to 50 here."""
    def similar(self, id: int, *, limit: int = 10) -> list[Similar]: ...
    def compare(self, a: int | str, b: int | str, *, checkable: bool | None = True) -> Comparison:
        """Two documents (id or name): what repeats, what differs, what stands alone."""
    def facts(self, words: str | None = None, filter: Filter = Filter()) -> list[Fact]: ...
    def stats(self, filter: Filter = Filter()) -> Stats: ...

    # tags, notes, people
    def tags(self) -> list[TagCount]: ...
    def tag(self, claims: Picked, *, add: Iterable[str] = (), remove: Iterable[str] = (),
            dry_run: bool = False) -> Change: ...
    def rename_tag(self, old: str, new: str, *, dry_run: bool = False) -> Change:
        """Rename a tag; where `new` is there already, Conflict (use `merge_tags`)."""
    def merge_tags(self, tags: Sequence[str], into: str, *, dry_run: bool = False) -> Change: ...
    def note(self, claims: Picked, text: str, *, dry_run: bool = False) -> Change: ...
    def remove_note(self, note: int, *, dry_run: bool = False) -> Change: ...
    def assign(self, claims: Picked, to: str | None, *, dry_run: bool = False) -> Change:
        """Assign claims to somebody; None takes the assignment back."""

    # claims by hand
    def edit(self, claim: int, *, reason: str | None = None, dry_run: bool = False, **fields: Any) -> Change:
        """Change gloss, text, kind, checkable, speaker, subject, polarity, modality, quantities, times, places,
        outdated_on, published_url."""
    def add_claim(self, document: int | str, quote: str, *, kind: str = "event", text: str | None = None,
                  gloss: str | None = None, speaker: str | None = None, checkable: bool = True, occurrence: int = 1,
                  dry_run: bool = False, **fields: Any) -> Change:
        """A claim that the engine did not find; `quote` must stand in the document (its `occurrence`-th place).
        The new id is in `Change.claims`."""
    def merge(self, claims: Sequence[int], into: int, *, dry_run: bool = False) -> Change:
        """Make claims duplicates of `into`, which gets their tags, notes and evidence."""
    def split(self, claim: int, quotes: Sequence[str], *, dry_run: bool = False) -> Change:
        """Several claims in place of one; the old one stays, superseded by the first."""
    def remove_claim(self, claims: Picked, *, reason: str | None = None, dry_run: bool = False) -> Change: ...

    # standing
    def mark(self, claims: Picked, status: str, *, because: str | None = None, without_evidence: str | None = None,
             correction: str | None = None, published_url: str | None = None, outdated_on: str | None = None,
             dry_run: bool = False) -> Change:
        """Give claims a status. EvidenceRefused when the evidence does not carry it, UsageError for a step that is
        not allowed."""

    # sources and evidence
    def source_add(self, *, url: str | None = None, file: str | Path | None = None, title: str | None = None,
                   kind: str | None = None, publisher: str | None = None, author: str | None = None,
                   published: str | None = None, rank: str | None = None, origin: str | None = None,
                   interest: str | None = None, access: str | None = None, dry_run: bool = False) -> Change:
        """A source; one with the same canonical URL or file hash is recognised. Its id is in `Change.ids`."""
    def source_list(self) -> list[Source]: ...
    def source_show(self, id: int) -> Source: ...
    def source_edit(self, id: int, *, dry_run: bool = False, **fields: Any) -> Change: ...
    def source_remove(self, id: int, *, dry_run: bool = False) -> Change:
        """Refused (Conflict) while evidence rests on it."""
    def attach(self, claims: Picked, source: int | str | Path, *, stance: str = "context", quote: str | None = None,
               locator: str | None = None, note: str | None = None, dry_run: bool = False, **about: Any) -> Change:
        """Evidence: `source` is a source's id, a URL or a file (made a source first; `about` as in source_add)."""
    def detach(self, evidence: int, *, because: str | None = None, dry_run: bool = False) -> Change:
        """Withdraw evidence by its id."""

    # history
    def history(self, claim: int | None = None, *, limit: int | None = 50) -> list[Operation]:
        """Operations, newest first; with `claim` only those that touched it (and only its changes)."""
    def undo(self, operation: int | None = None, *, dry_run: bool = False) -> Change:
        """Take back the last operation that stands, or a named one. Conflict when later changes rest on it."""
    def redo(self, operation: int | None = None, *, dry_run: bool = False) -> Change:
        """Bring back what the last undo took, or a named operation that was undone."""

    # documents
    def documents(self) -> list[DocumentRow]: ...
    def document(self, which: int | str) -> DocumentRow:
        """One document with text, sentences and mentions, by id, name or the beginning of its sha256."""
    def remove_document(self, which: int | str, *, dry_run: bool = False) -> Change: ...

    # spreadsheets
    def export_rows(self, filter: Filter = Filter(), *, confidential: bool = False) -> Iterator[dict[str, str]]:
        """Rows of strings in the documented column order (`claimtrack.tracking.rows.COLUMNS`), no formula guard."""
    def import_plan(self, rows: Iterable[ImportRow | Mapping[str, str]]) -> ImportPlan:
        """What an import would change; writes nothing. Mappings are rows of strings by column name."""
    def import_rows(self, rows: Iterable[ImportRow | Mapping[str, str]], *,
                    prefer: Literal["theirs", "mine"] | None = None, without_evidence: str | None = None,
                    because: str | None = None, dry_run: bool = False) -> Change:
        """Apply an edited sheet in one operation. Conflict for rows changed since the export unless `prefer`:
        `theirs` takes the sheet's values, `mine` keeps the tracker's. UsageError (all cells named) changes nothing."""

    # saved filters
    def saved_filters(self) -> list[SavedFilter]: ...
    def save_filter(self, name: str, filter: Filter, *, words: str | None = None, dry_run: bool = False) -> Change: ...
    def saved_filter(self, name: str) -> SavedFilter: ...
    def remove_filter(self, name: str, *, dry_run: bool = False) -> Change: ...

    # the file
    def check(self) -> list[Problem]:
        """Everything wrong with the database; empty when it is sound."""
    def backup(self, file: str | Path) -> Path:
        """A verified copy through SQLite's online backup."""
