/**
 * Registers a complaint and prints its number.
 * STEWARD_CREDENTIAL=stw_… node infra/examples/register-complaint.mjs "Water from the ceiling" "It drips since last night."
 */
import { randomUUID } from 'node:crypto'
import { ask, documentOf } from './steward.mjs'

const [
  summary = 'Water from the ceiling',
  facts = 'It drips since last night; the flat above does not answer.',
] = process.argv.slice(2)

// Made once and kept with the job that is being done: after a time-out send the very same request again.
const idempotencyKey = randomUUID()
const input = {
  kind: 'COMPLAINT',
  channel: 'API',
  severity: 3,
  contactName: 'Li Wei',
  contactPhone: '13900001111',
}
const { data } = await ask(
  documentOf('register-complaint'),
  { input: { ...input, summary, facts } },
  { 'idempotency-key': idempotencyKey },
)

const answer = data.registerComplaint
if (answer.__typename !== 'Complaint') {
  // Refused, and nothing was changed: the code is for programs, the sentence for people.
  console.error(`${answer.code}: ${answer.message}`, answer.fields ?? '')
  process.exit(1)
}
console.log(`${answer.number} ${answer.status} ${answer.id}`)
