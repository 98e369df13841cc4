/** By which whatever leads to the search puts the focus into it. */
export const searchFieldId = 'search-conversations'

export const focusSearchField = () => document.getElementById(searchFieldId)?.focus()
