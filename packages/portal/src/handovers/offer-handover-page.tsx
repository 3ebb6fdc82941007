import { useQuery } from '@apollo/client/react'
import {
  HANDOVER_ACTION_LABELS,
  HANDOVER_INPUTS,
  MOST_HANDED_OVER,
  PROMISE_KIND_LABELS,
  SHIFT_LABELS,
  STATUS_LABELS,
  type Shift,
} from '@steward/domain'
import type { MyShiftQuery as MyShift } from '@steward/graphql-client'
import {
  Alert,
  Checkbox,
  EmptyState,
  Field,
  Form,
  Inline,
  Input,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Stack,
  StatusTag,
  useFieldValue,
  useNotify,
  useUi,
} from '@steward/ui'
import { useEffect, useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useDraft } from '../acts/use-draft.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useViewer } from '../session/viewer.tsx'
import { useOnDuty, type OnDuty } from '../shifts/use-duty.ts'
import { MyShiftQuery } from './handover-documents.ts'
import { OfferHandover } from './handover-verb-documents.ts'
import { ListedSeverity } from './handover-words.tsx'
import { ReceiverFields, receiverIn, useOwnDepartment, type ReceiverValues } from './receiver-fields.tsx'

const texts = messages({
  title: { zh: '交班', en: 'Hand over my shift' },
  subtitle: {
    zh: '您负责的未结案件和承诺都已列出；接收之前仍由您负责。',
    en: 'All open cases and promises that you answer for are listed; until somebody accepts, you still do.',
  },
  back: { zh: '交接班', en: 'Hand-overs' },
  note: { zh: '交接说明', en: 'Remarks for the next shift' },
  noteHint: { zh: '突发情况、钥匙、待回的电话', en: 'Incidents, keys, calls to be returned' },
  list: { zh: '清单（{{count}} 件）', en: { one: 'List ({{count}} case)', other: 'List ({{count}} cases)' } },
  take: { zh: '移交 {{number}}', en: 'Hand over {{number}}' },
  remark: { zh: '{{number}} 的说明', en: 'Remark on {{number}}' },
  remarkHint: { zh: '接班人应知道什么', en: 'What the next shift should know' },
  due: { zh: '最迟', en: 'due' },
  waits: { zh: '已在移交中，待接收', en: 'Handed over already, not accepted yet' },
  more: {
    zh: '您负责的案件共 {{count}} 件，一次最多移交 {{most}} 件；已勾选最急的，其余的请再交一次。',
    en: 'You answer for {{count}} cases and can hand over {{most}} at once; the most urgent are ticked, hand over the others in a second one.',
  },
  proposed: {
    zh: '按排班表，接班（{{shift}}）的是 {{name}}。',
    en: 'By the roster {{name}} is next ({{shift}}).',
  },
  none: { zh: '您没有未结的案件', en: 'You have no open cases' },
  noneHint: { zh: '没有什么需要交接，可以放心下班。', en: 'There is nothing to hand over.' },
  done: { zh: '已交班，等待接收', en: 'Handed over; it waits to be accepted' },
})

type Case = MyShift['complaints']['edges'][number]['node']

interface Values extends ReceiverValues {
  readonly note?: string
  readonly take?: Readonly<Record<string, boolean>>
  readonly remark?: Readonly<Record<string, string>>
}

/** The end of a shift: what the viewer answers for, ready to be handed over. */
export function OfferHandoverPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { data, error, refetch, fetchMore } = useQuery(MyShiftQuery, { fetchPolicy: 'network-only' })
  const [failure, setFailure] = useState<Error>()
  const department = useViewer().staff.department?.id
  // Whoever is planned next is proposed; a form that is open already stays as it is.
  const { next, onNext } = useOnDuty(department)
  const page = data?.complaints.pageInfo
  // All of them: what is not listed would be forgotten at the end of the shift.
  const after = page?.hasNextPage ? page.endCursor : undefined
  useEffect(() => {
    if (after) fetchMore({ variables: { after } }).catch(setFailure)
  }, [after, fetchMore])
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        back={{ to: path('handovers'), label: say('back') }}
      />
      {!data || after || (department !== undefined && onNext === undefined) ? (
        (failure ?? error) ? (
          <FailureState
            error={(failure ?? error)!}
            onRetry={() => {
              setFailure(undefined)
              void refetch()
            }}
          />
        ) : (
          <Loading />
        )
      ) : data.complaints.edges.length === 0 ? (
        <EmptyState title={say('none')} hint={say('noneHint')} />
      ) : (
        <OfferForm
          cases={data.complaints.edges.map(({ node }) => node)}
          onNext={onNext ?? []}
          shift={next.shift}
        />
      )}
    </>
  )
}

