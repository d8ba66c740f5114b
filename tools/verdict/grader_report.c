#include "grader_report.h"

#include "fail.h"
#include "memory.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* Copies a text into a field. */
#define SET(to, from) text_fill(to, sizeof(to), "%s", from)

/* The next column of a line, or "". */
static const char *column(char **line) {
  char *start = *line;
  *line += strcspn(*line, "\t");
  if (**line) *(*line)++ = '\0';
  return start;
}

void grader_report_add_line(part *p, char *line) {
  p->lines = memory_resize(p->lines, p->line_count + 1, sizeof *p->lines);
  p->lines[p->line_count++] = line;
}

static void read_line(verdict *v, char *line) {
  const char *kind = column(&line);
  part *now = v->part_count ? &v->parts[v->part_count - 1] : NULL;
  if (strcmp(kind, "part") == 0) {
    if (v->part_count == VERDICT_PARTS)
      fail("an exercise has more than %d parts", VERDICT_PARTS);
    now = &v->parts[v->part_count++];
    *now = (part){.state = PART_FAILED};
    SET(now->id, column(&line));
    now->points = atoi(column(&line));
    SET(now->title, column(&line));
    v->points += now->points;
  } else if (!now) {
    return;
  } else if (strcmp(kind, "pass") == 0) {
    now->state = PART_PASSED;
    v->earned += now->points;
  } else if (strcmp(kind, "skip") == 0) {
    now->state = PART_SKIPPED;
  } else if (strcmp(kind, "misconception") == 0) {
    SET(now->misconception, column(&line));
    SET(now->reread, column(&line));
  } else if (strcmp(kind, "event") == 0) {
    SET(now->event, column(&line));
  } else if (strcmp(kind, "at") == 0 && now->place_count < VERDICT_PLACES) {
    SET(now->places[now->place_count++], column(&line));
  } else if (strcmp(kind, "case") == 0) {
    free(now->failing);
    now->failing = text_print("%s", line);
  } else if (strcmp(kind, "right") == 0) {
    free(now->right);
    now->right = text_print("%s", line);
  } else if (strcmp(kind, "say") == 0) {
    grader_report_add_line(now, text_print("%s", line));
  } else if (strcmp(kind, "end") == 0) {
    v->status = GRADED;
  }
}

void grader_report_read(verdict *v, char *report) {
  while (*report) {
    char *line = report;
    report += strcspn(report, "\n");
    if (*report) *report++ = '\0';
    read_line(v, line);
  }
}

const char *grader_report_rest(char *log) {
  char *to = log;
  for (const char *line = log; *line;) {
    size_t length = strcspn(line, "\n");
    if (!memchr(line, '\t', length)) {
      memmove(to, line, length);
      to += length;
    }
    line += length + (line[length] == '\n');
  }
  *to = '\0';
  return log;
}
