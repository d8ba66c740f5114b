// Turns TeX into HTML with KaTeX. One formula a line on standard input,
// "inline" or "display", a tab, the TeX; one line of HTML each comes out,
// or "error", a tab and what KaTeX complains of.
'use strict';
const katex = require('katex');
const lines = require('fs').readFileSync(0, 'utf8').split('\n');
if (lines[lines.length - 1] === '') lines.pop();
const out = lines.map((line) => {
  const tab = line.indexOf('\t');
  try {
    return katex.renderToString(line.slice(tab + 1), {
      displayMode: line.slice(0, tab) === 'display',
      output: 'htmlAndMathml',
      strict: 'error',
      throwOnError: true,
    }).replace(/\n/g, ' ');
  } catch (error) {
    return 'error\t' + error.message.replace(/\s+/g, ' ');
  }
});
process.stdout.write(out.join('\n') + '\n');
