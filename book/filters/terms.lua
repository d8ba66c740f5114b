-- Terms of earlier chapters, where a chapter first uses them: on a page
-- they lead to where they are explained, on paper they are in the index.

local context = require 'context'
local elements = require 'elements'
local index = require 'index'
local labels = require 'labels'
local terms = {}

-- The words of a text, in lower case.
local function words_of(title)
  local words = {}
  for word in title:gsub('%s*%b()', ''):gmatch('%S+') do
    words[#words + 1] = word:lower()
  end
  return words
end

-- The terms that a text may use as known, those of many words first. Two
-- terms of the same words, "bias (of a neuron)" and "bias (of a learner)",
-- are nobody's.
local function known_to(text)
  local here = context.book['ch:' .. (text.slug or '')]
  local found, by_words = {}, {}
  for label, term in pairs(context.book) do
    if labels.split(label) == 'term' and here and term.order < here.order then
      local words = words_of(term.title)
      local key = table.concat(words, ' ')
      by_words[key] = (by_words[key] or 0) + 1
      if words[1] ~= 'to' then
        found[#found + 1] = { words = words, key = key, term = term }
      end
    end
  end
  local known = {}
  for _, one in ipairs(found) do
    if by_words[one.key] == 1 and not one.term.title:match('%(of ') then
      known[#known + 1] = one
    end
  end
  table.sort(known, function(a, b)
    if #a.words ~= #b.words then return #a.words > #b.words end
    return a.key < b.key
  end)
  return known
end

-- Does a word of the text, without what is around it, mean this one?
local function same(typed, word)
  typed = typed:lower()
  return typed == word or typed == word .. 's'
end

-- Where the words of a term stand in a paragraph, from inline i on: the
-- last inline, and what stands around it; nil if they do not stand there.
local function match(inlines, i, words)
  local before, after
  for k, word in ipairs(words) do
    local el = inlines[i + 2 * (k - 1)]
    if not el or el.t ~= 'Str' then return nil end
    local head, core, tail = el.text:match('^([(“]*)([%w%-]+)(.*)$')
    if not core or not same(core, word) then return nil end
    if k == 1 then before = head elseif head ~= '' then return nil end
    if k == #words then
      after = tail
    else
      local space = inlines[i + 2 * k - 1]
      if tail ~= '' or not space or
        space.t ~= 'Space' and space.t ~= 'SoftBreak' then return nil end
    end
  end
  -- A hyphen or an apostrophe makes another word of it.
  if after:match('^[%-%w]') then return nil end
  return i + 2 * (#words - 1), before, after
end

local function link(inlines, i, last, before, after, term)
  local content = pandoc.List()
  for k = i, last do content:insert(inlines[k]) end
  local whole = content[#content].text
  content[#content] = pandoc.Str(whole:sub(1, #whole - #after))
  content[1] = pandoc.Str(content[1].text:sub(#before + 1))
  local linked
  if context.is_latex then
    content:insert(1, index.term(term.title))
    linked = pandoc.Span(content)
  else
    linked = pandoc.Link(content, term.page .. '#' .. labels.id(term.label),
      '', { class = 'known' })
  end
  local new = pandoc.List()
  for k = 1, i - 1 do new:insert(inlines[k]) end
  if before ~= '' then new:insert(pandoc.Str(before)) end
  new:insert(linked)
  if after ~= '' then new:insert(pandoc.Str(after)) end
  for k = last + 1, #inlines do new:insert(inlines[k]) end
  return new
end

function terms.link(blocks, text)
  local known = known_to(text)
  return pandoc.Blocks(blocks):walk {
    traverse = 'topdown',
    Div = function(el)
      for _, class in ipairs({ 'figure', 'listing', 'transcript', 'table',
        'claims', 'exercise', 'gradient' }) do
        if elements.has(el, class) then return el, false end
      end
    end,
    Para = function(el)
      local inlines = el.content
      local rest = {}
      for _, one in ipairs(known) do
        local used = false
        for i = 1, #inlines do
          local last, before, after = match(inlines, i, one.words)
          if last then
            inlines = link(inlines, i, last, before, after, one.term)
            used = true
            break
          end
        end
        if not used then rest[#rest + 1] = one end
      end
      known = rest
      return pandoc.Para(inlines), false
    end,
  }
end

return terms
