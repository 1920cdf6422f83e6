#!/usr/bin/env python3
"""Makes the shell completions of Resources/completions out of what the programs print for --help.

    make_completions.py [--programs DIR] [--output DIR]    writes them
    make_completions.py [--programs DIR] --compare         says which are not as they would be written
"""

import argparse
import dataclasses
import pathlib
import re
import subprocess
import sys
import tempfile

import bash_completion
import fish_completion
import help_text
import zsh_completion

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHELLS = {"bash": bash_completion, "zsh": zsh_completion, "fish": fish_completion}
# What the files of an option are called where its placeholder does not say it.
ENDINGS = {
    "--csv": ["csv"], "--strokes": ["ndjson", "gz"], "--replay": ["ndjson", "gz"], "--config": ["json"],
    "--onnx": ["onnx"], "IMAGE": ["png", "jpg", "jpeg"], "DRAWING": ["ndjson", "gz"], "CSV": ["csv"],
}


@dataclasses.dataclass
class Values:
    """What may stand in a place: words, files with these endings (an empty list: all files), directories, models."""
    words: list = dataclasses.field(default_factory=list)
    endings: list | None = None
    directories: bool = False
    models: bool = False

    def __bool__(self):
        return bool(self.words or self.endings is not None or self.directories or self.models)


def values(name, placeholder, presets):
    """The values that a placeholder such as `DIR|NAME` of the option or operand called `name` stands for."""
    found = Values()
    parts = placeholder.strip("….").split("|")
    for part in parts:
        stem, _, ending = part.partition(".")
        if part == "-" or re.fullmatch(r"[a-z][a-z0-9]*", part):
            found.words.append(part)
        elif part == "NAME" and "SPEC" in parts:
            found.words += presets
        elif part == "NAME" and "DIR" in parts:
            found.models = True
        elif part == "DIR":
            found.directories = True
        elif stem in ("FILE", "OUT"):
            found.endings = (found.endings or []) + ([ending] if ending else ENDINGS.get(name, []))
        elif part in ENDINGS:
            found.endings = (found.endings or []) + ENDINGS[part]
    return found


def preset_names(programs):
    """The networks that have a name."""
    run = subprocess.run(
        [f"{programs}/inkling-train", "architectures"], capture_output=True, text=True, check=True, timeout=60)
    return re.findall(r"^(\S+) +output ", run.stdout, re.MULTILINE)


def write(programs, output):
    """Writes all completions below `output` and returns the names of programs without help."""
    read, silent = help_text.programs(programs)
    presets = preset_names(programs)
    for program in read:
        for command in program.commands:
            command.values = {
                option.flag: values(option.flag, option.placeholder, presets) for option in command.options}
            command.operands = values("", command.operand, presets)
        for shell, writer in SHELLS.items():
            path = output / shell / writer.file_name(program)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(writer.text(program), encoding="utf-8")
    return silent


def compare(programs, committed):
    """Says which committed files differ from what would be written; returns how many."""
    faults = 0
    with tempfile.TemporaryDirectory() as directory:
        fresh = pathlib.Path(directory)
        silent = write(programs, fresh)
        for shell, writer in SHELLS.items():
            wanted = {path.name: path for path in (fresh / shell).iterdir()}
            there = {path.name: path for path in (committed / shell).glob("*")}
            for name in sorted(wanted.keys() | there.keys()):
                if any(name in (silence, f"_{silence}", f"{silence}.fish") for silence in silent):
                    continue
                if name in wanted and name in there and wanted[name].read_bytes() == there[name].read_bytes():
                    continue
                print(f"completions/{shell}/{name} does not fit --help; run make_completions.py", file=sys.stderr)
                faults += 1
    tell(silent)
    return faults


def tell(silent):
    """Says which programs were left out."""
    for name in silent:
        print(f"{name} prints no help yet: its completions are left out", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", type=pathlib.Path, default=ROOT / ".build/release")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "Resources/completions")
    parser.add_argument("--compare", action="store_true")
    arguments = parser.parse_args()
    if arguments.compare:
        return 1 if compare(arguments.programs, arguments.output) else 0
    tell(write(arguments.programs, arguments.output))
    return 0


if __name__ == "__main__":
    sys.exit(main())
