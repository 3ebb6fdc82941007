import { messages, useMessages, useViewer } from '@steward/portal'
import { Field, Fields, Input, MoneyInput } from '@steward/ui'
import { ProjectSelect } from '../finance/project-select.tsx'
import { NextStepFields } from '../leads/lead-fields.tsx'

const texts = messages({
  title: { zh: '商机名称', en: 'What it is about' },
  titleHint: { zh: '如：A 座会议室保洁年度合作', en: 'E.g. cleaning of the meeting rooms, a year' },
  need: { zh: '需求', en: 'What they need' },
  needHint: {
    zh: '要什么服务、多少、什么时候要、谁来定',
    en: 'Which service, how much, by when, who decides',
  },
  sum: { zh: '预计金额', en: 'Expected' },
  closes: { zh: '预计成交', en: 'Expected to close on' },
  project: { zh: '项目', en: 'Project' },
  nextHint: { zh: '如：约见决策人', en: 'E.g. meet who decides' },
})

/** What it is about, what it may bring, by when. */
export function OpportunityFields() {
  const say = useMessages(texts)
  const { currency } = useViewer().organization
  return (
    <>
      <Field name="title" label={say('title')} hint={say('titleHint')} required>
        <Input maxLength={100} autoComplete="off" />
      </Field>
      <Field name="need" label={say('need')} hint={say('needHint')} wide>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
      <Fields>
        <Field name="expectedMinor" label={say('sum')}>
          <MoneyInput currency={currency} />
        </Field>
        <Field name="expectedCloseOn" label={say('closes')}>
          <Input type="date" />
        </Field>
        <Field name="projectId" label={say('project')}>
          <ProjectSelect />
        </Field>
      </Fields>
    </>
  )
}

/** What comes next with it, and on which day. */
export function OpportunityNextFields() {
  const say = useMessages(texts)
  return <NextStepFields hint={say('nextHint')} />
}
