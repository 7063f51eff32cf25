import type { Figure, Language, Panel } from '../../figures/kit/figure.ts'
import { leadingPanel } from '../../figures/kit/parts.ts'
import { loadOnce } from '../shared/loadOnce.ts'
import type { Drawn } from './draw.ts'

/** The panels of a figure. The renderer is loaded when something first has to be redrawn. */
export class Picture {
  readonly #root: HTMLElement
  readonly #panels: readonly Panel<unknown>[]
  readonly #language: Language
  readonly #drawn = new Map<string, Drawn>()
  #draw: typeof import('./draw.ts') | undefined
  /** The model of the built page. */
  readonly #built: unknown
  #latest: unknown
  /** Whether all of the latest model is to be drawn, with what is deferred. */
  #isWhole = true

  constructor(root: HTMLElement, figure: Figure, language: Language, model: unknown) {
    this.#root = root
    this.#panels = figure.panels
    this.#language = language
    this.#built = this.#latest = model
    for (const hint of ['pointerover', 'focusin', 'touchstart']) {
      root.addEventListener(hint, () => this.#prepare(), { once: true, passive: true })
    }
  }

  /** Resolves once the renderer is loaded and the latest model is drawn. */
  readonly ready = loadOnce(async () => {
    const draw = await import('./draw.ts')
    this.#draw = draw
    for (const panel of this.#panels) {
      this.#drawn.set(panel.name, draw.drawnAtBuild(panel, this.#built))
    }
    for (const panel of this.#panels) this.#drawPanel(panel, !this.#isWhole)
  })

  /** Without a connection the picture is unchanged until the next change or the return of the connection. */
  #prepare() {
    this.ready().catch(() => {})
  }

  /** Marks the panel that tells most of a state, which comes first where there is room for one. */
  lead(model: unknown) {
    const { name } = leadingPanel(this.#panels, model, this.#built)
    for (const stage of this.#root.querySelectorAll<HTMLElement>('[data-panel]')) {
      const panel = stage.closest('.figure-panel')!
      panel.toggleAttribute('data-lead', stage.dataset.panel === name)
    }
  }

  /** Takes a model, of which the panels are drawn one by one. */
  take(model: unknown) {
    this.#latest = model
    this.#isWhole = false
    if (!this.#draw) this.#prepare()
  }

  /** For each panel what draws it, without what is deferred. */
  get moves(): (() => void)[] {
    return this.#panels.map((panel) => () => this.#drawPanel(panel, true))
  }

  /** For each panel what draws all of it. */
  get completions(): (() => void)[] {
    return this.#panels.map((panel) => () => {
      this.#isWhole = true
      this.#drawPanel(panel, false)
    })
  }

  /** @param hold whether to leave deferred layers unchanged */
  #drawPanel(panel: Panel<unknown>, hold: boolean) {
    if (!this.#draw || (hold && panel.deferred)) return
    const svg = this.#root.querySelector<SVGSVGElement>(`[data-panel="${panel.name}"] > svg`)
    if (!svg) return
    const before = this.#drawn.get(panel.name)
    const drawn = this.#draw.drawPanel(svg, panel, this.#latest, this.#language, before, hold)
    this.#drawn.set(panel.name, drawn)
  }
}
