/** How the companies of the demonstration stand, and how that changes from one recording to the next. */
import type { StatedStatus } from '../../clients/confidential/status-record.service.ts'
import type { Chance } from '../chance.ts'
import { personName } from '../organizations/names.ts'

const BANKS = ['中国工商银行', '中国建设银行', '招商银行', '交通银行', '上海银行', '浦发银行']
const BRANCHES = ['闵行支行', '张江支行', '奉贤支行', '浦东分行', '徐汇支行']
const LOANS = [
  '无贷款',
  '流动资金贷款 200 万元，按月还息，无逾期',
  '设备按揭贷款 480 万元，余 26 期',
  '经营性贷款 800 万元，以厂房抵押',
  '信用贷款 50 万元，曾展期一次',
]
const BUSINESSES = [
  '软件研发与技术服务',
  '精密零部件加工',
  '连锁餐饮',
  '供应链与仓储管理',
  '广告设计与活动执行',
  '医疗器械销售与维护',
  '教育培训',
  '新材料研发与生产',
]
const REMARKS = [
  '总经理重视园区安全，巡检结果要发到本人邮箱。',
  '行政每季度更换，联系前先问前台。',
  '计划明年扩租半层，正在比价。',
  '财务每月 25 日集中付款。',
]

const digits = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => String(chance.between(0, 9))).join('')
const yuan = (chance: Chance, from: number, to: number, step: number): number =>
  Math.round(chance.from(from, to) / step) * step * 100

/** What was found at the first visit. */
export const firstStatus = (chance: Chance): StatedStatus => {
  const average = yuan(chance, 3_000, 90_000, 100)
  return {
    legalRepresentative: personName(chance).name,
    generalManager: personName(chance).name,
    contactPerson: personName(chance).name,
    // Begins like no licence that was ever given out.
    businessLicence: `99310000${digits(chance, 9)}X`,
    mainBusiness: chance.pick(BUSINESSES),
    headcount: chance.between(6, 460),
    businessCondition: chance.weighted({ EXPANDING: 3, STEADY: 6, SHRINKING: 2, IN_DIFFICULTY: 1 }),
    banks: `${chance.pick(BANKS)}${chance.pick(BRANCHES)}`,
    bankAccount: `9900${digits(chance, 15)}`,
    loans: chance.pick(LOANS),
    cashTurnoverMinor: yuan(chance, 500_000, 60_000_000, 10_000),
    creditStatus: chance.weighted({ EXCELLENT: 2, GOOD: 5, FAIR: 3, POOR: 1 }),
    paymentHandler: personName(chance).name,
    paymentAttitude: chance.weighted({ PROMPT: 4, ON_REMINDER: 4, SLOW: 2, DISPUTES: 1 }),
    paymentInstrument: chance.weighted({ TRANSFER: 6, DIRECT_DEBIT: 2, ONLINE: 2, ACCEPTANCE_BILL: 1 }),
    averageMonthlyPurchaseMinor: average,
    highestMonthlyPurchaseMinor: Math.round((average * chance.from(1.1, 1.8)) / 10_000) * 10_000,
    serviceChannel: chance.weighted({ ON_SITE: 4, PHONE: 3, WECHAT: 4, ACCOUNT_MANAGER: 1 }),
    serviceFrequency: chance.weighted({ WEEKLY: 3, MONTHLY: 5, QUARTERLY: 2 }),
    potential: chance.weighted({ HIGH: 2, MEDIUM: 5, LOW: 3 }),
    satisfaction: chance.weighted({
      VERY_SATISFIED: 2,
      SATISFIED: 5,
      RATHER_SATISFIED: 4,
      NEITHER: 2,
      RATHER_DISSATISFIED: 1,
    }),
    ...(chance.happens(0.4) ? { remark: chance.pick(REMARKS) } : {}),
  }
}

const CHANGES: readonly ((chance: Chance, now: StatedStatus) => StatedStatus)[] = [
  (chance, { headcount }) => ({ headcount: Math.max(3, Number(headcount) + chance.between(-40, 60)) }),
  (chance) => ({ businessCondition: chance.pick(['EXPANDING', 'STEADY', 'SHRINKING']) }),
  (chance) => ({ contactPerson: personName(chance).name }),
  (chance) => ({ paymentAttitude: chance.pick(['PROMPT', 'ON_REMINDER', 'SLOW']) }),
  (chance) => ({
    satisfaction: chance.pick(['SATISFIED', 'RATHER_SATISFIED', 'NEITHER', 'RATHER_DISSATISFIED']),
  }),
  (chance) => ({ loans: chance.pick(LOANS) }),
  (chance) => ({ creditStatus: chance.pick(['EXCELLENT', 'GOOD', 'FAIR', 'POOR']) }),
  (chance) => ({ averageMonthlyPurchaseMinor: yuan(chance, 3_000, 90_000, 100) }),
]

/** Three or four lines are different at the next visit. */
export const nextStatus = (chance: Chance, before: StatedStatus): StatedStatus =>
  chance
    .shuffled(CHANGES)
    .slice(0, chance.between(3, 4))
    .reduce<StatedStatus>((now, change) => ({ ...now, ...change(chance, now) }), before)
