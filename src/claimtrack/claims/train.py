"""Train the claim judgements from annotated sentences and documents, and print how right they are.

    python -m claimtrack.claims.train TREEBANKS ANNOTATIONS [--language ar|en] [--parses FOLDER]

ANNOTATIONS holds the files that `benchmarks/annotations/README.md` describes. The trees that these models learn on come
from taggers and parsers that have not seen the sentence, as at run time; `--parses` keeps them in a folder, since
making them takes minutes. One text in five is held back for measuring; what ships learns from all.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import claimtrack.claims.drafting as drafting
import claimtrack.claims.values as values
from claimtrack.claims.accounting import judge_passage
from claimtrack.claims.annotations import GoldClaim, tokens_of
from claimtrack.claims.cues import cues
from claimtrack.claims.draft import Draft, Frame
from claimtrack.claims.judging.kinds import features
from claimtrack.claims.judging.standing import standing
from claimtrack.claims.models import Models
from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.borders import begin_features, end_features
from claimtrack.claims.splitting.proposing import between
from claimtrack.claims.splitting.rivals import hopeful, numbers
from claimtrack.claims.splitting.spans import Span, span_parts
from claimtrack.claims.study import Annotated, by_text, texts
from claimtrack.claims.voices.attribution import NARRATION
from claimtrack.tagging import train as grammar_training
from claimtrack.tagging.boosting import Weighing, grow
from claimtrack.tagging.logistic import Odds, Weighed, learn, learn_odds

WEIGHTS = Path(__file__).with_name("weights")
FOLDS = 4
"""Into so many parts the sentences are cut; each is judged by what the others taught, to feed the next judgement."""
_FAR, _NEAR = 0.4, 0.9
"""A candidate that shares less than the first with every gold claim is wrong; from the second on it is right."""
_BORDERS, _SPANS, _KINDS = 3.0, 3.0, 6.0
"""The penalties of the judgements."""


def train(sentences: Sequence[Annotated], language: str) -> Models:
    """All judgements from annotated sentences; some of them teach kinds alone."""
    cut = [each for each in sentences if each.cut]
    outlines = [each.outline for each in cut]
    gold = [_gold_spans(each) for each in cut]
    begins, begin_scores = _border(outlines, [{i for i, _ in some} for some in gold], begin_features)
    ends, end_scores = _border(outlines, [{j for _, j in some} for some in gold], end_features)
    candidates = [between(*row) for row in zip(outlines, begin_scores, end_scores, strict=True)]
    targets = [[_rightness(span, some) for span in spans] for spans, some in zip(candidates, gold, strict=True)]
    for o, some in zip(outlines, candidates, strict=True):
        for span in some:
            span.named, span.parts = span_parts(o, span)
    signs = [[span.signs for span in some] for some in candidates]
    spans = _stacked(signs, targets, _SPANS, lambda k, n, score: setattr(candidates[k][n], "score", score))
    rivals = grow(
        [
            Weighing(span.signs, numbers(some, n), _rightness(span, right), span.score)
            for some, right in zip(map(hopeful, candidates), gold, strict=True)
            for n, span in enumerate(some)
        ]
    )
    kinds, checkable = _judgements(sentences, language)
    names = tuple(sorted({kind for _, kind in kinds}))
    return Models(
        begins=begins,
        ends=ends,
        spans=spans,
        rivals=rivals,
        kinds=learn(names, [(some, names.index(kind)) for some, kind in kinds], penalty=_KINDS),
        checkable=learn_odds(checkable),
    )


def _gold_spans(each: Annotated) -> list[tuple[int, int]]:
    found = (tokens_of(each.passage.analysis, claim) for claim in each.gold)
    return [span for span in found if span is not None]


def _rightness(span: Span, gold: Iterable[tuple[int, int]]) -> float:
    """How far a candidate is right: what it shares with the nearest gold claim, stretched to 0 to 1."""
    best = max((span.overlap(Span(i, j, 0.0, 0.0)) for i, j in gold), default=0.0)
    return max(0.0, min(1.0, (best - _FAR) / (_NEAR - _FAR)))


def _border(
    outlines: Sequence[Outline], gold: Sequence[set[int]], look: Callable[[Outline, int], list[str]]
) -> tuple[Odds, list[list[tuple[int, float]]]]:
    """The judgement of one border, and for every sentence the scores that the other parts teach."""
    words = [[i for i, mark in enumerate(o.marks) if not mark] for o in outlines]
    signs = [[look(o, i) for i in some] for o, some in zip(outlines, words, strict=True)]
    targets = [[float(i in right) for i in some] for some, right in zip(words, gold, strict=True)]
    scores = [[(i, 0.0) for i in some] for some in words]

    def keep(k: int, n: int, score: float) -> None:
        scores[k][n] = (words[k][n], score)

    return _stacked(signs, targets, _BORDERS, keep), scores


def _stacked(
    signs: Sequence[Sequence[list[str]]],
    targets: Sequence[Sequence[float]],
    penalty: float,
    keep: Callable[[int, int, float], None],
) -> Odds:
    """A judgement learned from all sentences; `keep` gets the score of example `n` of sentence `k` from the others."""

    def examples(some: Iterable[int]) -> list[Weighed]:
        return [row for k in some for row in zip(signs[k], targets[k], strict=True)]

    size = len(signs)
    for fold in range(FOLDS):
        held = range(fold, size, FOLDS)
        model = learn_odds(examples(k for k in range(size) if k % FOLDS != fold), penalty=penalty)
        for k in held:
            for n, some in enumerate(signs[k]):
                keep(k, n, model.score(some))
    return learn_odds(examples(range(size)), penalty=penalty)


def _judgements(sentences: Sequence[Annotated], language: str) -> tuple[list[tuple[list[str], str]], list[Weighed]]:
    """Examples of kinds and of what can be checked."""
    kinds: list[tuple[list[str], str]] = []
    checkable: list[Weighed] = []
    for each in sentences:
        for draft, gold in _gold_drafts(each, language):
            signs = features(draft)
            kinds.append((signs, gold.kind))
            checkable.append((signs, float(gold.checkable)))
    return kinds, checkable


def _gold_drafts(each: Annotated, language: str) -> list[tuple[Draft, GoldClaim]]:
    known = cues(language)
    rows: list[tuple[Draft, GoldClaim]] = []
    for claim in each.gold:
        found = tokens_of(each.passage.analysis, claim)
        if found is not None:
            frame = Frame(claim.speaker, claim.attribution, None) if claim.attribution != "narrated" else NARRATION
            tokens = list(range(found[0], found[1] + 1))
            head = each.outline.head(*found)
            rows.append((Draft(each.passage, head, tokens, claim.start, claim.end, 1.0, frame), claim))
    values.assign([draft for draft, _ in rows])
    for draft, _ in rows:
        draft.polarity, draft.modality, _ = standing(draft, known)
    return rows


def measure(models: Models, sentences: Sequence[Annotated], language: str) -> str:
    """Precision, recall and F1 of checkable claims at half overlap, and the share of right kinds."""
    right = offered = wanted = kinds = paired = 0
    known = cues(language)
    for each in sentences:
        found = drafting.draft(each.passage, models, known)
        judge_passage(found, known, models)
        wanted += sum(g.checkable for g in each.gold)
        offered += sum(d.checkable for d in found)
        for draft, claim in pairs(found, each.gold):
            right += claim.checkable and draft.checkable
            kinds += draft.kind in (claim.kind, *claim.also_kinds)
            paired += 1
    precision, recall = right / max(1, offered), right / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    share = kinds / max(1, paired)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}, kinds {share:.3f} over {wanted} claims"


def pairs(found: Sequence[Draft], gold: Sequence[GoldClaim]) -> list[tuple[Draft, GoldClaim]]:
    """Drafts and gold claims paired one to one, the best overlap first, from half on."""
    rows = sorted(
        ((_overlap(d, g), -n, -k) for n, d in enumerate(found) for k, g in enumerate(gold)),
        reverse=True,
    )
    taken: set[int] = set()
    given: set[int] = set()
    kept = []
    for overlap, n, k in rows:
        if overlap >= _HALF and n not in taken and k not in given:
            taken.add(n)
            given.add(k)
            kept.append((found[-n], gold[-k]))
    return kept


_HALF = 0.5


def _overlap(draft: Draft, gold: GoldClaim) -> float:
    shared = min(draft.end, gold.end) - max(draft.start, gold.start)
    return max(0, shared) / (max(draft.end, gold.end) - min(draft.start, gold.start))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("annotations", type=Path)
    parser.add_argument("--language", choices=sorted(grammar_training.FILES), action="append")
    parser.add_argument("--parses", type=Path)
    parser.add_argument("--measure-only", action="store_true")
    options = parser.parse_args()
    for language in options.language or sorted(grammar_training.FILES):
        known = texts(options.treebanks, options.annotations, language, options.parses)
        seen, held = by_text(known, lambda i: i % 5 != 0), by_text(known, lambda i: i % 5 == 0)
        models = train([row for rows in seen.values() for row in rows], language)
        for name, rows in held.items():
            print(f"{language}, {name} held back: {measure(models, rows, language)}", flush=True)
        if not options.measure_only:
            everything = by_text(known, lambda _: True)
            final = train([row for rows in everything.values() for row in rows], language)
            final.save(WEIGHTS, language)


if __name__ == "__main__":
    main()
