/* sheet: a table in a CSV file, however a spreadsheet wrote it: with
 * commas, semicolons or tabs, in UTF-8, UTF-16 or Latin-1, with any line
 * ends. Names of columns stand in its first line. */
#ifndef SHEET_H
#define SHEET_H

#include <stddef.h>

typedef struct sheet sheet;

/* Reads a file. Ends the program with a message that names file and line
 * if that fails. */
sheet *sheet_read(const char *path);
void sheet_free(sheet *s);

/* The number of the column with this name, in letters of either case; -1
 * if there is none. */
int sheet_column(const sheet *s, const char *name);

/* The names of all columns, with commas between them. */
const char *sheet_columns(const sheet *s);

/* The rows below the names, without empty ones. */
size_t sheet_rows(const sheet *s);

/* What is in a row and column (or -1), without spaces around it; "" if
 * there is nothing. */
const char *sheet_cell(const sheet *s, size_t row, int column);

/* The line of the file in which the row ends. */
int sheet_line(const sheet *s, size_t row);

#endif
