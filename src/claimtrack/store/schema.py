"""The schema, as small named migrations. Only ever add one at the end; a migration that shipped never
changes.

All tables are STRICT. `start` and `end` are called span_start and span_end, because END is a word of SQL.
What a person
removes is only hidden (`removed`), evidence is withdrawn, and the history (operations, changes) only grows.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("claimtrack")

_DOCUMENTS = """
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  language TEXT, published TEXT, speaker TEXT, title TEXT, source TEXT, engine TEXT,
  added_at TEXT NOT NULL, added_by TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX documents_name ON documents (name);
CREATE TRIGGER documents_text_is_immutable BEFORE UPDATE OF text, sha256 ON documents
  WHEN new.text IS NOT old.text OR new.sha256 IS NOT old.sha256
  BEGIN SELECT RAISE(ABORT, 'the text of a document never changes'); END;
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id),
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  role TEXT NOT NULL, set_aside TEXT
) STRICT;
CREATE INDEX sentences_document ON sentences (document_id, span_start);
CREATE TABLE mentions (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id),
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  type TEXT NOT NULL, text TEXT NOT NULL, value TEXT NOT NULL
) STRICT;
CREATE INDEX mentions_document ON mentions (document_id, span_start);
"""

_CLAIMS = """
CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id),
  key TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'extracted',
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  quote TEXT NOT NULL, kind TEXT NOT NULL, checkable INTEGER NOT NULL,
  speaker TEXT, attribution TEXT NOT NULL, subject TEXT, polarity TEXT NOT NULL, modality TEXT NOT NULL,
  text TEXT NOT NULL, gloss TEXT NOT NULL, score REAL NOT NULL,
  predicate_text TEXT, predicate_lemma TEXT, predicate_english TEXT,
  reasons TEXT NOT NULL DEFAULT '[]', voices TEXT NOT NULL DEFAULT '[]',
  ambiguous TEXT NOT NULL DEFAULT '[]', links TEXT NOT NULL DEFAULT '[]',
  status TEXT NOT NULL DEFAULT 'unverified', status_at TEXT, status_by TEXT, status_reason TEXT,
  assignee TEXT, edited TEXT NOT NULL DEFAULT '[]',
  missing_since TEXT,
  duplicate_of INTEGER REFERENCES claims (id), superseded_by INTEGER REFERENCES claims (id),
  outdated_on TEXT, published_url TEXT, correction TEXT,
  added_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  speaker_key TEXT, assignee_key TEXT,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX claims_document ON claims (document_id, span_start, span_end, id);
