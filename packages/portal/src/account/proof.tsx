import { useQuery } from '@apollo/client/react'
import { Button, Dialog, Field, Form, Input, KeyIcon, Stack, useNotify } from '@steward/ui'
import { createContext, useContext, useState, type ReactNode } from 'react'
import { useAct, type Outcome } from '../acts/use-act.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { canUsePasskeys, showPasskey } from './passkey.ts'
import { BeginPasskeyProofMutation, ProveWithPasskeyMutation } from './passkey-documents.ts'
import { AccountQuery, ProveIdentityMutation } from './account-documents.ts'

const texts = messages({
  title: { zh: '确认是您本人', en: 'Confirm that it is you' },
  why: {
    zh: '这一步要改动登录方式。确认一次，五分钟内有效。',
    en: 'This changes how you sign in. Confirm once; it is good for five minutes.',
  },
  click: { zh: '是我本人', en: 'It is me' },
  password: { zh: '密码', en: 'Password' },
  code: { zh: '验证码', en: 'Code' },
  codeHint: { zh: '应用里的 6 位数字，或一个备用码', en: 'Six digits of the app, or a recovery code' },
  passkey: { zh: '用通行密钥', en: 'With a passkey' },
  stopped: { zh: '没有完成，可以再试一次。', en: 'It was not finished; try again.' },
  verb: { zh: '确认', en: 'Confirm' },
})

const ProofContext = createContext<
  <R extends Outcome<unknown, unknown>>(act: () => Promise<R>) => Promise<R>
>((act) => act())

/** Runs an act; where the server wants a fresh proof it is asked for over the page, and the act is done again. */
export const useWithProof = () => useContext(ProofContext)

const wantsProof = (refusal: unknown): boolean =>
  typeof refusal === 'object' && refusal !== null && 'reason' in refusal && refusal.reason === 'freshProof'

/** Around what may need a fresh proof. */
export function ProofDesk({ children }: { readonly children: ReactNode }) {
  const [asking, setAsking] = useState<(proved: boolean) => void>()
  const withProof = async <R extends Outcome<unknown, unknown>>(act: () => Promise<R>): Promise<R> => {
    const outcome = await act()
    if (!wantsProof(outcome.refusal)) return outcome
    const proved = await new Promise<boolean>((resolve) => setAsking(() => resolve))
    setAsking(undefined)
    return proved ? act() : outcome
  }
  return (
    <ProofContext value={withProof}>
      {children}
      {asking && <ProofDialog onAnswer={asking} />}
    </ProofContext>
  )
}

function ProofDialog({ onAnswer }: { readonly onAnswer: (proved: boolean) => void }) {
  const say = useMessages(texts)
  const notify = useNotify()
  const prove = useAct(ProveIdentityMutation)
  const begin = useAct(BeginPasskeyProofMutation)
  const withPasskey = useAct(ProveWithPasskeyMutation)
  const { organization } = useViewer()
  const { data } = useQuery(AccountQuery)
  const hasFactor = (data?.mySecondFactors.length ?? 0) > 0
  const byClick = async () => {
    const { done, refused } = await prove({})
    if (done) onAnswer(true)
    else notify.failed(refused.message ?? '')
  }
  const byPasskey = async () => {
    const begun = await begin({})
    const response = begun.done && (await showPasskey(begun.done.options))
    if (!response) return notify.failed(begun.refused?.message ?? say('stopped'))
    const { done, refused } = await withPasskey({ response })
    if (done) onAnswer(true)
    else notify.failed(refused.message ?? '')
  }
  const hasPasskey = data?.mySecondFactors.some(({ kind }) => kind === 'PASSKEY') && canUsePasskeys()
  return (
    <Dialog open title={say('title')} onClose={() => onAnswer(false)}>
      <Stack gap={4}>
        <p className="st-quiet">{say('why')}</p>
        {hasPasskey && (
          <div>
            <Button icon={<KeyIcon aria-hidden />} onClick={() => void byPasskey()}>
              {say('passkey')}
            </Button>
          </div>
        )}
        {organization.demonstration ? (
          <div>
            <Button type="primary" onClick={() => void byClick()}>
              {say('click')}
            </Button>
          </div>
        ) : (
          <Form<{ password: string; code?: string }>
            label={say('title')}
            verb={say('verb')}
            onCancel={() => onAnswer(false)}
            onSubmit={async ({ password, code }) => {
              const { done, refused } = await prove({ password, ...(code ? { code } : {}) })
              if (done) onAnswer(true)
              return refused
            }}
          >
            <Field name="password" label={say('password')} required>
              <Input.Password autoComplete="current-password" />
            </Field>
            {hasFactor ? (
              <Field name="code" label={say('code')} hint={say('codeHint')} required>
                <Input autoComplete="one-time-code" inputMode="numeric" spellCheck={false} />
              </Field>
            ) : null}
          </Form>
        )}
      </Stack>
    </Dialog>
  )
}
