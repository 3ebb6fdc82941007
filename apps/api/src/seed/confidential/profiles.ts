/** What households of the demonstration have agreed to tell of themselves. */
import type { StatedProfile } from '../../clients/confidential/profile.service.ts'
import type { Chance } from '../chance.ts'

const OCCUPATIONS = ['中学教师', '软件工程师', '护士', '会计', '退休', '个体经营', '设计师', '公务员', '律师']
const ASSOCIATIONS = ['业主合唱团', '小区羽毛球群', '社区志愿者', '书法协会', '亲子读书会']
const EVENTS = ['2025 年中秋邻里节', '春季花艺课', '亲子消防演练', '业主恳谈会', '年终答谢会']

const digits = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => String(chance.between(0, 9))).join('')

/** Some lines; few tell everything. */
export const aProfile = (chance: Chance): StatedProfile => {
  const year = chance.between(1952, 1999)
  const month = String(chance.between(1, 12)).padStart(2, '0')
  const day = String(chance.between(1, 28)).padStart(2, '0')
  const some = <T extends object>(probability: number, what: T): Partial<T> =>
    chance.happens(probability) ? what : {}
  return {
    birthday: `${year}-${month}-${day}`,
    occupation: chance.pick(OCCUPATIONS),
    housing: chance.weighted({ OWNED: 4, MORTGAGED: 5, WITH_FAMILY: 1 }),
    ...some(0.6, { education: chance.weighted({ SCHOOL: 2, VOCATIONAL: 3, BACHELOR: 5, MASTER: 2 }) }),
    ...some(0.4, { incomeBand: chance.weighted({ FROM_100K: 4, FROM_300K: 3, FROM_500K: 2, FROM_1M: 1 }) }),
    ...some(0.5, { associations: chance.pick(ASSOCIATIONS) }),
    ...some(0.5, { eventsAttended: chance.pick(EVENTS) }),
    ...some(0.7, {
      purchasedOn: `20${String(chance.between(10, 24))}-${month}-${day}`,
      purchaseArea: chance.between(7_200, 16_800),
      purchaseAmountMinor: chance.between(180, 920) * 1_000_000,
    }),
    // No such place is in the table of regions, so nobody has this number.
    ...some(0.5, {
      idDocumentType: 'IDENTITY_CARD',
      idDocumentNumber: `990000${year}${month}${day}${digits(chance, 4)}`,
    }),
  }
}
