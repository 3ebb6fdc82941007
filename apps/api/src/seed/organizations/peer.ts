/** 邻里之家: a small neighbour with three people in the office, each in several roles; nothing of it is visible to the other. */
import { PEER_FATES } from '../cases/fates.ts'
import type { Blueprint } from './blueprint.ts'

export const PEER: Blueprint = {
  code: 'peer',
  name: '邻里之家物业管理有限公司',
  seed: 20_262,
  departments: { OFFICE: '综合办公室', SITE: '桂花苑服务中心' },
  people: [
    {
      signInName: 'baijie',
      name: '白洁',
      position: '客服',
      department: 'OFFICE',
      roles: ['SERVICE_AGENT', 'CR_SPECIALIST'],
    },
    {
      signInName: 'dingling',
      name: '丁玲',
      position: '客服主管',
      department: 'OFFICE',
      roles: ['CR_SUPERVISOR', 'CR_SPECIALIST', 'QUALITY'],
    },
    {
      signInName: 'sumin',
      name: '苏敏',
      position: '办公室主任',
      department: 'OFFICE',
      roles: ['GM_OFFICE', 'CS_MANAGER', 'ADMIN'],
    },
    {
      signInName: 'guozhen',
      name: '郭振',
      position: '总经理',
      department: 'OFFICE',
      roles: ['GENERAL_MANAGER', 'CS_DIRECTOR'],
    },
    {
      signInName: 'shilei',
      name: '石磊',
      position: '项目经理',
      department: 'SITE',
      roles: ['SITE_MANAGER'],
      territory: ['GH'],
    },
    {
      signInName: 'xiongfei',
      name: '熊飞',
      position: '维修工',
      department: 'SITE',
      roles: ['TECHNICIAN'],
      territory: ['GH'],
    },
  ],
  projects: [
    {
      code: 'GH',
      name: '桂花苑',
      type: 'RESIDENTIAL',
      address: '苏州市吴中区桂花路 20 号',
      centre: 'SITE',
      buildings: 2,
      floors: 6,
      unitsPerFloor: 2,
    },
  ],
  clients: { households: 16, individualOwners: 2, tenants: 2, companies: {}, prospects: 0, indirect: 0 },
  keyAccounts: 0,
  fates: PEER_FATES,
}
