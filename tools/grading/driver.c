#define _GNU_SOURCE /* for the registers of ucontext_t */
#include "driver.h"

#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

/* Queries come in on one pipe, answers go out on another; the student's
 * standard input and output are neither. */
enum { QUERIES = 3, ANSWERS = 4 };

/* ---- guarded arrays --------------------------------------------------*/

/* An array ends where a page begins that may not be touched, so that any
 * use of the element behind its last is caught in the act. Before it lie
 * guards: signalling NaNs, which no arithmetic leaves as they are. */
enum { GUARDS = 32, ARRAYS_MAX = 16 };

typedef struct {
  char name[MESSAGE_NAME];
  char *block; /* what is mapped: guards, the array, the forbidden page */
  size_t size;
  double *values;
  size_t count;   /* elements */
  size_t doubles; /* that one of them takes */
  double *kept;   /* what it held, if it is const; else NULL */
} guarded_array;

static guarded_array arrays[ARRAYS_MAX];
static size_t array_count;

static uint64_t guard_bits(void) {
  return UINT64_C(0x7ff4deadbeef0bad);
}

static size_t page_size(void) {
  return (size_t)sysconf(_SC_PAGESIZE);
}

/* For `count` elements of so many doubles each. */
static double *new_array(const char *name, size_t count, size_t doubles) {
  size_t all = count * doubles;
  size_t page = page_size(), bytes = (all + GUARDS) * sizeof(double);
  size_t size = (bytes + page - 1) / page * page + page;
  void *block;
  if (array_count == ARRAYS_MAX || posix_memalign(&block, page, size))
    abort();

  guarded_array *array = &arrays[array_count++];
  snprintf(array->name, sizeof array->name, "%s", name);
  array->block = block;
  array->size = size;
  array->count = count;
  array->doubles = doubles;
  array->kept = NULL;
  array->values = (double *)(void *)(array->block + size - page) - all;
  uint64_t bits = guard_bits();
  for (size_t i = 0; i < GUARDS + all; i++)
    memcpy(array->values + i - GUARDS, &bits, sizeof bits);
  if (mprotect(array->block + size - page, page, PROT_NONE)) abort();
  return array->values;
}

double *driver_array(const message *query, const char *name) {
  size_t count = message_count(query, name);
  double *array = new_array(name, count, 1);
  memcpy(array, message_values(query, name), count * sizeof *array);
  return array;
}

void driver_keep(const void *values) {
  for (size_t a = 0; a < array_count; a++) {
    guarded_array *array = &arrays[a];
    if (array->values != values) continue;
    size_t bytes = array->count * array->doubles * sizeof(double);
    array->kept = malloc(bytes ? bytes : 1);
    if (!array->kept) abort();
    memcpy(array->kept, values, bytes);
  }
}

const double *driver_const_array(const message *query, const char *name) {
  const double *array = driver_array(query, name);
  driver_keep(array);
  return array;
}

double *driver_output(const char *name, size_t count) {
  return new_array(name, count, 1);
}

void *driver_elements(const char *name, size_t count, size_t size) {
  if (size % sizeof(double) != 0) abort();
  return new_array(name, count, size / sizeof(double));
}

static void free_arrays(void) {
  while (array_count) {
    guarded_array *array = &arrays[--array_count];
    size_t page = page_size();
    mprotect(array->block + array->size - page, page,
             PROT_READ | PROT_WRITE);
    free(array->kept);
    free(array->block);
  }
}

/* "outside": the name of an array and the index that was touched, its
 * count, and the address of the instruction, 0 if that is not known. */
static void make_outside(message *answer, const guarded_array *array,
                         double index, double instruction) {
  message_begin(answer, "outside");
  message_add_number(answer, array->name, index);
  message_add_number(answer, "count", (double)array->count);
  message_add_number(answer, "at", instruction);
}

/* If a guard before an array was written to, that is the answer. */
static void check_guards(message *answer) {
  uint64_t bits = guard_bits();
  for (size_t a = 0; a < array_count; a++)
    for (size_t i = 1; i <= GUARDS; i++)
      if (memcmp(arrays[a].values - i, &bits, sizeof bits) != 0) {
        message_free(answer);
        size_t d = arrays[a].doubles;
        make_outside(answer, &arrays[a], -(double)((i + d - 1) / d), 0);
        return;
      }
}

