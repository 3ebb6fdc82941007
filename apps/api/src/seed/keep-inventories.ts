/** What each department keeps of client information: most confirmed in time, one overdue, one found wanting at a check. */
import type { InformationClass, InformationKind, InformationMedium, Role } from '@steward/domain'
import * as departments from '../organization/department.service.ts'
import { Department } from '../organization/organization.entity.ts'
import { withTenant } from '../database/with-tenant.ts'
import { InformationInventory, InformationInventoryDue } from '../inventory/inventory.entity.ts'
import * as breaches from '../inventory/breach.service.ts'
import * as inventories from '../inventory/inventory.service.ts'
import { DAY } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import { holding, type Member } from './organizations/world.ts'

/** Who heads a department: the first of these who works there. */
const HEADS: readonly Role[] = [
  'GENERAL_MANAGER',
  'CS_DIRECTOR',
  'CS_MANAGER',
  'SITE_MANAGER',
  'GM_OFFICE',
  'QUALITY',
  'FINANCE',
  'SALES',
  'CR_SUPERVISOR',
  'SERVICE_AGENT',
  'TECHNICIAN',
]
const KEEPERS: readonly Role[] = [
  'CR_SPECIALIST',
  'SERVICE_AGENT',
  'SITE_MANAGER',
  'FINANCE',
  'SALES',
  'QUALITY',
  'GM_OFFICE',
  'CS_MANAGER',
  'KEY_ACCOUNT_MANAGER',
]

type Draft = readonly [
  InformationKind,
  string,
  InformationMedium,
  string,
  string,
  InformationClass,
  number | null,
]
const SHREDDED = '碎纸机粉碎，主管经理监销'
const ERASED = '删除并清空回收站，由两人核对'
const KEPT: Readonly<Partial<Record<Role, readonly Draft[]>>> = {
  SITE_MANAGER: [
    ['ACCESS', '来访与车辆登记本', 'PAPER', '前台抽屉（上锁）', '核对来访人与车辆', 'PERSONAL', 12],
    ['CONTRACT', '装修申请与押金单', 'PAPER', '档案柜 A 层', '装修管理与押金退还', 'PERSONAL', 24],
    ['RECORDING', '门岗监控录像', 'SYSTEM', '监控室硬盘录像机', '安全与事件核查', 'SENSITIVE', 3],
  ],
  CR_SPECIALIST: [
    ['ARCHIVE', '客户档案纸质附件', 'PAPER', '档案室 2 号柜', '档案留存', 'PERSONAL', null],
    ['SURVEY', '满意度问卷原件', 'PAPER', '档案室 3 号柜', '调查复核', 'PERSONAL', 12],
  ],
  SERVICE_AGENT: [
    ['RECORDING', '来电录音', 'SYSTEM', '呼叫中心录音服务器', '服务质量与争议核查', 'SENSITIVE', 6],
    ['CASE', '信函与传真原件', 'PAPER', '客服中心文件柜', '投诉处理', 'PERSONAL', 24],
  ],
  FINANCE: [['MONEY', '收据存根与退款凭证', 'PAPER', '财务室保险柜', '会计凭证', 'PERSONAL', 120]],
  SALES: [['CONTACTS', '活动签到名单', 'FILE', '市场部共享盘（受限）', '活动回访', 'PERSONAL', 6]],
  QUALITY: [['CASE', '调查取证照片', 'FILE', '品质部加密盘', '责任调查', 'PERSONAL', 24]],
  GM_OFFICE: [['CASE', '重大案件会议纪要', 'PAPER', '总经办保密柜', '案件督办', 'INTERNAL', 36]],
}

interface Kept {
  readonly departmentId: string
  readonly head: Member
}

