# Makes of a catalogue (a .po file, of which msgcat --no-wrap made each text
# one line) a table: where a message is from, in English, translated, with
# tabs between. Messages without a translation, doubtful ones (fuzzy) and
# those that gettext alone uses (of C and of the shell: they have no context)
# are left out.

# The text of a quoted string.
function text(quoted) {
  sub(/^[a-z]+ "/, "", quoted)
  sub(/"$/, "", quoted)
  gsub(/\\"/, "\"", quoted)
  gsub(/\\\\/, "\\", quoted)
  return quoted
}

function finish() {
  if (context != "" && translation != "" && !fuzzy)
    print context "\t" english "\t" translation
  context = english = translation = ""
  fuzzy = 0
}

/^#,.*fuzzy/ { fuzzy = 1 }
/^#~/ { next }
/^msgctxt "/ { context = text($0) }
/^msgid "/ { english = text($0) }
/^msgstr "/ { translation = text($0) }
/^$/ { finish() }
END { finish() }
