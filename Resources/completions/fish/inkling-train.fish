# Completion of inkling-train for fish, made from its --help.

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

complete -c inkling-train -f
complete -c inkling-train -n __fish_use_subcommand -l help -d 'shows this, or with a command its options'
complete -c inkling-train -n __fish_use_subcommand -l version -d 'shows the version'
complete -c inkling-train -n __fish_use_subcommand -a train -d 'trains a network and writes its model directory'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l arch -x -k -a 'linear mlp cnn cnn-deep inkling (__fish_complete_path)' -d 'the network: linear, mlp, cnn, cnn-deep, inkling, its layers as text, or a file with text or JSON (default cnn-deep)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l data -x -k -a '(__fish_complete_directories)' -d 'the directory of the four MNIST files (default $INKLING_DATA, else the cache, filled on first use)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l csv -x -k -a '(__inkling_files csv)' -d 'trains on this CSV file (label, 784 pixels) instead of MNIST'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l strokes -x -k -a '(__inkling_files ndjson gz)' -d 'drawings (NDJSON, also gzipped): digits and marks that are no digits'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -n '__inkling_after --strokes' -k -a '(__inkling_files ndjson gz)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l reserve -x -k -a '(__fish_complete_path)' -d 'writers, one per line, who are never trained on; confidence is calibrated on their drawings'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l credit -x -d 'a sentence for the model card: where the data come from'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l offline -d 'never opens a connection'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l output -x -k -a '(__fish_complete_directories)' -d 'the model directory to make (default models/NAME-TIME in the user\'s data directory)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l force -d 'replaces what --output holds'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l config -x -k -a '(__inkling_files json)' -d 'JSON with these names in camel case; options win over it'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l resume -x -k -a '(__fish_complete_directories)' -d 'goes on with an interrupted run; only --epochs, --max-seconds, --data, --strokes, --reserve, --credit, --offline, --progress, --no-figures may be given with it'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l epochs -x -d 'rounds over the pictures (default 100)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l patience -x -d 'epochs without a lower validation loss before it stops (default 5)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l batch -x -d 'pictures in one step (default 128)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l validation -x -d 'share of the pictures held back to validate (default 0.1)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l seed -x -d 'the same seed gives the same model on the same machine (default 1)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l optimizer -x -k -a 'adam adamw sgd rmsprop' -d 'how gradients change weights (default adam)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l learning-rate -x -d 'the size of the steps (default 0.001)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l momentum -x -d 'momentum of sgd (default 0.9)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l nesterov -d 'Nesterov\'s momentum with sgd'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l weight-decay -x -d 'decoupled decay of the weights (default 0, with adamw 0.01)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l clip-norm -x -d 'the largest norm of the gradients (default no limit)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l ema -x -d 'keeps moving averages of the weights with this decay, such as 0.999 (default none)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l label-smoothing -x -d 'how much of a target goes to all ten (default 0)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l schedule -x -k -a 'plateau constant cosine onecycle' -d 'how the learning rate changes (default plateau)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l warm-up -x -d 'epochs in which the learning rate rises (default 0)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l no-augment -d 'trains on the pictures as they are'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l target-accuracy -x -d 'stops at this validation accuracy'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l max-seconds -x -d 'stops after this time; with --resume, this much more'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l precision -x -k -a 'f32 bf16 auto' -d 'the numbers to train with; auto is bf16 where it is quicker (default auto)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l threads -x -d 'threads to use (default every core)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l no-figures -d 'writes no pictures into the model directory'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l progress -x -k -a 'auto plain json none' -d 'auto: a moving line on a terminal, else plain: a line for each epoch; json: lines on standard output (default auto)'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l help -d 'shows this'
complete -c inkling-train -n '__fish_seen_subcommand_from train' -l version -d 'shows the version'
complete -c inkling-train -n __fish_use_subcommand -a evaluate -d 'tells how well a model reads labelled digits'
complete -c inkling-train -n '__fish_seen_subcommand_from evaluate' -l model -x -k -a '(__inkling_models) (__fish_complete_directories)' -d 'the model directory, or the name of an installed model (required)'
complete -c inkling-train -n '__fish_seen_subcommand_from evaluate' -l data -x -k -a '(__fish_complete_directories)' -d 'the directory of the four MNIST files (default $INKLING_DATA, else the cache, filled on first use)'
complete -c inkling-train -n '__fish_seen_subcommand_from evaluate' -l csv -x -k -a '(__inkling_files csv)' -d 'labelled digits to use instead of MNIST\'s test digits'
complete -c inkling-train -n '__fish_seen_subcommand_from evaluate' -l strokes -x -k -a '(__inkling_files ndjson gz)' -d 'labelled drawings to use instead of MNIST\'s test digits'
complete -c inkling-train -n '__fish_seen_subcommand_from evaluate' -l offline -d 'never opens a connection'
complete -c inkling-train -n '__fish_seen_subcommand_from evaluate' -l json -d 'prints one line of JSON'
complete -c inkling-train -n '__fish_seen_subcommand_from evaluate' -l report -x -k -a '(__inkling_files pdf)' -d 'writes numbers and figures as a PDF'
complete -c inkling-train -n '__fish_seen_subcommand_from evaluate' -l force -d 'replaces the file that is there already'
complete -c inkling-train -n '__fish_seen_subcommand_from evaluate' -l min-accuracy -x -d 'ends with exit status 5 below this accuracy'
complete -c inkling-train -n '__fish_seen_subcommand_from evaluate' -l help -d 'shows this'
complete -c inkling-train -n '__fish_seen_subcommand_from evaluate' -l version -d 'shows the version'
complete -c inkling-train -n __fish_use_subcommand -a benchmark -d 'measures how fast networks train and answer on this machine'
complete -c inkling-train -n '__fish_seen_subcommand_from benchmark' -l arch -x -k -a 'linear mlp cnn cnn-deep inkling' -d 'the network to measure (default mlp, cnn, cnn-deep and inkling)'
complete -c inkling-train -n '__fish_seen_subcommand_from benchmark' -l batch -x -d 'pictures in one training step (default 128)'
complete -c inkling-train -n '__fish_seen_subcommand_from benchmark' -l precision -x -k -a 'f32 bf16 auto' -d 'the numbers to train with; auto is bf16 where it is quicker (default auto)'
complete -c inkling-train -n '__fish_seen_subcommand_from benchmark' -l threads -x -d 'threads to use (default every core)'
complete -c inkling-train -n '__fish_seen_subcommand_from benchmark' -l json -d 'prints one line of JSON for each network'
complete -c inkling-train -n '__fish_seen_subcommand_from benchmark' -l help -d 'shows this'
complete -c inkling-train -n '__fish_seen_subcommand_from benchmark' -l version -d 'shows the version'
complete -c inkling-train -n __fish_use_subcommand -a data -d 'gets the digits to train with, checks them and tells where they are'
complete -c inkling-train -n '__fish_seen_subcommand_from data' -l data -x -k -a '(__fish_complete_directories)' -d 'the directory of the four MNIST files (default $INKLING_DATA, else the cache, filled on first use)'
complete -c inkling-train -n '__fish_seen_subcommand_from data' -l offline -d 'never opens a connection'
complete -c inkling-train -n '__fish_seen_subcommand_from data' -l import-unipen -x -k -a '(__fish_complete_directories)' -d 'turns a UNIPEN release (train_r01_v07: the directory with data and include) into drawings: isolated digits, letters and symbols of data/1a to 1d with label, writer and strokes'
complete -c inkling-train -n '__fish_seen_subcommand_from data' -l output -x -k -a '(__inkling_files ndjson)' -d 'where --import-unipen writes the drawings'
complete -c inkling-train -n '__fish_seen_subcommand_from data' -l force -d 'replaces the file that is there already'
complete -c inkling-train -n '__fish_seen_subcommand_from data' -l help -d 'shows this'
complete -c inkling-train -n '__fish_seen_subcommand_from data' -l version -d 'shows the version'
complete -c inkling-train -n __fish_use_subcommand -a export -d 'writes a model as an ONNX file for other programs'
complete -c inkling-train -n '__fish_seen_subcommand_from export' -l model -x -k -a '(__inkling_models) (__fish_complete_directories)' -d 'the model directory, or the name of an installed model (required)'
complete -c inkling-train -n '__fish_seen_subcommand_from export' -l onnx -x -k -a '(__inkling_files onnx)' -d 'the file to write (opset 13) (required)'
complete -c inkling-train -n '__fish_seen_subcommand_from export' -l force -d 'replaces the file that is there already'
complete -c inkling-train -n '__fish_seen_subcommand_from export' -l help -d 'shows this'
complete -c inkling-train -n '__fish_seen_subcommand_from export' -l version -d 'shows the version'
complete -c inkling-train -n __fish_use_subcommand -a architectures -d 'shows the networks that have a name, layer by layer'
complete -c inkling-train -n '__fish_seen_subcommand_from architectures' -l help -d 'shows this'
complete -c inkling-train -n '__fish_seen_subcommand_from architectures' -l version -d 'shows the version'
