import type { AgreementPolicy } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Money, OrgId } from '../../database/columns.ts'

/** From which sum on a settlement agreement is owed; an organization without a row goes by DEFAULT_AGREEMENT_POLICY. */
@Entity('agreement_policy')
@Index('agreement_policy_key', ['orgId'], { unique: true })
export class AgreementPolicyEntity implements AgreementPolicy {
  @OrgId() orgId: string
  @Id() id: string
  @Money() moneyFromMinor: number
  @Money() worksFromMinor: number
  @Column('integer', { default: 1 }) version: number
}
