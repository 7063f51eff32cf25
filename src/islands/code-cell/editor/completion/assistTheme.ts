import { EditorView } from '@codemirror/view'

/** What opens beside the cursor or the pointer, in the colours of the site. */
export const assistTheme = EditorView.theme({
  '.cm-tooltip': {
    border: '1px solid var(--dc-rule)',
    borderRadius: 'var(--dc-radius-m)',
    backgroundColor: 'var(--dc-surface)',
    boxShadow: '0 0.25rem 1rem rgb(0 0 0 / 0.12)',
    color: 'var(--dc-ink)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--dc-font-mono)',
    fontSize: 'var(--dc-code-size)',
    maxWidth: 'min(28rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'baseline',
    padding: '0.15rem var(--dc-space-2)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--dc-ink)',
    color: 'var(--dc-surface)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': {
    fontFamily: 'var(--dc-font-ui)',
    fontSize: '0.75rem',
    fontStyle: 'normal',
    marginInlineStart: 'auto',
    paddingInlineStart: 'var(--dc-space-4)',
    opacity: '0.75',
  },
  '.cm-tooltip.cm-completionInfo': {
    padding: '0',
    width: 'max-content',
    maxWidth: 'min(24rem, 90vw)',
  },
  '.cm-documentation': {
    maxWidth: 'min(32rem, 90vw)',
    maxHeight: '16rem',
    overflowY: 'auto',
    padding: 'var(--dc-space-2) var(--dc-space-3)',
    fontFamily: 'var(--dc-font-ui)',
    fontSize: 'var(--dc-small)',
    lineHeight: '1.45',
  },
  '.cm-documentation code': {
    display: 'block',
    fontFamily: 'var(--dc-font-mono)',
    fontSize: '0.8125rem',
    overflowWrap: 'anywhere',
  },
  '.cm-documentation p': { margin: 'var(--dc-space-2) 0 0' },
  '.cm-documentation p + p': { color: 'var(--dc-muted)' },
})
