import type { Language } from '../../figures/kit/figure.ts'
import { languageOf } from '../shared/languageOf.ts'
import { copyCode, copyLink, download, openInPlayground, type Taken } from './actions.ts'
import { CodeField } from './codeField.ts'
import { KeptCode } from './keptCode.ts'
import { addressWithoutCode, PLAYGROUND } from './link.ts'
import { Notice, type NoticeName } from './notice.ts'
import type { Check } from './outputs/check.ts'
import { OutputView } from './outputs/view.ts'
import type { Outcome, Program, Run } from './run/types.ts'
import { ShareError, decodeCode } from './share.ts'
import { StartingProgram } from './startingProgram.ts'
import { Status } from './status.ts'
import { strings } from './strings.ts'

/** The detail of the event `cell-ended`, by which a cell reports that its program has ended. */
export interface CellEnded {
  outcome: Outcome
  /** The checks that the program came to, in order. */
  checks: readonly Check[]
}

/** A cell of the page, brought to life: its code, its runs, and what they show. */
export class LiveCell {
  /** Tables of the reader's own that its program may import. */
  tables: Program['tables']
  readonly #root: HTMLElement
  readonly #language: Language
  readonly #field: CodeField
  readonly #start: StartingProgram
  readonly #notice: Notice
  readonly #output: OutputView
  readonly #status: Status
  #run: Run | 'starting' | undefined
  #origin: Exclude<NoticeName, 'earlierState'> | undefined
  /** The reader's version that is kept; none in the playground, which keeps its own. */
  readonly #kept: KeptCode | undefined
  /** Whether what is changed is kept: not what came by a link, where the reader has another version. */
  #keeps = true
  /** Whether the version that was kept had its chance to show. */
  #isRestored = false

  /** Takes over the markup of a `Cell`. `data-setup`, `data-checks` and `data-limit` (ms) belong to its program. */
  constructor(root: HTMLElement) {
    this.#root = root
    this.#language = languageOf(root)
    this.#status = new Status(root, this.#language)
    this.#field = new CodeField(root.querySelector('[data-source]')!, {
      label:
        root.querySelector('[data-title]')?.textContent?.trim() ?? strings.code[this.#language],
      language: this.#language,
      onChange: () => {
        const isOriginal = this.#field.code === this.#start.text
        if (!this.#run) this.#status.show(isOriginal ? 'editable' : 'edited')
        if (this.#keeps) this.#kept?.write(this.#start.text, this.#field.code)
        this.#showNotice()
      },
      onTooLong: () => this.#status.show('tooLong'),
      onRun: () => void this.run(),
    })
    this.#start = new StartingProgram(this.#field.code)
    this.#notice = new Notice(root.querySelector('[data-notice]')!, this.#language)
    this.#output = new OutputView(root.querySelector('[data-output]')!, this.#language, (place) =>
      this.#field.goTo(place),
    )
    this.#kept = root.id === PLAYGROUND ? undefined : new KeptCode(root.id)
    // A figure that is not awake has not told yet from which program its cell starts.
    if (!root.closest('course-figure:not([data-live])')) this.#restore()
  }

  get code(): string {
    return this.#field.code
  }

  get #taken(): Taken {
    return { root: this.#root, code: this.code, language: this.#language }
  }

  /** Loads what runs need, so that the first one starts at once, and without the network. */
  async prepare(): Promise<void> {
    const { prepareRuns } = await import('./run/runner.ts')
    await prepareRuns()
    this.#root.toggleAttribute('data-ready', true)
  }

  /** Tells how the code is edited by keyboard, and loads the editor meanwhile. */
  offerEditor(): void {
    this.#status.show('enterToEdit')
    this.#field.prepare()
  }

