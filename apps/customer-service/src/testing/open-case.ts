import type { Permission } from '@steward/domain'
import { openPortal, type Answers } from '@steward/portal/testing'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { portal } from '../portal.tsx'
import { CASE_ID, CHOICES, SEES_ALL } from './given.ts'

/** Opens the page of a case; each reading of the case takes the next of `cases`, the last one for ever. */
export async function openCase(
  cases: readonly object[],
  answers: Answers = {},
  permissions: readonly Permission[] = SEES_ALL,
) {
  let read = 0
  const opened = openPortal(portal, `complaints/${CASE_ID}`, {
    person: { permissions },
    answers: {
      ComplaintPage: () => ({ complaint: cases[Math.min(read++, cases.length - 1)] }),
      CaseChoices: () => CHOICES,
      ...answers,
    },
  })
  await screen.findByRole('heading', { level: 1 })
  return { ...opened, user: userEvent.setup({ delay: null }) }
}

/** What can be done with the case in sight. */
export const actions = () => within(screen.getByRole('group', { name: '可办理' }))

/** The form of a verb, over the page. */
export const form = (name: string) => within(screen.getByRole('form', { name }))

/** The variables of all that was sent under one name. */
export const sentBy = (sent: readonly { operation: string; variables: object }[], operation: string) =>
  sent.filter((it) => it.operation === operation).map(({ variables }) => variables)
