import { FACTOR_KIND_LABELS } from '@steward/domain'
import type { AccountQuery } from '@steward/graphql-client'
import {
  Alert,
  Button,
  Card,
  Cards,
  ConfirmDialog,
  EmptyState,
  Inline,
  Instant,
  KeyIcon,
  Panel,
  PhoneIcon,
  Stack,
  StatusTag,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { RemoveFactorMutation, RenewRecoveryCodesMutation } from './account-documents.ts'
import { AddPasskey } from './add-passkey.tsx'
import { canUsePasskeys } from './passkey.ts'
import { useWithProof } from './proof.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SetUpApp } from './set-up-app.tsx'

const texts = messages({
  title: { zh: '登录验证', en: 'Second factors' },
  none: { zh: '现在仅凭密码登录', en: 'You sign in with a password alone' },
  noneHint: {
    zh: '设置一种登录验证后，别人即使知道密码也进不来。',
    en: 'With a second factor, somebody who knows the password still cannot come in.',
  },
  addPasskey: { zh: '添加通行密钥', en: 'Add a passkey' },
  addApp: { zh: '用手机验证器', en: 'Add an authenticator app' },
  used: { zh: '最近使用', en: 'Last used' },
  never: { zh: '还没用过', en: 'Not used yet' },
  waits: { zh: '待管理员确认', en: 'Waiting for confirmation' },
  waitsHint: {
    zh: '可以用来登录；管理员确认是您的之后，才能签署须用通行密钥的事项。',
    en: 'It lets you in. Once an administrator has confirmed that it is yours it can also sign what takes a passkey.',
  },
  since: { zh: '启用于', en: 'Since' },
  remove: { zh: '移除', en: 'Remove' },
  removeAsk: { zh: '移除“{{name}}”？', en: 'Remove “{{name}}”?' },
  removeText: { zh: '以后不能再用它登录。', en: 'It lets you in no more.' },
  removeLast: {
    zh: '这是最后一个：以后仅凭密码登录，备用码也随之失效。',
    en: 'It is the last one: from then on the password alone lets in, and the recovery codes are void.',
  },
  removed: { zh: '已移除“{{name}}”', en: '“{{name}}” is removed' },
  recovery: { zh: '备用码', en: 'Recovery codes' },
  left: { zh: '还剩 {{count}} 个未用', en: { one: '{{count}} left', other: '{{count}} left' } },
  few: { zh: '快用完了，请换一套', en: 'Nearly used up: make a new set' },
  renew: { zh: '换一套', en: 'Make a new set' },
  renewAsk: { zh: '换一套备用码？', en: 'Make new recovery codes?' },
  renewText: { zh: '原来的备用码全部作废。', en: 'The old ones are void.' },
})

type Factor = AccountQuery['mySecondFactors'][number]

interface SecondFactorsProps {
  readonly account: AccountQuery
  readonly onChanged: () => void
}

/** What one has besides a password, and the paper for the day it is gone. */
export function SecondFactors({ account, onChanged }: SecondFactorsProps) {
  const say = useMessages(texts)
  const [adding, setAdding] = useState<'app' | 'passkey'>()
  const [removing, setRemoving] = useState<Factor>()
  const [codes, setCodes] = useState<readonly string[]>()
  const factors = account.mySecondFactors
  const added = (recoveryCodes: readonly string[]) => {
    setAdding(undefined)
    if (recoveryCodes.length > 0) setCodes(recoveryCodes)
    else onChanged()
  }
  return (
    <Panel
      title={say('title')}
      actions={
        <Inline>
          {canUsePasskeys() && (
            <Button icon={<KeyIcon aria-hidden />} onClick={() => setAdding('passkey')}>
              {say('addPasskey')}
            </Button>
          )}
          <Button icon={<PhoneIcon aria-hidden />} onClick={() => setAdding('app')}>
            {say('addApp')}
          </Button>
        </Inline>
      }
    >
      <Stack gap={5}>
        {factors.length === 0 ? (
          <EmptyState title={say('none')} hint={say('noneHint')} />
        ) : (
          <Cards label={say('title')}>
            {factors.map((factor) => (
              <FactorCard key={factor.id} factor={factor} onRemove={() => setRemoving(factor)} />
            ))}
          </Cards>
        )}
        {factors.length > 0 && <Recovery codes={account.myRecoveryCodes} onRenewed={setCodes} />}
      </Stack>
      <SetUpApp open={adding === 'app'} onClose={() => setAdding(undefined)} onAdded={added} />
      <AddPasskey open={adding === 'passkey'} onClose={() => setAdding(undefined)} onAdded={added} />
      {removing && (
        <RemoveFactor
          factor={removing}
          last={factors.length === 1}
          onDone={(changed) => {
            setRemoving(undefined)
            if (changed) onChanged()
          }}
        />
      )}
      {codes && (
        <RecoveryCodes
          codes={codes}
          onDone={() => {
            setCodes(undefined)
            onChanged()
          }}
        />
      )}
    </Panel>
  )
}

function FactorCard({ factor, onRemove }: { readonly factor: Factor; readonly onRemove: () => void }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const Icon = factor.kind === 'PASSKEY' ? KeyIcon : PhoneIcon
  const waits = factor.kind === 'PASSKEY' && factor.countersignedAt === null
  return (
    <Card
      lead={
        <Inline gap={2}>
          <Icon aria-hidden />
          {factor.name}
        </Inline>
      }
      tag={
        <Inline gap={1}>
          <StatusTag tone="good">{sayWord(FACTOR_KIND_LABELS[factor.kind])}</StatusTag>
          {waits && <StatusTag tone="warn">{say('waits')}</StatusTag>}
        </Inline>
      }
      actions={
        <Button danger size="small" onClick={onRemove} aria-label={`${say('remove')} ${factor.name}`}>
          {say('remove')}
        </Button>
      }
    >
      <span className="st-quiet">
        {say('since')} <Instant at={factor.confirmedAt} /> ·{' '}
        {factor.lastUsedAt ? (
          <>
            {say('used')} <Instant at={factor.lastUsedAt} />
          </>
        ) : (
          say('never')
        )}
      </span>
      {waits && <p className="st-quiet">{say('waitsHint')}</p>}
    </Card>
  )
}

function RemoveFactor(props: {
  readonly factor: Factor
  readonly last: boolean
  readonly onDone: (changed: boolean) => void
}) {
  const { factor, last, onDone } = props
  const say = useMessages(texts)
  const notify = useNotify()
  const withProof = useWithProof()
  const remove = useAct(RemoveFactorMutation)
  const carryOut = async () => {
    const { done, refused } = await withProof(() => remove({ factorId: factor.id }))
    if (done) notify.done(say('removed', { name: factor.name }))
    else notify.failed(refused.message ?? '')
    onDone(done !== undefined)
  }
  return (
    <ConfirmDialog
      open
      title={say('removeAsk', { name: factor.name })}
      verb={say('remove')}
      danger
      onConfirm={carryOut}
      onCancel={() => onDone(false)}
    >
      {say(last ? 'removeLast' : 'removeText')}
    </ConfirmDialog>
  )
}

function Recovery(props: {
  readonly codes: AccountQuery['myRecoveryCodes']
  readonly onRenewed: (codes: readonly string[]) => void
}) {
  const say = useMessages(texts)
  const notify = useNotify()
  const withProof = useWithProof()
  const renew = useAct(RenewRecoveryCodesMutation)
  const [asking, setAsking] = useState(false)
  const left = props.codes.filter(({ usedAt }) => usedAt === null).length
  const carryOut = async () => {
    const { done, refused } = await withProof(() => renew({}))
    setAsking(false)
    if (done) props.onRenewed(done.recoveryCodes)
    else notify.failed(refused.message ?? '')
  }
  return (
    <Stack gap={2}>
      <Inline>
        <span className="st-strong">{say('recovery')}</span>
        <span>{say('left', { count: left })}</span>
        <Button size="small" onClick={() => setAsking(true)}>
          {say('renew')}
        </Button>
      </Inline>
      {left < 3 && <Alert type="warning" showIcon title={say('few')} />}
      <ConfirmDialog
        open={asking}
        title={say('renewAsk')}
        verb={say('renew')}
        onConfirm={carryOut}
        onCancel={() => setAsking(false)}
      >
        {say('renewText')}
      </ConfirmDialog>
    </Stack>
  )
}
