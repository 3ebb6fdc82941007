import type { ClientFilter } from '@steward/graphql-client'

export const CONDITION_WAYS = ['eq', 'has', 'from', 'to'] as const
export type ConditionWay = (typeof CONDITION_WAYS)[number]

/** One condition on a field, as it stands in the address: `FIELD~i~eq~value`; `p` in place of `i` for a personal field. */
export interface FieldCondition {
  readonly fieldId: string
  readonly personal: boolean
  readonly way: ConditionWay
  readonly value: string
}

const FORM = /^(fld_[0-9a-f]{32})~([ip])~(eq|has|from|to)~([^,~]{1,200})$/

export const readCondition = (written: string): FieldCondition | undefined => {
  const [, fieldId, personal, way, value] = FORM.exec(written) ?? []
  return fieldId && value
    ? { fieldId, personal: personal === 'p', way: way as ConditionWay, value }
    : undefined
}

/** Undefined where the value cannot stand in an address. */
export const writeCondition = ({ fieldId, personal, way, value }: FieldCondition): string | undefined => {
  const written = `${fieldId}~${personal ? 'p' : 'i'}~${way}~${value.trim()}`
  return FORM.test(written) ? written : undefined
}

const MEMBERS = { eq: 'equals', has: 'contains', from: 'from', to: 'to' } as const

/** What the server is asked for, by class: personal fields are searched apart. */
export const conditionFilter = (
  written: readonly string[],
): Pick<ClientFilter, 'fields' | 'personalFields'> => {
  const all = written.flatMap((each) => readCondition(each) ?? [])
  const some = (personal: boolean) => {
    const own = all
      .filter((it) => it.personal === personal)
      .map(({ fieldId, way, value }) => ({ fieldId, [MEMBERS[way]]: value }))
    return own.length > 0 ? own : undefined
  }
  const [fields, personalFields] = [some(false), some(true)]
  return { ...(fields ? { fields } : {}), ...(personalFields ? { personalFields } : {}) }
}
