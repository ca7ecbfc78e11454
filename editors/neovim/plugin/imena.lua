if vim.g.loaded_imena or vim.fn.has("nvim-0.7") == 0 then
  return
end
vim.g.loaded_imena = true

local KINDS = { "person", "place", "organisation" }

local function imena(name)
  return function(call)
    require("imena")[name](call)
  end
end

local function command(name, does, options)
  vim.api.nvim_create_user_command(name, does, options)
end

command("ImenaFix", imena("fix"), { desc = "Put the name under the cursor right" })
command("ImenaFixAll", function()
  require("imena").fix_all()
end, { desc = "Apply every safe fix" })
command("ImenaAddToDictionary", function(call)
  require("imena").add(call.args, call.range)
end, {
  desc = "Write the name into the project's dictionary",
  nargs = "?",
  range = true,
  complete = function()
    return KINDS
  end,
})
command("ImenaRestart", imena("restart"), { desc = "Start the server anew" })
command("ImenaLog", imena("log"), { desc = "Open the log of the language client" })

require("imena").start()
