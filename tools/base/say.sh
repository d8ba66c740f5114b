# What scripts say to people, in the language that was chosen (.language),
# from the messages that the build has made (build/locale); in English before
# that, and where there is no gettext. To be sourced in the course's folder.
#   say FORMAT ARG...     to standard error, as printf would, and a new line
#   tell FORMAT ARG...    to standard output
# FORMAT is a message of its own, without "$variables" in it: the catalogue
# has it as it is here (tools/translation/extract.sh).
# shellcheck shell=sh

said_in=$PWD # a script may leave the folder

in_language() {
  if [ -f "$said_in/.language" ] && command -v gettext >/dev/null 2>&1; then
    read -r language <"$said_in/.language" || :
    LANGUAGE=$language LC_ALL=C.UTF-8 TEXTDOMAINDIR=$said_in/build/locale \
      gettext course "$1"
  else
    printf %s "$1"
  fi
}

tell() {
  format=$(in_language "$1")
  shift
  # shellcheck disable=SC2059 # it is a format
  printf "$format\n" "$@"
}

say() { tell "$@" >&2; }
