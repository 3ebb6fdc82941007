/** Key accounts of each tier: one moved up, one whose dossier is overdue, one without a manager, one that left, one awaiting the committee. */
import type { Role } from '@steward/domain'
import type { Vault } from '../access/vault.ts'
import { withTenant } from '../database/with-tenant.ts'
import * as dossiers from '../key-accounts/dossier.service.ts'
import type { KeyAccountNominationEntity } from '../key-accounts/key-account.entity.ts'
import * as nominations from '../key-accounts/nomination.service.ts'
import { recordOpinion } from '../key-accounts/opinion.service.ts'
import { DAY } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import { holding, type Member } from './organizations/world.ts'

type SealingStage = Stage & { readonly vault: Vault }

/** Companies, those with a manager first. */
const COMPANIES = `
select c.id, c.key_account_manager_id as "managerId" from client c
 where c.org_id = $1 and c.kind = 'COMPANY' and c.archived_at is null
 order by (c.key_account_manager_id is null), c.code limit 6`

interface Company {
  readonly id: string
  readonly managerId: string | null
}

interface Plan {
  readonly ago: number
  readonly level: 'COMPANY' | 'BRANCH'
  readonly tier: 'CORE' | 'KEY' | 'GENERAL'
  readonly met: readonly string[]
  readonly reason: string
}

const PLANS: readonly Plan[] = [
  {
    ago: 170,
    level: 'COMPANY',
    tier: 'KEY',
    met: ['MANAGEMENT', 'CREDIT', 'SHARE'],
    reason: '整租两层，三年按时付款，另购会务与绿植服务',
  },
  {
    ago: 150,
    level: 'COMPANY',
    tier: 'KEY',
    met: ['CREDIT', 'MARGIN'],
    reason: '增值服务占比高，续约两次',
  },
  {
    ago: 120,
    level: 'BRANCH',
    tier: 'GENERAL',
    met: ['MANAGEMENT', 'SHARE'],
    reason: '分公司最大的企业租户',
  },
  { ago: 90, level: 'BRANCH', tier: 'GENERAL', met: ['CREDIT', 'SHARE'], reason: '新签五年，面积居前' },
  { ago: 160, level: 'BRANCH', tier: 'KEY', met: ['SHARE', 'MARGIN'], reason: '长期客户，费用稳定' },
]

const EVIDENCE: Readonly<Record<string, string>> = {
  MANAGEMENT: '有专职行政团队与书面服务标准，每季召开联席会',
  CREDIT: '近三年应收均在到期日前结清',
  SHARE: '占分公司企业客户收入前列，见收入明细',
  MARGIN: '增值服务单独报价，服务成本低于同类客户',
}

const testsOf = (met: readonly string[]) =>
  Object.keys(EVIDENCE).map((criterion) => ({
    criterion,
    isMet: met.includes(criterion),
    evidence: met.includes(criterion) ? EVIDENCE[criterion] : '暂无充分依据',
  }))

const RIVALS = [
  { name: '恒泰物业', shareBasisPoints: 2_500, strengths: '报价低一成', weaknesses: '夜间无值守，投诉多' },
  { name: '安居服务', shareBasisPoints: 1_000, strengths: '会务布置有口碑', weaknesses: '只做会务' },
]

