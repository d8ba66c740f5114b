# The updates and AND's weights, computed a second time in another
# language, from the rule alone. Prints "name value" lines, which a test
# compares with claims.tsv.
function learn(name, table,    w1, w2, b, row, x1, x2, y, mistakes, updates) {
  w1 = w2 = b = updates = 0
  do {
    mistakes = 0
    for (row = 0; row < 4; row++) {
      x1 = int(row / 2)
      x2 = row % 2
      y = substr(table, row + 1, 1) == "1" ? 1 : -1
      if (y * (w1 * x1 + w2 * x2 + b) <= 0) {
        w1 += y * x1
        w2 += y * x2
        b += y
        mistakes++
      }
    }
    updates += mistakes
  } while (mistakes > 0)
  print name ".updates", updates
  if (name == "and") {
    print "and.w1", w1
    print "and.w2", w2
    print "and.b", b
  }
}

BEGIN { # answers for the inputs 00, 01, 10, 11
  learn("constant", "1111")
  learn("x1", "0011")
  learn("or", "0111")
  learn("and", "0001")
}
