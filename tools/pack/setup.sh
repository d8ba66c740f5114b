#!/bin/bash
# Gradescope calls this once, when it makes the autograder's machine: it
# installs what grading needs and builds it.
set -eu
export DEBIAN_FRONTEND=noninteractive
cd "${AUTOGRADER:-/autograder}/source/course"
apt-get update
groups='core sandbox grade'
[ ! -f .language ] || groups="$groups translation"
# shellcheck disable=SC2086 # the groups are words
(cd packages && cat $groups) | cut -f1 | grep -v '^[-#]' |
  xargs apt-get install -y --no-install-recommends
# Older systems have an older CMake.
if ! cmake --preset default; then
  apt-get install -y --no-install-recommends python3-pip
  pip3 install --upgrade 'cmake>=3.25'
  cmake --preset default
fi
cmake --build build --target class
# What is submitted runs here without namespaces: the graders are one program
# without sources, and nobody but root may read it. In the sandbox `seccomp`
# the compiler is another user, who must not.
chmod -R go-rwx "${AUTOGRADER:-/autograder}/source"
