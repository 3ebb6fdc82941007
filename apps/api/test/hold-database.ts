/** A supervisor to be killed: starts the embedded server of a folder, says so, and stays until it is stopped. */
import { startEmbeddedPostgres } from '../src/runtime/embedded-postgres.ts'

const [dataDir = ''] = process.argv.slice(2)
const server = await startEmbeddedPostgres({ dataDir })
const { pid, adopted, urls } = server
process.stdout.write(`${JSON.stringify({ pid, adopted, uid: process.getuid?.(), urls })}\n`)
process.on('SIGTERM', () => void server.stop())
await server.gone
