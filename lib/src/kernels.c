#include "kernels.h"

#include "elementary_inline.h"

#include <assert.h>

/* ---- vectors ---------------------------------------------------------*/

/* Which set this is: the build says so. The compiler's own macros would not
 * tell, since a -march of the user's can give every set the widest vectors.
 *
 * One register of numbers. The sizes of a tile of the product, in rows and
 * in vectors, are what the registers of each set have room for. */
#if defined NN_KERNELS_AVX512
#include <immintrin.h>
#define INSTRUCTIONS avx512
enum { VECTOR_BYTES = 64, TILE_ROWS = 12, TILE_VECTORS = 2 };
#elif defined NN_KERNELS_AVX2
#include <immintrin.h>
#define INSTRUCTIONS avx2
enum { VECTOR_BYTES = 32, TILE_ROWS = 6, TILE_VECTORS = 2 };
#else
#define INSTRUCTIONS generic
enum { VECTOR_BYTES = 16, TILE_ROWS = 4, TILE_VECTORS = 2 };
#endif

typedef nn_real vector __attribute__((vector_size(VECTOR_BYTES)));
typedef nn_real unaligned __attribute__((
    vector_size(VECTOR_BYTES), aligned(sizeof(nn_real)), may_alias));

enum {
  FEW = 4, /* so many outputs are worth a vector */
  LANES = VECTOR_BYTES / sizeof(nn_real),
  TILE_COLUMNS = TILE_VECTORS * LANES,
  BLOCK = NN_DESCEND_BATCH /* rows of the right factor packed at once */
};

static inline vector load(const nn_real *from) {
  return *(const unaligned *)from;
}

static inline void store(nn_real *to, vector v) {
  *(unaligned *)to = v;
}

/* a b + c, rounded once. */
static inline nn_real fused(nn_real a, nn_real b, nn_real c) {
#ifdef NN_REAL_IS_FLOAT
  return fmaf(a, b, c);
#else
  return fma(a, b, c);
#endif
}

/* The same in every lane of b and c. */
static inline vector fused_vector(nn_real a, vector b, vector c) {
#if defined NN_KERNELS_AVX512 && defined NN_REAL_IS_FLOAT
  return (vector)_mm512_fmadd_ps(_mm512_set1_ps(a), (__m512)b, (__m512)c);
#elif defined NN_KERNELS_AVX512
  return (vector)_mm512_fmadd_pd(_mm512_set1_pd(a), (__m512d)b, (__m512d)c);
#elif defined NN_KERNELS_AVX2 && defined NN_REAL_IS_FLOAT
  return (vector)_mm256_fmadd_ps(_mm256_set1_ps(a), (__m256)b, (__m256)c);
#elif defined NN_KERNELS_AVX2
  return (vector)_mm256_fmadd_pd(_mm256_set1_pd(a), (__m256d)b, (__m256d)c);
#else
  for (int lane = 0; lane < LANES; lane++)
    c[lane] = fused(a, b[lane], c[lane]);
  return c;
#endif
}

/* What is left over of a row is loaded and stored as part of a vector,
 * where the processor has masks and it is worth it: few numbers would be
 * read again too soon, one by one. */
static inline int worth_a_mask(size_t n) {
#if defined NN_KERNELS_AVX512
  return n >= FEW;
#else
  (void)n;
  return 0;
#endif
}

static inline vector load_first(const nn_real *from, size_t n) {
#if defined NN_KERNELS_AVX512 && defined NN_REAL_IS_FLOAT
  return (vector)_mm512_maskz_loadu_ps((__mmask16)((1U << n) - 1), from);
#elif defined NN_KERNELS_AVX512
  return (vector)_mm512_maskz_loadu_pd((__mmask8)((1U << n) - 1), from);
#else
  (void)from, (void)n;
  return (vector){0};
#endif
}

