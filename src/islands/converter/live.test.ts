// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://localhost/base/en/convert/" }
import { beforeEach, expect, test } from 'vitest'
import { rows } from './conventions.ts'
import { LiveConverter } from './live.ts'

/** What the component writes, as far as the converter looks for it. */
const page = `<section lang="en"><penalty-converter>
<select name="from">${rows.map(({ id }) => `<option value="${id}">`).join('')}</select>
${'<label data-number><span data-label></span><input><span data-wrong></span></label>'.repeat(2)}
${['n', 'deviation', 'noise'].map((name) => `<input name="${name}"><span data-wrong="${name}"></span>`).join('')}
${['squared', 'logistic'].map((loss) => `<input type="radio" name="loss" value="${loss}">`).join('')}
${['no', 'yes'].map((value) => `<input type="radio" name="standardized" value="${value}">`).join('')}
<button data-do="reset"></button><p data-warning></p>
${rows.map(({ id }) => `<div data-group><div data-row="${id}"><code data-code></code><span data-says></span></div></div>`).join('')}
</penalty-converter></section>`

const find = <T extends Element>(selector: string) => document.querySelector<T>(selector)!
const code = (id: string) => find(`[data-row="${id}"] [data-code]`).textContent
const enter = (selector: string, value: string) => {
  const field = find<HTMLInputElement>(selector)
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

beforeEach(() => {
  document.body.innerHTML = page
})

function open(query: string) {
  history.replaceState(null, '', query || location.pathname)
  new LiveConverter(find<HTMLElement>('penalty-converter'))
}

test('the state of the address is in the form and in the rows', () => {
  open('?from=glmnet&lambda=0.3&alpha=1&n=200')
  expect(find<HTMLSelectElement>('select').value).toBe('glmnet')
  expect(find<HTMLInputElement>('[name="lambda"]').value).toBe('0.3')
  expect(code('sklearn-lasso')).toBe('Lasso(alpha=0.3)')
  expect(find('[data-warning]').textContent).toContain('standardizes the features first')
  expect(find<HTMLElement>('[data-row="sklearn-logistic"]').hidden).toBe(true)
  expect(find('[data-row="sklearn-ridge"] [data-says]').textContent).toBe('has no L1 part')
})

test('what is entered is read in all rows, and kept in the address', () => {
  open('')
  enter('[name="alpha"]', '10')
  enter('[name="n"]', '100')
  expect(code('shrinkage')).toBe('ridge(X, y, 0.1)')
  expect(location.search).toBe('?from=sklearn-ridge&alpha=10&n=100')
  find<HTMLElement>('[data-do="reset"]').click()
  expect(find<HTMLInputElement>('[name="n"]').value).toBe('50')
})

test('another convention takes over the model where it can write it', () => {
  open('')
  enter('select', 'torch-sgd')
  expect(find<HTMLInputElement>('[name="weight_decay"]').value).toBe('0.2')
  expect(code('sklearn-ridge')).toBe('Ridge(alpha=5)')
  expect(find<HTMLElement>('[data-number]:nth-of-type(2)').hidden).toBe(true)
  // A logistic model has no counterpart here: it starts anew, beside its own loss.
  enter('select', 'sklearn-logistic')
  expect(find<HTMLInputElement>('[name="loss"][value="squared"]').disabled).toBe(true)
  expect(code('sklearn-logistic-before-1.8')).toBe('LogisticRegression(C=1, penalty="l2")')
})

test('a number that does not fit is told beneath its field, and the rows stay', () => {
  open('')
  enter('[name="alpha"]', '-1')
  expect(find('[data-wrong="alpha"]').textContent).toBe(
    'alpha is -1; expected a number that is not below 0.',
  )
  expect(find('[name="alpha"]').getAttribute('aria-invalid')).toBe('true')
  expect(code('shrinkage')).toBe('ridge(X, y, 0.1)')
  enter('[name="alpha"]', '1')
  expect(find('[data-wrong="alpha"]').textContent).toBe('')
  expect(code('shrinkage')).toBe('ridge(X, y, 0.02)')
})
