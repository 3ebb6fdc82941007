/** A worker to be killed: does what `main.ts worker` does, with the consumers of the tests. Its address comes from the environment. */
import { pino } from 'pino'
import { readConfig } from '../src/config.ts'
import { runtimeDataSource } from '../src/database/data-source.ts'
import { NO_SIGNER } from '../src/ledger/signer.ts'
import { toldToStop } from '../src/runtime/signals.ts'
import { runWorker } from '../src/worker/run-worker.ts'
import { TEST_CONSUMERS, TEST_SWEEP } from './worker-effects.ts'

const config = readConfig()
const url = config.database!.worker!
const told = toldToStop()
const dataSource = await runtimeDataSource({ url, poolSize: 4 }).initialize()
const services = {
  config,
  dataSource,
  signer: NO_SIGNER,
  log: pino({ level: 'fatal' }),
  clock: () => new Date(),
}
const worker = await runWorker({ services, url, consumers: TEST_CONSUMERS, sweeps: [TEST_SWEEP] })
process.send?.('ready')
await told
await worker.stop()
process.exit(0)
