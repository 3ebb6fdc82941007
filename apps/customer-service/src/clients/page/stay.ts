import type { ClientOccupanciesFragment } from '@steward/graphql-client'

export type Stay = ClientOccupanciesFragment['occupancies'][number]

/** The whole way to the door. */
export const placeOf = ({ unit }: Pick<Stay, 'unit'>): string =>
  [unit?.project?.name, unit?.building?.name, unit?.label].filter(Boolean).join(' · ')
