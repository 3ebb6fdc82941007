/** Search on the reference page: every word typed must occur; empty groups vanish. `/` goes to the box. */
export const REFERENCE_SCRIPT = `
const box = document.querySelector('#search')
const groups = [...document.querySelectorAll('.group')].map((group) => ({ group, entries: [...group.querySelectorAll('.entry')] }))
const show = () => {
  const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean)
  let found = 0
  for (const { group, entries } of groups) {
    let here = 0
    for (const entry of entries) {
      entry.hidden = !words.every((word) => entry.dataset.words.includes(word))
      if (!entry.hidden) here += 1
    }
    group.hidden = here === 0
    found += here
  }
  document.querySelector('#none').hidden = found > 0
}
box.addEventListener('input', show)
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target === box) return
  event.preventDefault()
  box.focus()
})
// Whoever follows a link to a type that the search hides wants to see it.
addEventListener('hashchange', () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target?.closest('[hidden]')) return
  box.value = ''
  show()
  target.scrollIntoView()
})
`
