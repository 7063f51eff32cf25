import type { Language, Parameter, ValueOf } from '../../../figures/kit/figure.ts'

/** What the control of a parameter is given. */
export interface ControlProps<P extends Parameter> {
  id: string
  /** That of the parameter. */
  name: string
  parameter: P
  value: ValueOf<P>
  label: string
  language: Language
  disabled: boolean
}
