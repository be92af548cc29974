"""Reads marked corpora as tokens of Warta's own tokeniser.

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
POSSESSIVE = regex.compile(r"['’]s$")
# What English corpora cut off a word, and a text does not: "Trump 's", "do n't", "they 're".
CLITIC = regex.compile(r"(?:['’](?:s|re|ve|ll|d|m)|n['’]t)", regex.IGNORECASE)

TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
LABELS = {
    "PER": "per person politician writer scientist researcher musicalartist",
    "ORG": "org organization organisation politicalparty university band corporation group",
    "LOC": "loc location place country",
}  # fmt: skip
TYPE_OF_LABEL = {label: kind for kind, labels in LABELS.items() for label in labels.split()}
# Paragraphs longer than this are cut where no name is: the length the model is run on, too.
WINDOW_TOKENS = 100


def read_columns(path, separator=None):
    """Sentences of [(token, tag)] from a file with a token and its tag per line."""
    return [sentence for document in read_documents(path, separator) for sentence in document]


def read_documents(path, separator=None):
    """The same, sentences grouped where the file says that a document starts."""
    documents, sentence = [[]], []
    # A .conllu line begins with the token's place in its sentence.
    column = 1 if Path(path).suffix == ".conllu" else 0
    for line in [*Path(path).read_text(encoding="utf8").split("\n"), ""]:
        cells = line.split(separator)
        if "-DOCSTART-" in cells:
            documents.append([])
        elif len(cells) >= 2:
            sentence.append((cells[column], own_tag(cells[-1].strip())))
        elif sentence:
            documents[-1].append(sentence)
            sentence = []
    return [document for document in documents if document]


def own_tag(tag):
    kind = TYPE_OF_LABEL.get(tag[2:].lower())
    return tag[:2] + kind if kind else "O"


def to_own_tokens(sentence, as_text=False):
    """(tokens, tags, firsts): `firsts[i]` is the own token at which corpus token i begins.

    `as_text`: with "'s" and the like where a text has them, behind their word. Own tokens have no
    possessive, so `firsts[i]` can be None.
    """
    tokens, tags, firsts = [], [], []
    for printed, tag in sentence:
        if as_text and tokens and CLITIC.fullmatch(printed):
            tokens[-1] = POSSESSIVE.sub("", tokens[-1] + printed)
            firsts.append(None)
            continue
        firsts.append(len(tokens))
        for position, part in enumerate(TOKEN.findall(printed) or [printed]):
            tokens.append(part)
            tags.append(tag if position == 0 or tag == "O" else "I-" + tag[2:])
    return tokens, tags, firsts


def to_corpus_tags(tags, firsts):
    """Tags of own tokens as tags of the corpus's tokens; a clitic is within a name that goes on."""
    found = []
    for place, first in enumerate(firsts):
        after = next((at for at in firsts[place:] if at is not None), None)
        inside = after is not None and tags[after].startswith("I-")
        found.append(tags[after] if first is not None or inside else "O")
    return found


def read_articles(path):
    """Articles as export-corpus.ts writes them: a list of paragraphs {words, tags} per line."""
    for line in Path(path).read_text(encoding="utf8").splitlines():
        yield [(paragraph["words"], paragraph["tags"]) for paragraph in json.loads(line)]


def cut_into_windows(words, tags, convention):
    start = 0
    while start < len(words):
        end = min(len(words), start + WINDOW_TOKENS)
        while end < len(words) and tags[end].startswith("I-"):
            end += 1
        yield words[start:end], tags[start:end], convention
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
