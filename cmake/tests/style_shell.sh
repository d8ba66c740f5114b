#!/bin/sh
# All shell scripts are sound, as shellcheck sees it.
set -eu
{
  echo course
  echo .ci/run
  find cmake lib tools book -name '*.sh'
} | tr '\n' '\0' | xargs -0 shellcheck
