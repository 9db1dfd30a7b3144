import { describe, expect, it } from 'vitest'
import type { ModelQuestion } from '../../worker/features/assistant/models.ts'
import { type WorkersAiRun, workersAiModels } from '../../worker/providers/workers-ai.ts'

const QUESTION: ModelQuestion = {
  subject: 'Leak',
  text: 'Water is dripping under the sink.',
  from: 'Bo <bo@example.com>',
  sentAt: '2026-03-02T09:00:00Z',
  timeZone: 'Europe/Berlin',
  officeHash: 'hash',
}
const READING = { intent: 'customer_question', language: 'en', summary: [], entities: [] }
const USAGE = { inputTokens: 900, cachedTokens: 0, outputTokens: 40 }
const usage = { prompt_tokens: 900, completion_tokens: 40, total_tokens: 940 }

const asked = (run: WorkersAiRun, timeoutMs = 10_000) =>
  workersAiModels({ ai: { run }, model: '@cf/some/model', timeoutMs }).read(QUESTION)

describe('Workers AI', () => {
  it.each([
    ['an object', { response: READING, usage }],
    ['text', { response: JSON.stringify(READING), usage }],
    ['fenced text', { response: `\`\`\`json\n${JSON.stringify(READING)}\n\`\`\``, usage }],
    [
      'a chat completion',
      { choices: [{ message: { content: JSON.stringify(READING) }, finish_reason: 'stop' }], usage },
    ],
  ])('reads an answer that is %s', async (_, answer) => {
    expect(await asked(async () => answer)).toEqual({ ok: true, reading: READING, usage: USAGE, requestId: null })
  })

  it.each([
    ['a key nobody asked for', { response: { ...READING, recipients: ['a@b.c'] }, usage }],
    ['an invented intent', { response: { ...READING, intent: 'wire_money' }, usage }],
    ['prose', { response: 'Sure! The intent is spam.', usage }],
    ['nothing', { usage }],
  ])('believes nothing when the answer holds %s, and keeps the usage', async (_, answer) => {
    expect(await asked(async () => answer)).toEqual({ ok: false, why: 'invalid', usage: USAGE, requestId: null })
  })

  it.each([null, 'text', 7, [], { response: null, usage: 'free' }])('never throws when it gets %j', async (answer) => {
    expect(await asked(async () => answer)).toMatchObject({ ok: false, why: 'invalid' })
  })

  it('says so when the answer ran out of tokens', async () => {
    const answer = { choices: [{ message: { content: '{"intent":' }, finish_reason: 'length' }], usage }
    expect(await asked(async () => answer)).toMatchObject({ ok: false, why: 'truncated', usage: USAGE })
  })

  it.each([
    ['3040: Capacity temporarily exceeded, please try again.', 'rate_limited'],
    ['3036: you have used up your daily free allocation of 10,000 neurons', 'auth'],
    ['5007: No such model @cf/some/model or task', 'auth'],
    ['3007: Request timeout', 'timeout'],
    ['Network connection lost.', 'network'],
  ])('takes "%s" for %s', async (message, why) => {
    expect(await asked(() => Promise.reject(new Error(message)))).toMatchObject({ ok: false, why })
  })

  it('gives up in time on a binding that never answers, even if it ignores the signal', async () => {
    expect(await asked(() => new Promise(() => {}), 50)).toMatchObject({ ok: false, why: 'timeout' })
  })
})
