import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

export type Import = { from: string; isType: boolean; isLazy: boolean }
export type SourceFile = { path: string; lines: number; imports: Import[]; casts: string[] }

const ROOT = path.join(import.meta.dirname, '../..')
const FOLDERS = ['worker', 'web', 'db', 'durable-objects']

/** Every source file of the house, with what it imports (a path from the top level, or a package) and what it casts. */
export const sourceFiles = (): SourceFile[] => FOLDERS.flatMap((folder) => filesBelow(folder)).map(read)

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
}

function read(file: string): SourceFile {
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  const { program, module } = parseSync(file, text)
  const imports = module.staticImports.map((found) => ({
    from: resolved(file, found.moduleRequest.value),
    isType: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
    isLazy: false,
  }))
  const casts: string[] = []
  visit(program, (node) => {
    if (node.type === 'ImportExpression' && hasText(node.source))
      imports.push({ from: resolved(file, node.source.value), isType: false, isLazy: true })
    if (node.type === 'TSAsExpression' && !isConst(text.slice(node.start, node.end)))
      casts.push(text.slice(node.start, node.end))
  })
  return { path: file, lines: text.split('\n').length, imports, casts }
}

const resolved = (file: string, request: string) =>
  request.startsWith('.') ? path.join(path.dirname(file), request) : request

const isConst = (expression: string) => /\bas const$/.test(expression)
const hasText = (node: unknown): node is { value: string } =>
  typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'string'

type Node = { type: string; start: number; end: number; source?: unknown }
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

function visit(value: unknown, see: (node: Node) => void) {
  if (Array.isArray(value)) for (const each of value) visit(each, see)
  if (!isNode(value)) return
  see(value)
  for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) visit(child, see)
}
