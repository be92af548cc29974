"""Trains the tagger of a language and prints what it reaches. See README.md for the commands.

Seeded: the same inputs, seed and thread count give the same weights on the same machine.
"""

import argparse
import collections
import copy
import dataclasses
import hashlib
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from augment import augment, names_by_type
from corpora import TAGS
from languages import LANGUAGES
from measure import measure
from tagger_model import PAD, UNKNOWN, Alphabet, Tagger, to_batch, word_scale
from word_vectors import DIMENSIONS, word_key

BATCH = 24
LEARNING_RATE = 2e-3
GRADIENT_MAX = 5


def main():
    options = read_options()
    language = LANGUAGES[options.language]
    settings = language.settings_of(options)
    random.seed(options.seed)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    # The moments of rarely seen words decay to numbers that are slow to reckon with.
    torch.set_flush_denormal(True)

    train = language.training(options)
    vectors = language.vectors(options)
    alphabet = choose_alphabet(train, vectors, language.words_max)
    start = start_vectors(alphabet, vectors)
    sizes = len(alphabet.chars), len(language.conventions), settings.hidden
    model = Tagger(start, *sizes, settings.dropout)
    names = names_by_type(train)
    swap_places = {language.conventions[name] for name in language.swap_places}
    averaged = copy.deepcopy(model)
    print(f"{sum(map(len, train))} sentences, {len(alphabet.words)} words", flush=True)

    model.word.weight.requires_grad = settings.learn_words
    learnt = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimiser = torch.optim.Adam(learnt, lr=LEARNING_RATE)
    for epoch in range(settings.epochs):
        started = time.time()
        for group in optimiser.param_groups:
            group["lr"] = LEARNING_RATE * (1 - epoch / settings.epochs) + 1e-4
        items = list(augment(train, names, settings, swap_places))
        loss = learn(model, averaged, optimiser, alphabet, items, settings)
        print(f"epoch {epoch + 1}: loss {loss:.3f}, {time.time() - started:.0f} s", flush=True)
        if options.check and (epoch + 1) % options.check == 0:
            show(measure(averaged, alphabet, language, options))
    to_int8_steps(averaged.word.weight)
    scores = measure(averaged, alphabet, language, options)
    show(scores)
    torch.save(
        {
            "model": averaged.state_dict(),
            "words": alphabet.words,
            "chars": alphabet.chars,
            "conventions": language.conventions,
            "language": options.language,
            "options": {"seed": options.seed, **dataclasses.asdict(settings)},
            "inputs": [file_entry(path, options.corpora) for path in language.inputs(options)],
            "scores": scores,
        },
        options.out,
    )


def to_int8_steps(weight):
    """Rounds word vectors as the export will, so that what is measured is what ships."""
    with torch.no_grad():
        scale = torch.tensor(word_scale(weight.detach().numpy()))
        weight.copy_((weight / scale).round() * scale)


def file_entry(path, corpora):
    """A file by its place among the corpora: where it lies on this machine is nobody's business."""
    name = path.relative_to(corpora) if path.is_relative_to(corpora) else path.name
    return {"file": str(name), "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def show(scores):
    for name, score in scores.items():
        print(f"  {name:36}", *(f"{kind} {value:5}" for kind, value in score.items()), flush=True)


def read_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=sorted(LANGUAGES), required=True)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with idner-news-2k, …")
    parser.add_argument("--export", type=Path, help="id: what export-corpus.ts wrote")
    parser.add_argument("--vectors", type=Path, required=True, help="id: file to keep them in")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", help="learn from this fold's train part of NERUI alone: 01 to 05")
    parser.add_argument("--silver", type=Path, help="id: what label_unmarked.py wrote")
    parser.add_argument("--check", type=int, default=0, help="measure after each so many epochs")
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


def learn(model, averaged, optimiser, alphabet, items, settings):
    model.train()
    items.sort(key=lambda item: len(item[0]) + random.random() * 8)
    batches = [items[at : at + BATCH] for at in range(0, len(items), BATCH)]
    random.shuffle(batches)
    total = 0.0
    for batch in batches:
        words, chars, shapes, conventions, lengths = to_batch(batch, alphabet)
        words[(np.random.rand(*words.shape) < settings.word_dropout) & (words > 0)] = UNKNOWN
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
        follow(averaged, model, settings.average)
        total += loss.item()
    return total / len(batches)


def follow(averaged, model, share):
    """Moves the exponential average of the weights: as good as several models, at the cost of one."""
    with torch.no_grad():
        for mean, now in zip(averaged.parameters(), model.parameters(), strict=True):
            if now.requires_grad:
                mean.lerp_(now, 1 - share)


if __name__ == "__main__":
    main()
