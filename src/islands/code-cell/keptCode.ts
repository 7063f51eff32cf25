import { keepOnDevice, keptData } from '../shared/deviceStorage.ts'

/** Key of the browser's storage for code that the reader has changed. The number is the version of the format. */
export const KEPT_CODE = 'course-code-1'

/** More changed programs than a reader returns to; the oldest is dropped. */
const MOST = 60

/** Delay after which a change is kept, so that not every key writes, in ms. */
const DELAY = 300

/**
 * The reader's version of a cell's program, kept on this device: one for each program that the cell starts from, so that
 * a new edition of the chapter begins with its own.
 */
export class KeptCode {
  readonly #id: string
  #timer = 0
  #save = () => {}

  /** @param id the cell's id on its page */
  constructor(id: string) {
    this.#id = id
    addEventListener('pagehide', () => this.#flush())
  }

  /** The reader's version of a program. */
  read(program: string): string | undefined {
    const code = entries()[this.#keyOf(program)]
    return typeof code === 'string' ? code : undefined
  }

  /** Keeps the reader's version of a program, or forgets it where it is the program itself. */
  write(program: string, code: string): void {
    clearTimeout(this.#timer)
    this.#save = () => save(this.#keyOf(program), code === program ? undefined : code)
    this.#timer = window.setTimeout(() => this.#flush(), DELAY)
  }

  #flush() {
    clearTimeout(this.#timer)
    this.#save()
    this.#save = () => {}
  }

  #keyOf(program: string): string {
    return `${this.#id} ${fingerprint(program)}`
  }
}

function save(key: string, code: string | undefined) {
  const kept = Object.entries(entries())
    .filter(([other]) => other !== key)
    .slice(1 - MOST)
  const all = Object.fromEntries(code === undefined ? kept : [...kept, [key, code]])
  keepOnDevice(KEPT_CODE, JSON.stringify(all))
}

const entries = () => ({ ...(keptData(KEPT_CODE) as Record<string, unknown> | undefined) })

/** A short name of a text: FNV-1a in 32 bits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
