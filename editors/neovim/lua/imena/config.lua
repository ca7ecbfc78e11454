-- What people set, in `vim.g.imena` or with `require("imena").setup{}`, over the defaults.

local M = {}

local defaults = {
  -- The command without arguments, as a string or a list; nil: see `command` below.
  cmd = nil,
  filetypes = { "text", "markdown", "html" },
  -- What the server takes: docs/server.md, the keys without `imena.`.
  settings = {},
  -- Apply the safe fixes whenever a text is written.
  fix_on_save = false,
  -- Start by itself for the file types above.
  autostart = true,
}

local LANGUAGES = { text = "plaintext", markdown = "markdown", html = "html" }

function M.get()
  return vim.tbl_deep_extend("force", defaults, vim.g.imena or {})
end

-- Beside the text: the virtual environment that is active, then PATH. Never one that merely lies
-- in the directory of the text: opening a file must not run what came with it.
local function found()
  for _, name in ipairs({ "VIRTUAL_ENV", "CONDA_PREFIX" }) do
    local home = vim.env[name]
    for _, place in ipairs(home and { "/bin/imena", "/Scripts/imena.exe" } or {}) do
      if vim.fn.executable(home .. place) == 1 then
        return home .. place
      end
    end
  end
  return "imena"
end

-- The program and its first arguments, a list.
function M.command()
  local cmd = M.get().cmd or found()
  return type(cmd) == "string" and { cmd } or vim.deepcopy(cmd)
end

-- The language id that the server knows for a file type.
function M.language(_, filetype)
  return LANGUAGES[filetype] or filetype
end

-- Diagnostics are to come unasked: Neovim fetches them only after changes of the text, and would
-- not hear that a dictionary has changed.
local function no_fetching(client)
  client.server_capabilities.diagnosticProvider = nil
end

-- A table for `vim.lsp.config` and `vim.lsp.start_client`.
function M.client()
  local given = vim.tbl_extend("keep", M.get().settings, { diagnostics = "push" })
  local cmd = M.command()
  table.insert(cmd, "server")
  return {
    name = "imena",
    cmd = cmd,
    get_language_id = M.language,
    init_options = given,
    settings = { imena = given },
    on_init = no_fetching,
  }
end

return M
