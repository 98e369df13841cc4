// Runs in the reader's browser: shows what holds every word that is looked for.
const search = document.getElementById('search')
const found = document.getElementById('found')
const entries = [...document.querySelectorAll('article')].map((article) => ({
  article,
  link: document.querySelector(`nav a[href="#${article.id}"]`)?.closest('li'),
  words: article.textContent.toLowerCase(),
}))
const sections = [...document.querySelectorAll('main .about, nav section:has(li)')]

function show() {
  const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean)
  let count = 0
  for (const { article, link, words } of entries) {
    const fits = wanted.every((word) => words.includes(word))
    article.hidden = !fits
    if (link) link.hidden = !fits
    if (fits && link) count += 1
  }
  for (const section of sections) section.hidden = !section.querySelector('article:not([hidden]), li:not([hidden])')
  document.querySelector('.introduction').hidden = wanted.length > 0
  found.textContent = wanted.length === 0 ? '' : count === 1 ? '1 door' : `${count} doors`
}

search.addEventListener('input', show)
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target === search) return
  event.preventDefault()
  search.focus()
})
// Somebody who follows a link out of a search wants to see where it leads.
window.addEventListener('hashchange', () => {
  const target = document.getElementById(location.hash.slice(1))
  if (!target?.hidden && !target?.closest('[hidden]')) return
  search.value = ''
  show()
  target.scrollIntoView()
})
if (window.matchMedia('(max-width: 899px)').matches) document.querySelector('nav details').open = false
show()
