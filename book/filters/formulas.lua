-- Mathematics for the HTML pages, by KaTeX, all of a page in one call.

local report = require 'report'
local formulas = {}

-- A short formula and the punctuation after it, which would otherwise begin
-- the next line of a phone.
local function with_punctuation(inlines)
  local i = 1
  while i < #inlines do
    local math, after = inlines[i], inlines[i + 1]
    local marks = after.t == 'Str' and after.text:match('^[,.;:!?)]+')
    if math.t == 'Math' and math.mathtype == 'InlineMath' and marks and
      #math.text <= 24 then
      inlines[i] = pandoc.Span({ math, pandoc.Str(marks) },
        pandoc.Attr('', { 'whole' }))
      after.text = after.text:sub(#marks + 1)
      if after.text == '' then
        inlines:remove(i + 1)
      else
        inlines[i + 1] = after
      end
    end
    i = i + 1
  end
  return inlines
end

-- Replaces every Math element of `blocks` by KaTeX's HTML. `script` is
-- katex.js; `file` is named in errors.
function formulas.render(blocks, script, file)
  blocks = blocks:walk { Inlines = with_punctuation }
  local found = {}
  blocks:walk {
    Math = function(el)
      local kind = el.mathtype == 'DisplayMath' and 'display' or 'inline'
      found[#found + 1] = kind .. '\t' .. el.text:gsub('%s+', ' ')
    end,
  }
  if #found == 0 then return blocks end

  local answer = pandoc.pipe('node', { script },
    table.concat(found, '\n') .. '\n')
  local html = {}
  for line in answer:gmatch('([^\n]*)\n') do html[#html + 1] = line end

  local i = 0
  return blocks:walk {
    Math = function(el)
      i = i + 1
      local complaint = html[i]:match('^error\t(.*)')
      if complaint then
        report.at(file, el.text:match('[^\n]+'),
          'KaTeX cannot set this formula: ' .. complaint)
        return nil
      end
      return pandoc.RawInline('html', html[i])
    end,
  }
end

return formulas
