#!/usr/bin/env bash
# Checks everything that makes Inkling installable, with the tools that desktops and distributions use.
#
#   check.sh [--root DIR] [--programs DIR] [CHECK…]    all checks, or those named
#
# DIR holds Resources and Models (default: this repository), and the programs (default: .build/release).
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here id=io.github.inkling_digits.inkling
root=$here/../.. programs=$here/../../.build/release
while [[ ${1:-} == --root || ${1:-} == --programs ]]; do
  printf -v "${1#--}" %s "$(cd "$2" && pwd)" || exit 2
  shift 2
done
export PYTHONDONTWRITEBYTECODE=1
resources=$root/Resources
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The functions below are run under `if`, where bash goes on after a failed command: hence the chains.

desktop() { desktop-file-validate "$resources/$id.desktop"; }

metainfo() { appstreamcli validate --no-net --strict --pedantic "$resources/$id.metainfo.xml"; }

# The schema of MIME packages is what update-mime-database knows; it says what it does not like on standard error.
mime() {
  xmllint --noout "$resources"/mime/packages/*.xml &&
    mkdir -p "$scratch/mime/packages" &&
    cp "$resources"/mime/packages/*.xml "$scratch/mime/packages" &&
    XDG_DATA_HOME=$scratch update-mime-database "$scratch/mime" 2>"$scratch/mime.log" &&
    silent "$scratch/mime.log" &&
    grep -qx '50:application/x-inkling-drawing:\*.ndjson' "$scratch/mime/globs2" &&
    grep -qx '50:application/x-inkling-lesson:\*.lesson' "$scratch/mime/globs2"
}

svg() { find "$resources/icons" -name '*.svg' -print0 | xargs -0 xmllint --noout; }

icons() { python3 "$here/check_files.py" icons "$root"; }

names() { python3 "$here/check_files.py" names "$root" "$programs"; }

manual() { python3 "$here/check_files.py" manual "$root" "$programs"; }

groff() {
  local page
  for page in "$resources"/man/*.1; do
    LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l "$page" 2>"$scratch/man.log" >/dev/null || return 1
    silent "$scratch/man.log" || return 1
  done
}

silent() {
  [[ ! -s $1 ]] || {
    cat "$1" >&2
    return 1
  }
}

completions() {
  python3 "$here/make_completions.py" --programs "$programs" --output "$resources/completions" --compare
}

# Bash offers words at the end of a line.
bash_offers() {
  local file=$resources/completions/bash/$1
  [[ -f $file ]] || return 1
  # shellcheck disable=SC2016 # The inner shell expands them.
  [[ " $(bash --norc -uec 'source "$1" && shift && complete -p "$1" >&2
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) INKLING_HOME=
    "_${1//-/_}" && echo "${COMPREPLY[*]}"' bash "$file" "${@:2}" 2>"$scratch/bash.log") " == *" ${offered:?} "* ]] || {
    echo "bash does not offer '$offered' after: ${*:2}" >&2
    cat "$scratch/bash.log" >&2
    return 1
  }
}

bash_completion() {
  offered=train bash_offers inkling-train inkling-train tr &&
    offered=--no-augment bash_offers inkling-train inkling-train train --no &&
    offered=adamw bash_offers inkling-train inkling-train train --optimizer = ad &&
    offered=cnn-deep bash_offers inkling-train inkling-train train --arch cnn &&
    offered=--strokes bash_offers inkling-predict inkling-predict --json --st
}

zsh_completion() {
  local file
  for file in "$resources"/completions/zsh/_*; do
    zsh -n "$file" && [[ $(head -n 1 "$file") == "#compdef ${file##*/_}" ]] || return 1
    # Loading it as a function runs it where no completion is going on: it must be found and say just that.
    zsh -fc "fpath=(${file%/*} \$fpath); autoload -Uz compinit && compinit -D -u && (( \$+_comps[${file##*/_}] ))" ||
      return 1
  done
}

fish_completion() {
  local file
  for file in "$resources"/completions/fish/*.fish; do fish --no-config --no-execute "$file" || return 1; done
  HOME=$scratch fish --no-config -c "source '$resources/completions/fish/inkling-train.fish'
    complete -C 'inkling-train train --optimizer ada' | string match -q 'adamw*'"
}

# Installs into a directory with a space, and recognises from there, from a directory and a home where nothing is.
installing() {
  local prefix="$scratch/a prefix" answer
  "$resources/install.sh" --prefix "$prefix" --programs "$programs" &&
    desktop-file-validate "$prefix/share/applications/$id.desktop" &&
    grep -qFx "Exec=\"$prefix/bin/inkling\" %F" "$prefix/share/applications/$id.desktop" &&
    XDG_DATA_DIRS=$prefix/share man --path --manpath="$prefix/share/man" inkling-train >/dev/null &&
    answer=$(cd / && env -i HOME=/nonexistent "$prefix/bin/inkling-predict" --json \
      "$resources/icons/hicolor/256x256/apps/$id.png") &&
    echo "the icon is read as $answer" &&
    [[ $answer == *'"status":"ok","digit":7'* ]] &&
    find "$prefix" -type f ! -path '*/installed-files' -printf '%P\n' | sort >"$scratch/first" &&
    "$resources/install.sh" --prefix "$prefix" --programs "$programs" &&
    find "$prefix" -type f ! -path '*/installed-files' -printf '%P\n' | sort | diff "$scratch/first" - &&
    "$resources/install.sh" --prefix "$prefix" --uninstall &&
    ! find "$prefix" -type f | grep -i inkling
}

# A package is made in one place for another, and nothing may lead back to the first.
packaging() {
  "$resources/install.sh" --prefix /usr --destdir "$scratch/package" --programs "$programs" &&
    [[ -x $scratch/package/usr/bin/inkling ]] &&
    [[ -f $scratch/package/usr/share/inkling/Models/inkling/model.safetensors ]] &&
    [[ -f $scratch/package/usr/share/inkling/lessons/1-framing.lesson ]] &&
    ! grep -rlF "$scratch" "$scratch/package/usr/share" &&
    cmp "$scratch/package/usr/share/applications/$id.desktop" "$resources/$id.desktop" &&
    [[ ! -e $scratch/package/usr/share/mime/globs2 ]] &&
    "$resources/install.sh" --prefix /usr --destdir "$scratch/package" --uninstall &&
    [[ -z $(find "$scratch/package" -type f) ]]
}

all=(
  desktop metainfo mime svg icons names manual groff completions bash_completion zsh_completion fish_completion
  installing packaging
)
chosen=("$@")
[[ $# -gt 0 ]] || chosen=("${all[@]}")
passed=0 failed=0
for name in "${chosen[@]}"; do
  if [[ " ${all[*]} " == *" $name "* ]] && "$name"; then
    passed=$((passed + 1))
  else
    echo "resources: $name failed" >&2
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
