import { OPPORTUNITY_ACTION_LABELS, OPPORTUNITY_INPUTS } from '@steward/domain'
import {
  messages,
  PersonSelect,
  useAct,
  useCheckInput,
  useDraft,
  useMessages,
  usePortalPath,
  useSay,
  useViewer,
  useWorkTab,
} from '@steward/portal'
import { Field, Form, PageHeader, Panel, Stack, useNotify, useUi } from '@steward/ui'
import { useSearchParams } from 'react-router'
import { ClientSelect } from '../clients/client-select.tsx'
import { stated } from '../clients/page/options.ts'
import { OpenOpportunity } from './opportunity-documents.ts'
import { OpportunityFields, OpportunityNextFields } from './opportunity-fields.tsx'

const texts = messages({
  hint: {
    zh: '客户提到想要什么，就记下来；金额和日期可以以后补。',
    en: 'Write it down when a client says what they would like; sums and days can follow.',
  },
  back: { zh: '商机', en: 'Opportunities' },
  what: { zh: '是什么商机', en: 'What it is' },
  client: { zh: '客户', en: 'Client' },
  who: { zh: '谁来跟进', en: 'Who looks after it' },
  assignee: { zh: '负责人', en: 'Answers for it' },
  mine: { zh: '不选就归您跟进', en: 'Yours, if nobody is named' },
  manager: {
    zh: '不选就交给这位客户的专职客户经理；没有的话请指定',
    en: 'The client’s own manager, if nobody is named; without one, say who',
  },
  from: { zh: '来源已记下：与那次服务接触相连。', en: 'It keeps the service contact that it arose from.' },
  done: { zh: '已登记商机 {{number}}', en: 'Opportunity {{number}} is opened' },
})

interface Values {
  readonly clientId?: string
  readonly title?: string
  readonly need?: string
  readonly expectedMinor?: number | null
  readonly expectedCloseOn?: string
  readonly projectId?: string
  readonly assigneeId?: string
  readonly nextStep?: string
  readonly nextStepOn?: string
}

const ORIGINS = { lead: 'led', reception: 'rcp', complaint: 'cmp' } as const

/** An opportunity, written down when it is heard of; from a service contact it keeps that. */
export function OpenOpportunityPage() {
  const say = useMessages(texts)
  const title = useSay()(OPPORTUNITY_ACTION_LABELS.open)
  const path = usePortalPath()
  const { routing } = useUi()
  const notify = useNotify()
  const check = useCheckInput()
  const { roles } = useViewer()
  const [params] = useSearchParams()
  const idIn = (name: string, prefix: string) => {
    const value = params.get(name) ?? ''
    return new RegExp(`^${prefix}_[0-9a-f]{32}$`).test(value) ? value : undefined
  }
  const origins = {
    leadId: idIn('lead', ORIGINS.lead),
    receptionId: idIn('reception', ORIGINS.reception),
    complaintId: idIn('complaint', ORIGINS.complaint),
  }
  const isFromContact = Object.values(origins).some((it) => it !== undefined)
  const clientId = idIn('client', 'cli')
  const draft = useDraft<Values>('open-opportunity')
  const open = useAct(OpenOpportunity)
  const sells = roles.includes('SALES') || roles.includes('KEY_ACCOUNT_MANAGER')
  useWorkTab(title)
  const inputOf = ({ clientId: client, title: about, nextStep, nextStepOn, ...rest }: Values) => ({
    clientId: client ?? '',
    title: about ?? '',
    ...stated(rest),
    ...stated(origins),
    ...stated({ nextStep, ...(nextStep?.trim() ? { nextStepOn } : {}) }),
  })
  return (
    <>
      <PageHeader
        title={title}
        subtitle={say('hint')}
        back={{ to: path('opportunities'), label: say('back') }}
      />
      <Form<Values>
        label={title}
        verb={title}
        wide
        stays
        initial={{ ...draft.found, ...(clientId ? { clientId } : {}) }}
        onChange={draft.keep}
        check={(values) => check(OPPORTUNITY_INPUTS.open, inputOf(values))}
        onSubmit={async (values) => {
          const { done, refused } = await open(inputOf(values))
          if (!done) return refused
          draft.drop()
          notify.done(say('done', { number: done.number }))
          routing.go(path(`opportunities/${done.id}`))
          return undefined
        }}
      >
        <div className="st-field-wide">
          <Stack gap={4}>
            <Panel title={say('what')}>
              <Field name="clientId" label={say('client')} required>
                <ClientSelect />
              </Field>
              <OpportunityFields />
              {isFromContact && <p className="st-quiet">{say('from')}</p>}
            </Panel>
            <Panel title={say('who')}>
              <Field name="assigneeId" label={say('assignee')} hint={say(sells ? 'mine' : 'manager')}>
                <PersonSelect />
              </Field>
              <OpportunityNextFields />
            </Panel>
          </Stack>
        </div>
      </Form>
    </>
  )
}
