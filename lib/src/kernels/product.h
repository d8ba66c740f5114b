/* product: the product of two matrices, tile by tile.
 *
 * A tile of the product has a few rows and a few vectors of columns, so few
 * that all its sums stay in registers until they are complete. Every sum is
 * taken in the order of its terms: however the product is cut into tiles,
 * the bits are the same. */
#ifndef NN_KERNELS_PRODUCT_H
#define NN_KERNELS_PRODUCT_H

#include "kernels.h"
#include "vector.h"

#include <assert.h>
#include <string.h>

enum {
  WIDEST = 8,               /* vectors in a row of a tile, at most */
  BLOCK = NN_KERNELS_BLOCK, /* terms for which the factors are packed */
  PANEL = 2 * LANES,        /* columns of b, side by side in a panel */
  STRIP = (TILE_ROWS + LANES - 1) / LANES * LANES, /* rows of a, likewise */
  FEW_TERMS = 16 /* so small is b that it need not be packed */
};

/* Where element (row, column) of a factor is: at[row * down + column *
 * across]. A transposed matrix is one with the two strides exchanged. */
typedef struct {
  const nn_real *at;
  size_t down, across;
} factor;

static factor part_of(factor whole, size_t row, size_t column) {
  whole.at += row * whole.down + column * whole.across;
  return whole;
}

static size_t at_most(size_t n, size_t limit) {
  return n < limit ? n : limit;
}

/* n / by, rounded up. */
static size_t pieces(size_t n, size_t by) {
  return (n + by - 1) / by;
}

/* What becomes of a product: c = a b, c += a b, or c -= rate (a b). */
typedef enum { SET, ADD, DESCEND } outcome;

/* ---- one tile --------------------------------------------------------*/

/* The tile c = a b. Rows of b are read in whole vectors: what lies behind
 * the last column, usually the next row, ends up in lanes that are not
 * stored. Behind the last row nothing may lie: so it can be a copy. */
typedef struct {
  size_t depth; /* terms of a sum: columns of a, rows of b */
  factor a;
  const nn_real *b, *last_row_of_b;
  size_t b_down; /* from one row of b to the next */
  nn_real *c;
  size_t c_down;
  size_t last; /* lanes of c's last vector, 1 to LANES */
  outcome how;
  nn_real rate;
} tile;

/* One more term for every sum: a column of a times a row of b. */
INLINED void add_term(size_t rows, size_t vectors, const nn_real *a,
                      size_t down, const nn_real *b, vector sum[][WIDEST]) {
  vector right[WIDEST];
  UNROLL (v, vectors) right[v] = load(b + v * LANES);
  UNROLL (row, rows)
    UNROLL (v, vectors)
      sum[row][v] = fused(a[row * down], right[v], sum[row][v]);
}

/* The sums are in registers, since the compiler knows `rows` and `vectors`
 * and leaves no loop over them. */
INLINED void multiply_tile(size_t rows, size_t vectors, const tile *t) {
  vector sum[TILE_ROWS][WIDEST];
  nn_real *c = t->c;
  size_t down = t->c_down, end = vectors - 1, last = t->last;
  if (t->how == ADD)
    UNROLL (row, rows)
      UNROLL (v, vectors)
        sum[row][v] =
            load_first(c + row * down + v * LANES, v < end ? LANES : last);
  else
    UNROLL (row, rows)
      UNROLL (v, vectors) sum[row][v] = (vector){0};

  const nn_real *a = t->a.at, *b = t->b, *b_end = t->last_row_of_b;
  size_t a_down = t->a.down, a_across = t->a.across, b_down = t->b_down;
  for (size_t p = t->depth; p > 1; p--, a += a_across, b += b_down)
    add_term(rows, vectors, a, a_down, b, sum);
  add_term(rows, vectors, a, a_down, b_end, sum);

  nn_real rate = t->rate;
  LOAD_NOTHING_EARLIER;
  if (t->how == DESCEND)
    UNROLL (row, rows)
      UNROLL (v, vectors)
        sum[row][v] =
            load_first(c + row * down + v * LANES, v < end ? LANES : last) -
            rate * sum[row][v];
  UNROLL (row, rows)
    UNROLL (v, vectors)
      store_first(c + row * down + v * LANES, v < end ? LANES : last,
                  sum[row][v]);
}

