-- What citeproc leaves: the references' heading is of the same level as the
-- page's title, and by the class of a reference pandoc gives it a role
-- that browsers no longer know and that readers of screens stumble over.

function Div(el)
  if el.classes:includes('csl-entry') then
    el.classes = { 'reference' }
    return el
  end
end

function Header(el)
  if el.level == 1 and el.classes:includes('unnumbered') then
    el.level = 2
    return el
  end
end
