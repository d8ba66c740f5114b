// How far down each page of a PDF is filled, from pictures of its pages.
//   pdftoppm -gray -r 36 FILE.pdf DIR/page && page_fill.js DIR
// Prints for each page its number, whether it has a head, and the lowest
// line with ink as a share of the lines between the head and the lowest ink
// of all pages. A page without anything below its head is 0.00.
'use strict';
const fs = require('fs');
const path = require('path');

// The lines of a picture (PGM, P5) that have ink. The palest is the ground
// of a listing.
function inked(file) {
  const data = fs.readFileSync(file);
  const header = data.subarray(0, 64).toString('latin1')
    .match(/^P5\s+(\d+)\s+(\d+)\s+255\s/);
  const [width, height] = [Number(header[1]), Number(header[2])];
  const lines = [];
  for (let y = 0; y < height; y++) {
    const start = header[0].length + y * width;
    lines.push(data.subarray(start, start + width).some(v => v < 250));
  }
  return lines;
}

const folder = process.argv[2];
const pages = fs.readdirSync(folder).filter(name => name.endsWith('.pgm'))
  .sort().map(name => inked(path.join(folder, name)));
const firsts = pages.map(lines => lines.indexOf(true));
const lasts = pages.map(lines => lines.lastIndexOf(true));
const foot = Math.max(...lasts);
const counts = new Map();
for (const first of firsts) counts.set(first, (counts.get(first) || 0) + 1);
// Most pages begin with a head.
const head = [...counts].sort((a, b) => b[1] - a[1])[0][0];
pages.forEach((lines, i) => {
  const headed = Math.abs(firsts[i] - head) <= 2;
  let top = head;
  while (lines[top]) top++;
  const fill = headed && lasts[i] <= top || lasts[i] < 0 ? 0 :
    (lasts[i] - head) / (foot - head);
  console.log(i + 1, headed ? 'headed' : 'bare', fill.toFixed(2));
});
