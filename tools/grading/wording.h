/* wording: what a grader says to a student, as lines of its report: one
 * record a line, columns between tabs. */
#ifndef WORDING_H
#define WORDING_H

#include "message.h"

#include <stdarg.h>

/* A line as printf writes it; several if there is '\n' in it. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
void say_all(const char *format, va_list arguments)
    __attribute__((format(printf, 1, 0)));

/* What the failing call printed; `asked` is false if there was none yet.
 * Student's output may hold anything: it becomes lines of plain text. */
void say_printed(const char *text, bool asked);

/* "Called step(w = [0, 0], y = 1)", one argument a line if it is long. */
void say_call(const message *query);

/* That an answer is not the right one, which shows at this place. */
void say_difference(const message *query, const message *right,
                    const message *answer, const message_field *field,
                    size_t index);

/* The address of an instruction, for the student's tool to find the line
 * that it belongs to. */
void say_place(double address);

/* "w[2]", or "b" for a field of one number. */
enum { PLACE_SIZE = MESSAGE_NAME + 24 };
void say_name_place(char place[PLACE_SIZE], const message_field *field,
                    size_t index);

#endif
