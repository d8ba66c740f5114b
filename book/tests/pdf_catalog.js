// Prints the catalog of a PDF: its language, what a viewer is to show, ...
//   pdf_catalog.js FILE.pdf
'use strict';
const fs = require('fs');
const zlib = require('zlib');

const pdf = fs.readFileSync(process.argv[2]);
for (let at = 0; (at = pdf.indexOf('/ObjStm', at)) >= 0; at++) {
  const start = pdf.indexOf('stream', at) + 'stream'.length;
  const body = pdf[start] === 13 ? start + 2 : start + 1;
  const text = zlib.inflateSync(pdf.subarray(body), {
    finishFlush: zlib.constants.Z_SYNC_FLUSH,
  }).toString('latin1');
  const catalog = text.match(/<<[^\n]*\/Type *\/Catalog[\s\S]*/);
  if (catalog) console.log(catalog[0]);
}
