import { POLICY, type Permission } from '@steward/domain'
import { expect, test } from 'vitest'
import { gradingRoutes } from './grading-routes.tsx'
import { GRADING_VIEWS } from './grading-views.ts'

const permissionOf = (path: string): Permission | undefined =>
  gradingRoutes.find((route) => route.path === path)?.permission
const rolesWith = (permission: Permission): string[] => Object.keys(POLICY[permission])

test('a view is offered to exactly those who may open its page', () => {
  expect(GRADING_VIEWS.map(({ key }) => permissionOf(`grading/${key}`))).toEqual(
    GRADING_VIEWS.map(({ permission }) => permission),
  )
})

test('whoever may open a view of grading finds the one entry of the menu', () => {
  const entry = gradingRoutes.filter(({ menu }) => menu)
  expect(entry.map(({ path }) => path)).toEqual(['grading'])
  const offered = rolesWith(entry[0]!.permission!)
  const readers = GRADING_VIEWS.flatMap(({ permission }) => rolesWith(permission))
  expect(readers.filter((role) => !offered.includes(role))).toEqual([])
})
