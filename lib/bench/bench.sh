#!/bin/sh
# bench.sh OUT [GNUPLOT]
# Runs the contestants of OUT/contestants.tsv by turns and writes
#   OUT/raw.tsv    all that they measured
#   OUT/bench.tsv  medians, and how they stand to nn's
#   OUT/bench.svg  the same as a figure, if there is a gnuplot
# contestants.tsv has lines
#   run <tab> NAME <tab> double|float <tab> PROGRAM [<tab> ARGUMENT]...
#   missing <tab> NAME <tab> PACKAGE
# From the environment: BENCH_ROUNDS (9), and BENCH_SECONDS (0.2), the time
# of one workload in one round.
set -eu
here=$(dirname "$0")
out=$1
gnuplot=${2-}
rounds=${BENCH_ROUNDS:-9}
seconds=${BENCH_SECONDS:-0.2}
tab=$(printf '\t')

say() { printf '%s\n' "$*" >&2; }

case $rounds in '' | *[!0-9]* | 0*)
  say "bench: BENCH_ROUNDS is a whole number above 0, not '$rounds'"
  exit 2
  ;;
esac

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'say ""; say "bench: stopped"; exit 130' INT
trap 'exit 143' TERM HUP

# ---- the same for all ----------------------------------------------------

# Does this processor have all of these?
has() {
  for flag; do
    grep -m 1 '^flags' /proc/cpuinfo 2>/dev/null | grep -qw "$flag" ||
      return 1
  done
}

# One thread, and the best code that the peers have. Left alone, an older
# OpenBLAS treats a processor that is newer than itself as an old one, and
# PyTorch leaves the widest vectors alone; BLIS and oneDNN choose well.
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 BLIS_NUM_THREADS=1
unset OPENBLAS_CORETYPE ATEN_CPU_CAPABILITY BLIS_ARCH_TYPE \
  ONEDNN_MAX_CPU_ISA DNNL_MAX_CPU_ISA
if has avx512f avx512bw avx512dq avx512vl; then
  export OPENBLAS_CORETYPE=SkylakeX ATEN_CPU_CAPABILITY=avx512
elif has avx2 && grep -q AuthenticAMD /proc/cpuinfo; then
  export OPENBLAS_CORETYPE=Zen
elif has avx2; then
  export OPENBLAS_CORETYPE=Haswell
fi

# ---- the rounds ----------------------------------------------------------

# contend ROUND NAME REAL PROGRAM [ARGUMENT]...
contend() {
  round=$1 name=$2 real=$3
  shift 3
  printf ' %s/%s' "$name" "$real" >&2
  status=0
  "$@" "$seconds" >"$scratch/lines" || status=$?
  if [ $status -ne 0 ]; then
    say ""
    say "bench: $name for $real failed with status $status"
    [ "$name" != nn ] || exit 1
    return 0
  fi
  awk -F '\t' -v OFS='\t' -v start="$round$tab$name$tab$real" \
    '$1 != "#" { print start, $1, $2 }' "$scratch/lines" >>"$out/raw.tsv"
  awk -F '\t' -v name="$name" \
    '$1 == "#" { print name ": " $2 }' "$scratch/lines" \
    >>"$scratch/notes"
}

printf 'round\tcontestant\tnumbers\tworkload\tns\n' >"$out/raw.tsv"
round=1
while [ "$round" -le "$rounds" ]; do
  printf 'round %d of %d:' "$round" "$rounds" >&2
  while IFS= read -r line <&3; do
    set -f
    IFS=$tab
    # shellcheck disable=SC2086 # the fields are to be split
    set -- $line
    unset IFS
    set +f
    [ "$1" = run ] || continue
    shift
    contend "$round" "$@"
  done 3<"$out/contestants.tsv"
  say ""
  round=$((round + 1))
done

# ---- what came out -------------------------------------------------------

awk -f "$here/summary.awk" "$out/raw.tsv" >"$out/bench.tsv"
peers=$(awk -F '\t' '$2 != "nn" && !seen[$2]++ { print $2 }' \
  "$out/contestants.tsv" | tr '\n' ' ')
cat <<'EOF'

nn's time per example, and thousands of examples per second (gemm: per
product). Under a peer's name, how many times as long it took: above 1, nn
is the faster.
EOF
printf '\nMedians (rounds: %d)\n' "$rounds"
awk -f "$here/table.awk" -v by=median -v peers="$peers" "$out/bench.tsv"
printf '\nEach at its best: less noise\n'
awk -f "$here/table.awk" -v by=lowest -v peers="$peers" "$out/bench.tsv"
echo
sort -u "$scratch/notes"
awk -F '\t' '$1 == "missing" {
  print $2 ": left out, since " $3 " is not installed" }' \
  "$out/contestants.tsv"
if [ -n "$gnuplot" ]; then
  "$gnuplot" -e "table='$out/bench.tsv'; svg='$out/bench.svg'" \
    "$here/bench.gp"
  echo "Written: $out/bench.tsv and bench.svg"
else
  echo "Written: $out/bench.tsv. There is no gnuplot to draw it."
fi
