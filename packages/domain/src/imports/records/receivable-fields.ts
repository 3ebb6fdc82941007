import { MOST_MINOR } from '../../money/money-inputs.ts'
import { RECEIVABLE_KIND_LABELS } from '../../money/vocabulary.ts'
import { text } from '../../text.ts'
import type { RecordTable } from './table-field.ts'
import { UNIT_TABLE } from './unit-fields.ts'

const { project, building, unit } = UNIT_TABLE.fields

/** One sum that is owed: by whoever owes for the unit on its day, or by the client who is named. */
export const RECEIVABLE_TABLE = {
  fields: {
    sourceKey: {
      label: text('来源编号', 'Key of the source'),
      also: ['序号', '单据号', '账单号', '账单编号', 'Bill', 'Invoice', 'ID', 'Key'],
      class: 'internal',
      takes: 'words',
      max: 100,
    },
    project,
    building,
    unit,
    code: {
      label: text('客户编号', 'Client code'),
      also: ['业主编号', '客户代码', 'Client', 'Code'],
      class: 'internal',
      takes: 'code',
    },
    kind: {
      label: text('费用项目', 'Kind of charge'),
      also: ['收费项目', '费项', '费用类型', '科目', '费用名称', 'Charge', 'Kind', 'Fee'],
      class: 'internal',
      takes: 'choice',
      values: RECEIVABLE_KIND_LABELS,
      words: {
        物业费: 'MANAGEMENT_FEE',
        物业管理费: 'MANAGEMENT_FEE',
        管理费: 'MANAGEMENT_FEE',
        车位费: 'PARKING',
        车位管理费: 'PARKING',
        停车: 'PARKING',
        公摊费: 'UTILITIES_SHARE',
        公摊水费: 'UTILITIES_SHARE',
        公摊电费: 'UTILITIES_SHARE',
        能耗公摊: 'UTILITIES_SHARE',
        维修: 'REPAIR',
        装修押金: 'DEPOSIT',
        保证金: 'DEPOSIT',
      },
    },
    period: {
      label: text('费用月份', 'Month'),
      also: ['月份', '账期', '费用期间', '所属月份', '计费月份', '所属期', 'Period'],
      class: 'internal',
      takes: 'month',
    },
    dueOn: {
      label: text('应缴日期', 'Due on'),
      also: ['应收日期', '到期日', '到期日期', '缴费截止日', '应付日期', 'Due date', 'Due'],
      class: 'internal',
      takes: 'day',
      latest: 'any',
    },
    amount: {
      label: text('应收金额（元）', 'Amount (yuan)'),
      also: ['应收金额', '金额', '应收', '欠费金额', '欠费', '应缴金额', 'Amount', 'Amount due'],
      // Who may see amounts is asked of receivables; those who only read imports may not.
      class: 'personal',
      takes: 'amount',
      min: 1,
      max: MOST_MINOR,
    },
    note: {
      label: text('备注', 'Note'),
      also: ['说明', '摘要', 'Remark', 'Remarks'],
      class: 'personal',
      takes: 'words',
      max: 200,
    },
  },
  required: ['kind', 'dueOn', 'amount'],
  constants: { kind: 'MANAGEMENT_FEE' },
} as const satisfies RecordTable
