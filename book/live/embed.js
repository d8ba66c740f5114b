// A WebAssembly module as a script, so that it can be loaded from a file:
//   node embed.js NAME IN.wasm OUT.js
'use strict'
const fs = require('fs')
const [name, from, to] = process.argv.slice(2)
const text = fs.readFileSync(from).toString('base64')
fs.writeFileSync(to, `liveFigures.module(${JSON.stringify(name)}, '${text}')\n`)
