/** The limit: node:http, pg, one named statement a request. Started as a process of its own by the bench. */
import { randomUUID } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import pg from 'pg'
import { CLIENT_PAGE, QUEUE, REGISTER } from './limit-sql.ts'

const { DATABASE_URL: connectionString, ORGANIZATION: org, STAFF: staff, PORT } = process.env
// Row security would need the setting: the limit goes without it, on connections that carry the organization for good.
const pool = new pg.Pool({ connectionString, max: 12, options: `-c app.org_id=${org}` })

const statementFor = (url: URL): { name: string; text: string; values: unknown[] } => {
  if (url.pathname === '/client')
    return { name: 'client', text: CLIENT_PAGE, values: [org, url.searchParams.get('id')] }
  if (url.pathname === '/queue') return { name: 'queue', text: QUEUE, values: [org] }
  return { name: 'register', text: REGISTER, values: [org, randomUUID(), randomUUID(), randomUUID(), staff] }
}

createServer((request, response) => {
  request.resume()
  request.once('end', () => void answer(new URL(request.url!, 'http://limit'), response))
}).listen(Number(PORT), 'localhost', () => process.send?.('ready'))

const answer = async (url: URL, response: ServerResponse): Promise<void> => {
  try {
    const { rows } = await pool.query<{ reply: string }>(statementFor(url))
    response.setHeader('content-type', 'application/json')
    response.end(rows[0]!.reply)
  } catch (error) {
    response.statusCode = 500
    response.end((error as Error).message)
  }
}
