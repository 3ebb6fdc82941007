import type { Permission } from '@steward/domain'
import { lazy } from 'react'
import { describe, expect, it } from 'vitest'
import type { PortalModule } from '../contract.ts'
import { deskOf } from './desk.ts'

const page = lazy(async () => ({ default: () => null }))
const words = (zh: string) => ({ zh, en: zh })
const portalOf = (
  name: string,
  permission: Permission,
  pages: readonly (readonly [string, string, Permission?])[],
): PortalModule => ({
  contract: 1,
  name,
  messages: { title: words(name), summary: words('') },
  permission,
  routes: pages.map(([path, key, needed]) => ({
    path,
    page,
    ...(needed ? { permission: needed } : {}),
    menu: { label: words(path), icon: null, key },
  })),
  commands: [
    { key: 'begin', label: words('begin'), icon: null, path: 'new', permission: 'complaint:register' },
  ],
  finders: [
    {
      key: 'clients',
      title: words('clients'),
      icon: null,
      permission: 'client:lookup',
      wants: () => true,
      find: async () => [],
    },
  ],
})

const portals = [
  portalOf('admin', 'portal:admin', [
    ['', 'h'],
    ['people', 's', 'staff:read'],
  ]),
  portalOf('customer-service', 'portal:customerService', [
    ['', 'h'],
    ['complaints', 'q', 'complaint:read'],
  ]),
  portalOf('property-management', 'portal:propertyManagement', [
    ['', 'h'],
    ['complaints', 'q', 'complaint:readFacts'],
  ]),
]
const deskFor = (path: string, ...permissions: Permission[]) =>
  deskOf(portals, (permission) => permissions.includes(permission), path)
const lettersAt = (path: string, ...permissions: Permission[]) =>
  Object.fromEntries(
    deskFor(path, ...permissions).pages.flatMap(({ goKey, to }) => (goKey ? [[goKey, to]] : [])),
  )

describe('what can be reached from the frame', () => {
  it('is what the permissions allow, and of the shell everybody has the first page', () => {
    expect(deskFor('/').pages.map(({ to }) => to)).toEqual(['/'])
    expect(
      deskFor('/', 'portal:customerService', 'complaint:read', 'staff:read').pages.map(({ to }) => to),
    ).toEqual(['/', '/customer-service', '/customer-service/complaints'])
  })

  it('begins and looks for nothing in a portal where the person has no business', () => {
    const { commands, finders } = deskFor('/', 'portal:admin', 'complaint:register')
    expect(commands.map(({ to }) => to)).toEqual(['/new'])
    expect(finders).toEqual([])
    expect(deskFor('/', 'client:lookup', 'complaint:register').commands).toEqual([])
  })

  it('gives a letter that two pages want to the portal one works in', () => {
    const all = [
      'portal:admin',
      'portal:customerService',
      'portal:propertyManagement',
      'complaint:read',
      'complaint:readFacts',
    ] as const
    expect(lettersAt('/customer-service/complaints/cmp_1', ...all)).toMatchObject({
      h: '/customer-service',
      q: '/customer-service/complaints',
    })
    expect(lettersAt('/property-management', ...all)).toMatchObject({
      h: '/property-management',
      q: '/property-management/complaints',
    })
  })
})
