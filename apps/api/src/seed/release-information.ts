/** Client information that was asked for: approved, handed out, given back, overdue, destroyed; and what waits for the general manager. */
import { createHash } from 'node:crypto'
import type { ExportColumn, Role } from '@steward/domain'
import { asSystem } from '../database/as-system.ts'
import { withTenant } from '../database/with-tenant.ts'
import * as documents from '../documents/document.service.ts'
import { DocumentRevisionEntity } from '../documents/document.entity.ts'
import { copyProduced } from '../exports/copy-produced.service.ts'
import * as copies from '../exports/copy.service.ts'
import { ControlledCopyEntity, ExportRequestEntity } from '../exports/export.entity.ts'
import * as exports from '../exports/export.service.ts'
import { copiedRows } from '../exports/production/copied-rows.service.ts'
import { copySheet } from '../exports/production/copy-sheet.ts'
import { csvCopy } from '../exports/production/csv-copy.ts'
import { DAY, localDay } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import { holding, type Member } from './organizations/world.ts'
import type { PlannedProject } from './organizations/places.ts'

const TIME_ZONE = 'Asia/Shanghai'

interface Told {
  readonly asker: Member
  readonly approver: Member
  readonly recipient: Member
  /** Days before now. */
  readonly askedAgo: number
  readonly dueAgo: number
  readonly purpose: string
  readonly scopeNote: string
  readonly clientIds: readonly string[]
  readonly columns: readonly ExportColumn[]
  readonly necessity?: string
  readonly projectId?: string
}

export const releaseInformation = async (stage: Stage): Promise<void> => {
  const first = (role: Role, fits?: (one: Member) => boolean) => {
    const [member] = holding(stage.world, role, fits)
    if (!member) throw new Error(`nobody is ${role}`)
    return member
  }
  const [project] = stage.world.projects
  const siteManager = first('SITE_MANAGER', ({ actor }) => actor.projectIds.includes(project!.id))
  const asker = first('CR_SPECIALIST')
  const agent = first('SERVICE_AGENT')
  const manager = first('CS_MANAGER')
  const ofSite = await clientsOf(stage, project!)
  const base = {
    asker,
    approver: manager,
    recipient: agent,
    columns: ['code', 'name', 'phoneMasked', 'units'],
  } as const

  // Out, and not back in time.
  const late = await handedOut(stage, {
    ...base,
    askedAgo: 21,
    dueAgo: 6,
    purpose: '中秋节老年业主慰问名单',
    scopeNote: '老年业主家庭，按楼栋',
    clientIds: ofSite.slice(0, 24),
  })
  agreed(await copies.receive(by(stage, agent, ago(stage, 19)), step(late)), 'receive')

  // On site, used and given back.
  const site = await handedOut(stage, {
    ...base,
    approver: siteManager,
    recipient: siteManager,
    askedAgo: 12,
    dueAgo: 3,
    purpose: '二次供水改造停水逐户通知',
    scopeNote: `${project!.draft.name}，受停水影响的楼栋`,
    clientIds: ofSite.slice(0, 40),
    columns: ['name', 'phone', 'units'],
    necessity: '停水前须逐户电话确认，掩码号码无法拨打',
    projectId: project!.id,
  })
  const held = agreed(await copies.receive(by(stage, siteManager, ago(stage, 11)), step(site)), 'receive')
  agreed(
    await copies.returnCopy(by(stage, manager, ago(stage, 4)), { ...step(held), note: '完整交回' } as never),
    'return',
  )

  await destroyed(stage, base, ofSite, first('CR_SUPERVISOR'))
  await waiting(stage, asker, ofSite)
}

/** Destroyed by two: the supervisor shredded it, the manager watched. */
const destroyed = async (
  stage: Stage,
  base: Pick<Told, 'asker' | 'approver' | 'recipient' | 'columns'>,
  ofSite: readonly string[],
  supervisor: Member,
): Promise<void> => {
  const copy = await handedOut(stage, {
    ...base,
    askedAgo: 40,
    dueAgo: 30,
    purpose: '社区消防演练签到表',
    scopeNote: '报名参加演练的家庭',
    clientIds: ofSite.slice(10, 30),
  })
  const held = agreed(await copies.receive(by(stage, base.recipient, ago(stage, 39)), step(copy)), 'receive')
  const how = {
    method: '碎纸机粉碎',
    place: '客户服务部档案室',
    destroyedOn: localDay(ago(stage, 31)),
    witnesses: null,
  }
  const certified = agreed(
    await copies.destroy(by(stage, supervisor, ago(stage, 31)), { ...step(held), ...how } as never),
    'destroy',
  )
  const { orgId } = stage.world
  const record = await withTenant(stage.dataSource, orgId, (db) =>
    db.findOneByOrFail(DocumentRevisionEntity, { orgId, id: certified.destructionRevisionId! }),
  )
  const signed = { revisionId: record.id, expectedVersion: record.version }
  agreed(await documents.approve(by(stage, base.approver, ago(stage, 30.9)), signed), 'approve')
}

