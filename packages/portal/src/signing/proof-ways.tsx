import { SIGNATURE_PROOF_LABELS, type SignatureProof } from '@steward/domain'
import { Alert, AppLink, Button, Choice, Field, Form, Input, KeyIcon, PinInput, Stack } from '@steward/ui'
import { useState } from 'react'
import { accountPath } from '../account/account-path.ts'
import { canUsePasskeys, showPasskey } from '../account/passkey.ts'
import { useAct } from '../acts/use-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import type { Request } from './signed-content.tsx'
import { BeginSignatureMutation, ProveSignatureMutation } from './signing-documents.ts'

const texts = messages({
  how: { zh: '用什么验证', en: 'How to show that it is you' },
  pin: { zh: '签名 PIN 码', en: 'Signing PIN' },
  pinHint: { zh: '6 位数字', en: 'Six digits' },
  password: { zh: '密码', en: 'Password' },
  code: { zh: '验证码', en: 'Code' },
  codeHint: { zh: '验证器应用里的 6 位数字，或一个备用码', en: 'Six digits of the app, or a recovery code' },
  passkey: { zh: '用通行密钥签署', en: 'Sign with a passkey' },
  passkeyHint: {
    zh: '您的设备会直接对上面的内容签名，任何人（包括管理员）都无法代签或改动。',
    en: 'Your device signs exactly what stands above; nobody, not even an administrator, can sign or change it for you.',
  },
  stopped: { zh: '没有完成，可以再试一次。', en: 'It was not finished; try again.' },
  verb: { zh: '签署', en: 'Sign' },
  none: { zh: '您还没有这项签署所需的验证方式', en: 'You have none of the proofs that this signature needs' },
  noneHint: {
    zh: '需要：{{ways}}。先去设置，填写的内容会留着。',
    en: 'Needed: {{ways}}. Set one up first; what you entered stays.',
  },
  waits: {
    zh: '您的通行密钥还在等待管理员确认',
    en: 'Your passkey waits for an administrator to confirm it',
  },
  waitsHint: {
    zh: '请管理员在“待确认的通行密钥”里确认是您的，然后回来签署；填写的内容会留着。',
    en: 'Ask an administrator to confirm that it is yours, then come back; what you entered stays.',
  },
  setUp: { zh: '去账号安全设置', en: 'Set it up under Account security' },
  later: { zh: '先不签', en: 'Not now' },
  demonstration: { zh: '演示：{{secrets}}', en: 'Demonstration: {{secrets}}' },
})

interface ProofWaysProps {
  readonly home: string
  readonly requests: readonly Request[]
  readonly requestIds: readonly string[]
  readonly onAnswer: (signed: boolean) => void
}

/** The ways of proof that this person has and that are enough, the quickest first; or where to set one up. */
export function ProofWays({ home, requests, requestIds, onAnswer }: ProofWaysProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [first] = requests
  const open = openWays(requests)
  const [chosen, setChosen] = useState<SignatureProof>()
  const way = chosen ?? open[0]
  const waits = requests.some(({ passkeyWaits }) => passkeyWaits)
  if (!way || !first)
    return (
      <Stack gap={3}>
        <Alert
          type="warning"
          showIcon
          title={say(waits ? 'waits' : 'none')}
          description={
            waits
              ? say('waitsHint')
              : say('noneHint', {
                  ways: (first?.wanted ?? []).map((one) => sayWord(SIGNATURE_PROOF_LABELS[one])).join(' / '),
                })
          }
        />
        {!waits && (
          <div>
            <AppLink to={accountPath(home)} onClick={() => onAnswer(false)}>
              {say('setUp')}
            </AppLink>
          </div>
        )}
        <div>
          <Button onClick={() => onAnswer(false)}>{say('later')}</Button>
        </div>
      </Stack>
    )
  const Way = WAYS[way as keyof typeof WAYS]
  return (
    <Stack gap={3}>
      {open.length > 1 && (
        <Choice
          label={say('how')}
          options={open.map((value) => ({ value, label: sayWord(SIGNATURE_PROOF_LABELS[value]) }))}
          value={way}
          onChange={setChosen}
        />
      )}
      <Way requestIds={requestIds} secrets={first.demonstration ?? null} onAnswer={onAnswer} />
      <p className="st-quiet">{first.finality}</p>
    </Stack>
  )
}

