import { VIEW_PLACES, VIEW_SHARING_LABELS, VIEW_SHARINGS } from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DepartmentType, RoleEnum, StaffType } from '../organization/organization.type.ts'

export const ViewPlaceEnum = publishEnum('ViewPlace', VIEW_PLACES, 'The list that a view narrows.')
export const ViewSharingEnum = publishEnum(
  'ViewSharing',
  VIEW_SHARINGS,
  'With whom a view is shared.',
  VIEW_SHARING_LABELS,
)

@ObjectType('SavedView', {
  implements: Node,
  description:
    'A list as somebody narrowed and named it: filters and an order. It shows to each what they may see anyway.',
})
export class SavedViewType extends Node {
  @Field(() => ViewPlaceEnum) place: string
  @Field(() => String) name: string
  @Field(() => String, {
    description: 'The query string of the list’s address, e.g. `severity=1,2&view=open`.',
  })
  query: string
  @Field(() => ViewSharingEnum) sharing: string
  @Field(() => StaffType, { nullable: true, description: 'Who saved it, and alone may change it.' })
  owner: StaffType | null
  @Field(() => DepartmentType, { nullable: true, description: 'With which department it is shared.' })
  department: DepartmentType | null
  @Field(() => RoleEnum, { nullable: true, description: 'With which role it is shared.' })
  sharedRole: string | null
  @Field(() => Boolean, { description: 'Whether it is one of yours.' }) isMine: boolean
  @Field(() => Boolean, { description: 'Whether you pinned it: one that others share, among your own.' })
  isPinned: boolean
  @Field(() => Int, { description: 'Among the owner’s own views of the list, from 0.' }) position: number
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType({ description: 'A view that is no longer there.' })
export class RemovedSavedView {
  @Field(() => ID) savedViewId: string
}
