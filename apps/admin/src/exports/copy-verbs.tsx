import { COPY_ACTION_LABELS, COPY_INPUTS, type CopyAction } from '@steward/domain'
import type { ControlledCopyAction } from '@steward/graphql-client'
import {
  DestructionFields,
  messages,
  useCheckInput,
  useFreshAct,
  useMessages,
  useSay,
  useToday,
} from '@steward/portal'
import { Alert, Button, Field, Form, Input, MenuButton, MoreIcon, Sheet, Stack, useNotify } from '@steward/ui'
import { useState } from 'react'
import type { CopyInFull } from './export-documents.ts'
import {
  DestroyControlledCopy,
  FetchControlledCopy,
  ProduceControlledCopy,
  ReceiveControlledCopy,
  ReturnControlledCopy,
} from './export-mutations.ts'

const texts = messages({
  more: { zh: '更多操作', en: 'More' },
  download: { zh: '下载（链接只能用一次，15 分钟内有效）', en: 'Download (once, within 15 minutes)' },
  ready: { zh: '文件已备好', en: 'The file is ready' },
  readyHint: {
    zh: '链接只归您本人、只能用一次。签收之后，系统里不再保留文件。',
    en: 'The link is yours alone and works once. Once it is signed for, the system keeps no file.',
  },
  receive: {
    zh: '签收即签署：从现在起由持有人负责保管，到期交回或销毁；系统随即删除文件。',
    en: 'You sign for it: from now on its holder answers for it until it is back or destroyed. The file is then removed here.',
  },
  return: { zh: '您确认已从持有人处收回这份副本。', en: 'You confirm that the holder has given it back.' },
  destroy: {
    zh: '您签署销毁记录（编制）；监销的主管经理再签一次，副本才算销毁。',
    en: 'You sign the destruction record; it counts as destroyed once the supervising manager has signed, too.',
  },
  signer: { zh: '在纸上签收的人', en: 'Who signed on paper' },
  signerHint: { zh: '外部接收人当面签收的姓名', en: 'The recipient outside, as they signed' },
  note: { zh: '说明', en: 'Remark' },
  received: { zh: '已签收', en: 'Signed for' },
  returned: { zh: '已收回', en: 'Taken back' },
  destroyed: { zh: '销毁记录已提交监销人签字', en: 'The record awaits the supervising manager' },
})

const NAMES: Readonly<Record<ControlledCopyAction, CopyAction>> = {
  PRODUCE: 'produce',
  FETCH: 'fetch',
  RECEIVE: 'receive',
  RETURN: 'return',
  DESTROY: 'destroy',
}
/** Those that ask nothing are done at once. */
type Asked = Exclude<CopyAction, 'produce' | 'fetch'>
const DONE = { receive: 'received', return: 'returned', destroy: 'destroyed' } as const

interface CopyVerbsProps {
  readonly copy: CopyInFull
  readonly onReload: () => Promise<unknown>
}

