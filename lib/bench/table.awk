# Prints a column of bench.tsv to be read: `by` is "median" or "lowest",
# `peers` the names of the peers in their order.
BEGIN {
  FS = "\t"
  peer_count = split(peers, peer_at, " ")
}

NR == 1 {
  for (i = 1; i <= NF; i++) if ($i == by) column = i
  next
}

{
  group = $1 FS $2
  if (!(group in seen)) { seen[group]; group_at[++groups] = group }
  ns[group, $3] = $column
}

function time_of(x) {
  if (x < 1e3) return sprintf("%.1f ns", x)
  if (x < 1e6) return sprintf("%.2f us", x / 1e3)
  return sprintf("%.2f ms", x / 1e6)
}

# gemm: 2 x 128 x 784 x 128 operations.
function rate_of(load, x) {
  if (load == "gemm") return sprintf("%.1f GFLOP/s", 25690112 / x)
  return sprintf("%.1f k/s", 1e6 / x)
}

function ratio_of(group, peer,    x) {
  if (!((group, peer) in ns)) return "-"
  x = ns[group, peer] / ns[group, "nn"]
  return sprintf(x < 9.995 ? "%.2f" : x < 99.95 ? "%.1f" : "%.0f", x)
}

END {
  printf "%-9s %-7s %10s %14s ", "workload", "numbers", "nn", ""
  for (p = 1; p <= peer_count; p++) printf " %9s", peer_at[p]
  print ""
  for (g = 1; g <= groups; g++) {
    group = group_at[g]
    split(group, of, FS)
    x = ns[group, "nn"]
    printf "%-9s %-7s %10s %14s ", of[1], of[2], time_of(x), \
      rate_of(of[1], x)
    for (p = 1; p <= peer_count; p++)
      printf " %9s", ratio_of(group, peer_at[p])
    print ""
  }
}
