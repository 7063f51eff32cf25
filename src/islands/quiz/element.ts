import { answeredQuestions, forgetAnswer, markAnswered, onProgress } from '../challenge/progress.ts'
import { languageOf } from '../shared/languageOf.ts'
import { strings } from './strings.ts'

/**
 * `<course-quiz>`: a question for self-assessment. The option that the reader opens first is the answer, which the
 * device keeps; the others can then be opened to read them.
 */
export class CourseQuiz extends HTMLElement {
  #stopListening = () => {}

  connectedCallback() {
    this.addEventListener('click', this.#onClick)
    this.#stopListening = onProgress(() => this.#mark())
    this.#mark()
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#onClick)
    this.#stopListening()
  }

  /** A click, by the keyboard too. What opens an option otherwise, such as printing or a search, answers nothing. */
  readonly #onClick = ({ target }: MouseEvent) => {
    const part = target as Element
    const option = part.closest('summary')?.closest<HTMLDetailsElement>('[data-option]')
    const id = this.dataset.quiz!
    if (part.closest('[data-action="again"]')) this.#again()
    else if (option && !option.open && !answeredQuestions().has(id))
      markAnswered(id, option.dataset.option === 'right')
  }

  #again() {
    for (const option of this.querySelectorAll<HTMLDetailsElement>('[data-option]'))
      option.open = false
    forgetAnswer(this.dataset.quiz!)
    this.querySelector('summary')!.focus()
  }

  #mark() {
    const isRight = answeredQuestions().get(this.dataset.quiz!)
    const mark = this.querySelector('[data-mark]')!
    this.toggleAttribute('data-answered', isRight !== undefined)
    mark.classList.toggle('right', isRight === true)
    mark.classList.toggle('wrong', isRight === false)
    if (isRight !== undefined)
      mark.textContent = strings[isRight ? 'wasRight' : 'wasWrong'][languageOf(this)]
  }
}

if (!customElements.get('course-quiz')) customElements.define('course-quiz', CourseQuiz)
