-- What the tests do in Neovim: the steps of the file IMENA_STEPS, answers to IMENA_ANSWERS.

local function wait(what, condition)
  assert(vim.wait(30000, condition, 20), "waited for " .. what)
end

local function words(all, from)
  table.sort(all, function(a, b)
    return a.lnum * 10000 + a.col < b.lnum * 10000 + b.col
  end)
  return vim.tbl_map(function(one)
    return vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})[1]
  end, all)
end

local steps = {}

function steps.wait(number)
  wait(number .. " diagnostics", function()
    return #vim.diagnostic.get(0) == tonumber(number)
  end)
  return true
end

function steps.words()
  return words(vim.diagnostic.get(0))
end

function steps.codes()
  local all = vim.diagnostic.get(0)
  words(all)
  return vim.tbl_map(function(one)
    return one.code
  end, all)
end

function steps.find(text)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  return vim.fn.search("\\V" .. text, "cW") > 0
end

function steps.command(line)
  vim.cmd(line)
  return true
end

-- What people do with the actions of the server: ask for them and take the first.
function steps.action()
  local title, tick = nil, vim.api.nvim_buf_get_changedtick(0)
  vim.ui.select = function(items, options, choose)
    title = options.format_item(items[1])
    choose(items[1], 1)
  end
  vim.lsp.buf.code_action()
  wait("a change", function()
    return title and vim.api.nvim_buf_get_changedtick(0) > tick
  end)
  return title
end

function steps.text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n") .. "\n"
end

-- The word that each entry of the quickfix list stands on.
function steps.quickfix()
  local found = {}
  for _, one in ipairs(vim.fn.getqflist()) do
    if one.valid == 1 then
      local line = vim.fn.getbufline(one.bufnr, one.lnum)[1]
      table.insert(found, { vim.fn.matchstr(line:sub(one.col), "^\\k*"), one.lnum, one.text })
    end
  end
  return found
end

-- The word under the cursor.
function steps.cursor()
  return vim.fn.expand("<cword>")
end

local function run()
  local file = assert(io.open(vim.env.IMENA_STEPS))
  local asked = vim.json.decode(file:read("a"))
  file:close()
  local answers = {}
  for _, step in ipairs(asked) do
    table.insert(answers, steps[step[1]](step[2]))
  end
  local out = assert(io.open(vim.env.IMENA_ANSWERS, "w"))
  out:write(vim.json.encode(answers))
  out:close()
end

local function main()
  local fine, wrong = xpcall(run, debug.traceback)
  if not fine then
    io.stderr:write(wrong .. "\n")
    vim.cmd("cquit 1")
  end
  vim.cmd("qall!")
end

-- When Neovim has started altogether, as it has where people type.
vim.api.nvim_create_autocmd("VimEnter", { callback = vim.schedule_wrap(main) })
