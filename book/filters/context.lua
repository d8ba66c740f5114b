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

local translations = {} -- where from .. tab .. English -> translation

-- A message in the language of this run; English if it has none.
--   from  what its entry in po/*.po names as its context
function context.say(from, english)
  return translations[from .. '\t' .. english] or english
end

-- The file to read in the place of FILE.md: FILE.es.md, if the book is in
-- Spanish and there is one.
function context.translated(path)
  local other = path:gsub('(%.%l+)$', '.' .. context.settings.lang .. '%1')
  return files.exists(other) and other or path
end

-- Reads the translations of messages and the book's own words.
--   messages  the table that tools/translation/messages.awk makes, or ''
function context.load_words(path, messages)
  for _, row in ipairs(files.tsv(messages) or {}) do
    translations[row[1] .. '\t' .. row[2]] = row[3]
  end
  for _, row in ipairs(files.tsv(path)) do
    context.words[row[1]] = context.say('book:' .. row[1], row[2])
  end
end

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
    'repository', 'answers', 'print', 'notes', 'messages' }) do
    context.settings[key] = meta[key] and
      pandoc.utils.stringify(meta[key]) or ''
    meta[key] = nil
  end
  context.settings.lang = pandoc.utils.stringify(meta.lang or 'en')
  context.settings.cover = pandoc.utils.stringify(meta.cover or '')
  context.is_slides = context.settings.pass == 'slides'
  context.load_words(context.settings.words, context.settings.messages)
  context.book, context.shown = labels.load(context.settings.labels)
  for key in (files.read('book/references.bib') or '')
    :gmatch('@%w+{([^,%s]+),') do
    context.keys[key] = true
  end
end

return context
