import { Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import { compiled } from '../graphql/compiled.ts'
import { AuthorityLimitType } from './authority-limit.type.ts'

@Resolver()
export class AuthorityLimitResolver {
  @Query(() => [AuthorityLimitType], {
    description: 'The authority matrix as it is in force, by role. A revision of its document changes it.',
  })
  @RequiresPermission('limit:read')
  authorityLimits(): AuthorityLimitType[] {
    return compiled()
  }
}
