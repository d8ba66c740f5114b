-- Options of which one is right: a list whose items begin with [x] or [ ],
-- which pandoc reads as boxes.

local context = require 'context'
local elements = require 'elements'
local report = require 'report'
local choices = {}

local marks = { ['☒'] = true, ['☐'] = false }

-- Is an item's option right? nil if it begins with no box.
local function mark_of(item)
  local first = item[1]
  if not first or first.t ~= 'Plain' and first.t ~= 'Para' then return nil end
  local box = first.content[1]
  if box and box.t == 'Str' then return marks[box.text] end
end

local function is_choice(block)
  if block.t ~= 'BulletList' then return false end
  for _, item in ipairs(block.content) do
    if mark_of(item) ~= nil then return true end
  end
  return false
end

-- The options of a list: {text, why, right}; `why` are the blocks behind the
-- option itself.
local function options_of(text, list, label)
  local options, rights = {}, 0
  for i, item in ipairs(list.content) do
    local mark = mark_of(item)
    if mark == nil then
      report.at(text.file, label, 'each option begins with [x] or [ ]')
      return nil
    end
    local why = pandoc.List(item):clone()
    local words = pandoc.List(why:remove(1).content):clone()
    words:remove(1) -- the box
    if words[1] and words[1].t == 'Space' then words:remove(1) end
    options[i] = { text = words, why = why, right = mark }
    if mark then
      options.right = i
      rights = rights + 1
    end
  end
  if rights ~= 1 then
    report.at(text.file, label, 'one option is right, [x], and the others ' ..
      'are wrong, [ ]; here ' .. (rights == 0 and 'none is right' or
      rights .. ' are right'))
    return nil
  end
  return options
end

-- The letter of option i.
function choices.letter(i)
  return string.char(('a'):byte() + i - 1)
end

-- The options as a list with letters, which does not say which one is right.
function choices.list(options)
  local items = pandoc.List()
  if context.is_latex then
    for _, option in ipairs(options) do
      items:insert({ pandoc.Plain(option.text) })
    end
    return { pandoc.OrderedList(items, { 1, 'LowerAlpha', 'TwoParens' }) }
  end
  for _, option in ipairs(options) do
    items:insert(elements.captioned('<li><span class="option">',
      option.text, '</span></li>'))
  end
  return elements.wrap('<ol class="options" type="a">', items, '</ol>')
end

-- The blocks of a div with the label `label`, its choice as a list with
-- letters; and the options, nil if there are none.
function choices.take(text, blocks, label)
  local all, options = pandoc.List(), nil
  for _, block in ipairs(blocks) do
    local found = not options and is_choice(block) and
      options_of(text, block, label)
    if found then
      options = found
      all:extend(choices.list(found))
    else
      all:insert(block)
    end
  end
  return all, options
end

return choices
