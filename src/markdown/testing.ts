import { componentsIn } from './componentsIn.ts'
import { courseMarkdown } from './processor.ts'

/** The options that Astro passes to every renderer. */
export const shared = { syntaxHighlight: false as const, shikiConfig: {} }

/** Compiles a page of the site to JavaScript, as the build does. */
export async function compilePage(
  source: string,
  path = 'content/docs/en/page.mdx',
): Promise<string> {
  const processor = await courseMarkdown({ components: componentsIn('chapter') })
    .createMdxRenderer!(shared, {
    optimize: true,
    srcDir: new URL(import.meta.url),
    sourcemap: false,
  })
  return (await processor.process(source, path, {})).code
}

/** The properties of each use of a component on a compiled page, in order. */
export function propertiesOf(code: string, component: string): Record<string, string>[] {
  const calls = code.matchAll(new RegExp(`_jsx\\(${component}, (\\{.*?\\n\\s*\\})\\)`, 'gs'))
  return [...calls].map(([, properties]) => Function(`return (${properties})`)())
}

/** A fenced block. */
export function fence(meta: string, code = 'print(1)'): string {
  return `\`\`\`${meta}\n${code}\n\`\`\`\n`
}
