/** The lines that an organization adds to its archive. None is deleted, since clients have values under it. */
import {
  CUSTOM_FIELD_INPUTS,
  fieldGaps,
  invalidInput,
  lostChoices,
  parseInput,
  withChoiceKeys,
  type CustomField as CustomFieldFacts,
} from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { CustomField } from './custom-field.entity.ts'

type Answer = Promise<CustomField | UserError>

type NewField = Omit<CustomFieldFacts, 'id' | 'retiredAt' | 'version'>

export const addField = (tx: Transaction, stated: NewField): Promise<CustomField> =>
  tx.insert(CustomField, {
    ...stated,
    kinds: [...stated.kinds],
    choices: [...stated.choices],
    retiredAt: null,
    version: 1,
  })

/** Refuses DUPLICATE where the key is taken. */
export const define = (context: VerbContext, input: object): Answer =>
  transaction(context, 'customField:define', (tx) => {
    const stated = orRefuse(parseInput(CUSTOM_FIELD_INPUTS.define, withUuids(input)))
    return addField(tx, { ...stated, choices: withChoiceKeys(stated.choices) })
  })

export const amend = (context: VerbContext, input: object): Answer =>
  transaction(context, 'customField:amend', async (tx) => {
    const { fieldId, expectedVersion, ...stated } = orRefuse(
      parseInput(CUSTOM_FIELD_INPUTS.amend, withUuids(input)),
    )
    const field = await tx.lock(CustomField, fieldId, expectedVersion)
    const wrong = [
      ...lostChoices(stated.choices, field.choices),
      ...fieldGaps({ ...stated, type: field.type }).map(({ path, params }) => ({
        path: path.join('.'),
        message: params.text,
      })),
    ]
    if (wrong.length > 0) throw new Refused(invalidInput(...wrong))
    const choices = [...withChoiceKeys(stated.choices, field.choices)]
    return tx.patch(CustomField, field, { ...stated, choices })
  })

const turned =
  (action: 'retire' | 'restore') =>
  (context: VerbContext, input: object): Answer =>
    transaction(context, `customField:${action}`, async (tx) => {
      const { fieldId, expectedVersion } = orRefuse(parseInput(CUSTOM_FIELD_INPUTS[action], withUuids(input)))
      const field = await tx.lock(CustomField, fieldId, expectedVersion)
      const isRetired = field.retiredAt !== null
      if (isRetired === (action === 'retire')) {
        const [status, allowed] = isRetired
          ? (['RETIRED', 'IN_USE'] as const)
          : (['IN_USE', 'RETIRED'] as const)
        throw new Refused({ code: 'WRONG_STATUS', status, action, allowed: [allowed] })
      }
      return tx.patch(CustomField, field, { retiredAt: isRetired ? null : tx.now })
    })

export const retire = turned('retire')
export const restore = turned('restore')
