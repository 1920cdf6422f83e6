#!/usr/bin/env bash
# Makes the PNG icons from the SVGs with rsvg-convert (Debian: librsvg2-bin). Run it after a change of an SVG and look
# at what it made: small sizes are drawings of their own, because lines between pixels are blurred.
#
#   make_icons.sh    writes Resources/icons/hicolor/NxN/apps/*.png
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../Resources/icons"

readonly name=io.github.inkling_digits.inkling sizes=(16 24 32 48 64 128 256 512)

command -v rsvg-convert >/dev/null || {
  echo "make_icons: no rsvg-convert; install librsvg2-bin" >&2
  exit 1
}

for size in "${sizes[@]}"; do
  source=small/$size.svg
  [[ -f $source ]] || source=hicolor/scalable/apps/$name.svg
  directory=hicolor/${size}x$size/apps
  mkdir -p "$directory"
  rsvg-convert --width "$size" --height "$size" "$source" --output "$directory/$name.png"
done
