/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config'

/** Tests that set what belongs to a browser, or load the fast kernels, with which others would then run. */
const isolated = [
  'src/{components/{chapter/playground,starlight},islands}/**/*.test.ts',
  'src/solver/**/{examples,readme,refusals,wasmKernels}.test.ts',
]

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
