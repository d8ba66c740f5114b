// Every link, source and style of the HTML pages leads to something that
// is there, and no page asks another host for anything.
//   node check_links.js FOLDER
'use strict';
const fs = require('fs');
const path = require('path');

const top = process.argv[2];
const pages = new Map(); // path -> set of ids
const problems = [];

function find(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) find(full);
    else if (full.endsWith('.html')) pages.set(full, null);
  }
}

// Tags without what stands in code or text: only <...> is looked at.
function tags(text) {
  return text.match(/<[a-zA-Z][^>]*>/g) || [];
}

function attribute(tag, name) {
  const found = tag.match(new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`));
  return found && (found[1] !== undefined ? found[1] : found[2]);
}

function readIds(page) {
  const ids = new Set();
  for (const tag of tags(fs.readFileSync(page, 'utf8'))) {
    const id = attribute(tag, 'id');
    if (!id) continue;
    if (ids.has(id)) problems.push(`${page}: the id '${id}' stands twice`);
    ids.add(id);
  }
  pages.set(page, ids);
}

function check(page, tag, target) {
  if (/^(https?:|mailto:)/.test(target)) {
    if (!/^<a\s/.test(tag)) problems.push(`${page}: asks for ${target}`);
    return 0;
  }
  const [file, id] = target.replace(/&amp;/g, '&').split('#');
  const full = file ? path.join(path.dirname(page), decodeURI(file)) : page;
  if (!fs.existsSync(full)) {
    problems.push(`${page}: there is no ${target}`);
  } else if (id && (!pages.get(full) || !pages.get(full).has(id))) {
    problems.push(`${page}: nothing has the id of ${target}`);
  }
  return 1;
}

find(top);
for (const page of pages.keys()) readIds(page);
let links = 0;
for (const page of pages.keys()) {
  for (const tag of tags(fs.readFileSync(page, 'utf8'))) {
    const spoken = attribute(tag, 'aria-label') || attribute(tag, 'alt');
    if (spoken && / [.,;]/.test(spoken)) {
      problems.push(`${page}: a gap in what is read aloud: ${spoken}`);
    }
    for (const name of ['href', 'src', 'xlink:href']) {
      const target = attribute(tag, name);
      if (target) links += check(page, tag, target);
    }
  }
}
for (const style of ['book.css', 'palette.css', 'katex/katex.min.css']) {
  const file = path.join(top, 'style', style);
  for (const match of fs.readFileSync(file, 'utf8')
    .matchAll(/url\(["']?([^)"']*\.woff2)/g)) {
    links++;
    if (!fs.existsSync(path.join(path.dirname(file), match[1]))) {
      problems.push(`${file}: there is no ${match[1]}`);
    }
  }
}
if (pages.size < 3 || links < 100) {
  problems.push(`only ${pages.size} pages with ${links} links`);
}
problems.forEach((problem) => console.error(problem));
console.log(`${pages.size} pages, ${links} links, ` +
  `${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
