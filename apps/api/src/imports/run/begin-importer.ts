/** Which importer a run needs: complaints by a mapping of their own, every other kind by its table of fields. */
import {
  comparableName,
  findComplaintMapping,
  headerFit,
  recordReader,
  recordTable,
  type DuplicateChoice,
  type RecordMapping,
} from '@steward/domain'
import type { Vault } from '../../access/vault.ts'
import type { Transaction } from '../../database/transaction.ts'
import { Building } from '../../organization/organization.entity.ts'
import type { Expected } from '../file/open-import.ts'
import { ImportDuplicateEntity, type ImportRunEntity } from '../import.entity.ts'
import { fieldsInUse } from '../import-columns.service.ts'
import { Filing } from './clients/filing.ts'
import { ClientImporter, type Duplicate } from './clients/client-importer.ts'
import { ComplaintImporter } from './complaints/complaint-importer.ts'
import { ImportStopped } from './import-stopped.ts'
import type { Importer } from './importer.ts'
import { KnownPlaces } from './known-places.ts'
import { PaymentImporter } from './payments/payment-importer.ts'
import type { RecordRun } from './record-run.ts'
import { ReceivableImporter } from './receivables/receivable-importer.ts'
import { UnitImporter } from './units/unit-importer.ts'

const mappingOf = (name: string) => {
  const mapping = findComplaintMapping(name)
  if (!mapping) throw new Error(`there is no mapping ${name}`)
  return mapping
}

/** What is known of the file of a run before it is opened. */
export const expectedOf = ({ kind, mapping: name, spec, encoding }: ImportRunEntity): Expected => {
  if (kind === 'COMPLAINTS') {
    const mapping = mappingOf(name)
    return {
      encoding: encoding ?? mapping.encoding,
      delimiter: mapping.delimiter,
      fitOf: (header) => headerFit(mapping, header),
    }
  }
  const known = new Set(spec!.columns.map(({ column }) => comparableName(column)))
  return {
    encoding: encoding ?? spec!.encoding,
    fitOf: (header) => header.filter((name) => known.has(comparableName(name))).length,
  }
}

interface Begun {
  // Whatever its rows are, they go through it and come back to it.
  readonly importer: Importer<object>
  /** Writes down what a dry run has found, for a person to decide. */
  readonly keepDuplicates: () => Promise<void>
}

interface Around {
  readonly vault: Vault
  readonly timeZone: string
  readonly currency: string
}

/** @throws ImportStopped where the columns do not fit the mapping */
export const beginImporter = async (
  tx: Transaction,
  run: ImportRunEntity,
  header: readonly string[],
  { vault, timeZone, currency }: Around,
): Promise<Begun> => {
  if (run.kind === 'COMPLAINTS') {
    const mapping = mappingOf(run.mapping)
    const importer = await ComplaintImporter.begin(tx, mapping, header, { timeZone, currency })
    return { importer: importer as unknown as Importer<object>, keepDuplicates: () => Promise.resolve() }
  }
  const { orgId, id, startedById: staffId } = run
  const spec = run.spec as RecordMapping
  const fields = run.kind === 'CLIENTS' ? await fieldsInUse(tx) : []
  const table = recordTable(spec.kind, fields)
  const reader = recordReader(spec, header, { timeZone, now: tx.now, table })
  if (!reader.ok) throw ImportStopped.refused(reader.error)
  const record: RecordRun = {
    tx,
    vault,
    orgId,
    id,
    staffId,
    source: spec.source,
    timeZone,
    choiceOf: await choicesOf(tx, run),
  }
  const places = await KnownPlaces.load(tx.manager, orgId)
  if (run.kind === 'UNITS') {
    const buildings = await tx.manager.findBy(Building, { orgId })
    const withdrawn = buildings.filter(({ withdrawnAt }) => withdrawnAt !== null)
    const importer = new UnitImporter(record, reader.value, places, withdrawn)
    return { importer: importer as unknown as Importer<object>, keepDuplicates: () => Promise.resolve() }
  }
  if (run.kind === 'RECEIVABLES') {
    const importer = new ReceivableImporter(record, reader.value, places)
    return { importer: importer as unknown as Importer<object>, keepDuplicates: () => Promise.resolve() }
  }
  if (run.kind === 'PAYMENTS') {
    const importer = new PaymentImporter(record, reader.value, places)
    return { importer: importer as unknown as Importer<object>, keepDuplicates: () => Promise.resolve() }
  }
  const importer = new ClientImporter(record, reader.value, places, await Filing.load(tx, spec, fields))
  return {
    importer: importer as unknown as Importer<object>,
    keepDuplicates: () => keepDuplicates(tx, run, importer.duplicates),
  }
}

/** What was chosen after the dry run, line by line; for all others what the run says for all. */
const choicesOf = async (
  tx: Transaction,
  { orgId, dryRunId, duplicateChoice }: ImportRunEntity,
): Promise<(line: number) => DuplicateChoice> => {
  if (dryRunId === null) return () => duplicateChoice
  const rows = await tx.manager.findBy(ImportDuplicateEntity, { orgId, runId: dryRunId })
  const chosen = new Map(rows.map(({ line, choice }) => [line, choice]))
  return (line) => chosen.get(line) ?? duplicateChoice
}

const CHUNK = 1_000

const keepDuplicates = async (
  tx: Transaction,
  { orgId, id: runId }: ImportRunEntity,
  duplicates: readonly Duplicate[],
): Promise<void> => {
  const rows = duplicates.map((it) => ({ orgId, id: tx.newId(), runId, ...it, choice: null, version: 1 }))
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx.manager.insert(ImportDuplicateEntity, rows.slice(at, at + CHUNK))
}
