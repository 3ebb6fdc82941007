import type { Config } from '../config.ts'
import { listenForSigning } from '../ledger/signer-process.ts'
import { processLog } from './log.ts'
import { toldToStop } from './signals.ts'

/** The signer process: signs until it is told to stop. It has no database, and needs none of its addresses. */
export async function holdKeys(config: Config): Promise<void> {
  const told = toldToStop()
  const log = processLog(config, 'signer')
  const server = await listenForSigning(config.signer.keys, config.signer.socket)
  log.info('signing')
  process.send?.('ready')
  log.info({ reason: await told }, 'stopping')
  server.close()
  process.exit(0)
}
