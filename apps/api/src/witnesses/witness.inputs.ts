import { Field, InputType, Int } from 'type-graphql'
import { IdField } from '../graphql/id-field.ts'
import { WitnessRhythmEnum } from './witness.type.ts'

const SEEN = { description: 'The `version` that the person saw.' }

@InputType()
export class AppointCosignerInput {
  @Field(() => String, { description: 'As it signs, e.g. `witness.example.com`.' }) name: string
  @Field(() => String, {
    description: 'Where it takes checkpoints: https, port 443, a host name of the public internet.',
  })
  url: string
  @Field(() => String, { description: 'Ed25519, 32 bytes, 64 hexadecimal digits.' }) publicKey: string
}

@InputType()
export class AppointMailboxInput {
  @Field(() => String, { description: 'Of the auditor.' }) mailAddress: string
  @Field(() => WitnessRhythmEnum) rhythm: string
}

@InputType()
export class TellWitnessInput {
  @IdField('LedgerWitness') witnessId: string
  @Field(() => Int, SEEN) expectedVersion: number
}

@InputType()
export class DismissWitnessInput {
  @IdField('LedgerWitness') witnessId: string
  @Field(() => Int, SEEN) expectedVersion: number
}
