import { expect, test } from 'vitest'
import { signposts } from './signposts.ts'

const chapter = `
Some words.

## Which unit {#scale}

<Figure name="geometry" />

<Challenge id="text" title="A">

\`\`\`ts run
print(1)
\`\`\`

</Challenge>

### What is kept {#selection}

<Figure name="text" set={{ lambda: 1 }} />

<Erratum id="1.9" figure="geometry">

\`\`\`ts run title="A cell" id=twins
\`\`\`

<Programs name="lasso-path" />

$$
w = 0
\\tag{1.12}
$$

<Derivation summary="Why">

Because.

</Derivation>

## Check {#check}

<Quiz id="check-scale">
`

test('each id is with the section that holds it, whatever it is an id of', () => {
  const ids = [
    'check-scale',
    'text',
    'challenge-text',
    'challenge-text-code',
    'scale',
    'twins',
    'program-lasso-path',
    'erratum-1-9',
    'eq-1-12',
    'selection-derivation-2',
  ]
  expect(signposts(chapter, ids)).toEqual([
    {
      id: 'scale',
      words: 'Which unit',
      ids: ['challenge-text', 'challenge-text-code', 'scale'],
    },
    {
      id: 'selection',
      words: 'What is kept',
      ids: [
        'text',
        'twins',
        'program-lasso-path',
        'erratum-1-9',
        'eq-1-12',
        'selection-derivation-2',
      ],
    },
    { id: 'check', words: 'Check', ids: ['check-scale'] },
  ])
})

test('an id that no section shows is with the first', () => {
  expect(signposts(chapter, ['elsewhere'])).toEqual([
    { id: 'scale', words: 'Which unit', ids: ['elsewhere'] },
  ])
})
