"""Annotated texts as the claim judgements study them: each sentence as the pipeline reads it, with its gold claims."""

from __future__ import annotations

import datetime
import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from claimtrack import languages, mentions
from claimtrack.claims.analysis import settled
from claimtrack.claims.annotations import GoldClaim, GoldDocument, read, read_documents
from claimtrack.claims.cues import Cues, cues
from claimtrack.claims.draft import Passage
from claimtrack.claims.outline import Outline
from claimtrack.claims.passages import passage
from claimtrack.claims.voices.attribution import frames
from claimtrack.languages.layout import structure_words
from claimtrack.model.mentions import Mention
from claimtrack.tagging import Grammar
from claimtrack.tagging import load as shipped_grammar
from claimtrack.tagging import train as grammar_training
from claimtrack.tagging.treebank import Tagged
from claimtrack.text.quotes import quoted_spans
from claimtrack.text.structure import structure
from claimtrack.text.tokens import Token, tokenize


@dataclass(slots=True)
class Annotated:
    """One sentence as a passage, laid out, and its gold claims."""

    text: str
    passage: Passage
    gold: list[GoldClaim]
    known: Cues
    cut: bool = True
    """Whether its claims also teach where a claim begins and ends."""
    outline: Outline = field(init=False)

    def __post_init__(self) -> None:
        self.outline = Outline(self.passage, frames(self.passage, self.known))


Texts = Mapping[str, Sequence[Sequence[Annotated]]]
"""Annotated texts by genre; each text is its sentences."""


def texts(treebanks: Path, annotations: Path, language: str, parses: Path | None) -> Texts:
    """All annotated texts of a language: the sentences of the treebank, and the documents by genre."""
    gold = read(annotations / f"{language}.jsonl")
    tagged = grammar_training.own_sentences(annotations, language)
    sentences = from_treebank(_parsed(treebanks, language, frozenset(gold), parses, tagged), gold, language)
    found: dict[str, list[list[Annotated]]] = {"treebank sentences": [[each] for each in sentences]}
    grammars = unseen_grammars(treebanks, language, tagged)
    for name, cut in (("documents", True), ("kinds", False)):
        for document in read_documents(annotations / f"{language}.{name}.jsonl"):
            genre = document.genre if cut else f"{document.genre} for kinds"
            grammar = grammars[_fold(document.name, len(grammars))]
            found.setdefault(genre, []).append(from_document(document, language, grammar, cut))
    return found


_FOLDS = 3


def unseen_grammars(treebanks: Path, language: str, tagged: Sequence[Tagged]) -> list[Grammar]:
    """One grammar a fold of our documents, whose tagger has not learned from their tagged sentences.

    Where no sentence of ours is tagged, that is the one that ships.
    """
    shipped = shipped_grammar(language)
    if not tagged:
        return [shipped]
    trees = grammar_training.all_trees(treebanks, language)
    seen = [[t for t in tagged if _fold(t.document, _FOLDS) != fold] for fold in range(_FOLDS)]
    return [replace(shipped, tags=grammar_training.tagger(trees, some, language)) for some in seen]


def _fold(document: str, folds: int) -> int:
    return zlib.crc32(document.encode()) % folds


def by_text(some: Texts, keep: Callable[[int], bool]) -> dict[str, list[Annotated]]:
    """The sentences of the texts whose number within their genre is kept."""
    return {name: [row for i, text in enumerate(found) if keep(i) for row in text] for name, found in some.items()}


Parsed = dict[str, tuple[str, list[str], list[int], list[str]]]


def _parsed(
    treebanks: Path, language: str, wanted: frozenset[str], folder: Path | None, tagged: Sequence[Tagged]
) -> Parsed:
    kept = folder / f"{language}.json" if folder else None
    if kept and kept.exists():
        return {key: tuple(row) for key, row in json.loads(kept.read_text(encoding="utf-8")).items()}
    found = unseen_parses(treebanks, language, wanted, tagged)
    if kept:
        kept.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return found


def unseen_parses(folder: Path, language: str, wanted: frozenset[str], tagged: Sequence[Tagged]) -> Parsed:
    """Text, tags, heads and relations of the wanted sentences, each parsed by models that have not seen it."""
    trees = grammar_training.all_trees(folder, language)
    found: Parsed = {}
    folds = 5 if language == "ar" else 1
    for fold in range(folds):
        held = {t.id for i, t in enumerate(trees) if t.id in wanted and i % folds == fold}
        grammar = grammar_training.train([t for t in trees if t.id not in held], language, tagged)
        hooks = languages.load(language).hooks
        for tree in trees:
            if tree.id in held:
                tags, parse = grammar.read(tree.tokens, hooks.word_features, hooks.certain_tag, hooks.SCRIPT)
                found[tree.id] = (tree.text, tags, list(parse.heads), list(parse.relations))
    return found


def from_treebank(parsed: Parsed, gold: Mapping[str, list[GoldClaim]], language: str) -> list[Annotated]:
    """The annotated sentences of a treebank, in the order of their ids."""
    known = languages.load(language)
    rows = []
    for identity in sorted(gold):
        text, tags, heads, relations = parsed[identity]
        tokens = tokenize(text)
        analysis = settled(known.hooks, tokens, tags, heads, relations)
        found = _mentions(text, tokens, analysis.tags, known)
        one = passage(0, (0, len(text)), "body", 0, analysis, cues(language), found, list(quoted_spans(text)))
        rows.append(Annotated(text, one, gold[identity], cues(language)))
    return rows


def from_document(document: GoldDocument, language: str, grammar: Grammar, cut: bool = True) -> list[Annotated]:
    """The sentences of an annotated document; gold offsets count in the whole text."""
    known = languages.load(language)
    quotes = list(quoted_spans(document.text))
    rows = []
    for piece in structure(document.text, structure_words(known)).pieces:
        if piece.role not in ("body", "item", "statement"):
            continue
        tokens = tokenize(document.text, piece.start, piece.end)
        tags, tree = grammar.read(tokens, known.hooks.word_features, known.hooks.certain_tag, known.hooks.SCRIPT)
        analysis = settled(known.hooks, tokens, tags, tree.heads, tree.relations)
        found = _mentions(document.text, tokens, analysis.tags, known, document.published)
        near = [q for q in quotes if q[0] < piece.end and q[1] > piece.start]
        one = passage(0, (piece.start, piece.end), piece.role, 0, analysis, cues(language), found, near)
        gold = [c for c in document.claims if piece.start <= c.start and c.end <= piece.end]
        rows.append(Annotated(document.text, one, gold, cues(language), cut))
    return rows


def _mentions(
    text: str,
    tokens: Sequence[Token],
    tags: Sequence[str],
    known: languages.Language,
    published: str | None = None,
) -> list[Mention]:
    day = datetime.date.fromisoformat(published) if published else None
    hits = mentions.find(tokens, tags, known, day)
    return [
        Mention.model_construct(
            type=h.type, start=h.start, end=h.end, text=text[h.start : h.end], value=h.value, numeral=h.numeral
        )
        for h in hits
    ]
