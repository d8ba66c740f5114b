-- The glossary: every term, with the gloss that stands where the term is
-- defined, [margin]{.term gloss="..."}, and a link to that place.

local context = require 'context'
local elements = require 'elements'
local gathered = require 'gathered'
local index = require 'index'
local labels = require 'labels'
local references = require 'references'
local report = require 'report'
local stringify = pandoc.utils.stringify
local glossary = {}

-- What a term is called: its name= or its own words.
function glossary.name(el)
  return el.attributes.name or stringify(el.content)
end

function glossary.label(el)
  return 'term:' .. glossary.name(el):lower():gsub('[^%a]+', '-')
end

-- A term where it is defined.
function glossary.term(el)
  local id = labels.id(glossary.label(el))
  if context.is_latex then
    local place = elements.anchor(id)
    if index.wanted() then
      return { place, index.term(glossary.name(el), true),
        pandoc.Emph(el.content) }
    end
    return { place, pandoc.Emph(el.content) }
  end
  return pandoc.List({ elements.raw_inline('<dfn id="' .. id .. '">') }) ..
    el.content .. { elements.raw_inline('</dfn>') }
end

-- ::: glossary, all terms in the order of the alphabet.
function glossary.list(text)
  local terms = {}
  for label, term in pairs(context.book) do
    if label:match('^term:') then terms[#terms + 1] = term end
  end
  local glosses = gathered.glosses()
  table.sort(terms, function(a, b)
    local x, y = a.title:lower(), b.title:lower()
    return x == y and a.label < b.label or x < y
  end)
  if #terms == 0 then
    report.at(text.file, 'glossary', 'no chapter defines a term')
  end
  local items = pandoc.List()
  for _, term in ipairs(terms) do
    local target = '#' .. labels.id(term.label)
    if context.is_html then target = term.page .. target end
    local gloss = elements.as_inlines(
      pandoc.read(glosses[term.label], 'markdown').blocks)
    gloss:extend({ pandoc.Space(), pandoc.Link({ pandoc.Str(term.number) },
      target, '', { class = 'ref' }) })
    gloss:extend(references.page(text, term))
    items:insert({ { pandoc.Str(term.title) }, { { pandoc.Plain(gloss) } } })
  end
  local list = pandoc.List({ pandoc.DefinitionList(items) })
  if not context.is_latex then return list end
  return elements.wrap('\\begin{lookup}', list, '\\end{lookup}')
end

return glossary
