"""Completions for bash. They need nothing but bash itself."""

import shlex

HELPERS = r'''
# Offers files with one of the endings, or all files where there are none, and the directories on the way.
_inkling_files() {
  local word=$1 entry ending path
  shift
  compopt -o filenames 2>/dev/null
  while IFS= read -r entry; do
    path=${entry/#\~\//$HOME/} ending=${entry##*.}
    [[ $# -gt 0 && ! -d $path && " $* " != *" ${ending,,} "* ]] || COMPREPLY+=("$entry")
  done < <(compgen -f -- "$word")
}

_inkling_directories() {
  compopt -o filenames 2>/dev/null
  local entry
  while IFS= read -r entry; do COMPREPLY+=("$entry"); done < <(compgen -d -- "$1")
}

_inkling_words() {
  local word=$1 entry
  shift
  for entry in "$@"; do [[ $entry != "$word"* ]] || COMPREPLY+=("$entry"); done
}

# Offers the names of installed models.
_inkling_models() {
  local word=$1 beside root model
  beside=$(type -P "$2")
  local IFS=:
  # shellcheck disable=SC2086 # The directories are split at colons.
  set -- ${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
  unset IFS
  for root in "$INKLING_HOME" "${@/%//inkling}" "${XDG_DATA_HOME:-$HOME/.local/share}/inkling" \
    "${beside%/*}/../share/inkling"; do
    for model in "$root"/[Mm]odels/*/model.safetensors; do
      [[ -e $model ]] || continue
      model=${model%/*}
      _inkling_words "$word" "${model##*/}"
    done
  done
}
'''


def file_name(program):
    """Bash looks for a file with the name of the program."""
    return program.name


def text(program):
    """The whole file."""
    function = "_" + program.name.replace("-", "_")
    lines = [f"# Completion of {program.name} for bash, made from its --help.", HELPERS, f"{function}() {{"]
    lines += [
        "  local word=${COMP_WORDS[COMP_CWORD]} command='' option='' values=0 index=1",
        "  COMPREPLY=()",
        "  [[ $word != = ]] || word=",
    ]
    if program.options:
        lines += commands(program)
    lines += [
        "  for (( ; index < COMP_CWORD; index++)); do",
        "    case ${COMP_WORDS[index]} in",
        "      =) ;;",
        "      --*) option=${COMP_WORDS[index]} values=0 ;;",
        "      *) values=$((values + 1)) ;;",
        "    esac",
        "  done",
        "  if [[ $word != --* ]]; then",
        "    case $command$option in",
    ]
    for command in program.commands:
        lines += arms(program, command)
    lines += ["    esac", "  fi"]
    lines += ["  case $command in"] + [rest(program, command) for command in program.commands] + ["  esac", "}"]
    return "\n".join(lines) + f"\n\ncomplete -F {function} {program.name}\n"


def commands(program):
    words = [command.name for command in program.commands] + [option.flag for option in program.options]
    return [
        "  if [[ $COMP_CWORD -eq 1 ]]; then",
        f"    _inkling_words \"$word\" {shlex.join(words)}",
        "    return",
        "  fi",
        "  command=${COMP_WORDS[1]} index=2",
    ]


def arms(program, command):
    """The cases in which the word is the value of an option."""
    lines = []
    for option in command.options:
        if not option.placeholder:
            continue
        found = command.values[option.flag]
        # A value that nothing is known about is not an operand either.
        steps = calls(program, found) + ["return"]
        if not option.takes_several:
            steps = ["if [[ $values -eq 0 ]]; then", *("  " + step for step in steps), "fi"]
        lines += [f"      {command.name}{option.flag})"] + ["        " + step for step in steps] + ["        ;;"]
    return lines


def calls(program, found):
    """The calls that offer values."""
    lines = [f"_inkling_words \"$word\" {shlex.join(found.words)}"] if found.words else []
    if found.models:
        lines.append(f"_inkling_models \"$word\" {program.name}")
    if found.endings is not None:
        lines.append(" ".join(["_inkling_files \"$word\"", *found.endings]))
    elif found.directories:
        lines.append("_inkling_directories \"$word\"")
    return lines


def rest(program, command):
    """What can stand where no value is expected: options, and operands where there are some."""
    flags = shlex.join(option.flag for option in command.options)
    steps = [f"_inkling_words \"$word\" {flags}"]
    if command.operands:
        steps = [f"if [[ $word == -?* ]]; then {steps[0]}; else {'; '.join(calls(program, command.operands))}; fi"]
    return f"    {command.name or chr(34) * 2}) {steps[0]} ;;"