static inline void store_first(nn_real *to, size_t n, vector v) {
#if defined NN_KERNELS_AVX512 && defined NN_REAL_IS_FLOAT
  _mm512_mask_storeu_ps(to, (__mmask16)((1U << n) - 1), (__m512)v);
#elif defined NN_KERNELS_AVX512
  _mm512_mask_storeu_pd(to, (__mmask8)((1U << n) - 1), (__m512d)v);
#else
  (void)to, (void)n, (void)v;
#endif
}

/* Keeps a loop of few turns from being prepared for many. */
#define ONE_BY_ONE(i) __asm__("" : "+r"(i))

/* Keeps what needs a large stack out of what is called for tiny layers. */
#define NOINLINE __attribute__((noinline))

/* ---- a matrix times a matrix -----------------------------------------*/

/* Where element (row, column) of a factor is: at[row * down + column *
 * across]. A transposed matrix is one with the two strides exchanged. */
typedef struct {
  const nn_real *at;
  size_t down, across;
} factor;

static size_t at_most(size_t n, size_t limit) {
  return n < limit ? n : limit;
}

static factor part_of(factor whole, size_t row, size_t column) {
  whole.at += row * whole.down + column * whole.across;
  return whole;
}

/* Rows so far apart that they would take each other's places in the
 * cache. */
static int collides(factor a) {
  return a.down * sizeof(nn_real) % 2048 == 0;
}

/* The left factor's next TILE_ROWS rows, column after column, with zeros
 * for the rows that it has not. */
static factor pack_left(size_t rows, size_t depth, factor a, nn_real *to) {
  for (size_t row = 0; row < TILE_ROWS; row++)
    for (size_t p = 0; p < depth; p++)
      to[p * TILE_ROWS + row] =
          row < rows ? a.at[row * a.down + p * a.across] : 0;
  return (factor){to, 1, TILE_ROWS};
}

/* The right factor's next TILE_COLUMNS columns, row after row, with zeros
 * for the columns that it has not. */
static void pack_right(size_t depth, size_t columns, factor b,
                       nn_real *to) {
  enum { STEP = 8 }; /* numbers that share a line of the cache */
  if (columns == TILE_COLUMNS && b.across == 1) {
    for (size_t p = 0; p < depth; p++)
      for (size_t j = 0; j < TILE_COLUMNS; j += LANES)
        store(to + p * TILE_COLUMNS + j, load(b.at + p * b.down + j));
    return;
  }
  for (size_t first = 0; first < depth; first += STEP)
    for (size_t j = 0; j < TILE_COLUMNS; j++)
      for (size_t p = first; p < depth && p < first + STEP; p++)
        to[p * TILE_COLUMNS + j] =
            j < columns ? b.at[p * b.down + j * b.across] : 0;
}

/* What becomes of a product: c = a b, c += a b, or c -= rate (a b). */
typedef enum { SET, ADD, DESCEND } outcome;

/* The product for TILE_ROWS rows and `vectors` vectors of columns. All its
 * sums stay in registers until they are done. */
static inline void multiply_tile(size_t vectors, size_t depth, factor a,
                                 const nn_real *b, nn_real *c,
                                 size_t stride, outcome how, nn_real rate) {
  vector sum[TILE_ROWS][TILE_VECTORS];
  for (size_t row = 0; row < TILE_ROWS; row++)
    for (size_t v = 0; v < vectors; v++)
      sum[row][v] =
          how == ADD ? load(c + row * stride + v * LANES) : (vector){0};

  for (size_t p = 0; p < depth; p++) {
    vector right[TILE_VECTORS];
    for (size_t v = 0; v < vectors; v++)
      right[v] = load(b + p * TILE_COLUMNS + v * LANES);
    for (size_t row = 0; row < TILE_ROWS; row++)
      for (size_t v = 0; v < vectors; v++)
        sum[row][v] = fused_vector(a.at[row * a.down + p * a.across],
                                   right[v], sum[row][v]);
  }

  for (size_t row = 0; row < TILE_ROWS; row++)
    for (size_t v = 0; v < vectors; v++) {
      nn_real *to = c + row * stride + v * LANES;
      store(to,
            how == DESCEND ? load(to) - rate * sum[row][v] : sum[row][v]);
    }
}

