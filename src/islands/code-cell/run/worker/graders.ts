/* Brings the graders of coding tasks into the worker of such a task, as a script of its own. */
import { judge } from '../../../challenge/graders/index.ts'

Object.assign(globalThis, { $graders: { judge } })
