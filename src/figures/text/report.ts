import type { Readout, Table, Text } from '../kit/figure.ts'
import { grouped, percent, readout, scientific } from '../kit/format.ts'
import type { Solution, StoredPath, TextModel } from './model.ts'

const passages = ([pride, emma]: number[]) => pride + emma

/** Accuracy of a model without features on the test passages: it always predicts the longer novel. */
export const alwaysEmma = ({ test }: StoredPath) => test[1] / passages(test)

export function readouts({ stored, now, ridge }: TextModel): Readout[] {
  return [
    readout('features', 'Features in all', '特征总数', grouped(stored.features)),
    readout('kept', 'Kept', '留下', String(now.kept.length)),
    readout('test', 'Right on test passages', '测试正确率', percent(now.testAccuracy)),
    readout('train', 'Right on training passages', '训练正确率', percent(now.trainAccuracy)),
    readout(
      'ridge',
      'Ridge, right on test passages',
      '岭回归测试正确率',
      percent(ridge.testAccuracy),
    ),
    readout(
      'gap',
      'Largest duality gap',
      '最大的对偶间隙',
      scientific(Math.max(now.gap, ridge.gap)),
    ),
  ]
}

export function describe(model: TextModel): Text {
  const [lasso, ridge] = [lassoText(model), ridgeText(model)]
  return { en: `${lasso.en} ${ridge.en}`, zh: `${lasso.zh}${ridge.zh}` }
}

const ridgeText = ({ ridge }: TextModel): Text => ({
  en: `Ridge at this λ keeps all ${grouped(ridge.kept)} and is right on ${percent(ridge.testAccuracy)}.`,
  zh: `同一个 λ 下，岭回归保留全部 ${grouped(ridge.kept)} 个特征，正确率是 ${percent(ridge.testAccuracy)}。`,
})

function lassoText({ stored, now }: TextModel): Text {
  const { lambda, kept, testAccuracy, trainAccuracy } = now
  const [all, tested] = [grouped(stored.features), passages(stored.test)]
  const [test, train] = [percent(testAccuracy), percent(trainAccuracy)]
  if (kept.length === 0) {
    return {
      en: `At λ = ${lambda} none of ${all} words and pairs of words is kept: the model always says Emma and is right on ${test} of the ${tested} test passages.`,
      zh: `λ = ${lambda} 时，${all} 个词与词对一个也没有留下：模型总是猜《爱玛》，在 ${tested} 段测试文字上的正确率是 ${test}。`,
    }
  }
  const are = kept.length === 1 ? 'is' : 'are'
  const signs = strongestSigns(now)
  return {
    en: `At λ = ${lambda}, ${kept.length} of ${all} words and pairs of words ${are} kept. They name the right novel for ${test} of the ${tested} test passages, and for ${train} of those trained on. ${signs.en}`,
    zh: `λ = ${lambda} 时，${all} 个词与词对中留下了 ${kept.length} 个。凭它们，${tested} 段测试文字的正确率是 ${test}，训练文字是 ${train}。${signs.zh}`,
  }
}

/** The strongest term on each side, if any. */
function strongestSigns({ kept }: Solution): Text {
  const [first, last] = [kept[0], kept[kept.length - 1]]
  const signs: Text[] = []
  if (first.weight > 0) {
    signs.push({ en: `for Emma is “${first.term}”`, zh: `《爱玛》是“${first.term}”` })
  }
  if (last.weight < 0) {
    signs.push({
      en: `for Pride and Prejudice is “${last.term}”`,
      zh: `《傲慢与偏见》是“${last.term}”`,
    })
  }
  return {
    en: `The strongest sign ${signs.map(({ en }) => en).join(', that ')}.`,
    zh: `最有力的线索：${signs.map(({ zh }) => zh).join('，')}。`,
  }
}

/** All selected terms, including the weak ones. */
export function table({ now }: TextModel): Table {
  return {
    columns: [
      { en: 'Word or pair of words', zh: '词或词对' },
      { en: 'Weight, positive for Emma', zh: '权重，正的偏向《爱玛》' },
    ],
    rows: now.kept.map(({ term, weight }) => [term, weight]),
  }
}

export function numbers({ stored, now, ridge }: TextModel) {
  const { lambda, kept, trainAccuracy, testAccuracy, gap } = now
  return {
    lambda,
    features: stored.features,
    passages: [passages(stored.train), passages(stored.test)],
    kept: kept.length,
    weights: kept.map(({ weight }) => weight),
    accuracy: [trainAccuracy, testAccuracy],
    ridge: [ridge.trainAccuracy, ridge.testAccuracy],
    gap,
  }
}