static void whole_tile(size_t depth, factor a, const nn_real *b, nn_real *c,
                       size_t stride, outcome how, nn_real rate) {
  multiply_tile(TILE_VECTORS, depth, a, b, c, stride, how, rate);
}

/* A tile at the edge, by way of a whole one, or of one that is narrow. */
static void edge_tile(size_t rows, size_t columns, size_t depth, factor a,
                      const nn_real *b, nn_real *c, size_t stride,
                      outcome how, nn_real rate) {
  nn_real tile[TILE_ROWS * TILE_COLUMNS];
  if (how != SET) {
    memset(tile, 0, sizeof tile);
    for (size_t row = 0; row < rows; row++)
      for (size_t j = 0; j < columns; j++)
        tile[row * TILE_COLUMNS + j] = c[row * stride + j];
  }
  if (columns <= LANES)
    multiply_tile(1, depth, a, b, tile, TILE_COLUMNS, how, rate);
  else
    multiply_tile(TILE_VECTORS, depth, a, b, tile, TILE_COLUMNS, how, rate);
  for (size_t row = 0; row < rows; row++)
    for (size_t j = 0; j < columns; j++)
      c[row * stride + j] = tile[row * TILE_COLUMNS + j];
}

/* a is rows x depth, b is depth x columns, c is rows x columns. The depth
 * is cut into blocks, the right factor into panels of TILE_COLUMNS and the
 * left into strips of TILE_ROWS, so that what is used again and again stays
 * in the caches. A sum continues from block to block where it was, so the
 * cuts do not change it. DESCEND needs its sums whole: depth <= BLOCK. */
static NOINLINE void multiply(size_t rows, size_t columns, size_t depth,
                              factor a, factor b, nn_real *c, outcome how,
                              nn_real rate, nn_real *scratch) {
  assert(how != DESCEND || depth <= BLOCK);
  nn_real *left = scratch, *right = scratch + BLOCK * TILE_ROWS;
  for (size_t p = 0; p < depth; p += BLOCK) {
    size_t block = at_most(depth - p, BLOCK);
    outcome now = p > 0 ? ADD : how;
    for (size_t j = 0; j < columns; j += TILE_COLUMNS)
      pack_right(block, at_most(columns - j, TILE_COLUMNS),
                 part_of(b, p, j), right + j * block);

    for (size_t i = 0; i < rows; i += TILE_ROWS) {
      size_t high = at_most(rows - i, TILE_ROWS);
      factor strip = part_of(a, i, p);
      if (high < TILE_ROWS || collides(strip))
        strip = pack_left(high, block, strip, left);
      for (size_t j = 0; j < columns; j += TILE_COLUMNS) {
        size_t wide = at_most(columns - j, TILE_COLUMNS);
        nn_real *tile = c + i * columns + j, *panel = right + j * block;
        if (high == TILE_ROWS && wide == TILE_COLUMNS)
          whole_tile(block, strip, panel, tile, columns, now, rate);
        else
          edge_tile(high, wide, block, strip, panel, tile, columns, now,
                    rate);
      }
    }
  }
}

/* ---- one row at a time -----------------------------------------------*/

/* `count` vectors of columns of z = start + x w. */
static inline void forward_strip(size_t count, size_t in, size_t out,
                                 const nn_real *x, const nn_real *w,
                                 const nn_real *start, nn_real *z) {
  vector sum[8];
  for (size_t v = 0; v < count; v++) sum[v] = load(start + v * LANES);
  for (size_t i = 0; i < in; i++)
    for (size_t v = 0; v < count; v++)
      sum[v] = fused_vector(x[i], load(w + i * out + v * LANES), sum[v]);
  for (size_t v = 0; v < count; v++) store(z + v * LANES, sum[v]);
}

