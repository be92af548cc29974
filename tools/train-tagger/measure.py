"""Strict entity F1, as seqeval has it, of a trained tagger."""

import collections

import torch

import corpora
from tagger_model import best_tags, to_batch

BATCH = 64
KINDS = ("PER", "ORG", "LOC")


def measure(model, alphabet, language, options):
    """{set: F1 per type and in all, in percent}."""
    scores = {}
    for name, convention, sentences in language.measures(options):
        number = language.conventions[convention]
        found = predict(model, alphabet, [tokens for tokens, *_ in sentences], number)
        told = [tags for *_, tags in sentences]
        given = [
            corpora.to_corpus_tags(tags, firsts)
            for tags, (_, _, firsts, _) in zip(found, sentences, strict=True)
        ]
        scores[name] = f1(told, given)
    return scores


def predict(model, alphabet, rows, convention):
    model.eval()
    transitions = model.transitions.detach().numpy()
    # Of like length together, so that little is padding.
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    found = [None] * len(rows)
    with torch.no_grad():
        for at in range(0, len(rows), BATCH):
            part = order[at : at + BATCH]
            *arrays, lengths = to_batch([(rows[place], None, convention) for place in part], alphabet)
            scores = model(*[torch.tensor(array) for array in arrays], lengths).numpy()
            for row, place in enumerate(part):
                found[place] = best_tags(scores[row, : lengths[row]], transitions)
    return found


def f1(told, found):
    counts = collections.Counter()
    for right, given in zip(told, found, strict=True):
        right, given = corpora.spans(right), corpora.spans(given)
        for kind in KINDS:
            counts[kind, "right"] += sum(span[2] == kind for span in right & given)
            counts[kind, "all"] += sum(span[2] == kind for span in [*right, *given])
    total = {part: sum(counts[kind, part] for kind in KINDS) for part in ("right", "all")}
    scores = {k: 200 * counts[k, "right"] / max(1, counts[k, "all"]) for k in KINDS}
    scores["all"] = 200 * total["right"] / max(1, total["all"])
    return {kind: round(score, 1) for kind, score in scores.items()}
