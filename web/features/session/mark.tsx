/** The mark of the house: an open door. */
export function Mark({ size }: { size: number }) {
  return <img src="/foyer.svg" width={size} height={size} alt="" />
}
