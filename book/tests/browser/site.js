// The book as a site: which pages it has, and a server for them.
'use strict'
const fs = require('fs')
const http = require('http')
const path = require('path')
const { pathToFileURL } = require('url')
const zlib = require('zlib')

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}
const compressed = /^(text|application\/json|image\/svg)/

// The names of all pages in a folder, relative to it, in order.
function pages(folder, inside = '') {
  const names = []
  for (const entry of fs.readdirSync(path.join(folder, inside),
    { withFileTypes: true })) {
    const name = path.posix.join(inside, entry.name)
    if (entry.isDirectory()) names.push(...pages(folder, name))
    else if (name.endsWith('.html')) names.push(name)
  }
  return names.sort()
}

const isSource = name => name.startsWith('source/')

// Of the pages that show C files a handful that differs: the longest, the
// shortest and a header. With them the pages that all differ.
function various(folder) {
  const all = pages(folder)
  const size = name => fs.statSync(path.join(folder, name)).size
  const sources = all.filter(isSource).sort((a, b) => size(a) - size(b))
  const header = sources.find(name => name.endsWith('.h.html'))
  return all.filter(name => !isSource(name) || name === sources[0] ||
    name === header || name === sources[sources.length - 1])
}

function fileUrl(folder, name) {
  return pathToFileURL(path.join(folder, name)).href
}

// Serves a folder to this machine, with gzip where it helps. `sent` lists
// each answer: its path, its type, the bytes of its body.
async function serve(folder) {
  const sent = []
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const file = path.join(folder, decodeURIComponent(pathname))
    if (!fs.existsSync(file) || !fs.statSync(file).isFile()) {
      response.writeHead(404).end()
      return
    }
    const type = types[path.extname(file)] || 'application/octet-stream'
    const headers = { 'Content-Type': type }
    let body = fs.readFileSync(file)
    if (compressed.test(type)) {
      headers['Content-Encoding'] = 'gzip'
      body = zlib.gzipSync(body)
    }
    sent.push({ path: pathname, type, bytes: body.length })
    response.writeHead(200, headers).end(body)
  })
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  return {
    sent,
    url: name => `http://127.0.0.1:${server.address().port}/${name}`,
    close: () => server.close(),
  }
}

module.exports = { fileUrl, isSource, pages, serve, various }
