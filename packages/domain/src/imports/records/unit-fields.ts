import { text } from '../../text.ts'
import type { RecordTable } from './table-field.ts'

/** A unit of a project that is there; its building is made where it is not. */
export const UNIT_TABLE = {
  fields: {
    sourceKey: {
      label: text('来源编号', 'Key of the source'),
      also: ['序号', '房屋ID', 'ID', 'Key'],
      class: 'internal',
      takes: 'words',
      max: 100,
    },
    project: {
      label: text('项目', 'Project'),
      also: ['小区', '项目名称', '楼盘', 'Community'],
      class: 'internal',
      takes: 'record',
      max: 200,
    },
    building: {
      label: text('楼栋', 'Building'),
      also: ['栋', '楼号', '幢', '栋号', '楼栋号'],
      class: 'internal',
      takes: 'record',
      max: 60,
    },
    unit: {
      label: text('房号', 'Unit'),
      also: ['房间号', '房屋编号', '门牌号', '室号', '单元房号', 'Room', 'Flat', 'Door'],
      class: 'internal',
      takes: 'words',
      max: 60,
    },
    floor: {
      label: text('楼层', 'Floor'),
      also: ['层', '所在楼层'],
      class: 'internal',
      takes: 'number',
      min: -20,
      max: 300,
      whole: true,
    },
    area: {
      label: text('建筑面积（㎡）', 'Area (m²)'),
      also: ['建筑面积', '面积', '产权面积', '计费面积', 'Area'],
      class: 'internal',
      takes: 'number',
      min: 0.01,
      max: 1_000_000,
    },
    developer: {
      label: text('开发商', 'Developer'),
      also: ['建设单位', '开发单位'],
      class: 'internal',
      takes: 'words',
      max: 100,
    },
    warrantyEndsOn: {
      label: text('保修到期日', 'Warranty ends'),
      also: ['保修截止日期', '质保到期', '保修期至', 'Warranty until'],
      class: 'internal',
      takes: 'day',
      latest: 'any',
    },
  },
  required: ['project', 'building', 'unit'],
  constants: {},
} as const satisfies RecordTable
