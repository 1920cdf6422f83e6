# Completion of inkling-predict for fish, made from its --help.

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

complete -c inkling-predict -f
complete -c inkling-predict -l model -x -k -a '(__inkling_models) (__fish_complete_directories)' -d 'the model directory, or the name of an installed model; given several times, the models\' answers are averaged (default inkling)'
complete -c inkling-predict -l json -d 'prints one line of JSON for each input'
complete -c inkling-predict -l number -d 'reads several digits side by side as one number, with minus sign and decimal point'
complete -c inkling-predict -l strokes -x -k -a '- (__inkling_files ndjson gz)' -d 'drawings, one per line; \'-\' answers standard input as it comes'
complete -c inkling-predict -l csv -x -k -a '(__inkling_files csv)' -d 'rows of 784 pixels from 0 to 255, with or without header and labels'
complete -c inkling-predict -l limit -x -d 'reads only so many rows of the CSV file'
complete -c inkling-predict -l output -x -k -a '(__inkling_files csv jsonl)' -d 'writes the results of the CSV file to a file (default standard output)'
complete -c inkling-predict -l help -d 'shows this'
complete -c inkling-predict -l version -d 'shows the version'
complete -c inkling-predict -k -a '(__inkling_files png jpg jpeg)'
