import type { Language, Parameter, ValueOf } from '../../../figures/kit/figure.ts'

/** The properties of every parameter's control. */
export interface ControlProps<P extends Parameter> {
  id: string
  /** Name of the parameter. */
  name: string
  parameter: P
  value: ValueOf<P>
  label: string
  language: Language
  disabled: boolean
}
