/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config'

export default getViteConfig({
  resolve: { tsconfigPaths: true },
  test: {
    // Tests compute; how fast is a matter for the benchmark.
    testTimeout: 120_000,
    // By default one core is left idle: on a machine with two that doubles the time.
    maxWorkers: '100%',
    include: ['src/**/*.test.ts', 'bench/**/*.test.ts'],
  },
})
