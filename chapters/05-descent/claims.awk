# Gradient descent on the bowl 1/2 (w1^2 + 100 w2^2) in another language.
# Prints "name value" lines, which a test compares with claims.tsv.
function steps(rate,    x, y, k) {
  x = y = 1
  for (k = 0; sqrt(x * x + y * y) > 1e-6 * sqrt(2); k++) {
    x -= rate * x
    y -= rate * 100 * y
  }
  last = sqrt(x * x + y * y)
  x -= rate * x
  y -= rate * 100 * y
  factor = sqrt(x * x + y * y) / last
  return k
}
BEGIN {
  printf "bowl.factor %.6f\n", 99 / 101
  printf "bowl.steps %d\n", steps(2 / 101)
  printf "bowl.measured %.6f\n", factor
  printf "bowl.careful-steps %d\n", steps(1 / 100)
}
