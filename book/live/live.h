/* live: a figure that the reader can touch, in C.
 *
 * figures/NN-CHAPTER/NAME.live.c includes the chapter's program and gives
 * names to what the page calls; it becomes WebAssembly. NAME.live.js draws
 * and listens. Everything that is computed is computed here, by the code
 * that the chapter shows. */
#ifndef LIVE_H
#define LIVE_H

#include <stddef.h>

/* A function that the page may call, under this name. */
#ifdef __wasm__
#define LIVE(name) __attribute__((export_name(#name)))
#else
#define LIVE(name)
#endif

/* The program's own main is not wanted here: include the program between
 * these two lines.
 *     #define main chapter_main
 *     #undef main */

/* Goes through the figure as a reader might and writes the numbers that it
 * would show, at most `most`; returns how many. A test compares those of
 * the page with those of the same code compiled for this machine. */
size_t live_trace(double *numbers, size_t most);

#endif