/* "changed": the name of an array that is const, and an index at which it
 * was written to. */
static void check_const(message *answer) {
  for (size_t a = 0; a < array_count; a++) {
    const guarded_array *array = &arrays[a];
    size_t d = array->doubles, size = d * sizeof(double);
    for (size_t i = 0; array->kept && i < array->count; i++)
      if (memcmp(array->values + i * d, array->kept + i * d, size) != 0) {
        message_free(answer);
        message_begin(answer, "changed");
        message_add_number(answer, array->name, (double)i);
        return;
      }
  }
}

static void send_answer(const message *answer) {
  char *line = message_write(answer);
  size_t length = strlen(line);
  fflush(stdout); /* what the student printed comes before the answer */
  for (const char *at = line; length;) {
    ssize_t sent = write(ANSWERS, at, length);
    if (sent < 0) break;
    at += sent;
    length -= (size_t)sent;
  }
  free(line);
}

/* Where the program was when the signal came; 0 if that is not known. */
static double instruction_of(const void *context) {
  const ucontext_t *at = context;
#if defined __linux__ && defined __x86_64__
  return (double)at->uc_mcontext.gregs[REG_RIP];
#elif defined __linux__ && defined __aarch64__
  return (double)at->uc_mcontext.pc;
#else
  (void)at;
  return 0;
#endif
}

/* The array whose forbidden page this address is in, or NULL. */
static const guarded_array *array_at(const char *place) {
  for (size_t a = 0; a < array_count; a++) {
    const char *end = arrays[a].block + arrays[a].size;
    if (end - page_size() <= place && place < end) return &arrays[a];
  }
  return NULL;
}

/* A fault is told to the grader: "outside" if it was the use of an array
 * behind its end, else "fault", and then the program ends as it would
 * have without us. */
static void caught(int signal_number, siginfo_t *info, void *context) {
  const guarded_array *array = array_at(info->si_addr);
  double instruction = instruction_of(context);
  message answer;
  if (array) {
    const char *start = (const char *)array->values;
    const char *place = info->si_addr;
    size_t size = array->doubles * sizeof(double);
    make_outside(&answer, array,
                 (double)((place - start) / (ptrdiff_t)size), instruction);
  } else {
    message_begin(&answer, "fault");
    message_add_number(&answer, "at", instruction);
  }
  send_answer(&answer);
  if (array) _exit(1);
  signal(signal_number, SIG_DFL);
}

/* On a stack of its own, since the other may be used up. */
static void catch_faults(void) {
  enum { STACK = 1 << 16 };
  static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
  static char room[STACK];
  stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
  struct sigaction catching = {.sa_sigaction = caught,
                               .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigaltstack(&stack, NULL);
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
    sigaction(faults[i], &catching, NULL);
}

/* ---- the loop --------------------------------------------------------*/

static void respond(const message *query) {
  message answer;
  message_begin(&answer, "unknown");
  for (const driver_function *f = driver_functions; f->name; f++)
    if (strcmp(f->name, query->name) == 0) {
      message_begin(&answer, "answer");
      f->call(query, &answer);
      check_const(&answer);
      check_guards(&answer);
    }
  send_answer(&answer);
  message_free(&answer);
  free_arrays();
}

int main(void) {
  static char line[MESSAGE_LINE];
  FILE *queries = fdopen(QUERIES, "r");
  if (!queries) {
    fprintf(stderr, "a driver is started by its grader\n");
    return 2;
  }
  catch_faults();
  setvbuf(stdout, NULL, _IOLBF, 0); /* nothing is lost in a crash */

  message ready;
  message_begin(&ready, "ready");
  send_answer(&ready);
  while (fgets(line, sizeof line, queries)) {
    message query;
    line[strcspn(line, "\n")] = '\0';
    if (!message_read(&query, line)) return 2;
    respond(&query);
    message_free(&query);
  }
  return 0;
}
