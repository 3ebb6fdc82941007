import { SIGNING_KIND_LABELS, DELEGATED_KINDS } from '@steward/domain'
import type { DelegationInFullFragment } from '@steward/graphql-client'
import {
  Button,
  Card,
  ConfirmDialog,
  DescriptionList,
  Disclosure,
  Instant,
  Lines,
  Money,
  StatusTag,
  useNotify,
  useNow,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'
import { useList } from '../i18n/use-list.ts'
import { useAct } from '../acts/use-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { RevokeDelegation } from './delegation-documents.ts'
import { SignedByOne } from './signed-by-delegation.tsx'

const texts = messages({
  between: { zh: '{{receiver}} 代 {{giver}} 签', en: '{{receiver}} signs for {{giver}}' },
  someone: { zh: '同事', en: 'a colleague' },
  COMING: { zh: '未开始', en: 'Not begun' },
  STANDING: { zh: '生效中', en: 'In force' },
  OVER: { zh: '已到期', en: 'Over' },
  REVOKED: { zh: '已撤销', en: 'Revoked' },
  kinds: { zh: '事项', en: 'What' },
  all: { zh: '全部事项', en: 'Everything' },
  most: { zh: '金额上限', en: 'Up to' },
  ownLimit: { zh: '以授权人权限为限', en: 'The limit of who gave it' },
  time: { zh: '期限', en: 'Time' },
  reason: { zh: '原因', en: 'Why' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokeTitle: { zh: '撤销这项授权？', en: 'Revoke this delegation?' },
  revokeText: {
    zh: '立即生效，不能恢复；此前据此签的仍然有效。撤销也要签名。',
    en: 'At once and for good; what was signed by it stays valid. The revocation is signed too.',
  },
  revoked: { zh: '已撤销', en: 'Revoked' },
  signed: {
    zh: '据此签过 {{count}} 次',
    en: { one: 'Signed by it once', other: 'Signed by it {{count}} times' },
  },
  nothing: { zh: '还没有据此签过', en: 'Nothing was signed by it yet' },
})

export type DelegationState = 'COMING' | 'STANDING' | 'OVER' | 'REVOKED'

export const stateOf = (
  { from, until, revokedAt }: Pick<DelegationInFullFragment, 'from' | 'until' | 'revokedAt'>,
  now: number,
): DelegationState => {
  if (revokedAt !== null) return 'REVOKED'
  if (Date.parse(until) <= now) return 'OVER'
  return Date.parse(from) > now ? 'COMING' : 'STANDING'
}

const TONES: Readonly<Record<DelegationState, Tone>> = {
  COMING: 'info',
  STANDING: 'good',
  OVER: 'neutral',
  REVOKED: 'neutral',
}

interface DelegationCardProps {
  readonly delegation: DelegationInFullFragment
  readonly canRevoke: boolean
  readonly onChanged: () => Promise<unknown>
}

/** One delegation: who for whom, what, how long, and all that was signed by it. */
export function DelegationCard({ delegation, canRevoke, onChanged }: DelegationCardProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const list = useList()
  const notify = useNotify()
  const { currency } = useViewer().organization
  const state = stateOf(delegation, useNow())
  const revoke = useAct(RevokeDelegation)
  const [asking, setAsking] = useState(false)
  const { id, version, giver, receiver, kinds, mostMinor, from, until, reason, signOffs } = delegation
  const carryOut = async () => {
    setAsking(false)
    const { refused } = await revoke({ delegationId: id, expectedVersion: version })
    if (refused) notify.failed(refused.message ?? '')
    else notify.done(say('revoked'))
    await onChanged()
  }
  return (
    <Card
      lead={say('between', {
        giver: giver?.name ?? say('someone'),
        receiver: receiver?.name ?? say('someone'),
      })}
      tag={<StatusTag tone={TONES[state]}>{say(state)}</StatusTag>}
    >
      <DescriptionList
        min={320}
        items={[
          {
            label: say('time'),
            value: (
              <>
                <Instant at={from} show="absolute" /> – <Instant at={until} show="absolute" />
              </>
            ),
          },
          {
            label: say('kinds'),
            value: DELEGATED_KINDS.every((kind) => kinds.includes(kind)) ? (
              say('all')
            ) : (
              <Lines most={2}>{list(kinds.map((kind) => sayWord(SIGNING_KIND_LABELS[kind])))}</Lines>
            ),
          },
          {
            label: say('most'),
            value: mostMinor === null ? say('ownLimit') : <Money minor={mostMinor} currency={currency} />,
          },
          ...(reason ? [{ label: say('reason'), value: reason }] : []),
        ]}
      />
      {signOffs.totalCount === 0 ? (
        <p className="st-quiet st-small">{say('nothing')}</p>
      ) : (
        <Disclosure summary={say('signed', { count: signOffs.totalCount })}>
          {() => <SignedByOne delegationId={id} />}
        </Disclosure>
      )}
      {canRevoke && (
        <div>
          <Button danger onClick={() => setAsking(true)}>
            {say('revoke')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={say('revokeTitle')}
        verb={say('revoke')}
        danger
        onConfirm={() => void carryOut()}
        onCancel={() => setAsking(false)}
      >
        {say('revokeText')}
      </ConfirmDialog>
    </Card>
  )
}
