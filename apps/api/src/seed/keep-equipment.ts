/** The machines of each project: inspected, most in time; each stood still now and then, one stands still now. */
import type { EquipmentClass, InspectionBasis, OutageCause } from '@steward/domain'
import type { EquipmentEntity } from '../equipment/equipment.entity.ts'
import * as equipment from '../equipment/equipment.service.ts'
import * as inspections from '../equipment/inspection.service.ts'
import { DAY, HOUR, localDay } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import type { Chance } from './chance.ts'
import { holding, onSite, type Member } from './organizations/world.ts'
import type { PlannedProject } from './organizations/places.ts'

/** Class, name, whether it stands in the first building, place, maker, model, years in use. */
type Draft = readonly [EquipmentClass, string, boolean, string, string, string, number]
const LIFT = (name: string, years: number): Draft => [
  'LIFT',
  name,
  true,
  '电梯井道，机房在顶层',
  '沪东电梯',
  'HD-1000/1.75',
  years,
]
const PUMP: Draft = ['WATER_PUMP', '生活水泵组', false, '负一层水泵房', '江河泵业', 'JHG-3', 6]
const FIRE: Draft = ['FIRE_PROTECTION', '火灾自动报警主机', false, '消防控制室', '安泰消防', 'AT-9000', 5]
const POWER: Draft = ['POWER_SUPPLY', '低压配电柜', false, '负一层配电房', '申能电气', 'GCK', 9]
const ACCESS: Draft = ['ACCESS_CONTROL', '主入口人行门禁', false, '主入口', '通安智能', 'TA-M2', 1]
const CCTV: Draft = ['CCTV', '视频监控系统', false, '监控中心', '明视科技', 'MS-64', 2]

const OF_PROJECT: Readonly<Record<string, readonly Draft[]>> = {
  CH: [
    LIFT('1栋客梯', 8),
    LIFT('1栋消防梯', 8),
    PUMP,
    FIRE,
    ['PLAYGROUND', '儿童组合滑梯', false, '中心花园', '乐童游乐', 'LT-7', 4],
  ],
  JX: [
    LIFT('1栋客梯', 6),
    PUMP,
    FIRE,
    ['DRAINAGE', '地库排水泵', false, '地下车库东侧', '江河泵业', 'WQ-40', 6],
  ],
  YQ: [PUMP, ACCESS, ['LIGHTING', '园区路灯', false, '主干道', '亮城照明', 'LC-60', 3]],
  GJ: [
    LIFT('A座 1 号客梯', 11),
    LIFT('A座 2 号客梯', 11),
    ['AIR_CONDITIONING', '中央空调冷水机组', false, '负二层冷冻机房', '寒江制冷', 'HJ-800', 11],
    FIRE,
    CCTV,
  ],
  DG: [POWER, FIRE, ['OTHER', '叉车充电站', false, '2号厂房西侧', '申能电气', 'CD-12', 2]],
  XH: [
    LIFT('中庭观光梯', 7),
    ['LIFT', '1 号自动扶梯', true, '一层至二层', '沪东电梯', 'HDF-30', 7],
    POWER,
    ACCESS,
  ],
  GH: [PUMP, FIRE],
}

/** Class → what is inspected, for whom, every so many months, by whom. */
const INSPECTED: Readonly<
  Partial<Record<EquipmentClass, readonly (readonly [string, InspectionBasis, number, string])[]>>
> = {
  LIFT: [
    ['年度定期检验', 'STATUTORY', 12, '市特种设备检验院'],
    ['月度维护保养', 'OWN', 1, '沪东电梯维保站'],
  ],
  FIRE_PROTECTION: [['消防设施年度检测', 'STATUTORY', 12, '安泰消防检测有限公司']],
  WATER_PUMP: [['二次供水水质检测', 'STATUTORY', 6, '区疾控中心指定机构']],
  POWER_SUPPLY: [['电气预防性试验', 'STATUTORY', 12, '申能电气试验所']],
  AIR_CONDITIONING: [['冷却水系统清洗', 'OWN', 12, '寒江制冷服务部']],
  PLAYGROUND: [['游乐设施安全检查', 'OWN', 1, '工程部']],
  DRAINAGE: [['汛前检查', 'OWN', 12, '工程部']],
}

const CAUSES: readonly OutageCause[] = ['FAULT', 'FAULT', 'UPKEEP', 'POWER_CUT', 'DAMAGE', 'FAULT']
const NOTES: Readonly<Partial<Record<OutageCause, string>>> = {
  FAULT: '控制板报警，更换配件后恢复',
  UPKEEP: '按计划停机检修',
  DAMAGE: '面板被撞坏，已更换',
}

interface Keepers {
  readonly manager: Member
  readonly technician: Member
}

