# Cuts a text into passages: from a heading to the next, and in a task from
# a hint to the next. Prints a line for each: its first line's number, its
# name, and of which original it says that it is a translation (the number in
# "<!-- of 123 -->", or "-"), with tabs between. `sums` names a file for the
# checksums of the passages, a line each: without that comment and however
# the lines are broken. In a wrong.md, code is no part of a passage.

function finish() {
  if (NR && (name != "beginning" || text ~ /[^ ]/)) {
    gsub(/[ \t]+/, " ", text)
    sub(/^ /, "", text)
    sub(/ $/, "", text)
    printf "%d\t%s\t%s\n", line, name, of
    printf "%s", text | ("cksum >>'" sums "'")
    close("cksum >>'" sums "'")
  }
  text = ""
  of = "-"
}

function begin(what) {
  finish()
  line = FNR
  name = what
}

# The label or the id of a heading; else which of those without one it is.
function name_of(heading) {
  if (match(heading, /[{ ]#[a-z]+:[-a-z0-9\/]+/))
    return substr(heading, RSTART + 2, RLENGTH - 2)
  if (mistakes && match(heading, /^## [-a-z0-9]+/))
    return substr(heading, 4, RLENGTH - 3)
  return "heading " ++unnamed
}

BEGIN {
  line = 1
  name = "beginning"
  of = "-"
}
/^(```|~~~)/ {
  fenced = !fenced
  if (mistakes) next
}
fenced && mistakes { next }
!fenced && /^#+ / { begin(name_of($0)) }
!fenced && /^::: \{\.hint/ { begin("hint " ++hints) }
!fenced && /^<!-- of [0-9]+ -->$/ {
  of = $3
  next
}
{ text = text " " $0 }
END { finish() }
