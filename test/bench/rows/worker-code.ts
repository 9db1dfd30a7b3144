import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseSync } from 'vite'
import { type Figure, kilobytes, verdictOn } from '../figure.ts'
import type { Product } from '../product.ts'

const LIMIT_BYTES = 1_000_000
/** Smaller lazy parts are not worth a line. */
const NAMED_FROM_BYTES = 10_000

/** How much code the Worker loads before it can answer: the entry and whatever that imports statically, to the end. */
export async function workerCode({ worker }: Product): Promise<Figure[]> {
  const atStart = reachedFrom(path.join(worker, 'index.js'))
  const lazy = readdirSync(path.join(worker, 'assets'))
    .map((name) => path.join(worker, 'assets', name))
    .filter((file) => /\.(js|wasm)$/.test(file) && !atStart.has(file))
    .map((file) => ({ name: path.basename(file), bytes: gzippedBytes(file) }))
    .toSorted((a, b) => b.bytes - a.bytes)
  const bytes = [...atStart].reduce((sum, file) => sum + gzippedBytes(file), 0)
  const named = lazy
    .filter((each) => each.bytes >= NAMED_FROM_BYTES)
    .map((each) => `${each.name} ${kilobytes(each.bytes)}`)
  return [
    {
      what: 'Worker code loaded at start, gzipped',
      ours: kilobytes(bytes),
      baseline: '0 KB (an empty Worker)',
      ratio: null,
      limit: kilobytes(LIMIT_BYTES),
      verdict: verdictOn(bytes, LIMIT_BYTES, null),
      notes: [`${atStart.size} files at start. Loaded when first needed: ${named.join(', ')}.`],
    },
  ]
}

function reachedFrom(entry: string): Set<string> {
  const reached = new Set([entry])
  // A set hands out what is added while it is walked.
  for (const file of reached)
    for (const { moduleRequest } of parseSync(file, readFileSync(file, 'utf8')).module.staticImports)
      if (moduleRequest.value.startsWith('.')) reached.add(path.join(path.dirname(file), moduleRequest.value))
  return reached
}

const gzippedBytes = (file: string) => gzipSync(readFileSync(file)).length
