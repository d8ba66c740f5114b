-- What all parts of the filter know: the format that is written, the
-- settings of this run, the book's own words, its labels and its sources.

local files = require 'files'
local labels = require 'labels'
local report = require 'report'
local context = {
  is_html = FORMAT:match('^html') ~= nil,
  is_epub = FORMAT:match('^epub') ~= nil,
  is_latex = FORMAT == 'latex',
  palette = 'figures/theme/palette.tsv',
  settings = {}, -- of the metadata, as strings
  words = {},    -- key -> text, of words.*.tsv
  book = {},     -- label -> what labels.lua says
  shown = {},    -- what the listings show, likewise
  keys = {},     -- of the bibliography, as a set
}

-- One of the book's own words; {} in it stands for the value.
function context.word(key, value)
  local text = context.words[key]
  if not text then
    report.at(context.settings.words, key,
      "there is no word for '" .. key .. "'")
    return key
  end
  return value and text:gsub('{}', value) or text
end

-- Reads everything that the document's metadata name.
function context.load(meta)
  for _, key in ipairs({ 'build', 'words', 'labels', 'pass',
    'repository', 'answers', 'print', 'notes' }) do
    context.settings[key] = meta[key] and
      pandoc.utils.stringify(meta[key]) or ''
    meta[key] = nil
  end
  context.is_slides = context.settings.pass == 'slides'
  for _, row in ipairs(files.tsv(context.settings.words)) do
    context.words[row[1]] = row[2]
  end
  local paths = {}
  for path in context.settings.labels:gmatch('[^;]+') do
    paths[#paths + 1] = path
  end
  context.book, context.shown = labels.load(paths)
  for key in (files.read('book/references.bib') or '')
    :gmatch('@%w+{([^,%s]+),') do
    context.keys[key] = true
  end
end

return context
