/** A library other than `shrinkage` for which the course has programs. */
export interface Library {
  /** Its file in the folder of a program. Its recorded output has the same name plus `.txt`. */
  file: string
  /** Name of the language for the highlighter. */
  language: 'python' | 'r'
  /** The interpreter, unless the environment variable PYTHON or RSCRIPT names another. */
  interpreter: 'python3' | 'Rscript'
  /** Arguments that make the interpreter print the installed versions, in one line. */
  versions: readonly string[]
}

const python = { language: 'python', interpreter: 'python3' } as const

/** The libraries, in the order of their tabs. */
export const libraries: Readonly<Record<string, Library>> = {
  'scikit-learn': {
    ...python,
    file: 'scikit-learn.py',
    versions: ['-c', pythonVersions('sklearn', 'scikit-learn')],
  },
  // Not numpy.py: its own import would find that.
  NumPy: { ...python, file: 'python.py', versions: ['-c', pythonVersions('numpy', 'NumPy')] },
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

/** The record of a run. */
export interface Recording {
  /** Versions, such as `glmnet 4.1-6, R 4.2.2`. */
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
