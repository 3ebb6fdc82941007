/** All that a client needs: one address, one header. STEWARD_URL and STEWARD_CREDENTIAL say which. */
import { readFileSync } from 'node:fs'

const { STEWARD_URL = 'http://localhost:4000', STEWARD_CREDENTIAL } = process.env
if (!STEWARD_CREDENTIAL) {
  console.error(
    'STEWARD_CREDENTIAL must hold a credential such as stw_…; an administrator issues it under Partners.',
  )
  process.exit(1)
}

/** The address of the API and the headers of every request. */
export const endpoint = `${STEWARD_URL}/graphql`
export const headers = { authorization: `Bearer ${STEWARD_CREDENTIAL}`, 'accept-language': 'en' }

/** A document that lies beside these examples. */
export const documentOf = (name) => readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8')

/**
 * Sends a document. Errors at the top level concern access, cost or the document; what a person can put right comes inside the
 * payload. RATE_LIMITED says when to come back: this waits and tries again, as a program should.
 */
export async function ask(query, variables, more = {}) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers, ...more },
    body: JSON.stringify({ query, variables }),
  })
  if (response.status === 429) {
    await new Promise((resolve) => setTimeout(resolve, Number(response.headers.get('retry-after')) * 1000))
    return ask(query, variables, more)
  }
  const { data, errors, extensions } = await response.json()
  if (errors) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`)
  return { data, cost: extensions.cost }
}
