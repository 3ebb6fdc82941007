/** Column decorators shared by all entities, so that a kind of value has one column type everywhere. */
import type { FieldClass } from '@steward/domain'
import { Column, ForeignKey, PrimaryColumn, type ColumnOptions } from 'typeorm'

type Options = Pick<ColumnOptions, 'nullable' | 'default'>

/** Tenant of the row; first in the primary key, in every unique index and in every foreign key. */
export const OrgId = (): PropertyDecorator => PrimaryColumn('uuid')

/** UUIDv7 made by the application, so that new rows sort last and no sequence is shared between organizations. */
export const Id = (): PropertyDecorator => PrimaryColumn('uuid')

/** An instant, kept to the millisecond because that is what the API speaks. */
export const Instant = (options: Options = {}): PropertyDecorator =>
  Column('timestamp with time zone', { precision: 3, ...options })

/** A local date of the organization (`YYYY-MM-DD`), never an instant. */
export const LocalDate = (options: Options = {}): PropertyDecorator => Column('date', options)

/** Minor units of the organization's currency; int8 is parsed to a safe integer by the data source. */
export const Money = (options: Options = {}): PropertyDecorator => Column('bigint', options)

/**
 * Composite foreign key `(org_id, <property>)` → `(org_id, id)`: a row can only refer to its own organization. An entity that itself
 * refers back is given by its name, so that no file imports in a circle.
 */
export const References = (target: string | (() => new () => object), property: string): ClassDecorator =>
  ForeignKey(target, ['orgId', property], ['orgId', 'id'])

/** What disclosure of a column's value would mean; every copy of a row (audit, sign-off, outbox) obeys it. */
const CLASSES = new WeakMap<object, Map<string, FieldClass>>()

const classify =
  (fieldClass: FieldClass): PropertyDecorator =>
  (prototype, property) => {
    const columns = CLASSES.get(prototype) ?? new Map<string, FieldClass>()
    CLASSES.set(prototype, columns.set(String(property), fieldClass))
  }

/** About an identifiable person; free text is always personal (decision 7). */
export const Personal = (): PropertyDecorator => classify('personal')

/** What a sealed column holds. No text becomes one but by sealing: a plain value in its place does not compile. */
export type Ciphertext = string & { readonly [SEALED]: true }
declare const SEALED: unique symbol

/** Sensitive, and stored as a ciphertext under a key that is not in the row: every copy of the row has the ciphertext at most. */
export const Sealed =
  ({ nullable = true }: Pick<Options, 'nullable'> = {}): PropertyDecorator =>
  (prototype, property) => {
    classify('sensitive')(prototype, property)
    Column('text', { nullable })(prototype, property)
  }

/** Takes the classes from the domain's table of the record, where it has one. */
export const ClassifiedBy =
  (fields: Readonly<Record<string, { readonly class: FieldClass }>>): ClassDecorator =>
  (entity) => {
    const classes = Object.entries(fields).map(([property, rule]) => [property, rule.class] as const)
    CLASSES.set(entity.prototype as object, new Map(classes))
  }

/** The class of an entity's property; internal unless it says otherwise. */
export const classOf = (entity: new () => object, property: string): FieldClass =>
  CLASSES.get(entity.prototype as object)?.get(property) ?? 'internal'
