import { COMPLAINT_INPUTS } from '@steward/domain'
import {
  messages,
  useAct,
  useCheckInput,
  useDraft,
  useMessages,
  usePortalPath,
  useWorkTab,
} from '@steward/portal'
import { Alert, Button, Form, Kbd, Loading, PageHeader, Stack, useIsPhone, WithAside } from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { OpenCasesOfClient } from './open-cases-of-client.tsx'
import { ReadBack } from './read-back.tsx'
import { KindFields, WhatFields, WhoFields } from './register-fields.tsx'
import { WhatToPromise } from './what-to-promise.tsx'
import { Registered, type RegisteredCase } from './registered.tsx'
import { useReceptionOfCase } from './reception-of-case.ts'
import { holdsWords, RegisterComplaint, registrationOf, USUAL, type RegisterValues } from './registration.ts'

const texts = messages({
  title: { zh: '登记', en: 'Register' },
  hint: { zh: '先听完，再记下，最后复述一遍。', en: 'Listen first, then write it down, then read it back.' },
  back: { zh: '投诉处理', en: 'Cases' },
  verb: { zh: '登记', en: 'Register' },
  restored: { zh: '已恢复上次未提交的内容。', en: 'What you did not send last time is back.' },
  again: { zh: '清空重来', en: 'Start afresh' },
})

/** One form for all that comes in, for somebody with a telephone in one hand; also for what a reception turned out to be. */
export function RegisterPage() {
  const [params] = useSearchParams()
  const id = params.get('reception')
  const { reception, pending } = useReceptionOfCase(id)
  if (pending) return <Loading />
  return <Registering key={id} {...(reception ? { told: reception } : {})} />
}

function Registering({ told }: { readonly told?: RegisterValues }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  // What is made of a reception is a draft of its own: it must not mix with another one.
  const draft = useDraft<RegisterValues>(told ? `register.${told.receptionId}` : 'register')
  const [params, setParams] = useSearchParams()
  const client = params.get('client')
  const [found, setFound] = useState(draft.found)
  const [round, setRound] = useState(0)
  const [done, setDone] = useState<RegisteredCase>()

  useWorkTab(say('title'))

  const afresh = () => {
    draft.drop()
    setFound(undefined)
    setDone(undefined)
    setParams({}, { replace: true })
    setRound(round + 1)
  }
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('hint')}
        back={{ to: path('complaints'), label: say('back') }}
      />
      {done ? (
        <Registered it={done} onNext={afresh} />
      ) : (
        <>
          {found && <Restored onAgain={afresh} />}
          <RegisterForm
            key={round}
            initial={{ ...USUAL, ...told, ...found, ...(client ? { clientId: client } : {}) }}
            onChange={(values) => draft.keep(holdsWords(values) ? values : {})}
            onDone={(it) => {
              draft.drop()
              setDone(it)
            }}
          />
        </>
      )}
    </>
  )
}

function Restored({ onAgain }: { readonly onAgain: () => void }) {
  const say = useMessages(texts)
  return (
    <div className="st-above-field">
      <Alert
        type="info"
        showIcon
        title={say('restored')}
        action={
          <Button size="small" onClick={onAgain}>
            {say('again')}
          </Button>
        }
      />
    </div>
  )
}

interface RegisterFormProps {
  readonly initial: RegisterValues
  readonly onChange: (values: Partial<RegisterValues>) => void
  readonly onDone: (it: RegisteredCase) => void
}

function RegisterForm({ initial, onChange, onDone }: RegisterFormProps) {
  const say = useMessages(texts)
  const phone = useIsPhone()
  const check = useCheckInput()
  const register = useAct(RegisterComplaint)
  const submit = async (values: RegisterValues) => {
    const { done, refused } = await register(registrationOf(values))
    if (done) onDone(done)
    return refused
  }
  const beside = (
    <>
      <OpenCasesOfClient />
      <WhatToPromise />
      <ReadBack />
      {!phone && (
        <p className="st-quiet st-small">
          <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> {say('verb')}
        </p>
      )}
    </>
  )
  return (
    <Form<RegisterValues>
      label={say('title')}
      verb={say('verb')}
      wide
      stays
      initial={initial}
      check={(values) => check(COMPLAINT_INPUTS.register, registrationOf(values))}
      onChange={onChange}
      onSubmit={submit}
    >
      <div className="st-field-wide">
        <KindFields />
        <WithAside aside={beside}>
          <Stack gap={4}>
            <WhoFields />
            <WhatFields />
          </Stack>
        </WithAside>
      </div>
    </Form>
  )
}
