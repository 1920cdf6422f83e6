#!/usr/bin/env python3
"""The interoperability lane: other programs read what Inkling writes, and come to the same answers.

    check.py prepare --program inkling-train --directory DIR    trains one model per preset into DIR/models
    (then a Swift test writes DIR/NAME.probabilities.f32)
    check.py compare --program inkling-train --directory DIR    reads everything and compares

Every check prints one line; the last line is `N passed, N failed`.
"""

import argparse
import gzip
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import zlib

import numpy

from expected import PRESETS, parameters

IMAGES = 1000
TOLERANCE = 1e-4
FIGURES = [
    "confusion_matrix", "training_history", "sample_images", "class_distribution",
    "augmented_sample", "misclassified", "prediction_result", "calibration",
]
METRICS = [
    "accuracy", "loss", "count", "worstClassRecall", "worstClassPrecision", "calibrationError", "reliability",
    "confusion", "report", "rejection", "arch", "parameters", "multiplyAdds", "trainingSeconds", "seed", "data",
]
HISTORY = {"loss", "accuracy", "val_loss", "val_accuracy", "learning_rate"}


class Lane:
    """Where everything lies, and how the program is called."""

    def __init__(self, program, directory):
        self.program = str(pathlib.Path(program).resolve())
        self.directory = pathlib.Path(directory).resolve()
        self.csv = self.directory / "digits.csv"

    def model(self, name):
        return self.directory / "models" / name

    def run(self, *arguments):
        """Standard output of the program; its own words when it fails."""
        environment = dict(os.environ)
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            environment[f"XDG_{kind}_HOME"] = str(self.directory / "home" / kind.lower())
        result = subprocess.run(
            [self.program, *map(str, arguments)], capture_output=True, text=True, timeout=300,
            env=environment, stdin=subprocess.DEVNULL)
        if result.returncode != 0:
            words = " ".join(map(str, arguments))
            raise RuntimeError(f"inkling-train {words}: exit status {result.returncode}: {result.stderr[-2000:]}")
        return result.stdout

    @property
    def data(self):
        """What to train and evaluate with: MNIST where it is at hand, else digits of our own."""
        return [] if os.environ.get("INKLING_DATA") else ["--csv", self.csv]

    @property
    def epochs(self):
        """The drawn digits are few: they are gone over several times."""
        return 6 if self.data else 1


# Prepare


def published_images():
    """The first pictures of MNIST's test set, from a plain or a compressed file."""
    folder = pathlib.Path(os.environ["INKLING_DATA"])
    for name in ("t10k-images-idx3-ubyte", "t10k-images.idx3-ubyte"):
        if (folder / name).exists():
            raw = (folder / name).read_bytes()
        elif (folder / (name + ".gz")).exists():
            raw = gzip.decompress((folder / (name + ".gz")).read_bytes())
        else:
            continue
        return numpy.frombuffer(raw, numpy.uint8, IMAGES * 784, 16).reshape(IMAGES, 784)
    raise FileNotFoundError(f"no MNIST test images in {folder}")


def drawn_images(count, seed):
    """Digits of seven strokes with a shaky hand: enough to learn something from where there is no MNIST."""
    segments = ["abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg"]
    ends = {"a": (0, 0, 0, 1), "b": (0, 1, 1, 1), "c": (1, 1, 2, 1), "d": (2, 0, 2, 1), "e": (1, 0, 2, 0),
            "f": (0, 0, 1, 0), "g": (1, 0, 1, 1)}
    generator = numpy.random.default_rng(seed)
    images = numpy.zeros((count, 28, 28))
    labels = generator.integers(0, 10, count)
    rows, columns = numpy.mgrid[0:28, 0:28]
    for image, label in zip(images, labels):
        top, left = generator.uniform(4, 8), generator.uniform(7, 12)
        height, width = generator.uniform(7, 9), generator.uniform(6, 10)
        for segment in segments[label]:
            y0, x0, y1, x1 = ends[segment]
            for t in numpy.linspace(0, 1, 12):
                y = top + height * (y0 + (y1 - y0) * t)
                x = left + width * (x0 + (x1 - x0) * t)
                image[:] = numpy.maximum(image, 1.6 - numpy.hypot(rows - y, columns - x))
    pixels = numpy.clip(images, 0, 1) * 255 + generator.normal(0, 6, images.shape) * (images > 0)
    return numpy.clip(pixels, 0, 255).astype(numpy.uint8).reshape(count, 784), labels


