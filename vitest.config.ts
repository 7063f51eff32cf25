/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config'

const computing = ['src/{solver,figures}/**/*.test.ts', 'bench/**/*.test.ts']

export default getViteConfig({
  resolve: { tsconfigPaths: true },
  test: {
    // Tests compute; how fast is a matter for the benchmark.
    testTimeout: 120_000,
    // By default one core is left idle: on a machine with two that doubles the time.
    maxWorkers: '100%',
    projects: [
      // Functions of numbers leave nothing behind: their files share the modules that are loaded.
      { extends: true, test: { name: 'computing', include: computing, isolate: false } },
      { extends: true, test: { name: 'site', include: ['src/**/*.test.ts'], exclude: computing } },
    ],
  },
})
