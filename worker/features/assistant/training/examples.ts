import { readFileSync } from 'node:fs'
import path from 'node:path'
import { INTENTS, type Intent } from '../rules/intents.ts'

/** One written message: what it says, what it wants, whose trade it is for and in which manner it is written. */
export type Example = { text: string; subject: string; trade: string; style: string; intent: Intent }

/** `sentences` teaches; `held-out` was written apart, in another voice, and is never learnt from. */
export type ExampleSet = 'sentences' | 'held-out'

const OUT_OF_SCOPE = 'out-of-scope'

function stringIn(line: object, key: string): string {
  const value = Object.entries(line).find(([name]) => name === key)?.[1]
  return typeof value === 'string' ? value : ''
}

function exampleOf(line: string, intent: Intent): Example {
  const parsed: unknown = JSON.parse(line)
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`Not an example: ${line}`)
  const [text, subject] = [stringIn(parsed, 'text'), stringIn(parsed, 'subject')]
  return { text, subject, trade: stringIn(parsed, 'trade'), style: stringIn(parsed, 'style'), intent }
}

const linesOf = (set: ExampleSet, name: string) =>
  readFileSync(path.join(import.meta.dirname, set, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)

/** Every example of a set, by intent and then in the order in which they were written. */
export const readExamples = (set: ExampleSet): Example[] =>
  INTENTS.flatMap((intent) => linesOf(set, intent).map((line) => exampleOf(line, intent)))

/** Messages that no office gets or that fit no intent: the analyser should not act on any of them. */
export const readOutOfScope = (): Example[] => linesOf('held-out', OUT_OF_SCOPE).map((line) => exampleOf(line, 'other'))
