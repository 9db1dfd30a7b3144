import type { ChildProcess, SpawnOptions } from 'node:child_process'

type Tool = 'wrangler' | 'vite' | 'vitest' | 'biome' | 'tsc'

export const ROOT: string
export function run(
  tool: Tool,
  args: string[],
  how: { otherwise: string; quiet?: boolean; env?: Record<string, string> },
): void
export function start(tool: Tool, args: string[], options?: SpawnOptions): ChildProcess
export function untilAnswers(address: string, withinMs: number): Promise<boolean>
