/**
 * What came from developers: a list of buyers that was looked at, brought in, verified and destroyed; one that waits to be applied, with rows to
 * correct and one of somebody known, charges of an older system that wait likewise; a disk that should have been destroyed by now, and a roll on paper that is in time.
 */
import { Readable } from 'node:stream'
import type { Role } from '@steward/domain'
import iconv from 'iconv-lite'
import type { Vault } from '../access/vault.ts'
import { withTenant } from '../database/with-tenant.ts'
import { DocumentRevisionEntity } from '../documents/document.entity.ts'
import * as documents from '../documents/document.service.ts'
import * as custody from '../imports/custody/custody.service.ts'
import { ImportSourceEntity } from '../imports/custody/import-source.entity.ts'
import type { ImportRunEntity } from '../imports/import.entity.ts'
import { applyImport, keepFile, planImport } from '../imports/import.service.ts'
import { runImport } from '../imports/run/run-import.ts'
import { DAY, HOUR, localDay } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import { Chance } from './chance.ts'
import { mobileNumber, personName } from './organizations/names.ts'
import { holding, type Member } from './organizations/world.ts'
import type { PlannedUnit } from './organizations/places.ts'

type ImportStage = Stage & { readonly vault: Vault; readonly dataDir: string }

/** Of the developer's list, in its own words. */
const HEADER = [
  '序号',
  '业主姓名',
  '手机号码',
  '项目',
  '楼栋',
  '房号',
  '交房日期',
  '接洽人',
  '标签',
  '车辆数',
] as const
const FIELDS = [
  'sourceKey',
  'name',
  'phone',
  'project',
  'building',
  'unit',
  'fromOn',
  null,
  'tags',
  'custom:cars',
] as const
const MAPPING = {
  kind: 'CLIENTS',
  source: '开发商交房名册',
  columns: HEADER.map((column, at) => ({ column, field: FIELDS[at]! })),
  constants: [
    { key: 'kind', value: '个人' },
    { key: 'relation', value: '业主' },
  ],
}
const BUYERS = 14

/** Of the parking system that is being replaced. */
const CHARGES = ['项目', '楼栋', '房号', '费项', '月份', '应缴日期', '应收金额', '备注'] as const
const CHARGE_MAPPING = {
  kind: 'RECEIVABLES',
  source: '旧停车收费系统',
  columns: CHARGES.map((column, at) => ({
    column,
    field: ['project', 'building', 'unit', 'kind', 'period', 'dueOn', 'amount', 'note'][at]!,
  })),
  constants: [],
}

type Line = readonly string[]
const file = (...lines: readonly Line[]): Buffer => tableOf(HEADER, lines)
const tableOf = (header: Line, lines: readonly Line[]): Buffer =>
  iconv.encode([header, ...lines].map((line) => line.join(',')).join('\r\n'), 'gb18030')

export const playImports = async (stage: ImportStage): Promise<void> => {
  const first = (role: Role, fits?: (one: Member) => boolean): Member => holding(stage.world, role, fits)[0]!
  const keeper = first('CR_SUPERVISOR')
  const colleague = first('CR_SPECIALIST')
  const manager = first('CS_MANAGER')
  const chance = new Chance(20_311)
  const free = unitsWithoutClient(stage)
  const buyers = (units: readonly PlannedUnit[], from: number, day: string): Line[] =>
    units.map((unit, at) => [
      String(from + at),
      personName(chance).name,
      mobileNumber(chance),
      unit.building.project.draft.name,
      unit.building.name,
      unit.label,
      day,
      '营销中心',
      at % 4 === 0 ? '有幼儿' : '',
      String(at % 3),
    ])

  const bought = file(...buyers(free.slice(0, BUYERS), 1, localDay(ago(stage, 30))))
  const shown = await looked(stage, keeper, 26, { name: '一期尾盘交房业主名册.csv', bytes: bought })
  await brought(stage, keeper, 25.9, shown)
  await destroyed(stage, shown, { keeper, manager })

  const [known] = stage.world.clients.filter(({ kind }) => kind === 'HOUSEHOLD')
  const next = buyers(free.slice(BUYERS, BUYERS + 9), 101, localDay(ago(stage, 2)))
  const waiting = file(
    ...next.slice(0, 5),
    ['106', known!.name, known!.phone, ...next[5]!.slice(3)],
    [...next[6]!.slice(0, 5), '9-9999', ...next[6]!.slice(6)],
    [...next[7]!.slice(0, 6), '交房时间待定', ...next[7]!.slice(7)],
    [...next[8]!.slice(0, 8), '车位意向', '12'],
  )
  await looked(stage, colleague, 0.2, { name: '二期首批交房业主名册.csv', bytes: waiting })
  await looked(stage, first('FINANCE'), 0.1, {
    name: '旧停车系统未缴清单.csv',
    bytes: tableOf(CHARGES, unpaid(stage)),
    record: CHARGE_MAPPING,
  })
  await inCustody(stage)
}

