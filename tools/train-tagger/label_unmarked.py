"""Labels unmarked articles with several trained taggers and keeps what they agree on.

A paragraph is kept where all of them give the same tags; train.py --silver learns from it beside the
marked ones. Agreement is asked for under each convention that a run is asked for.
"""

import argparse
import json
import random
from pathlib import Path

import torch

from corpora import WINDOW_TOKENS
from measure import predict
from tagger_model import load_tagger

# Shorter paragraphs are links and lists of names.
WORDS_MIN = 8
SEED = 1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+", help="what train.py wrote, by other seeds")
    parser.add_argument("--export", type=Path, required=True, help="what export-corpus.ts wrote")
    parser.add_argument("--conventions", nargs="+", default=["articles"])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)

    rows = draw_paragraphs(options.export / "unmarked.txt", options.articles)
    taggers = [load_tagger(torch.load(path)) for path in options.weights]
    with options.out.open("w", encoding="utf8") as out:
        for convention in options.conventions:
            found = [
                predict(model, alphabet, rows, conventions[convention])
                for model, alphabet, conventions in taggers
            ]
            kept = [
                {"words": words, "tags": tags[0], "convention": convention}
                for words, *tags in zip(rows, *found, strict=True)
                if all(other == tags[0] for other in tags)
            ]
            print(f"{convention}: {len(kept)} of {len(rows)} paragraphs agreed on")
            for line in kept:
                out.write(json.dumps(line, ensure_ascii=False) + "\n")


def draw_paragraphs(path, count):
    articles = path.read_text(encoding="utf8").split("\n\n")
    drawn = random.Random(SEED).sample(articles, min(count, len(articles)))
    paragraphs = [line.split() for article in drawn for line in article.splitlines()]
    return [words for words in paragraphs if WORDS_MIN <= len(words) <= WINDOW_TOKENS]


if __name__ == "__main__":
    main()
