import type { Actor } from '../access/actor.ts'
import { invalidInput } from '../errors.ts'
import { text } from '../text.ts'
import { given, take, type Verb } from './complaint-change.ts'
import type { Complaint } from './complaint.ts'

/** The investigator is whoever wrote the findings: nobody else is kept from ruling on them. */
const investigatedBy = (actor: Actor, findings: string | null): Partial<Complaint> =>
  findings === null ? {} : { investigatedById: actor.staffId }

export const investigate: Verb<'investigate'> = (complaint, input, actor, now) => {
  const { expectedVersion: _, ...found } = input
  return take('investigate', complaint, input, actor, now, {
    patch: { ...given(found), investigatedById: actor.staffId },
    note: input.findings,
  })
}

/**
 * Completes what was found. Once a proposal has been decided, only cause and prevention may still be added: the
 * approval rests on the findings as they were.
 */
export const recordFindings: Verb<'recordFindings'> = (complaint, input, actor, now) => {
  const { expectedVersion: _, ...found } = input
  const { cause: __, causeNote: ___, preventionNote: ____, ...decisive } = found
  const late = complaint.status !== 'INVESTIGATING'
  const frozen = Object.entries(decisive).find(([, value]) => value !== null)
  const empty = Object.values(found).every((value) => value === null)
  return take('recordFindings', complaint, input, actor, now, {
    refuse: empty
      ? invalidInput({ path: '', message: text('请至少填写一项。', 'Fill in at least one field.') })
      : late && frozen !== undefined
        ? invalidInput({
            path: frozen[0],
            message: text(
              '方案已决，只能补充原因与预防措施。',
              'Decided already: only cause and prevention can be added.',
            ),
          })
        : undefined,
    patch: { ...given(found), ...investigatedBy(actor, input.findings) },
    note: input.findings ?? input.preventionNote ?? input.causeNote,
  })
}

/** Makes the proposed responsibility final; null = no department of ours. */
export const ruleResponsibility: Verb<'ruleResponsibility'> = (complaint, input, actor, now) =>
  take('ruleResponsibility', complaint, input, actor, now, {
    patch: {
      proposedResponsibleDepartmentId: input.responsibleDepartmentId,
      faultShare: input.faultShare,
      responsibilityRuledById: actor.staffId,
    },
    note: input.comment,
  })
