-- The answers to a chapter's questions, where they cannot be folded: in a
-- section of their own before the exercises, predictions first, then checks.

local checks = require 'checks'
local choices = require 'choices'
local context = require 'context'
local elements = require 'elements'
local labels = require 'labels'
local predictions = require 'predictions'
local answers = {}

local has = elements.has

-- Where the answer to a question is.
local function target(el)
  return 'answer-' .. labels.id(el.identifier)
end

-- "Prediction 1.2 (p. 14)", leading back to the question.
local function head(el, kind)
  local id = labels.id(el.identifier)
  local label = context.book[el.identifier]
  local name = context.word(kind) .. ' ' .. label.number
  if context.is_latex then
    return pandoc.List({ elements.raw_inline('\\answerhead{' .. target(el) ..
      '}{' .. name .. '}{' .. context.word('on-page',
      '\\pageref{' .. id .. '}') .. '}') })
  end
  return pandoc.List({ pandoc.Strong({ pandoc.Link({ pandoc.Str(name) },
    '#' .. id) }), pandoc.Str('. ') })
end

-- One answer as blocks, behind its head.
local function item(el, kind, said)
  local blocks = pandoc.List(said)
  local first = blocks[1]
  if first and (first.t == 'Para' or first.t == 'Plain') then
    blocks[1] = pandoc.Para(head(el, kind) .. first.content)
  else
    blocks:insert(1, pandoc.Para(head(el, kind)))
  end
  return pandoc.Div(blocks, pandoc.Attr(context.is_latex and '' or target(el),
    { 'answer-item' }))
end

local function lettered(i)
  return pandoc.Str('(' .. choices.letter(i) .. ')')
end

-- A prediction without its answer's sentences, which are added to `list`.
local function take_answer(text, el, list)
  local rest, answer = elements.take(el.content, 'answer')
  if not answer then return nil end
  local said, things = predictions.parts(answer)
  if #said == 0 then return nil end
  local _, options = choices.take(text, rest, el.identifier)
  if options and said[1].content then
    said[1].content:insert(1, pandoc.Space())
    said[1].content:insert(1, lettered(options.right))
  end
  list:insert(item(el, 'guess', said))
  rest:insert(pandoc.Div(things, pandoc.Attr('', { 'answer' },
    { to = target(el) })))
  el.content = rest
  return el
end

-- The answers to a block of checks: the right one first.
local function answer_checks(text, el, list)
  for _, check in ipairs(el.content) do
    local _, options = checks.parts(text, check)
    if not options then return nil end
    local said = pandoc.List()
    for pass = 1, 2 do
      for i, option in ipairs(options) do
        if option.right == (pass == 1) then
          if #said > 0 then said:insert(pandoc.Space()) end
          said:insert(lettered(i))
          said:insert(pandoc.Space())
          said:extend(checks.verdict(option))
        end
      end
    end
    list:insert(item(check, 'check', { pandoc.Para(said) }))
  end
  el.attributes.to = target(el.content[1])
  return el
end

-- Where the section comes: before the exercises and their heading.
local function place(blocks)
  local heading
  for i, block in ipairs(blocks) do
    if block.t == 'Header' and block.level == 2 then heading = i end
    if block.t == 'Div' and has(block, 'exercise') then return heading or i end
  end
  return #blocks + 1
end

-- The blocks of a text with its answers moved to a section of their own. The
-- questions know in `to` where theirs is.
function answers.gather(blocks, text)
  local guesses, checked = pandoc.List(), pandoc.List()
  blocks = pandoc.Blocks(blocks):walk {
    Div = function(el)
      if has(el, 'predict') then return take_answer(text, el, guesses) end
      if has(el, 'checks') then return answer_checks(text, el, checked) end
    end,
  }
  if #guesses + #checked == 0 then return blocks end
  local at = place(blocks)
  local section = pandoc.List({ pandoc.Header(2,
    { pandoc.Str(context.word('answers')) },
    pandoc.Attr('answers-' .. text.id, { 'unnumbered' })) })
  if context.is_latex then
    section:insert(elements.raw('\\begingroup\\small'))
  end
  section:extend(guesses)
  section:extend(checked)
  if context.is_latex then
    section:insert(elements.raw('\\par\\endgroup'))
  end
  local all = pandoc.List()
  for i, block in ipairs(blocks) do
    if i == at then all:extend(section) end
    all:insert(block)
  end
  if at > #blocks then all:extend(section) end
  return pandoc.Blocks(all)
end

return answers
