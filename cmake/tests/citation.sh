#!/bin/sh
# CITATION.cff says of the course what book/metadata.yaml says.
#   citation.sh SOURCE
set -eu
cd "$1"
cff=CITATION.cff
bad=0

# expect KEY VALUE: that CITATION.cff has this value.
expect() {
  found=$(sed -n "s/^$1: *//p" $cff | tr -d '"')
  [ "$found" = "$2" ] && return
  printf '%s:%s is "%s"; it should be "%s"\n' \
    $cff "$1" "$found" "$2"
  bad=1
}
metadata() { sed -n "s/^$1: *//p" book/metadata.yaml; }
# The items of the list KEY in FILE.
items() { sed -n "/^$1:/,/^[^-]*:/s/^- //p" "$2"; }

expect cff-version 1.2.0
expect title "$(metadata title): $(metadata subtitle)"
expect version "$(metadata version)"
expect '- name' "$(metadata author)"
[ "$(items keywords $cff)" = "$(items keywords book/metadata.yaml)" ] || {
  printf '%s: other keywords than in book/metadata.yaml\n' $cff
  bad=1
}
# "Prose and figures CC BY-SA 4.0, code MIT"
for licence in $(items license $cff); do
  metadata rights | tr ' ' - | grep -q "$licence" || {
    printf '%s: the licence %s is not in book/metadata.yaml\n' $cff "$licence"
    bad=1
  }
done
exit $bad
