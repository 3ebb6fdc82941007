import { useQuery } from '@apollo/client/react'
import { CLIENT_MERGE_ACTION_LABELS } from '@steward/domain'
import { readFragment, type ClientMergePreviewQuery } from '@steward/graphql-client'
import { FailureState, messages, useAct, useMessages, usePortalPath, useSay } from '@steward/portal'
import {
  Alert,
  Button,
  EmptyState,
  Field,
  Form,
  Input,
  Loading,
  PageHeader,
  Panel,
  Stack,
  SwapIcon,
  useNotify,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { ClientMergePreview, ClientSide, ClientsToMerge } from './merge-documents.ts'
import { ProposeClientMerge } from './merge-mutations.ts'
import { MergeCounts } from './merge-words.tsx'
import { SideBySide, type Side } from './side-by-side.tsx'

const texts = messages({
  title: { zh: '合并两份客户档案', en: 'Merge two archives' },
  back: { zh: '客户合并', en: 'Merges of clients' },
  subtitle: {
    zh: '左边的档案保留，右边的并入；两份历史都留下，批准后生效，可以撤销',
    en: 'The left one stays, the right one goes into it; both histories are kept. It takes effect once approved, and can be reversed',
  },
  swap: { zh: '左右对调', en: 'Swap the two' },
  missing: { zh: '没有找到这两位客户', en: 'These two clients were not found' },
  missingHint: {
    zh: '可能不存在，或不在您的负责范围内。',
    en: 'They do not exist here, or lie outside your responsibility.',
  },
  fields: { zh: '每一项以谁为准', en: 'Whose word stands' },
  counts: { zh: '双方的记录', en: 'What both have' },
  inTheWay: { zh: '现在还不能合并', en: 'They cannot be merged now' },
  reason: { zh: '为什么是同一位客户', en: 'Why they are the same client' },
  reasonHint: {
    zh: '批准人据此判断：证件、电话、房号、当面核实……',
    en: 'The approver judges by it: document, number, unit, confirmed in person …',
  },
  form: { zh: '提请合并', en: 'Propose the merge' },
  verb: { zh: '签署并提请', en: 'Sign and propose' },
  proposed: { zh: '已提请，等待批准', en: 'Proposed; it awaits approval' },
})

/** Two archives side by side: what differs is chosen field by field, then it is signed. */
export function NewMergePage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const [params, setParams] = useSearchParams()
  const pair = { survivor: params.get('survivor') ?? '', merged: params.get('merged') ?? '' }
  const skip = pair.survivor === '' || pair.merged === ''
  const how = { variables: pair, skip, fetchPolicy: 'network-only' } as const
  const clients = useQuery(ClientsToMerge, how)
  const preview = useQuery(ClientMergePreview, how)
  const error = clients.error ?? preview.error
  const reload = async () => {
    await Promise.all([clients.refetch(), preview.refetch()])
  }
  const { survivor, merged } = clients.data ?? {}
  const header = (
    <PageHeader
      title={say('title')}
      subtitle={say('subtitle')}
      back={{ to: path('merges'), label: say('back') }}
      actions={
        !skip && (
          <Button
            icon={<SwapIcon aria-hidden />}
            onClick={() => setParams({ survivor: pair.merged, merged: pair.survivor }, { replace: true })}
          >
            {say('swap')}
          </Button>
        )
      }
    />
  )
  if (skip || (clients.data && !(survivor && merged)))
    return (
      <>
        {header}
        <EmptyState title={say('missing')} hint={say('missingHint')} />
      </>
    )
  if (!survivor || !merged || !preview.data)
    return error ? <FailureState error={error} onRetry={() => void reload()} /> : <Loading />
  return (
    <>
      {header}
      <Proposal
        key={`${pair.survivor} ${preview.data.clientMergePreview.fingerprint}`}
        survivor={readFragment(ClientSide, survivor)}
        merged={readFragment(ClientSide, merged)}
        preview={preview.data.clientMergePreview}
        onReload={reload}
      />
    </>
  )
}

interface ProposalProps {
  readonly survivor: Side
  readonly merged: Side
  readonly preview: ClientMergePreviewQuery['clientMergePreview']
  readonly onReload: () => Promise<unknown>
}

function Proposal({ survivor, merged, preview, onReload }: ProposalProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { routing } = useUi()
  const notify = useNotify()
  const propose = useAct(ProposeClientMerge)
  const { fields, obstacles, counts, fingerprint } = preview
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    () => new Set(fields.filter(({ standing }) => standing === 'MERGED_ONLY').map(({ key }) => key)),
  )
  return (
    <Stack gap={4}>
      {obstacles.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={say('inTheWay')}
          description={obstacles.map(({ reason, message }) => (
            <div key={reason}>{message}</div>
          ))}
        />
      )}
      <Panel title={say('fields')}>
        <SideBySide
          survivor={survivor}
          merged={merged}
          fields={fields}
          taken={taken}
          onTake={(key, isTaken) =>
            setTaken((before) => new Set([...before].filter((it) => it !== key).concat(isTaken ? [key] : [])))
          }
        />
      </Panel>
      {counts.length > 0 && (
        <Panel title={say('counts')} flush>
          <MergeCounts counts={counts} />
        </Panel>
      )}
      {obstacles.length === 0 && (
        <Panel title={say('form')}>
          <Form<{ reason: string }>
            label={sayWord(CLIENT_MERGE_ACTION_LABELS.propose)}
            verb={say('verb')}
            onSubmit={async ({ reason }) => {
              const { done, refused } = await propose({
                survivorId: survivor.id,
                mergedId: merged.id,
                fingerprint,
                taken: [...taken],
                reason,
              })
              if (!done) {
                if (refused?.message) await onReload()
                return refused
              }
              notify.done(say('proposed'))
              routing.go(path(`merges/${done.id}`))
              return undefined
            }}
          >
            <Field name="reason" label={say('reason')} hint={say('reasonHint')} required>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
            </Field>
          </Form>
        </Panel>
      )}
    </Stack>
  )
}
