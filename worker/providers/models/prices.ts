import type { Models, ModelUsage } from '../../features/assistant/models.ts'

/** Dollars per million tokens, which is micro-dollars per token. */
type Price = { input: number; cached: number; output: number }

const price = (input: number, cached: number, output: number): Price => ({ input, cached, output })

/**
 * The vendors' list prices of November 2026, standard tier, prompts below 100,000 tokens.
 * A name stands for its dated versions too.
 */
const PRICES: Record<Models['provider'], Record<string, Price>> = {
  openai: {
    'gpt-6-astra': price(10, 1, 50),
    'gpt-6-sol': price(2, 0.2, 10),
    'gpt-6-luna': price(0.1, 0.01, 0.5),
    'gpt-5.6-sol': price(5, 0.5, 30),
    'gpt-5.6-terra': price(2, 0.2, 12),
    'gpt-5.6-luna': price(0.2, 0.02, 1.2),
    'gpt-5.5': price(5, 0.5, 30),
    'gpt-5.4': price(2.5, 0.25, 15),
    'gpt-5.4-mini': price(0.75, 0.075, 4.5),
    'gpt-5.4-nano': price(0.2, 0.02, 1.25),
  },
  anthropic: {
    'claude-fable-5-1': price(10, 0.25, 50),
    'claude-opus-5-5': price(4, 0.2, 20),
    'claude-opus-5': price(5, 0.5, 25),
    'claude-sonnet-5-5': price(2, 0.1, 10),
    'claude-sonnet-5': price(2, 0.2, 10),
    'claude-sonnet-4-6': price(3, 0.3, 15),
    'claude-haiku-5-5': price(0.1, 0.01, 0.5),
    'claude-haiku-4-5': price(1, 0.1, 5),
  },
  'workers-ai': {
    '@cf/meta/llama-3.3-70b-instruct-fp8-fast': price(0.293, 0.293, 2.253),
    '@cf/meta/llama-3.1-8b-instruct-fp8-fast': price(0.045, 0.045, 0.384),
    '@cf/deepseek-ai/deepseek-r1-distill-qwen-32b': price(0.497, 0.497, 4.881),
  },
}

/**
 * What a call cost, in whole micro-dollars, rounded up. A model that is not listed
 * counts as the vendor's dearest, so that a monthly limit errs on the safe side.
 */
export function costOf(provider: Models['provider'], model: string, usage: ModelUsage): number {
  const { input, cached, output } = priceOf(PRICES[provider], model)
  const fresh = Math.max(usage.inputTokens - usage.cachedTokens, 0)
  const microDollars = fresh * input + usage.cachedTokens * cached + usage.outputTokens * output
  return Math.ceil(Number(microDollars.toFixed(6)))
}

function priceOf(prices: Record<string, Price>, model: string): Price {
  const name = model.replace(/-(?:\d{4}-\d{2}-\d{2}|\d{8})$/, '')
  if (Object.hasOwn(prices, name) && prices[name]) return prices[name]
  const all = Object.values(prices)
  return {
    input: Math.max(...all.map((one) => one.input)),
    cached: Math.max(...all.map((one) => one.cached)),
    output: Math.max(...all.map((one) => one.output)),
  }
}
