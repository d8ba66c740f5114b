-- Mathematics for the HTML pages, by KaTeX, all of a page in one call.

local report = require 'report'
local formulas = {}

-- Replaces every Math element of `blocks` by KaTeX's HTML. `script` is
-- katex.js; `file` is named in errors.
function formulas.render(blocks, script, file)
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
