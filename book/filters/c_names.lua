-- The C names of the programs and the library, for the search: a line of
-- name, kind, file, target and what it is, with tabs between. A name that a
-- header declares is left out where it is defined.

package.path = pandoc.path.directory(PANDOC_SCRIPT_FILE) .. '/?.lua;' ..
  package.path
local context = require 'context'
local definitions = require 'definitions'
local files = require 'files'
local names = require 'names'

-- What a comment says first.
local function first_sentence(text)
  local comment = text:match('^/%*(.-)%*/') or ''
  comment = comment:gsub('\n%s*%*?', ' '):gsub('%s+', ' ')
    :gsub('^[%s%-]+', '')
  return comment:match('^(.-%.)%s') or comment:match('^(.-)%s*$')
end

function Pandoc(doc)
  context.load(doc.meta)
  local declared, rows = {}, {}
  local function add(path)
    for _, one in ipairs(definitions.of(path)) do
      local dull = one.name:match('^NN_.*_H$') or one.name == 'main'
      if not declared[one.name] and not dull then
        rows[#rows + 1] = table.concat({ one.name, one.kind, path,
          names.explained({}, one), first_sentence(one.text) }, '\t')
      end
      if path:match('%.h$') then declared[one.name] = true end
    end
  end
  for _, path in ipairs(definitions.library) do add(path) end
  for _, path in ipairs(definitions.sources) do add(path) end
  declared = {}
  for _, folder in ipairs(files.numbered('chapters')) do
    for _, stem in ipairs(files.stems('chapters/' .. folder, '.c')) do
      add('chapters/' .. folder .. '/' .. stem .. '.c')
    end
  end
  return pandoc.Pandoc({ pandoc.RawBlock('plain', table.concat(rows, '\n')) })
end