/** What the general manager finds: a use outside the company. */
const waiting = async (stage: Stage, asker: Member, ofSite: readonly string[]): Promise<void> => {
  const input = {
    purpose: '供水管网质量纠纷，委托律师函告开发商',
    use: 'OUTSIDE',
    clientIds: ofSite.slice(0, 12),
    scopeNote: '二期管网渗漏受影响业主',
    columns: ['name', 'units', 'phone'],
    necessity: '律师需与业主核对损失',
    form: 'PRINT',
    recipientName: '陈敏',
    recipientCompany: '恒信律师事务所',
    copies: 1,
    useFrom: localDay(stage.now),
    useUntil: localDay(new Date(stage.now.getTime() + 20 * DAY)),
  }
  agreed(await exports.submit(by(stage, asker, ago(stage, 0.5)), input), 'submit')
}

const ago = ({ now }: Stage, days: number): Date => new Date(now.getTime() - days * DAY)
const step = ({ id, version }: ControlledCopyEntity) => ({ controlledCopyId: id, expectedVersion: version })

/** Households whose archive belongs to the site. */
const clientsOf = (stage: Stage, project: PlannedProject): Promise<readonly string[]> =>
  withTenant(stage.dataSource, stage.world.orgId, async (manager) => {
    const rows = await manager.query<{ id: string }[]>(
      "select id from client where org_id = $1 and project_id = $2 and kind = 'HOUSEHOLD' order by code limit 60",
      [stage.world.orgId, project.id],
    )
    return rows.map(({ id }) => id)
  })

/** Asked for, approved, and made: as a list whose bytes are told by their hash. */
const handedOut = async (stage: Stage, told: Told): Promise<ControlledCopyEntity> => {
  const { asker, approver, recipient, askedAgo, dueAgo, ...rest } = told
  const input = {
    purpose: rest.purpose,
    use: 'INSIDE',
    clientIds: [...rest.clientIds],
    scopeNote: rest.scopeNote,
    columns: [...rest.columns],
    ...(rest.necessity ? { necessity: rest.necessity } : {}),
    ...(rest.projectId ? { projectId: rest.projectId } : {}),
    form: 'CSV',
    recipientId: recipient.id,
    copies: 1,
    useFrom: localDay(ago(stage, askedAgo)),
    useUntil: localDay(ago(stage, dueAgo)),
  }
  const asked = agreed(await exports.submit(by(stage, asker, ago(stage, askedAgo)), input), 'submit')
  const on = ({ id, version }: ExportRequestEntity) => ({ exportRequestId: id, expectedVersion: version })
  const approved = agreed(
    await exports.approve(by(stage, approver, ago(stage, askedAgo - 0.2)), on(asked)),
    'approve',
  )
  agreed(await exports.produce(by(stage, asker, ago(stage, askedAgo - 0.3)), on(approved)), 'produce')
  return made(stage, told, approved)
}

const made = (stage: Stage, { asker, askedAgo, clientIds, columns }: Told, request: ExportRequestEntity) =>
  withTenant(stage.dataSource, stage.world.orgId, async (manager) => {
    const { orgId } = stage.world
    const now = ago(stage, askedAgo - 0.31)
    const copy = await manager.findOneByOrFail(ControlledCopyEntity, { orgId, requestId: request.id })
    const place = { locale: 'zh-CN', timeZone: TIME_ZONE, now } as const
    const rows = await copiedRows(manager, asker.actor, { clientIds, columns }, place)
    const file = csvCopy(
      copySheet(
        { ...copy, ...request, mark: copy.mark, number: copy.number, organization: '' },
        rows,
        'zh-CN',
        true,
      ),
    )
    const hash = createHash('sha256').update(file).digest('hex')
    await asSystem(manager, { orgId, now, requestId: `copy-${copy.id}`, history: true }, (tx) =>
      copyProduced(tx, copy.id, { id: null, hash, sizeBytes: file.length }, TIME_ZONE),
    )
    return manager.findOneByOrFail(ControlledCopyEntity, { orgId, id: copy.id })
  })
