"""Train the tagger and the parser from Universal Dependencies treebanks, and print how right they are.

    python -m claimtrack.tagging.train TREEBANKS ANNOTATIONS [--language ar|en] [--measure-only]

TREEBANKS is a folder that holds `ar_pud.conllu` and `en_ewt-{train,dev,test}.conllu`; ANNOTATIONS holds our own tagged
sentences, `ar.tags.jsonl` (`benchmarks/annotations/README.md`), which teach the tagger alone. The same files give the
same weights, byte for byte. Arabic is measured by five-fold cross-validation, English on its test part; what ships is
then trained on all sentences.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimtrack import languages
from claimtrack.tagging import PARTS, Grammar
from claimtrack.tagging.parser import coarse, parse, train_heads, train_relations
from claimtrack.tagging.perceptron import Model, pack
from claimtrack.tagging.tagger import tag
from claimtrack.tagging.tagger import train as train_tags
from claimtrack.tagging.treebank import Tagged, Tree, read, read_tagged
from claimtrack.text.tokens import Token

WEIGHTS = Path(__file__).with_name("weights")
FILES = {"ar": ("ar_pud",), "en": ("en_ewt-train", "en_ewt-dev", "en_ewt-test")}


@dataclass(frozen=True, slots=True)
class Recipe:
    """How long each model learns, and how weak a feature may be to stay."""

    tag_rounds: int
    move_rounds: int
    relation_rounds: int
    folds: int
    weakest: tuple[float, float, float]
    quantum: float


RECIPES = {
    "ar": Recipe(8, 12, 5, 4, (0.0, 0.0, 0.0), 0.05),
    "en": Recipe(5, 7, 5, 4, (1.25, 1.5, 1.25), 0.25),
}


def train(trees: Sequence[Tree], language: str, tagged: Sequence[Tagged] = ()) -> Grammar:
    """Learn all three models; the parser learns on tags as the tagger gives them to sentences it has not seen.

    `tagged` sentences without trees teach the tagger too.
    """
    recipe = RECIPES[language]
    hooks = languages.load(language).hooks
    affixes, certain = hooks.word_features, hooks.certain_tag
    guessed: list[list[str]] = [[] for _ in trees]
    for fold in range(recipe.folds):
        seen = [t for i, t in enumerate(trees) if i % recipe.folds != fold]
        model = tagger(seen, tagged, language, recipe.tag_rounds - 2)
        for i in range(fold, len(trees), recipe.folds):
            guessed[i] = tag(model, trees[i].tokens, affixes, certain)
    rows = [(_norms(t.tokens), tags, t) for t, tags in zip(trees, guessed, strict=True)]
    moves = train_heads([(w, g, t.heads) for w, g, t in rows], recipe.move_rounds, recipe.weakest[1], recipe.quantum)
    relations = train_relations(
        [(w, g, t.heads, t.relations) for w, g, t in rows], recipe.relation_rounds, recipe.weakest[2], recipe.quantum
    )
    return Grammar(tagger(trees, tagged, language, recipe.tag_rounds), moves, relations)


def tagger(trees: Sequence[Tree], tagged: Sequence[Tagged], language: str, rounds: int | None = None) -> Model:
    """Learn the tags alone, in so many rounds."""
    recipe, hooks = RECIPES[language], languages.load(language).hooks
    sentences = [*((t.tokens, t.tags) for t in trees), *((t.tokens, t.tags) for t in tagged)]
    rounds = recipe.tag_rounds if rounds is None else rounds
    return train_tags(sentences, hooks.word_features, rounds, recipe.weakest[0], recipe.quantum)


def _norms(tokens: Sequence[Token]) -> list[str]:
    return [t.norm for t in tokens]


@dataclass(slots=True)
class Score:
    """Counts over test sentences."""

    tokens: int = 0
    tags: int = 0
    verbs_right: int = 0
    verbs_found: int = 0
    verbs: int = 0
    words: int = 0
    heads: int = 0
    labelled: int = 0

    def add(self, grammar: Grammar, trees: Sequence[Tree], language: str) -> None:
        for tree in trees:
            tags = self.add_tags(grammar, tree.tokens, tree.tags, language)
            found = parse(grammar.move_weights, grammar.arc_weights, tree.tokens, tags)
            for i, gold in enumerate(tree.tags):
                if _plain(gold) != "PUNCT":
                    right = found.heads[i] == tree.heads[i]
                    self.words += 1
                    self.heads += right
                    self.labelled += right and found.relations[i] in (coarse(tree.relations[i]), "root")

    def add_tags(self, grammar: Grammar, tokens: Sequence[Token], gold: Sequence[str], language: str) -> list[str]:
        """Count how right the tags of one sentence are; the tags."""
        hooks = languages.load(language).hooks
        tags = tag(grammar.tags, tokens, hooks.word_features, hooks.certain_tag)
        for found, right in zip(tags, gold, strict=True):
            self._count(_plain(found), _plain(right))
        return tags

    def _count(self, tag: str, gold: str) -> None:
        self.tokens += 1
        self.tags += tag == gold
        verb, gold_verb = tag in ("VERB", "AUX"), gold in ("VERB", "AUX")
        self.verbs_right += verb and gold_verb
        self.verbs_found += verb
        self.verbs += gold_verb

    def __str__(self) -> str:
        verb_f = 200 * self.verbs_right / (self.verbs_found + self.verbs)
        tags = f"tags {100 * self.tags / self.tokens:.1f} %, verb F {verb_f:.1f}"
        trees = (
            f", heads (UAS) {100 * self.heads / self.words:.1f} %, heads and relations (LAS) "
            f"{100 * self.labelled / self.words:.1f} %"
            if self.words
            else ""
        )
        return f"{tags}{trees} over {self.tokens} tokens"


def _plain(tag: str) -> str:
    return tag.rpartition("|")[2].partition(":")[0]


def measure(folder: Path, language: str, tagged: Sequence[Tagged]) -> Iterator[tuple[str, Score]]:
    """Accuracy on sentences that the models have not seen: those of the treebank, and our own without trees."""
    trees, own = Score(), Score()
    parts = [_trees(folder, name, language) for name in FILES[language]]
    if language == "en":
        trees.add(train(parts[0] + parts[1], language, tagged), parts[2], language)
        yield "treebank", trees
        return
    for fold in range(5):
        seen = [t for i, t in enumerate(parts[0]) if i % 5 != fold]
        grammar = train(seen, language, [row for i, row in enumerate(tagged) if i % 5 != fold])
        trees.add(grammar, parts[0][fold::5], language)
        for each in tagged[fold::5]:
            own.add_tags(grammar, each.tokens, each.tags, language)
    yield "treebank", trees
    if tagged:
        yield "own sentences", own


def all_trees(folder: Path, language: str) -> list[Tree]:
    """All sentences of the language's treebank files."""
    return [tree for name in FILES[language] for tree in _trees(folder, name, language)]


def own_sentences(annotations: Path, language: str) -> list[Tagged]:
    """Our own tagged sentences; none for a language that has no file of them."""
    return list(read_tagged(annotations, language, languages.load(language).hooks.certain_tag))


def _trees(folder: Path, name: str, language: str) -> list[Tree]:
    return list(read(folder / f"{name}.conllu", language, languages.load(language).hooks.certain_tag))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("annotations", type=Path)
    parser.add_argument("--language", choices=sorted(FILES), action="append")
    parser.add_argument("--measure-only", action="store_true")
    parser.add_argument("--no-measure", action="store_true")
    options = parser.parse_args()
    for language in options.language or sorted(FILES):
        tagged = own_sentences(options.annotations, language)
        if not options.no_measure:
            for name, score in measure(options.treebanks, language, tagged):
                print(f"{language}, {name}: {score}", flush=True)
        if not options.measure_only:
            grammar = train(all_trees(options.treebanks, language), language, tagged)
            for part in PARTS:
                (WEIGHTS / f"{language}.{part}.xz").write_bytes(pack({"model": getattr(grammar, part)}))


if __name__ == "__main__":
    main()
