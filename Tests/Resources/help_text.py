"""Reads the help texts of the programs, the one place where commands and options are listed."""

import dataclasses
import re
import subprocess

PROGRAMS = ["inkling", "inkling-train", "inkling-predict"]


@dataclasses.dataclass
class Option:
    """One option: `--arch`, what stands for its value ("" for a switch), and its help."""
    flag: str
    placeholder: str
    help: str

    @property
    def takes_several(self):
        """Whether all words up to the next option are its values."""
        return self.placeholder.endswith("…")

    @property
    def repeats(self):
        """Whether it may be given more than once."""
        return self.takes_several or "several times" in self.help

    @property
    def default(self):
        """What the help says about the default, with its brackets; "" where it says nothing."""
        found = re.search(r"\(default [^()]*\)", self.help)
        return found.group() if found else ""


@dataclasses.dataclass
class Command:
    """What can be typed after a program's name, or after the name of one of its commands."""
    name: str
    summary: str
    operand: str
    options: list


@dataclasses.dataclass
class Program:
    """A program by its name; one without commands has one `Command` without a name."""
    name: str
    summary: str
    commands: list
    # The options of the program itself where it has commands.
    options: list


def programs(directory):
    """The programs whose help can be read from `directory`, and the names of those that print none yet."""
    read, silent = [], []
    for name in PROGRAMS:
        text = help_of(directory, name)
        if text.strip():
            read.append(program(directory, name, text))
        else:
            silent.append(name)
    return read, silent


def help_of(directory, name, *command):
    """What `NAME COMMAND --help` prints on standard output."""
    words = [f"{directory}/{name}", *command, "--help"]
    run = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    if run.returncode != 0 or run.stderr:
        raise SystemExit(f"{' '.join(words)}: exit status {run.returncode}: {run.stderr.strip()}")
    return run.stdout


def program(directory, name, text):
    """A program, and its commands' help asked for one by one."""
    names = rows(text, "Commands:")
    if not names:
        return Program(name, summary(text), [command("", text)], [])
    commands = [command(row[0], help_of(directory, name, row[0])) for row in names]
    return Program(name, summary(text), commands, options(text))


def command(name, text):
    """A command as its help describes it."""
    return Command(name, summary(text), operand(text), options(text))


def summary(text):
    """The sentence after the name on the first line."""
    return text.split("\n", 1)[0].split(": ", 1)[1]


def operand(text):
    """What stands for arguments without an option, such as `IMAGE`; "" where there are none."""
    usages = re.findall(r"^(?:Usage:|      ) inkling(.*)$", text, re.MULTILINE)
    words = re.sub(r"--\S+ \S+", "", " ".join(usages)).split()
    words = [word.strip("[]….") for word in words if re.fullmatch(r"\[?[A-Z][A-Z|]*\]?(…|\.\.\.)?", word)]
    return next((word for word in words if word not in ("COMMAND", "OPTION")), "")


def options(text):
    """The rows below `Options:`."""
    found = []
    for head, body in rows(text, "Options:"):
        flag, _, placeholder = head.partition(" ")
        found.append(Option(flag, placeholder, body))
    if not found:
        raise SystemExit(f"no options in the help that begins '{text.splitlines()[0]}'")
    return found


def rows(text, title):
    """The rows of a table in a help text, as (head, wrapped lines joined)."""
    found, inside = [], False
    for line in text.splitlines():
        if not line.startswith(" "):
            inside = line == title
        elif inside and not line.startswith("   "):
            head, _, body = line.strip().partition("  ")
            found.append((head, body.strip()))
        elif inside and found:
            head, body = found[-1]
            found[-1] = (head, f"{body} {line.strip()}".strip())
    return found
