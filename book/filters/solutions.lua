-- What only the instructor's edition has: at each exercise the reference
-- solution, and every wrong answer that its grader knows by name, with what
-- the grader says about it and the lines that are wrong.

local chapters = require 'chapters'
local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local labels = require 'labels'
local references = require 'references'
local report = require 'report'
local word = context.word
local solutions = {}

-- Nothing in them has a number, so the pass for labels needs none.
function solutions.wanted()
  return context.settings.answers ~= '' and
    context.settings.pass ~= 'labels'
end

-- 'exercises/01-perceptron/2-step' in another of the folders that have
-- the same folders inside.
local function beside(folder, top)
  return (folder:gsub('^exercises', top))
end

-- The misconceptions of an exercise as the build has listed them: {id, label
-- to reread, what a tutor says, what the mistake does}. nil if it has no
-- solution.
local function known(folder)
  return files.tsv(beside(folder, context.settings.answers) .. '/known.tsv')
end

local function count_all()
  local count = 0
  for _, chapter in ipairs(files.numbered('exercises')) do
    local folder = 'exercises/' .. chapter
    for _, name in ipairs(files.list(folder)) do
      count = count + #(known(folder .. '/' .. name) or {})
    end
  end
  return count
end

-- Says on the first page, and in the head of the others, which edition
-- this is, so that nobody hands out the wrong file.
function solutions.mark(doc)
  local edition = word('instructors-edition')
  doc.meta.edition = edition
  doc.meta['edition-note'] = word('instructors-note', tostring(count_all()))
  if context.is_epub then
    local stringify = pandoc.utils.stringify
    doc.meta.title = stringify(doc.meta.title) .. ' (' .. edition .. ')'
    doc.meta.identifier = stringify(doc.meta.identifier) .. '-instructor'
  end
end

-- Prose from plain text: `code` is code, and everything else stands for
-- itself.
local function prose(text)
  local plain = text:gsub('[\\*_^~%[%]()<>|{}$@#!+-]', '\\%0')
  return elements.as_inlines(pandoc.read(plain, 'markdown').blocks)
end

local function code(text, class)
  return pandoc.CodeBlock((text:gsub('%s+$', '')), pandoc.Attr('', { class }))
end

-- A heading of this kind: a class, or a command of LaTeX.
local function heading(kind, id, content)
  if context.is_latex then
    return elements.captioned('\\' .. kind .. '{' .. id .. '}{', content, '}')
  end
  return elements.captioned('<h4 class="' .. kind .. '">', content, '</h4>')
end

-- What the anchor leads to. LaTeX has it in the heading, from which no page
-- break can part it.
local function anchored(id, class, blocks)
  return pandoc.Div(blocks, pandoc.Attr(context.is_latex and '' or id,
    { class }))
end

-- Under its title, folded away on a page.
local function part(kind, id, title, blocks)
  if context.is_html then
    blocks = elements.wrap('<details class="' .. kind .. '"><summary>' ..
      title .. '</summary>', blocks, '</details>')
  else
    blocks:insert(1, heading(kind, id, { pandoc.Str(title) }))
  end
  if context.is_latex then
    blocks = elements.wrap('\\begin{booksolution}', blocks,
      '\\end{booksolution}')
  end
  return anchored(id, 'solutions', blocks)
end

-- "Reread Section 4.9." Nothing if that is in a chapter that the book does not
-- have.
local function reread(text, label)
  if label == '' then return {} end
  local typed = 'reread=' .. label
  local id, slug = labels.referred(label)
  local there = context.book[id]
  local home = there and chapters.of(there.file)
  if home and home ~= (slug or text.slug) then
    report.at(text.file, typed, "this is in another chapter, '" .. home ..
      "', which can be removed: write reread=" .. home .. '/' .. id)
  elseif slug and not chapters.find(text.file, typed, slug) then
    return {}
  end
  return { pandoc.Space(), pandoc.Str(word('reread')), pandoc.Space(),
    references.link(text, id or label, typed) or pandoc.Str(label),
    pandoc.Str('.') }
end

local function wrong_answer(text, folder, id, misconception)
  local name, label, says, what = table.unpack(misconception)
  local diff = files.read(beside(folder, context.settings.answers) .. '/' ..
    name .. '.diff')
  local list = setmetatable({ file = beside(folder, 'solutions') ..
    '/wrong.md' }, { __index = text })
  local explanation = prose(says)
  explanation:extend(reread(list, label))

  local title = pandoc.List({ pandoc.Code(name),
    context.is_latex and elements.raw_inline('}{') or pandoc.Space() })
  title:extend(prose(what))
  return anchored(id, 'wrong', { heading('wronganswer', id, title),
    pandoc.Para(explanation), code(diff, 'diff') })
end

-- The solution of an exercise, and its wrong answers. Each has an anchor
-- for reports to lead to, such as wrong-perceptron-step-bias-ignored.
function solutions.of(text, folder, slug)
  local misconceptions = known(folder)
  if not misconceptions then return {} end
  local slug_id = labels.id(slug)

  local reference = files.read(beside(folder, 'solutions') .. '/' ..
    slug:match('[^/]+$') .. '.c')
  local wrong = pandoc.List()
  for _, misconception in ipairs(misconceptions) do
    wrong:insert(wrong_answer(text, folder, 'wrong-' .. slug_id .. '-' ..
      misconception[1], misconception))
  end
  return {
    part('solution', 'solution-' .. slug_id, word('reference-solution'),
      pandoc.List({ code(reference, 'c') })),
    part('wronganswers', 'wrong-' .. slug_id,
      word('known-wrong', tostring(#misconceptions)), wrong),
  }
end

return solutions
