#!/bin/sh
# Every number of a chapter is found by searching for its name: the name is
# a string in the nn_run_number call that computes it, or, where the call is
# in a loop, elsewhere in the same function.
#   number_names.sh SOURCE NUMBERS.tsv
set -eu
cd "$1"
[ -s "$2" ] || { echo "FAILED: there are no numbers in $2"; exit 1; }
awk -F '\t' '
  function indentation(text) {
    match(text, /^ */)
    return RLENGTH
  }

  # Reads a file into line[file, 1], line[file, 2], ...
  function keep(file,    text, n) {
    if (file in count) return
    while ((getline text < file) > 0) line[file, ++n] = text
    close(file)
    count[file] = n + 0
  }

  # The number of the line on which the function around a line begins.
  function function_of(file, at) {
    while (at > 1 && line[file, at] !~ /^[a-z]/) at--
    return at
  }

  # Is a line inside a loop of the function that begins at `first`? Each
  # block around it begins with less indentation.
  function in_loop(file, at, first,    depth) {
    for (depth = indentation(line[file, at]); at > first; at--) {
      if (line[file, at] !~ /[^ ]/) continue
      if (indentation(line[file, at]) >= depth) continue
      depth = indentation(line[file, at])
      if (line[file, at] ~ /^ *(for|while|do) /) return 1
    }
    return 0
  }

  # The text of some lines, joined.
  function lines(file, from, to,    text) {
    for (; from <= to; from++) text = text line[file, from] "\n"
    return text
  }

  function wrong(what) {
    print "FAILED: " file ":" start ": the number \"" $1 "\" " what
    failures++
  }

  {
    file = $4
    sub(/:[0-9]+$/, "", file)
    start = end = substr($4, length(file) + 2) + 0
    keep(file)
    # Compilers differ in which line of a call they report.
    while (start > 1 && line[file, start] !~ /nn_run_number\(/) start--
    while (end < count[file] && line[file, end] !~ /;$/) end++
    if (index(lines(file, start, end), "\"" $1 "\"")) next
    first = function_of(file, start)
    last = start
    while (last < count[file] && line[file, last] !~ /^}/) last++
    if (!index(lines(file, first, last), "\"" $1 "\""))
      wrong("is not named there. Write its name as a string, whole, in the " \
        "call that computes it; in a loop, in a table of the same function.")
    else if (!in_loop(file, start, first))
      wrong("is not named in its call, which is in no loop.")
  }
  END { exit failures > 0 }
' "$2"
