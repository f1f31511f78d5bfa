# bash completion for hexapla. The program itself tells its verbs and options.
_hexapla() {
  local word=${COMP_WORDS[COMP_CWORD]} known
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    known=$(hexapla --list-options 2>/dev/null)
  else
    known=$(hexapla "${COMP_WORDS[1]}" --list-options 2>/dev/null)
    # A verb that has verbs of its own: hexapla corpus merge.
    if [[ $known && $known != --* ]] && ((COMP_CWORD > 2)); then
      known=$(hexapla "${COMP_WORDS[1]}" "${COMP_WORDS[2]}" --list-options 2>/dev/null)
    fi
  fi
  if [[ $word == -* || ($known && $known != --*) ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$known" -- "$word")
  else
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -F _hexapla hexapla
