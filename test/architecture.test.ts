import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Import, type SourceFile, sourceFiles } from './support/source-files.ts'

const KERNEL = /^worker\/kernel\//
const RULES = /^worker\/features\/[^/]+\/rules\//
const TRAINING = /^worker\/features\/[^/]+\/training\//
const INPUT = /^worker\/features\/[^/]+\/input\.ts$/
const ROUTER = /^worker\/features\/[^/]+\/router\.ts$/
const FEATURES = /^worker\/features\//
const SCHEMA = /^db\/schema\//
const GUARD = /^db\/guard\//
const QUERIES = /^db\/queries\//
const PROVIDERS = /^worker\/providers\//
const CONTEXT = /^worker\/context\.ts$/
const PROCEDURES = /^worker\/trpc\/procedures\.ts$/

/** Vendors' SDKs: each is known to its provider alone. */
const SDKS = /^(openai|@anthropic-ai\/sdk|stripe|twilio)(\/|$)/
/** Libraries that wait for nothing and know no clock. */
const PURE =
  /^(zod(\/mini)?|libphonenumber-js\/min|temporal-polyfill\/implementation|chrono-node(\/en)?|htmlparser2|postal-mime)$/
const DIALECT = /^#dialect$/
const DRIZZLE = /^drizzle-orm(\/|$)/

type Row = { who: RegExp; but?: RegExp; may: RegExp[]; mayTypes?: RegExp[] }

