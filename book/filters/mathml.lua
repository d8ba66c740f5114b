-- The formulas of the EPUB, after citations: MathML alone. pandoc would put
-- the TeX beside it, as an annotation, which readers that do not know MathML
-- show as if it were part of the text.

-- pandoc 3 gives a fraction the style that in MathML 3, which an EPUB is
-- bound to, stands around it.
local function style_around(html)
  local styled = {}
  return (html:gsub('<(/?)mfrac([^>]*)>', function(slash, attributes)
    if slash == '/' then
      return table.remove(styled) and '</mfrac></mstyle>'
    end
    local style = attributes:match(' displaystyle="%a+"')
    styled[#styled + 1] = style ~= nil
    return style and '<mstyle' .. style .. '><mfrac' ..
      attributes:gsub(style, '') .. '>'
  end))
end

function Math(el)
  local html = pandoc.write(pandoc.Pandoc({ pandoc.Plain({ el }) }), 'html',
    { html_math_method = 'mathml' })
  html = html:gsub('<semantics>(.-)<annotation.-</semantics>', '%1')
  return pandoc.RawInline('html', style_around(html))
end
