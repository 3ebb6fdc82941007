import { CheckOutlined } from '@ant-design/icons'
import { useIsPhone } from '../theme/use-media.ts'
import { useWords } from '../theme/ui-context.ts'

export interface Stage {
  readonly key: string
  readonly label: string
}

export interface StagePathProps {
  readonly label: string
  readonly stages: readonly Stage[]
  /** Key of the stage one is in; every one before it is done. */
  readonly current: string
  /** The last stage is reached and nothing remains. */
  readonly finished?: boolean
}

/** How far something has come on its way. On a phone: where it is, how far, and a bar. */
export function StagePath({ label, stages, current, finished = false }: StagePathProps) {
  const say = useWords()
  const phone = useIsPhone()
  const at = Math.max(
    0,
    stages.findIndex(({ key }) => key === current),
  )
  if (phone) {
    const part = ((at + (finished ? 1 : 0.5)) / stages.length) * 100
    const where = say('step')
      .replace('{n}', String(at + 1))
      .replace('{of}', String(stages.length))
    return (
      <div className="st-stage-short" role="group" aria-label={label}>
        <div>
          <span className="st-strong">{stages[at]?.label}</span> <span className="st-quiet">{where}</span>
        </div>
        <div className="st-stage-bar" aria-hidden>
          <span style={{ width: `${part}%` }} />
        </div>
      </div>
    )
  }
  return (
    <ol className="st-stages" aria-label={label}>
      {stages.map((stage, index) => {
        const state = index < at || finished ? 'stepDone' : index === at ? 'stepCurrent' : 'stepAhead'
        return (
          <li key={stage.key} data-state={state} aria-current={state === 'stepCurrent' ? 'step' : undefined}>
            <span className="st-stage-dot" aria-hidden>
              {state === 'stepDone' ? <CheckOutlined /> : index + 1}
            </span>
            <span>{stage.label}</span>
            <span className="st-hidden">({say(state)})</span>
          </li>
        )
      })}
    </ol>
  )
}
