/** Whoever is named for a key account learns that its dossier is overdue, whoever supervises them that it still is; who nominated what became of it. */
import { KEY_ACCOUNT_NOMINATION_STATUS_LABELS, text, type Role } from '@steward/domain'
import { Client } from '../clients/client.entity.ts'
import { tellStaff } from '../notices/tell-staff.ts'
import { Department, Staff, StaffRole } from '../organization/organization.entity.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { KeyAccountEntity, KeyAccountNominationEntity } from './key-account.entity.ts'

/** Who supervises key account managers, and who hears of a dossier where nobody is named. */
const ABOVE: readonly Role[] = ['CR_SUPERVISOR', 'CS_MANAGER']

type Manager = Parameters<RowsConsumer['apply']>[0]

/** Who hears of what a manager left undone: the head of their department, and who supervises key account managers. */
export const aboveOf = async (
  manager: Manager,
  orgId: string,
  managerId: string | null,
): Promise<readonly string[]> => {
  const staff = managerId === null ? null : await manager.findOneBy(Staff, { orgId, id: managerId })
  const department =
    staff?.departmentId && (await manager.findOneBy(Department, { orgId, id: staff.departmentId }))
  const heads = department && department.headId ? [department.headId] : []
  const all = [...new Set([...heads, ...(await holding(manager, orgId, ABOVE))])]
  return all.filter((it) => it !== managerId)
}

const holding = async (manager: Manager, orgId: string, roles: readonly Role[]): Promise<string[]> => {
  const found = await manager.findBy(
    StaffRole,
    roles.map((role) => ({ orgId, role })),
  )
  return [...new Set(found.map(({ staffId }) => staffId))]
}

const tellOfDossier: RowsConsumer['apply'] = async (manager, row, { config }) => {
  const { orgId, subjectId: id, kind } = row
  const account = await manager.findOneBy(KeyAccountEntity, { orgId, id })
  const client = account && (await manager.findOneBy(Client, { orgId, id: account.clientId }))
  if (!client) return
  const { keyAccountManagerId: managerId } = client
  const isEscalated = kind === 'dossierEscalated' || managerId === null
  const above = isEscalated ? await aboveOf(manager, orgId, managerId) : []
  await tellStaff(
    manager,
    config,
    { ...row, subjectType: 'KeyAccount' },
    {
      kind: isEscalated ? 'DOSSIER_ESCALATED' : 'DOSSIER_DUE',
      named: isEscalated ? above : [managerId!],
      values: {
        number: text(client.code, client.code),
        dueAt: text(account.dossierDueOn, account.dossierDueOn),
      },
    },
  )
}

const tellOfDecision: RowsConsumer['apply'] = async (manager, row, { config }) => {
  const { orgId, subjectId: id } = row
  const nomination = await manager.findOneBy(KeyAccountNominationEntity, { orgId, id })
  const client = nomination && (await manager.findOneBy(Client, { orgId, id: nomination.clientId }))
  if (!client) return
  const { number, proposedById, status } = nomination
  const { keyAccountManagerId: managerId } = client
  await tellStaff(
    manager,
    config,
    { ...row, subjectType: 'KeyAccountNomination' },
    {
      kind: 'KEY_ACCOUNT_DECIDED',
      named: [...new Set([proposedById, ...(managerId ? [managerId] : [])])],
      values: { number: text(number, number), outcome: KEY_ACCOUNT_NOMINATION_STATUS_LABELS[status] },
    },
  )
}

export const keyAccountNoticeConsumer: RowsConsumer = {
  name: 'key-account-notices',
  effect: 'rows',
  kinds: ['dossierDue', 'dossierEscalated', 'keyAccountDecided'],
  apply: (manager, row, services) =>
    (row.kind === 'keyAccountDecided' ? tellOfDecision : tellOfDossier)(manager, row, services),
}
