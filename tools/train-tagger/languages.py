"""What the tagger of each language learns from, and what it is measured on.

A training document is a list of sentences that may be read in one window; a sentence is a list of
its views (as printed, as its corpus cuts it), each a (tokens, tags, convention).
"""

import json
from dataclasses import dataclass
from typing import Callable

import corpora
from gensim.models import KeyedVectors

from word_vectors import learn_vectors, read_vectors


@dataclass
class Settings:
    """`average`: share of the mean of the weights that a step keeps; `swap`: of names replaced;
    `datelines`: of sentences that get one; `learn_words`: whether word vectors are changed."""

    hidden: int
    epochs: int
    dropout: float
    word_dropout: float
    average: float
    learn_words: bool
    swap: float
    datelines: float


@dataclass
class Language:
    """`conventions`: numbers of the ways of marking; "articles" is the one asked for in use.
    `swap_places`: those in which every place is marked, whichever it is."""

    conventions: dict[str, int]
    swap_places: tuple[str, ...]
    words_max: int
    settings_of: Callable
    inputs: Callable
    vectors: Callable
    training: Callable
    measures: Callable


def indonesian_settings(options):
    swap, epochs = (0, 24) if options.fold else (0.15, 12)
    return Settings(128, epochs, 0.45, 0.04, 0.995, learn_words=True, swap=swap, datelines=0)


def indonesian_inputs(options):
    if options.fold:
        part = options.corpora / "nerui"
        return [options.export / "raw.txt", part / f"train.{options.fold}.tsv"]
    return [
        options.export / "raw.txt",
        options.corpora / "idner-news-2k/train.txt",
        options.corpora / "nerui/nergithub.txt",
        options.export / "marked-train.jsonl",
        *([options.silver] if options.silver else []),
    ]


def indonesian_vectors(options):
    """Learnt from the raw articles, once: they are kept where `--vectors` says."""
    if not options.vectors.exists():
        rows = (line.split() for line in (options.export / "raw.txt").open(encoding="utf8"))
        learn_vectors(rows, options.seed).save(str(options.vectors))
    return KeyedVectors.load(str(options.vectors))


def indonesian_training(options):
    def sentences(path, convention, separator=None):
        number = INDONESIAN.conventions[convention]
        for sentence in corpora.read_columns(options.corpora / path, separator):
            tokens, tags, _ = corpora.to_own_tokens(sentence)
            yield [[(tokens, tags, number)]]

    if options.fold:
        return list(sentences(f"nerui/train.{options.fold}.tsv", "nerui", "\t"))
    train = [*sentences("idner-news-2k/train.txt", "idner")]
    train += sentences("nerui/nergithub.txt", "nerui", "\t")
    for article in corpora.read_articles(options.export / "marked-train.jsonl"):
        for words, tags in article:
            windows = corpora.cut_into_windows(words, tags, INDONESIAN.conventions["articles"])
            train += [[[window]] for window in windows]
    if options.silver:
        for line in options.silver.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            train.append([[(row["words"], row["tags"], INDONESIAN.conventions[row["convention"]])]])
    return train


def indonesian_measures(options):
    if options.fold:
        for part in ("dev", "test"):
            path = f"nerui/{part}.{options.fold}.tsv"
            yield f"fold {options.fold} {part}", "nerui", on(options, path, "\t")
        return
    for convention in ("idner", "articles"):
        yield f"idner dev, as {convention}", convention, on(options, "idner-news-2k/dev.txt")
    articles = list(corpora.read_articles(options.export / "marked-tune.jsonl"))
    yield "whole articles", "articles", [
        (words, tags, range(len(words)), tags) for article in articles for words, tags in article
    ]
    for name, change in CASES.items():
        yield f"titles, {name}", "articles", [
            ([change(word) for word in words], tags, range(len(words)), tags)
            for words, tags in (article[0] for article in articles)
        ]


def english_settings(_options):
    return Settings(160, 14, 0.45, 0.04, 0.995, learn_words=False, swap=0.2, datelines=0.04)


def english_inputs(options):
    return [options.vectors, *(options.corpora / path for path, _ in ENGLISH_TRAINING)]


def english_vectors(options):
    return read_vectors(options.vectors)


def english_training(options):
    return [
        [
            [
                (*corpora.to_own_tokens(sentence, as_text)[:2], ENGLISH.conventions[convention])
                for as_text in (False, True)
            ]
            for sentence in document
        ]
        for path, convention in ENGLISH_TRAINING
        # Only CoNLL-2003 says where a document ends; elsewhere each sentence is one.
        for documents in [corpora.read_documents(options.corpora / path)]
        for document in (documents if len(documents) > 1 else [[s] for s in documents[0]])
    ]


def english_measures(options):
    for name, path in ENGLISH_TESTS.items():
        yield name, "articles", on(options, path)
    yield "CoNLL-2003 test, as text", "articles", on(options, "conll2003/test.conllu", as_text=True)
    for name, change in CASES.items():
        sentences = on(options, "conll2003/val.conllu")
        yield f"CoNLL-2003 validation, {name}", "articles", [
            ([change(word) for word in words], *rest) for words, *rest in sentences
        ]


def on(options, path, separator=None, as_text=False):
    """(own tokens, their tags, firsts, the corpus's tags) of each sentence of a file."""
    return [
        (*corpora.to_own_tokens(sentence, as_text), [tag for _, tag in sentence])
        for sentence in corpora.read_columns(options.corpora / path, separator)
    ]


CASES = {
    "as printed": str,
    "title case": lambda word: word[:1].upper() + word[1:],
    "upper case": str.upper,
    "lower case": str.lower,
}
CROSSNER = ("politics", "science", "literature", "music", "ai")
ENGLISH_TRAINING = [
    ("conll2003/train.conllu", "articles"),
    *((f"crossner/{field}/train.txt", "encyclopaedia") for field in CROSSNER),
    *((f"crossner/{field}/dev.txt", "encyclopaedia") for field in CROSSNER),
    ("wnut17/train.conll", "posts"),
]
ENGLISH_TESTS = {
    "CoNLL-2003 validation": "conll2003/val.conllu",
    "CoNLL-2003 test": "conll2003/test.conllu",
    "WikiGold": "wikigold-en/test.conllu",
    "CrossNER politics test": "crossner/politics/test.txt",
}
INDONESIAN = Language(
    {"idner": 0, "nerui": 1, "articles": 2}, ("articles",), 35_000, indonesian_settings,
    indonesian_inputs, indonesian_vectors, indonesian_training, indonesian_measures,
)  # fmt: skip
ENGLISH = Language(
    {"articles": 0, "encyclopaedia": 1, "posts": 2}, ("articles", "encyclopaedia", "posts"), 80_000, english_settings,
    english_inputs, english_vectors, english_training, english_measures,
)  # fmt: skip
LANGUAGES = {"id": INDONESIAN, "en": ENGLISH}
