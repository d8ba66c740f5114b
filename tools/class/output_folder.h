/* output_folder: the folder OUT, which belongs to one run at a time. */
#ifndef OUTPUT_FOLDER_H
#define OUTPUT_FOLDER_H

#include "class.h"

/* Makes OUT and its folders, takes it for this run and all that it starts,
 * and clears away what a run left that was killed. Ends the program with a
 * message if another run has it, or if it has too little room for so many
 * jobs at a time. */
void output_folder_take(const class_settings *c, int jobs);

#endif
