-- A page that shows a C file: line N can be linked to as #L-N.

package.path = pandoc.path.directory(PANDOC_SCRIPT_FILE) .. '/?.lua;' ..
  package.path
local files = require 'files'

function Pandoc(doc)
  local words = {}
  for _, row in ipairs(files.tsv(pandoc.utils.stringify(
    doc.meta['words-file']))) do
    words[row[1]] = row[2]
  end
  doc.meta.words = words
  for _, block in ipairs(doc.blocks) do
    if block.t == 'CodeBlock' then block.identifier = 'L' end
  end
  return doc
end
