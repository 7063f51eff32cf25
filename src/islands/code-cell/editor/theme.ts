import { HighlightStyle } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { codeColor } from '../../../styles/codeTheme.ts'
import { parts } from './highlight.ts'

/** The measures of code.css, so that the editor covers the block that it replaces line by line. */
export const theme = EditorView.theme({
  '&': {
    backgroundColor: 'var(--dc-code-background)',
    color: 'var(--dc-code-ink)',
    fontSize: 'var(--dc-code-size)',
    height: 'var(--dc-code-height)',
  },
  '&.cm-focused': { outline: 'none' },
  // In front of the gutter, which stays in place while lines scroll below it.
  '&.cm-focused::after': {
    content: '""',
    position: 'absolute',
    inset: '0',
    zIndex: '300',
    outline: '2px solid var(--dc-ink)',
    outlineOffset: '-2px',
    pointerEvents: 'none',
  },
  '.cm-scroller': {
    background: 'var(--dc-code-shadow)',
    fontFamily: 'var(--dc-font-mono)',
    fontVariantLigatures: 'none',
    lineHeight: 'var(--dc-code-leading)',
    // Scrolling to the end of a line does not become a step back in the browser's history.
    overscrollBehaviorX: 'contain',
  },
  '.cm-content': { padding: 'var(--dc-code-pad-block) 0', caretColor: 'var(--dc-ink)' },
  // A sliver of the gap belongs to the line, so that the cursor at its beginning is seen whole.
  '.cm-line': { padding: '0 var(--dc-code-gap) 0 2px' },
  '.cm-content ::selection': { backgroundColor: 'var(--dc-rule)' },
  '.cm-gutters': {
    border: 'none',
    backgroundColor: 'var(--dc-code-background)',
    color: 'var(--dc-muted)',
  },
  '.cm-lineNumbers .cm-gutterElement': {
    boxSizing: 'border-box',
    width: 'calc(var(--dc-code-gutter) + var(--dc-code-gap) - 2px)',
    minWidth: '0',
    padding: '0 calc(var(--dc-code-gap) - 2px) 0 0',
  },
  '&.cm-focused .cm-matchingBracket': {
    outline: '1px solid var(--dc-control)',
    background: 'none',
  },
  '&.cm-focused .cm-nonmatchingBracket': {
    outline: '1px dashed var(--dc-control)',
    background: 'none',
  },

  '.cm-wrong': {
    textDecoration: 'underline wavy var(--dc-ink) 1px',
    textUnderlineOffset: '0.25em',
  },
  '.cm-wrong-message': {
    position: 'sticky',
    insetInlineStart: 'calc(var(--dc-code-gutter) + var(--dc-code-gap))',
    boxSizing: 'border-box',
    width: 'fit-content',
    borderInlineStart: '2px solid var(--dc-ink)',
    paddingInlineStart: 'var(--dc-space-2)',
    fontFamily: 'var(--dc-font-ui)',
    fontSize: 'var(--dc-small)',
    fontWeight: '600',
    lineHeight: '1.5',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

/** The colours of `codeTheme` and the weight of keywords, for Lezer's tags. */
export const highlightStyle = HighlightStyle.define(
  parts.map(({ part, tag }) => ({
    tag,
    color: codeColor(part),
    ...(part === 'keyword' && { fontWeight: '600' }),
  })),
)
