/* folder: whole folders, made and removed. */
#ifndef FOLDER_H
#define FOLDER_H

#include <stdbool.h>

/* Makes a folder and those above it; true if it is there then. */
bool folder_make(const char *path);

/* Removes a folder with all that is in it; links are not followed. */
void folder_remove(const char *path);

#endif
