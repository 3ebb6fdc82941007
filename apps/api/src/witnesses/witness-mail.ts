/** The mail that makes a mailbox a witness: the checkpoints as they stand, and how to check them. Plain text, kept by whoever gets it. */
import { LEDGER_CHAIN_LABELS, type LedgerChain } from '@steward/domain'
import type { KeyRecord } from '@steward/verify'

export interface MailedCheckpoint {
  readonly chain: LedgerChain
  readonly note: string
}

export interface WitnessMail {
  readonly organization: string
  /** The root first. */
  readonly keys: readonly KeyRecord[]
  readonly checkpoints: readonly MailedCheckpoint[]
  /** Another key signs than when it was written to last. */
  readonly keyChanged: boolean
}

export const subjectOf = ({ organization, keyChanged }: WitnessMail): string =>
  keyChanged
    ? `台账签名密钥已更换 · The key of the ledger has changed: ${organization}`
    : `台账检查点 · Ledger checkpoint: ${organization}`

const keyLine = ({ kid, publicKey, from, until }: KeyRecord): string =>
  `${kid}  ${from} – ${until ?? '…'}\n  ${publicKey}\n`

const command = (root: string): string =>
  `node packages/verify/bin/steward-verify.mjs FILE --root ${root} --witness MAIL`

/** Chinese first, then English; the checkpoints stand at the end, each whole. */
export const textOf = (mail: WitnessMail): string => {
  const root = mail.keys[0]?.kid ?? ''
  const { organization, keyChanged, keys, checkpoints } = mail
  const notes = checkpoints.map(
    ({ chain, note }) => `${LEDGER_CHAIN_LABELS[chain].zh} / ${LEDGER_CHAIN_LABELS[chain].en}\n\n${note}`,
  )
  return `${keyChanged ? '【签名密钥已更换。若您不知情，请立即询问。】\n\n' : ''}这是“${organization}”的台账检查点：它说明此刻每一条签核与审计记录是什么。请保存这封邮件，不要删除；有了它，事后改写历史、截去尾部都会被发现。

核对方法：向企业索取导出的台账或审计记录（FILE），把这封邮件另存为文本或 .eml（MAIL），在任何一台装有 Node.js 的电脑上运行：

  ${command(root)}

${keyChanged ? 'The key that signs has changed. If nobody told you, ask at once.\n\n' : ''}These are checkpoints of the ledgers of “${organization}”: they say what every sign-off and every entry of the audit trail is at this moment. Keep this mail: with it, a history rewritten or cut off afterwards is found.

To check: ask the organization for the exported ledger or audit trail (FILE), save this mail as text or .eml (MAIL), and run on any computer with Node.js:

  ${command(root)}

签名密钥，第一把为根密钥 / Keys that sign, the root first:

${keys.map(keyLine).join('')}
${notes.join('\n')}`
}
