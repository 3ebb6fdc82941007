import {
  isContradiction,
  LEDGER_CHAIN_LABELS,
  WITNESS_FAILURE_LABELS,
  WITNESS_KIND_LABELS,
  WITNESS_RHYTHM_LABELS,
} from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import {
  absoluteTime,
  Alert,
  Button,
  Card,
  CopyButton,
  Inline,
  Instant,
  SendIcon,
  Stack,
  StatusTag,
  useUi,
  type Tone,
} from '@steward/ui'
import type { Standing, Witness } from './witness-documents.ts'

const texts = messages({
  fine: { zh: '正常', en: 'All is well' },
  failing: { zh: '通报失败', en: 'Not reached' },
  contradicts: { zh: '与台账不符', en: 'Contradicts the ledger' },
  untold: { zh: '尚未通报', en: 'Not told yet' },
  file: { zh: '系统内置', en: 'Built in' },
  about: {
    zh: '后台进程写入的文件，只增不改；最好把它的文件夹放在另一台机器上。',
    en: 'A file that the worker only adds to; its folder had best be on another machine.',
  },
  all: { zh: '已看到全部 {{count}} 条', en: 'has seen all {{count}} entries' },
  behind: {
    zh: '已看到 {{seen}} 条，还差 {{behind}} 条',
    en: 'has seen {{seen}} entries, {{behind}} to go',
  },
  nothing: { zh: '还没有检查点', en: 'no checkpoint yet' },
  since: { zh: '自 {{at}} 起', en: 'since {{at}}' },
  evidence: {
    zh: '请不要改动任何数据：先导出台账留证，再向见证方索取其记录一并核验。',
    en: 'Change nothing: export the ledger as evidence, and verify it with the log of the witness.',
  },
  key: { zh: '公钥', en: 'Public key' },
  copyKey: { zh: '复制公钥', en: 'Copy the public key' },
  tell: { zh: '立即通报', en: 'Tell now' },
  dismiss: { zh: '解除', en: 'Dismiss' },
  by: { zh: '{{name}} 委任', en: 'appointed by {{name}}' },
})

const worst = ({ standings }: Witness): Standing | undefined =>
  standings.find(({ failure }) => isContradiction(failure)) ??
  standings.find(({ failure }) => failure !== null)

export interface WitnessVerbs {
  readonly tell: (witness: Witness) => void
  readonly dismiss: (witness: Witness) => void
}

interface WitnessCardProps {
  readonly witness: Witness
  readonly verbs: WitnessVerbs | undefined
}

/** One witness: what it is, how far it has seen each chain, and what is wrong in words. */
export function WitnessCard({ witness, verbs }: WitnessCardProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { kind, name, url, publicKey, mailAddress, rhythm, standings, appointedBy } = witness
  const trouble = worst(witness)
  const { locale, timeZone } = useUi()
  const time = (at: string) => absoluteTime(new Date(at), locale, timeZone)
  return (
    <Card
      lead={kind === 'FILE' ? sayWord(WITNESS_KIND_LABELS.FILE) : (mailAddress ?? name)}
      tag={<StateTag witness={witness} />}
      actions={verbs && <Actions witness={witness} verbs={verbs} />}
    >
      <Stack gap={2}>
        <span className="st-quiet st-small">
          {kind === 'FILE' ? say('file') : sayWord(WITNESS_KIND_LABELS[kind])}
          {rhythm && ` · ${sayWord(WITNESS_RHYTHM_LABELS[rhythm])}`}
          {appointedBy && ` · ${say('by', { name: appointedBy.name })}`}
        </span>
        {trouble?.failure && (
          <Alert
            type={isContradiction(trouble.failure) ? 'error' : 'warning'}
            showIcon
            role={isContradiction(trouble.failure) ? 'alert' : 'status'}
            title={sayWord(WITNESS_FAILURE_LABELS[trouble.failure])}
            description={
              <>
                {isContradiction(trouble.failure) && <div>{say('evidence')}</div>}
                {trouble.failingSince && <div>{say('since', { at: time(trouble.failingSince) })}</div>}
              </>
            }
          />
        )}
        {standings.map((standing) => (
          <StandingLine key={standing.chain} standing={standing} />
        ))}
        {kind === 'FILE' && <span className="st-quiet st-small">{say('about')}</span>}
        {url && (
          <code className="st-small" style={{ overflowWrap: 'anywhere' }}>
            {url}
          </code>
        )}
        {publicKey && (
          <Inline gap={2}>
            <span className="st-quiet st-small">{say('key')}</span>
            <code className="st-small">{publicKey.slice(0, 16)}…</code>
            <CopyButton text={publicKey} label={say('copyKey')} />
          </Inline>
        )}
      </Stack>
    </Card>
  )
}

function Actions({ witness, verbs }: { readonly witness: Witness; readonly verbs: WitnessVerbs }) {
  const say = useMessages(texts)
  const { availableActions } = witness
  return (
    <>
      {availableActions.includes('TELL') && (
        <Button icon={<SendIcon aria-hidden />} onClick={() => verbs.tell(witness)}>
          {say('tell')}
        </Button>
      )}
      {availableActions.includes('DISMISS') && (
        <Button danger onClick={() => verbs.dismiss(witness)}>
          {say('dismiss')}
        </Button>
      )}
    </>
  )
}

function StateTag({ witness }: { readonly witness: Witness }) {
  const say = useMessages(texts)
  const failure = worst(witness)?.failure ?? null
  const wasTold = witness.standings.some(({ seenAt }) => seenAt !== null)
  const [tone, word]: [Tone, Parameters<typeof say>[0]] = isContradiction(failure)
    ? ['bad', 'contradicts']
    : failure !== null
      ? ['warn', 'failing']
      : wasTold
        ? ['good', 'fine']
        : ['info', 'untold']
  return <StatusTag tone={tone}>{say(word)}</StatusTag>
}

function StandingLine({ standing }: { readonly standing: Standing }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const number = new Intl.NumberFormat(useUi().locale)
  const { chain, checkpointedSize, seenSize, seenAt } = standing
  const behind = checkpointedSize - seenSize
  const words =
    checkpointedSize === 0
      ? say('nothing')
      : behind > 0
        ? say('behind', { seen: number.format(seenSize), behind: number.format(behind) })
        : say('all', { count: number.format(seenSize) })
  return (
    <div>
      <span className="st-quiet">{sayWord(LEDGER_CHAIN_LABELS[chain])}</span> {words}
      {seenAt && (
        <span className="st-quiet st-small">
          {' · '}
          <Instant at={seenAt} />
        </span>
      )}
    </div>
  )
}
