/* merge: ./course merge, which makes one OUT of several. */
#ifndef MERGE_H
#define MERGE_H

#include "arguments.h"
#include "class.h"

/* The words are the folders to merge. Returns the exit status. */
int merge(class_settings *c, const arguments *a);

#endif