def prepare(lane):
    """Trains every preset for a few seconds."""
    shutil.rmtree(lane.directory, ignore_errors=True)
    (lane.directory / "models").mkdir(parents=True)
    if lane.data:
        print("INKLING_DATA is not set: training on drawn digits", flush=True)
        pixels, labels = drawn_images(3000, seed=1)
        with open(lane.csv, "w", encoding="ascii") as file:
            file.write("label," + ",".join(f"pixel{index}" for index in range(784)) + "\n")
            for label, row in zip(labels, pixels):
                file.write(f"{label}," + ",".join(map(str, row)) + "\n")
        images, _ = drawn_images(IMAGES, seed=2)
    else:
        images = published_images()
    images.tofile(lane.directory / "images.u8")
    for name in PRESETS:
        # One model gets its figures too.
        figures = [] if name == "linear" else ["--no-figures"]
        lane.run(
            # Small batches make many steps in a few seconds: answers should be clear ones before they are compared.
            "train", "--arch", name, "--epochs", lane.epochs, "--max-seconds", 8, "--batch", 32, "--no-augment",
            "--progress", "none", "--output", lane.model(name), *figures, *lane.data)
        lane.run("export", "--model", lane.model(name), "--onnx", lane.directory / f"{name}.onnx")
        print(f"trained {name}", flush=True)


# Compare


def require(condition, message):
    if not condition:
        raise AssertionError(message)


def ours(lane, name):
    """Our probabilities, as the Swift test wrote them."""
    path = lane.directory / f"{name}.probabilities.f32"
    return numpy.fromfile(path, numpy.float32).reshape(IMAGES, 10)


def images(lane):
    """The pictures as 0…1."""
    pixels = numpy.fromfile(lane.directory / "images.u8", numpy.uint8)
    return pixels.reshape(IMAGES, 1, 28, 28).astype(numpy.float32) / 255


def safetensors_loads(lane, name):
    """safetensors reads every array by name, shape and type, and the metadata."""
    import safetensors
    path = str(lane.model(name) / "model.safetensors")
    with safetensors.safe_open(path, framework="numpy") as file:
        metadata = file.metadata()
        found = {key: file.get_tensor(key) for key in file.keys()}
    missing = {"spec", "preprocessing", "labels", "temperature", "thresholds"} - set(metadata)
    require(not missing, f"metadata lacks {sorted(missing)}")
    require(json.loads(metadata["labels"]) == [str(digit) for digit in range(10)], metadata["labels"])
    expected = parameters(PRESETS[name] or metadata["spec"])
    require(parameters(metadata["spec"]) == expected, f"spec is {metadata['spec']}")
    shapes = {key: array.shape for key, array in found.items()}
    require(shapes == expected, f"arrays {shapes}, expected {expected}")
    for key, array in found.items():
        require(array.dtype == numpy.float32, f"{key} is {array.dtype}")
        require(numpy.isfinite(array).all(), f"{key} is not finite")
        require(key.endswith((".bias", ".shift", ".mean")) or array.std() > 0 or array.size == 1, f"{key} is constant")


def numpy_agrees(lane, name):
    """The arrays alone, put together with numpy, give our probabilities."""
    from safetensors.numpy import load_file
    import safetensors
    path = str(lane.model(name) / "model.safetensors")
    with safetensors.safe_open(path, framework="numpy") as file:
        metadata = file.metadata()
    arrays = load_file(path)
    values = images(lane).reshape(IMAGES, 784).astype(numpy.float64)
    values = (values - float(metadata["inputMean"])) / float(metadata["inputDeviation"])
    dense = [key for key in arrays if key.startswith("dense") and key.endswith("weight")]
    for number in range(1, len(dense) + 1):
        values = values @ arrays[f"dense{number}.weight"].T + arrays[f"dense{number}.bias"]
        if number == len(dense):
            break
        values = numpy.maximum(values, 0)
        norm = {role: arrays[f"bn{number}.{role}"].astype(numpy.float64) for role in ("scale", "shift", "mean", "variance")}
        values = (values - norm["mean"]) / numpy.sqrt(norm["variance"] + 1e-3) * norm["scale"] + norm["shift"]
    values = values / float(metadata["temperature"])
    powers = numpy.exp(values - values.max(axis=1, keepdims=True))
    difference = numpy.abs(powers / powers.sum(axis=1, keepdims=True) - ours(lane, name)).max()
    require(difference < TOLERANCE, f"largest difference {difference:.2e}")


def onnx_accepts(lane, name):
    """onnx.checker accepts the export; input, outputs and opset are the documented ones."""
    import onnx
    model = onnx.load(str(lane.directory / f"{name}.onnx"))
    onnx.checker.check_model(model, full_check=True)
    require(model.opset_import[0].version >= 13, f"opset {model.opset_import[0].version}")
    sizes = [size.dim_param or size.dim_value for size in model.graph.input[0].type.tensor_type.shape.dim]
    require(sizes == ["N", 1, 28, 28], f"input {sizes}")
    outputs = [output.name for output in model.graph.output]
    require(outputs == ["logits", "probabilities"], f"outputs {outputs}")
    require("mean" in model.doc_string, "the description does not name the normalisation")


