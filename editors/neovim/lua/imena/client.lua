-- One client for all texts: the server finds the configuration of each by itself.

local config = require("imena.config")

local M = {}

M.native = vim.fn.has("nvim-0.11") == 1

local started -- the id of the client where Neovim does not keep it for us

local function tell(message, level)
  vim.notify("imena: " .. message, level or vim.log.levels.WARN)
end
M.tell = tell

-- The client of a buffer, nil where there is none.
function M.of(bufnr)
  local all = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = bufnr })
    or vim.lsp.buf_get_clients(bufnr)
  for _, client in pairs(all) do
    if client.name == "imena" then
      return client
    end
  end
end

local told = false

local function ready()
  local program = config.command()[1]
  if vim.fn.executable(program) == 1 then
    return true
  end
  if not told then
    told = true
    tell(("“%s” is not there: pip install 'imena[lsp]', or set vim.g.imena.cmd"):format(program))
  end
  return false
end

-- Attach the client to a buffer, starting it where need be.
function M.attach(bufnr)
  if vim.bo[bufnr].buftype ~= "" or not ready() then
    return
  end
  if not started or not vim.lsp.get_client_by_id(started) then
    local options = config.client()
    options.root_dir = vim.fn.getcwd()
    started = vim.lsp.start_client(options)
  end
  if started then
    vim.lsp.buf_attach_client(bufnr, started)
  end
end

-- Start for the file types that are set, from now on.
function M.enable()
  local types = config.get().filetypes
  if M.native then
    if not ready() then
      return
    end
    local options = config.client()
    options.filetypes = types
    options.reuse_client = function(client, wanted)
      return client.name == wanted.name and not client:is_stopped()
    end
    vim.lsp.config("imena", options)
    vim.lsp.enable("imena")
    return
  end
  local group = vim.api.nvim_create_augroup("imena_start", { clear = true })
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = types,
    callback = function(event)
      M.attach(event.buf)
    end,
  })
  for _, bufnr in ipairs(vim.v.vim_did_enter == 1 and vim.api.nvim_list_bufs() or {}) do
    if vim.api.nvim_buf_is_loaded(bufnr) and vim.tbl_contains(types, vim.bo[bufnr].filetype) then
      M.attach(bufnr)
    end
  end
end

-- The ids of our clients.
local function running()
  local found = {}
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    local client = vim.api.nvim_buf_is_loaded(bufnr) and M.of(bufnr)
    if client then
      found[client.id] = true
    end
  end
  return vim.tbl_keys(found)
end

-- Stop the server and start it again for the texts that are open.
function M.restart()
  for _, id in ipairs(running()) do
    vim.diagnostic.reset(vim.lsp.diagnostic.get_namespace(id))
    vim.lsp.stop_client(id, true)
    vim.wait(2000, function()
      return not vim.lsp.get_client_by_id(id)
    end, 20)
  end
  started = nil
  told = false
  M.enable()
end

-- The answer to a request about a buffer, nil (and a word about it) where there is none.
function M.ask(bufnr, method, params)
  local client = M.of(bufnr)
  if not client then
    tell("no server for this text (:ImenaRestart)")
    return nil
  end
  local answer, failed
  if M.native then
    answer, failed = client:request_sync(method, params, 5000, bufnr)
  else
    answer, failed = client.request_sync(method, params, 5000, bufnr)
  end
  local wrong = failed or (answer and answer.err and answer.err.message)
  if wrong then
    tell(tostring(wrong), vim.log.levels.ERROR)
    return nil
  end
  return answer and answer.result, client
end

return M