/* Columns j to out of z = start + x w, one by one. */
static NOINLINE void forward_few(size_t in, size_t out, size_t j,
                                 const nn_real *x, const nn_real *w,
                                 const nn_real *start, nn_real *z) {
  for (; j < out; j++) {
    nn_real sum = start[j];
    const nn_real *weight = w + j;
    for (size_t i = 0; i < in; i++, weight += out) {
      ONE_BY_ONE(i);
      sum = fused(x[i], *weight, sum);
    }
    z[j] = sum;
  }
}

static NOINLINE void forward_row(size_t in, size_t out, const nn_real *x,
                                 const nn_real *w, const nn_real *start,
                                 nn_real *z) {
  size_t j = 0;
  for (; j + 8 * LANES <= out; j += 8 * LANES)
    forward_strip(8, in, out, x, w + j, start + j, z + j);
  for (; j + 4 * LANES <= out; j += 4 * LANES)
    forward_strip(4, in, out, x, w + j, start + j, z + j);
  for (; j + LANES <= out; j += LANES)
    forward_strip(1, in, out, x, w + j, start + j, z + j);
  size_t rest = out - j;
  if (worth_a_mask(rest)) {
    vector sum = load_first(start + j, rest);
    for (size_t i = 0; i < in; i++)
      sum = fused_vector(x[i], load_first(w + i * out + j, rest), sum);
    store_first(z + j, rest, sum);
  } else {
    forward_few(in, out, j, x, w, start, z);
  }
}

/* dx = delta w^T: each a sum along a row of w. The sums of several rows
 * go side by side, since each must wait for its own last term. */
static NOINLINE void inputs_gradient_row(size_t in, size_t out,
                                         const nn_real *delta,
                                         const nn_real *w, nn_real *dx,
                                         int add) {
  enum { ROWS = 8 };
  size_t i = 0;
  for (; i + ROWS <= in; i += ROWS) {
    nn_real sum[ROWS];
    for (size_t r = 0; r < ROWS; r++) sum[r] = add ? dx[i + r] : 0;
    for (size_t j = 0; j < out; j++)
      for (size_t r = 0; r < ROWS; r++)
        sum[r] = fused(delta[j], w[(i + r) * out + j], sum[r]);
    for (size_t r = 0; r < ROWS; r++) dx[i + r] = sum[r];
  }
  for (; i < in; i++) {
    nn_real sum = add ? dx[i] : 0;
    for (size_t j = 0; j < out; j++)
      sum = fused(delta[j], w[i * out + j], sum);
    dx[i] = sum;
  }
}

/* w -= rate x delta, for one row of w. */
static inline void descend_row(size_t out, nn_real rate, nn_real x,
                               const nn_real *delta, nn_real *w) {
  size_t j = 0;
  for (; j + LANES <= out; j += LANES)
    store(w + j, load(w + j) - rate * (x * load(delta + j)));
  size_t rest = out - j;
  if (worth_a_mask(rest)) {
    vector step = rate * (x * load_first(delta + j, rest));
    store_first(w + j, rest, load_first(w + j, rest) - step);
    return;
  }
  for (; j < out; j++) w[j] -= rate * (x * delta[j]);
}

/* Where rows are so short that a loop over one is hardly a loop. */
static NOINLINE void descend_few(size_t in, size_t out, nn_real rate,
                                 const nn_real *x, const nn_real *delta,
                                 nn_real *w, nn_real *b) {
  for (size_t j = 0; j < out && b; j++) {
    ONE_BY_ONE(j);
    b[j] -= rate * delta[j];
  }
  for (size_t i = 0; i < in; i++)
    for (size_t j = 0; j < out; j++) {
      ONE_BY_ONE(j);
      *w++ -= rate * (x[i] * delta[j]);
    }
}

/* ---- a layer ---------------------------------------------------------*/