CREATE INDEX claims_status ON claims (status, document_id, span_start, span_end, id);
CREATE INDEX claims_kind ON claims (kind, document_id, span_start, span_end, id);
CREATE INDEX claims_speaker ON claims (speaker_key);
CREATE INDEX claims_assignee ON claims (assignee_key) WHERE assignee_key IS NOT NULL;
CREATE INDEX claims_duplicate ON claims (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX claims_superseded ON claims (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE TABLE quantities (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  value ANY, low ANY, high ANY,
  comparator TEXT NOT NULL, unit TEXT, unit_text TEXT, per TEXT, change TEXT,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL
) STRICT;
CREATE INDEX quantities_claim ON quantities (claim_id);
CREATE INDEX quantities_unit ON quantities (unit, value);
CREATE TABLE times (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  kind TEXT NOT NULL, first_day TEXT, last_day TEXT, calendar TEXT, duration TEXT, period TEXT,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL
) STRICT;
CREATE INDEX times_claim ON times (claim_id);
CREATE TABLE places (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  code TEXT NOT NULL
) STRICT;
CREATE INDEX places_claim ON places (claim_id);
CREATE INDEX places_code ON places (code, claim_id);
CREATE TABLE appearances (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  quote TEXT NOT NULL, speaker TEXT, attribution TEXT NOT NULL
) STRICT;
CREATE INDEX appearances_claim ON appearances (claim_id);
"""

_TRACKING = """
CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE claim_tags (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  tag_id INTEGER NOT NULL REFERENCES tags (id),
  UNIQUE (claim_id, tag_id)
) STRICT;
CREATE INDEX claim_tags_tag ON claim_tags (tag_id, claim_id);
CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  text TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX notes_claim ON notes (claim_id);
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL, title TEXT, publisher TEXT, author TEXT, url TEXT, canonical_url TEXT, published TEXT,
  rank TEXT, origin TEXT, interest TEXT, access TEXT NOT NULL DEFAULT 'public',
  added_at TEXT NOT NULL, added_by TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX sources_canonical ON sources (canonical_url);
CREATE TABLE captures (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  method TEXT NOT NULL, location TEXT, at TEXT NOT NULL, sha256 TEXT, bytes INTEGER, media_type TEXT,
  http_status INTEGER, tool TEXT, last_checked TEXT, state TEXT NOT NULL, reason TEXT,
  tries INTEGER NOT NULL DEFAULT 1,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX captures_source ON captures (source_id);
CREATE INDEX captures_sha256 ON captures (sha256);
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  source_id INTEGER NOT NULL REFERENCES sources (id),
  stance TEXT NOT NULL, quote TEXT, locator TEXT, note TEXT,
  added_at TEXT NOT NULL, added_by TEXT NOT NULL,
  withdrawn_at TEXT, withdrawn_by TEXT, withdrawn_because TEXT
) STRICT;
CREATE INDEX evidence_claim ON evidence (claim_id);
CREATE INDEX evidence_source ON evidence (source_id);
CREATE TRIGGER evidence_stays BEFORE DELETE ON evidence
  BEGIN SELECT RAISE(ABORT, 'evidence is withdrawn, never deleted'); END;
CREATE TABLE filters (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, words TEXT, filter TEXT NOT NULL
) STRICT;
"""

_HISTORY = """
CREATE TABLE operations (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL, actor TEXT NOT NULL, command TEXT NOT NULL, reason TEXT,
  undoes INTEGER REFERENCES operations (id),
  previous_hash TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX operations_undoes ON operations (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operations (id),
  claim_id INTEGER REFERENCES claims (id),
  item TEXT NOT NULL, item_id INTEGER NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX changes_operation ON changes (operation_id);
CREATE INDEX changes_claim ON changes (claim_id, operation_id);
CREATE TRIGGER operations_grow_only_1 BEFORE UPDATE ON operations
  BEGIN SELECT RAISE(ABORT, 'history only grows'); END;
CREATE TRIGGER operations_grow_only_2 BEFORE DELETE ON operations
  BEGIN SELECT RAISE(ABORT, 'history only grows'); END;
CREATE TRIGGER changes_grow_only_1 BEFORE UPDATE ON changes
  BEGIN SELECT RAISE(ABORT, 'history only grows'); END;
CREATE TRIGGER changes_grow_only_2 BEFORE DELETE ON changes
  BEGIN SELECT RAISE(ABORT, 'history only grows'); END;
"""

_SEARCH = """
CREATE TABLE claim_words (
  claim_id INTEGER PRIMARY KEY REFERENCES claims (id),
  claim TEXT NOT NULL, notes TEXT NOT NULL DEFAULT '', evidence TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE VIRTUAL TABLE claim_search USING fts5 (
  claim, notes, evidence, content='claim_words', content_rowid='claim_id',
  tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER claim_words_inserted AFTER INSERT ON claim_words BEGIN
  INSERT INTO claim_search (rowid, claim, notes, evidence)
    VALUES (new.claim_id, new.claim, new.notes, new.evidence);
END;
CREATE TRIGGER claim_words_deleted AFTER DELETE ON claim_words BEGIN
  INSERT INTO claim_search (claim_search, rowid, claim, notes, evidence)
    VALUES ('delete', old.claim_id, old.claim, old.notes, old.evidence);
END;
CREATE TRIGGER claim_words_updated AFTER UPDATE ON claim_words BEGIN
  INSERT INTO claim_search (claim_search, rowid, claim, notes, evidence)
    VALUES ('delete', old.claim_id, old.claim, old.notes, old.evidence);
  INSERT INTO claim_search (rowid, claim, notes, evidence)
    VALUES (new.claim_id, new.claim, new.notes, new.evidence);
END;
"""

_VIEWS = """
CREATE VIEW claims_readable AS
  SELECT c.id, c.gloss, c.status, c.speaker, c.kind, c.text, c.quote, d.name AS document,
    (SELECT group_concat(name, '; ') FROM
      (SELECT t.name FROM claim_tags ct JOIN tags t ON t.id = ct.tag_id WHERE ct.claim_id = c.id ORDER BY
      t.folded)
    ) AS tags,
    (SELECT group_concat(code, ' ') FROM (SELECT code FROM places p WHERE p.claim_id = c.id ORDER BY
    p.id)) AS places,
    (SELECT count(*) FROM evidence e WHERE e.claim_id = c.id AND e.withdrawn_at IS NULL) AS evidence,
    (SELECT count(*) FROM notes n WHERE n.claim_id = c.id AND NOT n.removed) AS notes,
    c.assignee, c.score, c.checkable, c.subject, c.polarity, c.modality, d.published, d.language,
    c.status_at, c.status_by, c.status_reason, c.document_id
  FROM claims c JOIN documents d ON d.id = c.document_id
  WHERE NOT c.removed AND c.duplicate_of IS NULL AND c.superseded_by IS NULL;
CREATE VIEW evidence_readable AS
  SELECT e.id, e.claim_id, c.gloss AS claim, e.stance, coalesce(s.title, s.url) AS source, s.url, e.quote,
  e.locator,
    e.note, e.added_at, e.added_by
  FROM evidence e JOIN claims c ON c.id = e.claim_id JOIN sources s ON s.id = e.source_id
  WHERE e.withdrawn_at IS NULL AND s.access <> 'confidential';
CREATE VIEW history_readable AS
  SELECT o.id AS operation, o.at, o.actor, o.command, o.reason, o.undoes, ch.claim_id, ch.item, ch.before,
  ch.after
  FROM operations o LEFT JOIN changes ch ON ch.operation_id = o.id ORDER BY o.id DESC, ch.id;
"""

_WAYS = """
ALTER TABLE captures ADD COLUMN final_url TEXT;
ALTER TABLE captures ADD COLUMN redirects TEXT NOT NULL DEFAULT '[]';
"""

# counted after every list; its WHERE has to be the one of store/filtering.py for SQLite to use it
_STANDING = """
CREATE INDEX claims_standing ON claims (document_id, span_start, span_end, id)
  WHERE NOT removed AND checkable AND duplicate_of IS NULL AND superseded_by IS NULL;
"""


@migrations()
def m001_documents(db: Database) -> None:
    db.executescript(_DOCUMENTS)


@migrations()
def m002_claims(db: Database) -> None:
    db.executescript(_CLAIMS)


@migrations()
def m003_tracking(db: Database) -> None:
    db.executescript(_TRACKING)


@migrations()
def m004_history(db: Database) -> None:
    db.executescript(_HISTORY)


@migrations()
def m005_search(db: Database) -> None:
    db.executescript(_SEARCH)


@migrations()
def m006_views(db: Database) -> None:
    db.executescript(_VIEWS)


@migrations()
def m007_ways_of_captures(db: Database) -> None:
    db.executescript(_WAYS)


@migrations()
def m008_standing_claims(db: Database) -> None:
    db.executescript(_STANDING)
