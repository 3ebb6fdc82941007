import { CHANNEL_LABELS, KIND_LABELS, STATUS_LABELS } from '../complaints/labels.ts'
import type { Status } from '../complaints/vocabulary.ts'
import { text, type Text } from '../text.ts'
import type { ImportableStatus } from './import-fields.ts'
import type { ComplaintMappingInput } from './mapping.ts'

const MOMENTS = [
  'ISO',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-dd',
  'yyyy/M/d H:mm',
  'yyyy/M/d',
  'yyyy年M月d日',
]

/** Both words of each value, as screens and forms show them. */
const inWords = <K extends string, V extends string>(
  labels: Readonly<Record<K, Text>>,
  meaning: (value: K) => V,
): Record<string, V> =>
  Object.fromEntries(
    Object.entries<Text>(labels).flatMap(([value, { zh, en }]) => [
      [zh, meaning(value as K)],
      [en, meaning(value as K)],
    ]),
  )

/** Without its options, orders and signatures a case under way is one that is looked into; a merged one has ended. */
const NEAREST: Partial<Record<Status, ImportableStatus>> = {
  REGISTERED: 'REGISTERED',
  ACKNOWLEDGED: 'ACKNOWLEDGED',
  CLOSED: 'CLOSED',
  MERGED: 'CLOSED',
  WITHDRAWN: 'WITHDRAWN',
  UNFOUNDED: 'UNFOUNDED',
  DECLINED: 'DECLINED',
}

/** Steward's own list of cases: the template for whoever types an old register by hand. Headers in either language. */
export const STEWARD_COMPLAINTS: ComplaintMappingInput = {
  name: 'steward-complaints',
  label: text('管家投诉清单', 'Steward list of complaints'),
  about: text(
    '本系统自己的格式，也是整理旧台账的模板；只有编号、登记时间和摘要必填。',
    'Our own format, and the template for old registers; only key, opening and summary are required.',
  ),
  source: 'steward-complaints',
  columns: [
    { column: '编号', also: ['Reference'], field: 'externalReference' },
    { column: '登记时间', also: ['Opened'], field: 'registeredAt', formats: MOMENTS },
    { column: '结案时间', also: ['Closed'], field: 'closedAt', formats: MOMENTS, optional: true },
    { column: '发生时间', also: ['Occurred'], field: 'occurredAt', formats: MOMENTS, optional: true },
    {
      column: '状态',
      also: ['Status'],
      field: 'status',
      optional: true,
      values: inWords(STATUS_LABELS, (status) => NEAREST[status] ?? 'INVESTIGATING'),
    },
    {
      column: '类型',
      also: ['Kind'],
      field: 'kind',
      optional: true,
      values: inWords(KIND_LABELS, (kind) => kind),
    },
    {
      column: '渠道',
      also: ['Channel'],
      field: 'channel',
      optional: true,
      values: inWords(CHANNEL_LABELS, (channel) => channel),
    },
    {
      column: '级别',
      also: ['Severity'],
      field: 'severity',
      optional: true,
      values: { 一级: 1, 二级: 2, 三级: 3, 四级: 4 },
    },
    { column: '摘要', also: ['Summary'], field: 'summary' },
    { column: '事实', also: ['Facts'], field: 'facts', label: '', optional: true },
    { column: '诉求', also: ['Demand'], field: 'demand', optional: true },
    { column: '结案说明', also: ['Reason for closing'], field: 'closeReason', optional: true },
    { column: '分类', also: ['Category'], field: 'category', optional: true, whenUnknown: 'CREATE' },
    { column: '经办部门', also: ['Department'], field: 'department', optional: true },
    { column: '客户编号', also: ['Client code'], field: 'client', optional: true },
    { column: '联系人', also: ['Contact'], field: 'contactName', optional: true },
    { column: '联系电话', also: ['Telephone'], field: 'contactPhone', optional: true },
    { column: '项目', also: ['Project'], field: 'project', optional: true },
    { column: '楼栋', also: ['Building'], field: 'building', optional: true },
    { column: '房号', also: ['Unit'], field: 'unit', optional: true },
  ],
  constants: { kind: 'COMPLAINT', channel: 'PHONE', severity: 3, track: 'FORMAL' },
  categoryParent: { code: 'IMPORTED', zh: '导入的分类', en: 'Imported categories' },
}