static NOINLINE void forward_batch(size_t batch, size_t in, size_t out,
                                   const nn_real *x, const nn_real *w,
                                   const nn_real *b, nn_real *z,
                                   nn_real *scratch) {
  for (size_t row = 0; row < batch && b; row++)
    memcpy(z + row * out, b, out * sizeof *z);
  multiply(batch, out, in, (factor){x, in, 1}, (factor){w, out, 1}, z, ADD,
           0, scratch);
}

static void forward(size_t batch, size_t in, size_t out, const nn_real *x,
                    const nn_real *w, const nn_real *b, nn_real *z,
                    nn_real *scratch) {
  if (batch > 1)
    forward_batch(batch, in, out, x, w, b, z, scratch);
  else if (out < FEW)
    forward_few(in, out, 0, x, w, b ? b : z, z);
  else
    forward_row(in, out, x, w, b ? b : z, z);
}

static void sum_rows(size_t batch, size_t out, const nn_real *delta,
                     nn_real *sum) {
  memset(sum, 0, out * sizeof *sum);
  for (size_t row = 0; row < batch; row++)
    for (size_t j = 0; j < out; j++) sum[j] += delta[row * out + j];
}

static void weights_gradient(size_t batch, size_t in, size_t out,
                             const nn_real *x, const nn_real *delta,
                             nn_real *dw, nn_real *db, nn_real *scratch) {
  if (db) sum_rows(batch, out, delta, db);
  if (batch == 1) {
    for (size_t i = 0; i < in; i++)
      for (size_t j = 0; j < out; j++)
        dw[i * out + j] = x[i] * delta[j] + 0; /* not -0 */
    return;
  }
  multiply(in, out, batch, (factor){x, 1, in}, (factor){delta, out, 1}, dw,
           SET, 0, scratch);
}

static void inputs_gradient(size_t batch, size_t in, size_t out,
                            const nn_real *delta, const nn_real *w,
                            nn_real *dx, int add, nn_real *scratch) {
  if (batch == 1)
    inputs_gradient_row(in, out, delta, w, dx, add);
  else
    multiply(batch, in, out, (factor){delta, out, 1}, (factor){w, 1, out},
             dx, add ? ADD : SET, 0, scratch);
}

static NOINLINE void descend_rows(size_t in, size_t out, nn_real rate,
                                  const nn_real *x, const nn_real *delta,
                                  nn_real *w, nn_real *b) {
  if (b) descend_row(out, rate, 1, delta, b);
  for (size_t i = 0; i < in; i++)
    descend_row(out, rate, x[i], delta, w + i * out);
}

static NOINLINE void descend_batch(size_t batch, size_t in, size_t out,
                                   nn_real rate, const nn_real *x,
                                   const nn_real *delta, nn_real *w,
                                   nn_real *b, nn_real *scratch) {
  if (b) {
    sum_rows(batch, out, delta, scratch);
    descend_row(out, rate, 1, scratch, b);
  }
  multiply(in, out, batch, (factor){x, 1, in}, (factor){delta, out, 1}, w,
           DESCEND, rate, scratch);
}

static void descend(size_t batch, size_t in, size_t out, nn_real rate,
                    const nn_real *x, const nn_real *delta, nn_real *w,
                    nn_real *b, nn_real *scratch) {
  if (batch > 1)
    descend_batch(batch, in, out, rate, x, delta, w, b, scratch);
  else if (out < FEW)
    descend_few(in, out, rate, x, delta, w, b);
  else
    descend_rows(in, out, rate, x, delta, w, b);
}

/* ---- activations -----------------------------------------------------*/

#define LEAK ((nn_real)0.01)

/* f(z), but for softmax. */
static inline nn_real value_of(nn_activation f, nn_real z) {
  switch (f) {
  case NN_STEP:
    return z > 0 ? 1 : 0;
  case NN_SIGMOID:
    return inline_sigmoid(z);
  case NN_TANH:
    return inline_tanh(z);
  case NN_RELU:
    return z > 0 ? z : 0;
  case NN_LEAKY_RELU:
    return z > 0 ? z : LEAK * z;
  case NN_SOFTPLUS:
    return inline_softplus(z);
  default:
    return z;
  }
}

