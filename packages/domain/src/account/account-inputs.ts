import { z } from 'zod'
import { ROLES } from '../access/roles.ts'
import { id, optional, words } from '../input.ts'
import { newPassword } from '../organization/password.ts'
import { text } from '../text.ts'
import { readTypedCode } from './codes.ts'
import { MAXIMUM_GRACE_DAYS } from './proof.ts'

const code = () =>
  z
    .string()
    .max(40)
    .refine((typed) => readTypedCode(typed) !== undefined, {
      params: { text: text('请输入 6 位数字，或一个备用码。', 'Give the six digits, or a recovery code.') },
    })

const sixDigits = () =>
  z
    .string()
    .max(40)
    .refine((typed) => readTypedCode(typed)?.kind === 'ONE_TIME_CODE', {
      params: { text: text('请输入应用里显示的 6 位数字。', 'Give the six digits that the app shows.') },
    })

/** What a browser's authenticator answered, as JSON; its own library reads it. */
const ceremony = () => z.string().min(2).max(20_000)

/** One schema a verb: what the mutation accepts, what the form checks. */
export const ACCOUNT_INPUTS = {
  completeSignIn: z.object({ code: code() }),
  prove: z.object({ password: optional(z.string().max(1_000)), code: optional(code()) }),
  setUpOneTimeCode: z.object({ name: words(40) }),
  confirmOneTimeCode: z.object({ factorId: id(), code: sixDigits() }),
  addPasskey: z.object({ name: words(40), response: ceremony() }),
  passkey: z.object({ response: ceremony() }),
  endSession: z.object({ sessionId: id() }),
  removeFactor: z.object({ factorId: id() }),
  setFactorPolicy: z.object({
    role: z.enum(ROLES),
    graceDays: z.int().min(0).max(MAXIMUM_GRACE_DAYS),
  }),
  removeFactorPolicy: z.object({ role: z.enum(ROLES) }),
  requestPasswordReset: z.object({ signInName: words(120) }),
  usePasswordReset: z.object({ token: z.string().max(200), password: newPassword() }),
} as const
