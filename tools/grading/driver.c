#define _GNU_SOURCE /* for the registers of ucontext_t */
#include "driver.h"

#include "guarded.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

/* Queries come in on one pipe, answers go out on another; the student's
 * standard input and output are neither. */
enum { QUERIES = 3, ANSWERS = 4 };

/* ---- what is told ----------------------------------------------------*/

/* "outside": the name of an array and the index that was touched, its
 * count, and the address of the instruction, 0 if that is not known. */
static void make_outside(message *answer, const guarded_use *use,
                         double instruction) {
  message_begin(answer, "outside");
  message_add_number(answer, use->array, use->index);
  message_add_number(answer, "count", (double)use->count);
  message_add_number(answer, "at", instruction);
}

/* If something was written before an array, that is the answer. */
static void check_guards(message *answer) {
  guarded_use use;
  if (!guarded_before(&use)) return;
  message_free(answer);
  make_outside(answer, &use, 0);
}

/* "changed": the name of an array that is const, and an index at which it
 * was written to. */
static void check_const(message *answer) {
  guarded_use use;
  if (!guarded_changed(&use)) return;
  message_free(answer);
  message_begin(answer, "changed");
  message_add_number(answer, use.array, use.index);
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

/* The program counter at the signal; 0 if that is not known. */
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

/* The stack pointer at the signal, or NULL if it is not known. */
static const uintptr_t *stack_of(const void *context) {
  const ucontext_t *at = context;
#if defined __linux__ && defined __x86_64__
  return (const uintptr_t *)at->uc_mcontext.gregs[REG_RSP];
#elif defined __linux__ && defined __aarch64__
  return (const uintptr_t *)at->uc_mcontext.sp;
#else
  (void)at;
  return NULL;
#endif
}

/* Reports a fault to the grader: "outside" if it was an access past the end
 * of an array, else "fault", and then the program ends as it would have
 * without us. */
static void caught(int signal_number, siginfo_t *info, void *context) {
  guarded_use use;
  bool outside = guarded_behind(info->si_addr, &use);
  double instruction = instruction_of(context);
  message answer;
  if (outside) {
    make_outside(&answer, &use, instruction);
  } else {
    message_begin(&answer, "fault");
    message_add_number(&answer, "at", instruction);
  }
  send_answer(&answer);
  if (outside) _exit(1);
  signal(signal_number, SIG_DFL);
}

/* Adds a number to a text, with what goes before it. Returns its end. */
static char *add_place(char *to, const char *before, uintptr_t place) {
  static const char digits[] = "0123456789abcdef";
  while (*before) *to++ = *before++;
  int shift = (int)(8 * sizeof place) - 4;
  while (shift > 0 && place >> shift == 0) shift -= 4;
  for (; shift >= 0; shift -= 4) *to++ = digits[place >> shift & 15];
  return to;
}

/* Is this an address in the program's text segment, as a return address
 * is? */
static bool follows_code(uintptr_t place) {
#ifdef __linux__
  extern const char __executable_start[], etext[]; /* the linker's */
  return place > (uintptr_t)__executable_start && place <= (uintptr_t)etext;
#else
  (void)place;
  return false;
#endif
}

static const uintptr_t *stack_top; /* of main */

/* Time is up, and the grader asks where the program is: "here", the program
 * counter and, since that may be in a library, the words on the stack that
 * look like return addresses. It is only shown to the student. A signal
 * handler: nothing here may take a lock. */
static void tell_place(int signal_number, siginfo_t *info, void *context) {
  enum { CALLS = 24, WORDS = 4096, DIGITS = 2 * sizeof(uintptr_t) + 3 };
  char line[17 + (CALLS + 1) * DIGITS];
  const uintptr_t *word = stack_of(context);
  int error = errno, calls = 0;
  (void)signal_number;
  (void)info;
  char *end =
      add_place(line, "here at=[0x", (uintptr_t)instruction_of(context));
  for (int i = 0; word && i < WORDS && word < stack_top && calls < CALLS;
       i++, word++)
    if (follows_code(*word)) {
      end = add_place(end, ",0x", *word - 1);
      calls++;
    }
  *end++ = ']';
  *end++ = '\n';
  ssize_t sent = write(ANSWERS, line, (size_t)(end - line));
  (void)sent;
  errno = error;
}

/* On an alternate signal stack, since the other may have overflowed. */
static void catch_signals(void) {
  enum { STACK = 1 << 16 };
  static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
  static char room[STACK];
  stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
  struct sigaction catching = {.sa_sigaction = caught,
                               .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigaltstack(&stack, NULL);
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
    sigaction(faults[i], &catching, NULL);

  struct sigaction telling = {.sa_sigaction = tell_place,
                              .sa_flags =
                                  SA_SIGINFO | SA_ONSTACK | SA_RESTART};
  sigaction(SIGPROF, &telling, NULL);
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
  guarded_free();
}

int main(void) {
  static char line[MESSAGE_LINE];
  FILE *queries = fdopen(QUERIES, "r");
  if (!queries) {
    fprintf(stderr, "a driver is started by its grader\n");
    return 2;
  }
  stack_top = __builtin_frame_address(0);
  catch_signals();
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
