import { DatabaseError, type Pool } from 'pg'
import type { Compiled } from './compile-document.ts'
import { Refusal } from './refusal.ts'
import { runStatement } from './run-statement.ts'
import type { Inputs } from './sql-writer.ts'

/**
 * Runs a compiled statement: the JSON text of its answer, or undefined when it found no row. Throws a Refusal where the
 * client, the load or the network is the reason; any other error is a fault of ours.
 * @param named trusted documents only: partners' would fill the connections with statements that nobody asks for again
 */
export async function readCompiled(
  pool: Pool,
  { text, name, parameters }: Compiled,
  given: Omit<Inputs, 'evaluated'>,
  named: boolean,
): Promise<string | undefined> {
  const inputs: Inputs = { ...given, evaluated: new Map() }
  const values = parameters.map((bind) => bind(inputs))
  const organizationId = given.reader?.actor.organizationId ?? null
  try {
    return await runStatement(pool, { text, name: named ? name : undefined, values, organizationId })
  } catch (error) {
    throw refusalOf(error) ?? error
  }
}

const QUERY_CANCELLED = '57014'
const DATA_EXCEPTION = /^22/
/** Connection exceptions, too many connections, shut-down and recovery; and the socket's own errors. */
const UNAVAILABLE = /^(08|53|57P|ECONN|EPIPE|ETIMEDOUT)/

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal || !(error instanceof Error)) return undefined
  const code =
    error instanceof DatabaseError || 'code' in error ? String((error as { code?: unknown }).code) : ''
  if (code === QUERY_CANCELLED) return new Refusal('TOO_COSTLY', 'tooSlow')
  if (DATA_EXCEPTION.test(code)) return new Refusal('BAD_REQUEST', 'value')
  const isLost = /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
  return UNAVAILABLE.test(code) || isLost ? new Refusal('UNAVAILABLE', 'unavailable') : undefined
}
