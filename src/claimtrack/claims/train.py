"""Train the claim judgements from annotated treebank sentences, and print how right they are.

    python -m claimtrack.claims.train TREEBANKS ANNOTATIONS [--language ar|en] [--parses FOLDER]

ANNOTATIONS holds `ar.jsonl` and `en.jsonl` (see `benchmarks/annotations/README.md`). The trees that these models learn
on come from taggers and parsers that have not seen the sentence, as at run time; `--parses` keeps them in a folder,
since making them takes minutes. One sentence in five is held back for measuring; what ships learns from all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import claimtrack.claims.drafting as drafting
import claimtrack.claims.values as values
from claimtrack import languages, mentions
from claimtrack import tagging as grammars
from claimtrack.claims.accounting import judge_passage
from claimtrack.claims.analysis import Analysis
from claimtrack.claims.annotations import GoldClaim, GoldDocument, align, branch_labels, read, read_documents
from claimtrack.claims.attribution import NARRATION
from claimtrack.claims.cues import cues
from claimtrack.claims.draft import Draft, Frame, Passage
from claimtrack.claims.kinds import features
from claimtrack.claims.models import Models
from claimtrack.claims.passages import passage
from claimtrack.claims.selection import Facts, branch_features, head_features, is_candidate
from claimtrack.claims.spans import is_optional
from claimtrack.claims.standing import modality, polarity
from claimtrack.languages.layout import structure_words
from claimtrack.model.mentions import Mention
from claimtrack.tagging import train as grammar_training
from claimtrack.tagging.logistic import Example, learn
from claimtrack.tagging.perceptron import pack
from claimtrack.text.quotes import quoted_spans
from claimtrack.text.structure import structure
from claimtrack.text.tokens import Token, tokenize

WEIGHTS = Path(__file__).with_name("weights")


@dataclass(frozen=True, slots=True)
class Annotated:
    """One sentence as a passage, and its gold claims."""

    text: str
    passage: Passage
    gold: list[GoldClaim]


def train(sentences: Sequence[Annotated], language: str) -> Models:
    """All four models from annotated sentences."""
    heads: list[Example] = []
    branches: list[Example] = []
    kinds: list[tuple[list[str], str]] = []
    checkable: list[Example] = []
    for each in sentences:
        _structure_examples(each, heads, branches)
        for draft, gold in _gold_drafts(each, language):
            signs = features(draft)
            kinds.append((signs, gold.kind))
            checkable.append(([*signs, "kind " + gold.kind], int(gold.checkable)))
    names = tuple(sorted({kind for _, kind in kinds}))
    return Models(
        heads=learn(("no", "yes"), heads),
        branches=learn(("out", "in"), branches),
        kinds=learn(names, [(signs, names.index(kind)) for signs, kind in kinds]),
        checkable=learn(("no", "yes"), checkable),
    )


def _structure_examples(each: Annotated, heads: list[Example], branches: list[Example]) -> None:
    p = each.passage
    a, facts = p.analysis, Facts(p.classes, p.mention_types)
    gold_heads: set[int] = set()
    for claim in each.gold:
        found = align(a, claim)
        if found is None:
            continue
        gold_heads.add(found[0])
        for kid, held in branch_labels(a, *found):
            if is_optional(a, kid):
                branches.append((branch_features(a, found[0], kid, facts), int(held)))
    for i in range(len(a.tokens)):
        if is_candidate(a, i) or i in gold_heads:
            heads.append((head_features(a, i, facts), int(i in gold_heads)))


def _gold_drafts(each: Annotated, language: str) -> Iterable[tuple[Draft, GoldClaim]]:
    known = cues(language)
    rows: list[tuple[Draft, GoldClaim]] = []
    for claim in each.gold:
        found = align(each.passage.analysis, claim)
        if found is not None:
            frame = Frame(claim.speaker, claim.attribution, None) if claim.attribution != "narrated" else NARRATION
            rows.append((Draft(each.passage, found[0], sorted(found[1]), claim.start, claim.end, 1.0, frame), claim))
    values.assign([draft for draft, _ in rows])
    for draft, _ in rows:
        draft.polarity, draft.modality = polarity(draft, known)[0], modality(draft, known)[0]
    return rows


def measure(models: Models, sentences: Sequence[Annotated], language: str) -> str:
    """Precision, recall and F1 of checkable claims at half overlap, and the share of right kinds."""
    right = offered = wanted = kinds = paired = 0
    known = cues(language)
    for each in sentences:
        found = drafting.draft(each.passage, models, known)
        judge_passage(found, known, models)
        gold = [g for g in each.gold if g.checkable]
        wanted += len(gold)
        offered += sum(d.checkable for d in found)
        taken: set[int] = set()
        for draft in sorted(found, key=lambda d: d.start):
            best = max(((_overlap(draft, g), k) for k, g in enumerate(each.gold) if k not in taken), default=(0.0, -1))
            if best[0] >= 0.5:
                taken.add(best[1])
                claim = each.gold[best[1]]
                right += claim.checkable and draft.checkable
                kinds += draft.kind in (claim.kind, *claim.also_kinds)
                paired += 1
    precision, recall = right / max(1, offered), right / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    share = kinds / max(1, paired)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}, kinds {share:.3f} over {wanted} claims"


def _overlap(draft: Draft, gold: GoldClaim) -> float:
    shared = min(draft.end, gold.end) - max(draft.start, gold.start)
    return max(0, shared) / (max(draft.end, gold.end) - min(draft.start, gold.start))


Parsed = dict[str, tuple[str, list[str], list[int], list[str]]]


def unseen_parses(folder: Path, language: str, wanted: frozenset[str]) -> Parsed:
    """Text, tags, heads and relations of the wanted sentences, each parsed by models that have not seen it."""
    trees = grammar_training.all_trees(folder, language)
    found: Parsed = {}
    folds = 5 if language == "ar" else 1
    for fold in range(folds):
        held = {t.id for i, t in enumerate(trees) if t.id in wanted and i % folds == fold}
        grammar = grammar_training.train([t for t in trees if t.id not in held], language)
        hooks = languages.load(language).hooks
        for tree in trees:
            if tree.id in held:
                tags, parse = grammar.read(tree.tokens, hooks.word_features, hooks.certain_tag, hooks.SCRIPT)
                found[tree.id] = (tree.text, tags, list(parse.heads), list(parse.relations))
    return found


def annotated(parsed: Parsed, gold: dict[str, list[GoldClaim]], language: str) -> list[Annotated]:
    """Passages for the annotated sentences, in the order of their ids."""
    known = languages.load(language)
    rows = []
    for identity in sorted(gold):
        text, tags, heads, relations = parsed[identity]
        tokens = tokenize(text)
        found = _mentions(text, tokens, tags, known)
        analysis = Analysis(tokens, tags, heads, relations)
        one = passage(0, (0, len(text)), "body", 0, analysis, cues(language), found, list(quoted_spans(text)))
        rows.append(Annotated(text, one, gold[identity]))
    return rows


def from_documents(documents: Sequence[GoldDocument], language: str) -> list[Annotated]:
    """The sentences of annotated documents, read as the pipeline reads them; gold offsets count in the whole text."""
    known = languages.load(language)
    rows = []
    for document in documents:
        words = structure_words(known)
        quotes = list(quoted_spans(document.text))
        for piece in structure(document.text, words).pieces:
            if piece.role not in ("body", "item", "statement"):
                continue
            tokens = tokenize(document.text, piece.start, piece.end)
            tags, tree = grammars.load(language).read(
                tokens, known.hooks.word_features, known.hooks.certain_tag, known.hooks.SCRIPT
            )
            found = _mentions(document.text, tokens, tags, known)
            analysis = Analysis(tokens, tags, tree.heads, tree.relations)
            near = [q for q in quotes if q[0] < piece.end and q[1] > piece.start]
            one = passage(0, (piece.start, piece.end), piece.role, 0, analysis, cues(language), found, near)
            gold = [c for c in document.claims if piece.start <= c.start and c.end <= piece.end]
            rows.append(Annotated(document.text, one, gold))
    return rows


def _mentions(text: str, tokens: Sequence[Token], tags: Sequence[str], known: languages.Language) -> list[Mention]:
    hits = mentions.find(tokens, tags, known, None)
    return [
        Mention.model_construct(type=h.type, start=h.start, end=h.end, text=text[h.start : h.end], value=h.value)
        for h in hits
    ]


def _parses(options: argparse.Namespace, language: str, wanted: frozenset[str]) -> Parsed:
    kept = options.parses / f"{language}.json" if options.parses else None
    if kept and kept.exists():
        return {key: tuple(row) for key, row in json.loads(kept.read_text(encoding="utf-8")).items()}
    found = unseen_parses(options.treebanks, language, wanted)
    if kept:
        kept.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("annotations", type=Path)
    parser.add_argument("--language", choices=sorted(grammar_training.FILES), action="append")
    parser.add_argument("--parses", type=Path)
    options = parser.parse_args()
    for language in options.language or sorted(grammar_training.FILES):
        gold = read(options.annotations / f"{language}.jsonl")
        rows = annotated(_parses(options, language, frozenset(gold)), gold, language)
        own = options.annotations / f"{language}.documents.jsonl"
        documents = read_documents(own) if own.exists() else []
        held = [row for i, row in enumerate(rows) if i % 5 == 0]
        held_documents = from_documents(documents[::5], language)
        seen = from_documents([d for i, d in enumerate(documents) if i % 5], language)
        models = train([*(row for i, row in enumerate(rows) if i % 5), *seen], language)
        print(f"{language}, held-back treebank sentences: {measure(models, held, language)}", flush=True)
        print(f"{language}, held-back documents: {measure(models, held_documents, language)}", flush=True)
        final = train([*rows, *seen, *held_documents], language)
        (WEIGHTS / f"{language}.xz").write_bytes(pack({name: getattr(final, name) for name in Models.__slots__}))


if __name__ == "__main__":
    main()
