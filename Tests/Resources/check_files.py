#!/usr/bin/env python3
"""Checks of Resources for which there is no tool.

    check_files.py icons ROOT
    check_files.py names ROOT PROGRAMS
    check_files.py manual ROOT PROGRAMS

ROOT holds Resources, PROGRAMS the programs. Each fault is a line; the exit status is 1 when there was one.
"""

import configparser
import pathlib
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as xml

import help_text

ID = "io.github.inkling_digits.inkling"
SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
SECTIONS = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES"]
SVG = "{http://www.w3.org/2000/svg}"


def icons(root):
    """Sizes, shapes and colours of the icons."""
    theme = root / "Resources/icons/hicolor"
    for size in SIZES:
        path = theme / f"{size}x{size}/apps/{ID}.png"
        if not path.is_file():
            yield f"{path} is missing"
            continue
        head = path.read_bytes()[:26]
        if head[:8] != b"\x89PNG\r\n\x1a\n" or struct.unpack(">II", head[16:24]) != (size, size):
            yield f"{path} is no PNG of {size}×{size}"
        elif head[25] != 6:
            yield f"{path} has no transparent corners"
    for place, name in [("scalable", ID), ("symbolic", f"{ID}-symbolic")]:
        path = theme / f"{place}/apps/{name}.svg"
        if not path.is_file():
            yield f"{path} is missing"
            continue
        picture = xml.parse(path).getroot()
        box = picture.get("viewBox", "").split()
        if len(box) != 4 or box[:2] != ["0", "0"] or box[2] != box[3]:
            yield f"{path}: the viewBox is not a square at 0 0"
        if place == "symbolic":
            # Desktops give these another colour by their fill, and only by that.
            for shape in picture.iter():
                if shape.get("stroke") or shape.get("fill", "#2e3436") != "#2e3436":
                    yield f"{path}: only the fill #2e3436 can be recoloured"


def names(root, programs):
    """Identifiers, types and versions that must be the same in several files."""
    resources = root / "Resources"
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(resources / f"{ID}.desktop", encoding="utf-8")
    entry = entry["Desktop Entry"]
    component = xml.parse(resources / f"{ID}.metainfo.xml").getroot()
    mime = xml.parse(resources / "mime/packages/inkling.xml").getroot()
    version = subprocess.run(
        [programs / "inkling-train", "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    types = {kind for kind in entry["MimeType"].split(";") if kind}
    ours = {kind.get("type") for kind in mime}
    pairs = [
        ("the id of metainfo", component.findtext("id"), ID),
        ("launchable", component.findtext("launchable"), f"{ID}.desktop"),
        ("Icon", entry["Icon"], ID),
        ("StartupWMClass", entry["StartupWMClass"], "Inkling"),
        ("Exec", entry["Exec"], "inkling %F"),
        ("Name", entry["Name"], component.findtext("name")),
        ("Comment", entry["Comment"], component.findtext("summary")),
        ("MimeType", types, {kind.text for kind in component.iter("mediatype")}),
        ("our MIME types in MimeType", ours & types, ours),
        ("binaries", [program.text for program in component.iter("binary")], help_text.PROGRAMS),
        ("the newest release", component.find("releases")[0].get("version"), version),
    ]
    for name in help_text.PROGRAMS:
        title = (resources / f"man/{name}.1").read_text(encoding="utf-8")
        said = re.search(r'^\.TH \S+ 1 \S+ "Inkling ([^"]*)"', title, re.MULTILINE)
        pairs.append((f"the version in {name}.1", said and said.group(1), version))
    for what, found, wanted in pairs:
        if found != wanted:
            yield f"{what} is {found}, not {wanted}"


def manual(root, programs):
    """Every page has its sections, and the options that --help prints, with their defaults; and no other options."""
    read, silent = help_text.programs(programs)
    for name in help_text.PROGRAMS:
        path = root / f"Resources/man/{name}.1"
        parts = sections(path.read_text(encoding="utf-8"))
        for section in SECTIONS:
            if not parts.get(section, "").strip():
                yield f"{path.name}: no section {section}"
        for program in (program for program in read if program.name == name):
            yield from options(path.name, parts, program)
    for name in silent:
        print(f"{name} prints no help yet: the options of its manual page are not checked")


def options(page, parts, program):
    """Compares the options of one page with those of its program."""
    tables = [("OPTIONS", program.options)] if program.options else []
    tables += [(command.name or "OPTIONS", command.options) for command in program.commands]
    for part, table in tables:
        entries = dict(re.findall(r"^\.TP\n(--[^\n]*)\n((?:(?!\.TP|\.S).*\n)*)", parts.get(part, ""), re.MULTILINE))
        heads = {f"{option.flag} {option.placeholder}".strip(): option for option in table}
        # Those two are the same for every command, and the manual says so once.
        universal = [] if part == "OPTIONS" else ["--help", "--version"]
        for head, option in heads.items():
            if head in universal:
                continue
            if head not in entries:
                yield f"{page}: {part} does not explain '{head}'"
            elif option.default not in entries[head].replace("\n", " "):
                yield f"{page}: {part} does not say that {option.flag} has the {option.default.strip('()')}"
        for head in entries.keys() - heads.keys():
            yield f"{page}: {part} explains '{head}', which {program.name} does not know"


def sections(source):
    """The text of a manual page by section and subsection, without fonts and escapes."""
    source = re.sub(r"\\f[BIR]", "", source).replace("\\-", "-").replace("...", "…")
    parts, title = {}, ""
    for line in source.splitlines():
        heading = re.match(r"\.S[HS] (.*)", line)
        if heading:
            title = heading.group(1).strip('"')
        else:
            parts[title] = parts.get(title, "") + line + "\n"
    return parts


def main():
    checks = {"icons": icons, "names": names, "manual": manual}
    if len(sys.argv) < 3 or sys.argv[1] not in checks:
        print(__doc__, file=sys.stderr)
        return 2
    faults = list(checks[sys.argv[1]](*map(pathlib.Path, sys.argv[2:])))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
