# Turns raw.tsv into bench.tsv: over the rounds the median, the lowest and
# the highest, and how many times as long as nn the contestant took.
BEGIN {
  FS = OFS = "\t"
  print "workload", "numbers", "contestant", "median", "lowest", \
    "highest", "ratio"
}

NR == 1 { next }

{
  name = $2; real = $3; load = $4
  if (!(load in loads)) { loads[load]; load_at[++load_count] = load }
  if (!(real in reals)) { reals[real]; real_at[++real_count] = real }
  if (!(name in names)) { names[name]; name_at[++name_count] = name }
  key = load FS real FS name
  insert(key, ++count[key], $5 + 0)
}

# Keeps sorted[key, 1 ... n] in order.
function insert(key, n, value) {
  for (; n > 1 && sorted[key, n - 1] > value; n--)
    sorted[key, n] = sorted[key, n - 1]
  sorted[key, n] = value
}

function median(key,    n) {
  n = count[key]
  if (n % 2) return sorted[key, (n + 1) / 2]
  return (sorted[key, n / 2] + sorted[key, n / 2 + 1]) / 2
}

END {
  for (l = 1; l <= load_count; l++)
    for (r = 1; r <= real_count; r++)
      for (c = 1; c <= name_count; c++) {
        group = load_at[l] FS real_at[r]
        key = group FS name_at[c]
        if (!(key in count)) continue
        middle = median(key)
        base = group FS "nn"
        ratio = base in count ? sprintf("%.4g", middle / median(base)) : ""
        printf "%s\t%.6g\t%.6g\t%.6g\t%s\n", key, middle, sorted[key, 1], \
          sorted[key, count[key]], ratio
      }
}
