/**
 * Reads one case by its id.
 * STEWARD_CREDENTIAL=stw_… node infra/examples/read-case.mjs cmp_…
 */
import { ask, documentOf } from './steward.mjs'

const [id] = process.argv.slice(2)
if (!id) {
  console.error('Give the id of a case: cmp_ and 32 hex digits, as registering answered it.')
  process.exit(1)
}
const { data, cost } = await ask(documentOf('read-case'), { id })
if (!data.complaint) {
  console.error('There is no such case that your program registered.')
  process.exit(1)
}
const { number, status, severity, summary, registeredAt } = data.complaint
console.log(
  `${number} ${status} severity ${severity}, registered ${registeredAt}\n${summary ?? '(summary: scope missing)'}`,
)
console.log(`cost ${cost.requested}, ${cost.remaining} left until ${cost.restoresAt}`)
