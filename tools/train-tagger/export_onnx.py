"""Writes a trained tagger as ONNX: word vectors as int8, the rest as float32; Viterbi stays outside.

Inputs: words int64 [tokens], chars int64 [tokens, 16], shapes int64 [tokens], conventions int64 [1].
Output: scores float32 [tokens, tags]. The alphabet and the transitions go beside it as JSON, and a
manifest of what it was made from, what it reaches and the hashes of both files.
"""

import argparse
import datetime
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from corpora import TAGS
from tagger_model import CHARS_PER_WORD, forbidden_steps, word_scale

OPSET = 18


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path, help="folder for tagger.onnx, alphabet.json, manifest.json")
    parser.add_argument("--name", required=True, help="such as tagger-id-2")
    parser.add_argument("--date", default=datetime.date.today().isoformat())
    options = parser.parse_args()
    saved = torch.load(options.weights)
    weights = {name: tensor.numpy() for name, tensor in saved["model"].items()}
    options.out.mkdir(parents=True, exist_ok=True)
    onnx.save(to_onnx(weights), options.out / "tagger.onnx")
    alphabet = {
        "tags": TAGS,
        "conventions": saved["conventions"],
        # English corpora cut "'s" off; Indonesian has none.
        "possessives": saved["language"] == "en",
        "transitions": (weights["transitions"] + forbidden_steps()).round(4).tolist(),
        "chars": saved["chars"],
        "words": saved["words"],
    }
    text = json.dumps(alphabet, ensure_ascii=False, separators=(",", ":"))
    (options.out / "alphabet.json").write_text(text, encoding="utf8")
    manifest = {
        "name": options.name,
        "trained": options.date,
        **{key: saved[key] for key in ("language", "options", "inputs")},
        "outputs": [file_entry(options.out / name, name) for name in ("tagger.onnx", "alphabet.json")],
        "f1": saved["scores"],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (options.out / "manifest.json").write_text(text, encoding="utf8")


def file_entry(path, name):
    data = path.read_bytes()
    return {"file": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def to_onnx(weights):
    constants, nodes = {}, []

    def add(operator, inputs, output, **attributes):
        nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    # One scale per dimension of the vectors: rows are looked up first, then brought back to float.
    scale = word_scale(weights["word.weight"])
    constants["word"] = np.round(weights["word.weight"] / scale).astype(np.int8)
    constants["word_scale"] = scale.astype(np.float32)
    for name in ("char", "shape", "convention"):
        constants[name] = weights[f"{name}.weight"]
    constants["filters"] = weights["convolution.weight"]
    constants["filters_bias"] = weights["convolution.bias"]
    constants["score"] = weights["score.weight"].T.copy()
    constants["score_bias"] = weights["score.bias"]
    hidden = weights["lstm.weight_hh_l0"].shape[1]
    constants["lstm_w"], constants["lstm_r"], constants["lstm_b"] = lstm_weights(weights)
    constants["one"] = np.array([1])
    constants["read_shape"] = np.array([-1, 2 * hidden])
    constants["last"] = np.array([2])

    looked_up = add("Gather", ["word", "words"], "word_rows")
    as_float = add("Cast", [looked_up], "word_floats", to=TensorProto.FLOAT)
    word = add("Mul", [as_float, "word_scale"], "word_vectors")
    char = add("Gather", ["char", "chars"], "char_vectors")
    char = add("Transpose", [char], "char_columns", perm=[0, 2, 1])
    char = add("Conv", [char, "filters", "filters_bias"], "filtered", pads=[1, 1])
    char = add("Relu", [char], "filtered_positive")
    char = add("ReduceMax", [char, "last"], "spelled", keepdims=0)
    shape = add("Gather", ["shape", "shapes"], "shape_vectors")
    count = add("Shape", ["words"], "token_count")
    told = add("Gather", ["convention", "conventions"], "convention_vector")
    width = np.array([weights["convention.weight"].shape[1]])
    constants["convention_width"] = width
    size = add("Concat", [count, "convention_width"], "told_shape", axis=0)
    told = add("Expand", [told, size], "told")
    joined = add("Concat", [word, char, shape, told], "features", axis=1)
    steps = add("Unsqueeze", [joined, "one"], "steps")
    nodes.append(
        helper.make_node(
            "LSTM", [steps, "lstm_w", "lstm_r", "lstm_b"], ["read"], hidden_size=hidden, direction="bidirectional"
        )
    )
    # [tokens, directions, 1, hidden] is [tokens, 2 × hidden] in the same order.
    flat = add("Reshape", ["read", "read_shape"], "read_rows")
    scored = add("MatMul", [flat, "score"], "scored")
    add("Add", [scored, "score_bias"], "scores")

    int64, float32 = TensorProto.INT64, TensorProto.FLOAT
    graph = helper.make_graph(
        nodes,
        "tagger",
        [
            helper.make_tensor_value_info("words", int64, ["tokens"]),
            helper.make_tensor_value_info("chars", int64, ["tokens", CHARS_PER_WORD]),
            helper.make_tensor_value_info("shapes", int64, ["tokens"]),
            helper.make_tensor_value_info("conventions", int64, [1]),
        ],
        [helper.make_tensor_value_info("scores", float32, ["tokens", len(TAGS)])],
        [numpy_helper.from_array(np.ascontiguousarray(v), k) for k, v in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def lstm_weights(weights):
    """PyTorch keeps the gates as input, forget, cell, output; ONNX as input, output, forget, cell."""

    def reorder(matrix):
        i, f, c, o = np.split(matrix, 4)
        return np.concatenate([i, o, f, c])

    w, r, b = [], [], []
    for suffix in ("l0", "l0_reverse"):
        w.append(reorder(weights[f"lstm.weight_ih_{suffix}"]))
        r.append(reorder(weights[f"lstm.weight_hh_{suffix}"]))
        biases = [reorder(weights[f"lstm.bias_{side}_{suffix}"]) for side in ("ih", "hh")]
        b.append(np.concatenate(biases))
    return np.stack(w), np.stack(r), np.stack(b)


if __name__ == "__main__":
    main()
