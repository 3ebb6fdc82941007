import { CLIENT_ACTION_LABELS, CLIENT_INPUTS } from '@steward/domain'
import {
  messages,
  useAct,
  useCheckInput,
  useDraft,
  useMessages,
  usePortalPath,
  useSay,
  useToday,
  useWorkTab,
} from '@steward/portal'
import {
  Alert,
  Button,
  Form,
  Kbd,
  PageHeader,
  Stack,
  useIsPhone,
  useNotify,
  useUi,
  WithAside,
  type Refused,
} from '@steward/ui'
import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { besideReferrer } from '../referrer-field.tsx'
import { LikelySame } from './likely-same.tsx'
import { ConsentFields, ContactFields, MemberFields, UnitFields, WhoFields } from './open-fields.tsx'
import { holdsWords, OpenClient, openingOf, USUAL, type OpenValues } from './opening.ts'

const texts = messages({
  hint: {
    zh: '先说明用途，再一项项问；填写的内容自动保存，断线也不会丢。',
    en: 'Say what it is for, then ask one by one; what you type is kept, also when the line breaks.',
  },
  back: { zh: '客户', en: 'Clients' },
  restored: { zh: '已恢复上次未提交的内容。', en: 'What you did not send last time is back.' },
  again: { zh: '清空重来', en: 'Start afresh' },
  done: { zh: '已建档：{{name}}', en: 'Archive opened: {{name}}' },
})

/** An archive, opened with the client on the phone: everything in one form, everything in one act. */
export function OpenClientPage() {
  const say = useMessages(texts)
  const title = useSay()(CLIENT_ACTION_LABELS.open)
  const path = usePortalPath()
  const draft = useDraft<OpenValues>('open-client')
  const [found, setFound] = useState(draft.found)
  const [round, setRound] = useState(0)
  useWorkTab(title)
  const afresh = () => {
    draft.drop()
    setFound(undefined)
    setRound(round + 1)
  }
  return (
    <>
      <PageHeader title={title} subtitle={say('hint')} back={{ to: path('clients'), label: say('back') }} />
      <Stack gap={4}>
        {found && (
          <Alert
            type="info"
            showIcon
            title={say('restored')}
            action={
              <Button size="small" onClick={afresh}>
                {say('again')}
              </Button>
            }
          />
        )}
        <OpenForm
          key={round}
          found={found}
          onChange={(values) => draft.keep(holdsWords(values) ? values : {})}
          onDone={() => draft.drop()}
        />
      </Stack>
    </>
  )
}

interface OpenFormProps {
  readonly found: Partial<OpenValues> | undefined
  readonly onChange: (values: Partial<OpenValues>) => void
  readonly onDone: () => void
}

function OpenForm({ found, onChange, onDone }: OpenFormProps) {
  const say = useMessages(texts)
  const title = useSay()(CLIENT_ACTION_LABELS.open)
  const path = usePortalPath()
  const phone = useIsPhone()
  const { routing } = useUi()
  const notify = useNotify()
  const check = useCheckInput()
  const open = useAct(OpenClient)
  const [params] = useSearchParams()
  const today = useToday()
  const [same, setSame] = useState<{ readonly id: string; readonly values: OpenValues }>()
  const others = useRef<string[]>([])

  const submit = async (values: OpenValues): Promise<Refused | undefined> => {
    const { done, refused, refusal } = await open(openingOf(values, others.current))
    if (done) {
      onDone()
      notify.done(say('done', { name: done.name ?? '' }))
      routing.go(path(`clients/${done.id}`))
      return undefined
    }
    if (refusal?.__typename === 'DuplicateError' && refusal.existingId) {
      setSame({ id: refusal.existingId, values })
      return {}
    }
    setSame(undefined)
    return besideReferrer(refused)
  }
  /** They were asked, and are somebody else: sent once more, with that. */
  const goOn = async () => {
    if (!same) return
    others.current = [...others.current, same.id]
    const refused = await submit(same.values)
    if (refused?.message) notify.failed(refused.message)
  }
  const name = params.get('name')
  return (
    <>
      <Form<OpenValues>
        label={title}
        verb={title}
        wide
        stays
        initial={{ ...USUAL, fromOn: today, ...(name ? { name } : {}), ...found }}
        check={(values) => check(CLIENT_INPUTS.open, openingOf(values))}
        onChange={onChange}
        onSubmit={submit}
      >
        <div className="st-field-wide">
          <WithAside
            aside={
              <>
                <ConsentFields />
                {!phone && (
                  <p className="st-quiet st-small">
                    <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> {title}
                  </p>
                )}
              </>
            }
          >
            <Stack gap={4}>
              <WhoFields />
              <UnitFields />
              <ContactFields />
              <MemberFields />
            </Stack>
          </WithAside>
        </div>
      </Form>
      <LikelySame id={same?.id} onOther={goOn} onClose={() => setSame(undefined)} />
    </>
  )
}
