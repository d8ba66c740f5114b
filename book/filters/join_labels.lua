-- Joins the labels of the texts that the metadata `texts` name, and tells the
-- C files that the file `sources` lists, if it is given, where they are shown.

package.path = pandoc.path.directory(PANDOC_SCRIPT_FILE) .. '/?.lua;' ..
  package.path
local context = require 'context'
local files = require 'files'
local gathered = require 'gathered'
local labels = require 'labels'
local report = require 'report'

function Pandoc(doc)
  context.load(doc.meta)
  local paths = {}
  for id in pandoc.utils.stringify(doc.meta.texts):gmatch('%S+') do
    paths[#paths + 1] = gathered.path(id, 'labels')
  end
  local rows = labels.join(paths)
  report.finish()
  local sources = {}
  local list = pandoc.utils.stringify(doc.meta.sources or '')
  for _, row in ipairs(files.tsv(list) or {}) do
    sources[#sources + 1] = row[1]
  end
  gathered.write_shown(sources, rows)
  return pandoc.Pandoc({ pandoc.RawBlock('plain', gathered.lines(rows)) })
end
