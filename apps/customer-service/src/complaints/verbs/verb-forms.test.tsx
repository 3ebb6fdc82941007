import { COMPLAINT_ACTION_LABELS, COMPLAINT_ACTIONS, COMPLAINT_INPUTS } from '@steward/domain'
import { clearPage, openPortal } from '@steward/portal/testing'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'
import { CASE_ID, CHOICES, givenCase, page, SEES_ALL } from '../../testing/given.ts'
import type { CaseAction } from '../action-names.ts'

afterEach(clearPage)

const VERBS = COMPLAINT_ACTIONS.filter((action): action is CaseAction => action !== 'register')
const published = (action: string) => action.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

/** Known before the form opens: the version that the person sees, and by whose delegation they act where there is one. */
const KNOWN = ['expectedVersion', 'delegationId']

/** What else a verb's input has. */
const asked = (action: CaseAction) =>
  Object.keys(COMPLAINT_INPUTS[action].shape).filter((name) => !KNOWN.includes(name))

describe('the form of every verb', () => {
  it.each(VERBS)('%s asks for all that its input can say', async (action) => {
    openPortal(portal, `complaints/${CASE_ID}`, {
      person: { permissions: SEES_ALL },
      answers: {
        ComplaintPage: () => ({ complaint: givenCase({ availableActions: [published(action)] }) }),
        CaseChoices: () => CHOICES,
        HandoverReceivers: () => CHOICES,
        SameMatter: () => ({ complaints: page('Complaint', []) }),
      },
    })
    const user = userEvent.setup()
    const label = COMPLAINT_ACTION_LABELS[action].zh
    const actions = within(await screen.findByRole('group', { name: '可办理' }))
    const button = actions.queryByRole('button', { name: label })
    if (button) await user.click(button)
    else {
      await user.click(actions.getByRole('button', { name: '更多操作' }))
      await user.click(await screen.findByRole('menuitem', { name: label }))
    }
    const form = await screen.findByRole('form', { name: label })
    const fields = [...form.querySelectorAll('[id]')].map(({ id }) => id.split('_')[0])
    for (const name of asked(action)) expect(fields).toContain(name)
  })
})

describe('whoever is said to have approved by word', () => {
  it.each(['signOralApproval', 'denyOralApproval'] as const)(
    'reads before %s what was recorded',
    async (action) => {
      const event = (id: string, at: string, note: string) => ({
        __typename: 'ComplaintEvent',
        id,
        action: 'RECORD_ORAL_APPROVAL',
        at,
        from: 'PROPOSED',
        to: 'APPROVED',
        note,
        by: { __typename: 'Staff', id: 'stf_9', name: '许文静' },
      })
      openPortal(portal, `complaints/${CASE_ID}`, {
        person: { permissions: SEES_ALL },
        answers: {
          ComplaintPage: () => ({
            complaint: givenCase({
              availableActions: [published(action)],
              events: [
                event('evt_1', '2026-11-20T02:00:00.000Z', '上一轮的请示'),
                event('evt_2', '2026-11-24T02:00:00.000Z', '电话请示，同意先赔付。'),
              ],
            }),
          }),
          CaseChoices: () => CHOICES,
        },
      })
      const user = userEvent.setup()
      const label = COMPLAINT_ACTION_LABELS[action].zh
      const actions = within(await screen.findByRole('group', { name: '可办理' }))
      const button = actions.queryByRole('button', { name: label })
      if (button) await user.click(button)
      else {
        await user.click(actions.getByRole('button', { name: '更多操作' }))
        await user.click(await screen.findByRole('menuitem', { name: label }))
      }
      const form = await screen.findByRole('form', { name: label })
      expect(form.textContent).toContain('电话请示，同意先赔付。')
      expect(form.textContent).toContain('许文静')
      expect(form.textContent).not.toContain('上一轮的请示')
    },
  )
})