/** What the viewer can do with a copy now. */
export function CopyVerbs({ copy, onReload }: CopyVerbsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const fetchCopy = useFreshAct(FetchControlledCopy, onReload)
  const produceCopy = useFreshAct(ProduceControlledCopy, onReload)
  const [asked, setAsked] = useState<Asked>()
  const [link, setLink] = useState<string>()
  const [busy, setBusy] = useState(false)
  const can = copy.availableActions.map((it) => NAMES[it])
  const step = { controlledCopyId: copy.id, expectedVersion: copy.version }
  const atOnce = async (act: typeof fetchCopy | typeof produceCopy) => {
    setBusy(true)
    const { done, refused } = await act(step)
    setBusy(false)
    if (refused) return notify.failed(refused.message ?? '')
    if (done && 'path' in done && done.path) setLink(done.path)
    await onReload()
  }
  const isOpen = copy.destruction?.status === 'IN_SIGNING'
  const rest = (['return', 'destroy'] as const).filter(
    (it) => can.includes(it) && !(it === 'destroy' && isOpen),
  )
  return (
    <>
      {can.includes('produce') && (
        <Button type="primary" loading={busy} onClick={() => void atOnce(produceCopy)}>
          {sayWord(COPY_ACTION_LABELS.produce)}
        </Button>
      )}
      {can.includes('fetch') && (
        <Button loading={busy} onClick={() => void atOnce(fetchCopy)}>
          {sayWord(COPY_ACTION_LABELS.fetch)}
        </Button>
      )}
      {can.includes('receive') && (
        <Button type="primary" onClick={() => setAsked('receive')}>
          {sayWord(COPY_ACTION_LABELS.receive)}
        </Button>
      )}
      {rest.length > 0 && (
        <MenuButton
          label={say('more')}
          icon={<MoreIcon aria-hidden />}
          outlined
          groups={[
            {
              choices: rest.map((key) => ({
                key,
                label: sayWord(COPY_ACTION_LABELS[key]),
                danger: key === 'destroy',
                onChoose: () => setAsked(key),
              })),
            },
          ]}
        />
      )}
      <Sheet open={link !== undefined} title={say('ready')} onClose={() => setLink(undefined)}>
        <Stack gap={4}>
          <Alert type="info" showIcon title={say('readyHint')} />
          <Button
            type="primary"
            href={link ?? ''}
            download
            onClick={() => setTimeout(() => setLink(undefined), 0)}
          >
            {say('download')}
          </Button>
        </Stack>
      </Sheet>
      <Sheet
        open={asked !== undefined}
        title={asked ? `${sayWord(COPY_ACTION_LABELS[asked])} ${copy.number}` : ''}
        onClose={() => setAsked(undefined)}
      >
        {asked && (
          <CopyForm
            key={asked}
            verb={asked}
            copy={copy}
            onReload={onReload}
            onCancel={() => setAsked(undefined)}
            onDone={async () => {
              notify.done(say(DONE[asked]))
              setAsked(undefined)
              await onReload()
            }}
          />
        )}
      </Sheet>
    </>
  )
}

interface Values {
  readonly signer?: string | null
  readonly note?: string | null
  readonly method?: string | null
  readonly place?: string | null
  readonly destroyedOn?: string | null
  readonly witnesses?: string | null
}

function CopyForm(
  props: CopyVerbsProps & { verb: Asked; onCancel: () => void; onDone: () => Promise<void> },
) {
  const { verb, copy, onReload, onCancel, onDone } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const today = useToday()
  const acts = {
    receive: useFreshAct(ReceiveControlledCopy, onReload),
    return: useFreshAct(ReturnControlledCopy, onReload),
    destroy: useFreshAct(DestroyControlledCopy, onReload),
  }
  const outside = copy.request?.use === 'OUTSIDE' && copy.request.recipientName !== null
  const step = { controlledCopyId: copy.id, expectedVersion: copy.version }
  const send = ({ signer, note, method, place, destroyedOn, witnesses }: Values) => {
    if (verb === 'receive') return acts.receive({ ...step, ...(signer ? { signer } : {}) })
    if (verb === 'return') return acts.return({ ...step, ...(note ? { note } : {}) })
    return acts.destroy({
      ...step,
      method: method ?? '',
      place: place ?? '',
      destroyedOn: destroyedOn ?? '',
      ...(witnesses ? { witnesses } : {}),
    })
  }
  return (
    <Form<Values>
      label={sayWord(COPY_ACTION_LABELS[verb])}
      verb={sayWord(COPY_ACTION_LABELS[verb])}
      initial={verb === 'destroy' ? { destroyedOn: today } : {}}
      onCancel={onCancel}
      check={(values) => check(COPY_INPUTS[verb], { ...values, expectedVersion: copy.version })}
      onSubmit={async (values) => {
        const { refused } = await send(values)
        if (refused) return refused
        await onDone()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Alert type={verb === 'destroy' ? 'warning' : 'info'} showIcon title={say(verb)} />
        {verb === 'receive' && outside && (
          <Field name="signer" label={say('signer')} hint={say('signerHint')} required>
            <Input maxLength={60} />
          </Field>
        )}
        {verb === 'return' && (
          <Field name="note" label={say('note')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Field>
        )}
        {verb === 'destroy' && <DestructionFields />}
      </Stack>
    </Form>
  )
}
