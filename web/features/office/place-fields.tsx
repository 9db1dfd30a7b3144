import { NativeSelect } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useMemo } from 'react'
import { countries, currencies, timeZones } from './regions.ts'

export type OfficeFields = { name: string; timeZone: string; country: string; currency: string }

/** Where an office stands, on whose clock it works and in what it is paid. */
export function PlaceFields({ form }: { form: UseFormReturnType<OfficeFields> }) {
  const choices = useMemo(() => ({ countries: countries(), currencies: currencies(), timeZones: timeZones() }), [])
  return (
    <>
      <NativeSelect label="Country" data={choices.countries} {...form.getInputProps('country')} />
      <NativeSelect
        label="Time zone"
        description="All dates and times are told on this clock."
        data={choices.timeZones}
        {...form.getInputProps('timeZone')}
      />
      <NativeSelect label="Currency" data={choices.currencies} {...form.getInputProps('currency')} />
    </>
  )
}
