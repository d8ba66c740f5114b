# For the tests of class-tool, which begin with
#   course=$1 tool=$2 scratch=$3
#   . "$(dirname "$0")/common.sh"
# and then have an empty folder with a class in it, which `put` fills.
# shellcheck shell=sh disable=SC2154 # what they set
cd "$course" || exit 1
solution=solutions/01-perceptron/2-step
# shellcheck disable=SC2034 # for the tests
gate=solutions/01-perceptron/1-gate
# shellcheck disable=SC2034 # likewise: a known wrong answer, made by the build
wrong=$(dirname "$(dirname "$tool")")/answers/01-perceptron/2-step/wrong
wrong=$wrong/updates-always.c
[ -f $solution/step.c ] || { echo "no solutions here"; exit 77; }
rm -rf "$scratch"
class=$scratch/class out=$scratch/out
mkdir -p "$class"
COURSE_CALLED_FROM=$scratch
export COURSE_CALLED_FROM
(umask 077 && printf '%064d\n' 5 >"$scratch/a.key")

fail() { echo "FAILED: $*"; exit 1; }

# A file into a student's folder, under another name.
put() { mkdir -p "$(dirname "$class/$2")"; cp "$1" "$class/$2"; }

# The class, graded for perceptron into "$out".
grade() {
  "$tool" grade class --out out --only perceptron --key a.key "$@" \
    >"$scratch/said" 2>&1
}

# What is in a column of the gradebook for a student; "?" if it has none.
mark() {
  node -e '
    const rows = require("fs").readFileSync(process.argv[1], "utf8")
    const cells = [[]]
    for (const [, sep, quoted, plain] of rows.replace("\ufeff", "").matchAll(
      /(^|,|\n)(?:"((?:[^"]|"")*)"|([^,\n]*))/g)) {
      if (sep == "\n") cells.push([])
      cells[cells.length - 1].push(
        quoted !== undefined ? quoted.replaceAll("\"\"", "\"") : plain)
    }
    const row = cells.find(row => row[0] == process.argv[2]) ?? []
    process.stdout.write(row[cells[0].indexOf(process.argv[3])] ?? "?")' \
    "$out/gradebook.csv" "$1" "$2"
}
expect() { # STUDENT COLUMN VALUE
  [ "$(mark "$1" "$2")" = "$3" ] ||
    fail "$1, $2: '$(mark "$1" "$2")' for '$3'; $(mark "$1" questions)"
}

# A question is asked about a student, wherever somebody may look.
asks() { # STUDENT WORDS
  case $(mark "$1" questions) in
  *"$2"*) ;;
  *) fail "$1: '$2' is not asked, but '$(mark "$1" questions)'" ;;
  esac
  grep -qF 'Please look at these' \
    "$out/feedback/$(printf %s "$1" | sed 's/ /%20/g').md" ||
    fail "$1: nothing in the feedback"
  sed -n '/id="questions"/,/<\/ul>/p' "$out/report.html" | grep -qF ">$1<" ||
    fail "$1: nothing at the top of the report"
}
asks_nothing() { # STUDENT
  [ -z "$(mark "$1" questions)" ] || fail "$1: $(mark "$1" questions)"
}
remarks() { # STUDENT WORDS
  case $(mark "$1" remarks) in
  *"$2"*) ;;
  *) fail "$1: '$2' is not remarked, but '$(mark "$1" remarks)'" ;;
  esac
}

# The class is refused, with these words.
refused() { # WORDS ARGUMENTS...
  words=$1
  shift
  "$tool" grade "$@" --key a.key >"$scratch/said" 2>&1 &&
    fail "accepted: $*"
  grep -qF -e "$words" "$scratch/said" || fail "$*: $(cat "$scratch/said")"
}
