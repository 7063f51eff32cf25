import entries from '../../../content/data/claims.json'
import type { Text } from '../../figures/kit/figure.ts'

/** One claim of the source article, and the place where the course discusses it. */
export interface Claim {
  /** Such as '1.4': the article's section, and the position of the claim in it. */
  id: string
  /** Whether the course teaches it as it stands or corrects it. */
  verdict: 'as is' | 'fix'
  /** The chapter, and the id of the heading in it. */
  page: string
  section: string
  /** The claim in short. */
  says: Text
  /** The state of a figure in that chapter that demonstrates it. */
  figure?: { name: string; state: Record<string, unknown> }
}

/** Every claim of the article, in order. */
export const claims = entries as readonly Claim[]
