#!/bin/sh
# Makes up a class: folders of students whose exercises are right, wrong in
# known ways, broken, hostile, empty, begun or missing, each in a layout of
# its own. The same numbers give the same class. The course has been built.
#   make_class.sh COURSE STUDENTS DIR [DATES]
# DATES gets due.csv and submitted.csv.
set -eu
course=$1 students=$2 dir=$3 dates=${4-}
mkdir -p "$dir"
cd "$course"

# What there is to hand in: exercise, kind, file.
list() {
  for folder in exercises/[0-9]*/[0-9]*/; do
    folder=${folder%/}
    place=${folder#exercises/}
    name=${folder##*/} name=${name#*-}
    echo "$place right solutions/$place/$name.c"
    echo "$place untouched $folder/$name.c"
    for wrong in build/answers/"$place"/wrong/*.c; do
      echo "$place wrong $wrong"
    done
  done
  for attack in tools/attack/corpus/*.c; do
    case $attack in
    # These take their time; a class has only some of each.
    *sleep-busily* | *endless-loop* | *output* | *closed-pipe*) ;;
    *) echo "- hostile $attack" ;;
    esac
  done
  echo "- slow tools/attack/corpus/endless-loop.c"
}

list | awk -v students="$students" -v dir="$dir" -v dates="$dates" '
function random(n) { # the same in every awk
  state = (state * 16807) % 2147483647
  return int(state / 2147483647 * n)
}
function quoted(text) {
  gsub(/\047/, "\047\\\047\047", text)
  return "\047" text "\047"
}
# What a student calls the file of an exercise.
function name_in(layout, place,   parts, chapter, name) {
  split(place, parts, "/")
  chapter = parts[1]; sub(/^[0-9]+-/, "", chapter)
  name = parts[2]; sub(/^[0-9]+-/, "", name)
  if (layout == 0) return "exercises/" place "/" name ".c"
  if (layout == 1) return chapter "-" name ".c"
  if (layout == 2) return "student_" random(9999) "_" chapter "_" name ".c"
  return name ".c"
}
$2 == "right" { right[$1] = $3; places[++place_count] = $1 }
$2 == "untouched" { untouched[$1] = $3 }
$2 == "wrong" { wrong[$1, ++wrong_count[$1]] = $3 }
$2 == "hostile" { hostile[++hostile_count] = $3 }
$2 == "slow" { slow = $3 }
END {
  state = 1986
  if (dates) {
    print "exercise,due,percent_per_day,days" > (dates "/due.csv")
    print "*,2026-10-31T23:59,10,3" > (dates "/due.csv")
    print "student,submitted" > (dates "/submitted.csv")
  }
  for (s = 1; s <= students; s++) {
    name = sprintf("student-%03d", s)
    if (s % 50 == 7) name = "Zo\303\253 O\047Neill " s
    folder = dir "/" name
    print "mkdir -p", quoted(folder)
    if (dates)
      printf "%s,2026-%s\n", name, random(10) ? "10-30T12:00" : \
        "11-0" (1 + random(6)) "T12:00" > (dates "/submitted.csv")
    if (s % 25 == 3) continue # nothing handed in
    layout = random(3)
    begun = 1
    for (p = 1; p <= place_count; p++) {
      place = places[p]
      if (random(100) < 3) begun = 0 # gave up here
      dice = random(1000)
      file = name_in(layout, place)
      source = right[place]
      if (!begun) source = untouched[place]
      else if (dice < 280) source = wrong[place, 1 + random(wrong_count[place])]
      else if (dice < 330) source = untouched[place]
      else if (dice < 370) continue
      else if (dice < 375) source = hostile[1 + random(hostile_count)]
      else if (dice < 376) source = slow
      to = quoted(folder "/" file)
      if (layout == 0) {
        parent = file; sub(/\/[^\/]*$/, "", parent)
        print "mkdir -p", quoted(folder "/" parent)
      }
      # No two students type the same text.
      printf "{ cat %s; echo %s; } > %s\n", source,
        quoted("/* " name " */" (dice > 380 && dice < 400 ? " oops" : "")), to
    }
  }
}' | sh
