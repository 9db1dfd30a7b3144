import { Skeleton } from '@mantine/core'
import classes from './loading-rows.module.css'

const WIDTHS = ['72%', '54%', '81%', '63%', '47%', '76%', '58%', '69%']

/** A list that has not arrived yet, in the shape that it will have. */
export function LoadingRows({ count = 6, round = true }: { count?: number; round?: boolean }) {
  return (
    <div className={classes.rows} role="status" aria-label="Loading">
      {WIDTHS.slice(0, count).map((width) => (
        <div key={width} className={classes.row}>
          {round && <Skeleton circle height={32} width={32} />}
          <div className={classes.lines}>
            <Skeleton height={10} width="38%" />
            <Skeleton height={10} width={width} />
          </div>
        </div>
      ))}
    </div>
  )
}
