-- What citeproc leaves: the references' heading is of the same level as the
-- page's title, and by the names of the list and of each reference pandoc
-- gives them roles, which differ between its versions: some that browsers no
-- longer know, or a list without items, that readers of screens stumble over.

package.path = pandoc.path.directory(PANDOC_SCRIPT_FILE) .. '/?.lua;' ..
  package.path
local margin = require 'margin'

function Div(el)
  if el.classes:includes('csl-entry') then
    el.classes = { 'reference' }
    return el
  end
  if el.classes:includes('csl-bib-body') then
    el.identifier, el.classes, el.attributes = '', { 'references' }, {}
    return el
  end
end

function Header(el)
  if el.level == 1 and el.classes:includes('unnumbered') then
    el.level = 2
    return el
  end
end

Pandoc = margin.citations
