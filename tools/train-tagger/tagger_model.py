"""The tagger: word vectors, characters, shape and convention into a BiLSTM, a CRF on top."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from corpora import TAGS
from word_vectors import DIMENSIONS, word_key

CHARS_PER_WORD = 16
CHAR_DIMENSIONS = 24
CHAR_FILTERS = 48
SHAPES = 8
# A window full of capitals is a headline: its share of capitalised words, in quarters.
CASE_RATIOS = 4
SHAPE_DIMENSIONS = 12
CONVENTION_DIMENSIONS = 6
PAD, UNKNOWN = 0, 1


def shape_of(word):
    if not word[0].isalpha():
        return 1 if word[0].isdigit() else 2
    if word.islower():
        return 3
    if len(word) == 1:
        return 6
    if word.isupper():
        return 4
    return 5 if word[0].isupper() and word[1:].islower() else 7


@dataclass
class Alphabet:
    """What has a number: words and characters seen often enough. 0 pads, 1 is anything else."""

    words: list[str]
    chars: list[str]

    def __post_init__(self):
        self.word_number = {word: number for number, word in enumerate(self.words)}
        self.char_number = {char: number for number, char in enumerate(self.chars)}
        self.encoded = {}

    def encode(self, words):
        """Rows of word numbers, character numbers and shape numbers."""
        letters = [word for word in words if word[0].isalpha()]
        capitals = sum(word[0].isupper() for word in letters)
        ratio = min(CASE_RATIOS - 1, capitals * CASE_RATIOS // max(1, len(letters)))
        encoded = [self._encode(word) for word in words]
        return (
            [number for number, _, _ in encoded],
            [chars for _, chars, _ in encoded],
            [shape + SHAPES * ratio for _, _, shape in encoded],
        )

    def _encode(self, word):
        if word not in self.encoded:
            number = self.word_number.get(word_key(word), UNKNOWN)
            self.encoded[word] = number, self._chars(word), shape_of(word)
        return self.encoded[word]

    def _chars(self, word):
        half = CHARS_PER_WORD // 2
        kept = word if len(word) <= CHARS_PER_WORD else word[:half] + word[-half:]
        numbers = [self.char_number.get(char, UNKNOWN) for char in kept]
        return numbers + [PAD] * (CHARS_PER_WORD - len(numbers))


class Tagger(nn.Module):
    def __init__(self, vectors, chars, conventions, hidden, dropout):
        super().__init__()
        self.word = nn.Embedding.from_pretrained(vectors, freeze=False)
        self.char = nn.Embedding(chars, CHAR_DIMENSIONS, padding_idx=PAD)
        self.convolution = nn.Conv1d(CHAR_DIMENSIONS, CHAR_FILTERS, 3, padding=1)
        self.shape = nn.Embedding(SHAPES * CASE_RATIOS, SHAPE_DIMENSIONS)
        self.convention = nn.Embedding(conventions, CONVENTION_DIMENSIONS)
        self.dropout = nn.Dropout(dropout)
        inputs = DIMENSIONS + CHAR_FILTERS + SHAPE_DIMENSIONS + CONVENTION_DIMENSIONS
        self.lstm = nn.LSTM(inputs, hidden, bidirectional=True, batch_first=True)
        self.score = nn.Linear(2 * hidden, len(TAGS))
        # Row i: from tag i; the last row: from the start.
        self.transitions = nn.Parameter(torch.zeros(len(TAGS) + 1, len(TAGS)))

    def forward(self, words, chars, shapes, conventions, lengths):
        """Scores [sequence, token, tag]."""
        rows, columns = words.shape
        spelled = self.char(chars).view(rows * columns, CHARS_PER_WORD, -1).transpose(1, 2)
        spelled = torch.relu(self.convolution(spelled)).amax(2).view(rows, columns, -1)
        told = self.convention(conventions)[:, None, :].expand(rows, columns, -1)
        features = [self.word(words), spelled, self.shape(shapes), told]
        packed = nn.utils.rnn.pack_padded_sequence(
            self.dropout(torch.cat(features, 2)), lengths, batch_first=True, enforce_sorted=False
        )
        read, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return self.score(self.dropout(read))

    def loss(self, scores, tags, mask):
        """Negative log-likelihood of the tags under the CRF (Lafferty et al. 2001), summed."""
        steps, start = self.transitions[:-1], self.transitions[-1]
        told = start[tags[:, 0]] + scores[:, 0].gather(1, tags[:, :1])[:, 0]
        every = start + scores[:, 0]
        for at in range(1, scores.shape[1]):
            is_word = mask[:, at]
            step = steps[tags[:, at - 1], tags[:, at]]
            told = told + (step + scores[:, at].gather(1, tags[:, at : at + 1])[:, 0]) * is_word
            onward = torch.logsumexp(every[:, :, None] + steps[None], 1) + scores[:, at]
            every = torch.where(is_word[:, None] > 0, onward, every)
        return (torch.logsumexp(every, 1) - told).sum()


def word_scale(vectors):
    """Of each dimension of the word vectors, what one step of int8 is."""
    return np.abs(vectors).max(0) / 127


def forbidden_steps():
    """Penalty [from, to]: an I- tag follows only its own B- or I-."""
    penalty = np.zeros((len(TAGS) + 1, len(TAGS)))
    for to, tag in enumerate(TAGS):
        for at in range(len(TAGS) + 1):
            before = TAGS[at] if at < len(TAGS) else "O"
            if tag[0] == "I" and before[2:] != tag[2:]:
                penalty[at, to] = -1e4
    return penalty


def best_tags(scores, transitions):
    """The most likely row of tags (Viterbi)."""
    steps = transitions + forbidden_steps()
    best, pointers = steps[-1] + scores[0], []
    for row in scores[1:]:
        ways = best[:, None] + steps[:-1]
        pointers.append(ways.argmax(0))
        best = ways.max(0) + row
    path = [int(best.argmax())]
    for pointer in reversed(pointers):
        path.append(int(pointer[path[-1]]))
    return [TAGS[number] for number in reversed(path)]


def to_batch(sequences, alphabet):
    rows, columns = len(sequences), max(len(words) for words, _, _ in sequences)
    encoded = [alphabet.encode(words) for words, _, _ in sequences]
    words = np.zeros((rows, columns), dtype=int)
    chars = np.zeros((rows, columns, CHARS_PER_WORD), dtype=int)
    shapes = np.zeros((rows, columns), dtype=int)
    for row, (word_row, char_row, shape_row) in enumerate(encoded):
        words[row, : len(word_row)] = word_row
        chars[row, : len(word_row)] = char_row
        shapes[row, : len(word_row)] = shape_row
    conventions = np.array([convention for _, _, convention in sequences])
    lengths = [len(words_) for words_, _, _ in sequences]
    return words, chars, shapes, conventions, lengths


def load_tagger(saved):
    """(model, alphabet, conventions) of what train.py wrote."""
    weights = saved["model"]
    alphabet = Alphabet(saved["words"], saved["chars"])
    hidden = weights["lstm.weight_hh_l0"].shape[1]
    conventions = saved["conventions"]
    model = Tagger(weights["word.weight"], len(alphabet.chars), len(conventions), hidden, 0)
    model.load_state_dict(weights)
    return model.eval(), alphabet, conventions
