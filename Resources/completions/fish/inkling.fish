# Completion of inkling for fish, made from its --help.

function __inkling_after --description 'Whether this is the last option so far'
    set -l options (string match -- '--*' (commandline -opc))
    test "$options[-1]" = $argv[1]
end

function __inkling_files --description 'Files with one of the endings, and the directories on the way'
    set -l files (complete -C "__fish_command_without_completions "(commandline -ct))
    for ending in $argv
        string match -r -i -- "^.*\.$ending\$" $files
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

complete -c inkling -f
complete -c inkling -l model -x -k -a '(__inkling_models) (__fish_complete_directories)' -d 'the model directory, or the name of an installed model (default the one used last)'
complete -c inkling -l theme -x -k -a 'dark light system' -d 'dark or light, or as the desktop is (default system)'
complete -c inkling -l scale -x -d 'how many pixels a unit has, from 1 to 3 (default as the desktop says)'
complete -c inkling -l events -d 'writes what happens to standard output, one line of JSON each'
complete -c inkling -l replay -x -k -a '(__inkling_files ndjson gz)' -d 'draws the drawings of a file as a hand would'
complete -c inkling -l screenshot -x -k -a '(__inkling_files png)' -d 'writes a picture of the last frame and ends; needs no display'
complete -c inkling -l screen -x -d 'the screen that is shown, such as home or draw (default draw)'
complete -c inkling -l size -x -d 'the size of the window (default 1280x800)'
complete -c inkling -l benchmark -d 'measures from the pointer to the screen and prints the figures when the window is closed'
complete -c inkling -l help -d 'shows this'
complete -c inkling -l version -d 'shows the version'
complete -c inkling -k -a '(__inkling_files png jpg jpeg ndjson gz)'
