-- The formulas of the EPUB, after citations: MathML alone. pandoc would put
-- the TeX beside it, as an annotation, which readers that do not know MathML
-- show as if it were part of the text.

function Math(el)
  local html = pandoc.write(pandoc.Pandoc({ pandoc.Plain({ el }) }), 'html',
    { html_math_method = 'mathml' })
  html = html:gsub('<semantics>(.-)<annotation.-</semantics>', '%1')
  return pandoc.RawInline('html', html)
end
