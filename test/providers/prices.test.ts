import { describe, expect, it } from 'vitest'
import { costOf } from '../../worker/providers/models/prices.ts'

const MILLION = { inputTokens: 1_000_000, cachedTokens: 0, outputTokens: 1_000_000 }

describe('what a call cost', () => {
  it('counts cached tokens at their own price, once', () => {
    const usage = { inputTokens: 2000, cachedTokens: 1000, outputTokens: 100 }
    expect(costOf('anthropic', 'claude-sonnet-4-6', usage)).toBe(1000 * 3 + 1000 * 0.3 + 100 * 15)
  })

  it('knows dated versions of a model by its name', () => {
    expect(costOf('openai', 'gpt-5.4-mini-2026-03-17', MILLION)).toBe(5_250_000)
    expect(costOf('anthropic', 'claude-haiku-4-5-20251001', MILLION)).toBe(6_000_000)
  })

  it('takes an unknown model for the dearest, so that a limit holds', () => {
    for (const model of ['gpt-9', 'toString', '__proto__', ''])
      expect(costOf('openai', model, MILLION)).toBe(60_000_000)
  })

  it('is a whole number, rounded up, and nothing for nothing', () => {
    const one = { inputTokens: 1, cachedTokens: 0, outputTokens: 0 }
    expect(costOf('workers-ai', '@cf/meta/llama-3.1-8b-instruct-fp8-fast', one)).toBe(1)
    expect(costOf('openai', 'gpt-6-luna', { inputTokens: 0, cachedTokens: 0, outputTokens: 0 })).toBe(0)
  })
})
