// The names are Anki's.
// cspell:ignore flds sfld csum odue odid revlog sched qfmt afmt tmpls bqfmt bafmt dconf ivl sortf did usn
/** The look of a card, light and in Anki's night mode. */
export const css = `.card {
  --ink: #1e1c19; --muted: #615b52; --rule: #dcd6ca; --link: #0c4fab;
  max-width: 40rem; margin: 0 auto; padding: 0.5rem;
  background: #fdfcf9; color: var(--ink); text-align: start;
  font: 1.1875rem/1.55 Newsreader, Charter, Georgia, 'Songti SC', 'Noto Serif CJK SC', serif;
}
.card.nightMode, .nightMode .card {
  --ink: #ebe7df; --muted: #aaa59b; --rule: #363a41; --link: #8cb8ff;
  background: #15171b;
}
.question { font-size: 1.375rem; line-height: 1.35; }
hr { border: 0; border-top: 1px solid var(--rule); margin: 1rem 0; }
.breath { font-size: 1.25rem; }
details { margin-top: 1rem; }
summary { color: var(--muted); cursor: pointer; }
code { font-size: 0.85em; }
a { color: var(--link); }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid var(--rule); padding: 0.2rem 0.8rem 0.2rem 0; text-align: start; }
.page { margin-top: 1.25rem; font-size: 0.9rem; }
`

/**
 * The sides of a card.
 *
 * @param words `strong`, `weak` and `page`: what leads to the parts of the back
 */
export function templates({ strong, weak, page }: Readonly<Record<string, string>>): {
  qfmt: string
  afmt: string
} {
  const folded = (name: string, field: string) =>
    `{{#${field}}}<details><summary>${name}</summary>{{${field}}}</details>{{/${field}}}`
  return {
    qfmt: '<div class="question">{{Question}}</div>',
    afmt: [
      '{{FrontSide}}<hr id="answer">',
      '<div class="breath">{{Breath}}</div>',
      folded(strong, 'Strong'),
      folded(weak, 'Weak'),
      `<p class="page"><a href="{{Address}}">${page}</a></p>`,
    ].join('\n'),
  }
}
