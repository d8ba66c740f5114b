# The heavy ball in another language. Prints "name value" lines, which a
# test compares with claims.tsv.
function polyak(    rate, beta, x, y, u, v, k, d) {
  rate = 4 / (10 + 1) ^ 2
  beta = ((10 - 1) / (10 + 1)) ^ 2
  printf "polyak.rate %.5f\npolyak.beta %.5f\n", rate, beta
  printf "polyak.factor %.3f\n", sqrt(beta)
  x = y = farthest = 1
  u = v = 0
  for (k = 0; (d = sqrt((x * x + y * y) / 2)) > 1e-6; k++) {
    if (d > farthest) farthest = d
    u = beta * u - rate * x
    v = beta * v - rate * 100 * y
    x += u
    y += v
  }
  printf "polyak.steps %d\npolyak.farthest %.1f\n", k, farthest
}

function settles(name, w, beta,    v, k) {
  for (k = v = 0; k < 20000; k++) {
    v = beta * v - 0.01 * (w * w * w - w + 0.1)
    w += v
  }
  printf "%s %.3f\n", name, w
}

BEGIN {
  polyak()
  settles("wells.right.95", 1.6, 0.95)
  settles("wells.right.98", 1.6, 0.98)
  settles("wells.right.99", 1.6, 0.99)
  settles("wells.far-left.95", -2, 0.95)
}
