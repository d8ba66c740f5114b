-- The book's filter. It reads chapters as their writers type them and
-- fills in what programs made: listings, numbers, transcripts, figures,
-- published results, exercises. docs/chapter.md shows what may be typed.
--
-- Metadata that the build passes in:
--   build    the build folder, with the chapters' runs and figures
--   words    the file of the book's own words
--   labels   the file of all texts' labels
--   pass     'labels': write the labels of this text and what else other
--            pages need of it (gathered.lua);
--            'slides': make slides of it
--   notes    with slides in LaTeX: their notes, not the slides
--   answers  for the instructor's edition: the folder of wrong answers
--   print    for paper: pages are named
-- and from metadata.yaml, maybe,
--   repository   where the sources are on the web
-- It runs in the repository's top folder.

local here = pandoc.path.directory(PANDOC_SCRIPT_FILE)
package.path = here .. '/?.lua;' .. package.path
local answers = require 'answers'
local boxes = require 'boxes'
local checks = require 'checks'
local context = require 'context'
local door = require 'door'
local elements = require 'elements'
local exercises = require 'exercises'
local figures = require 'figures'
local formulas = require 'formulas'
local gathered = require 'gathered'
local glossary = require 'glossary'
local gradients = require 'gradients'
local hints = require 'hints'
local index = require 'index'
local labels = require 'labels'
local listings = require 'listings'
local margin = require 'margin'
local marks = require 'marks'
local names = require 'names'
local notation = require 'notation'
local numbering = require 'numbering'
local numbers = require 'numbers'
local openings = require 'openings'
local overviews = require 'overviews'
local pages = require 'pages'
local predictions = require 'predictions'
local references = require 'references'
local report = require 'report'
local slides = require 'slides'
local solutions = require 'solutions'
local tables = require 'tables'
local terms = require 'terms'
local texts = require 'texts'

local has = elements.has

-- First the small things inside: numbers, references, terms.
local function fill_inlines(text)
  return {
    Code = function(el)
      if has(el, 'num') then return numbers.show(text, el) end
      if has(el, 'machine') then return numbers.machine(text, el) end
      if context.is_html and #el.text <= 24 then
        el.classes:insert('whole') -- is not broken at its hyphens
        return el
      end
    end,
    Math = function(el) return numbers.fill_formula(text, el) end,
    Inlines = references.in_brackets,
    Cite = function(el) return references.cite(text, el) end,
    Span = function(el)
      if has(el, 'term') then return glossary.term(el) end
      if has(el, 'mistake') then return checks.mistake(text, el) end
    end,
  }
end

-- Then what holds them. A Div that is filled in as a whole is not walked
-- into any more (false).
local function fill_blocks(text)
  local sections, hint = 0, 0
  return {
    Header = function(el)
      if el.level == 2 and not has(el, 'unnumbered') then
        sections = sections + 1
        elements.number_section(el, text.number, sections)
      end
      if el.level == 1 then elements.number_chapter(el, text.number) end
      if has(el, 'exercise') then exercises.finish_header(el) end
      hint = 0
      el.identifier = labels.id(el.identifier)
      elements.link_to_itself(el)
      if context.is_latex and el.level == 2 then
        return pages.latex_section(el)
      end
      return el
    end,
    Div = function(el)
      if has(el, 'figure') then return figures.figure(text, el) end
      if has(el, 'listing') then return listings.listing(text, el), false end
      if has(el, 'transcript') then
        return listings.transcript(text, el), false
      end
      if has(el, 'claims') or has(el, 'table') then
        return tables.table(text, el)
      end
      if has(el, 'gradient') then return gradients.box(text, el) end
      if has(el, 'hint') then
        hint = hint + 1
        return context.is_html and exercises.hint(el, hint) or {}
      end
      if has(el, 'predict') then return predictions.box(text, el) end
      if has(el, 'checks') then return checks.box(el) end
      if has(el, 'check') then return checks.question(text, el) end
      return boxes.box(el)
    end,
    CodeBlock = function(el)
      if has(el, 'example') then return exercises.examples(el) end
    end,
    Span = function(el)
      if numbering.labelled(el, 'eq') then
        return references.equation(text, el)
      end
    end,
  }
