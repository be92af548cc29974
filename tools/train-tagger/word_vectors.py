"""Word vectors from raw news: worth more to the tagger than anything else but marks."""

import re

from gensim.models import Word2Vec

DIMENSIONS = 100
COUNT_MIN = 3


def word_key(word):
    """The form under which a word has a vector: small letters, straight apostrophe, any digit a 0."""
    return re.sub(r"\d", "0", word.lower().replace("’", "'"))


def learn_vectors(paragraphs, seed, workers):
    """Skip-gram vectors (gensim KeyedVectors) of an iterable of token rows."""
    keyed = [[word_key(word) for word in words] for words in paragraphs]
    model = Word2Vec(
        keyed, vector_size=DIMENSIONS, window=5, min_count=COUNT_MIN, sg=1, negative=8, epochs=5,
        workers=workers, seed=seed,
    )  # fmt: skip
    return model.wv
