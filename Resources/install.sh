#!/usr/bin/env bash
# Installs the programs that `swift build -c release` has made, with models, lessons, icons, menu entry, manual and completions.
set -euo pipefail

source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly source id=io.github.inkling_digits.inkling
# Whoever installs for everybody may have a umask that lets nobody else in.
umask 022
readonly usage="Usage: install.sh [--prefix DIR] [--destdir DIR] [--programs DIR] [--uninstall]

  --prefix DIR    where to install: programs into DIR/bin, the rest into DIR/share (default /usr/local)
  --destdir DIR   writes below this directory as if it were /, to make a package
  --programs DIR  where the programs are (default .build/release above this script)
  --uninstall     removes what was installed with the same --prefix and --destdir
  --help          shows this"

fail() {
  printf 'install.sh: %s\n' "$2" >&2
  exit "$1"
}

prefix=/usr/local destdir='' programs=$source/.build/release action=install_all
while [[ $# -gt 0 ]]; do
  case $1 in
    --prefix | --destdir | --programs)
      [[ $# -gt 1 && -n $2 ]] || fail 2 "$1 needs a directory"
      printf -v "${1#--}" %s "$2"
      shift
      ;;
    --prefix=?* | --destdir=?* | --programs=?*)
      name=${1%%=*}
      printf -v "${name#--}" %s "${1#*=}"
      ;;
    --uninstall) action=uninstall_all ;;
    --help)
      echo "$usage"
      exit 0
      ;;
    *) fail 2 "unknown argument '$1'; --help lists all" ;;
  esac
  shift
done
[[ $prefix == /* ]] || prefix=$PWD/$prefix
[[ -z $destdir || $destdir == /* ]] || destdir=$PWD/$destdir
prefix=${prefix%/}
# The menu entry names the program in a syntax in which these would mean something else.
case $prefix in
  *[\"\`\$\\%]* | *[[:cntrl:]]*) fail 2 "--prefix must not contain quotes, \$, \\, % or control characters" ;;
esac

readonly root=$destdir$prefix
readonly share=$root/share
readonly manifest=$share/inkling/installed-files

# Installs one file and remembers it: MODE SOURCE PLACE, the place below the prefix.
put() {
  printf '%s\n' "$3" >>"$manifest"
  install -D -m "$1" "$2" "$root/$3"
}

# Installs all files of a directory: SOURCE PLACE.
put_all() {
  local file
  while IFS= read -r -d '' file; do
    put 644 "$1/$file" "$2/$file"
  done < <(find -H "$1" -type f ! -name '.*' -printf '%P\0' | sort -z)
}

# The menu entry; in a place where a desktop may not look for programs, it says where they are.
put_entry() {
  local entry=share/applications/$id.desktop
  put 644 "$source/Resources/$id.desktop" "$entry"
  case $prefix in
    /usr | /usr/local) ;;
    *)
      local program=$prefix/bin/inkling
      # In sed's replacement & and the separator | would mean something else.
      program=${program//&/\\&} program=${program//|/\\|}
      sed -i -e "s|^Exec=inkling|Exec=\"$program\"|" -e "s|^TryExec=inkling|TryExec=$program|" "$root/$entry"
      ;;
  esac
}

install_all() {
  local name
  for name in inkling inkling-train inkling-predict; do
    [[ -x $programs/$name ]] || fail 1 "no $programs/$name; build it first: swift build -c release"
  done
  mkdir -p "$share/inkling" 2>/dev/null || fail 1 "cannot write to $root; use sudo, or --prefix ~/.local"
  [[ -w $share/inkling ]] || fail 1 "cannot write to $root; use sudo, or --prefix ~/.local"
  # What an older version had and this one has not must not stay behind.
  if [[ -f $manifest ]]; then remove_files; fi
  mkdir -p "$share/inkling"
  for name in inkling inkling-train inkling-predict; do put 755 "$programs/$name" "bin/$name"; done
  put_all "$source/Models" share/inkling/Models
  put_all "$source/Resources/lessons" share/inkling/lessons
  put_entry
  put 644 "$source/Resources/$id.metainfo.xml" "share/metainfo/$id.metainfo.xml"
  put_all "$source/Resources/icons/hicolor" share/icons/hicolor
  put_all "$source/Resources/mime/packages" share/mime/packages
  put_all "$source/Resources/man" share/man/man1
  put_all "$source/Resources/completions/bash" share/bash-completion/completions
  put_all "$source/Resources/completions/zsh" share/zsh/site-functions
  put_all "$source/Resources/completions/fish" share/fish/vendor_completions.d
  put 644 "$source/LICENSE" share/doc/inkling/LICENSE
  refresh
  echo "installed into $root"
  advise
}

# What the person who installs has to know.
advise() {
  if [[ $(ldd "$root/bin/inkling-predict" 2>/dev/null) == *libswiftCore.so* ]]; then
    echo "the programs need the Swift toolchain to stay where it is; README.md, Installing, says how to do without" >&2
  fi
  [[ -n $destdir || :$PATH: == *:"$prefix/bin":* ]] || echo "add $prefix/bin to PATH to start them by name" >&2
}

uninstall_all() {
  [[ -f $manifest ]] || fail 1 "nothing is installed in $root: there is no $manifest"
  remove_files
  # The database is made anew only where this directory is.
  if [[ -d $share/mime ]]; then mkdir -p "$share/mime/packages"; fi
  refresh
  prune "$share/mime/packages"
  echo "removed from $root"
}

# Removes the files of the manifest, and directories that are empty then.
remove_files() {
  local file
  while IFS= read -r file; do
    [[ $file != /* && /$file/ != */../* ]] || fail 1 "$manifest is damaged: '$file'"
    rm -f "$root/$file"
    prune "$root/$(dirname "$file")"
  done <"$manifest"
  rm -f "$manifest"
  prune "$share/inkling"
}

# Removes a directory and those above it, up to the prefix, as long as they are empty.
prune() {
  local directory=$1
  while [[ $directory == "$root"/* ]] && rmdir "$directory" 2>/dev/null; do directory=$(dirname "$directory"); done
}

# Tells the desktop; whoever makes a package leaves this to the package.
refresh() {
  [[ -z $destdir ]] || return 0
  if [[ -d $share/mime/packages ]]; then quietly update-mime-database "$share/mime"; fi
  if [[ -d $share/applications ]]; then quietly update-desktop-database "$share/applications"; fi
  if [[ -f $share/icons/hicolor/index.theme ]]; then quietly gtk-update-icon-cache -q -f "$share/icons/hicolor"; fi
}

quietly() {
  if command -v "$1" >/dev/null; then "$@" >/dev/null 2>&1 || echo "$1 failed; the rest is installed" >&2; fi
}

"$action"