export const keepInventories = async (stage: Stage): Promise<void> => {
  const { dataSource, world, now } = stage
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY)
  const [admin] = holding(world, 'ADMIN')
  const rows = await withTenant(dataSource, world.orgId, (manager) =>
    manager.find(Department, { where: { orgId: world.orgId }, order: { code: 'ASC' } }),
  )
  const kept: Kept[] = []
  for (const { id, code, name, version } of rows) {
    const people = world.people.filter(({ actor }) => actor.departmentId === id)
    const first = (roles: readonly Role[]) =>
      roles.flatMap((role) => people.filter(({ actor }) => actor.roles.includes(role)))[0]
    const head = first(HEADS)
    if (!head || !admin) continue
    const named = { departmentId: id, expectedVersion: version, code, name, headId: head.id }
    agreed(await departments.change(by(stage, admin, at(190)), named as never), 'change')
    const keeper = first(KEEPERS)
    for (const role of Object.keys(KEPT) as Role[]) {
      if (!keeper || !people.some(({ actor }) => actor.roles.includes(role))) continue
      for (const [nth, draft] of KEPT[role]!.entries())
        await enter(stage, keeper, id, draft, at(170 - nth * 9))
    }
    if (keeper) kept.push({ departmentId: id, head })
  }
  await confirmMost(stage, kept, at)
  await checkOne(stage, kept.at(-1)!, at)
}

const enter = async (
  stage: Stage,
  keeper: Member,
  departmentId: string,
  [kind, name, medium, place, purpose, of, keepMonths]: Draft,
  at: Date,
): Promise<void> => {
  const stated = {
    departmentId,
    kind,
    name,
    medium,
    place,
    purpose,
    class: of,
    keeperId: keeper.id,
    keptFrom: new Date(at.getTime() - 60 * DAY).toISOString().slice(0, 10),
    ...(keepMonths === null ? {} : { keepMonths }),
    destruction: medium === 'PAPER' ? SHREDDED : ERASED,
  }
  agreed(await inventories.enter(by(stage, keeper, at), stated), 'enter')
}

/** All but the first, whose head was reminded in vain. */
const confirmMost = async (
  stage: Stage,
  kept: readonly Kept[],
  at: (daysAgo: number) => Date,
): Promise<void> => {
  const { dataSource, world } = stage
  for (const [nth, { departmentId, head }] of kept.entries()) {
    if (nth === 0) continue
    const step = { informationInventoryId: departmentId, expectedVersion: 1 }
    agreed(await inventories.confirm(by(stage, head, at(40 + nth * 3)), step as never), 'confirm')
  }
  const [late] = kept
  if (!late) return
  await withTenant(dataSource, world.orgId, async (manager) => {
    const of = { orgId: world.orgId, id: late.departmentId }
    const dueOn = at(9).toISOString().slice(0, 10)
    await manager.update(InformationInventory, of, { dueOn })
    await manager.update(InformationInventoryDue, of, { dueAt: at(8) })
  })
}

/** Unauthorised reading, found by somebody of another department; the person has not been heard yet. */
const checkOne = async (
  stage: Stage,
  { departmentId }: Kept,
  at: (daysAgo: number) => Date,
): Promise<void> => {
  const { world } = stage
  const [quality] = holding(world, 'QUALITY', ({ actor }) => actor.departmentId !== departmentId)
  const culprit = world.people.find(
    ({ actor }) => actor.departmentId === departmentId && actor.staffId !== quality?.id,
  )
  if (!quality || !culprit) return
  const check = agreed(
    await inventories.check(by(stage, quality, at(4)), {
      informationInventoryId: departmentId,
      finding: 'UNAUTHORISED',
      note: '抽屉未上锁，登记本曾被与工作无关的人翻看并拍照。',
    } as never),
    'check',
  )
  const recorded = {
    departmentId,
    checkId: check.id,
    staffId: culprit.id,
    happenedOn: at(6).toISOString().slice(0, 10),
    what: '在非当班时段翻看登记本，用手机拍摄一页。',
    evidence: '当日监控录像（已封存）与在场人员说明。',
  }
  agreed(await breaches.record(by(stage, quality, at(4)), recorded), 'record')
}
