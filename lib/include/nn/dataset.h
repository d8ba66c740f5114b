/* dataset: examples to learn from.
 *
 * A data set is two tables with one row for each example: its inputs and
 * its targets, row after row in one block of memory. A view is a part of
 * another data set and shares its memory. */
#ifndef NN_DATASET_H
#define NN_DATASET_H

#include <nn/error.h>
#include <nn/real.h>
#include <nn/rng.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  size_t count;   /* examples */
  size_t inputs;  /* numbers in one input */
  size_t targets; /* numbers in one target */
  nn_real *x;     /* [count][inputs] */
  nn_real *t;     /* [count][targets] */
  bool is_view;   /* x and t are another data set's memory */
} nn_dataset;

/* `count` examples of zeros; free with nn_dataset_free, which frees no
 * memory of a view. Ends the program with a message if there is no memory
 * for them. */
nn_dataset nn_dataset_new(size_t count, size_t inputs, size_t targets);
void nn_dataset_free(nn_dataset *data);

/* Example i's inputs, an array of data->inputs numbers. */
nn_real *nn_dataset_input(const nn_dataset *data, size_t i);

/* Example i's targets, an array of data->targets numbers. */
nn_real *nn_dataset_target(const nn_dataset *data, size_t i);

/* ---- changing one ----------------------------------------------------*/

/* Shifts and scales every input so that over the examples of `by` it has
 * mean 0 and standard deviation 1; an input that never changes there is
 * only shifted. `by` is data itself or, for a test set, the training set:
 * the two must be scaled alike. Scale the test set first. To
 * use the network later you need the means and deviations as well:
 * nn/standardisation.h keeps them. */
void nn_dataset_standardise(nn_dataset *data, const nn_dataset *by);

/* Replaces a target that is the number of a class, 0 ... classes-1, by
 * `classes` numbers: 1 for that class, 0 for the others. Views made before
 * lose their targets, so split afterwards. False, with data as it was, if a
 * target is no such number or data is a view. Requires data->targets == 1
 * and classes > 0. */
bool nn_dataset_one_hot(nn_dataset *data, size_t classes, nn_error *error);

/* Puts the examples into a random order, each as likely as the others. */
void nn_dataset_shuffle(nn_dataset *data, nn_rng *rng);

/* ---- parts of one ----------------------------------------------------*/

/* A view of the `count` examples from number `first` on: a change to one is
 * a change to the other. It is valid as long as data is. Requires first +
 * count <= data->count. */
nn_dataset nn_dataset_part(const nn_dataset *data, size_t first,
                           size_t count);

/* Shuffles the examples of data, and makes *first a view of the first
 * `count` of them and *rest a view of the others. Nothing is copied, so
 * keep data while you need them. Requires count <= data->count. */
void nn_dataset_split(nn_dataset *data, size_t count, nn_rng *rng,
                      nn_dataset *first, nn_dataset *rest);

/* ---- functions of zeros and ones -------------------------------------*/

/* The Boolean function of `inputs` variables (1 to 6) with this truth
 * table: 2^inputs examples in counting order (00, 01, 10, 11), the first
 * input being the most significant digit. The target of row r, 0 or 1,
 * is bit r of the table: AND of two is 0x8, OR 0xe, XOR 0x6. */
nn_dataset nn_dataset_boolean(size_t inputs, uint64_t table);

/* Is the number of ones odd? 2^inputs examples in counting order; with
 * two inputs it is XOR. 1 to 20 inputs. */
nn_dataset nn_dataset_parity(size_t inputs);

/* Does the input read the same from both ends? Target 1 or 0; examples as
 * above (Rumelhart, Hinton and Williams, 1986). */
nn_dataset nn_dataset_symmetry(size_t inputs);

/* `size` examples, of each of which input and target are the same: a
 * single 1 among zeros (the encoder problem, as above). */
nn_dataset nn_dataset_encoder(size_t size);

/* ---- points of the plane ---------------------------------------------*/

/* `count` points of the square [-1, 1]^2, spread evenly but for an empty
 * road of width `gap` (0 <= gap < 1) along the line
 * x1 cos(angle) + x2 sin(angle) = offset (-1 < offset < 1). The target is
 * 1 on the side to which the angle (radians) points, else 0. */
nn_dataset nn_dataset_road(nn_rng *rng, size_t count, nn_real angle,
                           nn_real offset, nn_real gap);

/* Two half circles of radius 1, the upper one around (0, 0) with target
 * 0, the lower one around (1, 1/2) with target 1; `noise` is the standard
 * deviation of a normal number added to each coordinate. Targets take
 * turns. */
nn_dataset nn_dataset_moons(nn_rng *rng, size_t count, nn_real noise);

/* Two spirals of 1 3/4 turns out from the middle to radius 1, each the
 * other turned by 180 degrees; noise and targets as above. */
nn_dataset nn_dataset_spirals(nn_rng *rng, size_t count, nn_real noise);

/* `classes` round clouds, their middles evenly on the unit circle from
 * angle 0 on, of standard deviation `spread`. The target is the number
 * of the cloud: see nn_dataset_one_hot. */
nn_dataset nn_dataset_blobs(nn_rng *rng, size_t count, size_t classes,
                            nn_real spread);

/* ---- a curve ---------------------------------------------------------*/

/* x evenly spread in [0, 1), target sin(2 pi x) and normal noise of this
 * standard deviation. */
nn_dataset nn_dataset_sine(nn_rng *rng, size_t count, nn_real noise);

#ifdef __cplusplus
}
#endif

#endif
