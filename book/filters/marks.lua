-- The classes that mean something in a text. A misspelt one would do nothing,
-- without a word; so it is an error.

local report = require 'report'
local marks = {}

local function set(words)
  local all = {}
  for word in words:gmatch('%S+') do all[word] = true end
  return all
end

local known = {
  Code = set 'num machine',
  Div = set([[figure listing transcript table claims gradient theorem proof
    predict answer check aside exercises hint note alt live slide thumbnail
    notation glossary all-figures all-hints all-results references lead start
    cover chapters grader downloads]]),
  Span = set 'term key slide mistake',
}

local function check(text, el, typed)
  local names = {}
  for name in pairs(known[el.t]) do names[#names + 1] = name end
  table.sort(names)
  for _, class in ipairs(el.classes) do
    if not known[el.t][class] then
      report.at(text.file, typed(class), "'" .. class .. "' means nothing " ..
        'here', class, names)
    end
  end
end

-- Of a text as it was typed.
function marks.check(text, blocks)
  pandoc.Blocks(blocks):walk {
    Code = function(el)
      check(text, el, function(class)
        return '`' .. el.text .. '`{.' .. class
      end)
    end,
    Div = function(el)
      check(text, el, function(class) return class end)
    end,
    Span = function(el)
      check(text, el, function(class) return '.' .. class end)
    end,
  }
end

return marks
