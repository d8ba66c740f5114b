/* message: what a grader and a driver say to each other.
 *
 * A message is one line of text: a name, then fields, each a name and
 * some numbers:
 *
 *     step w=[0x0p+0,0x1p+0] y=-0x1p+0
 *
 * Numbers are written as C's %a, exact to the last bit; an array is in
 * brackets. What is not a number says where it comes from, as far as a
 * driver can know: nan(1) is an element to which nothing was written,
 * nan(2) was computed from such. */
#ifndef MESSAGE_H
#define MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

enum {
  MESSAGE_FIELDS = 12,
  MESSAGE_NAME = 32,
  MESSAGE_VALUES = 1 << 16, /* numbers in one field, at most */
  MESSAGE_LINE = 1 << 21    /* bytes in one line, at most */
};

typedef struct {
  char name[MESSAGE_NAME];
  double *values;
  size_t count;
  bool array; /* else it is one number */
} message_field;

typedef struct {
  char name[MESSAGE_NAME];
  message_field fields[MESSAGE_FIELDS];
  size_t count;
} message;

/* Makes `m` an empty message of this name. Whatever it held is lost: free
 * it first. */
void message_begin(message *m, const char *name);

/* Makes `m` a copy of another. */
void message_copy(message *m, const message *other);

/* Frees the numbers of `m`. */
void message_free(message *m);

/* Adds a field with a copy of `values`, or with NaNs if `values` is NULL.
 * Returns the copy, which may be written to. */
double *message_add(message *m, const char *name, const double *values,
                    size_t count);

/* Adds a field of one number. Returns it, to be written to. */
double *message_add_number(message *m, const char *name, double value);

/* The field of this name, or NULL. */
const message_field *message_find(const message *m, const char *name);

/* The numbers, their count, the one number of a field, which must be
 * there: the program ends if it is not. */
const double *message_values(const message *m, const char *name);
size_t message_count(const message *m, const char *name);
double message_number(const message *m, const char *name);

/* What a driver fills the elements of an output with, whose bits tell them
 * from any other number. */
double message_unwritten(void);

typedef enum { NAN_PLAIN, NAN_UNWRITTEN, NAN_FROM_UNWRITTEN } nan_kind;

/* Of what is not a number: where it comes from. */
nan_kind message_nan_kind(double value);

/* A number in as few digits as give it again, and at least so many. */
enum { MESSAGE_NUMBER = 32 }; /* "-1.2345678901234567e-308" is 24 */
void message_shortest(char text[MESSAGE_NUMBER], double value, int digits);

/* The message as a line that ends with '\n'; free() it. */
char *message_write(const message *m);

/* Reads a line into `m`. False, with `m` empty, if the line is not a
 * message: the line may come from anybody. */
bool message_read(message *m, const char *line);

#endif
