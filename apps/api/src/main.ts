#!/usr/bin/env node
/** The only file that starts anything. Each command loads what it needs when it runs. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { describeSettings, readConfig, type Config } from './config.ts'
import type { ImportCommand } from './imports/process/import-command.ts'
import type { FitCommand } from './silence/command/silence-command.ts'
import { repositoryRoot } from './runtime/data-folder.ts'

const program = new Command('steward').description(
  'Steward 管家: client relations for property-services companies',
)

program
  .command('start')
  .description(
    'bring everything up behind one address: database, tables, demonstration data, API with the portals',
  )
  .action(async () => {
    const { start } = await import('./runtime/start.ts')
    await start(readConfig())
  })

program
  .command('api')
  .description('serve from the database of DATABASE_URL; `start` runs this and keeps it running')
  .option('--development', 'migrate first, allow documents of all kinds and explain what is wrong with them')
  .action(async ({ development = false }: { development?: boolean }) => {
    const config = readConfig()
    if (development && config.database) {
      const { socketSigner } = await import('./ledger/signer-client.ts')
      const { prepareDatabase } = await import('./runtime/prepare-database.ts')
      const { teller } = await import('./runtime/log.ts')
      await prepareDatabase(config, config.database, teller(config), socketSigner(config.signer.socket))
    }
    const { serve } = await import('./runtime/serve.ts')
    await serve(config, development)
  })

program
  .command('worker')
  .description(
    'relay what has happened, do what is due and run the jobs, on the database of DATABASE_WORKER_URL; `start` runs this and keeps it running',
  )
  .action(async () => {
    const { work } = await import('./runtime/work.ts')
    await work(readConfig())
  })

program
  .command('signer')
  .description(
    'hold the key of the ledger and sign for API and worker; `start` runs this and keeps it running',
  )
  .option('--rotate', 'only add a key that signs from now on, vouched for by the one until now')
  .action(async ({ rotate = false }: { rotate?: boolean }) => {
    const config = readConfig()
    if (rotate) {
      const { rotateKey } = await import('./ledger/key-ring.ts')
      const { kid } = await rotateKey(config.signer.keys, new Date())
      print([`signs from now on: ${kid}`])
      return
    }
    const { holdKeys } = await import('./runtime/hold-keys.ts')
    await holdKeys(config)
  })

program
  .command('migrate')
  .description('bring the tables of the database to this version')
  .option(
    '--down [steps]',
    'take the newest migrations back instead (one, unless said otherwise)',
    wholeNumber,
  )
  .option('--drift', 'only print what a new migration would have to do for the tables to equal the entities')
  .action(async ({ down, drift: onlyDrift }: { down?: number | true; drift?: true }) => {
    const { withDatabase, ownerUrl } = await import('./runtime/with-database.ts')
    const { drift, migrate, takeBack } = await import('./runtime/migrate-command.ts')
    await withDatabase(readConfig(), async (urls) => {
      if (onlyDrift) print((await drift(ownerUrl(urls))).map((statement) => `${statement};`))
      else if (down) await takeBack(ownerUrl(urls), down === true ? 1 : down)
      else print(await migrate(ownerUrl(urls)))
    })
  })

program
  .command('seed')
  .description('migrate, and fill an empty database with the demonstration data')
  .action(async () => {
    const config = readConfig()
    if (config.mode !== 'demonstration')
      throw new Error('Only a demonstration is filled: STEWARD_MODE is production.')
    const { withDatabase } = await import('./runtime/with-database.ts')
    const { prepareDatabase } = await import('./runtime/prepare-database.ts')
    const { teller } = await import('./runtime/log.ts')
    const { folderSigner } = await import('./ledger/key-ring.ts')
    const added = await withDatabase(config, (urls) =>
      prepareDatabase(config, urls, teller(config), folderSigner(config.signer.keys)),
    )
    if (!added) print(['The database holds an organization already; nothing was added.'])
  })

const imports = program.command('import').description('bring records in from a file')

imports
  .command('complaints')
  .description('bring complaints in from a CSV file: all accepted rows at once, or none')
  .argument('<file>')
  .requiredOption('--organization <code>', 'the part after the @ of a sign-in name')
  .requiredOption('--as <name>', 'sign-in name of the administrator who answers for it')
  .option('--mapping <name>', 'what the columns mean; found out from the header unless named')
  .option('--encoding <name>', 'e.g. GB18030; found out unless named', (name) =>
    name.toUpperCase().replace('-', '_'),
  )
  .option('--dry-run', 'only look, and tell what would come in')
  .action(async (file: string, options: Omit<ImportCommand, 'file'>) => {
    const { importComplaints } = await import('./imports/process/import-command.ts')
    const done = await onMigrated((config, url) => importComplaints(config, url, { file, ...options }))
    if (!done) process.exitCode = 1
  })

imports
  .command('run', { hidden: true })
  .arguments('<organization> <run>')
  .action(async (orgId: string, id: string) => {
    const { doPlannedRun } = await import('./imports/process/import-process.ts')
    await doPlannedRun(readConfig(), { orgId, id })
  })

imports
  .command('look', { hidden: true })
  .arguments('<organization> <file>')
  .action(async (orgId: string, id: string) => {
    const { tellLook } = await import('./imports/process/import-process.ts')
    await tellLook(readConfig(), { orgId, id })
  })

const organizations = program.command('organization').description('what nobody who signs in can do')

organizations
  .command('add')
  .description(
    'found an organization with its first administrator; prints the one-time link by which they come in',
  )
  .requiredOption('--code <code>', 'the part after the @ of all its sign-in names')
  .requiredOption('--name <name>', 'as people know it')
  .option('--time-zone <name>', 'of its dates and working hours', 'Asia/Shanghai')
  .option('--currency <code>', 'of all its amounts, ISO 4217', 'CNY')
  .requiredOption('--administrator <name>', 'the part before the @')
  .option('--administrator-name <name>', 'what colleagues read; the sign-in name unless given')
  .action(async (options: object) => {
    const { organizationAdd } = await import('./founding/organization-command.ts')
    await onMigrated((config, url) => organizationAdd(config, url, options, (line) => print([line])))
  })

organizations
  .command('link')
  .description('print a new one-time link for an administrator who cannot get in')
  .requiredOption('--code <code>', 'the part after the @')
  .requiredOption('--administrator <name>', 'the part before the @')
  .action(async (options: { code: string; administrator: string }) => {
    const { organizationLink } = await import('./founding/organization-command.ts')
    await onMigrated((config, url) => organizationLink(config, url, options, (line) => print([line])))
  })

program
  .command('grading')
  .description('what was graded')
  .command('recompute')
  .description('make every evaluation of a published cycle again from its snapshot; names those that differ')
  .argument('<organization>', 'the part after the @ of its sign-in names')
  .argument('<cycle>', 'e.g. GC-2611-001')
  .action(async (code: string, number: string) => {
    const { recomputeCommand } = await import('./grading/evaluations/recompute.service.ts')
    const isRight = await onMigrated((_, url) =>
      recomputeCommand(url, { code, number }, (line) => print([line])),
    )
    if (!isRight) process.exitCode = 1
  })

program
  .command('silence')
  .description('the model of silence on data of one’s own')
  .command('fit')
  .description('fit the model to a CSV file of client, date and amount, and hold it against the later part')
  .argument('<file>')
  .option('--client <column>', 'who', 'client')
  .option('--date <column>', 'on which day', 'date')
  .option('--amount <column>', 'for how much', 'amount')
  .option('--until <day>', 'the last day the model knows of; two thirds of the time unless said')
  .action(async (file: string, options: Omit<FitCommand, 'file'>) => {
    const { localeOf } = await import('./http/locale.ts')
    const { silenceFit } = await import('./silence/command/silence-command.ts')
    const locale = localeOf(Intl.DateTimeFormat().resolvedOptions().locale)
    silenceFit({ file, ...options }, locale, print)
  })

program
  .command('schema')
  .description('write the API as GraphQL text to packages/graphql-client/schema.graphql')
  .action(async () => {
    const { printSdl } = await import('./schema.ts')
    writeFileSync(join(repositoryRoot, 'packages/graphql-client/schema.graphql'), printSdl())
  })

program
  .command('settings')
  .description('print the environment variables (docs/settings.md)')
  .action(() => print([describeSettings()]))

/** Works under the runtime role, on tables of this version where the owner's address is known. */
async function onMigrated<T>(work: (config: Config, url: string) => Promise<T>): Promise<T> {
  const config = readConfig()
  const { withDatabase } = await import('./runtime/with-database.ts')
  const { migrate } = await import('./runtime/migrate-command.ts')
  return withDatabase(config, async ({ owner, runtime }) => {
    if (owner) await migrate(owner)
    return work(config, runtime)
  })
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('a whole number from 1 is wanted.')
  return Number(text)
}

function print(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
}

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