interface OfferFormProps {
  readonly cases: readonly Case[]
  /** The shift that takes over, and who is on it. */
  readonly shift: Shift
  readonly onNext: readonly OnDuty[]
}

function OfferForm({ cases, shift, onNext }: OfferFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const verb = sayWord(HANDOVER_ACTION_LABELS.offer)
  const { routing } = useUi()
  const path = usePortalPath()
  const notify = useNotify()
  const checkInput = useCheckInput()
  const own = useOwnDepartment()
  const me = useViewer().staff.id
  const next = onNext.find(({ id }) => id !== me)
  const draft = useDraft<Values>('handover')
  const offer = useAct(OfferHandover)
  const free = cases.filter(({ handover }) => handover === null)
  const inputOf = ({ note, take = {}, remark = {}, ...receiver }: Values) => ({
    ...receiverIn(receiver),
    ...(note ? { note } : {}),
    items: free
      .filter(({ id }) => take[id] !== false)
      .map(({ id }) => ({ complaintId: id, ...(remark[id] ? { remark: remark[id] } : {}) })),
  })
  return (
    <Form<Values>
      label={say('title')}
      verb={verb}
      wide
      stays
      initial={{
        ...own,
        ...(next ? { receiverId: next.id } : {}),
        ...draft.found,
        take: { ...all(free), ...draft.found?.take },
      }}
      onChange={draft.keep}
      check={(values) => checkInput(HANDOVER_INPUTS.offer, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused } = await offer(inputOf(values))
        if (!done) return refused
        draft.drop()
        notify.done(say('done'))
        routing.go(path(`handovers/${done.id}`))
        return undefined
      }}
    >
      <ReceiverFields
        hint={next && say('proposed', { name: next.name, shift: sayWord(SHIFT_LABELS[shift]) })}
      />
      <Field name="note" label={say('note')} hint={say('noteHint')} wide>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
      </Field>
      <div className="st-field-wide">
        <Panel title={say('list', { count: cases.length })}>
          <Stack gap={3}>
            {free.length > MOST_HANDED_OVER && (
              <Alert
                type="warning"
                showIcon
                title={say('more', { count: free.length, most: MOST_HANDED_OVER })}
              />
            )}
            <ul className="st-cards" aria-label={say('list', { count: cases.length })}>
              {cases.map((it) => (
                <ShiftCase key={it.id} case={it} />
              ))}
            </ul>
          </Stack>
        </Panel>
      </div>
    </Form>
  )
}

/** Ticked from the start: all, or the most urgent of more than one hand-over may list. */
const all = (cases: readonly Case[]) =>
  Object.fromEntries(cases.map(({ id }, at) => [id, at < MOST_HANDED_OVER]))

/** One case of the shift: whether it goes along, and with what word. */
function ShiftCase({ case: it }: { readonly case: Case }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { id, number, severity, summary, status, handover } = it
  const taken = useFieldValue<boolean>(`take.${id}`)
  const owed = it.promises
    .filter(({ settledAt }) => settledAt === null)
    .toSorted((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))
  return (
    <li className="st-card">
      <Inline gap={2}>
        {handover ? (
          <span className="st-strong">{number}</span>
        ) : (
          <Field name={`take.${id}`} label={say('take', { number })} toggles unlabelled>
            <Checkbox>{say('take', { number })}</Checkbox>
          </Field>
        )}
        <ListedSeverity severity={severity} />
        <StatusTag>{sayWord(STATUS_LABELS[status])}</StatusTag>
        {handover && <StatusTag tone="warn">{say('waits')}</StatusTag>}
      </Inline>
      {summary && <span className="st-strong">{summary}</span>}
      {owed.map(({ id: key, kind, what, dueAt }) => (
        <span key={key} className="st-quiet">
          {sayWord(PROMISE_KIND_LABELS[kind])}
          {what && ` · ${what}`} · {say('due')} <Instant at={dueAt} show="both" />
        </span>
      ))}
      {!handover && taken !== false && (
        <Field name={`remark.${id}`} label={say('remark', { number })} unlabelled>
          <Input aria-label={say('remark', { number })} placeholder={say('remarkHint')} maxLength={2000} />
        </Field>
      )}
    </li>
  )
}
