/** How a value may get into a statement: as a parameter. No text from outside is ever a part of one (threat T10). */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const SOURCE = join(import.meta.dirname, '../src')
const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  // Written once, run by the owner of the tables, with nothing from outside.
  .filter((name) => !name.includes(`migrations${sep}`))
  .map((name) => ({
    name: relative(SOURCE, join(SOURCE, name)).replaceAll(sep, '/'),
    text: readFileSync(join(SOURCE, name), 'utf8'),
  }))

/** Whatever takes a piece of SQL, and what it is given first. */
const CALL =
  /\.(?:query|orderBy|addOrderBy|where|andWhere|orWhere|having|andHaving|groupBy)(?:<[^()]*>)?\(\s*(`[^`]*`|[^`'"\s][^,)]*)/g
/** A constant of the module, or what has no insertion. */
const insertions = (template: string): readonly string[] =>
  [...template.matchAll(/\$\{([^}]*)\}/g)]
    .map(([, inserted]) => inserted!)
    .filter((inserted) => !/^[A-Z][A-Z0-9_.]*$/.test(inserted))
const SQL = /^\s*(select|insert|update|delete|with|lock|set|create|alter|drop|begin|and|or|where|order by)\b/i

/** Statements put together at run time: of names and expressions of our own, by the files whose work that is. */
const MADE_OF_OUR_OWN: Readonly<Record<string, string>> = {
  'audit/audit-change-text.ts': 'names of columns and kinds',
  'audit/audit-search.ts': 'names of tables and columns',
  'audit/audit-sequencer.service.ts': 'columns of an entry',
  'clients/duty/duty.projection.ts': 'an alias, and the predicates of parts',
  'clients/duty/gap-sql.ts': 'aliases, names of tables and columns, and the predicates of parts',
  'clients/fields/custom-field.projection.ts': 'an alias, and the columns of a class',
  'clients/merging/merge-obstacles.service.ts': 'names of tables and columns from the catalog',
  'clients/merging/merge-rows.service.ts': 'names of tables and columns from the catalog',
  'clients/merging/merge-state.service.ts': 'names of tables and columns from the catalog',
  'clients/merging/merge-tables.service.ts': 'names of tables and columns from the catalog',
  'clients/merging/merge.projection.ts': 'an alias, and the name of a column',
  'clients/receptions/reception.projection.ts': 'an alias',
  'database/pending-writes.ts': 'names of tables and columns from the metadata',
  'database/with-tenant.ts': 'a UUID that was looked at, because BEGIN takes no parameter',
  'documents/document.projection.ts': 'aliases, and who may sign',
  'documents/standard.projection.ts': 'aliases',
  'exports/production/copied-rows.service.ts': 'names of columns, for the newest published grade',
  'grading/cycles/grading-cycle.projection.ts': 'aliases, and the prefix of an id',
  'grading/cycles/population.ts': 'names of columns',
  'grading/evaluations/scoring.service.ts': 'whom a cycle grades, a constant, and names of columns',
  'grading/measuring/measures.ts': 'names of metrics, and the parts that measure them',
  'imports/import.projection.ts': 'aliases, and the limits of each kind',
  'imports/run/complaints/complaint-table.ts': 'names of columns',
  'imports/undo/undo-rows.ts': 'names of tables and columns from the catalog',
  'key-accounts/key-account.projection.ts': 'aliases',
  'ledger/checkpoint-sweep.service.ts': 'names of chains and tables',
  'ledger/ledger-file.service.ts': 'columns of an entry',
  'ledger/ledger.projection.ts': 'names of columns',
  'ledger/sign-offs-outside.service.ts': 'a constant and one',
  'ledger/tree-nodes.service.ts': 'names of tables',
  'maintenance-plans/evaluation/plan-measures.ts': 'days, and the medians of each measure',
  'maintenance-plans/evaluation/plan-summary.projection.ts': 'aliases, and columns of the plan',
  'maintenance-plans/plans/plan-content.projection.ts': 'aliases, and names of members',
  'maintenance-plans/plans/plan.projection.ts': 'aliases, and who may sign',
  'maintenance-plans/plans/signatures.projection.ts': 'aliases',
  'maintenance-plans/proposals/plan-proposal.service.ts': 'which plan stands for a client',
  'maintenance-plans/proposals/propose-plans.service.ts':
    'which plan stands for a client, and the name of a column',
  'maintenance-plans/templates/plan-template.projection.ts': 'an alias',
  'care/care.projection.ts': 'aliases, and a constant',
  'care/cared-for.service.ts': 'names of columns, for the newest published grade',
  'membership/membership.projection.ts': 'an alias',
  'money/value/figures.ts': 'names of columns, for the newest published grade',
  'notices/signing-notice.consumer.ts': 'who may sign, and an alias',
  'opportunities/papers/sales-paper.projection.ts': 'an alias',
  'opportunities/prices/price-form.projection.ts': 'an alias',
  'promises/promise.projection.ts': 'names of columns',
  'reads/compilation.ts': 'the compiler of reads',
  'reads/compile-connection.ts': 'the compiler of reads',
  'reads/compile-document.ts': 'the compiler of reads',
  'reads/compile-merged.ts': 'the compiler of reads',
  'runtime/initialize-cluster.ts': 'passwords that were just made, quoted by the driver',
  'sign-off/signing-debt.projection.ts': 'aliases, and who may sign',
  'sign-off/signing.projection.ts': 'aliases, and who may sign',
  'silence/histories.service.ts': 'the parts that signs are made of',
  'silence/standing/measure-standing.ts': 'names of columns',
  'webhooks/webhook.projection.ts': 'names of tables',
  'witnesses/consistency-proof.service.ts': 'names of chains and tables',
  'witnesses/witness.projection.ts': 'names of chains and columns',
  'worker/due-sweep.ts': 'names of tables and of a column',
}

describe('a statement', () => {
  it('is given to the database as a text of our own, with nothing written into it', () => {
    const found = FILES.flatMap(({ name, text }) =>
      [...text.matchAll(CALL)]
        .map(([, given]) => given!)
        .filter((given) => given.startsWith('`') && insertions(given).length > 0)
        .map((given) => `${name}: ${given}`),
    )
    expect(found.map((each) => each.replace(/:.*/s, ''))).toEqual([
      'database/with-tenant.ts',
      'runtime/initialize-cluster.ts',
    ])
  })

  it('is put together only where that is the work of a file', () => {
    const putTogether = FILES.filter(({ text }) =>
      [...text.matchAll(/`[^`]*`/g)].some(
        ([template]) => SQL.test(template.slice(1)) && insertions(template).length > 0,
      ),
    )
    expect(putTogether.map(({ name }) => name).toSorted()).toEqual(Object.keys(MADE_OF_OUR_OWN).toSorted())
  })

  it('never asks TypeORM to sort or narrow by a name that somebody chose', () => {
    const chosen = FILES.flatMap(({ name, text }) =>
      [...text.matchAll(/\.(?:orderBy|addOrderBy|groupBy)\(\s*([^'"`\s{][^)]*)/g)].map(
        ([call]) => `${name}: ${call}`,
      ),
    )
    expect(chosen).toEqual([])
  })
})
