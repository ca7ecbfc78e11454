" imena counts characters, each combining letter by itself; the quickfix list counts bytes.

function! s:line(item) abort
  if bufloaded(a:item.bufnr)
    return get(getbufline(a:item.bufnr, a:item.lnum), 0, '')
  endif
  let l:name = fnamemodify(bufname(a:item.bufnr), ':p')
  return filereadable(l:name) ? get(readfile(l:name, '', a:item.lnum), -1, '') : ''
endfunction

function! s:counted(item) abort
  if a:item.valid && a:item.col > 0
    let l:byte = byteidxcomp(s:line(a:item), a:item.col - 1)
    let a:item.col = l:byte < 0 ? a:item.col : l:byte + 1
  endif
  return a:item
endfunction

" Put the columns of the list that :make (or :lmake) has just filled right.
function! imena#columns#count_bytes(local) abort
  if (&l:makeprg !=# '' ? &l:makeprg : &makeprg) !~# 'imena'
    return
  endif
  let l:items = map(a:local ? getloclist(0) : getqflist(), 's:counted(v:val)')
  if a:local
    call setloclist(0, [], 'r', {'items': l:items})
  else
    call setqflist([], 'r', {'items': l:items})
  endif
endfunction
