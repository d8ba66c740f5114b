/* exercise: the exercises of the course, as the build knows them. */
#ifndef EXERCISE_H
#define EXERCISE_H

#include <stddef.h>

enum { EXERCISES_MAX = 256, TEXT = 512, SECRETS_MAX = 64 };

typedef struct {
  char slug[TEXT];     /* "perceptron/step" */
  char place[TEXT];    /* "exercises/01-perceptron/2-step/step.c" */
  char folder[TEXT];   /* where all of the exercise is: relative to the
                          course, or outside it and absolute */
  char file[TEXT];     /* the student's file */
  char header[TEXT];   /* what it is to define */
  char home[TEXT];     /* the folder outside that it comes from, or "" */
  char driver[TEXT];   /* the library with the driver in it */
  char skeleton[TEXT]; /* the student's file as it came, and */
  char solution[TEXT]; /* the reference, which not every edition has */
  char title[TEXT];
  int minutes, points;
} exercise;

typedef struct {
  exercise all[EXERCISES_MAX];
  size_t count;
} exercise_list;

/* Reads the list that the build wrote (a line for each exercise: slug,
 * folder, driver, and the folder outside the course that it comes from or
 * nothing, tabs between) and the head of every task. Ends the program with
 * a message if that fails. */
void exercises_load(exercise_list *list, const char *path);

/* What no submission may read, for sandbox_best: the course, its graders
 * and the folders outside that exercises come from. Returns how many there
 * are; NULL is behind the last. */
size_t exercises_secrets(const exercise_list *list,
                         const char *secrets[SECRETS_MAX]);

/* The exercises that `name` means: a slug, a chapter ("perceptron"), a
 * folder or a file. Sets *first; returns how many, 0 if none. */
size_t exercises_find(const exercise_list *list, const char *name,
                      size_t *first);

/* The slug most like `name`, or NULL if none is like it. */
const char *exercises_near(const exercise_list *list, const char *name);

/* The path of the task in the course's language, to be freed. */
char *exercise_task(const exercise *e);

#endif
