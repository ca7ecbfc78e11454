" :compiler imena, then :make (Vim 8 and later, Neovim).
if exists('current_compiler')
  finish
endif
let current_compiler = 'imena'

let s:program = get(g:, 'imena_program', 'imena')
execute 'CompilerSet makeprg=' .. escape(s:program, ' \|"')
      \ .. '\ check\ --output-format\ concise\ $*\ %:S'
CompilerSet errorformat=%f:%l:%c:\ %m,%-G%.%#

augroup imena_make
  autocmd!
  autocmd QuickFixCmdPost make call imena#columns#count_bytes(0)
  autocmd QuickFixCmdPost lmake call imena#columns#count_bytes(1)
augroup END
