import { useQuery } from '@apollo/client/react'
import { readFragment } from '@steward/graphql-client'
import { Alert, Button, Checklist, EmptyState, Inline, Loading, Money, Sheet, Stack } from '@steward/ui'
import { useState } from 'react'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { SigningInFull } from './sign-several-documents.ts'
import { SigningInBrief } from './signing-documents.ts'
import { SigningToSee, type Seen } from './signing-to-see.tsx'
import { awaitedStep, useSigningSubject, useWayName } from './signing-words.tsx'
import { useSignSignings, type Agreed } from './use-sign-signings.ts'

const texts = messages({
  title: { zh: '逐件签核 · 第 {{at}} / {{of}} 件', en: 'Signing one by one · {{at}} of {{of}}' },
  last: { zh: '逐件签核 · 确认', en: 'Signing one by one · confirm' },
  agree: { zh: '同意，看下一件', en: 'Agree, next' },
  skip: { zh: '这件先不签', en: 'Not this one' },
  back: { zh: '上一件', en: 'Back' },
  gone: {
    zh: '这件已不在等您签核，可能有人先签了。',
    en: 'This no longer waits for you; somebody may have been faster.',
  },
  next: { zh: '看下一件', en: 'Next' },
  agreed: { zh: '您同意签核以下各件', en: 'What you agree to sign' },
  none: { zh: '没有同意签核的', en: 'You agreed to sign none' },
  each: {
    zh: '验证一次，每一件各成一个签名；其中一件签不了，不影响其他。',
    en: 'One proof, a signature for each; one that fails does not hold up the others.',
  },
  sign: { zh: '签核这 {{count}} 件', en: { one: 'Sign it', other: 'Sign these {{count}}' } },
  done: { zh: '签核结果', en: 'What came of it' },
  close: { zh: '关闭', en: 'Close' },
})

interface SignSeveralProps {
  readonly ids: readonly string[]
  readonly onSigned: () => Promise<unknown>
  readonly onClose: () => void
}

/** Each is looked at in turn; what was agreed to is signed with one proof. */
export function SignSeveral({ ids, onSigned, onClose }: SignSeveralProps) {
  const say = useMessages(texts)
  const [at, setAt] = useState(0)
  const [agreed, setAgreed] = useState<readonly Agreed[]>([])
  const id = ids[at]
  const decide = (signing: string, decided?: Agreed) => {
    setAgreed((before) => [
      ...before.filter((it) => it.signing.id !== signing),
      ...(decided ? [decided] : []),
    ])
    setAt(at + 1)
  }
  return (
    <Sheet
      open
      wide
      title={id ? say('title', { at: at + 1, of: ids.length }) : say('last')}
      onClose={onClose}
    >
      {id ? (
        <OneOfSeveral
          key={id}
          id={id}
          onDecide={(decided) => decide(id, decided)}
          {...(at > 0 ? { onBack: () => setAt(at - 1) } : {})}
        />
      ) : (
        <Confirm agreed={agreed} onBack={() => setAt(ids.length - 1)} onSigned={onSigned} onClose={onClose} />
      )}
    </Sheet>
  )
}

interface OneOfSeveralProps {
  readonly id: string
  readonly onDecide: (agreed?: Agreed) => void
  readonly onBack?: () => void
}

function OneOfSeveral({ id, onDecide, onBack }: OneOfSeveralProps) {
  const say = useMessages(texts)
  const name = useNameOf()
  const [behalf, setBehalf] = useState<string | null>()
  const { data, error, refetch } = useQuery(SigningInFull, { variables: { id }, fetchPolicy: 'network-only' })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { signing } = data
  const ways = signing ? readFragment(SigningInBrief, signing).waysToSign : []
  const delegationId = behalf === undefined ? (ways[0]?.delegationId ?? null) : behalf
  const isThere = signing !== null && ways.length > 0
  return (
    <Stack gap={4}>
      {signing && <h2>{name(signing)}</h2>}
      {isThere ? (
        <SigningToSee signing={signing} delegationId={delegationId} onBehalf={setBehalf} />
      ) : (
        <Alert type="warning" showIcon title={say('gone')} />
      )}
      <div className="st-form-actions">
        {isThere ? (
          <>
            <Button type="primary" onClick={() => onDecide({ signing, delegationId })}>
              {say('agree')}
            </Button>
            <Button onClick={() => onDecide()}>{say('skip')}</Button>
          </>
        ) : (
          <Button type="primary" onClick={() => onDecide()}>
            {say('next')}
          </Button>
        )}
        {onBack && (
          <Button type="text" onClick={onBack}>
            {say('back')}
          </Button>
        )}
      </div>
    </Stack>
  )
}

