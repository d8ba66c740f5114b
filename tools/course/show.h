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

/* All exercises with what has been reached, and what is next. */
void show_progress(const exercise_list *list, progress *reached);

/* The first exercise without full points, or NULL. */
const exercise *next_exercise(const exercise_list *list, progress *reached);

#endif
