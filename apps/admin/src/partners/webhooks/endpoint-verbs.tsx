import { messages, useAct, useFreshAct, useMessages } from '@steward/portal'
import {
  Button,
  ConfirmDialog,
  EditIcon,
  KeyIcon,
  MenuButton,
  MoreIcon,
  PauseIcon,
  ReplayIcon,
  ResumeIcon,
  SendIcon,
  Sheet,
  useNotify,
  type MenuChoice,
} from '@steward/ui'
import { useState } from 'react'
import { ChangeEndpoint } from './change-endpoint.tsx'
import { Archive, Pause, Resume, Rotate, Test, type Endpoint } from './endpoint-documents.ts'
import { ReplayFailedForm } from './replay-failed.tsx'
import { SecretHandOver, type HandedSecret } from './secret-hand-over.tsx'

const texts = messages({
  test: { zh: '发送测试', en: 'Send a test' },
  tested: { zh: '测试已发出，结果见日志', en: 'The test is on its way; the log shows how it fares' },
  more: { zh: '更多操作', en: 'More' },
  change: { zh: '修改', en: 'Change' },
  pause: { zh: '暂停', en: 'Pause' },
  pauseAsk: { zh: '暂停这个端点？', en: 'Pause this endpoint?' },
  pauseText: {
    zh: '暂停期间不发送任何消息；消息会保留，恢复后补发。',
    en: 'Nothing is sent meanwhile; messages are kept, and sent when it is resumed.',
  },
  paused: { zh: '已暂停，消息会保留', en: 'Paused: messages are kept' },
  resume: { zh: '恢复', en: 'Resume' },
  resumed: { zh: '已恢复，保留的消息正在补发', en: 'Resumed: what has waited is being sent' },
  rotate: { zh: '更换密钥', en: 'Rotate the secret' },
  rotateAsk: { zh: '更换签名密钥？', en: 'Rotate the signing secret?' },
  rotateText: {
    zh: '新密钥只显示一次。之后 24 小时，消息同时带新旧两个签名，合作方在此期间换上新密钥即可。',
    en: 'The new one is shown once. For 24 hours messages bear both signatures, so that the partner can change over.',
  },
  replayFailed: { zh: '重发失败的消息', en: 'Replay what failed' },
  replayed: { zh: '已排队重发', en: 'They are sent again' },
  archive: { zh: '移除', en: 'Remove' },
  archived: { zh: '已移除', en: 'Removed' },
  archiveAsk: { zh: '移除这个端点？', en: 'Remove this endpoint?' },
  archiveText: {
    zh: '不再向它发送任何消息，尚未送达的也会放弃，且无法恢复；日志保留 30 天。',
    en: 'Nothing is sent to it any more, and what waits is given up, for good. Its log stays for 30 days.',
  },
})

type Doing = 'change' | 'pause' | 'rotate' | 'replayFailed' | 'archive'

interface EndpointVerbsProps {
  readonly endpoint: Endpoint
  readonly reload: () => Promise<unknown>
  readonly onProblem: (problem: string | undefined) => void
}

