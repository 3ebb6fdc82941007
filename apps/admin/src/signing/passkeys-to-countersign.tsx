import { useQuery } from '@apollo/client/react'
import { graphql, type PasskeysToCountersignQuery } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  ProofDesk,
  useFreshAct,
  useMessages,
  useViewer,
  useWithProof,
} from '@steward/portal'
import {
  Button,
  ConfirmDialog,
  DataTable,
  Instant,
  Loading,
  Panel,
  useNotify,
  type Column,
} from '@steward/ui'
import { useState } from 'react'

const Waiting = graphql(/* GraphQL */ `
  query PasskeysToCountersign {
    passkeysToCountersign {
      id
      name
      confirmedAt
      staff {
        id
        name
        position
        version
        department {
          id
          name
        }
      }
    }
  }
`)

const CountersignPasskey = graphql(/* GraphQL */ `
  mutation CountersignPasskey($input: CountersignPasskeyInput!) {
    countersignPasskey(input: $input) {
      ... on Staff {
        id
        version
      }
      ... on UserError {
        code
        message
      }
      ... on NotEligibleError {
        reason
      }
    }
  }
`)

const texts = messages({
  title: { zh: '待确认的通行密钥', en: 'Passkeys that wait for confirmation' },
  hint: {
    zh: '通行密钥登记后即可登录；由持有人以外的管理员确认之后，才能签署须用通行密钥的事项。',
    en: 'A passkey lets in at once; it signs what takes a passkey only after an administrator other than its holder has confirmed whose it is.',
  },
  none: { zh: '没有待确认的通行密钥', en: 'No passkey waits' },
  holder: { zh: '持有人', en: 'Holder' },
  name: { zh: '设备', en: 'Device' },
  added: { zh: '登记时间', en: 'Added' },
  acts: { zh: '操作', en: 'Actions' },
  verb: { zh: '确认', en: 'Confirm' },
  verbOf: { zh: '确认{{name}}的“{{device}}”', en: 'Confirm “{{device}}” of {{name}}' },
  ask: { zh: '确认“{{device}}”是{{name}}的？', en: 'Is “{{device}}” the passkey of {{name}}?' },
  askText: {
    zh: '请当面或通过可靠的途径问过本人，再确认。确认以您的名义写入签核台账，不能更改。',
    en: 'Ask them in person, or in another way you can rely on. It is entered in the ledger under your name, for good.',
  },
  own: { zh: '须由其他管理员确认', en: 'Another administrator confirms it' },
  done: { zh: '已确认', en: 'Confirmed' },
})

type Passkey = PasskeysToCountersignQuery['passkeysToCountersign'][number]

/** Passkeys of which nobody has said yet whose they are: an administrator says so, never of their own. */
export function PasskeysToCountersign() {
  return (
    <ProofDesk>
      <Waiters />
    </ProofDesk>
  )
}

function Waiters() {
  const say = useMessages(texts)
  const notify = useNotify()
  const withProof = useWithProof()
  const { data, error, refetch } = useQuery(Waiting, { fetchPolicy: 'cache-and-network' })
  const [asking, setAsking] = useState<Passkey>()
  const countersign = useFreshAct(CountersignPasskey, refetch)
  const columns = useColumns(setAsking)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const carryOut = async () => {
    const staff = asking?.staff
    if (!asking || !staff) return
    const input = { staffId: staff.id, expectedVersion: staff.version, factorId: asking.id }
    const { done, refused } = await withProof(() => countersign(input))
    setAsking(undefined)
    if (done) notify.done(say('done'))
    else notify.failed(refused.message ?? '')
    void refetch()
  }
  return (
    <Panel title={say('title')}>
      <p className="st-quiet">{say('hint')}</p>
      {data.passkeysToCountersign.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <DataTable
          label={say('title')}
          columns={columns}
          rows={data.passkeysToCountersign}
          rowKey={({ id }) => id}
        />
      )}
      <ConfirmDialog
        open={asking !== undefined}
        title={say('ask', { device: asking?.name ?? '', name: asking?.staff?.name ?? '' })}
        verb={say('verb')}
        onConfirm={carryOut}
        onCancel={() => setAsking(undefined)}
      >
        {say('askText')}
      </ConfirmDialog>
    </Panel>
  )
}

function useColumns(onAsk: (passkey: Passkey) => void): readonly Column<Passkey>[] {
  const say = useMessages(texts)
  const { staff: viewer } = useViewer()
  return [
    {
      key: 'holder',
      title: say('holder'),
      card: 'lead',
      render: ({ staff }) => (
        <>
          {staff?.name}{' '}
          <span className="st-quiet st-small">
            {[staff?.department?.name, staff?.position].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'name', title: say('name'), render: ({ name }) => name },
    { key: 'added', title: say('added'), render: ({ confirmedAt }) => <Instant at={confirmedAt} /> },
    {
      key: 'acts',
      title: say('acts'),
      align: 'end',
      render: (row) =>
        row.staff?.id === viewer.id ? (
          <span className="st-quiet st-small">{say('own')}</span>
        ) : (
          <Button
            size="small"
            aria-label={say('verbOf', { name: row.staff?.name ?? '', device: row.name })}
            onClick={() => onAsk(row)}
          >
            {say('verb')}
          </Button>
        ),
    },
  ]
}
