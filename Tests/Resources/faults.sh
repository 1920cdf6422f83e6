#!/usr/bin/env bash
# Breaks a copy of Resources in one way after another: the check that is there to notice must fail.
#
#   faults.sh [--programs DIR]
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here id=io.github.inkling_digits.inkling
programs=$here/../../.build/release
[[ ${1:-} != --programs ]] || programs=$(cd "$2" && pwd) || exit 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
noticed=0 missed=0

# The check that must fail, and the command, run in the copy of Resources, that breaks something.
breaks() {
  local check=$1
  shift
  rm -rf "$scratch/Resources"
  cp -r "$here/../../Resources" "$scratch/Resources"
  if ! (cd "$scratch/Resources" && "$@"); then
    echo "faults: cannot do: $*" >&2
    missed=$((missed + 1))
  elif "$here/check.sh" --root "$scratch" --programs "$programs" "$check" >"$scratch/log" 2>&1; then
    echo "faults: $check does not notice: $*" >&2
    missed=$((missed + 1))
  else
    noticed=$((noticed + 1))
    printf '%s notices: %s\n' "$check" "$(grep -Ev '^(resources: |[0-9]+ passed|$)' "$scratch/log" | tail -n 1)"
  fi
}

# Changes a file with sed, which must change something.
edit() {
  cp "$2" "$scratch/before"
  sed -i -E "$1" "$2" && ! cmp -s "$scratch/before" "$2"
}

ln -s "$(cd "$here/../../Models" && pwd)" "$scratch/Models"
cp "$here/../../LICENSE" "$scratch/LICENSE"
hicolor=icons/hicolor

breaks desktop edit 's/^Version=.*/Version=9.9/' $id.desktop
breaks desktop edit '/^Name=/d' $id.desktop
breaks desktop edit 's/^Categories=/Categories=Nonsense;/' $id.desktop
breaks metainfo edit '/<summary>/d' $id.metainfo.xml
breaks metainfo edit 's/(<metadata_license>)CC0/\1MYOWN/' $id.metainfo.xml
breaks metainfo edit '/<content_rating/d' $id.metainfo.xml
breaks mime edit 's/<glob /<glo /' mime/packages/inkling.xml
breaks mime edit 's|</mime-type>||' mime/packages/inkling.xml
breaks mime edit 's/offset="[^"]*"/offset="x"/' mime/packages/inkling.xml
breaks svg edit 's|</g>||' $hicolor/scalable/apps/$id.svg
breaks icons rm $hicolor/24x24/apps/$id.png
breaks icons cp $hicolor/64x64/apps/$id.png $hicolor/48x48/apps/$id.png
breaks icons edit 's/viewBox="0 0 128 128"/viewBox="0 0 128 120"/' $hicolor/scalable/apps/$id.svg
breaks icons edit '0,/fill="[^"]*"/s//stroke="#2e3436"/' $hicolor/symbolic/apps/$id-symbolic.svg
breaks names edit 's/^StartupWMClass=.*/StartupWMClass=inkling/' $id.desktop
breaks names edit 's/^(Exec=.*) %F/\1/' $id.desktop
breaks names edit 's/(<id>.*)inkling_digits/\1Inkling/' $id.metainfo.xml
breaks names edit 's/^Icon=.*/Icon=inkling/' $id.desktop
breaks names edit '/<mediatype>text/d' $id.metainfo.xml
breaks names edit 's/release version="[^"]*"/release version="0.0.9"/' $id.metainfo.xml
breaks names edit 's/"Inkling [0-9.]+"/"Inkling 0.0.9"/' man/inkling-predict.1
breaks manual edit '/^\.SH FILES/d' man/inkling.1
breaks manual edit 's/ema/emma/' man/inkling-train.1
breaks manual edit 's/\(default 128\)/(default 64)/' man/inkling-train.1
breaks manual edit 's/^(\\fB\\-\\-json\\fR)$/\1\n.TP\n\\fB\\-\\-yaml\\fR/' man/inkling-predict.1
breaks groff edit 's/^\.TP$/.TQP/' man/inkling-train.1
breaks groff edit 's/^\.TE$//' man/inkling.1
breaks completions edit 's/--no-augment/--no-augmentation/' completions/bash/inkling-train
breaks completions rm completions/zsh/_inkling-predict
breaks completions touch completions/fish/inkling-paint.fish
breaks bash_completion edit 's/^complete -F/# complete -F/' completions/bash/inkling-train
breaks bash_completion edit 's/adamw/adamant/' completions/bash/inkling-train
breaks bash_completion edit 's/--strokes/--stroke/' completions/bash/inkling-predict
breaks zsh_completion edit 's/^#compdef .*/#compdef/' completions/zsh/_inkling-train
breaks zsh_completion edit 's/^\}$//' completions/zsh/_inkling-predict
breaks fish_completion edit 's/adamw/adamant/' completions/fish/inkling-train.fish
breaks fish_completion edit 's/^end$//' completions/fish/inkling-predict.fish
breaks installing edit 's|share/inkling/Models|share/inkling/Network|' install.sh
breaks installing edit 's|"share/metainfo/|"share/../../metainfo/|' install.sh
breaks installing edit '/^ +rm -f "[$]root/d' install.sh
breaks installing edit 's|Exec=\\"|Exec=|' install.sh
breaks packaging edit 's#/usr [|] /usr/local[)]#/usr/local)#' install.sh
breaks packaging edit '/ -z [$]destdir .* return 0$/d' install.sh
breaks packaging edit 's|put 755|put 644|' install.sh

echo "$noticed faults noticed, $missed missed"
[[ $missed -eq 0 ]]
