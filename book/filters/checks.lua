-- Questions with which a reader checks what was understood.
--   ::: {.check #check:NAME}
--   The question?
--
--   - [x] The right option.
--   - [ ] A wrong one.
--
--     Why it is wrong. [perceptron/step bias-ignored]{.mistake}
--   :::
-- Those that follow one another are one block. On a page each option answers
-- when it is chosen (book/style/check.js). On paper the answers are at the
-- chapter's end (answers.lua).

local choices = require 'choices'
local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local labels = require 'labels'
local references = require 'references'
local report = require 'report'
local stringify = pandoc.utils.stringify
local checks = {}

local has = elements.has

-- A text's blocks with the checks that follow one another in one Div.
function checks.group(blocks)
  local grouped, group = pandoc.List(), nil
  for _, block in ipairs(blocks) do
    if block.t == 'Div' and has(block, 'check') then
      if not group then
        group = pandoc.Div({}, pandoc.Attr('', { 'checks' }))
        grouped:insert(group)
      end
      group.content:insert(block)
      grouped[#grouped] = group
    else
      group = nil
      grouped:insert(block)
    end
  end
  return grouped
end

-- The question and the options of a check, each with its reasons; nil, with an
-- error, if it has none.
function checks.parts(text, el)
  local question, options = choices.take(text, el.content, el.identifier)
  if not options then
    report.at(text.file, el.identifier, 'a check needs options: a list whose ' ..
      'items begin with [x] or [ ]')
    return nil
  end
  for _, option in ipairs(options) do
    if not option.right and #option.why == 0 then
      report.at(text.file, stringify(option.text), 'a wrong option says why ' ..
        'it is wrong: a paragraph below it, indented as far')
    end
  end
  return question, options
end

-- What is said about an option that was chosen.
function checks.verdict(option)
  local said = pandoc.List({ pandoc.Strong(
    { pandoc.Str(context.word(option.right and 'right' or 'wrong')) }) })
  if #option.why > 0 then
    said:insert(pandoc.Space())
    said:extend(elements.as_inlines(option.why))
  end
  return said
end

-- "Question 1.2"
function checks.name(el)
  return context.word('check') .. ' ' .. context.book[el.identifier].number
end

local function box_on_page(text, el, question, options)
  local id = labels.id(el.identifier)
  local name = checks.name(el)
  local data = ''
  local verdicts = pandoc.List()
  if context.is_html then
    name = '<a class="tag" href="#' .. id .. '">' .. name .. '</a>'
    data = string.format(' data-check="%s" data-right="%d"',
      (el.identifier:gsub('^check:', '')), options.right)
    for _, option in ipairs(options) do
      verdicts:insert(elements.captioned('<li>', checks.verdict(option), '</li>'))
    end
    verdicts = elements.wrap('<details class="verdicts"><summary>' ..
      context.word('answer') .. '</summary><ol type="a">', verdicts,
      '</ol></details>')
  end
  local blocks = elements.wrap('<div class="check"' .. data ..
    '><p class="which">' .. name .. '</p>', question .. verdicts, '</div>')
  return pandoc.Div(blocks, pandoc.Attr(id, {}))
end

-- A question, in its block.
function checks.question(text, el)
  local question, options = checks.parts(text, el)
  if not question then return nil end
  if not context.is_latex then
    return box_on_page(text, el, question, options)
  end
  return pandoc.Div(elements.wrap('\\begin{bookcheck}{' ..
    labels.id(el.identifier) .. '}{' .. checks.name(el) .. '}', question,
    '\\end{bookcheck}'))
end

-- The block of questions.
function checks.box(el)
  local title, to = context.word('checks'), el.attributes.to
  if context.is_latex then
    local blocks = pandoc.List(el.content)
    if to then
      blocks:insert(elements.raw('\\answernote{' .. context.word('answers-on',
        '\\pageref{' .. to .. '}') .. '}'))
    end
    return pandoc.Div(elements.wrap('\\begin{bookchecks}{' .. title .. '}',
      blocks, '\\end{bookchecks}'))
  end
  local blocks = pandoc.List(el.content)
  if to then
    blocks:insert(pandoc.Div({ pandoc.Para({ pandoc.Link({
      pandoc.Str(context.word('answers')) }, '#' .. to) }) },
      pandoc.Attr('', { 'answer-note' })))
  end
  return pandoc.Div(elements.wrap('<div class="box checks"><p class="title">' ..
    title .. '</p>', blocks, '</div>'))
end

-- The folder of a text's exercise, by its slug; nil if there is none, for an
-- exercise can be removed. Seems the slug misspelt, that is an error.
local function exercise_of(text, slug, typed)
  local chapter, name = slug:match('^(.*)/(.*)$')
  if chapter ~= text.slug then
    report.at(text.file, typed, 'a mistake is of an exercise of this chapter: ' ..
      text.slug .. '/NAME')
    return nil
  end
  local names = {}
  for _, folder in ipairs(files.numbered('exercises/' .. text.folder)) do
    names[#names + 1] = folder:gsub('^%d+%-', '')
    if names[#names] == name then return text.folder .. '/' .. folder end
  end
  if #report.near(name, names) > 0 then
    report.at(text.file, typed, "the chapter has no exercise '" .. name .. "'",
      name, names)
  end
end

-- A mistake that the grader knows: [perceptron/step bias-ignored]{.mistake}.
-- Where the solutions are, it has to be one.
function checks.mistake(text, el)
  local typed = '[' .. stringify(el.content) .. ']'
  local slug, name = stringify(el.content):match('^(%S+) (%S+)$')
  if not slug then
    report.at(text.file, typed, 'a mistake is [CHAPTER/EXERCISE NAME]{.mistake}')
    return nil
  end
  local folder = exercise_of(text, slug, typed)
  if not folder then return {} end
  local list = files.read('solutions/' .. folder .. '/wrong.md')
  if list then
    local names = {}
    for one in ('\n' .. list):gmatch('\n## (%S+)') do names[#names + 1] = one end
    if not pandoc.List(names):includes(name) then
      report.at(text.file, typed, 'solutions/' .. folder .. "/wrong.md knows " ..
        "no mistake '" .. name .. "'", name, names)
    end
  end
  return { pandoc.Str(context.word('grader-knows') .. ' '), pandoc.Code(name),
    pandoc.Str(' ' .. context.word('in-exercise') .. ' '),
    references.link(text, 'ex:' .. slug, typed) or pandoc.Code(slug),
    pandoc.Str('.') }
end

return checks