def onnxruntime_agrees(lane, name):
    """ONNX Runtime's probabilities equal ours, all at once and one at a time."""
    import onnxruntime
    session = onnxruntime.InferenceSession(str(lane.directory / f"{name}.onnx"), providers=["CPUExecutionProvider"])
    pictures, expected = images(lane), ours(lane, name)
    found = session.run(["probabilities"], {"input": pictures})[0]
    difference = numpy.abs(found - expected).max()
    require(difference < TOLERANCE, f"largest difference {difference:.2e}")
    single = numpy.concatenate([session.run(["probabilities"], {"input": pictures[i:i + 1]})[0] for i in range(20)])
    require(numpy.abs(single - expected[:20]).max() < TOLERANCE, "one at a time it differs")
    require(numpy.abs(expected.sum(axis=1) - 1).max() < 1e-5, "probabilities do not sum to 1")
    confidence = expected.max(axis=1).mean()
    require(len(set(expected.argmax(axis=1))) > 5, "nearly every answer is the same: little was compared")
    require(confidence > 0.2, f"the mean confidence is {confidence:.2f}: near 0.1 everything looks equal")
    print(f"     {name}: largest difference {difference:.2e} at a mean confidence of {confidence:.2f}")


def answers(confusion):
    """Labels and predictions with this confusion matrix."""
    cells = [(row, column) for row in range(10) for column in range(10) for _ in range(confusion[row][column])]
    return [row for row, _ in cells], [column for _, column in cells]


def same_report(found, confusion):
    from sklearn.metrics import classification_report
    labels, predictions = answers(confusion)
    expected = classification_report(labels, predictions, labels=range(10), output_dict=True, zero_division=0)
    # scikit-learn says `micro avg` in place of `accuracy` when a digit is missing from both lists.
    require(set(found) == set(expected), f"keys {sorted(found)}, expected {sorted(expected)}")
    for key, value in expected.items():
        pairs = [(found[key], value)] if key == "accuracy" else [(found[key][part], value[part]) for part in value]
        require(all(abs(a - b) < 1e-9 for a, b in pairs), f"{key}: {found[key]}, expected {value}")


def scikit_learn_agrees(lane, name):
    """metrics.json holds what scikit-learn computes from the same predictions."""
    metrics = json.loads((lane.model(name) / "metrics.json").read_text())
    missing = set(METRICS) - set(metrics)
    require(not missing, f"metrics.json lacks {sorted(missing)}")
    same_report(metrics["report"], metrics["confusion"])
    labels, predictions = answers(metrics["confusion"])
    require(metrics["count"] == len(labels), f"count {metrics['count']} for {len(labels)} answers")
    right = sum(a == b for a, b in zip(labels, predictions))
    require(abs(metrics["accuracy"] - right / len(labels)) < 1e-9, f"accuracy {metrics['accuracy']}")
    require(metrics["arch"] == name, f"arch {metrics['arch']}")
    require(len(metrics["reliability"]) == 15, f"{len(metrics['reliability'])} bins")
    require(sum(bin["count"] for bin in metrics["reliability"]) == len(labels), "the bins do not hold every answer")


def evaluate_prints_scikit_learn(lane, name):
    """`evaluate` prints scikit-learn's text, and with --json its dictionary."""
    from sklearn.metrics import classification_report
    result = json.loads(lane.run("evaluate", "--model", lane.model(name), "--json", *lane.data))
    same_report(result["report"], result["confusion"])
    labels, predictions = answers(result["confusion"])
    expected = classification_report(labels, predictions, labels=range(10), digits=4, zero_division=0)
    text = lane.run("evaluate", "--model", lane.model(name), *lane.data)
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    for line in expected.splitlines():
        require(not line.strip() or line.rstrip() in lines, f"no line {line!r} in:\n{text}")


def keras_history(lane, name):
    """history.json has Keras' keys, as many values under each."""
    history = json.loads((lane.model(name) / "history.json").read_text())
    require(set(history) == HISTORY, f"keys {sorted(history)}")
    lengths = {len(values) for values in history.values()}
    require(len(lengths) == 1 and 1 <= min(lengths) <= lane.epochs, f"values under each key: {lengths}")


def model_card(lane, name):
    """The model card's front matter is YAML and tells the accuracy of metrics.json."""
    import yaml
    text = (lane.model(name) / "README.md").read_text()
    require(text.startswith("---\n"), "no front matter")
    front = yaml.safe_load(text.split("---\n")[1])
    missing = {"license", "tags", "datasets", "metrics", "model-index"} - set(front)
    require(not missing, f"front matter lacks {sorted(missing)}")
    accuracy = json.loads((lane.model(name) / "metrics.json").read_text())["accuracy"]
    results = front["model-index"][0]["results"][0]["metrics"]
    found = [metric["value"] for metric in results if metric["type"] == "accuracy"]
    require(len(found) == 1 and abs(found[0] - accuracy) < 5e-5, f"accuracy {found}, metrics.json has {accuracy}")


