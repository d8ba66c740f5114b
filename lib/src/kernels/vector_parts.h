/* Parts of vectors, number by number: for sets without masks. */

static inline vector load_first(const nn_real *from, size_t n) {
  vector v = {0};
  if (n == LANES) return load(from);
  for (size_t lane = 0; lane < LANES && lane < n; lane++)
    v[lane] = from[lane];
  return v;
}

static inline void store_first(nn_real *to, size_t n, vector v) {
  if (n == LANES) {
    store(to, v);
    return;
  }
  for (size_t lane = 0; lane < LANES && lane < n; lane++)
    to[lane] = v[lane];
}
