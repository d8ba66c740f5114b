/* run: what a chapter's experiments leave behind for its book.
 *
 * With --out DIR they write
 *   DIR/numbers.tsv   every named number: the book's sentences take them
 *                     from here
 *   DIR/TABLE.dat     columns for gnuplot
 *   DIR/GRAPH.dot     a graph for Graphviz
 * Numbers are written with a point, whatever setlocale said. Names are
 * lower-case words joined by '.' or '-'. Using a name twice for things of
 * one kind is a mistake and ends the program. */
#ifndef NN_RUN_H
#define NN_RUN_H

#include <nn/error.h>
#include <nn/real.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct nn_run nn_run;
typedef struct nn_table nn_table;
typedef struct nn_graph nn_graph;

/* Starts a run from main's arguments: --help, --seed N, --out DIR, and
 * those of recorded tables (nn/recorded.h). `purpose` is the first line of
 * --help. --help ends the program with status 0, a mistaken argument with
 * status 2. */
nn_run *nn_run_begin(int argc, char **argv, const char *purpose,
                     uint64_t default_seed);

/* The seed that this run is to use. */
uint64_t nn_run_seed(const nn_run *run);

/* Ends the run; to be returned from main. 1, with a message, if anything
 * could not be written (a full disk, say), standard output included, else
 * 0. */
int nn_run_end(nn_run *run);

/* Names a number. `format` is printf's for one double ("%.2f"): how the
 * book prints it. The name is a string literal in the call, so that a
 * search for it ends here (in a loop, in a table of the same function):
 * the book leads from the number to this call and shows `value`'s
 * expression. */
#define nn_run_number(run, name, format, value) \
  nn_run_number_at(run, __FILE__, __LINE__, name, format, (double)(value))
void nn_run_number_at(nn_run *run, const char *file, int line,
                      const char *name, const char *format, double value)
    NN_PRINTF(5, 0);

/* Starts a table; `columns` are names with spaces between. It lives until
 * nn_run_end. */
nn_table *nn_run_table(nn_run *run, const char *name, const char *columns);

/* Adds a row: as many numbers, of type nn_real, as the table has columns.
 */
#define nn_table_row(table, ...)                                    \
  do {                                                              \
    const nn_real nn_row[] = {__VA_ARGS__};                         \
    nn_table_row_of(table, nn_row, sizeof nn_row / sizeof *nn_row); \
  } while (0)
void nn_table_row_of(nn_table *table, const nn_real *row, size_t count);

/* Ends a block of rows: gnuplot's `index` counts the blocks from 0. */
void nn_table_block(nn_table *table);

/* Starts a directed graph, drawn from left to right. It lives until
 * nn_run_end. */
nn_graph *nn_run_graph(nn_run *run, const char *name);

/* Adds a node or an edge. Labels are UTF-8; the `role` is a colour's name
 * in the book's palette (figures/theme/palette.tsv), so the program says
 * what a thing is and the theme how that looks. `width` is a line's width
 * in points. */
void nn_graph_node(nn_graph *graph, const char *id, const char *label,
                   const char *shape, const char *role);
void nn_graph_edge(nn_graph *graph, const char *from, const char *to,
                   const char *label, const char *role, double width);

/* Puts an attribute of Graphviz on the whole graph ("rankdir", "TB"). */
void nn_graph_set(nn_graph *graph, const char *name, const char *value);

#ifdef __cplusplus
}
#endif

#endif
