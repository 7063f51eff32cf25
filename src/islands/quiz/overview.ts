import { answeredQuestions, onProgress } from '../challenge/progress.ts'
import { languageOf } from '../shared/languageOf.ts'
import { answeredText, strings } from './strings.ts'

/** `<quiz-overview>`: marks the answered ones in a list of questions, and counts them. */
export class QuizOverview extends HTMLElement {
  #stopListening = () => {}

  connectedCallback() {
    this.#stopListening = onProgress(() => this.#mark())
    this.#mark()
  }

  disconnectedCallback() {
    this.#stopListening()
  }

  #mark() {
    const language = languageOf(this)
    const known = answeredQuestions()
    const links = [...this.querySelectorAll<HTMLElement>('[data-quiz]')]
    const answers = links.map(({ dataset }) => known.get(dataset.quiz!))
    links.forEach((link, i) => {
      const isRight = answers[i]
      link.classList.toggle('right', isRight === true)
      link.classList.toggle('wrong', isRight === false)
      const state = isRight === undefined ? 'open' : isRight ? 'wasRight' : 'wasWrong'
      link.querySelector('[data-mark]')!.textContent = strings[state][language]
    })
    const given = answers.filter((isRight) => isRight !== undefined)
    this.querySelector('[data-count]')!.textContent = answeredText(language, {
      total: links.length,
      answered: given.length,
      right: given.filter(Boolean).length,
    })
  }
}

if (!customElements.get('quiz-overview')) customElements.define('quiz-overview', QuizOverview)