/** Who may import whom. The first row that a file belongs to is its own. */
const TABLE: Row[] = [
  { who: KERNEL, may: [KERNEL, PURE] },
  { who: TRAINING, may: [RULES, TRAINING, /^node:/] },
  { who: RULES, may: [KERNEL, RULES, PURE], mayTypes: [SCHEMA, FEATURES] },
  { who: INPUT, may: [PURE, RULES, INPUT, KERNEL] },
  { who: ROUTER, may: [PROCEDURES, FEATURES, PURE] },
  {
    who: FEATURES,
    may: [KERNEL, FEATURES, QUERIES, DIALECT, PURE, /^worker\/queue\/outbox\.ts$/, /^db\/(schema|seed)\//],
    mayTypes: [CONTEXT, PROCEDURES, SCHEMA, /^worker\/http\/session\.ts$/],
  },
  { who: SCHEMA, may: [DIALECT, DRIZZLE, SCHEMA, RULES, KERNEL], mayTypes: [/^worker\/queue\/jobs\.ts$/] },
  { who: QUERIES, may: [DIALECT, DRIZZLE, SCHEMA, QUERIES, KERNEL], mayTypes: [RULES] },
  { who: /^db\/dialect\//, may: [DRIZZLE, /^db\/dialect\/rows\.ts$/], mayTypes: [DIALECT] },
  { who: GUARD, may: [GUARD, SCHEMA, DRIZZLE, KERNEL] },
  { who: /^db\/open\//, may: [DRIZZLE, SCHEMA, GUARD, KERNEL, /^postgres$/] },
  { who: /^db\/seed\//, may: [KERNEL, QUERIES, SCHEMA, /^db\/seed\//, RULES], mayTypes: [FEATURES] },
  { who: /^db\/generate\.ts$/, may: [/^node:/] },
  {
    who: /^durable-objects\//,
    may: [KERNEL, RULES, QUERIES, /^#open$/, /^cloudflare:workers$/, /^durable-objects\//],
    mayTypes: [/^worker\/env\.ts$/, SCHEMA],
  },
  { who: PROVIDERS, may: [KERNEL, PROVIDERS, RULES, SDKS, PURE], mayTypes: [FEATURES] },
  {
    who: /^web\//,
    may: [/^web\//, RULES, INPUT, KERNEL, /^(?!drizzle|hono|#|worker|db|durable|openai|@anthropic)/],
    mayTypes: [/^worker\/trpc\/router\.ts$/],
  },
  // Doors, wiring and the queue: anything of the worker, providers only where things are wired and at the webhooks.
  {
    who: /^worker\/(context\.ts|http\/webhooks\/)/,
    may: [/^worker\//, QUERIES, /^#(open|dialect)$/, /^hono$/, PURE],
    mayTypes: [/^(db|durable-objects)\//],
  },
  {
    who: /^worker\//,
    but: PROVIDERS,
    may: [
      /^worker\//,
      QUERIES,
      /^db\/schema\//,
      /^#dialect$/,
      /^(hono|@trpc\/server|better-auth|@better-auth|@phi-ag)(\/|$)/,
      DRIZZLE,
      PURE,
      /^durable-objects\/office-desk\.ts$/,
    ],
    mayTypes: [/^(db|durable-objects)\//, /^#open$/],
  },
]

const allows = (row: Row, { from, isType }: Import) =>
  !(row.but?.test(from) && !isType) &&
  (row.may.some((pattern) => pattern.test(from)) || (isType && row.mayTypes?.some((pattern) => pattern.test(from))))

const files = sourceFiles()
const rowOf = (file: SourceFile) => TABLE.find((row) => row.who.test(file.path))

describe('the house', () => {
  it.each(files)('$path belongs to a row of the table and imports only what the row allows', (file) => {
    const row = rowOf(file)
    expect(row, `No row of the table speaks of ${file.path}.`).toBeDefined()
    const forbidden = file.imports.filter((found) => row && !allows(row, found))
    expect(forbidden.map(({ from }) => `${file.path} may not import ${from}: row ${row?.who}`)).toEqual([])
  })

  it('leaves each vendor’s SDK to its provider', () => {
    expect(
      users(SDKS)
        .map((file) => file.path)
        .filter((path) => !PROVIDERS.test(path)),
    ).toEqual([])
  })

  it('loads providers with an SDK only when they are needed', () => {
    const heavy = new Set(users(SDKS).map((file) => file.path))
    const eager = files.flatMap((file) =>
      file.imports.filter(({ from, isType, isLazy }) => heavy.has(from) && !isType && !isLazy),
    )
    expect(eager).toEqual([])
  })

  it('knows the dialects by #dialect and #open alone', () => {
    const direct = files.filter(
      (file) =>
        !file.path.startsWith('db/dialect/') && file.imports.some(({ from }) => /^db\/(dialect|open)\//.test(from)),
    )
    expect(direct.map((file) => file.path)).toEqual([])
  })

  it('casts nowhere but in the dialects', () => {
    const casting = files.filter((file) => file.casts.length > 0 && !file.path.startsWith('db/dialect/'))
    expect(casting.map((file) => `${file.path}: ${file.casts.join('; ')}`)).toEqual([])
  })

  it('keeps every file under two hundred lines', () => {
    const long = files.filter((file) => file.lines > 200 && !/\.generated\.ts$|^db\/seed\//.test(file.path))
    expect(long.map((file) => `${file.path}: ${file.lines}`)).toEqual([])
  })

  it('makes an office’s id only where a request was found to speak for that office', () => {
    const makers = files.filter((file) => /OfficeId\.(parse|safeParse)/.test(readFileSync(file.path, 'utf8')))
    expect(makers.map((file) => file.path).sort()).toEqual([
      'db/queries/sent-locally.ts',
      'worker/features/booking/manage-token.ts',
      'worker/features/office/create-office.ts',
      'worker/features/office/demo/stage.ts',
      'worker/features/office/invitation-token.ts',
      'worker/http/image-pass.ts',
    ])
  })

  it('has nothing at the top level beyond the plan', () => {
    const planned =
      /^(worker|web|db|durable-objects|migrations|test|wrangler\.toml|package(-lock)?\.json|tsconfig(\.\w+)?\.json|README\.md|CHANGELOG\.md|LICENSE|biome\.json|[a-z]+\.config\.ts|\..*|node_modules|dist)$/
    expect(readdirSync('.').filter((entry) => !planned.test(entry))).toEqual([])
  })
})

const users = (packages: RegExp) => files.filter((file) => file.imports.some(({ from }) => packages.test(from)))