interface ConfirmProps {
  readonly agreed: readonly Agreed[]
  readonly onBack: () => void
  readonly onSigned: () => Promise<unknown>
  readonly onClose: () => void
}

function Confirm({ agreed, onBack, onSigned, onClose }: ConfirmProps) {
  const say = useMessages(texts)
  const name = useNameOf()
  const sign = useSignSignings()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<ReadonlyMap<string, string | undefined>>()
  if (agreed.length === 0)
    return <EmptyState title={say('none')} action={<Button onClick={onClose}>{say('close')}</Button>} />
  const carryOut = async () => {
    setBusy(true)
    setOutcome(await sign(agreed))
    setBusy(false)
    await onSigned()
  }
  const items = agreed.map(({ signing }) => {
    const problem = outcome?.get(signing.id)
    const done = outcome !== undefined && problem === undefined
    return {
      key: signing.id,
      label: name(signing),
      done,
      ...(problem === undefined ? {} : { hint: problem }),
    }
  })
  return (
    <Stack gap={4}>
      <h2>{say(outcome ? 'done' : 'agreed')}</h2>
      {outcome ? (
        <Checklist label={say('done')} items={items} />
      ) : (
        <ul className="st-rows" aria-label={say('agreed')}>
          {agreed.map((it) => (
            <AgreedRow key={it.signing.id} agreed={it} />
          ))}
        </ul>
      )}
      {outcome ? (
        <div className="st-form-actions">
          <Button type="primary" onClick={onClose}>
            {say('close')}
          </Button>
        </div>
      ) : (
        <>
          <p className="st-quiet">{say('each')}</p>
          <div className="st-form-actions">
            <Button type="primary" loading={busy} onClick={() => void carryOut()}>
              {say('sign', { count: agreed.length })}
            </Button>
            <Button type="text" disabled={busy} onClick={onBack}>
              {say('back')}
            </Button>
          </div>
        </>
      )}
    </Stack>
  )
}

/** What will be signed, how much it commits, and in whose name. */
function AgreedRow({ agreed: { signing, delegationId } }: { readonly agreed: Agreed }) {
  const name = useNameOf()
  const subjectOf = useSigningSubject()
  const wayName = useWayName()
  const { currency } = useViewer().organization
  const brief = readFragment(SigningInBrief, signing)
  const { kind, meaning } = subjectOf(brief)
  const amountMinor = awaitedStep(brief)?.amountMinor ?? null
  const behalf =
    delegationId === null ? undefined : brief.waysToSign.find((it) => it.delegationId === delegationId)
  return (
    <li>
      <Inline gap={2} justify="space-between">
        <Stack gap={1}>
          <span className="st-strong">{name(signing)}</span>
          <span className="st-quiet st-small">
            {[kind, meaning, behalf && wayName(behalf)].filter(Boolean).join(' · ')}
          </span>
        </Stack>
        {amountMinor !== null && (
          <span className="st-strong">
            <Money minor={amountMinor} currency={currency} />
          </span>
        )}
      </Inline>
    </li>
  )
}

/** Number and title, or what kind it is. */
function useNameOf(): (signing: Seen) => string {
  const subjectOf = useSigningSubject()
  return (signing) => {
    const { kind, number, title } = subjectOf(readFragment(SigningInBrief, signing))
    return [number, title].filter(Boolean).join(' ') || kind
  }
}
