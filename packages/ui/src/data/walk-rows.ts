/** Goes through the rows or cards of the page: from the one that has the focus, else from the end that is stepped away from. */
export function walkRows(step: 1 | -1): void {
  const links = [
    ...document.querySelectorAll<HTMLElement>('main [data-row] > td:first-child > a, main a.st-card-lead'),
  ]
  const row = document.activeElement?.closest('tr, .st-card')
  const at = links.findIndex((link) => row?.contains(link))
  const next = at < 0 ? (step > 0 ? links[0] : links.at(-1)) : links[at + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
