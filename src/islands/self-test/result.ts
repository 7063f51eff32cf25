import type { Language } from '../../figures/kit/types.ts'
import { RATINGS, type Rating } from '../progress/ladder.ts'
import { resultText } from './strings.ts'

/**
 * Writes how a round went: the rating of each question at the question, how many there are of each, and the same by topic.
 *
 * @param root the `<self-test>`
 * @param ratings the rating of each question of the round, by id
 * @param time how long the round took, if it was against the clock
 */
export function writeResult(
  root: HTMLElement,
  language: Language,
  ratings: ReadonlyMap<string, Rating>,
  time?: string,
): void {
  const items = [...root.querySelectorAll<HTMLElement>('[data-question]')]
  for (const { dataset } of items) {
    const rating = ratings.get(dataset.question!)
    if (rating) dataset.rated = rating
    else delete dataset.rated
  }
  const count = (rating: Rating, topic?: string) =>
    items.filter(({ dataset }) => dataset.rated === rating && (!topic || dataset.topic === topic))
      .length
  const counts = Object.fromEntries(RATINGS.map((rating) => [rating, count(rating)]))
  const sum = root.querySelector('[data-sum]')!
  sum.textContent = resultText(language, counts as Record<Rating, number>, time)
  for (const row of root.querySelectorAll<HTMLElement>('tr[data-topic]')) {
    const cells = [...row.querySelectorAll<HTMLElement>('[data-of]')]
    const numbers = cells.map(({ dataset }) => count(dataset.of as Rating, row.dataset.topic))
    cells.forEach((cell, k) => (cell.textContent = String(numbers[k])))
    row.hidden = numbers.every((number) => number === 0)
  }
}