end

local function fill_small(blocks, text)
  return texts.walk(blocks, text, fill_inlines)
end

local function fill(blocks, text)
  blocks = pandoc.Blocks(blocks):walk {
    Span = function(el) -- marked for the slides
      if has(el, 'key') then return el.content end
    end,
    Div = function(el)
      if has(el, 'claims') then return tables.claims(text, el) end
      if has(el, 'notation') then return tables.bare(notation.table()) end
      if has(el, 'glossary') then return glossary.list(text) end
      if has(el, 'all-figures') then return overviews.figures(fill_small) end
      if has(el, 'all-hints') then return hints.all(text.page, fill) end
      if has(el, 'all-results') then
        return overviews.results(text.page, fill_small)
      end
      if text.id == 'front' then return door.fill(el, fill_small) end
    end,
  }
  blocks = checks.group(blocks)
  if not context.is_html and not context.is_slides then
    blocks = answers.gather(blocks, text)
  end
  if context.is_html and not context.is_slides then
    blocks = terms.link(blocks, text)
    blocks = texts.walk(blocks, text, names.in_text)
    blocks = margin.terms(blocks)
  end
  blocks = fill_small(blocks, text)
  blocks = texts.walk(blocks, text, fill_blocks)
  if context.is_html then
    blocks = formulas.render(blocks, here .. '/katex.js', text.file)
  end
  return blocks
end

-- Has a text predictions or checks?
local function has_questions(text)
  local found = false
  pandoc.Blocks(text.blocks):walk {
    Div = function(el)
      found = found or has(el, 'predict') or has(el, 'check')
    end,
  }
  return found
end

-- A chapter's slides.
local function write_slides(doc, text)
  local blocks, opening = slides.of(text)
  pages.describe(doc, text)
  for key, value in pairs(opening) do doc.meta[key] = value end
  doc.meta.page = text.page
  text.page = 'slides' -- no page of the book: every link leads away
  doc.blocks = slides.finish(fill(blocks, text))
  report.finish()
  return doc
end

local function write_labels(text)
  local blocks = exercises.expand(text.blocks, text)
  local rows, glosses = numbering.of(blocks, text)
  report.finish()
  gathered.write(text, glosses)
  openings.write(text)
  return pandoc.Pandoc({ pandoc.RawBlock('plain', gathered.lines(rows)) })
end

function Pandoc(doc)
  context.load(doc.meta)
  local all = texts.split(elements.without_origins(doc))
  report.finish()
  if context.settings.pass == 'labels' then return write_labels(all[1]) end

  if context.is_slides then return write_slides(doc, all[1]) end
  if solutions.wanted() then solutions.mark(doc) end
  local blocks = pandoc.List()
  for i, text in ipairs(all) do
    marks.check(text, text.blocks)
    text.blocks = exercises.expand(text.blocks, text)
    if context.is_html then pages.describe(doc, text) end
    if text.folder then notation.check(text, pandoc.Blocks(text.blocks)) end
    if index.wanted() then
      text.blocks = terms.link(text.blocks, text)
      text.blocks = texts.walk(text.blocks, text, index.names_in_text)
    end
    if context.is_latex then pages.mark_last_section(text) end
    local filled = fill(text.blocks, text)
    if context.is_html and has_questions(text) then
      doc.meta.questions = true
      filled:insert(predictions.words())
    end
    if text.folder then listings.check_program(text) end
    if context.is_latex then blocks:insert(pages.latex_part(all, i)) end
    blocks:extend(filled)
  end
  if context.is_latex then pages.describe_commit(doc.meta) end
  if context.is_latex then doc.meta.words = context.words end
  if index.wanted() then
    doc.meta['figure-list'] = pandoc.MetaBlocks(
      overviews.figure_list(fill_small))
    doc.meta.index = pandoc.MetaBlocks({ index.write() })
  end
  report.finish()
  doc.blocks = blocks
  return doc
end
