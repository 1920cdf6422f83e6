"""Completions for fish."""

HELPERS = '''
function __inkling_after --description 'Whether this is the last option so far'
    set -l options (string match -- '--*' (commandline -opc))
    test "$options[-1]" = $argv[1]
end

function __inkling_files --description 'Files with one of the endings, and the directories on the way'
    set -l files (complete -C "__fish_command_without_completions "(commandline -ct))
    for ending in $argv
        string match -r -i -- "^.*\\.$ending\$" $files
    end
    string match -r -- '^.*/$' $files
end

function __inkling_models --description 'The names of installed models'
    set -l roots $INKLING_HOME
    set -q XDG_DATA_HOME; and set -a roots $XDG_DATA_HOME/inkling; or set -a roots $HOME/.local/share/inkling
    set -l shared /usr/local/share /usr/share
    set -q XDG_DATA_DIRS; and set shared (string split : -- $XDG_DATA_DIRS)
    set -a roots $shared/inkling (command -s inkling-predict | path dirname)/../share/inkling
    for model in $roots/{Models,models}/*/model.safetensors
        path basename (path dirname $model)
    end
end
'''


def file_name(program):
    """fish looks for a file with the name of the program."""
    return f"{program.name}.fish"


def text(program):
    """The whole file."""
    lines = [f"# Completion of {program.name} for fish, made from its --help.", HELPERS]
    lines.append(f"complete -c {program.name} -f")
    names = [command.name for command in program.commands if command.name]
    for option in program.options:
        switch = f"-l {option.flag[2:]} -d {quoted(option.help)}"
        lines.append(f"complete -c {program.name} -n __fish_use_subcommand {switch}")
    for command in program.commands:
        condition = ""
        if names:
            lines.append(
                f"complete -c {program.name} -n __fish_use_subcommand -a {command.name} -d {quoted(command.summary)}")
            condition = f" -n '__fish_seen_subcommand_from {command.name}'"
        for option in command.options:
            lines.append(f"complete -c {program.name}{condition} " + arguments(option, command))
            if option.takes_several and command.values[option.flag]:
                after = condition + f" -n '__inkling_after {option.flag}'"
                lines.append(f"complete -c {program.name}{after} -k -a {quoted(offers(command.values[option.flag]))}")
        if command.operands:
            lines.append(f"complete -c {program.name}{condition} -k -a {quoted(offers(command.operands))}")
    return "\n".join(lines) + "\n"


def arguments(option, command):
    line = f"-l {option.flag[2:]}"
    if option.placeholder:
        found = command.values[option.flag]
        line += " -x" + (f" -k -a {quoted(offers(found))}" if found else "")
    return f"{line} -d {quoted(option.help)}"


def offers(found):
    """What fish is to offer, as it reads it after -a."""
    parts = list(found.words)
    if found.models:
        parts.append("(__inkling_models)")
    if found.endings is not None:
        parts.append(f"(__inkling_files {' '.join(found.endings)})" if found.endings else "(__fish_complete_path)")
    elif found.directories:
        parts.append("(__fish_complete_directories)")
    return " ".join(parts)


def quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