/* Are there registers for the sums, for a row of b and an element of a?
 * With one row in the tile, b is multiplied as it is read. */
#define HAS_ROOM(rows, vectors) \
  ((rows) <= TILE_ROWS &&       \
   ((rows) == 1 || ((rows) + 1) * (vectors) < REGISTERS))

/* A function for every size. */
/* clang-format off */
#define EACH_HEIGHT(of, vectors)                                      \
  of(1, vectors) of(2, vectors) of(3, vectors) of(4, vectors)         \
  of(5, vectors) of(6, vectors) of(7, vectors) of(8, vectors)         \
  of(9, vectors) of(10, vectors) of(11, vectors) of(12, vectors)
#define TILE(rows, vectors)                                           \
  static NOINLINE void tile_##rows##x##vectors(const tile *t) {       \
    if (HAS_ROOM(rows, vectors)) multiply_tile(rows, vectors, t);     \
  }
#define NAME_OF_TILE(rows, vectors) tile_##rows##x##vectors,
#define TILES(vectors)                                                \
  EACH_HEIGHT(TILE, vectors)                                          \
  static void (*const tiles_of_##vectors[])(const tile *) = {         \
    EACH_HEIGHT(NAME_OF_TILE, vectors)                                \
  };
TILES(1)
TILES(2)
TILES(4)
TILES(8)
/* clang-format on */

static void tile_of(size_t rows, size_t vectors, const tile *t) {
  switch (vectors) {
  case 1:
    tiles_of_1[rows - 1](t);
    break;
  case 2:
    tiles_of_2[rows - 1](t);
    break;
  case 4:
    tiles_of_4[rows - 1](t);
    break;
  default:
    tiles_of_8[rows - 1](t);
  }
}

/* How wide a tile of so many rows can be, in 1, 2, 4 or 8 vectors, where so
 * many columns are left. */
static size_t widest_tile(size_t rows, size_t columns) {
  size_t vectors = WIDEST;
  while (vectors > 1 &&
         (!HAS_ROOM(rows, vectors) || vectors > pieces(columns, LANES)))
    vectors /= 2;
  return vectors;
}

/* How high a tile of so many vectors can be. */
static size_t highest_tile(size_t vectors) {
  size_t rows = TILE_ROWS;
  while (rows > 1 && !HAS_ROOM(rows, vectors)) rows--;
  return rows;
}

/* ---- packing ---------------------------------------------------------*/

/* Rows of a at the same place in every page of memory have the same few
 * places in the cache. */
static int collides(size_t rows, factor a) {
  enum { PAGE = 4096, WAYS = 8 };
  return rows > WAYS && a.down * sizeof(nn_real) % PAGE == 0;
}

/* Rows become columns: to[p * stride + row] = from[row * down + p], with
 * zeros for rows that are missing to whole vectors. */
static void pack_transposed(size_t rows, size_t depth, const nn_real *from,
                            size_t down, nn_real *to, size_t stride) {
  for (size_t row = 0; row < rows; row += LANES)
    for (size_t p = 0; p < depth; p += LANES) {
      size_t wide = at_most(depth - p, LANES);
      vector block[LANES];
      UNROLL (i, LANES)
        block[i] = row + i < rows
                       ? load_first(from + (row + i) * down + p, wide)
                       : (vector){0};
      transpose(block);
      UNROLL (i, LANES)
        if (i < wide) store(to + (p + i) * stride + row, block[i]);
    }
}

/* Part of a row of b, with zeros that make its last vector whole. */
static void pack_row(size_t columns, const nn_real *from, nn_real *to) {
  for (size_t j = 0; j < columns; j += LANES)
    store(to + j, load_first(from + j, at_most(columns - j, LANES)));
}

/* b in panels of PANEL columns, one behind the other, and within a panel
 * row after row. */
