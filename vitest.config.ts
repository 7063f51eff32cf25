/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config'

/** Tests of functions of numbers, but for those that may load the fast kernels, which the others would then run with. */
const computing = [
  'src/{solver,figures}/**/!(readme|examples|refusals|wasmKernels).test.ts',
  'bench/**/*.test.ts',
]

export default getViteConfig({
  resolve: { tsconfigPaths: true },
  test: {
    // Tests compute; how fast is a matter for the benchmark.
    testTimeout: 120_000,
    // By default one core is left idle: on a machine with two that doubles the time.
    maxWorkers: '100%',
    projects: [
      // They leave nothing behind, so that their files can share the modules that are loaded.
      { extends: true, test: { name: 'computing', include: computing, isolate: false } },
      { extends: true, test: { name: 'site', include: ['src/**/*.test.ts'], exclude: computing } },
    ],
  },
})
