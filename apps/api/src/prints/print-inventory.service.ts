/** The printed inventory of client information 客户信息清单: what a department keeps, and what the system knows of it, as it stands now. */
import {
  can,
  HELD_SOURCE_LABELS,
  INFORMATION_CLASS_LABELS,
  INFORMATION_KIND_LABELS,
  inventoryFacts,
  say,
  text,
  type Actor,
  type InformationMedium,
  type Locale,
} from '@steward/domain'
import { In, IsNull, type EntityManager } from 'typeorm'
import { heldBy } from '../inventory/held-information.service.ts'
import { InformationInventory, InformationItemEntity } from '../inventory/inventory.entity.ts'
import { Department, Staff } from '../organization/organization.entity.ts'
import { houseOf } from './print-source.service.ts'
import type { PrintedForm } from './printed-form.ts'

interface Asked {
  readonly actor: Actor
  readonly id: string
  readonly locale: Locale
  readonly now: Date
}

const WORDS = {
  title: text('客户信息清单', 'Inventory of client information'),
  marked: text('受控文件', 'Controlled'),
  department: text('部门', 'Department'),
  head: text('部门负责人', 'Head of the department'),
  confirmed: text('上次确认', 'Last confirmed'),
  never: text('从未确认', 'Never'),
  printedBy: text('打印人', 'Printed by'),
  rule: text('使用规定', 'Rule'),
  rules: text(
    '只在本部门内使用，不外借、不带离办公场所；用完交回保管人或销毁。',
    'For use within the department only: not lent, not taken off the premises; given back to the keeper or destroyed after use.',
  ),
  own: text('部门登记', 'Entered by the department'),
  held: text('系统记录', 'Known to the system'),
  name: text('名称', 'Name'),
  medium: text('载体', 'Medium'),
  keeper: text('保管人', 'Keeper'),
  place: text('存放地点', 'Place'),
  purpose: text('用途', 'Purpose'),
  class: text('密级', 'Class'),
  keep: text('保存期限', 'Kept for'),
  destruction: text('销毁方式', 'Destroyed by'),
  count: text('数量', 'Number'),
  since: text('自', 'Since'),
  until: text('至', 'Until'),
  months: text('{n} 个月', '{n} months'),
}

const MEDIA: Readonly<Record<InformationMedium, ReturnType<typeof text>>> = {
  PAPER: text('纸质', 'Paper'),
  FILE: text('电子文件', 'File'),
  SYSTEM: text('系统数据', 'System'),
}

/** Undefined where there is no such department, or the actor may not read its inventory. */
export const inventoryForm = async (
  manager: EntityManager,
  { actor, id, locale, now }: Asked,
): Promise<PrintedForm | undefined> => {
  const orgId = actor.organizationId
  const department = await manager.findOneBy(Department, { orgId, id })
  if (!department) return undefined
  if (!can(actor, 'informationInventory:read', inventoryFacts(department.id, department.headId)))
    return undefined
  const house = await houseOf(manager, orgId)
  const inventory = await manager.findOneBy(InformationInventory, { orgId, id })
  const items = await manager.find(InformationItemEntity, {
    where: { orgId, departmentId: id, retiredAt: IsNull() },
    order: { kind: 'ASC', name: 'ASC', id: 'ASC' },
  })
  const held = await heldBy(manager, orgId, id)
  const people = await manager.findBy(Staff, {
    orgId,
    id: In([
      ...items.map(({ keeperId }) => keeperId),
      actor.staffId,
      ...(department.headId ? [department.headId] : []),
    ]),
  })
  const nameOf = (staffId: string | null) => people.find((it) => it.id === staffId)?.name ?? '—'
  const word = (key: keyof typeof WORDS) => say(WORDS[key], locale)
  const confirmedAt = inventory?.confirmedAt ?? null
  return {
    locale,
    organization: house.name,
    title: word('title'),
    kind: word('title'),
    // Also the name of the file, which knows no Chinese.
    number: `CI-${house.clock.day(now)}`,
    numbering: 'number',
    signs: false,
    label: null,
    control: { word: word('marked'), inForce: true },
    cells: [],
    signatures: [],
    parts: [
      {
        kind: 'fields',
        title: word('title'),
        fields: [
          [word('department'), department.name],
          [word('head'), nameOf(department.headId)],
          [word('confirmed'), confirmedAt ? house.clock.minute(confirmedAt) : word('never')],
          [word('printedBy'), nameOf(actor.staffId)],
          [word('rule'), word('rules')],
        ],
      },
      {
        kind: 'table',
        amounts: false,
        heads: (['own', 'medium', 'place', 'keeper', 'purpose', 'class', 'keep', 'destruction'] as const).map(
          word,
        ),
        rows: items.map((it) => [
          `${say(INFORMATION_KIND_LABELS[it.kind], locale)} · ${it.name}`,
          say(MEDIA[it.medium], locale),
          it.place,
          nameOf(it.keeperId),
          it.purpose,
          say(INFORMATION_CLASS_LABELS[it.class], locale),
          it.keepMonths === null ? '—' : word('months').replace('{n}', String(it.keepMonths)),
          it.destruction,
        ]),
      },
      {
        kind: 'table',
        amounts: false,
        heads: (['held', 'medium', 'keeper', 'count', 'since', 'until'] as const).map(word),
        rows: held.map(({ source, name, medium, keeper, count, since, until }) => [
          [say(HELD_SOURCE_LABELS[source], locale), name].filter(Boolean).join(' '),
          say(MEDIA[medium], locale),
          keeper ?? '—',
          String(count),
          since ? house.clock.minute(since) : '—',
          until ?? '—',
        ]),
      },
    ],
    seal: null,
    printedAt: house.clock.minute(now),
  }
}