def configuration(lane, name):
    """config.json is JSON with the effective configuration."""
    found = json.loads((lane.model(name) / "config.json").read_text())
    require(found["arch"] == name and found["epochs"] == lane.epochs, f"{found}")


def figures(lane, name):
    """Every figure is a whole PNG."""
    for figure in FIGURES:
        raw = (lane.model(name) / f"{figure}.png").read_bytes()
        require(raw[:8] == b"\x89PNG\r\n\x1a\n", f"{figure}.png is no PNG")
        position, kinds = 8, []
        while position < len(raw):
            length, kind = struct.unpack(">I4s", raw[position:position + 8])
            body = raw[position + 4:position + 8 + length]
            checksum = struct.unpack(">I", raw[position + 8 + length:position + 12 + length])[0]
            require(zlib.crc32(body) == checksum, f"{figure}.png: checksum of {kind}")
            kinds.append(kind)
            position += 12 + length
        require(kinds[0] == b"IHDR" and kinds[-1] == b"IEND" and b"IDAT" in kinds, f"{figure}.png: {kinds}")


def same_tables(lane, batch):
    """pandas reads the exported CSV, openpyxl the exported XLSX and json the lines, all with the same contents."""
    import openpyxl
    import pandas
    files = {ending: lane.directory / f"batch-{batch}.{ending}" for ending in ("csv", "xlsx", "jsonl")}
    table = pandas.read_csv(files["csv"], float_precision="round_trip")
    names = ["index", "label", "prediction", "confidence", *(f"p{digit}" for digit in range(10)), "status", "correct"]
    require(list(table.columns) == names + (["file"] if batch == "pictures" else []), f"columns {list(table.columns)}")
    head, *rows = openpyxl.load_workbook(files["xlsx"], read_only=True).active.iter_rows(values_only=True)
    require(list(head) == list(table.columns), f"first row {head}")
    require(len(rows) == len(table), f"{len(rows)} rows, {len(table)} in the CSV file")
    for row, values in zip(rows, table.itertuples(index=False)):
        for name, one, other in zip(head, row, values):
            require(pandas.isna(other) if one is None else one == other, f"row {row[0]}, {name}: {one!r}, {other!r}")
    lines = [json.loads(line) for line in files["jsonl"].read_text().splitlines()]
    require([line["status"] for line in lines] == list(table["status"]), "the lines have other statuses")
    for line, values in zip(lines, table.itertuples(index=False)):
        require(line.get("digit", -1) == (-1 if pandas.isna(values.prediction) else values.prediction), f"{line}")
        shares = [getattr(values, f"p{digit}") for digit in range(10)]
        require(line.get("probabilities", shares) == shares, f"{line}")
    require({"ok", "error"} <= set(table["status"]), f"only {set(table['status'])}: little was compared")


def compare(lane):
    """Runs every check for every preset; returns the number that failed."""
    passed = failed = 0
    for name in PRESETS:
        checks = [
            safetensors_loads, onnx_accepts, onnxruntime_agrees, scikit_learn_agrees,
            evaluate_prints_scikit_learn, keras_history, model_card, configuration,
        ]
        if name in ("linear", "mlp"):
            checks.append(numpy_agrees)
        if name == "linear":
            checks.append(figures)
        for check in checks:
            try:
                check(lane, name)
                passed += 1
                print(f"ok   {name}: {check.__doc__.splitlines()[0]}", flush=True)
            except Exception as error:  # Each check stands alone: the others still tell what they find.
                failed += 1
                print(f"FAIL {name}: {check.__doc__.splitlines()[0]} {type(error).__name__}: {error}", flush=True)
    for batch in ("rows", "pictures"):
        try:
            same_tables(lane, batch)
            passed += 1
            print(f"ok   batch of {batch}: {same_tables.__doc__}", flush=True)
        except Exception as error:
            failed += 1
            print(f"FAIL batch of {batch}: {same_tables.__doc__} {type(error).__name__}: {error}", flush=True)
    print(f"{passed} passed, {failed} failed")
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("phase", choices=["prepare", "compare"])
    parser.add_argument("--program", required=True)
    parser.add_argument("--directory", required=True)
    arguments = parser.parse_args()
    lane = Lane(arguments.program, arguments.directory)
    if arguments.phase == "prepare":
        prepare(lane)
        return 0
    return 1 if compare(lane) else 0


if __name__ == "__main__":
    sys.exit(main())