/** What can be done to an endpoint: the server says what, by its state and the person's rights. */
export function EndpointVerbs({ endpoint, reload, onProblem }: EndpointVerbsProps) {
  const say = useMessages(texts)
  const notify = useNotify()
  const [doing, setDoing] = useState<Doing>()
  const [handed, setHanded] = useState<HandedSecret>()
  const test = useAct(Test)
  const pause = useFreshAct(Pause, reload)
  const resume = useFreshAct(Resume, reload)
  const rotate = useFreshAct(Rotate, reload)
  const archive = useFreshAct(Archive, reload)
  const { id, version, url, availableActions } = endpoint
  const seen = { endpointId: id, expectedVersion: version }
  const can = (action: Endpoint['availableActions'][number]) => availableActions.includes(action)
  const close = () => setDoing(undefined)

  /** Runs one verb; what came of it is told, and the page asks anew. */
  const carryOut = async <Done,>(
    act: () => Promise<{
      readonly done?: Done | undefined
      readonly refused?: { readonly message?: string } | undefined
    }>,
    then: (done: NonNullable<Done>) => void = () => undefined,
  ) => {
    const { done, refused } = await act()
    close()
    onProblem(refused?.message)
    if (done) {
      then(done)
      await reload()
    }
  }
  const choices: readonly MenuChoice[] = [
    ...(can('CHANGE')
      ? [{ key: 'change', label: say('change'), icon: <EditIcon />, onChoose: () => setDoing('change') }]
      : []),
    ...(can('REPLAY_FAILED')
      ? [
          {
            key: 'replayFailed',
            label: say('replayFailed'),
            icon: <ReplayIcon />,
            onChoose: () => setDoing('replayFailed'),
          },
        ]
      : []),
    ...(can('ROTATE_SECRET')
      ? [{ key: 'rotate', label: say('rotate'), icon: <KeyIcon />, onChoose: () => setDoing('rotate') }]
      : []),
    ...(can('PAUSE')
      ? [{ key: 'pause', label: say('pause'), icon: <PauseIcon />, onChoose: () => setDoing('pause') }]
      : []),
  ]
  const removal: readonly MenuChoice[] = can('ARCHIVE')
    ? [{ key: 'archive', label: say('archive'), danger: true, onChoose: () => setDoing('archive') }]
    : []
  if (availableActions.length === 0) return null
  return (
    <>
      {can('RESUME') && (
        <Button
          type="primary"
          icon={<ResumeIcon aria-hidden />}
          onClick={() =>
            void carryOut(
              () => resume(seen),
              () => notify.done(say('resumed')),
            )
          }
        >
          {say('resume')}
        </Button>
      )}
      {can('TEST') && (
        <Button
          icon={<SendIcon aria-hidden />}
          onClick={() =>
            void carryOut(
              () => test({ endpointId: id }),
              () => notify.done(say('tested')),
            )
          }
        >
          {say('test')}
        </Button>
      )}
      <MenuButton
        label={say('more')}
        icon={<MoreIcon aria-hidden />}
        outlined
        groups={[{ choices }, { choices: removal }].filter((group) => group.choices.length > 0)}
      />
      <Sheet open={doing === 'change'} title={say('change')} onClose={close}>
        <ChangeEndpoint
          endpoint={endpoint}
          reload={reload}
          onCancel={close}
          onDone={() => {
            close()
            void reload()
          }}
        />
      </Sheet>
      <Sheet open={doing === 'replayFailed'} title={say('replayFailed')} onClose={close}>
        <ReplayFailedForm
          endpointId={id}
          onCancel={close}
          onDone={() => {
            close()
            notify.done(say('replayed'))
            void reload()
          }}
        />
      </Sheet>
      <ConfirmDialog
        open={doing === 'pause'}
        title={say('pauseAsk')}
        verb={say('pause')}
        onConfirm={() =>
          carryOut(
            () => pause(seen),
            () => notify.done(say('paused')),
          )
        }
        onCancel={close}
      >
        {say('pauseText')}
      </ConfirmDialog>
      <ConfirmDialog
        open={doing === 'rotate'}
        title={say('rotateAsk')}
        verb={say('rotate')}
        onConfirm={() =>
          carryOut(
            () => rotate(seen),
            ({ secret }) => setHanded({ url, secret, overlaps: true }),
          )
        }
        onCancel={close}
      >
        {say('rotateText')}
      </ConfirmDialog>
      <ConfirmDialog
        open={doing === 'archive'}
        title={say('archiveAsk')}
        verb={say('archive')}
        danger
        onConfirm={() =>
          carryOut(
            () => archive(seen),
            () => notify.done(say('archived')),
          )
        }
        onCancel={close}
      >
        {say('archiveText')}
      </ConfirmDialog>
      {handed && <SecretHandOver handed={handed} onDone={() => setHanded(undefined)} />}
    </>
  )
}
