-- A page that shows a C file: line N can be linked to as #L-N. What a
-- header of the library declares leads to where it is defined.

package.path = pandoc.path.directory(PANDOC_SCRIPT_FILE) .. '/?.lua;' ..
  package.path
local context = require 'context'
local definitions = require 'definitions'
local files = require 'files'
local names = require 'names'

-- The place of what a header declares: the library's definition.
local function defined_at(declared)
  local full = definitions.named(declared.name, definitions.sources)
  return #full == 1 and names.source_of(full[1]) or nil
end

local function with_links(block, file, root)
  local html = pandoc.write(pandoc.Pandoc({ block }), 'html')
  html = names.link({}, html, block.text, definitions.of(file), defined_at)
  return pandoc.RawBlock('html', (html:gsub('href="source/', 'href="' ..
    root .. 'source/')))
end

function Pandoc(doc)
  local setting = function(key)
    return pandoc.utils.stringify(doc.meta[key] or '')
  end
  context.load_words(setting('words-file'), setting('messages'))
  doc.meta.words = context.words
  local file = setting('title')
  for i, block in ipairs(doc.blocks) do
    if block.t == 'CodeBlock' then
      block.identifier = 'L'
      if file:match('^lib/include/') then
        doc.blocks[i] = with_links(block, file, setting('root'))
      end
    end
  end
  return doc
end
