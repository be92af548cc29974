"""Trains the Indonesian tagger and prints what it reaches. See README.md for the commands.

Seeded: the same inputs, seed and thread count give the same weights on the same machine.
"""

import argparse
import collections
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

import corpora
from tagger_model import PAD, UNKNOWN, Alphabet, Tagger, best_tags
from word_vectors import DIMENSIONS, learn_vectors, word_key

BATCH = 24
WORDS_MAX = 35_000
LEARNING_RATE = 2e-3
GRADIENT_MAX = 5
WORD_DROPOUT = 0.04
# Copies as headlines have them, so that capitals are a hint and not a condition.
RECASED = [(0.06, str.upper), (0.04, str.lower), (0.04, lambda word: word[:1].upper() + word[1:])]


def main():
    options = read_options()
    random.seed(options.seed)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)

    train = read_training(options)
    vectors = learn_vectors(
        (line.split() for line in (options.export / "raw.txt").open(encoding="utf8")),
        options.seed,
        options.threads,
    )
    alphabet = choose_alphabet(train, vectors)
    model = Tagger(start_vectors(alphabet, vectors), len(alphabet.chars), options.hidden, 0.45)
    print(f"{len(train)} sequences, {sum(len(words) for words, _, _ in train)} tokens")

    optimiser = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)
    for epoch in range(options.epochs):
        started = time.time()
        for group in optimiser.param_groups:
            group["lr"] = LEARNING_RATE * (1 - epoch / options.epochs) + 1e-4
        loss = learn(model, optimiser, alphabet, train)
        print(f"epoch {epoch + 1}: loss {loss:.3f}, {time.time() - started:.0f} s", flush=True)
    for name, score in measure(model, alphabet, options).items():
        print(name, score)
    weights = {"model": model.state_dict(), "words": alphabet.words, "chars": alphabet.chars}
    torch.save(weights, options.out)


def read_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with idner-news-2k, nerui")
    parser.add_argument("--export", type=Path, required=True, help="what export-corpus.ts wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", help="learn from this fold's train part of NERUI alone: 01 to 05")
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def read_training(options):
    if options.fold:
        path = options.corpora / f"nerui/train.{options.fold}.tsv"
        return list(corpora.read_sentences(path, "nerui", "\t"))
    train = list(corpora.read_sentences(options.corpora / "idner-news-2k/train.txt", "idner"))
    train += corpora.read_sentences(options.corpora / "nerui/nergithub.txt", "nerui", "\t")
    for article in corpora.read_articles(options.export / "marked-train.jsonl"):
        for words, tags in article:
            train += corpora.cut_into_windows(words, tags)
    return train


def choose_alphabet(train, vectors):
    seen = collections.Counter(word_key(word) for words, _, _ in train for word in words)
    words = vectors.index_to_key[:WORDS_MAX]
    known = set(vectors.index_to_key)
    words += [word for word, count in seen.items() if count >= 2 and word not in known]
    chars = collections.Counter(char for words_, _, _ in train for word in words_ for char in word)
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


def to_batch(sequences, alphabet):
    rows, columns = len(sequences), max(len(words) for words, _, _ in sequences)
    encoded = [alphabet.encode(words) for words, _, _ in sequences]
    words = np.zeros((rows, columns), dtype=int)
    chars = np.zeros((rows, columns, len(encoded[0][1][0])), dtype=int)
    shapes = np.zeros((rows, columns), dtype=int)
    for row, (word_row, char_row, shape_row) in enumerate(encoded):
        words[row, : len(word_row)] = word_row
        chars[row, : len(word_row)] = char_row
        shapes[row, : len(word_row)] = shape_row
    conventions = np.array([convention for _, _, convention in sequences])
    lengths = [len(words_) for words_, _, _ in sequences]
    return words, chars, shapes, conventions, lengths


