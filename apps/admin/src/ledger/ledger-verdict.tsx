import type { LedgerVerificationPartsFragment } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { Alert, Instant, useUi } from '@steward/ui'

const texts = messages({
  valid: {
    zh: '台账完好：{{entries}} 条签核逐条核对，没有发现问题',
    en: 'The ledger is whole: {{entries}} entries checked one by one, nothing is wrong',
  },
  invalid: {
    zh: '台账有问题：发现 {{findings}} 处',
    en: 'Something is wrong with the ledger: {{findings}} findings',
  },
  invalidHint: {
    zh: '有人越过系统改动了数据，或见证记录受损。请不要修改任何东西，先导出留证，再逐处核查。',
    en: 'Data was changed past the system, or the witness’s log is damaged. Change nothing: export it as evidence first, then look into each finding.',
  },
  validAudit: {
    zh: '审计记录完好：{{entries}} 条逐条核对，没有发现问题',
    en: 'The audit trail is whole: {{entries}} entries checked one by one, nothing is wrong',
  },
  invalidAudit: {
    zh: '审计记录有问题：发现 {{findings}} 处',
    en: 'Something is wrong with the audit trail: {{findings}} findings',
  },
  failed: { zh: '上一次核验未能完成', en: 'The last verification was not completed' },
  failedHint: {
    zh: '签名进程或数据库当时不可用。这不说明记录有问题；请再核验一次。',
    en: 'The signer or the database was not available. That says nothing of what is verified; verify once more.',
  },
  never: { zh: '还没有核验过', en: 'It was never verified yet' },
  neverHint: {
    zh: '核验会逐条核对链、签名、检查点、所签的文件，并与系统之外的见证记录比对。',
    en: 'A verification checks chain, signatures, checkpoints and documents entry by entry, and compares them with what a witness outside has kept.',
  },
})

/** The one thing to see at a glance: was it clean, and when. */
export function LedgerVerdict({ last }: { readonly last: LedgerVerificationPartsFragment | undefined }) {
  const say = useMessages(texts)
  const number = new Intl.NumberFormat(useUi().locale)
  if (!last?.outcome)
    return <Alert type="info" showIcon role="status" title={say('never')} description={say('neverHint')} />
  const when = (
    <>
      <Instant at={last.finishedAt ?? last.askedAt} /> {last.askedBy && `· ${last.askedBy.name}`}
    </>
  )
  const isAudit = last.chain === 'AUDIT'
  if (last.outcome === 'VALID') {
    const entries = number.format(last.entriesTotal)
    return (
      <Alert
        type="success"
        showIcon
        role="status"
        title={say(isAudit ? 'validAudit' : 'valid', { entries })}
        description={when}
      />
    )
  }
  const isInvalid = last.outcome === 'INVALID'
  const findings = number.format(last.findingCount)
  return (
    <Alert
      type={isInvalid ? 'error' : 'warning'}
      showIcon
      role="alert"
      title={isInvalid ? say(isAudit ? 'invalidAudit' : 'invalid', { findings }) : say('failed')}
      description={
        <>
          <div>{say(isInvalid ? 'invalidHint' : 'failedHint')}</div>
          <div>{when}</div>
        </>
      }
    />
  )
}
