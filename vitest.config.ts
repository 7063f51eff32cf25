/// <reference types="vitest/config" />
import { globSync, readFileSync } from 'node:fs'
import { getViteConfig } from 'astro/config'

/** Tests that set what belongs to a browser, or load the fast kernels, with which others would then run. */
const isolated = globSync('{bench,src}/**/*.test.ts').filter(
  (file) =>
    /@vitest-environment|stubGlobal|globalThis|vi\.mock/.test(readFileSync(file, 'utf8')) ||
    /(examples|readme|refusals|wasmKernels)\.test\.ts$/.test(file),
)

export default getViteConfig({
  resolve: { tsconfigPaths: true },
  test: {
    // Tests compute; how fast is a matter for the benchmark.
    testTimeout: 120_000,
    // By default one core is left idle: on a machine with two that doubles the time.
    maxWorkers: '100%',
    // A thread starts sooner than a process.
    pool: 'threads',
    projects: [
      // The others leave nothing behind, so that their files can share the modules that are loaded.
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['{bench,src}/**/*.test.ts'],
          exclude: isolated,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'isolated', include: isolated } },
    ],
  },
})
