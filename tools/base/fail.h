/* fail: the end of a program that cannot go on. */
#ifndef FAIL_H
#define FAIL_H

/* Prints "course: ..." to standard error and ends the program with
 * status 2. */
void fail(const char *format, ...)
    __attribute__((format(printf, 1, 2), noreturn));

#endif