  /** Does what one of the cell's buttons says. */
  act(button: HTMLButtonElement): void {
    this.#field.prepare()
    const actions: Record<string, () => unknown> = {
      run: () => (this.#run ? this.#status.stoppable && this.stop() : this.run()),
      reset: () => this.reset(),
      take: () => this.#take(),
      'copy-link': () => this.#unlessTooLong(copyLink(this.#taken, button)),
      'copy-code': () => copyCode(this.#taken, button),
      download: () => download(this.#taken),
      playground: () => this.#unlessTooLong(openInPlayground(this.#taken)),
    }
    actions[button.dataset.action!]?.()
  }

  /** Opens the editor, with the cursor where the code was clicked. */
  async edit(event?: MouseEvent): Promise<void> {
    await this.#orTell(this.#field.enter(event))
  }

  /** Shows other code, which the reader may run or undo. */
  async replace(code: string): Promise<void> {
    await this.#orTell(this.#field.replace(code))
    this.#field.showError(undefined)
  }

  /**
   * Takes the program of a figure's present state. The code follows it, unless the reader has changed it: then the cell
   * offers it.
   */
  startFrom(program: string): void {
    const { code } = this
    if (this.#start.move(program, code) && code !== program) {
      this.#field.follow(program)
      if (!this.#run) this.#status.show('followed')
    }
    this.#showNotice()
    this.#restore()
  }

  /** Shows another program to start from, whatever is there: a reset brings it back from now on. */
  async start(program: string): Promise<void> {
    this.#start.move(program, this.code)
    await this.reset()
    if (this.#run) return
    this.#output.outdate()
    this.#status.show('editable')
  }

  async reset(): Promise<void> {
    this.#start.restart()
    this.#keeps = true
    this.#kept?.write(this.#start.text, this.#start.text)
    await this.replace(this.#start.text)
    this.#showNotice({ origin: undefined })
    history.replaceState(history.state, '', addressWithoutCode(location.href, this.#root.id))
  }

  /** Runs the code as it stands. A link never comes here: only the reader does. */
  async run(): Promise<void> {
    if (this.#run) return
    this.#run = 'starting'
    if (this.#origin !== 'ownVersion') this.#showNotice({ origin: undefined })
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
    this.#isRestored = true
    this.#keeps = false
    try {
      await this.replace(await decodeCode(text))
      // The link holds the figure's state too, which a figure that is not awake has not told yet.
      this.#start.restart(!this.#root.closest('course-figure:not([data-live])'))
      this.#showNotice({ origin: 'fromLink' })
    } catch (error) {
      if (!(error instanceof ShareError)) throw error
      await this.replace(this.#start.text)
      this.#showNotice({ origin: 'damagedLink' })
    }
    this.#keeps = this.#kept?.read(this.#start.text) === undefined
    this.#root.scrollIntoView()
  }

  async #follow(runProgram: typeof import('./run/runner.ts').runProgram): Promise<void> {
    const { setup, checks, limit } = this.#root.dataset
    const timeLimit = Number(limit)
    const found: Check[] = []
    this.#status.waiting('waiting')
    this.#field.showError(undefined)
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
    await this.#output.end(outcome.failure)
    this.#status.ended(outcome)
    const { line, column, message } = outcome.failure ?? {}
    if (line && column && message) this.#field.showError({ line, column, message })
    const detail: CellEnded = { outcome, checks: found }
    this.#root.dispatchEvent(new CustomEvent('cell-ended', { detail, bubbles: true }))
  }

  /** Shows the version that the reader made on an earlier visit. */
  #restore(): void {
    if (this.#isRestored) return
    this.#isRestored = true
    const code = this.#kept?.read(this.#start.text)
    if (code === undefined || this.code !== this.#start.text) return
    this.#field.follow(code)
    this.#status.show('edited')
    this.#showNotice({ origin: 'ownVersion' })
  }

  /** Takes the program that the notice offers; its button is gone then, and the keyboard goes on at the next. */
  async #take(): Promise<void> {
    const isOwn = this.#origin === 'ownVersion'
    await this.reset()
    this.#status.show(isOwn ? 'editable' : 'followed')
    this.#root.querySelector<HTMLElement>('[data-action="run"]')!.focus()
  }

  /** Says so if the code is too long for a link. */
  async #unlessTooLong(work: Promise<void>): Promise<void> {
    try {
      await work
    } catch (error) {
      if (!(error instanceof ShareError)) throw error
      this.#status.show('tooLarge')
    }
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

  #showNotice({ origin } = { origin: this.#origin }): void {
    this.#origin = origin
    const isBehind = this.#start.isBehind(this.code)
    this.#notice.show(origin ?? (isBehind ? 'earlierState' : undefined))
  }
}

/** Brings an element into view that may lie in a folded part of the page, or behind another tab. */
async function reveal(element: HTMLElement): Promise<void> {
  element.closest('details')?.toggleAttribute('open', true)
  const panel = element.closest('[role="tabpanel"][hidden]')
  if (panel) {
    await customElements.whenDefined('starlight-tabs') // before that, a tab is a link
    document.getElementById(panel.getAttribute('aria-labelledby') ?? '')?.click()
  }
  element.scrollIntoView()
}
