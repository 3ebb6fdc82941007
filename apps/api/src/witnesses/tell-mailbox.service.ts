/** Writes to a mailbox that keeps checkpoints: all chains in one mail. */
import { LEDGER_CHAINS, type LedgerChain, type WitnessFailure } from '@steward/domain'
import { withTenant } from '../database/with-tenant.ts'
import { messageIdOf, senderOf, transportOf } from '../notices/mail-transport.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { reasonOf } from '../worker/failed-jobs.ts'
import type { WorkerServices } from '../worker/worker-services.ts'
import { subjectOf, textOf } from './witness-mail.ts'
import { noteTold } from './witness-state.service.ts'

export interface DueMailbox {
  readonly orgId: string
  readonly witnessId: string
  readonly mailAddress: string
  readonly keyChanged: boolean
  /** The newest of each chain that has one. */
  readonly checkpoints: readonly {
    readonly chain: LedgerChain
    readonly checkpointId: string
    readonly size: number
    readonly note: string
  }[]
}

/** At least once: a mail that went out twice after a kill bears one id. */
export const tellMailbox = async (
  services: WorkerServices,
  due: DueMailbox,
): Promise<WitnessFailure | null> => {
  const { dataSource, signer, config, log } = services
  const { orgId, witnessId } = due
  const keys = await signer.ring()
  const kid = keys.at(-1)!.kid
  const { name } = await withTenant(dataSource, orgId, (manager) =>
    manager.findOneByOrFail(OrganizationProfile, { orgId }),
  )
  const checkpoints = LEDGER_CHAINS.flatMap((chain) => due.checkpoints.filter((it) => it.chain === chain))
  const mail = { organization: name, keys, checkpoints, keyChanged: due.keyChanged }
  const send = async (): Promise<WitnessFailure | null> => {
    if (!config.smtpUrl) return 'NO_MAIL_SERVER'
    try {
      await transportOf(config.smtpUrl).sendMail({
        from: senderOf(config),
        to: { name: '', address: due.mailAddress },
        subject: subjectOf(mail),
        text: textOf(mail),
        textEncoding: 'quoted-printable',
        messageId: messageIdOf(`${witnessId}.${checkpoints[0]!.checkpointId}.${kid}`, config),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      return null
    } catch (error) {
      log.warn({ organization: orgId, reason: reasonOf(error) }, 'a witness was not written to')
      return 'MAIL_REFUSED'
    }
  }
  const failure = await send()
  await withTenant(dataSource, orgId, async (manager) => {
    for (const { chain, size } of checkpoints)
      await noteTold(manager, { orgId, witnessId, chain, size, ...(failure ? {} : { kid }) }, failure)
  })
  return failure
}
