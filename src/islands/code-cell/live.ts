import type { Language } from '../../figures/kit/figure.ts'
import { copyText } from '../shared/copyText.ts'
import { languageOf } from '../shared/languageOf.ts'
import { save } from '../shared/save.ts'
import { PLAYGROUND, addressWithCode, addressWithoutCode } from './link.ts'
import { programFile } from './file.ts'
import { Notice, type NoticeName } from './notice.ts'
import { Origin } from './startingProgram.ts'
import { OutputView } from './outputs/view.ts'
import { reveal } from './reveal.ts'
import type { Output, Outcome, Program, Run } from './run/types.ts'
import { ShareError, decodeCode, encodeCode } from './share.ts'
import { Source } from './codeField.ts'
import { Status } from './status.ts'
import { strings } from './strings.ts'

/** How a cell tells that its program has ended, to whoever listens to the event `cell-ended`. */
export interface CellEnded {
  outcome: Outcome
  /** The checks that the program came to, in order. */
  checks: readonly Extract<Output, { kind: 'check' }>[]
}

/** A cell of the page, brought to life: its code, what runs it, and what it shows. */
export class LiveCell {
  /** Tables of the reader's own that its program may import. */
  tables: Program['tables']
  readonly #root: HTMLElement
  readonly #language: Language
  readonly #source: Source
  readonly #origin: Origin
  readonly #notice: Notice
  readonly #output: OutputView
  readonly #status: Status
  #run: Run | 'starting' | undefined
  #link: Exclude<NoticeName, 'earlierState'> | undefined

