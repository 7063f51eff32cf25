/** A library in which a program of the course is written besides `shrinkage`. */
export interface Library {
  /** Its file in the folder of a program. The output recorded from it has the same name with `.txt` added. */
  file: string
  /** The language, as the highlighter calls it. */
  language: 'python' | 'r'
  /** What runs a file, unless the environment variable names another: PYTHON, RSCRIPT. */
  interpreter: 'python3' | 'Rscript'
  /** Arguments with which the interpreter prints what is installed, in one line. */
  versions: readonly string[]
}

const python = { language: 'python', interpreter: 'python3' } as const

/** In the order of their tabs. */
export const libraries: Readonly<Record<string, Library>> = {
  'scikit-learn': {
    ...python,
    file: 'scikit-learn.py',
    versions: ['-c', pythonVersions('sklearn', 'scikit-learn')],
  },
  PyTorch: { ...python, file: 'pytorch.py', versions: ['-c', pythonVersions('torch', 'PyTorch')] },
  glmnet: {
    language: 'r',
    interpreter: 'Rscript',
    file: 'glmnet.R',
    versions: [
      '-e',
      'cat(sprintf("glmnet %s, R %s", packageDescription("glmnet")$Version, getRversion()))',
    ],
  },
}

function pythonVersions(module: string, name: string): string {
  return `import platform, pandas, ${module}; print("${name}", ${module}.__version__.split("+")[0] + ", Python", platform.python_version())`
}

/** What was recorded of a run. */
export interface Recording {
  /** What ran, such as `glmnet 4.1-6, R 4.2.2`. */
  versions: string
  output: string
}

/** A recording as a file: the versions, a blank line, the output. */
export const writeRecording = ({ versions, output }: Recording) =>
  `${versions}\n\n${output.trimEnd()}\n`

export function readRecording(text: string): Recording {
  const [versions, , ...lines] = text.trimEnd().split('\n')
  return { versions, output: lines.join('\n') }
}
