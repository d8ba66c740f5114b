#!/bin/sh
# All shell scripts are sound, as shellcheck sees it.
set -eu
{
  echo course
  [ ! -f .ci/run ] || echo .ci/run
  [ ! -d tools/pack ] || echo tools/pack/run_autograder
  find cmake lib tools book -name '*.sh'
} | tr '\n' '\0' | xargs -0 shellcheck
