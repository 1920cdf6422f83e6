"""The presets as they are documented, and the arrays that a network of the text form must have."""

# `None`: ours to design; its own description is what it is checked against.
PRESETS = {
    "linear": "flatten, dense 10",
    "mlp": ", ".join(
        ["flatten"]
        + [f"dense {units}, relu, bn, dropout {rate}" for units, rate in ((512, .3), (256, .3), (128, .2), (64, .2))]
        + ["dense 10"]),
    "cnn": ", ".join(
        [f"conv {filters} 3, relu, pool 2, dropout .25" for filters in (32, 64, 128)]
        + ["flatten, dense 256, relu, dropout .5, dense 128, relu, dropout .5, dense 10"]),
    "cnn-deep": ", ".join(
        [f"{', '.join([f'conv {filters} 3, relu, bn'] * repeats)}, pool 2, dropout .25"
         for filters, repeats in ((32, 2), (64, 2), (128, 1))]
        + ["gap, dense 256, relu, dropout .5, dense 10"]),
    "inkling": None,
}


def parameters(text):
    """Name and shape of every array of the network `text`, worked out apart from Inkling."""
    channels, side, count = 1, 28, None
    numbers = {}
    arrays = {}

    def name(kind):
        numbers[kind] = numbers.get(kind, 0) + 1
        return f"{kind}{numbers[kind]}"

    for layer in text.split(","):
        kind, *words = layer.split()
        if kind == "conv":
            label, filters, kernel = name("conv"), int(words[0]), int(words[1])
            stride = int(words[words.index("stride") + 1]) if "stride" in words else 1
            arrays[f"{label}.weight"] = (filters, channels, kernel, kernel)
            if "nobias" not in words:
                arrays[f"{label}.bias"] = (filters,)
            channels = filters
            side = (side - kernel) // stride + 1 if "valid" in words else -(-side // stride)
        elif kind in ("pool", "avgpool"):
            size = int(words[0])
            stride = int(words[words.index("stride") + 1]) if "stride" in words else size
            side = (side - size) // stride + 1
        elif kind == "gap":
            count = channels
        elif kind == "flatten":
            count = channels * side * side
        elif kind == "bn":
            label = name("bn")
            for role in ("scale", "shift", "mean", "variance"):
                arrays[f"{label}.{role}"] = (channels if count is None else count,)
        elif kind == "dense":
            label, units = name("dense"), int(words[0])
            arrays[f"{label}.weight"] = (units, count)
            if "nobias" not in words:
                arrays[f"{label}.bias"] = (units,)
            count = units
    return arrays
