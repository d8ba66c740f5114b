/* show: verdicts and progress on the terminal. */
#ifndef SHOW_H
#define SHOW_H

#include "exercise.h"
#include "progress.h"
#include "verdict.h"

/* Everything about one verdict. */
void show_verdict(const exercise *e, const verdict *v);

/* One line about it. */
void show_summary(const exercise *e, const verdict *v);

/* Exercises with what has been reached, `count` from `first` on. */
void show_list(const exercise_list *list, size_t first, size_t count,
               progress *reached);

/* The next exercise, or that there is none (NULL). */
void show_next(const exercise *next);

/* All of them, how far that is, and what is next. */
void show_progress(const exercise_list *list, progress *reached);

#endif
