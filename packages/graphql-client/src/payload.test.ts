import { describe, expect, it } from 'vitest'
import type { SignOutMutation } from './generated/graphql.ts'
import { fieldErrorsOf, narrow } from './payload.ts'

type Payload = SignOutMutation['signOut']

const success = { __typename: 'SignOutSuccess', signedOut: 3 } as const satisfies Payload
const invalid = {
  __typename: 'InvalidInputError',
  code: 'INVALID_INPUT',
  message: '请检查标出的栏目',
  fields: [{ __typename: 'FieldError', path: 'password', message: '请填写密码' }],
} as const satisfies object

describe('a payload', () => {
  it('is a success by its type name', () => {
    const result = narrow<Payload>(success)
    expect(result.ok && result.value.signedOut).toBe(3)
  })

  it('is a refusal with its sentences by field', () => {
    const payload: Payload | typeof invalid = invalid
    const result = narrow(payload)
    if (result.ok) throw new Error('a refusal was taken for a success')
    expect(result.refusal.message).toBe('请检查标出的栏目')
    expect(fieldErrorsOf(result.refusal)).toEqual({ password: '请填写密码' })
  })

  it('has no field sentences when the whole act is refused', () => {
    expect(fieldErrorsOf({ code: 'NOT_ELIGIBLE', message: '不可' })).toEqual({})
  })
})
