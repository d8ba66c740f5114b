# RMSprop in another language. Prints "name value" lines, which a test
# compares with claims.tsv.
function drift(name, rho,    s, w, k, g, before) {
  s = w = 0
  for (k = 0; k < 20000; k++) {
    if (k == 19990) before = w
    g = k % 10 == 9 ? -0.9 : 0.1
    s = rho * s + (1 - rho) * g * g
    w -= g / sqrt(s)
  }
  printf "%s %.3f\n", name, w - before
}

# Steps to a loss below 0.1, from u = (1, 1), the axes turned by (c, s).
function steps(name, c, s,    x, y, u, v, p, q, gx, gy, k) {
  x = c - s
  y = s + c
  for (k = p = q = 0; ; k++) {
    u = c * x + s * y
    v = c * y - s * x
    if ((u * u + 1000 * v * v) / 2 < 0.1) break
    gx = c * u - s * 1000 * v
    gy = s * u + c * 1000 * v
    p = 0.9 * p + 0.1 * gx * gx
    q = 0.9 * q + 0.1 * gy * gy
    x -= 0.01 * gx / (sqrt(p) + 1e-8)
    y -= 0.01 * gy / (sqrt(q) + 1e-8)
  }
  printf "%s %d\n", name, k
}

BEGIN {
  drift("drift.rms9", 0.9)
  drift("drift.rms99", 0.99)
  steps("rotated.straight", 1, 0)
  steps("rotated.turned", sqrt(0.5), sqrt(0.5))
}
