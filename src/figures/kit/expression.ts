/*
 * The small language of what the text claims of numbers: 'free.testError > 5 * ridge.testError and zeros(w) = 1'.
 *
 * Comparisons chain; `and`, `or` and `not` join them. A number may end in %. Names may have a part and an index; `[a, b]`
 * is a list.
 */

type State = Record<string, unknown>

/** What the text claims of the numbers of a figure. */
export interface Claim {
  /** Name of the figure. */
  figure: string
  /** The state that names without a part refer to, and from which the others start. */
  state?: State
  /** More states, by the name that the expression calls them. */
  at?: Readonly<Record<string, State>>
  /** The claim, such as `free.testError > testError`. */
  that: string
  /** How many draws of the data the claim is about, with the seeds from 1 on. Default: the one of the state. */
  draws?: number
  /** The share of these draws in which it is true, at least and at most. Default: in all of them. */
  share?: readonly [number, number]
}

type Item = number | boolean | readonly number[]

/** The numbers that a name such as `w` or `free.w` stands for; throws where there are none. */
export type Lookup = (name: string) => number | readonly number[]

const TOKEN = /\s*(?:(\d+(?:\.\d+)?%?)|([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)|(<=|>=|[-<>=+*/(),[\]]))/y

const FUNCTIONS: Readonly<Record<string, (...lists: (readonly number[])[]) => number>> = {
  /** Size of a number, or the sum of sizes of several. */
  abs: (...lists) => lists.flat().reduce((sum, value) => sum + Math.abs(value), 0),
  min: (...lists) => Math.min(...lists.flat()),
  max: (...lists) => Math.max(...lists.flat()),
  count: (...lists) => lists.flat().length,
  zeros: (...lists) => lists.flat().filter((value) => value === 0).length,
  /** Rounded to some decimals, as the text prints it. */
  round: ([value], [digits] = [0]) => Math.round(value * 10 ** digits) / 10 ** digits,
}

/**
 * Whether a claim is true of some numbers.
 *
 * @param claim the expression; its value has to be true or false
 * @param lookup gives the numbers that it names
 * @throws {Error} If it cannot be read, or does not say anything true or false.
 */
export function isTrue(claim: string, lookup: Lookup): boolean {
  const value = new Reader(claim, lookup).read()
  if (typeof value !== 'boolean') throw new Error(`“${claim}” is a number; expected a comparison.`)
  return value
}

/**
 * The number or the numbers that an expression stands for, such as `w` or `alone[0]`.
 *
 * @param expression one that is not a comparison
 * @param lookup gives the numbers that it names
 * @throws {Error} If it cannot be read, or is a comparison.
 */
export function valueOf(expression: string, lookup: Lookup): number | readonly number[] {
  const value = new Reader(expression, lookup).read()
  if (typeof value === 'boolean')
    throw new Error(`“${expression}” is a comparison; expected a number, or several.`)
  return value
}

/** Reads an expression and works it out on the way. */
class Reader {
  readonly #claim: string
  readonly #lookup: Lookup
  readonly #tokens: string[]
  #at = 0

  constructor(claim: string, lookup: Lookup) {
    this.#claim = claim
    this.#lookup = lookup
    this.#tokens = tokensOf(claim)
  }

  read(): Item {
    const value = this.#either()
    if (this.#next !== undefined) this.#fail(`“${this.#next}” comes where it should end`)
    return value
  }

  get #next(): string | undefined {
    return this.#tokens[this.#at]
  }

  #takes(...tokens: string[]): string | undefined {
    return tokens.includes(this.#next ?? '') ? this.#tokens[this.#at++] : undefined
  }

  #expect(token: string): void {
    if (!this.#takes(token)) this.#fail(`expected “${token}” before “${this.#next ?? 'the end'}”`)
  }

  #either(): Item {
    let value = this.#both()
    while (this.#takes('or')) {
      const other = this.#both()
      value = this.#truth(value) || this.#truth(other)
    }
    return value
  }

  #both(): Item {
    let value = this.#negated()
    while (this.#takes('and')) {
      const other = this.#negated()
      value = this.#truth(value) && this.#truth(other)
    }
    return value
  }

  #negated(): Item {
    return this.#takes('not') ? !this.#truth(this.#negated()) : this.#comparison()
  }

  #comparison(): Item {
    const first = this.#sum()
    let [left, holds, operator] = [first, true, this.#takes('<', '<=', '>', '>=', '=')]
    if (!operator) return first
    for (; operator; operator = this.#takes('<', '<=', '>', '>=', '=')) {
      const right = this.#sum()
      holds &&= compare(operator, this.#number(left), this.#number(right))
      left = right
    }
    return holds
  }

  #sum(): Item {
    let value = this.#product()
    for (let sign = this.#takes('+', '-'); sign; sign = this.#takes('+', '-')) {
      const [a, b] = [this.#number(value), this.#number(this.#product())]
      value = sign === '+' ? a + b : a - b
    }
    return value
  }

  #product(): Item {
    let value = this.#atom()
    for (let sign = this.#takes('*', '/'); sign; sign = this.#takes('*', '/')) {
      const [a, b] = [this.#number(value), this.#number(this.#atom())]
      value = sign === '*' ? a * b : a / b
    }
    return value
  }

  #atom(): Item {
    if (this.#takes('-')) return -this.#number(this.#atom())
    if (this.#takes('(')) {
      const value = this.#either()
      this.#expect(')')
      return value
    }
    if (this.#takes('[')) return this.#list()
    const token = this.#tokens[this.#at++]
    if (token === undefined) return this.#fail('it breaks off')
    if (/^\d/.test(token)) return token.endsWith('%') ? parseFloat(token) / 100 : Number(token)
    if (!/^[A-Za-z]/.test(token)) return this.#fail(`a number or a name should stand at “${token}”`)
    return this.#next === '(' ? this.#call(token) : this.#named(token)
  }

  #call(name: string): number {
    if (!Object.hasOwn(FUNCTIONS, name))
      this.#fail(
        `there is no function “${name}”; expected one of ${Object.keys(FUNCTIONS).join(', ')}`,
      )
    this.#expect('(')
    const lists: number[][] = []
    do {
      const value = this.#either()
      if (typeof value === 'boolean') this.#fail(`${name} takes numbers`)
      lists.push([value].flat() as number[])
    } while (this.#takes(','))
    this.#expect(')')
    return FUNCTIONS[name](...lists)
  }

  /** The numbers up to a closing bracket. */
  #list(): number[] {
    const numbers: number[] = []
    do numbers.push(this.#number(this.#either()))
    while (this.#takes(','))
    this.#expect(']')
    return numbers
  }

  #named(name: string): Item {
    const value = this.#lookup(name)
    if (!this.#takes('[')) return value
    const index = this.#number(this.#either())
    this.#expect(']')
    const found = [value].flat()[index]
    return found ?? this.#fail(`“${name}” has no index ${index}`)
  }

  #number(value: Item): number {
    return typeof value === 'number' ? value : this.#fail('a list or a truth stands for a number')
  }

  #truth(value: Item): boolean {
    return typeof value === 'boolean' ? value : this.#fail('a number stands for a comparison')
  }

  #fail(reason: string): never {
    throw new Error(`“${this.#claim}” cannot be read: ${reason}.`)
  }
}

function tokensOf(claim: string): string[] {
  const tokens: string[] = []
  const text = claim.trimEnd()
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex
    const found = TOKEN.exec(text)
    if (!found) throw new Error(`“${claim}” cannot be read at “${text.slice(from)}”.`)
    tokens.push(found[0].trim())
  }
  return tokens
}

function compare(operator: string, a: number, b: number): boolean {
  switch (operator) {
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
    default:
      return a === b
  }
}
