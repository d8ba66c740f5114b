#!/bin/sh
# What keeps tools/ easy to read: a header says at its top which noun it
# holds, and no text is cut silently (base/text.h has what fits, grows or is
# shortened visibly). What becomes part of a student's program cannot use
# base/, and asserts instead.
#   style_tools.sh SOURCE
set -eu
cd "$1/tools"
status=0
complain() { printf '%s\n' "$*"; status=1; }

for header in base/*.h batch/*.h class/*.h course/*.h grading/*.h mistakes/*.h \
  mutation/*.h sandbox/*.h verdict/*.h; do
  [ -e "$header" ] || continue
  name=$(basename "$header" .h)
  head -n 1 "$header" | grep -q "^/\* $name:" ||
    complain "tools/$header: its first line should be '/* $name: ...'"
  guard=$(printf %s_H "$name" | tr '[:lower:]' '[:upper:]')
  grep -q "^#define $guard\$" "$header" ||
    complain "tools/$header: its guard should be $guard"
done

cutting='\<(v?snprintf|strncpy|strncat|sprintf|strcpy|strcat)\('
for source in base/*.c batch/*.c class/*.c course/*.c mistakes/*.c sandbox/*.c \
  verdict/*.c grading/*.c; do
  case $source in
  base/text.c) continue ;;
  grading/driver.c | grading/guarded.c | grading/message.c | \
    grading/one_case.c) continue ;;
  esac
  found=$(grep -nE "$cutting" "$source") || continue
  complain "tools/$source: use text_fill, text_print or text_shorten: $found"
done
exit $status
