import { defineConfig } from 'vitest/config'

const inNode = (name: string, include: string[], conditions: string[] = []) => ({
  ssr: { resolve: { conditions: [...conditions, 'node', 'import', 'module', 'default'] } },
  test: { name, include, testTimeout: 30_000, hookTimeout: 60_000 },
})

export default defineConfig({
  test: {
    projects: [inNode('rules', ['test/rules/**/*.test.ts']), inNode('providers', ['test/providers/**/*.test.ts'])],
  },
})
