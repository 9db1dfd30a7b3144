import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'

const printed = (TZ: string): { offset: number; answers: unknown[][] } =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'print-slots.ts')],
      {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      },
    ),
  )

it('free times are the same whatever zone the process is in', () => {
  const [utc, ...others] = ['UTC', 'America/Los_Angeles', 'Asia/Kathmandu', 'Australia/Lord_Howe'].map(printed)
  expect(utc!.answers.flat().length).toBeGreaterThan(200)
  for (const other of others) {
    expect(other.offset).not.toBe(utc!.offset)
    expect(other.answers).toEqual(utc!.answers)
  }
})