/** Eight parking spaces of a month; one amount that is none, one door that there is not, one month that is charged already. */
const unpaid = (stage: Stage): readonly Line[] => {
  const homes = stage.world.clients.flatMap(({ kind, units }) =>
    kind === 'HOUSEHOLD' ? units.slice(0, 1) : [],
  )
  const month = localDay(stage.now).slice(0, 7)
  const line = (unit: PlannedUnit, kind: string, period: string, amount: string, note = ''): Line => {
    const { building, label } = unit
    return [building.project.draft.name, building.name, label, kind, period, `${month}-28`, amount, note]
  }
  const [odd, charged, nowhere] = homes.slice(8, 11)
  return [
    ...homes.slice(0, 8).map((unit, at) => line(unit, '车位费', month, at % 3 === 0 ? '300.00' : '150.00')),
    line(odd!, '车位费', month, '15O.00'),
    line(charged!, '物业费', month, '386.40', '与新系统重复'),
    line({ ...nowhere!, label: '9-9999' }, '车位费', month, '150.00'),
  ]
}

const ago = ({ now }: Stage, days: number): Date => new Date(now.getTime() - days * DAY)

const unitsWithoutClient = ({ world }: Stage): readonly PlannedUnit[] => {
  const taken = new Set(world.clients.flatMap(({ units }) => units.map(({ id }) => id)))
  return world.projects
    .filter(({ draft }) => draft.type === 'RESIDENTIAL')
    .flatMap(({ units }) => units)
    .filter(({ id }) => !taken.has(id))
}

const placeOf = ({ dataSource, dataDir, vault }: ImportStage, at: Date) => ({
  dataSource,
  dataDir,
  vault,
  clock: () => at,
  onFault: (error: unknown) => {
    throw error
  },
})

const ended = async (stage: ImportStage, run: ImportRunEntity, at: Date): Promise<ImportRunEntity> => {
  const done = await runImport(placeOf(stage, at), run, new AbortController().signal)
  if (done?.status !== 'DONE')
    throw new Error(`an import of the story ended ${done?.status}: ${done?.refusalEn}`)
  return done
}

interface Handed {
  readonly name: string
  readonly bytes: Buffer
  /** What its columns mean; of buyers where absent. */
  readonly record?: object
}

/** Handed over, and looked at. */
const looked = async (
  stage: ImportStage,
  who: Member,
  daysAgo: number,
  handed: Handed,
): Promise<ImportRunEntity> => {
  const at = ago(stage, daysAgo)
  const context = { ...by(stage, who, at), vault: stage.vault }
  const { name, bytes, record = MAPPING } = handed
  const source = Readable.from([bytes])
  const kept = agreed(
    await keepFile(context, stage.dataDir, { name, source, maximumBytes: bytes.length }),
    'import:run',
  )
  const planned = agreed(
    await planImport(context, { fileId: kept.file.id, record, dryRun: true }),
    'import:run',
  )
  return ended(stage, planned, at)
}

const brought = async (
  stage: ImportStage,
  who: Member,
  daysAgo: number,
  shown: ImportRunEntity,
): Promise<void> => {
  const at = ago(stage, daysAgo)
  const context = { ...by(stage, who, at), imports: { launch: () => undefined } }
  await ended(stage, agreed(await applyImport(context, { importRunId: shown.id }), 'import:apply'), at)
}

/** Compared with what came in; then shredded by who kept it, under the eyes of the manager. */
const destroyed = async (
  stage: ImportStage,
  { orgId, fileId }: ImportRunEntity,
  { keeper, manager }: Readonly<Record<'keeper' | 'manager', Member>>,
): Promise<void> => {
  const source = await withTenant(stage.dataSource, orgId, (db) =>
    db.findOneByOrFail(ImportSourceEntity, { orgId, fileId }),
  )
  const verified = agreed(
    await custody.verify(by(stage, keeper, ago(stage, 24)), {
      ...step(source),
      note: '抽查 5 户与名册一致，共 14 户',
    } as never),
    'verify',
  )
  const certified = agreed(
    await custody.destroy(by(stage, keeper, ago(stage, 23)), {
      ...step(verified),
      method: '密钥销毁，文件删除',
      place: '系统数据目录',
      destroyedOn: localDay(ago(stage, 23)),
    } as never),
    'destroy',
  )
  const record = await withTenant(stage.dataSource, orgId, (db) =>
    db.findOneByOrFail(DocumentRevisionEntity, { orgId, id: certified.destructionRevisionId! }),
  )
  const signed = { revisionId: record.id, expectedVersion: record.version }
  const signedAt = new Date(ago(stage, 23).getTime() + 2 * HOUR)
  agreed(await documents.approve(by(stage, manager, signedAt), signed), 'approve')
}

const step = ({ id, version }: ImportSourceEntity) => ({ importSourceId: id, expectedVersion: version })

/** What is no file of ours. */
const inCustody = async (stage: Stage): Promise<void> => {
  const [project, other] = stage.world.projects
  const things = [
    {
      project: project!,
      name: '交付资料移动硬盘（含业主联系方式）',
      receivedFrom: '澄江置业营销部',
      medium: 'FILE',
      receivedAgo: 34,
      destroyBy: ago(stage, 4),
    },
    {
      project: other!,
      name: '装修登记纸质名册（两本）',
      receivedFrom: '前期物业交接组',
      medium: 'PAPER',
      receivedAgo: 9,
      destroyBy: ago(stage, -21),
    },
  ]
  for (const { project: at, receivedAgo, destroyBy, ...thing } of things) {
    const [custodian] = holding(stage.world, 'SITE_MANAGER', ({ actor }) => actor.projectIds.includes(at.id))
    if (!custodian) continue
    const input = { ...thing, custodianId: custodian.id, projectId: at.id, destroyBy: localDay(destroyBy) }
    agreed(await custody.receive(by(stage, custodian, ago(stage, receivedAgo)), input), 'receive')
  }
}
