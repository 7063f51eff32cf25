import entries from '../../../content/data/claims.json'
import type { Text } from '../../figures/kit/figure.ts'

/** One claim of the source article, and where the course deals with it. */
export interface Claim {
  /** Such as '1.4': the article's section, and the place of the claim in it. */
  id: string
  /** Whether it is taught as it stands or mended. */
  verdict: 'as is' | 'fix'
  /** The chapter, and the id of the heading in it. */
  page: string
  section: string
  /** What the article says, in short. */
  says: Text
  /** The state of a figure of that chapter that shows it. */
  figure?: { name: string; state: Record<string, unknown> }
}

/** Every claim of the article, in its order. */
export const claims = entries as readonly Claim[]