def learn(model, optimiser, alphabet, train):
    model.train()
    items = [(recase(words), tags, convention) for words, tags, convention in train]
    items.sort(key=lambda item: len(item[0]) + random.random() * 8)
    batches = [items[at : at + BATCH] for at in range(0, len(items), BATCH)]
    random.shuffle(batches)
    total = 0.0
    for batch in batches:
        words, chars, shapes, conventions, lengths = to_batch(batch, alphabet)
        words[(np.random.rand(*words.shape) < WORD_DROPOUT) & (words > 0)] = UNKNOWN
        tags = np.zeros(words.shape, dtype=int)
        mask = np.zeros(words.shape, dtype="f4")
        for row, (_, printed, _) in enumerate(batch):
            tags[row, : len(printed)] = [corpora.TAGS.index(tag) for tag in printed]
            mask[row, : len(printed)] = 1
        inputs = [torch.tensor(array) for array in (words, chars, shapes, conventions)]
        scores = model(*inputs, lengths)
        loss = model.loss(scores, torch.tensor(tags), torch.tensor(mask)) / len(batch)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), GRADIENT_MAX)
        optimiser.step()
        total += loss.item()
    return total / len(batches)


def recase(words):
    draw = random.random()
    for share, change in RECASED:
        if draw < share:
            return [change(word) for word in words]
        draw -= share
    return words


def predict(model, alphabet, rows, convention):
    model.eval()
    transitions = model.transitions.detach().numpy()
    found = []
    with torch.no_grad():
        for at in range(0, len(rows), 64):
            part = [(words, None, corpora.CONVENTIONS[convention]) for words in rows[at : at + 64]]
            *arrays, lengths = to_batch(part, alphabet)
            scores = model(*[torch.tensor(array) for array in arrays], lengths).numpy()
            found += [best_tags(scores[i, :n], transitions) for i, n in enumerate(lengths)]
    return found


def measure(model, alphabet, options):
    """Strict F1 per type and in all, in percent, on sentences and on whole articles."""
    if options.fold:
        path = options.corpora / f"nerui/test.{options.fold}.tsv"
        return {f"fold {options.fold}": on_sentences(model, alphabet, path, "nerui", "\t")}
    dev = options.corpora / "idner-news-2k/dev.txt"
    scores = {
        f"idner dev, as {convention}": on_sentences(model, alphabet, dev, convention)
        for convention in ("idner", "articles")
    }
    articles = corpora.read_articles(options.export / "marked-tune.jsonl")
    paragraphs = [paragraph for article in articles for paragraph in article]
    found = predict(model, alphabet, [words for words, _ in paragraphs], "articles")
    scores["whole articles"] = f1([tags for _, tags in paragraphs], found)
    return scores


def on_sentences(model, alphabet, path, convention, separator=None):
    sentences = corpora.read_columns(path, separator)
    own = [corpora.to_own_tokens(sentence) for sentence in sentences]
    found = predict(model, alphabet, [words for words, _, _ in own], convention)
    told = [[tag for _, tag in sentence] for sentence in sentences]
    return f1(told, [[tags[at] for at in own[i][2]] for i, tags in enumerate(found)])


def f1(told, found):
    counts = collections.Counter()
    for right, given in zip(told, found, strict=True):
        right, given = corpora.spans(right), corpora.spans(given)
        for kind in ("PER", "ORG", "LOC"):
            counts[kind, "right"] += sum(span[2] == kind for span in right & given)
            counts[kind, "all"] += sum(span[2] == kind for span in [*right, *given])
    total = {part: sum(counts[kind, part] for kind in ("PER", "ORG", "LOC")) for part in ("right", "all")}
    scores = {k: 200 * counts[k, "right"] / max(1, counts[k, "all"]) for k in ("PER", "ORG", "LOC")}
    scores["all"] = 200 * total["right"] / max(1, total["all"])
    return {kind: round(score, 1) for kind, score in scores.items()}


if __name__ == "__main__":
    main()
