import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Field, Form } from '@steward/ui'
import { afterEach, expect, it } from 'vitest'
import { clearPage, openPage } from '../../testing/index.tsx'
import { PersonSelect } from './person-select.tsx'

afterEach(clearPage)

const staff = (id: string, name: string) => ({ __typename: 'Staff', id, name, position: null })
const found = (...people: ReturnType<typeof staff>[]) => ({
  __typename: 'StaffConnection',
  edges: people.map((node) => ({ __typename: 'StaffEdge', node })),
})

const open = (chosen?: string) => {
  const submitted: unknown[] = []
  const { sent } = openPage(
    '/',
    <Form<{ assigneeId?: string }>
      label="派单"
      verb="提交"
      initial={chosen ? { assigneeId: chosen } : {}}
      onSubmit={async (values) => void submitted.push(values)}
    >
      <Field name="assigneeId" label="经办人">
        <PersonSelect department="dep_1" except="stf_me" />
      </Field>
    </Form>,
    {
      answers: {
        ColleaguesByName: ({ search, withChosen }) => ({
          staff: search
            ? found(staff('stf_far', '赵远'))
            : found(staff('stf_me', '我'), staff('stf_a', '陈伟')),
          ...(withChosen ? { staffMember: staff('stf_chosen', '周选') } : {}),
        }),
      },
    },
  )
  return { sent, submitted }
}

it('finds somebody whom the first page of names does not hold, on the server', async () => {
  const { sent, submitted } = open()
  const box = await screen.findByRole('combobox', { name: '经办人' })
  await userEvent.click(box)
  await screen.findByTitle('陈伟')
  expect(screen.queryByTitle('我')).toBeNull()
  await userEvent.type(box, '赵')
  await userEvent.click(await screen.findByTitle('赵远'))
  expect(sent.map(({ variables }) => variables)).toContainEqual(
    expect.objectContaining({ search: '赵', department: 'dep_1', first: 20 }),
  )
  await userEvent.click(screen.getByRole('button', { name: /提\s?交/ }))
  await waitFor(() => expect(submitted).toEqual([{ assigneeId: 'stf_far' }]))
})

it('names who is chosen already, whoever else is on the list', async () => {
  open('stf_chosen')
  expect(await screen.findByText('周选')).toBeTruthy()
})
