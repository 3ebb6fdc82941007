import {
  DELEGATION_INPUTS,
  localDate,
  MOST_DELEGATION_DAYS,
  SIGNING_KIND_LABELS,
  DELEGATED_KINDS,
  startOfDay,
  type SigningKind,
} from '@steward/domain'
import {
  Alert,
  Field,
  Form,
  Input,
  MoneyInput,
  PageHeader,
  Panel,
  Select,
  Stack,
  useNotify,
  useNow,
  useUi,
} from '@steward/ui'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useDraft } from '../acts/use-draft.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { PersonSelect } from '../people/person-select.tsx'
import { usePortalPath } from '../routing/routes.tsx'
import { useViewer } from '../session/viewer.tsx'
import { GiveDelegation } from './delegation-documents.ts'

const texts = messages({
  title: { zh: '授权他人代签', en: 'Let somebody sign for me' },
  back: { zh: '授权代签', en: 'Delegations' },
  means: {
    zh: '对方在期限内以您的名义签核，每个签名都写明是代您签的；您自己没有的权限对方也没有，也不能再转授。您或对方在一件事上签过，另一位就不能再签。',
    en: 'Until then they sign in your name, and each signature says so. They get no right that you lack and cannot pass it on. Where one of you has signed in a matter, the other cannot.',
  },
  receiver: { zh: '授权给', en: 'To whom' },
  kinds: { zh: '哪些事项', en: 'What' },
  most: { zh: '金额上限', en: 'Up to' },
  mostHint: { zh: '不填即以您自己的核决权限为限', en: 'Empty: up to your own limit' },
  from: { zh: '从哪一天', en: 'From' },
  until: { zh: '到哪一天（含）', en: 'Until (that day included)' },
  untilHint: { zh: '最长 {{days}} 天', en: '{{days}} days at most' },
  reason: { zh: '原因', en: 'Why' },
  reasonHint: { zh: '例如：出差、休假', en: 'For instance: travelling, on leave' },
  verb: { zh: '授权', en: 'Delegate' },
  done: { zh: '已授权', en: 'Delegated' },
})

interface Values {
  readonly receiverId: string
  readonly kinds: SigningKind[]
  readonly mostMinor?: number | null
  /** Days, as the calendar of the organization has them. */
  readonly from: string
  readonly until: string
  readonly reason: string
}

const DAY = 86_400_000
const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10)

/** Who signs for me, what, and until when. Signed by who gives it. */
export function GiveDelegationPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const notify = useNotify()
  const check = useCheckInput()
  const now = useNow()
  const { routing } = useUi()
  const { staff, organization } = useViewer()
  const { timeZone, currency } = organization
  const give = useAct(GiveDelegation)
  const draft = useDraft<Partial<Values>>('delegation')
  const list = path('signings/delegations')
  const instantOf = (day: string | undefined) =>
    day && /^\d{4}-\d\d-\d\d$/.test(day) ? startOfDay(day, timeZone).toISOString() : ''
  const inputOf = ({ from, until, mostMinor, ...rest }: Partial<Values>) => ({
    ...rest,
    ...(typeof mostMinor === 'number' ? { mostMinor } : {}),
    from: instantOf(from),
    // The last day is part of it.
    until: instantOf(until && nextDay(until)),
  })
  return (
    <>
      <PageHeader title={say('title')} back={{ to: list, label: say('back') }} />
      <Panel>
        <Stack gap={4}>
          <Alert type="info" showIcon title={say('means')} />
          <Form<Values>
            label={say('title')}
            verb={say('verb')}
            wide
            initial={{
              kinds: ['COMPLAINT_PROPOSAL'],
              from: localDate(new Date(now), timeZone),
              ...draft.found,
            }}
            onChange={draft.keep}
            onCancel={() => routing.go(list)}
            check={(values) => check(DELEGATION_INPUTS.delegate, inputOf(values))}
            onSubmit={async (values) => {
              const { refused } = await give(inputOf(values) as Parameters<typeof give>[0])
              if (refused) return refused
              draft.drop()
              notify.done(say('done'))
              routing.go(list)
              return undefined
            }}
          >
            <Field name="receiverId" label={say('receiver')} required>
              <PersonSelect except={staff.id} />
            </Field>
            <Field name="mostMinor" label={say('most')} hint={say('mostHint')}>
              <MoneyInput currency={currency} />
            </Field>
            <Field name="from" label={say('from')} required>
              <Input type="date" />
            </Field>
            <Field
              name="until"
              label={say('until')}
              hint={say('untilHint', { days: MOST_DELEGATION_DAYS })}
              required
            >
              <Input type="date" />
            </Field>
            <Field name="kinds" label={say('kinds')} required wide>
              <Select
                mode="multiple"
                allowClear
                options={DELEGATED_KINDS.map((value) => ({
                  value,
                  label: sayWord(SIGNING_KIND_LABELS[value]),
                }))}
              />
            </Field>
            <Field name="reason" label={say('reason')} hint={say('reasonHint')} required wide>
              <Input />
            </Field>
          </Form>
        </Stack>
      </Panel>
    </>
  )
}
