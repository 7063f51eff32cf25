import { expect, test } from 'vitest'
import { typeFaults } from './typeFaults.ts'

const COMPILER = `src/figures/path/index.ts(18,3): error TS2322: Type '{ readonly lambda: { readonly kind: "number"; }; }' is not assignable to type 'Parameters'.
  Property 'lambda' is incompatible with index signature.
    Property 'zh' is missing in type '{ readonly en: "Curvature"; }' but required in type 'Text'.
src/figures/path/path.test.ts(7,38): error TS2345: Argument of type 'boolean' is not assignable to parameter of type 'number'.
src/figures/path/model.ts(7,38): error TS2344: Type '{ readonly lambda: { readonly kind: "number"; }; }' does not satisfy the constraint.
src/figures/path/parameters.ts(23,5): error TS2741: Property 'zh' is missing in type '{ readonly en: "Curvature"; }' but required in type 'Text'.
src/figures/map/index.ts(22,15): error TS2820: Type '"lamda"' is not assignable to type 'Name<{ readonly lambda: { readonly kind: "number"; }; }>'. Did you mean '"lambda"'?
`

test('what the compiler says of figures is short, and begins where it began', () => {
  expect(typeFaults(COMPILER).split('\n')).toEqual([
    "src/figures/path/parameters.ts:23: Property 'zh' is missing in type '{…}' but required in type 'Text' (types)",
    "src/figures/path/model.ts:7: Type '{…}' does not satisfy the constraint (types)",
    "src/figures/path/index.ts:18: Property 'zh' is missing in type '{…}' but required in type 'Text' (types)",
    '  and 1 more in src/figures/path, which may follow from these',
    `src/figures/map/index.ts:22: Type '"lamda"' is not assignable to type 'Name<{…}>'. Did you mean '"lambda"'? (types)`,
    '',
    'npm run check:figures shows them in full.',
  ])
})

test('it says nothing where there is no fault, and all where the compiler did not start', () => {
  expect(typeFaults('')).toBe('')
  expect(typeFaults('tsc could not be started: ENOENT\n')).toBe('tsc could not be started: ENOENT')
})
