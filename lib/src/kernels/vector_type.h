/* A vector of VECTOR_BYTES bytes; its numbers are its lanes. */

#ifdef NN_REAL_IS_FLOAT
#define LANES (VECTOR_BYTES / 4)
#else
#define LANES (VECTOR_BYTES / 8)
#endif

typedef nn_real vector __attribute__((vector_size(VECTOR_BYTES)));
typedef nn_real unaligned __attribute__((
    vector_size(VECTOR_BYTES), aligned(sizeof(nn_real)), may_alias));

static inline vector load(const nn_real *from) {
  return *(const unaligned *)from;
}

static inline void store(nn_real *to, vector v) {
  *(unaligned *)to = v;
}
