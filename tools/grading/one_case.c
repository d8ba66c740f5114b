#define _GNU_SOURCE /* sigaltstack */
#include "one_case.h"

#include "compare.h"
#include "driver.h"
#include "guarded.h"

#include <assert.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- the sanitizers -------------------------------------------------*/

/* Where the program is, if it was built with a sanitizer. */
void __sanitizer_print_stack_trace(void) __attribute__((weak));

/* What is not freed at the end is no error here, and under gdb the search
 * for it fails. */
const char *__asan_default_options(void);
const char *__asan_default_options(void) {
  return "detect_leaks=0:color=never";
}

const char *__ubsan_default_options(void);
const char *__ubsan_default_options(void) {
  return "print_stacktrace=1:halt_on_error=1:color=never";
}

/* ---- outside an array -----------------------------------------------*/

static const char *called;
static struct sigaction before[NSIG];

static void say_outside(const guarded_use *use) {
  printf("%s used %s[%.0f]. That array has ", called, use->array,
         use->index);
  if (use->count == 1)
    printf("one element, %s[0].\n", use->array);
  else
    printf("%zu elements, from 0 to %.0f.\n", use->count,
           (double)use->count - 1);
  fflush(stdout);
}

/* Any other fault is left to who would have had it: it comes again. */
static void caught(int signal_number, siginfo_t *info, void *context) {
  guarded_use use;
  (void)context;
  if (!guarded_behind(info->si_addr, &use)) {
    sigaction(signal_number, &before[signal_number], NULL);
    return;
  }
  say_outside(&use);
  if (__sanitizer_print_stack_trace) __sanitizer_print_stack_trace();
  _exit(1);
}

static void catch_faults(void) {
  enum { STACK = 1 << 18 };
  static char room[STACK];
  stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
  struct sigaction catching = {.sa_sigaction = caught,
                               .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigaltstack(&stack, NULL);
  sigaction(SIGSEGV, &catching, &before[SIGSEGV]);
  sigaction(SIGBUS, &catching, &before[SIGBUS]);
}

/* ---- what is shown --------------------------------------------------*/

enum { SHOWN = 12 }; /* elements of an array */

static void show_call(const message *query) {
  char number[MESSAGE_NUMBER];
  printf("Calling %s with\n", query->name);
  for (size_t f = 0; f < query->count; f++) {
    const message_field *field = &query->fields[f];
    bool one = field->count == 1;
    printf("  %s = %s", field->name, one ? "" : "[");
    for (size_t i = 0; i < field->count && i < SHOWN; i++) {
      message_shortest(number, field->values[i], 6);
      printf("%s%s", i ? ", " : "", number);
    }
    printf("%s\n", one ? "" : field->count > SHOWN ? ", ...]" : "]");
  }
  fflush(stdout);
}

static bool near(double a, double b) {
  return compare_near(a, b, COMPARE_DIGITS, 1);
}

/* "w[2]", or "b" for a field of one number. */
static void show_row(const char *name, size_t i, size_t count,
                     const double *wanted, const double *got) {
  char place[MESSAGE_NAME + 24], number[MESSAGE_NUMBER] = "",
                                 other[MESSAGE_NUMBER] = "nothing";
  int length = count == 1
                   ? snprintf(place, sizeof place, "%s", name)
                   : snprintf(place, sizeof place, "%s[%zu]", name, i);
  assert((size_t)length < sizeof place);
  if (wanted) message_shortest(number, *wanted, 6);
  if (got) message_shortest(other, *got, 6);
  printf("  %-16s %24s", place, other);
  if (wanted) printf(" %24s", number);
  if (wanted && got && near(*wanted, *got) && *wanted - *got != 0)
    printf("  off by %.2g", *got - *wanted);
  else if (wanted && (!got || !near(*wanted, *got)))
    printf("  differs");
  printf("\n");
}

/* Of a long array only what differs. Returns whether anything does. */
static bool show_field(const char *name, size_t count, const double *wanted,
                       const double *got) {
  bool differs = false;
  size_t shown = 0;
  for (size_t i = 0; i < count; i++) {
    bool same = !wanted || (got && near(wanted[i], got[i]));
    if ((count <= SHOWN || !same) && shown++ < SHOWN)
      show_row(name, i, count, wanted ? &wanted[i] : NULL,
               got ? &got[i] : NULL);
    differs = differs || !same;
  }
  if (shown > SHOWN) printf("  ... and %zu more\n", shown - SHOWN);
  return differs;
}

static int compare(const numbers expected[], const message *answer) {
  bool known = expected[0].name != NULL, differs = false;
  printf("\n  %-16s %24s%s\n", "", "came out",
         known ? "                 expected" : "");
  for (const numbers *e = expected; e->name; e++) {
    const message_field *got = message_find(answer, e->name);
    bool whole = got && got->count == e->count;
    if (show_field(e->name, e->count, e->values,
                   whole ? got->values : NULL))
      differs = true;
  }
  for (size_t f = 0; !known && f < answer->count; f++)
    show_field(answer->fields[f].name, answer->fields[f].count, NULL,
               answer->fields[f].values);
  if (known && !differs) printf("\nHere all came out as expected.\n");
  return differs ? 1 : 0;
}

/* ---- the call -------------------------------------------------------*/

int one_case(const char *function, const numbers given[],
             const numbers expected[]) {
  message query, answer;
  guarded_use use;
  const driver_function *f = driver_functions;
  while (f->name && strcmp(f->name, function) != 0) f++;
  if (!f->name) {
    fprintf(stderr, "there is no function '%s'\n", function);
    return 2;
  }
  message_begin(&query, function);
  for (const numbers *n = given; n->name; n++)
    message_add(&query, n->name, n->values, n->count);
  message_begin(&answer, "answer");

  called = function;
  setvbuf(stdout, NULL, _IOLBF, 0); /* in order with the sanitizers */
  catch_faults();
  show_call(&query);
  f->call(&query, &answer);
  int status = compare(expected, &answer);
  if (guarded_before(&use)) {
    say_outside(&use);
    status = 1;
  }
  guarded_free();
  message_free(&query);
  message_free(&answer);
  return status;
}
