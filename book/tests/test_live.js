// What a live figure shows on the page is, to the last bit, what its C
// computes when it is compiled for this machine.
//   node test_live.js FIGURE.wasm NATIVE-PROGRAM
'use strict'
const fs = require('fs')
const { execFileSync } = require('child_process')
const [wasm, native] = process.argv.slice(2)

// A number as C's %a prints it.
function hexadecimal(text) {
  const [, sign, whole, fraction, exponent] =
    text.match(/^(-?)0x([0-9a-f])\.?([0-9a-f]*)p([+-]\d+)$/) || [, '', '', '', '']
  if (!exponent) return Number(text.replace('inf', 'Infinity'))
  const digits = parseInt(whole + fraction, 16) / 16 ** fraction.length
  return (sign ? -1 : 1) * digits * 2 ** Number(exponent)
}

const module_ = new WebAssembly.Module(fs.readFileSync(wasm))
const nothing = new Proxy({}, { get: () => () => 0 })
const c = new WebAssembly.Instance(module_,
  { wasi_snapshot_preview1: nothing }).exports
if (c._initialize) c._initialize()
const count = c.trace_count()
const page = new Float64Array(c.memory.buffer, c.trace(), count)
const here = execFileSync(native, { encoding: 'utf8' }).trim().split('\n')
  .map(hexadecimal)

if (count < 10 || here.length !== count) {
  console.log(`${count} numbers on the page, ${here.length} here`)
  process.exit(1)
}
const at = here.findIndex((x, i) => !Object.is(x, page[i]))
if (at >= 0) {
  console.log(`number ${at} is ${page[at]} on the page and ${here[at]} here`)
  process.exit(1)
}
console.log(`${count} numbers agree to the last bit`)
