-- For the index: the pages of labels, in LaTeX.

-- The page of a label as it is printed; nil before LaTeX knows it.
local function page_of(label)
  local value = token.get_macro('r@' .. label)
  local page = value and value:match('^%b{}(%b{})')
  return page and page:sub(2, -2)
end

-- Prints the pages of labels, which have commas between, each page once, in
-- order: bold where a label begins with *, and three or more that follow each
-- other as a range.
function print_pages(list)
  local bold, pages = {}, {}
  for star, label in list:gmatch('(%*?)([^,]+)') do
    local page = page_of(label)
    if page then
      if bold[page] == nil then
        pages[#pages + 1] = page
        bold[page] = false
      end
      bold[page] = bold[page] or star == '*'
    end
  end
  local function follows(i)
    local this, before = tonumber(pages[i]), tonumber(pages[i - 1])
    return this and before and this == before + 1 and
      not bold[pages[i]] and not bold[pages[i - 1]]
  end
  local function link(page)
    return '\\hyperlink{page.' .. page .. '}{' ..
      (bold[page] and '\\textbf{' .. page .. '}' or page) .. '}'
  end
  local shown, i = {}, 1
  while i <= #pages do
    local last = i
    while follows(last + 1) do last = last + 1 end
    if last < i + 2 then last = i end
    shown[#shown + 1] = link(pages[i]) ..
      (last > i and '--' .. link(pages[last]) or '')
    i = last + 1
  end
  tex.sprint(table.concat(shown, ', '))
end
