/**
 * Trains the built-in classifier and writes its weights: `node worker/features/assistant/training/train.ts`.
 * With `--report` it also prints the figures of the README, as a Markdown table.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { INTENTS } from '../rules/intents.ts'
import { loadModel, type StoredModel } from '../rules/linear-model.ts'
import { buildModel, halves, reportOn } from './build-model.ts'
import { judge } from './calibrate.ts'
import { readExamples } from './examples.ts'
import { figuresOf } from './figures.ts'

const WRITTEN_TO = path.join(import.meta.dirname, '../rules/model.generated.ts')
const KB = 1024

const asPercent = (share: number) => `${(share * 100).toFixed(1)} %`

/** The module that ships: the weights and what belongs to them, as data. */
const moduleOf = (model: StoredModel) =>
  [
    '// Written by worker/features/assistant/training/train.ts; do not edit.',
    "import type { StoredModel } from './linear-model.ts'",
    '',
    `export const STORED_MODEL: StoredModel = ${JSON.stringify(model, null, 2)}`,
    '',
  ].join('\n')

function summaryTable(stored: StoredModel, bytes: number): string[] {
  const figures = reportOn(loadModel(stored))
  return [
    `| held-out messages, unseen by training and calibration (${figures.messages}) | |`,
    '|---|---|',
    `| accuracy | ${asPercent(figures.accuracy)} |`,
    `| macro-F1 | ${figures.macroF1.toFixed(3)} |`,
    `| precision at confidence 0.85 or more | ${asPercent(figures.precisionAtGate)} |`,
    `| coverage at confidence 0.85 or more | ${asPercent(figures.coverageAtGate)} |`,
    `| calibration error (ECE, 15 bins) | ${figures.calibrationError.toFixed(3)} |`,
    `| label set holds the true intent | ${asPercent(figures.labelSetCoverage)}, ${figures.meanLabelSet.toFixed(2)} labels |`,
    `| out-of-scope messages held back | ${asPercent(figures.outOfScopeHeldBack)} |`,
    `| weights, gzipped | ${(bytes / KB).toFixed(0)} KB |`,
  ]
}

function intentTable(stored: StoredModel): string[] {
  const { reporting } = halves(readExamples('held-out'))
  const judged = judge(loadModel(stored), reporting)
  const taught = readExamples('sentences')
  const rows = INTENTS.map((intent, label) => {
    const { precision, recall, f1 } = figuresOf(judged, label)
    const examples = taught.filter((example) => example.intent === intent).length
    return `| ${intent} | ${examples} | ${asPercent(precision)} | ${asPercent(recall)} | ${f1.toFixed(2)} |`
  })
  return ['| intent | taught by | precision | recall | F1 |', '|---|---|---|---|---|', ...rows]
}

const stored = buildModel()
const source = moduleOf(stored)
writeFileSync(WRITTEN_TO, source)
console.log(`Wrote model ${stored.version}.`)
if (process.argv.includes('--report')) {
  console.log(['', ...summaryTable(stored, gzipSync(source).length), '', ...intentTable(stored)].join('\n'))
}
