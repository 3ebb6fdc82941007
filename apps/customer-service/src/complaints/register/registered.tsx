import { TRACK_LABELS } from '@steward/domain'
import type { RegisterComplaintMutation } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { Button, CopyButton, Inline, Panel, Stack, useUi } from '@steward/ui'
import { SeverityMark } from '../marks.tsx'

const texts = messages({
  title: { zh: '登记成功', en: 'Registered' },
  tell: { zh: '请告诉客户单号', en: 'Tell the client this number' },
  copy: { zh: '复制单号', en: 'Copy the number' },
  open: { zh: '打开此单', en: 'Open the case' },
  next: { zh: '登记下一件', en: 'Register the next one' },
})

export type RegisteredCase = Extract<
  RegisterComplaintMutation['registerComplaint'],
  { readonly __typename: 'Complaint' }
>

/** The number, large enough to be read into a telephone. */
export function Registered({ it, onNext }: { readonly it: RegisteredCase; readonly onNext: () => void }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { routing } = useUi()
  return (
    <Panel>
      <div role="status">
        <Stack gap={4} align="center">
          <p className="st-quiet">
            {say('title')} · {say('tell')}
          </p>
          <p className="st-figure">{it.number}</p>
          <p>{it.summary}</p>
          <Inline gap={3} justify="center">
            <SeverityMark severity={it.severity} />
            <span className="st-quiet">
              {[it.track && sayWord(TRACK_LABELS[it.track]), it.handlingDepartment?.name]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </Inline>
          <Inline gap={2} justify="center">
            <Button type="primary" size="large" autoFocus onClick={onNext}>
              {say('next')}
            </Button>
            <Button size="large" onClick={() => routing.go(path(`complaints/${it.id}`))}>
              {say('open')}
            </Button>
            <CopyButton text={it.number} label={say('copy')} />
          </Inline>
        </Stack>
      </div>
    </Panel>
  )
}