  /** Takes over the markup of a `Cell`. `data-setup`, `data-checks` and `data-limit` (ms) belong to its program. */
  constructor(root: HTMLElement) {
    this.#root = root
    this.#language = languageOf(root)
    this.#status = new Status(root, this.#language)
    this.#source = new Source(root.querySelector('[data-source]')!, {
      label:
        root.querySelector('[data-title]')?.textContent?.trim() ?? strings.code[this.#language],
      language: this.#language,
      onChange: () => {
        const isOriginal = this.#source.code === this.#origin.program
        if (!this.#run) this.#status.show(isOriginal ? 'editable' : 'edited')
        this.#showNotice()
      },
      onRun: () => void this.run(),
    })
    this.#origin = new Origin(this.#source.code)
    this.#notice = new Notice(root.querySelector('[data-notice]')!, this.#language)
    this.#output = new OutputView(root.querySelector('[data-output]')!, this.#language, (place) =>
      this.#source.goTo(place),
    )
  }

  get code(): string {
    return this.#source.code
  }

  get #parts(): string[] {
    return [this.#root.dataset.setup ?? '', this.code].filter(Boolean)
  }

  /** Loads what runs need, so that the first one starts at once, and without the network. */
  async prepare(): Promise<void> {
    const { prepareRuns } = await import('./run/runner.ts')
    await Promise.all([prepareRuns(), this.#source.color()])
    this.#root.toggleAttribute('data-ready', true)
  }

  /** Tells how the code is edited by keyboard, and loads the editor meanwhile. */
  offerEditor(): void {
    this.#status.show('enterToEdit')
    this.#source.prepare()
  }

  /** Does what one of the cell's buttons says. */
  act(button: HTMLButtonElement): void {
    this.#source.prepare()
    const actions: Record<string, () => unknown> = {
      run: () => (this.#run ? this.#status.stoppable && this.stop() : this.run()),
      reset: () => this.reset(),
      take: () => this.#take(),
      'copy-link': () => this.#copyLink(button),
      'copy-code': () => this.#copy(button, this.code, 'copyCode', 'codeCopied'),
      download: () => this.#download(),
      playground: () => this.#openInPlayground(),
    }
    actions[button.dataset.action!]?.()
  }

  /** Opens the editor, with the cursor where the code was clicked. */
  async edit(event?: MouseEvent): Promise<void> {
    await this.#orTell(this.#source.enter(event))
  }

  /** Shows other code, which the reader may run or undo. */
  async replace(code: string): Promise<void> {
    await this.#orTell(this.#source.replace(code))
    this.#source.showError(undefined)
  }

  /**
   * Takes the program of a figure's present state. The code follows it, unless the reader has changed it: then the cell
   * offers it.
   */
  startFrom(program: string): void {
    const { code } = this
    if (this.#origin.move(program, code) && code !== program) {
      this.#source.follow(program)
      if (!this.#run) this.#status.show('followed')
    }
    this.#showNotice()
  }

  /** Shows another program to start from, whatever is there: a reset brings it back from now on. */
  async start(program: string): Promise<void> {
    this.#origin.move(program, this.code)
    await this.reset()
    if (this.#run) return
    this.#output.outdate()
    this.#status.show('editable')
  }

  async reset(): Promise<void> {
    this.#origin.restart()
    await this.replace(this.#origin.program)
    this.#showNotice({ link: undefined })
    history.replaceState(history.state, '', addressWithoutCode(location.href, this.#root.id))
  }

  /** Runs the code as it stands. A link never comes here: only the reader does. */
  async run(): Promise<void> {
    if (this.#run) return
    this.#run = 'starting'
    this.#showNotice({ link: undefined })
    this.#status.waiting('loading')
    const work = import('./run/runner.ts').then(({ runProgram }) => this.#follow(runProgram))
    await this.#orTell(work).finally(() => (this.#run = undefined))
  }

  stop(): void {
    if (typeof this.#run === 'object') this.#run.stop()
  }

  /** Shows the code of a link, marked as such. It does not run. */
  async openLink(text: string): Promise<void> {
    await reveal(this.#root)
    try {
      await this.replace(await decodeCode(text))
      // The link holds the figure's state too, which a figure that is not awake has not told yet.
      this.#origin.restart(!this.#root.closest('course-figure:not([data-live])'))
      this.#showNotice({ link: 'fromLink' })
    } catch (error) {
      if (!(error instanceof ShareError)) throw error
      this.#showNotice({ link: 'damagedLink' })
    }
    this.#root.scrollIntoView()
  }

  async #follow(runProgram: typeof import('./run/runner.ts').runProgram): Promise<void> {
    const { setup, checks, limit } = this.#root.dataset
    const timeLimit = Number(limit)
    const found: CellEnded['checks'][number][] = []
    this.#status.waiting('waiting')
    this.#source.showError(undefined)
    this.#output.begin()
    const run = runProgram(
      { setup, code: this.code, checks, tables: this.tables, timeLimit },
      {
        onStart: () => this.#status.running(timeLimit),
        onOutput: (output) => {
          this.#output.add(output)
          if (output.kind === 'check') found.push(output)
        },
      },
    )
    this.#run = run
    const outcome = await run.ended
    this.#output.end(outcome.failure)
    this.#status.ended(outcome)
    const { line, column, message } = outcome.failure ?? {}
    if (line && message) this.#source.showError({ line, column, message })
    const detail: CellEnded = { outcome, checks: found }
    this.#root.dispatchEvent(new CustomEvent('cell-ended', { detail, bubbles: true }))
  }

  /** Takes the program that the notice offers; its button is gone then, and the keyboard goes on at the next. */
  async #take(): Promise<void> {
    await this.reset()
    this.#status.show('followed')
    this.#root.querySelector<HTMLElement>('[data-action="run"]')!.focus()
  }

  async #copyLink(button: HTMLButtonElement): Promise<void> {
    const address = await this.#addressWith(this.code, location.href, this.#root.id)
    if (address) await this.#copy(button, address, 'copyLink', 'linkCopied')
  }

  async #openInPlayground(): Promise<void> {
    const { playground } = this.#root.dataset
    const address = await this.#addressWith(this.#parts.join('\n'), playground!, PLAYGROUND)
    if (address) location.assign(address)
  }

  /** The address of a page with code for a cell of it; undefined, and told, if the code is too long for one. */
  async #addressWith(code: string, page: string, id: string): Promise<string | undefined> {
    try {
      return addressWithCode(new URL(page, location.href).href, id, await encodeCode(code))
    } catch (error) {
      if (!(error instanceof ShareError)) throw error
      this.#status.show('tooLarge')
      return undefined
    }
  }

  #copy(
    button: HTMLButtonElement,
    text: string,
    name: 'copyLink' | 'copyCode',
    done: 'linkCopied' | 'codeCopied',
  ): Promise<void> {
    const words = { name: strings[name][this.#language], done: strings[done][this.#language] }
    return copyText(text, button.querySelector('[data-label]')!, words)
  }

  #download(): void {
    const { origin, pathname, search } = location
    const text = programFile(this.#parts, `${origin}${pathname}${search}#${this.#root.id}`)
    save(new Blob([text], { type: 'text/typescript' }), `${this.#root.id}.ts`)
  }

  /** Says so if a part of the page that is needed now cannot be loaded. */
  async #orTell(work: Promise<void>): Promise<void> {
    try {
      await work
    } catch (error) {
      this.#status.broke()
      throw error
    }
  }

  #showNotice({ link } = { link: this.#link }): void {
    this.#link = link
    const isBehind = this.#origin.isBehind(this.code)
    this.#notice.show(link ?? (isBehind ? 'earlierState' : undefined))
  }
}
