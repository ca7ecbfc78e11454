-- The commands of imena: what `:ImenaFix`, `:ImenaFixAll` and the others do.

local client = require("imena.client")

local M = {}

-- The same as `vim.g.imena = options`, for those who set up their plugins in Lua.
function M.setup(options)
  vim.g.imena = vim.tbl_deep_extend("force", vim.g.imena or {}, options or {})
  if vim.g.loaded_imena then
    M.start()
  end
end

-- Start for new texts and, where it is asked for, fix whatever is written.
function M.start()
  local config = require("imena.config").get()
  if config.autostart then
    client.enable()
  end
  local group = vim.api.nvim_create_augroup("imena_save", { clear = true })
  if config.fix_on_save then
    vim.api.nvim_create_autocmd("BufWritePre", {
      group = group,
      callback = function(event)
        if client.of(event.buf) then
          M.fix_all(event.buf)
        end
      end,
    })
  end
end

local function position(bufnr, row, byte, encoding)
  local line = vim.api.nvim_buf_get_lines(bufnr, row, row + 1, false)[1] or ""
  local utf32, utf16 = vim.str_utfindex(line, math.min(byte, #line))
  local column = encoding == "utf-8" and byte or encoding == "utf-32" and utf32 or utf16
  return { line = row, character = column }
end

local function actions(bufnr, range, only)
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(bufnr),
    range = range,
    context = { diagnostics = {}, only = { only } },
  }
  return client.ask(bufnr, "textDocument/codeAction", params)
end

local function apply(action, of)
  vim.lsp.util.apply_workspace_edit(action.edit, of.offset_encoding)
end

-- Apply every safe fix of a buffer; true where there was any.
function M.fix_all(bufnr)
  bufnr = (bufnr and bufnr ~= 0) and bufnr or vim.api.nvim_get_current_buf()
  local start = { line = 0, character = 0 }
  local found, of = actions(bufnr, { start = start, ["end"] = start }, "source.fixAll.imena")
  if not found or #found == 0 then
    return false
  end
  apply(found[1], of)
  return true
end

-- The finding under the cursor, else the next in the line, else the first of the line.
local function nearest(bufnr)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local mine = vim.tbl_filter(function(one)
    return one.source == "imena"
  end, vim.diagnostic.get(bufnr, { lnum = row - 1 }))
  table.sort(mine, function(a, b)
    return a.col < b.col
  end)
  for _, one in ipairs(mine) do
    if (one.end_lnum or one.lnum) > one.lnum or one.end_col > column then
      return one
    end
  end
  return mine[1]
end

local function preferred(found)
  for _, action in ipairs(found) do
    if action.isPreferred and action.edit then
      return action
    end
  end
end

-- Put the name under the cursor right; true where it was.
function M.fix()
  local bufnr = vim.api.nvim_get_current_buf()
  local finding = nearest(bufnr)
  local of = client.of(bufnr)
  if not finding or not of then
    client.tell("nothing to fix in this line", vim.log.levels.INFO)
    return false
  end
  local at = position(bufnr, finding.lnum, finding.col, of.offset_encoding)
  at.character = at.character + 1 -- inside the name, not between it and what stands before
  local found = actions(bufnr, { start = at, ["end"] = at }, "quickfix")
  local action = preferred(found or {})
  if not action then
    client.tell("no sure fix; see the code actions", vim.log.levels.INFO)
    return false
  end
  apply(action, of)
  return true
end

local function chosen(bufnr, range)
  if range > 0 then
    local from, to = vim.fn.getpos("'<"), vim.fn.getpos("'>")
    local line = vim.api.nvim_buf_get_lines(bufnr, from[2] - 1, from[2], false)[1] or ""
    local last = from[2] == to[2] and to[3] or #line
    local behind = vim.str_utf_end and last + vim.str_utf_end(line, math.min(last, #line))
      or vim.fn.matchend(line, ".", last - 1)
    return line:sub(from[3], behind)
  end
  local finding = nearest(bufnr)
  local column = vim.api.nvim_win_get_cursor(0)[2]
  if finding and finding.col <= column and finding.lnum == finding.end_lnum then
    local line = vim.api.nvim_buf_get_lines(bufnr, finding.lnum, finding.lnum + 1, false)[1]
    return line:sub(finding.col + 1, finding.end_col)
  end
  return vim.fn.expand("<cword>")
end

-- Write the selection, the finding or the word under the cursor into the project's dictionary.
function M.add(kind, range)
  local bufnr = vim.api.nvim_get_current_buf()
  local argument = {
    uri = vim.uri_from_bufnr(bufnr),
    text = chosen(bufnr, range or 0),
    kind = kind ~= "" and kind or "person",
  }
  local params = { command = "imena.addToDictionary", arguments = { argument } }
  return client.ask(bufnr, "workspace/executeCommand", params)
end

function M.log()
  local path = vim.lsp.log and vim.lsp.log.get_filename and vim.lsp.log.get_filename()
    or vim.lsp.get_log_path()
  vim.cmd("tabnew " .. vim.fn.fnameescape(path))
end

M.restart = client.restart

return M
