-- The link by which a reader reports a mistake on a page, where the metadata
-- `repository` says where the sources are: a new issue that names the page
-- and the version. The page's script adds the section and the commit.

local context = require 'context'
local stringify = pandoc.utils.stringify
local mistake = {}

local function encoded(text)
  return (text:gsub('[^%w]', function(c)
    return string.format('%%%02X', c:byte())
  end))
end

-- Sets `report`, which the template shows. `page` is its name, `title` what
-- readers call it.
function mistake.describe(meta, repository, page, title)
  if repository == '' then return end
  local word = context.word
  local body = word('mistake-what') .. '\n\n\n' ..
    word('page') .. ': ' .. page .. '\n' ..
    word('version') .. ': ' .. stringify(meta.version or '')
  meta.report = repository .. '/issues/new?title=' ..
    encoded(word('mistake-in') .. ' ' .. title) .. '&body=' .. encoded(body)
end

return mistake
