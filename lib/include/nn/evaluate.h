/* evaluate: what a trained network says, and how often it is right.
 *
 * A classifier has one output per class, and the largest wins; or a single
 * output for two classes, which means class 1 above 1/2 (above 0 if it is a
 * logit) and class 0 otherwise. Targets name a class in the same way: by
 * the largest of several numbers, or by a single 0 or 1.
 *
 * Everything here is computed without dropout. */
#ifndef NN_EVALUATE_H
#define NN_EVALUATE_H

#include <nn/dataset.h>
#include <nn/net.h>
#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Where the largest of y [n] is; the first of equals. Requires n > 0. */
size_t nn_argmax(size_t n, const nn_real *y);

/* ---- one example -----------------------------------------------------*/

/* The outputs [net->outputs] for one input x [net->inputs]. They are kept
 * in the pass, until it is used again. */
const nn_real *nn_predict(const nn_net *net, const nn_real *params,
                          const nn_real *x, nn_pass *pass);

/* The class of the input x, counted from 0. The loss is the one that the
 * network was trained with: it says whether a single output is a logit. */
size_t nn_predict_class(const nn_net *net, const nn_real *params,
                        nn_loss loss, const nn_real *x, nn_pass *pass);

/* ---- a data set ------------------------------------------------------*/

/* How a network does on a data set, with its weights as they are. */
typedef struct {
  nn_real loss;     /* the mean over the examples */
  nn_real accuracy; /* the share of them whose class is right */
} nn_evaluation;

/* The last of the five stages. The pass gives room; its capacity is the
 * batch that is evaluated at once. Requires data->count > 0. */
nn_evaluation nn_evaluate(const nn_net *net, const nn_real *params,
                          const nn_dataset *data, nn_loss loss,
                          nn_pass *pass);

/* The confusion matrix: counts[class * classes + predicted] is the number
 * of examples of a class for which that class was predicted. counts has
 * [classes][classes] numbers; one output means two classes. Requires
 * data->count > 0. */
void nn_confusion(const nn_net *net, const nn_real *params,
                  const nn_dataset *data, nn_loss loss, nn_pass *pass,
                  size_t *counts);

/* Prints such a matrix, a row for each class. At the end of the row is its
 * recall: the share of its examples for which it was predicted. */
void nn_confusion_print(FILE *file, size_t classes, const size_t *counts);

#ifdef __cplusplus
}
#endif

#endif
