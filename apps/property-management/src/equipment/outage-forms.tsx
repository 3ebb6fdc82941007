import {
  EQUIPMENT_ACTION_LABELS,
  OUTAGE_CAUSE_LABELS,
  OUTAGE_CAUSES,
  type OutageCause,
} from '@steward/domain'
import { messages, useAct, useFreshAct, useMessages, useSay, useViewer } from '@steward/portal'
import {
  Choice,
  Columns,
  Disclosure,
  Field,
  Form,
  Input,
  Stack,
  ThumbButton,
  useNotify,
  useNow,
} from '@steward/ui'
import { useState } from 'react'
import { ReportOutageOfEquipment, RestoreEquipment } from './equipment-mutations.ts'
import type { MachineFormProps } from './machine-forms.tsx'
import { instantOfWall, wallTimeOf } from './wall-time.ts'

const texts = messages({
  ask: {
    zh: '为什么停？点一下就报，从现在算起。',
    en: 'Why does it stand still? One tap reports it, from now on.',
  },
  more: { zh: '早就停了，或已经恢复：补记时间', en: 'Since earlier, or over already: state the time' },
  cause: { zh: '原因', en: 'Cause' },
  started: { zh: '停机时间', en: 'Stood still from' },
  ended: { zh: '恢复时间', en: 'Ran again from' },
  endedHint: { zh: '还没恢复就留空', en: 'Empty while it stands still' },
  note: { zh: '说明', en: 'Note' },
  reported: { zh: '已上报停机', en: 'The outage is reported' },
  restored: { zh: '已恢复运行', en: 'It runs again' },
  when: { zh: '什么时候恢复的', en: 'When it ran again' },
})

/** One tap on the cause is all that is needed before the machine; what is stated afterwards has its form below. */
export function ReportOutage({ machine, onReload, onClose }: MachineFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const report = useAct(ReportOutageOfEquipment)
  const [busy, setBusy] = useState<OutageCause>()
  const done = async () => {
    notify.done(say('reported'))
    onClose()
    await onReload()
  }
  const tap = async (cause: OutageCause) => {
    setBusy(cause)
    const { refused } = await report({ equipmentId: machine.id, cause })
    setBusy(undefined)
    if (refused) notify.failed(refused.message ?? Object.values(refused.fields ?? {}).join(' '))
    else await done()
  }
  return (
    <Stack gap={4}>
      <span>{say('ask')}</span>
      <Columns min={140} gap={3}>
        {OUTAGE_CAUSES.map((cause) => (
          <ThumbButton
            key={cause}
            loading={busy === cause}
            disabled={busy !== undefined}
            onClick={() => void tap(cause)}
          >
            {sayWord(OUTAGE_CAUSE_LABELS[cause])}
          </ThumbButton>
        ))}
      </Columns>
      <Disclosure summary={say('more')}>
        {() => <StatedOutage machine={machine} onDone={done} onReload={onReload} onClose={onClose} />}
      </Disclosure>
    </Stack>
  )
}

interface OutageValues {
  readonly cause: OutageCause
  readonly startedAt: string
  readonly endedAt?: string
  readonly note?: string
}

function StatedOutage({
  machine,
  onDone,
  onClose,
}: MachineFormProps & { readonly onDone: () => Promise<void> }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { timeZone } = useViewer().organization
  const now = useNow()
  const report = useAct(ReportOutageOfEquipment)
  const title = sayWord(EQUIPMENT_ACTION_LABELS.reportOutage)
  return (
    <Form<OutageValues>
      label={title}
      verb={title}
      initial={{ cause: 'FAULT', startedAt: wallTimeOf(new Date(now), timeZone) }}
      onCancel={onClose}
      onSubmit={async ({ cause, startedAt, endedAt, note }) => {
        const [from, until] = [instantOfWall(startedAt, timeZone), instantOfWall(endedAt, timeZone)]
        const { refused } = await report({
          equipmentId: machine.id,
          cause,
          ...(from ? { startedAt: from } : {}),
          ...(until ? { endedAt: until } : {}),
          ...(note ? { note } : {}),
        })
        if (refused) return refused
        await onDone()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Field name="cause" label={say('cause')} required>
          <Choice
            options={OUTAGE_CAUSES.map((value) => ({ value, label: sayWord(OUTAGE_CAUSE_LABELS[value]) }))}
          />
        </Field>
        <Field name="startedAt" label={say('started')} required>
          <Input type="datetime-local" />
        </Field>
        <Field name="endedAt" label={say('ended')} hint={say('endedHint')}>
          <Input type="datetime-local" />
        </Field>
        <Field name="note" label={say('note')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Field>
      </Stack>
    </Form>
  )
}

/** It runs again, now unless another time is said. */
export function RestoreForm({ machine, onReload, onClose }: MachineFormProps) {
  const say = useMessages(texts)
  const title = useSay()(EQUIPMENT_ACTION_LABELS.restore)
  const notify = useNotify()
  const now = useNow()
  const { timeZone } = useViewer().organization
  const restore = useFreshAct(RestoreEquipment, onReload)
  const [asked] = useState(() => wallTimeOf(new Date(now), timeZone))
  return (
    <Form<{ readonly endedAt?: string }>
      label={title}
      verb={title}
      initial={{ endedAt: asked }}
      onCancel={onClose}
      onSubmit={async ({ endedAt }) => {
        // Left as it stood, the server's own clock says it to the second.
        const until = endedAt === asked ? undefined : instantOfWall(endedAt, timeZone)
        const { refused } = await restore({
          equipmentId: machine.id,
          expectedVersion: machine.version,
          ...(until ? { endedAt: until } : {}),
        })
        if (refused) return refused
        notify.done(say('restored'))
        onClose()
        await onReload()
        return undefined
      }}
    >
      <Field name="endedAt" label={say('when')} required>
        <Input type="datetime-local" />
      </Field>
    </Form>
  )
}
