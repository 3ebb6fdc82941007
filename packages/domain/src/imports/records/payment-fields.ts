import { MOST_MINOR } from '../../money/money-inputs.ts'
import { PAYMENT_METHOD_LABELS } from '../../money/vocabulary.ts'
import { text } from '../../text.ts'
import type { RecordTable } from './table-field.ts'
import { UNIT_TABLE } from './unit-fields.ts'

const { project, building, unit } = UNIT_TABLE.fields

/** One sum that came in: from whoever pays for the unit on that day, or from the client who is named. It settles the oldest charges first. */
export const PAYMENT_TABLE = {
  fields: {
    sourceKey: {
      label: text('来源编号', 'Key of the source'),
      also: [
        '流水号',
        '交易流水号',
        '交易号',
        '凭证号',
        '收据号',
        '序号',
        'Transaction',
        'Receipt',
        'ID',
        'Key',
      ],
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
    receivedOn: {
      label: text('收款日期', 'Received on'),
      also: ['到账日期', '缴费日期', '付款日期', '交易日期', '入账日期', 'Date', 'Paid on', 'Value date'],
      class: 'internal',
      takes: 'day',
    },
    amount: {
      label: text('收款金额（元）', 'Amount (yuan)'),
      also: [
        '收款金额',
        '实收金额',
        '缴费金额',
        '到账金额',
        '交易金额',
        '金额',
        '实收',
        'Amount',
        'Amount paid',
      ],
      // Who may see amounts is asked of payments; those who only read imports may not.
      class: 'personal',
      takes: 'amount',
      min: 1,
      max: MOST_MINOR,
    },
    method: {
      label: text('收款方式', 'Method'),
      also: ['付款方式', '缴费方式', '支付方式', '渠道', 'Way', 'Channel'],
      class: 'internal',
      takes: 'choice',
      values: PAYMENT_METHOD_LABELS,
      words: {
        转账: 'BANK_TRANSFER',
        银行: 'BANK_TRANSFER',
        对公转账: 'BANK_TRANSFER',
        网银: 'BANK_TRANSFER',
        微信: 'WECHAT_PAY',
        POS: 'CARD',
        POS机: 'CARD',
        银行卡: 'CARD',
        代扣: 'DIRECT_DEBIT',
        托收: 'DIRECT_DEBIT',
      },
    },
    payer: {
      label: text('付款人', 'Payer'),
      also: ['付款方', '缴费人', '对方户名', '户名', 'Paid by'],
      class: 'personal',
      takes: 'words',
      max: 100,
    },
    reference: {
      label: text('凭证/参考号', 'Reference'),
      also: ['参考号', '银行流水', '票据号', 'Ref'],
      class: 'personal',
      takes: 'words',
      max: 100,
    },
    note: {
      label: text('备注', 'Note'),
      also: ['说明', '摘要', '附言', 'Remark', 'Remarks'],
      class: 'personal',
      takes: 'words',
      max: 200,
    },
  },
  required: ['receivedOn', 'amount', 'method'],
  constants: { method: 'BANK_TRANSFER' },
} as const satisfies RecordTable