static void pack_right(size_t depth, size_t columns, factor b,
                       nn_real *to) {
  if (b.across == 1) /* in the order in which it lies in memory */
    for (size_t p = 0; p < depth; p++)
      for (size_t j = 0; j < columns; j += PANEL)
        pack_row(at_most(columns - j, PANEL), b.at + p * b.down + j,
                 to + j * depth + p * PANEL);
  else
    for (size_t j = 0; j < columns; j += PANEL)
      pack_transposed(at_most(columns - j, PANEL), depth,
                      b.at + j * b.across, b.across, to + j * depth, PANEL);
}

/* ---- the whole product -----------------------------------------------*/

/* b is read where it lies, by tiles of `high` rows: where it is hardly used
 * twice, or is small. */
static void multiply_direct(size_t high, size_t rows, size_t columns,
                            tile t, factor b, nn_real *scratch) {
  factor a = t.a;
  nn_real *c = t.c;
  size_t wide;
  t.b_down = b.down;
  for (size_t i = 0; i < rows; i += high)
    for (size_t j = 0; j < columns; j += wide) {
      size_t vectors = widest_tile(high, columns - j);
      wide = at_most(columns - j, vectors * LANES);
      t.a = part_of(a, i, 0);
      t.b = b.at + j;
      t.last_row_of_b = t.b + (t.depth - 1) * b.down;
      t.c = c + i * columns + j;
      t.last = wide - (vectors - 1) * LANES;
      if (t.last < LANES) {
        pack_row(wide, t.last_row_of_b, scratch);
        t.last_row_of_b = scratch;
      }
      tile_of(at_most(rows - i, high), vectors, &t);
    }
}

/* The terms are cut into blocks, b into panels and a into strips of rows,
 * so that what is used again and again stays in the caches. A sum goes on
 * from block to block where it was. */
static void multiply_packed(size_t rows, size_t columns, tile t, factor b,
                            nn_real *scratch) {
  nn_real *strip = scratch, *panels = scratch + BLOCK * STRIP;
  factor a = t.a;
  nn_real *c = t.c;
  size_t depth = t.depth, blocks = pieces(depth, BLOCK);
  size_t strips = pieces(rows, TILE_ROWS), high;
  t.b_down = PANEL;
  for (size_t p = 0; blocks > 0; blocks--, p += t.depth, t.how = ADD) {
    t.depth = pieces(depth - p, blocks);
    pack_right(t.depth, columns, part_of(b, p, 0), panels);
    for (size_t i = 0, left = strips; left > 0; left--, i += high) {
      high = pieces(rows - i, left);
      t.a = part_of(a, i, p);
      if (collides(high, t.a)) {
        pack_transposed(high, t.depth, t.a.at, t.a.down, strip, STRIP);
        t.a = (factor){strip, 1, STRIP};
      }
      for (size_t j = 0; j < columns; j += PANEL) {
        size_t wide = at_most(columns - j, PANEL);
        size_t vectors = pieces(wide, LANES);
        t.b = panels + j * t.depth;
        t.last_row_of_b = t.b + (t.depth - 1) * PANEL;
        t.c = c + i * columns + j;
        t.last = wide - (vectors - 1) * LANES;
        tile_of(high, vectors, &t);
      }
    }
  }
}

/* a is rows x depth, b is depth x columns, c is rows x columns. DESCEND
 * needs complete sums: depth <= BLOCK. */
static NOINLINE void multiply(size_t rows, size_t columns, size_t depth,
                              factor a, factor b, nn_real *c, outcome how,
                              nn_real rate, nn_real *scratch) {
  assert(how != DESCEND || depth <= BLOCK);
  tile t = {.depth = depth,
            .a = a,
            .c = c,
            .c_down = columns,
            .how = how,
            .rate = rate};
  size_t strips = pieces(rows, TILE_ROWS), high = pieces(rows, strips);
  if (b.across != 1 || b.down < LANES || collides(high, a))
    multiply_packed(rows, columns, t, b, scratch);
  else if (strips <= 2)
    multiply_direct(high, rows, columns, t, b, scratch);
  else if (depth <= FEW_TERMS) /* as wide as two rows allow */
    multiply_direct(highest_tile(widest_tile(2, columns)), rows, columns, t,
                    b, scratch);
  else
    multiply_packed(rows, columns, t, b, scratch);
}

#endif
