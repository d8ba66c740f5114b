/* folder: whole folders, made and removed. */
#ifndef FOLDER_H
#define FOLDER_H

#include <stdbool.h>

/* Makes a folder and those above it; true if it is there then. */
bool folder_make(const char *path);

/* Copies a folder's files, without those of folders in it, to another that
 * it makes; true if all are there then. */
bool folder_copy(const char *from, const char *to);

/* Removes a folder with all that is in it; links are not followed. */
void folder_remove(const char *path);

#endif
