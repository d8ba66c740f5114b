-- The front page. Its text, book/front.md, says in which order things come;
-- each is an empty div, of class start, cover, chapters, grader or downloads.

local context = require 'context'
local definitions = require 'definitions'
local elements = require 'elements'
local figures = require 'figures'
local files = require 'files'
local gathered = require 'gathered'
local labels = require 'labels'
local openings = require 'openings'
local svg = require 'svg'
local texts = require 'texts'
local door = {}

local function escape(text)
  return (text:gsub('&', '&amp;'):gsub('<', '&lt;'):gsub('"', '&quot;'))
end

local function raw(format, ...)
  return elements.raw(string.format(format, ...))
end

-- ---- where to begin -----------------------------------------------------

-- All sections as "NUMBER PLACE", for the script that knows which of them
-- have been read.
local function sections()
  local all = {}
  for _, one in ipairs(labels.in_order(context.book, 'sec')) do
    all[#all + 1] = one.number .. ' ' .. one.page .. '#' .. labels.id(one.label)
  end
  return table.concat(all, '\n')
end

local function start()
  local first = labels.in_order(context.book, 'ch')[1]
  if not first then return {} end
  return { raw('<p class="start"><a class="go" href="%s">%s</a> ' ..
    '<a class="go on" href="%s" hidden data-sections="%s" data-on="%s"></a></p>',
    first.page, context.word('door-start'), first.page, escape(sections()),
    context.word('door-continue')) }
end

-- ---- the figure that moves ----------------------------------------------

-- The figure that metadata.yaml calls `cover`, CHAPTER/NAME, out of its
-- chapter's text. It begins by itself.
local function cover(el, fill)
  local folder, name = context.settings.cover:match('^(.+)/(.+)$')
  local file = folder and 'chapters/' .. folder .. '/chapter.md'
  if not file or not files.exists(file) then return {} end
  local text = texts.describe(context.translated(file))
  for _, figure in ipairs(gathered.figures(text)) do
    if figure.attributes.src == name then
      local id = figure.identifier
      local link = string.format('<a href="%s#%s">%s %s</a>', text.page,
        labels.id(id), context.word('figure'), context.book[id].number)
      return { raw('<div class="cover">%s</div>\n<p class="from">%s</p>',
        figures.cover(text, fill({ figure }, text)[1]),
        context.word('door-cover', link)) }
    end
  end
  return {}
end

-- ---- the chapters -------------------------------------------------------

local function thumbnail(text)
  local figure = openings.figure(text)
  if not figure then return '' end
  return svg.inline(text.figures .. '/' .. figure.attributes.src .. '.svg',
    'door-' .. text.slug, '', context.palette)
end

local function chapter(one)
  local text = texts.describe(one.file)
  local question, takes = openings.read(text)
  local lecture = ''
  if context.settings.answers ~= '' then
    lecture = string.format(' · <a href="slides/%s">%s</a>', text.page,
      context.word('slides'))
  end
  return raw('<li><span class="thumbnail">%s</span><div>' ..
    '<p class="title"><a href="%s"><span class="number">%s</span> %s</a></p>' ..
    '%s<p class="takes">%s%s</p></div></li>', thumbnail(text), one.page,
    one.number, escape(one.title),
    question and '<p class="question">' .. escape(question) .. '</p>' or '',
    takes, lecture)
end

local function chapters()
  local blocks = pandoc.List({ elements.raw('<ol class="chapter-list">') })
  for _, one in ipairs(labels.in_order(context.book, 'ch')) do
    blocks:insert(chapter(one))
  end
  blocks:insert(elements.raw('</ol>'))
  return blocks
end

-- ---- what the grader says -----------------------------------------------

local wrong = 'book/door/step.c' -- the answer that it was given

-- The parts of what it printed in their colours; the place of a section is
-- a link there.
local function coloured(said)
  return (escape(said):gsub('\n(%s*)✗', '\n%1<span class="no">✗</span>')
    :gsub('\n(%s*)✓', '\n%1<span class="yes">✓</span>')
    :gsub('[^%s]*html/([%w%-]+%.html#[%w%-]+)', '<a href="%1">%1</a>'))
end

-- `wrong`'s function fires, and what ./course check says to it; nothing if
-- this build has no grader for it.
local function grader()
  local said = files.read(context.settings.build .. '/book-work/grader.txt')
  if not said or said == '' then return {} end
  local code = definitions.named('fires', { wrong })[1].text
  return { elements.raw('<div class="grader">'),
    pandoc.CodeBlock(code, pandoc.Attr('', { 'c' })),
    raw('<pre class="terminal"><code><span class="prompt">$</span> ' ..
      './course check perceptron/step\n%s</code></pre>', coloured(said)),
    elements.raw('</div>') }
end

-- ---- what there is besides ----------------------------------------------

-- The files that lie beside the pages are known to a script: the pages may
-- have been built without them.
local function downloads()
  local kinds = {}
  for _, kind in ipairs({ 'pdf', 'print', 'epub' }) do
    kinds[#kinds + 1] = string.format(' data-%s="%s"', kind,
      escape(context.word('door-' .. kind)))
  end
  local rest = {}
  for _, page in ipairs(labels.in_order(context.book, 'pg')) do
    rest[#rest + 1] = string.format('<li><a href="%s">%s</a></li>', page.page,
      escape(page.title))
  end
  if context.settings.repository ~= '' then
    rest[#rest + 1] = string.format('<li><a href="%s">%s</a></li>',
      escape(context.settings.repository), context.word('door-repository'))
  end
  return { raw('<ul class="downloads"%s hidden></ul>\n<ul class="also">%s</ul>',
    table.concat(kinds), table.concat(rest)) }
end

-- What the book is, in the words of the front page.
function door.lead(blocks)
  local _, lead = elements.take(blocks, 'lead')
  return lead and pandoc.utils.stringify(lead)
end

local made = {
  start = start, cover = cover, chapters = chapters, grader = grader,
  downloads = downloads,
}

-- What a div of the front page becomes; nil if it is none of these. `fill`
-- fills in what is small in blocks of another text.
function door.fill(el, fill)
  for class, make in pairs(made) do
    if elements.has(el, class) then return make(el, fill) end
  end
end

return door
