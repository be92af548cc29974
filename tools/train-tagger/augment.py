"""Changes sentences while they are learnt, so that the model meets what news has and corpora have not."""

import collections
import random

from corpora import WINDOW_TOKENS, spans

# Of the sentences of a document, read in one window with the one before, as paragraphs are.
JOINED = 0.3
# Copies as headlines have them, so that capitals are a hint and not a condition.
RECASED = [(0.07, str.upper), (0.06, str.lower), (0.09, lambda word: word[:1].upper() + word[1:])]
MONTHS = "Jan February March April May June July Aug Sept October Nov December".split()


def augment(train, names, settings, swap_places):
    """The sequences of one epoch. `swap_places`: the conventions in which places are swapped, too."""
    for words, tags, convention in lay_out(train):
        if random.random() < settings.datelines:
            words, tags = put_dateline(words, tags, names)
        if settings.swap:
            kinds = set(names) - (set() if convention in swap_places else {"LOC"})
            words, tags = swap_names(words, tags, names, kinds, settings.swap)
        yield recase(words), tags, convention


def lay_out(train):
    """A view of each sentence, some joined with the one before."""
    for document in train:
        before, before_tags, convention = [], [], None
        for sentence in document:
            words, tags, convention = random.choice(sentence)
            fits = before and len(before) + len(words) <= WINDOW_TOKENS
            if fits and random.random() < JOINED:
                before, before_tags = before + words, before_tags + tags
                continue
            if before:
                yield before, before_tags, convention
            before, before_tags = words, tags
        yield before, before_tags, convention


def names_by_type(train):
    names = collections.defaultdict(set)
    for document in train:
        for (words, tags, _), *_ in document:
            for start, end, kind in spans(tags):
                names[kind].add(tuple(words[start:end]))
    return {kind: sorted(found) for kind, found in names.items()}


def swap_names(words, tags, names, kinds, share):
    """Some names replaced by others of their type, so that the words around them are learnt."""
    out_words, out_tags, at = [], [], 0
    for start, end, kind in sorted(spans(tags)):
        swapped = kind in kinds and random.random() < share
        other = random.choice(names[kind]) if swapped else words[start:end]
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
