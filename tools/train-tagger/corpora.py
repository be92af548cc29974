"""Reads the corpora the tagger learns from and is measured on, as tokens of Warta's own tokeniser.

A sequence is (tokens, tags, convention). Conventions differ in what they mark (one does not mark
"Palestina" in "warga Palestina", another takes "(PKB)" into the name before it), so the model is told
which it is learning and asked for the one of whole articles when it is used.
"""

import json
from pathlib import Path

import regex

# As libs/nlp/src/tokens.ts has it: the model sees the tokens it will be given later.
TOKEN = regex.compile(
    r"\p{Lu}(?:\.\p{Lu})+(?![\p{L}\p{N}])|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’ʼ][\p{L}\p{M}]+)*"
    r"|\p{N}[\p{L}\p{N}]*(?:[.,/]\p{N}+)*|[^\s\p{L}\p{M}\p{N}]"
)

TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
TYPE_OF_LABEL = {
    "PER": "PER", "PERSON": "PER",
    "ORG": "ORG", "ORGANIZATION": "ORG", "ORGANISATION": "ORG",
    "LOC": "LOC", "LOCATION": "LOC", "PLACE": "LOC",
}  # fmt: skip
CONVENTIONS = {"idner": 0, "nerui": 1, "articles": 2}
# Paragraphs longer than this are cut where no name is: the length the model is run on, too.
WINDOW_TOKENS = 100


def read_columns(path, separator=None):
    """Sentences of [(token, tag)] from a file with a token and its tag per line."""
    sentences, sentence = [], []
    for line in Path(path).read_text(encoding="utf8").split("\n"):
        cells = line.split(separator)
        if len(cells) >= 2:
            sentence.append((cells[0], own_tag(cells[-1].strip())))
        elif sentence:
            sentences.append(sentence)
            sentence = []
    return sentences + ([sentence] if sentence else [])


def own_tag(tag):
    kind = TYPE_OF_LABEL.get(tag[2:])
    return tag[:2] + kind if kind else "O"


def to_own_tokens(sentence):
    """(tokens, tags, firsts): `firsts[i]` is the own token at which corpus token i begins."""
    tokens, tags, firsts = [], [], []
    for printed, tag in sentence:
        firsts.append(len(tokens))
        for position, part in enumerate(TOKEN.findall(printed) or [printed]):
            tokens.append(part)
            tags.append(tag if position == 0 or tag == "O" else "I-" + tag[2:])
    return tokens, tags, firsts


def read_sentences(path, convention, separator=None):
    for sentence in read_columns(path, separator):
        tokens, tags, _ = to_own_tokens(sentence)
        yield tokens, tags, CONVENTIONS[convention]


def read_articles(path):
    """Articles as export-corpus.ts writes them: a list of paragraphs {words, tags} per line."""
    for line in Path(path).read_text(encoding="utf8").splitlines():
        yield [(paragraph["words"], paragraph["tags"]) for paragraph in json.loads(line)]


def cut_into_windows(words, tags):
    start = 0
    while start < len(words):
        end = min(len(words), start + WINDOW_TOKENS)
        while end < len(words) and tags[end].startswith("I-"):
            end += 1
        yield words[start:end], tags[start:end], CONVENTIONS["articles"]
        start = end


def spans(tags):
    """The names in a row of tags as {(from, to, type)}, by the rule of seqeval."""
    found, open_at, kind = set(), None, None
    for index, tag in enumerate([*tags, "O"]):
        if open_at is not None and (tag == "O" or tag[0] == "B" or tag[2:] != kind):
            found.add((open_at, index, kind))
            open_at = None
        if tag != "O" and (tag[0] == "B" or open_at is None):
            open_at, kind = index, tag[2:]
    return found
