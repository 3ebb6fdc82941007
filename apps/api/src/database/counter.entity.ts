import { Column, Entity, Index } from 'typeorm'
import { Id, OrgId } from './columns.ts'

/** Last number given in a period. Locked last-but-one in every transaction that takes a number, so that none is lost. */
@Entity('counter')
@Index('counter_key', ['orgId', 'kind', 'period'], { unique: true })
export class Counter {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') kind: string
  @Column('text') period: string
  @Column('integer') last: number
}