export const playKeyAccounts = async (stage: SealingStage): Promise<void> => {
  const { world, now } = stage
  const { orgId } = world
  const first = (role: Role): Member => holding(world, role)[0]!
  const at = (ago: number) => new Date(now.getTime() - ago * DAY)
  const companies = await withTenant(stage.dataSource, orgId, (manager) =>
    manager.query<Company[]>(COMPANIES, [orgId]),
  )
  const supervisor = first('CR_SUPERVISOR')
  const [firstDepartment] = await withTenant(stage.dataSource, orgId, (manager) =>
    manager.query<{ id: string }[]>('select id from department where org_id = $1 order by name limit 1', [
      orgId,
    ]),
  )
  const departmentId = supervisor.actor.departmentId ?? firstDepartment!.id
  const proposes = async (ago: number, input: object): Promise<KeyAccountNominationEntity> =>
    agreed(await nominations.propose(by(stage, supervisor, at(ago)), { departmentId, ...input }), 'propose')
  const committee = async (ago: number, nomination: KeyAccountNominationEntity): Promise<string> => {
    const [reviewer, approver] =
      nomination.decidedAtLevel === 'COMPANY'
        ? [first('CS_DIRECTOR'), first('GENERAL_MANAGER')]
        : [first('CS_MANAGER'), first('CS_DIRECTOR')]
    const step = (version: number) => ({ nominationId: nomination.id, expectedVersion: version })
    const reviewed = agreed(
      await nominations.review(by(stage, reviewer, at(ago)), step(nomination.version)),
      'review',
    )
    const done = agreed(
      await nominations.approve(by(stage, approver, at(ago - 1)), step(reviewed.version)),
      'approve',
    )
    return done.accountId!
  }

  const accounts: string[] = []
  for (const [nth, { ago, level, tier, met, reason }] of PLANS.entries()) {
    const company = companies[nth]
    if (!company) return
    const input = { clientId: company.id, kind: 'LIST', level, tier, reason, tests: testsOf(met) }
    accounts.push(await committee(ago - 2, await proposes(ago, input)))
  }

  // The first has come up, and all but the fourth return what is owed.
  const up = await proposes(35, {
    clientId: companies[0]!.id,
    kind: 'RETEST',
    level: 'COMPANY',
    tier: 'CORE',
    reason: '新增一层，会务外包给我方，四项均符合',
    tests: testsOf(Object.keys(EVIDENCE)),
  })
  await committee(33, up)
  const returns = async (nth: number, ago: number, ordinal: number, more: object = {}) => {
    const context = { ...by(stage, supervisor, at(ago)), vault: stage.vault }
    const heads = {
      keyAccountId: accounts[nth]!,
      expectedOrdinal: ordinal,
      shareholders: '集团控股 70%，管理层持股 30%',
      executives: '行政总监主管物业，后勤经理日常对接',
      plannedProjects: '明年计划扩租一层并改造会议中心',
      tendering: '三年一次邀请招标，技术分占六成',
      contractHabits: '合同一年一签，附服务标准与扣分表',
      priceLevel: '接受高于市场价 5% 以内的报价',
      cooperation: '与我方合作六年；绿植由对手提供',
      assets: '注册资本五千万元，自有办公楼一处',
      abilityToPay: '季付，账期三十天内',
      credit: '近三年无逾期',
      ourShareBasisPoints: 6_000,
      rivals: RIVALS,
      ...more,
    }
    agreed(await dossiers.recordDossier(context, heads), 'recordDossier')
  }
  await returns(0, 145, 0)
  await returns(0, 20, 1, {
    executives: '行政总监更换，新任总监来自总部；后勤经理不变',
    ourShareBasisPoints: 6_800,
    rivals: RIVALS.slice(0, 1),
  })
  await returns(1, 125, 0, { rivals: RIVALS.slice(1), ourShareBasisPoints: 8_000 })
  await returns(2, 95, 0)

  // The fifth went to a rival.
  const out = {
    clientId: companies[4]!.id,
    kind: 'RELEASE',
    releaseReason: 'LOST',
    reason: '租约到期迁往新区，改由对手服务',
  }
  await committee(40, await proposes(42, out))

  // Two said what they think of whoever is named for them.
  const taker = first('QUALITY')
  const opinions = [
    { satisfaction: 'SATISFIED', words: '有事找得到人，答复快。' },
    { satisfaction: 'RATHER_SATISFIED', words: '会务安排好，账单说明可以更清楚。' },
  ]
  for (const [nth, opinion] of opinions.entries()) {
    if (companies[nth]!.managerId === null) continue
    const givenOn = at(12 + nth)
      .toISOString()
      .slice(0, 10)
    const said = { keyAccountId: accounts[nth]!, givenOn, ...opinion }
    agreed(await recordOpinion(by(stage, taker, at(10)), said), 'recordOpinion')
  }

  // The sixth awaits the committee.
  const waiting = companies[5]
  if (!waiting) return
  await proposes(2, {
    clientId: waiting.id,
    kind: 'LIST',
    level: 'COMPANY',
    tier: 'GENERAL',
    reason: '新入驻的总部型企业，预计明年进入收入前列',
    tests: testsOf(['MANAGEMENT', 'CREDIT']),
  })
}
