"""What a tracker answers: everything that can be asked of it without writing.

What only some questions need is imported where it is asked, so that listing claims starts at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import claimtrack.tracker.capturing as capturing
import claimtrack.tracker.saving as saving
import claimtrack.tracker.sourcing as sourcing
from claimtrack.model.filters import Filter
from claimtrack.store import claims, documents, opening, searching, undoing
from claimtrack.tracker.session import Session

if TYPE_CHECKING:
    from claimtrack.model.across import Comparison, Fact
    from claimtrack.model.counts import Problem, Stats, TagCount
    from claimtrack.model.filters import SavedFilter
    from claimtrack.model.history import Operation
    from claimtrack.model.sources import Source
    from claimtrack.model.spreadsheets import ImportPlan, ImportRow
    from claimtrack.model.stored import DocumentRow
    from claimtrack.model.tracked import SearchHit, Similar, TrackedClaim

_ALL = Filter.model_construct()


class Reading:
    """The verbs that only read, over an open session."""

    _session: Session
    _said: tuple[str, ...]

    @property
    def warnings(self) -> tuple[str, ...]:
        """What opening had to say (for example: the schema was migrated, and where the copy is)."""
        return self._said

    def claims(self, filter: Filter = _ALL) -> list[TrackedClaim]:
        with self._reading():
            return list(claims.find(self._session.conn, filter))

    def iter_claims(self, filter: Filter = _ALL) -> Iterator[TrackedClaim]:
        """The same in batches, for exports."""
        with self._reading():
            yield from claims.find(self._session.conn, filter)

    def count(self, filter: Filter = _ALL) -> int:
        with self._reading():
            return claims.count(self._session.conn, filter)

    def claim(self, id: int) -> TrackedClaim:
        """One claim; NotFound says which ids there are."""
        with self._reading():
            return self._session.picked(id)[0]

    def absent(self, ids: Sequence[int]) -> list[int]:
        """Those of the ids that no claim has."""
        with self._reading():
            return claims.absent(self._session.conn, ids)

    def absent_documents(self, names: Sequence[str]) -> list[str]:
        """Those of the names (as `Filter.document` takes them) that no document has."""
        with self._reading():
            return [name for name in names if not documents.fits_any(self._session.conn, name)]

    def spellings(self, field: str) -> list[str]:
        """The words that claims have for a field of a filter (tag, unit, document, language, speaker, assignee)."""
        from claimtrack.store import statistics

        with self._reading():
            return statistics.spellings(self._session.conn, field)

    def search(self, words: str, filter: Filter = _ALL) -> list[SearchHit]:
        """Ranked full-text search over text, quote, gloss, notes and evidence; 50 hits unless `filter.limit` says."""
        with self._reading():
            return searching.search(self._session.conn, words, filter)

    def similar(self, id: int, *, limit: int = 10) -> list[Similar]:
        import claimtrack.tracker.likeness as likeness

        with self._reading():
            return likeness.like(self._session.conn, self.claim(id), limit)

    def compare(self, a: int | str, b: int | str, *, checkable: bool | None = True) -> Comparison:
        """Two documents (id or name): what repeats, what differs, what stands alone."""
        from claimtrack.model.across import Comparison
        from claimtrack.tracking import comparing

        with self._reading():
            first, second = self.document(a), self.document(b)
            left, right = (
                self.claims(Filter(document=(str(each.id),), checkable=checkable)) for each in (first, second)
            )
            return Comparison.model_construct(a=first, b=second, pairs=comparing.compare(left, right))

    def facts(self, words: str | None = None, filter: Filter = _ALL) -> list[Fact]:
        from claimtrack.tracking import facts

        with self._reading():
            chosen = filter.model_copy(update={"text": words}) if words else filter
            return facts.facts(claims.find(self._session.conn, chosen))

    def stats(self, filter: Filter = _ALL) -> Stats:
        from claimtrack.store import statistics

        with self._reading():
            return statistics.stats(self._session.conn, filter, self._session.now())

    def tags(self) -> list[TagCount]:
        from claimtrack.store import statistics

        with self._reading():
            return statistics.tags(self._session.conn)

    def source_list(self) -> list[Source]:
        with self._reading():
            return sourcing.sources(self._session.conn)

    def source_show(self, id: int) -> Source:
        with self._reading():
            return sourcing.source(self._session.conn, id)

    def history(
        self, claim: int | None = None, *, limit: int | None = 50, confidential: bool = True
    ) -> list[Operation]:
        """Operations, newest first; with `claim` only those that touched it (and only its changes).

        Without `confidential`, what was done to confidential sources and with them is left out, as exports want it.
        """
        from claimtrack.tracking import discretion

        with self._reading():
            found = undoing.history(self._session.conn, claim, limit)
            return found if confidential else discretion.open_history(found, undoing.hidden(self._session.conn))

    def documents(self) -> list[DocumentRow]:
        with self._reading():
            return documents.documents(self._session.conn)

    def document(self, which: int | str) -> DocumentRow:
        """One document with text, sentences and mentions, by id, name or the beginning of its sha256."""
        with self._reading():
            return documents.load(self._session.conn, documents.find(self._session.conn, which))

    def export_rows(self, filter: Filter = _ALL, *, confidential: bool = False) -> Iterator[dict[str, str]]:
        """Rows of strings in the order of `claimtrack.tracking.rows.COLUMNS`, without a formula guard."""
        from claimtrack.tracking import rows

        for claim in self.iter_claims(filter):
            yield rows.to_row(claim, confidential=confidential)

    def import_plan(self, rows: Iterable[ImportRow | Mapping[str, str]]) -> ImportPlan:
        """What an import would change; writes nothing. Mappings are rows of strings by column name."""
        import claimtrack.tracker.importing as importing

        with self._reading():
            return importing.plan(self._session, rows)[0]

    def saved_filters(self) -> list[SavedFilter]:
        with self._reading():
            return saving.saved(self._session.conn)

    def saved_filter(self, name: str) -> SavedFilter:
        with self._reading():
            return saving.named(self._session.conn, name)

    def check(self) -> list[Problem]:
        """Everything wrong with the database; empty when it is sound."""
        from claimtrack.store import checking

        with self._reading():
            return checking.check(self._session.conn, capturing.captures_folder(self._session.path))

    def backup(self, file: str | Path) -> Path:
        """A verified copy through SQLite's online backup."""
        with self._reading():
            opening.copy_database(self._session.conn, Path(file))
        return Path(file)

    @property
    def captures(self) -> Path:
        """The folder that holds the copies of sources; a capture's `location` is a path in it."""
        return capturing.captures_folder(self._session.path)

    def today(self) -> str:
        """The day of the tracker's clock."""
        return self._session.now()[:10]

    def _reading(self) -> AbstractContextManager[None]:
        return opening.clear_errors(self._session.path)