/** Those that are enough for all of them; a passkey only where the browser has any. */
const openWays = (requests: readonly Request[]): readonly SignatureProof[] => {
  const [first, ...rest] = requests
  return (first?.open ?? []).filter(
    (way) => rest.every(({ open }) => open.includes(way)) && (way !== 'PASSKEY' || canUsePasskeys()),
  )
}

interface WayProps {
  readonly requestIds: readonly string[]
  readonly secrets: Request['demonstration']
  readonly onAnswer: (signed: boolean) => void
}

function Secrets({ words }: { readonly words: readonly (string | null | undefined)[] }) {
  const say = useMessages(texts)
  const known = words.filter(Boolean)
  return known.length > 0 ? (
    <Alert type="info" title={say('demonstration', { secrets: known.join(' · ') })} />
  ) : null
}

function ByPin({ requestIds, secrets, onAnswer }: WayProps) {
  const say = useMessages(texts)
  const prove = useAct(ProveSignatureMutation)
  return (
    <Stack gap={3}>
      <Secrets words={[secrets?.pin && `PIN ${secrets.pin}`]} />
      <Form<{ pin: string }>
        label={say('pin')}
        verb={say('verb')}
        onCancel={() => onAnswer(false)}
        onSubmit={async ({ pin }) => {
          const { done, refused, refusal } = await prove({ requestIds: [...requestIds], pin })
          if (done) onAnswer(true)
          return refusal && 'reason' in refusal && refusal.reason === 'pinFits'
            ? { fields: { pin: refusal.message } }
            : refused
        }}
      >
        <Field name="pin" label={say('pin')} hint={say('pinHint')} required>
          <PinInput autoFocus />
        </Field>
      </Form>
    </Stack>
  )
}

/** Which field a refusal is about. */
const FIELD_OF: Readonly<Record<string, string>> = {
  passwordFits: 'password',
  codeFits: 'code',
  codeIsNeeded: 'code',
}

function ByPasswordAndCode({ requestIds, secrets, onAnswer }: WayProps) {
  const say = useMessages(texts)
  const prove = useAct(ProveSignatureMutation)
  return (
    <Stack gap={3}>
      <Secrets
        words={[
          secrets && `${say('password')} ${secrets.password}`,
          secrets?.code && `${say('code')} ${secrets.code}`,
        ]}
      />
      <Form<{ password: string; code: string }>
        label={say('password')}
        verb={say('verb')}
        onCancel={() => onAnswer(false)}
        onSubmit={async (values) => {
          const { done, refused, refusal } = await prove({ requestIds: [...requestIds], ...values })
          if (done) onAnswer(true)
          const field = refusal && 'reason' in refusal ? FIELD_OF[refusal.reason] : undefined
          return field && refusal ? { fields: { [field]: refusal.message } } : refused
        }}
      >
        <Field name="password" label={say('password')} required>
          <Input.Password autoComplete="current-password" autoFocus />
        </Field>
        <Field name="code" label={say('code')} hint={say('codeHint')} required>
          <Input autoComplete="one-time-code" inputMode="numeric" spellCheck={false} />
        </Field>
      </Form>
    </Stack>
  )
}

function ByPasskey({ requestIds, onAnswer }: WayProps) {
  const say = useMessages(texts)
  const begin = useAct(BeginSignatureMutation)
  const prove = useAct(ProveSignatureMutation)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const carryOut = async () => {
    setBusy(true)
    setProblem(undefined)
    const begun = await begin({ requestIds: [...requestIds] })
    const response = begun.done && (await showPasskey(begun.done.options))
    const { done, refused } = response
      ? await prove({ requestIds: [...requestIds], response })
      : { done: undefined, refused: begun.refused ?? { message: say('stopped') } }
    setBusy(false)
    if (done) onAnswer(true)
    else setProblem(refused?.message ?? say('stopped'))
  }
  return (
    <Stack gap={3}>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <p className="st-quiet">{say('passkeyHint')}</p>
      <div className="st-form-actions">
        <Button
          type="primary"
          icon={<KeyIcon aria-hidden />}
          loading={busy}
          autoFocus
          onClick={() => void carryOut()}
        >
          {say('passkey')}
        </Button>
        <Button disabled={busy} onClick={() => onAnswer(false)}>
          {say('later')}
        </Button>
      </div>
    </Stack>
  )
}

const WAYS = { PIN: ByPin, PASSWORD_AND_CODE: ByPasswordAndCode, PASSKEY: ByPasskey } as const
