import { useQuery } from '@apollo/client/react'
import { GRADING_CYCLE_ACTION_LABELS, GRADING_CYCLE_INPUTS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Field, Form, Input, Select, Stack } from '@steward/ui'
import { OpenGradingCycle } from './grading-mutations.ts'

const ProjectsToGrade = graphql(/* GraphQL */ `
  query ProjectsToGrade {
    projects {
      id
      name
    }
  }
`)

const texts = messages({
  name: { zh: '名称', en: 'Name' },
  nameHint: { zh: '例如：2026 年下半年客户评级', en: 'e.g. Grading, second half of 2026' },
  asOf: { zh: '截止日', en: 'As of' },
  asOfHint: { zh: '数据统计到这一天；不填为今天', en: 'Counted until this day; today unless you say so' },
  scope: { zh: '项目', en: 'Communities' },
  scopeHint: { zh: '不选为全部客户', en: 'None chosen: all clients' },
})

interface Values {
  readonly name?: string
  readonly asOfOn?: string | null
  readonly projectIds?: readonly string[]
}

/** Opens a cycle, or the amendment of a directory: then day and communities are its own. */
export function OpenCycleForm(props: {
  readonly amends?: { readonly id: string; readonly name: string }
  readonly onCancel: () => void
  readonly onDone: (id: string) => void
}) {
  const { amends } = props
  const say = useMessages(texts)
  const verb = useSay()(GRADING_CYCLE_ACTION_LABELS.open)
  const check = useCheckInput()
  const act = useAct(OpenGradingCycle)
  const { data } = useQuery(ProjectsToGrade, { skip: amends !== undefined })
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ projectIds: [] }}
      onCancel={props.onCancel}
      check={({ name, asOfOn }) => check(GRADING_CYCLE_INPUTS.open, { name, asOfOn })}
      onSubmit={async ({ name = '', asOfOn, projectIds = [] }) => {
        const { done, refused } = await act({
          name,
          ...(asOfOn ? { asOfOn } : {}),
          ...(projectIds.length > 0 ? { projectIds: [...projectIds] } : {}),
          ...(amends ? { amendsId: amends.id } : {}),
        })
        if (done) props.onDone(done.id)
        return refused
      }}
    >
      <Stack gap={3}>
        <Field name="name" label={say('name')} hint={say('nameHint')} required>
          <Input maxLength={80} />
        </Field>
        {!amends && (
          <>
            <Field name="asOfOn" label={say('asOf')} hint={say('asOfHint')}>
              <Input type="date" />
            </Field>
            <Field name="projectIds" label={say('scope')} hint={say('scopeHint')}>
              <Select
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                options={data?.projects.map(({ id, name }) => ({ value: id, label: name })) ?? []}
              />
            </Field>
          </>
        )}
      </Stack>
    </Form>
  )
}
