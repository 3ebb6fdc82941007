import {
  CLIENT_KIND_LABELS,
  CLIENT_KINDS,
  LEAD_ACTION_LABELS,
  LEAD_INPUTS,
  type ClientKind,
} from '@steward/domain'
import {
  messages,
  PersonSelect,
  useAct,
  useCheckInput,
  useDraft,
  useMay,
  useMessages,
  usePortalPath,
  useSay,
  useWorkTab,
} from '@steward/portal'
import {
  Choice,
  Field,
  Fields,
  Form,
  Input,
  PageHeader,
  Panel,
  Stack,
  useNotify,
  useUi,
  type Refused,
} from '@steward/ui'
import { useRef, useState } from 'react'
import { optionsOf, stated } from '../clients/page/options.ts'
import { besideReferrer, referrerOf, type Referred } from '../clients/referrer-field.tsx'
import { LikelySameLead } from './likely-same-lead.tsx'
import { OpenLead } from './lead-documents.ts'
import { NeedField, NextStepFields, OriginFields } from './lead-fields.tsx'

const texts = messages({
  hint: {
    zh: '来电、上门、介绍……先记下怎么联系和想要什么，其余以后补。',
    en: 'A call, a visit, a word from a client: note how to reach them and what they want; the rest can follow.',
  },
  back: { zh: '线索', en: 'Leads' },
  who: { zh: '是谁', en: 'Who it is' },
  kind: { zh: '类别', en: 'Kind' },
  name: { zh: '姓名/名称', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  email: { zh: '邮箱', en: 'E-mail' },
  from: { zh: '从哪里来', en: 'Where they come from' },
  next: { zh: '谁来跟进', en: 'Who looks after it' },
  assignee: { zh: '负责人', en: 'Assigned to' },
  toPool: {
    zh: '不选则进入公海，由同事认领',
    en: 'Without a name it lies in the pool for colleagues to claim',
  },
  mine: { zh: '登记后归您跟进。', en: 'It is yours once it is opened.' },
  pooled: { zh: '登记后进入公海，由销售认领。', en: 'It lies in the pool, for sales to claim.' },
  done: { zh: '已登记线索 {{number}}', en: 'Lead {{number}} is opened' },
})

interface Values {
  readonly kind: ClientKind
  readonly name?: string
  readonly phone?: string
  readonly email?: string
  readonly need?: string
  readonly sourceId?: string
  readonly campaignId?: string
  readonly referredBy?: Referred
  readonly projectId?: string
  readonly assigneeId?: string
  readonly nextStep?: string
  readonly nextStepOn?: string
}

interface Known {
  readonly clients: readonly string[]
  readonly leads: readonly string[]
}

const inputOf = (values: Values, known: Known = { clients: [], leads: [] }) => {
  const { kind, name, sourceId, referredBy, nextStep, nextStepOn, ...rest } = values
  return {
    kind,
    name: name ?? '',
    sourceId: sourceId ?? '',
    ...stated(rest),
    ...referrerOf(referredBy),
    ...stated({ nextStep, ...(nextStep?.trim() ? { nextStepOn } : {}) }),
    knownNotToBeClients: [...known.clients],
    knownNotToBeLeads: [...known.leads],
  }
}

/** A lead, written down while they are on the phone or at the counter. */
export function OpenLeadPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const title = sayWord(LEAD_ACTION_LABELS.open)
  const path = usePortalPath()
  const may = useMay()
  const { routing } = useUi()
  const notify = useNotify()
  const check = useCheckInput()
  const draft = useDraft<Values>('open-lead')
  const open = useAct(OpenLead)
  const [same, setSame] = useState<{ readonly id: string; readonly values: Values }>()
  const known = useRef<Known>({ clients: [], leads: [] })
  useWorkTab(title)
  const submit = async (values: Values): Promise<Refused | undefined> => {
    const { done, refused, refusal } = await open(inputOf(values, known.current))
    if (done) {
      draft.drop()
      notify.done(say('done', { number: done.number }))
      routing.go(path(`leads/${done.id}`))
      return undefined
    }
    if (refusal?.__typename === 'DuplicateError' && refusal.existingId) {
      setSame({ id: refusal.existingId, values })
      return {}
    }
    setSame(undefined)
    return besideReferrer(refused)
  }
  /** They were looked at, and are somebody else: sent once more, with that. */
  const goOn = async () => {
    if (!same) return
    const isLead = same.id.startsWith('led_')
    const { clients, leads } = known.current
    known.current = isLead
      ? { clients, leads: [...leads, same.id] }
      : { clients: [...clients, same.id], leads }
    const refused = await submit(same.values)
    if (refused?.message) notify.failed(refused.message)
  }
  const works = may('lead:claim')
  return (
    <>
      <PageHeader title={title} subtitle={say('hint')} back={{ to: path('leads'), label: say('back') }} />
      <Form<Values>
        label={title}
        verb={title}
        wide
        stays
        initial={{ kind: 'INDIVIDUAL', ...draft.found }}
        onChange={draft.keep}
        check={(values) => check(LEAD_INPUTS.open, inputOf(values))}
        onSubmit={submit}
      >
        <div className="st-field-wide">
          <Stack gap={4}>
            <Panel title={say('who')}>
              <Field name="kind" label={say('kind')}>
                <Choice options={optionsOf(CLIENT_KINDS, CLIENT_KIND_LABELS, sayWord)} />
              </Field>
              <Fields>
                <Field name="name" label={say('name')} required>
                  <Input size="large" autoFocus maxLength={100} autoComplete="off" />
                </Field>
                <Field name="phone" label={say('phone')}>
                  <Input size="large" type="tel" inputMode="tel" autoComplete="off" />
                </Field>
                <Field name="email" label={say('email')}>
                  <Input type="email" autoComplete="off" />
                </Field>
              </Fields>
              <NeedField />
            </Panel>
            <Panel title={say('from')}>
              <Fields>
                <OriginFields />
              </Fields>
            </Panel>
            <Panel title={say('next')}>
              {may('lead:assign') ? (
                <Field name="assigneeId" label={say('assignee')} hint={say('toPool')}>
                  <PersonSelect />
                </Field>
              ) : (
                <p className="st-quiet">{say(works ? 'mine' : 'pooled')}</p>
              )}
              {works && (
                <Fields>
                  <NextStepFields />
                </Fields>
              )}
            </Panel>
          </Stack>
        </div>
      </Form>
      <LikelySameLead id={same?.id} onOther={goOn} onClose={() => setSame(undefined)} />
    </>
  )
}