export const keepEquipment = async (stage: Stage, chance: Chance): Promise<void> => {
  const { world } = stage
  let nth = 0
  for (const project of world.projects) {
    const here = onSite(world, project)
    const [manager] = holding(world, 'SITE_MANAGER', here)
    const [technician] = holding(world, 'TECHNICIAN', here)
    if (!manager || !technician) continue
    for (const draft of OF_PROJECT[project.draft.code] ?? []) {
      await keep(stage, { manager, technician }, project, draft, chance, nth)
      nth += 1
    }
  }
}

const keep = async (
  stage: Stage,
  keepers: Keepers,
  project: PlannedProject,
  [of, name, inBuilding, place, maker, model, years]: Draft,
  chance: Chance,
  nth: number,
): Promise<void> => {
  const { now } = stage
  const ago = (days: number) => new Date(now.getTime() - days * DAY)
  const installed = ago(years * 365 + nth * 13)
  const registered = {
    class: of,
    name,
    projectId: project.id,
    ...(inBuilding ? { buildingId: project.buildings[0]!.id } : {}),
    place,
    maker,
    model,
    serial: `${model.split('-')[0]}${2100 + nth * 37}`,
    installedOn: localDay(installed),
    warrantyUntil: localDay(new Date(installed.getTime() + 2 * 365 * DAY + nth * DAY)),
  }
  const machine = agreed(
    await equipment.register(by(stage, keepers.manager, ago(195)), registered),
    'register',
  )
  await inspect(stage, keepers.manager, machine, nth)
  await stand(stage, keepers, machine, chance, nth)
}

/** The last time lies back so far that some are due soon, a few overdue, and most in good time. */
const inspect = async (
  stage: Stage,
  manager: Member,
  machine: EquipmentEntity,
  nth: number,
): Promise<void> => {
  const { now } = stage
  const ago = (days: number) => new Date(now.getTime() - days * DAY)
  for (const [name, basis, everyMonths, byWhom] of INSPECTED[machine.class] ?? []) {
    const cycle = Math.round(everyMonths * 30.4)
    const lateBy = nth % 9 === 4 ? 6 : nth % 4 === 1 ? -18 : -(20 + ((nth * 29) % Math.max(21, cycle - 40)))
    const last = ago(Math.max(1, cycle + lateBy))
    const before = new Date(last.getTime() - cycle * DAY)
    const stated = { equipmentId: machine.id, name, basis, everyMonths, byWhom, nextOn: localDay(last) }
    const inspection = agreed(await inspections.schedule(by(stage, manager, ago(194)), stated), 'schedule')
    const done = [before, last].filter((at) => at.getTime() < now.getTime())
    let { version } = inspection
    for (const [at, on] of done.entries()) {
      const recordedAt = new Date(Math.max(on.getTime() + 9 * HOUR, ago(193).getTime()))
      const recorded = agreed(
        await inspections.record(
          by(stage, manager, new Date(Math.min(recordedAt.getTime(), now.getTime()))),
          {
            inspectionId: inspection.id,
            expectedVersion: version,
            doneOn: localDay(on),
            byWhom,
            result: at === 0 && nth % 5 === 2 ? 'CONDITIONAL' : 'PASSED',
            ...(basis === 'STATUTORY'
              ? { certificate: `JY-${localDay(on).slice(0, 7)}-${1000 + nth * 7 + at}` }
              : {}),
            ...(at === 0 && nth % 5 === 2 ? { note: '限速器整改后复检合格' } : {}),
          } as never,
        ),
        'record',
      )
      version = recorded.version
    }
  }
}

/** Two to four times in a year, for hours rather than days; what lies before the register is put on record afterwards. */
const stand = async (
  stage: Stage,
  { manager, technician }: Keepers,
  machine: EquipmentEntity,
  chance: Chance,
  nth: number,
): Promise<void> => {
  const { now } = stage
  const times = 2 + (nth % 3)
  for (let at = 0; at < times; at += 1) {
    const startedAt = new Date(
      now.getTime() - (340 - at * 85 - (nth % 7) * 5) * DAY + chance.between(7, 20) * HOUR,
    )
    const cause = CAUSES[(nth + at) % CAUSES.length]!
    const endedAt = new Date(startedAt.getTime() + chance.between(1, cause === 'DAMAGE' ? 60 : 14) * HOUR)
    const recordedAt = new Date(Math.max(endedAt.getTime() + HOUR, now.getTime() - 192 * DAY))
    if (recordedAt > now) continue
    const note = NOTES[cause]
    const stated = { equipmentId: machine.id, cause, startedAt, endedAt, ...(note ? { note } : {}) }
    agreed(await equipment.reportOutage(by(stage, manager, recordedAt), stated), 'reportOutage')
  }
  if (nth !== 1 && nth !== 13) return
  const since = new Date(now.getTime() - (nth === 1 ? 3 : 26) * HOUR)
  const reported = { equipmentId: machine.id, cause: 'FAULT', note: '开关门异常，已停用并挂牌' }
  agreed(await equipment.reportOutage(by(stage, technician, since), reported), 'reportOutage')
}
