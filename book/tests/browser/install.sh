#!/bin/sh
# Fetches from npm what the tests of the pages in a browser need, as
# package-lock.json says, unless it is there already.
#   install.sh FOLDER    where to
set -eu
here=$(dirname "$0") folder=$1
missing() {
  echo "The tests of the book in a browser cannot run: $1"
  exit 1
}

command -v chromium >/dev/null || missing "there is no chromium (Debian: apt-get install chromium)."
command -v npm >/dev/null || missing "there is no npm (Debian: apt-get install npm)."
mkdir -p "$folder"
if cmp -s "$here/package-lock.json" "$folder/installed.json"; then
  echo "It is there already."
  exit 0
fi
cp "$here/package.json" "$here/package-lock.json" "$folder"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund \
  --loglevel error || missing \
  "npm could not fetch the packages of package.json. It takes the
network, once; after that they are in $folder."
cp "$here/package-lock.json" "$folder/installed.json"
