-- References to labels and sources, and what they lead to.

local chapters = require 'chapters'
local context = require 'context'
local elements = require 'elements'
local labels = require 'labels'
local report = require 'report'
local references = {}

-- A link to what has this label; nil, and an error about what was `typed`
-- in the text's file, if nothing has it.
function references.link(text, id, typed)
  local kind = labels.split(id)
  local label = kind and context.book[id]
  if not label then
    report.at(text.file, typed, "nothing has the label '" .. id .. "'", id,
      labels.names(context.book))
    return nil
  end
  local shown = label.number
  if kind == 'eq' then shown = '(' .. shown .. ')'
  elseif kind == 'pg' then shown = label.title
  else
    shown = context.word(labels.kinds[kind]) .. '\u{a0}' .. shown
  end
  local target = '#' .. labels.id(id)
  if context.is_html and label.page ~= text.page then
    target = label.page .. ((kind == 'ch' or kind == 'pg') and '' or target)
  end
  return pandoc.Link({ pandoc.Str(shown) }, target, '', { class = 'ref' })
end

-- Nothing leads anywhere on paper. There the page is named of what is in
-- another chapter.
function references.page(text, label)
  if context.settings.print == '' or label.page == text.page then
    return pandoc.List()
  end
  local page = '\\pageref{' .. labels.id(label.label) .. '}'
  return pandoc.List({ elements.raw_inline('~(' ..
    context.word('on-page', page) .. ')') })
end

-- The inlines for a reference into the chapter `home`, another one, which the
-- book may be without: then the title that was given with it. `slug` is the
-- chapter that was named.
local function across(text, typed, label, slug, home, title)
  if #title == 0 or slug ~= home then
    local wanted = (label:match('^ch:') or label:match('^ex:')) and '' or
      home .. '/'
    report.at(text.file, typed, "this is in another chapter, '" .. home ..
      "', which can be removed: write @" .. wanted .. label ..
      ' [WHAT THE SENTENCE SAYS WITHOUT IT]')
    return {}
  end
  if chapters.find(text.file, typed, slug) then
    return { references.link(text, label, typed) }
  end
  return title
end

-- The inlines for a reference to a label.
local function refer(text, label, slug, citation)
  local typed, title = '@' .. citation.id, citation.suffix
  local there = context.book[label]
  local home = there and chapters.of(there.file) or slug
  if home and home ~= text.slug then
    return across(text, typed, label, slug, home, title)
  end
  if #title > 0 then
    report.at(text.file, typed, 'a reference within a chapter has no title; ' ..
      'write \\[ if the bracket is part of the text')
    return {}
  end
  return { references.link(text, label, typed) }
end

function references.cite(text, el)
  local all = pandoc.List()
  for i, citation in ipairs(el.citations) do
    local label, slug = labels.referred(citation.id)
    if not label then
      if not context.keys[citation.id] then
        local names = {}
        for key in pairs(context.keys) do names[#names + 1] = key end
        table.sort(names)
        report.at(text.file, '@' .. citation.id,
          "references.bib has no '" .. citation.id .. "'", citation.id,
          names)
      end
      if i == 1 then return nil end
    end
    if i > 1 then all:insert(pandoc.Str(', ')) end
    all:extend(refer(text, label or citation.id, slug, citation))
    local there = context.book[label]
    if there then all:extend(references.page(text, there)) end
  end
  return all
end

-- A reference to an equation brings its own brackets: those around it alone
-- are left out.
function references.in_brackets(inlines)
  for i = 2, #inlines - 1 do
    local before, el, after = inlines[i - 1], inlines[i], inlines[i + 1]
    local label = el.t == 'Cite' and #el.citations == 1 and
      labels.referred(el.citations[1].id)
    if label and label:match('^eq:') and context.book[label] and
      before.t == 'Str' and before.text:match('%($') and
      after.t == 'Str' and after.text:match('^%)') then
      inlines[i - 1] = pandoc.Str(before.text:sub(1, -2))
      inlines[i + 1] = pandoc.Str(after.text:sub(2))
    end
  end
  return inlines
end

-- A numbered equation: a Span that holds one displayed formula.
function references.equation(text, el)
  if #el.content ~= 1 or el.content[1].t ~= 'Math' then
    report.at(text.file, el.identifier,
      'a labelled equation is [$$ ... $$]{#eq:name}')
    return nil
  end
  local formula = el.content[1]
  local label = '(' .. context.book[el.identifier].number .. ')'
  local id = labels.id(el.identifier)
  if context.is_latex then
    return elements.raw_inline(
      '\\begin{equation}' .. formula.text .. '\\tag{' ..
      label:sub(2, -2) .. '}\\hypertarget{' .. id .. '}{}\\label{' .. id ..
      '}\\end{equation}')
  end
  return pandoc.Span({ formula, elements.raw_inline(
    '<a class="equation-number" href="#' .. id .. '">' .. label .. '</a>')
  }, pandoc.Attr(id, { 'equation' }))
end

return references
