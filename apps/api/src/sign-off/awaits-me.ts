/** Whether the signature that a record awaits now awaits the reader's own. */
import type { ActorSql, Reference, Row } from '../reads/projection.ts'
import { maySign, maySignRow } from './may-sign.ts'

export const awaitsMe = {
  sql: (alias: string, actor: ActorSql) => `exists (select from signing_step s
    where s.org_id = ${alias}.org_id and s.subject_id = ${alias}.id and s.state = 'OPEN' and ${maySign('s', actor)})`,
  reference: (row: Row, reference: Reference) =>
    reference.actor !== undefined &&
    reference
      .rows('signing_step')
      .some(
        (step) =>
          step.subject_id === row.id &&
          step.state === 'OPEN' &&
          maySignRow(step, reference.actor!.staffId, reference.actor!.personId, reference),
      ),
}
