/**
 * sqlmap at the texts that reach a statement (threat T10), as somebody signed in who may read them. It is tried first at a server that is
 * open on purpose: a search that finds nothing there would say nothing anywhere.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { signInAs } from './api-client.ts'
import type { Steward } from './steward.ts'

interface Place {
  readonly name: string
  readonly role: string
  readonly query: string
  /** The variable that is attacked, in place of `HERE`. */
  readonly variables: object
}

/** Where sqlmap puts its own texts. */
const HERE = '*'
const list = (name: string, filter: string, fields: string, role: string, key: string): Place => ({
  name: `${name}(filter.${key})`,
  role,
  query: `query($filter: ${filter}) { ${name}(first: 5, filter: $filter) { edges { node { ${fields} } } } }`,
  variables: { filter: { [key]: HERE } },
})
const page = (name: string, role: string): Place => ({
  name: `${name}(after)`,
  role,
  query: `query($after: String) { ${name}(first: 5, after: $after) { edges { node { id } } } }`,
  variables: { after: HERE },
})

const PLACES: readonly Place[] = [
  {
    name: 'findClients(words)',
    role: 'SERVICE_AGENT',
    query: 'query($words: String!) { findClients(words: $words) { id } }',
    variables: { words: HERE },
  },
  {
    name: 'complaint(id)',
    role: 'SERVICE_AGENT',
    query: 'query($id: ID!) { complaint(id: $id) { id } }',
    variables: { id: HERE },
  },
  list('clients', 'ClientFilter', 'id code', 'CS_MANAGER', 'search'),
  list('complaints', 'ComplaintFilter', 'id number', 'CS_MANAGER', 'number'),
  list('complaints', 'ComplaintFilter', 'id number', 'CS_MANAGER', 'registeredFrom'),
  list('leads', 'LeadFilter', 'id', 'CS_MANAGER', 'search'),
  list('auditEntries', 'AuditEntryFilter', 'id', 'AUDITOR', 'text'),
  list('auditEntries', 'AuditEntryFilter', 'id', 'AUDITOR', 'request'),
  page('clients', 'CS_MANAGER'),
  page('complaints', 'SERVICE_AGENT'),
  {
    name: 'signIn(signInName)',
    role: 'SERVICE_AGENT',
    query: 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }',
    variables: { input: { signInName: HERE, password: 'none of ours' } },
  },
]

type Verdict = 'open' | 'closed' | 'not tried'

const judge = async (url: string, body: string, cookie?: string): Promise<Verdict> => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-sqlmap-'))
  const child = spawn(
    'sqlmap',
    [
      '-u',
      url,
      '--method=POST',
      `--data=${body}`,
      '--headers=Content-Type: application/json',
      ...(cookie ? [`--cookie=${cookie}`] : []),
      '--batch',
      '--dbms=postgresql',
      '--level=2',
      '--risk=2',
      '--flush-session',
      '--ignore-code=400,401,403,404',
      `--output-dir=${folder}`,
      '--disable-coloring',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
  const missing = once(child, 'error').then(() => true)
  const isMissing = await Promise.race([missing, once(child, 'exit').then(() => false)])
  rmSync(folder, { recursive: true, force: true })
  if (isMissing) return 'not tried'
  if (/identified the following injection point|is vulnerable/.test(said)) return 'open'
  if (/do not appear to be injectable/.test(said)) return 'closed'
  throw new Error(`sqlmap came to no end:\n${said.slice(-2_000)}`)
}

/** A server that puts what it is sent into its statement. */
const careless = async (databaseUrl: string) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => (body += piece.toString()))
    request.on('end', async () => {
      const { words } = JSON.parse(body) as { words: string }
      const rows = await pool.query(`select 1 where 'a' = '${words}'`).then(
        (answer) => answer.rowCount,
        (error: Error) => error.message,
      )
      response.end(JSON.stringify({ rows }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await pool.end()
    },
  }
}

/** True where it opens the open server and nothing else. */
export const runSqlmap = async (steward: Steward): Promise<boolean> => {
  const control = await careless(steward.databaseUrl)
  const known = await judge(control.url, JSON.stringify({ words: HERE })).finally(control.close)
  if (known === 'not tried') {
    console.log('sqlmap is not installed (apt-get install sqlmap): nothing was tried')
    return false
  }
  console.log(`a server that is open on purpose: ${known}`)
  let isSound = known === 'open'
  for (const { name, role, query, variables } of PLACES) {
    const cookie = await signInAs(steward.address, role)
    const verdict = await judge(`${steward.address}/graphql`, JSON.stringify({ query, variables }), cookie)
    console.log(`${name}: ${verdict}`)
    isSound &&= verdict === 'closed'
  }
  return isSound
}