/* f'(z), where a = f(z), but for softmax. */
static inline nn_real slope_of(nn_activation f, nn_real z, nn_real a) {
  switch (f) {
  case NN_STEP:
    return 0;
  case NN_SIGMOID:
    return a * (1 - a);
  case NN_TANH:
    return 1 - a * a;
  case NN_RELU:
    return z > 0 ? 1 : 0;
  case NN_LEAKY_RELU:
    return z > 0 ? 1 : LEAK;
  case NN_SOFTPLUS:
    return inline_sigmoid(z);
  default:
    return 1;
  }
}

/* One loop for each activation: a compiler that knows which it is can make
 * vectors of it. */
#define EACH_OF(f, statement)            \
  case f:                                \
    for (size_t i = 0; i < count; i++) { \
      const nn_activation known = f;     \
      statement;                         \
    }                                    \
    break;
#define EACH(statement)             \
  EACH_OF(NN_STEP, statement)       \
  EACH_OF(NN_SIGMOID, statement)    \
  EACH_OF(NN_TANH, statement)       \
  EACH_OF(NN_RELU, statement)       \
  EACH_OF(NN_LEAKY_RELU, statement) \
  EACH_OF(NN_SOFTPLUS, statement)

static void activate_each(nn_activation f, size_t count, const nn_real *z,
                          nn_real *a) {
  switch (f) {
    EACH(a[i] = value_of(known, z[i]))
  default:
    if (a != z) memcpy(a, z, count * sizeof *a);
  }
}

static void backward_each(nn_activation f, size_t count, const nn_real *z,
                          const nn_real *a, nn_real *delta) {
  switch (f) {
    EACH(delta[i] *= slope_of(known, z[i], a[i]))
  default:
    break;
  }
}

/* The largest z is taken away first, or e^z might be infinite. */
static void softmax_row(size_t n, const nn_real *z, nn_real *a) {
  nn_real largest = z[0], sum = 0;
  for (size_t i = 1; i < n; i++) largest = z[i] > largest ? z[i] : largest;
  for (size_t i = 0; i < n; i++) a[i] = inline_exp(z[i] - largest);
  for (size_t i = 0; i < n; i++) sum += a[i];
  for (size_t i = 0; i < n; i++) a[i] /= sum;
}

static void softmax_backward_row(size_t n, const nn_real *a,
                                 nn_real *delta) {
  nn_real mean = 0;
  for (size_t i = 0; i < n; i++) mean = fused(a[i], delta[i], mean);
  for (size_t i = 0; i < n; i++) delta[i] = a[i] * (delta[i] - mean);
}

static void activate(nn_activation f, size_t rows, size_t n,
                     const nn_real *z, nn_real *a) {
  if (f == NN_SOFTMAX)
    for (size_t row = 0; row < rows; row++)
      softmax_row(n, z + row * n, a + row * n);
  else
    activate_each(f, rows * n, z, a);
}

static void activation_backward(nn_activation f, size_t rows, size_t n,
                                const nn_real *z, const nn_real *a,
                                nn_real *delta) {
  if (f == NN_SOFTMAX)
    for (size_t row = 0; row < rows; row++)
      softmax_backward_row(n, a + row * n, delta + row * n);
  else
    backward_each(f, rows * n, z, a, delta);
}

/* ---- the set ---------------------------------------------------------*/

#define JOIN(a, b) a##b
#define NAMED(a, b) JOIN(a, b)
#define TEXT(a) #a
#define NAME_OF(a) TEXT(a)

extern const nn_kernels NAMED(nn_kernels_, INSTRUCTIONS);
const nn_kernels NAMED(nn_kernels_, INSTRUCTIONS) = {
    .name = NAME_OF(INSTRUCTIONS),
    .forward = forward,
    .weights_gradient = weights_gradient,
    .inputs_gradient = inputs_gradient,
    .descend = descend,
    .activate = activate,
    .activation_backward = activation_backward,
};
