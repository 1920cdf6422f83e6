"""Completions for zsh."""

HELPERS = '''
(( $+functions[_inkling_either] )) || _inkling_either() {
  _alternative "words:word:($1)" "files:file:_files${2:+ -g ${(qq)2}}"
}

(( $+functions[_inkling_models] )) || _inkling_models() {
  local -a roots models
  roots=(
    $INKLING_HOME ${XDG_DATA_HOME:-$HOME/.local/share}/inkling
    ${^${(s.:.)${XDG_DATA_DIRS:-/usr/local/share:/usr/share}}}/inkling ${commands[inkling-predict]:h}/../share/inkling
  )
  models=(${^roots}/[Mm]odels/*/model.safetensors(N:h:t))
  _alternative "models:model:($models)" 'directories:directory:_files -/'
}
'''


def file_name(program):
    """zsh looks for a function with this name."""
    return f"_{program.name}"


def text(program):
    """The whole file."""
    lines = [f"#compdef {program.name}", f"# Completion of {program.name} for zsh, made from its --help.", HELPERS]
    lines.append(f"_{program.name}() {{")
    if program.options:
        lines += ["  local curcontext=$curcontext state line", "  local -a commands", "  commands=("]
        lines += [f"    {quoted(name_and_summary(command))}" for command in program.commands]
        lines += ["  )", "  _arguments -C \\"]
        lines += [f"    {exclusive(option)} \\" for option in program.options]
        lines += ["    '1:command:->command' '*::argument:->arguments'", "  case $state in"]
        lines += ["    command) _describe -t commands command commands ;;", "    arguments)", "      case $line[1] in"]
        for command in program.commands:
            lines += [f"        {command.name})", arguments(command, "          "), "          ;;"]
        lines += ["      esac", "      ;;", "  esac"]
    else:
        lines.append(arguments(program.commands[0], "  "))
    return "\n".join(lines) + f"\n}}\n\n_{program.name} \"$@\"\n"


def name_and_summary(command):
    return f"{command.name}:{command.summary}"


def arguments(command, indent):
    specs = [exclusive(o) if o.flag in ("--help", "--version") else spec(o, command) for o in command.options]
    if command.operands:
        specs.append(quoted(f"*:{command.operand.lower()}:{action(command.operands)}"))
    return several(command, indent) + f"{indent}_arguments \\\n" + " \\\n".join(f"{indent}  {spec}" for spec in specs)


def several(command, indent):
    """The lines that offer values after the first one of an option that takes several: _arguments knows no way."""
    options = [option for option in command.options if option.takes_several]
    if not options:
        return ""
    lines = ["if [[ $PREFIX != -* ]]; then", "  case ${${(M)words[1,CURRENT-1]:#--*}[-1]} in"]
    for option in options:
        lines.append(f"    {option.flag}) {action(command.values[option.flag]).strip() or ':'}; return ;;")
    return "".join(f"{indent}{line}\n" for line in [*lines, "  esac", "fi"])


def exclusive(option):
    return quoted(f"(- *){option.flag}[{escaped(option.help)}]")


def spec(option, command):
    """The specification of one option: how often, its help, its values."""
    text = ("*" if option.repeats else "") + option.flag
    if not option.placeholder:
        return quoted(f"{text}[{escaped(option.help)}]")
    message = escaped(option.placeholder)
    return quoted(f"{text}=[{escaped(option.help)}]:{message}:{action(command.values[option.flag])}")


def action(found):
    """What offers the values."""
    if found.models:
        return "_inkling_models"
    words, pattern, files = " ".join(found.words), "", "_files"
    if found.endings:
        pattern = f" \"(#i)*.({'|'.join(found.endings)})\""
        files = f"_files -g{pattern}"
    if words and found.endings is not None:
        # A leading space: arguments for compadd must not be put before ours.
        return f" _inkling_either \"{words}\"{pattern}"
    if words:
        return f"({words})"
    if found.endings is not None:
        return files
    return "_files -/" if found.directories else " "


def escaped(text):
    """Text in which brackets and colons are only text."""
    for character in "\\[]:":
        text = text.replace(character, "\\" + character)
    return text


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"
