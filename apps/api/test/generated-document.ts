/** Random valid documents over any schema: aliases, fragments, directives, literals and variables, objects at some depth. */
import fc from 'fast-check'
import {
  astFromValue,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  parse,
  print,
  typeFromAST,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type NamedTypeNode,
} from 'graphql'

type Draw = fc.GeneratorValue

export interface GeneratedDocument {
  readonly source: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** What arguments may be: by the name of the argument, else by its type; a leaf type that has no sample is left out. */
export interface Samples {
  readonly byName: Readonly<Record<string, readonly unknown[]>>
  readonly byType: Readonly<Record<string, readonly unknown[]>>
  /** Fields of Query that are not read. */
  readonly without: readonly string[]
}

export function generateDocument(
  draw: Draw,
  schema: GraphQLSchema,
  samples: Samples,
  depth = 3,
): GeneratedDocument {
  const writer = new DocumentWriter(draw, schema, samples)
  return writer.write(depth)
}

/** Variables for a document of ours: the required ones, and some of the others. */
export function generateVariables(
  draw: Draw,
  schema: GraphQLSchema,
  source: string,
  samples: Samples,
): Readonly<Record<string, unknown>> {
  const writer = new DocumentWriter(draw, schema, samples)
  const operation = getOperationAST(parse(source))
  return Object.fromEntries(
    (operation?.variableDefinitions ?? []).flatMap(({ variable, type }) => {
      const value = writer.variable(
        variable.name.value,
        typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType,
      )
      return value === undefined ? [] : [[variable.name.value, value]]
    }),
  )
}

class DocumentWriter {
  readonly #draw: Draw
  readonly #schema: GraphQLSchema
  readonly #samples: Samples
  readonly #fragments: string[] = []
  readonly #definitions: string[] = []
  readonly #variables: Record<string, unknown> = {}
  #names = 0
  #aliased = false

  constructor(draw: Draw, schema: GraphQLSchema, samples: Samples) {
    this.#draw = draw
    this.#schema = schema
    this.#samples = samples
  }

  write(depth: number): GeneratedDocument {
    const query = this.#schema.getQueryType()!
    const roots = Object.values(query.getFields()).filter(({ name }) => !this.#samples.without.includes(name))
    const fields = this.#some(roots, 2).map((field) => this.#field(field, depth))
    const definitions = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : ''
    const source = [`query Generated${definitions} { ${fields.join(' ')} }`, ...this.#fragments].join('\n')
    return { source, variables: this.#variables }
  }

  variable = (name: string, type: GraphQLInputType): unknown =>
    isNonNullType(type) || this.#chance(40) ? this.#value({ name }, type) : undefined

  #int = (max: number): number => this.#draw(fc.nat, max)
  #chance = (percent: number): boolean => this.#int(99) < percent
  #one = <T>(values: readonly T[]): T => values[this.#int(values.length - 1)]!
  #some = <T>(values: readonly T[], most: number): readonly T[] =>
    Array.from({ length: 1 + this.#int(most - 1) }, () => this.#one(values))

  #name(prefix: string): string {
    this.#names += 1
    return `${prefix}${this.#names}`
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type)) {
      const possible = this.#some(this.#schema.getPossibleTypes(type), 3)
      // Fields of one name may differ in type from one object type to the other: there each has a key of its own.
      this.#aliased = true
      const parts = possible.map((each) => `... on ${each.name} { ${this.#objectSelection(each, depth)} }`)
      this.#aliased = false
      return `__typename ${parts.join(' ')}`
    }
    return this.#objectSelection(type as GraphQLObjectType, depth)
  }

  #objectSelection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(
      (field) =>
        isLeafType(getNamedType(field.type)) || (depth > 0 && isCompositeType(getNamedType(field.type))),
    )
    const parts =
      fields.length > 0 ? this.#some(fields, 5).map((field) => this.#wrapped(type, field, depth)) : []
    return [...parts, ...(parts.length === 0 || this.#chance(15) ? ['__typename'] : [])].join(' ')
  }

  /** A field as it is, in an inline fragment with or without a type, or in a named fragment. */
  #wrapped(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): string {
    const kind = this.#int(9)
    const [shared] = type.getInterfaces()
    if (kind === 0 && field.name === 'id' && shared) return `... on ${shared.name} { id }`
    const text = this.#field(field, depth)
    if (kind === 1) return `... on ${type.name} { ${text} }`
    if (kind === 2) return `... ${this.#directive()} { ${text} }`
    if (kind > 3) return text
    const name = this.#name('Part')
    this.#fragments.push(`fragment ${name} on ${type.name} { ${text} }`)
    return `...${name} ...${name}`
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type)
    const given = field.args.flatMap((argument) => this.#argument(argument))
    // With arguments under a key of its own: two such fields could not be merged.
    const alias = this.#aliased || given.length > 0 || this.#chance(20) ? `${this.#name('a')}: ` : ''
    const list = given.length > 0 ? `(${given.join(', ')})` : ''
    const directive = this.#chance(10) ? ` ${this.#directive()}` : ''
    const isWrapping = /(Connection|Edge)$/.test(type.name)
    const selection = isCompositeType(type)
      ? ` { ${this.#selection(type, isWrapping ? depth : depth - 1)} }`
      : ''
    return `${alias}${field.name}${list}${directive}${selection}`
  }

  #directive(): string {
    const [name, value] = [this.#one(['include', 'skip']), this.#chance(50)]
    if (this.#chance(50)) return `@${name}(if: ${value})`
    const variable = this.#name('if')
    this.#definitions.push(`$${variable}: Boolean!`)
    this.#variables[variable] = value
    return `@${name}(if: $${variable})`
  }

  #argument(argument: GraphQLArgument): readonly string[] {
    if (!isRequiredArgument(argument) && this.#chance(50)) return []
    const value = this.#value(argument, argument.type)
    if (value === undefined) return []
    if (this.#chance(50)) return [`${argument.name}: ${print(astFromValue(value, argument.type)!)}`]
    const variable = this.#name('v')
    this.#definitions.push(`$${variable}: ${String(argument.type)}`)
    this.#variables[variable] = value
    return [`${argument.name}: $${variable}`]
  }

  #value({ name }: { readonly name: string }, type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.#value({ name }, type.ofType)
    const named = this.#samples.byName[name]
    if (isListType(type)) {
      const values = this.#some([0, 1, 2], 3).map(() => this.#value({ name }, type.ofType))
      return values.includes(undefined) ? undefined : values
    }
    if (named && !isInputObjectType(type)) return named.length > 0 ? this.#one(named) : undefined
    if (isEnumType(type)) return this.#one(type.getValues()).name
    if (isInputObjectType(type)) return this.#object(Object.values(type.getFields()))
    const samples = this.#samples.byType[type.name]
    return samples && this.#one(samples)
  }

  #object(fields: readonly GraphQLInputField[]): unknown {
    const given = fields.flatMap((field) => {
      const value = isNonNullType(field.type) || this.#chance(40) ? this.#value(field, field.type) : undefined
      return value === undefined ? [] : [[field.name, value] as const]
    })
    return Object.fromEntries(given)
  }
}
